"""What only a terminal gets: progress, hyperlinks, and a shell's completion."""

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.cli.output import wants_links
from factcheck.cli.outputs import layout_of
from factcheck.cli.progress import progress
from factcheck.config import Format, Output
from factcheck.domain import Location, Result, Severity
from factcheck.domain.findings import Finding
from factcheck.pipeline import KNOWN_CHECKS, Settings, check
from factcheck.reports.formats import render
from factcheck.reports.layout import Layout
from factcheck.rulebook import load_rulebook

LINK = re.compile(r"\x1b\]8;;([^\x1b]*)\x1b\\")
PLACE = Location("a.txt", "desk/a.txt", 0, 1, 1, 1, 1, 2, "A", sentence="A", sentence_start=0)
RESULT = Result((), (), (), (Finding("D101", "late", None, Severity.ERROR, None, "says so", "fc1:1", PLACE),))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that stands still until it is told to go on."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    return Terminal()


def test_progress_is_shown_after_a_second_and_wiped_out(terminal: Terminal) -> None:
    clock = Clock()
    with progress(quiet=False, stream=terminal, clock=clock) as observe:
        assert observe is not None
        observe(1, 500)
        clock.now += 0.9
        observe(10, 500)
        assert terminal.getvalue() == ""
        clock.now += 4.1
        observe(126, 500)
        clock.now += 0.05
        observe(127, 500)
    assert terminal.getvalue() == (
        "\r\x1b[Kreading [======                  ] 126 of 500 files, 25 a second, 0:15 left\r\r\x1b[K"
    )


def test_progress_is_wiped_out_when_a_run_breaks_off(terminal: Terminal) -> None:
    clock = Clock()

    def broken() -> None:
        with progress(quiet=False, stream=terminal, clock=clock) as observe:
            assert observe is not None
            clock.now += 7200
            observe(1, 4000)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert terminal.getvalue().endswith("1 of 4,000 files\r\r\x1b[K")


def test_short_runs_leave_the_terminal_alone(terminal: Terminal) -> None:
    with progress(quiet=False, stream=terminal, clock=Clock()) as observe:
        assert observe is not None
        observe(1, 1)
    assert terminal.getvalue() == ""


def test_no_progress_where_nobody_looks(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    with progress(quiet=True, stream=terminal) as observe:
        assert observe is None
    with progress(quiet=False, stream=io.StringIO()) as observe:
        assert observe is None
    monkeypatch.setenv("TERM", "dumb")
    with progress(quiet=False, stream=terminal) as observe:
        assert observe is None


def test_the_pipeline_tells_how_many_files_it_has_read(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text("date 2025-03-03 The ministers met in Riga on Sunday.\n")
    told: list[tuple[int, int]] = []
    check([tmp_path], Settings(load_rulebook(known_checks=KNOWN_CHECKS)), on_read=lambda *read: told.append(read))
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("environment", "links"),
    [
        ({}, False),
        ({"VTE_VERSION": "7006"}, True),
        ({"VTE_VERSION": "4205"}, False),
        ({"VTE_VERSION": "new"}, False),
        ({"TERM_PROGRAM": "WezTerm"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"WT_SESSION": "1"}, True),
        ({"WT_SESSION": "1", "FORCE_HYPERLINK": "0"}, False),
        ({"FORCE_HYPERLINK": "1"}, True),
    ],
)
def test_links_only_where_they_are_known(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], *, links: bool
) -> None:
    for name in ("VTE_VERSION", "TERM_PROGRAM", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "FORCE_HYPERLINK", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_links(Terminal()) is links
    assert wants_links(io.StringIO()) is False


@pytest.mark.parametrize("form", [Format.TABLE, Format.TEXT])
def test_places_are_links_and_the_layout_stays(form: Format) -> None:
    plain, linked = render(RESULT, form, Layout()), render(RESULT, form, Layout(links=True, folder="/news"))
    assert LINK.sub("", linked) == plain
    assert LINK.findall(linked) == ["file:///news/desk/a.txt", ""]


def test_a_files_name_cannot_end_its_link() -> None:
    place = replace(PLACE, path="a\x1b\\b\x07 \udcff\u202e.txt")
    bad = replace(RESULT, findings=(replace(RESULT.findings[0], primary=place),))
    linked = render(bad, Format.TEXT, Layout(links=True, folder="/news"))
    assert LINK.findall(linked)[0] == "file:///news/a%1B%5Cb%07%20%FF%E2%80%AE.txt"
    assert "\x1b" not in LINK.sub("", linked)


def test_no_format_for_programs_has_links() -> None:
    for form in set(Format) - {Format.TABLE, Format.TEXT, Format.GITHUB}:  # the log of a job holds the text
        assert render(RESULT, form, Layout(links=True, folder="/news")) == render(RESULT, form, Layout())


def complete(*words: str) -> list[str]:
    environment = {
        **os.environ,
        "_FACTCHECK_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["factcheck", *words]),
        "COMP_CWORD": str(len(words)),
    }
    ran = subprocess.run(
        [sys.executable, "-m", "factcheck"], env=environment, capture_output=True, check=True, text=True
    )
    assert ran.stderr == ""
    return ran.stdout.splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_told_how_to_complete(shell: str) -> None:
    environment = {**os.environ, "_FACTCHECK_COMPLETE": f"{shell}_source"}
    ran = subprocess.run(
        [sys.executable, "-m", "factcheck"], env=environment, capture_output=True, check=False, text=True
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert f"_FACTCHECK_COMPLETE={shell}_complete" in ran.stdout


def test_what_may_stand_first_is_a_path_or_a_command() -> None:
    first, *commands = complete("")
    assert first == "file,"
    assert {"plain,check", "plain,explain", "plain,test-rules"} <= set(commands)


def test_options_of_the_default_command_are_completed_before_and_after_a_path() -> None:
    assert complete("--fo") == ["plain,--format"]
    assert "plain,--version" in complete("--")
    assert complete("seeds/", "--fail") == ["plain,--fail-on"]
    assert complete("seeds/", "--format", "h") == ["plain,html"]
    assert complete("mentions", "--ki") == ["plain,--kind"]


def test_a_file_has_no_links() -> None:
    layout = layout_of(Output(Format.TEXT, Path("a.txt")), Layout(links=True, colour=True, folder="/news"))
    assert (layout.links, layout.colour) == (False, False)
