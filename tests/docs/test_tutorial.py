"""The tutorial's commands are run as written, in one shell, and print what the page shows.

`FACTCHECK_UPDATE_GOLDENS=1` writes what they print into the page.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "tutorial.md"
STEP = re.compile(r"```sh\n(?P<commands>.*?)```\n(?:\n```text\n(?P<printed>.*?)```\n)?", re.DOTALL)
MARK = "== end of a step =="


def _environment(folder: Path) -> dict[str, str]:
    """Return an environment in which `factcheck` is this one, and git knows who commits."""
    tools = folder / "bin"
    tools.mkdir()
    program = tools / "factcheck"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m factcheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    person = {f"GIT_{who}_{what}": "desk@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "FACTCHECK_"))},
        **person,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "COLUMNS": "100",
        "FACTCHECK_CACHE_DIR": str(folder / "cache"),
        "LC_ALL": "C.UTF-8",
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }


def _run(steps: Sequence[str], folder: Path) -> list[str]:
    """Return what each step prints, all run by one shell in a folder that looks like a copy of the repository."""
    copy = folder / "factcheck"
    copy.mkdir()
    shutil.copytree(ROOT / "docs" / "examples", copy / "docs" / "examples")
    run = subprocess.run(
        ["bash", "-c", "".join(f"{step}echo '{MARK}'\n" for step in steps)],
        cwd=copy,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return run.stdout.split(f"{MARK}\n")


@pytest.mark.skipif(not (shutil.which("git") and shutil.which("bash")), reason="git and bash run the tutorial")
def test_the_tutorial_prints_what_it_shows(tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    steps = list(STEP.finditer(page))
    *printed, rest = _run([step["commands"] for step in steps], tmp_path)
    assert rest == ""
    assert len(printed) == len(steps)
    outputs = iter(printed)

    def filled(step: re.Match[str]) -> str:
        output = next(outputs)
        shown = "" if step["printed"] is None else f"\n```text\n{output.rstrip()}\n```\n"
        return f"```sh\n{step['commands']}```\n{shown}"

    expected = STEP.sub(filled, page)
    if os.environ.get("FACTCHECK_UPDATE_GOLDENS"):
        PAGE.write_text(expected, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == expected


def test_the_tutorial_goes_from_a_finding_to_a_gate_that_opens() -> None:
    shown = [step["printed"] or "" for step in STEP.finditer(PAGE.read_text(encoding="utf-8"))]
    told = re.findall(r"D101|D201|N101|suppressed|exit code \d", "".join(shown))
    assert told == ["D101", "exit code 1", "D201", "suppressed", "N101", "exit code 1", "exit code 0"]


def test_only_these_steps_show_no_output() -> None:
    silent = [step["commands"] for step in STEP.finditer(PAGE.read_text(encoding="utf-8")) if step["printed"] is None]
    assert [commands.split()[:2] for commands in silent] == [["factcheck", "explain"], ["cat", ">"], ["git", "init"]]


def test_it_installs_as_the_readme_does() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"^    (python3 -m venv .*)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert f"    {command} && .venv/bin/factcheck seeds/" in readme
