"""The command line as a user meets it: exit codes, messages, and what is imported."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import __version__
from factcheck.cli import options
from factcheck.cli.group import COMMANDS
from factcheck.cli.output import split_list, wants_colour, write
from factcheck.config import FailOn, Format
from factcheck.domain import ArticleRecord, Finding, Location, MentionKind, Result, Severity

PLACE = Location("a.txt", "a.txt", 0, 1, 1, 1, 1, 2, "A", sentence="A", sentence_start=0)


def result_of(*severities: Severity, fault_check: str | None = None) -> Result:
    findings = tuple(
        Finding("D101", "event-after-publication", None, severity, None, "says so", f"fc1:{number}", PLACE)
        for number, severity in enumerate(severities)
    )
    fault = "empty" if fault_check else None
    return Result((ArticleRecord("a.txt", "a.txt", fault=fault, fault_check=fault_check),), (), (), findings)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Callable[[object], None]:
    """Return a function that sets what the pipeline gives: a result, or an exception that it raises."""

    def give(outcome: object) -> None:
        def check(*_: object, **__: object) -> object:
            if isinstance(outcome, BaseException):
                raise outcome
            return outcome

        monkeypatch.setattr("factcheck.pipeline.check", check)

    return give


@pytest.mark.parametrize(
    ("grave", "fail_on", "code"),
    [
        (Severity.ERROR, "error", 1),
        (Severity.WARNING, "error", 0),
        (Severity.WARNING, "warning", 1),
        (Severity.NOTE, "warning", 0),
        (Severity.NOTE, "note", 1),
        (Severity.ERROR, "never", 0),
    ],
)
def test_exit_code(
    run: Callable[..., tuple[int, str, str]],
    checked: Callable[[object], None],
    grave: Severity,
    fail_on: str,
    code: int,
) -> None:
    checked(result_of(grave))
    assert run("a.txt", "--fail-on", fail_on)[0] == code


def test_two_hundred_and_fifty_six_errors_are_findings(
    run: Callable[..., tuple[int, str, str]], checked: Callable[[object], None]
) -> None:
    checked(result_of(*[Severity.ERROR] * 256))
    assert run("a.txt")[0] == 1


def test_strict_exits_2_for_an_unreadable_article(
    run: Callable[..., tuple[int, str, str]], checked: Callable[[object], None]
) -> None:
    checked(result_of(fault_check="unreadable_article"))
    assert run("a.txt")[0] == 0
    code, out, err = run("--strict", "a.txt")
    assert (code, err) == (2, "factcheck: error: a.txt: can't be read (--strict)\n")
    assert "1 article (1 not read)" in out


def test_the_configuration_counts_and_the_command_line_counts_more(
    run: Callable[..., tuple[int, str, str]], checked: Callable[[object], None]
) -> None:
    Path("factcheck.toml").write_text('fail-on = "warning"\nformat = "json"\n')
    checked(result_of(Severity.WARNING))
    code, out, _ = run("a.txt")
    assert (code, json.loads(out)["schema_version"]) == (1, 1)
    assert run("a.txt", "--fail-on", "error")[0] == 0
    assert run("a.txt", "--no-config", "--quiet")[1].startswith("rule")


def test_a_configuration_by_name(run: Callable[..., tuple[int, str, str]], checked: Callable[[object], None]) -> None:
    Path("desk.toml").write_text('fail-on = "warning"\n')
    checked(result_of(Severity.WARNING))
    assert run("a.txt", "--config", "desk.toml")[0] == 1
    assert run("a.txt", "--config", "none.toml")[0] == 2
    assert run("a.txt", "--config", "desk.toml", "--no-config")[0] == 2


def test_an_unexpected_fault_is_no_finding(
    run: Callable[..., tuple[int, str, str]], checked: Callable[[object], None]
) -> None:
    checked(ValueError("odd \x1b[31m thing"))
    code, out, err = run("a.txt")
    assert (code, out) == (2, "")
    expected = "factcheck: error: unexpected ValueError: odd \\x1b[31m thing (FACTCHECK_DEBUG=1 shows where)\n"
    assert err == expected


def test_debug_shows_the_traceback(
    run: Callable[..., tuple[int, str, str]], checked: Callable[[object], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked(ValueError("odd"))
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    code, _, err = run("a.txt")
    assert code == 2
    assert err.startswith("Traceback")
    assert err.endswith("ValueError: odd\n")


def test_an_interrupt_exits_130(run: Callable[..., tuple[int, str, str]], checked: Callable[[object], None]) -> None:
    checked(KeyboardInterrupt())
    code, out, err = run("a.txt")
    assert (code, out, err.strip()) == (130, "", "factcheck: interrupted")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "no articles given"),
        (("check",), "no articles given"),
        (("--notes",), "no articles given"),
        (("mentions",), "no articles given"),
        (("explian", "D101"), "did you mean explain?"),
        (("--fromat", "json", "a.txt"), "--format"),
        (("a.txt", "--show", "disagree"), "'disagree' is no verdict; there are agree, rounding"),
        (("a.txt", "--max-size", "large"), "'large' is not a file size"),
        (("a.txt", "--select", "D999"), "there is no rule 'D999'"),
        (("nowhere.txt",), "nowhere.txt"),
        (("explain", "D999"), "there is no rule 'D999'"),
        (("a.txt", "--rules", "nowhere"), "nowhere"),
    ],
)
def test_usage_errors_exit_2(
    run: Callable[..., tuple[int, str, str]], arguments: tuple[str, ...], message: str
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("factcheck: error: ")
    assert message in err
    assert "Traceback" not in err


def test_a_path_with_escapes_is_shown_safely(run: Callable[..., tuple[int, str, str]]) -> None:
    code, _, err = run("no\x1b[2J\nfile.txt")
    assert code == 2
    assert "no\\x1b[2J" in err
    assert "\x1b" not in err


def test_a_commands_name_wins_over_a_folder(run: Callable[..., tuple[int, str, str]]) -> None:
    Path("rules").mkdir()
    assert run("rules")[1].startswith("code")
    assert "rules" in run("./rules")[2]


def test_rules_and_explain_are_read_from_the_same_yaml(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = run("rules", "--format", "json")
    rule = next(rule for rule in json.loads(out)["rules"] if rule["code"] == "D101")
    assert (code, rule["name"], rule["status"]) == (0, "event-after-publication", "stable")
    code, by_code, _ = run("explain", "D101")
    assert (code, run("explain", "event-after-publication")[1]) == (0, by_code)
    lines = by_code.splitlines()
    assert lines[:2] == ["D101 event-after-publication", rule["summary"]]
    assert {"Severity", "Says", "Why", "Silent when", "Examples"} <= set(lines)


def test_version_and_help(run: Callable[..., tuple[int, str, str]]) -> None:
    assert run("--version") == (0, f"factcheck {__version__}\n", "")
    code, out, _ = run("--help")
    assert code == 0
    for word in (*COMMANDS, "--format", "--fail-on", "Exit codes"):
        assert word in out
    for command in COMMANDS:
        code, out, _ = run(command, "-h")
        assert (code, out.startswith("Usage: factcheck")) == (0, True)


def test_choices_written_out_are_those_of_the_enums() -> None:
    assert tuple(Format) == options.FORMATS
    assert tuple(FailOn) == options.GRAVITIES
    assert tuple(MentionKind) == options.KINDS


@pytest.mark.parametrize(
    ("environment", "colour"),
    [
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({}, False),
    ],
)
def test_colour(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], colour: bool) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_colour() is colour


def test_split_list() -> None:
    assert split_list(["D,N101 ", "P", ","]) == ("D", "N101", "P")


HEAVY = ("spacy", "dateparser", "numpy", "rapidfuzz")
LIGHTEST = (*HEAVY, "tabulate", "msgspec", "yaml.yaml")


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--help"], LIGHTEST),
        (["--version"], LIGHTEST),
        (["check", "--help"], LIGHTEST),
        (["rules", "--no-config"], HEAVY),
        (["explain", "D101", "--no-config"], (*HEAVY, "tabulate")),
    ],
)
def test_what_is_not_needed_is_not_imported(arguments: list[str], absent: tuple[str, ...]) -> None:
    program = (
        "import sys\nfrom factcheck.cli import main\n"
        f"code = main({arguments!r})\n"
        f"print([name for name in {absent!r} if name in sys.modules], file=sys.stderr)\nsys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "[]\n")


def test_stdout_is_utf8_in_a_c_locale() -> None:
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    }
    program = "from factcheck.cli.output import write; write('caf\\u00e9 \\u2026\\n')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "café …\n".encode(), b"")


def test_line_ends_are_those_of_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, newline="\r\n"))  # as on Windows
    write("a,b\r\nc\n")
    assert written.getvalue() == b"a,b\r\nc\n"


def test_a_closed_pipe_is_quiet() -> None:
    program = "import sys\nfrom factcheck.cli.output import write\nwrite('x' * 1_000_000)\nsys.exit(1)"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        complaint = process.stderr.read()
    assert (process.returncode, complaint) == (1, b"")
