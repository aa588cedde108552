"""`factcheck lsp` on the command line: what it needs, and that stdout is the protocol's alone."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parent.parent.parent


def _python(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=False, text=True
    )


def test_without_pygls_the_remedy_is_told() -> None:
    missing = "import sys; sys.modules.update(pygls=None, lsprotocol=None)"
    ran = _python(f"{missing}\nfrom factcheck.cli import main; sys.exit(main(['lsp']))")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == ("factcheck: error: the language server needs lsprotocol: pip install 'factcheck-news[lsp]'\n")


def test_help_loads_no_server(run: Run) -> None:
    code, out, _ = run("lsp", "--help")
    assert code == 0
    assert "--most N" in out
    ran = _python("import sys; from factcheck.cli import main; main(['lsp', '--help']); print('pygls' in sys.modules)")
    assert ran.stdout.endswith("False\n")


def test_configurations_exclude_each_other(run: Run) -> None:
    assert run("lsp", "--config", "a.toml", "--no-config")[0] == 2


def test_without_configuration_no_ignore_file_counts(tmp_path: Path) -> None:
    pytest.importorskip("pygls", reason="the extra lsp is not installed")
    from factcheck.cli.lsp import desk
    from factcheck.cli.options import Given

    assert desk(Given(), tmp_path).ignore_file == tmp_path / "factcheck-ignore.toml"
    refused = desk(Given(no_config=True), tmp_path)
    assert (refused.ignore_file, refused.settings.root) == (None, tmp_path)


def test_whatever_else_is_printed_goes_to_stderr() -> None:
    ran = _python(
        "import os, sys\n"
        "from factcheck.cli.lsp import _stdout_of_its_own\n"
        "stdout = _stdout_of_its_own()\n"
        "print('python', flush=True); os.system('echo system')\n"
        "stdout.write(b'protocol'); stdout.flush()\n"
    )
    assert (ran.stdout, ran.stderr) == ("protocol", "python\nsystem\n")


def test_an_editor_that_is_gone_ends_it() -> None:
    pytest.importorskip("pygls", reason="the extra lsp is not installed")
    assert _python("import sys; from factcheck.cli import main; sys.exit(main(['lsp']))").returncode == 0
