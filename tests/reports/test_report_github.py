"""The log of GitHub Actions, read as its runner reads it: line by line, looking for commands."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from factcheck.config import Format
from factcheck.domain import Finding, Result, Severity
from factcheck.reports.formats import render
from factcheck.reports.layout import Layout

REGISTERED = {
    *("error", "warning", "notice", "debug", "group", "endgroup", "echo", "set-output", "set-env", "add-path"),
    *("add-mask", "add-matcher", "remove-matcher", "save-state", "stop-commands"),
}


@dataclass
class Command:
    name: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[Command]:
    """Return the commands of a log that the runner obeys: none between stop-commands and its token."""
    obeyed, token = [], None
    for line in re.split(r"\r\n|\r|\n", log):
        found = new_style(line, {token} if token else REGISTERED) or old_style(line, {token} if token else REGISTERED)
        if found is None:
            continue
        if found.name == token:
            token = None
        elif found.name == "stop-commands":
            token = found.data
        else:
            obeyed.append(found)
    assert token is None
    return obeyed


def new_style(line: str, registered: set[str]) -> Command | None:
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, listing = line[2:end].partition(" ")
    return command(name, listing.split(","), line[end + 2 :]) if name in registered else None


def old_style(line: str, registered: set[str]) -> Command | None:
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name, _, listing = line[start + 3 : end].partition(" ")
    return command(name, listing.split(";"), line[end + 1 :]) if name in registered else None


def command(name: str, listing: list[str], data: str) -> Command:
    properties = dict(part.split("=", 1) for part in listing if "=" in part)
    return Command(name, {key: unescaped(value) for key, value in properties.items()}, unescaped(data))


def unescaped(text: str) -> str:
    for code, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, char)
    return text


def many(result: Result, *numbers: int) -> Result:
    """Return a result of so many errors, warnings and notes."""
    of_gravity: dict[Severity, Finding] = {finding.severity: finding for finding in result.findings}
    findings = [
        replace(of_gravity[severity], fingerprint=f"fc1:{severity}{count}")
        for severity, number in zip(Severity, numbers, strict=True)
        for count in range(number)
    ]
    return replace(result, findings=tuple(findings))


def test_the_text_is_there_and_annotations_follow(result: Result) -> None:
    log = render(result, Format.GITHUB, Layout())
    assert render(result, Format.TEXT, Layout()) in log
    told = commands(log)
    assert [found.name for found in told] == ["error", "error", "warning"]
    assert told[1].properties == {
        "file": "desk/flood-morning.txt",
        "line": "4",
        "endLine": "4",
        "col": "30",
        "endColumn": "37",
        "title": "D101 event-after-publication",
    }
    assert told[1].data.endswith("was published (2025-03-03) [published desk/flood-morning.txt:1]")


def test_notes_are_notices_when_they_are_listed(result: Result) -> None:
    told = commands(render(result, Format.GITHUB, Layout(notes=True)))
    assert [found.name for found in told] == ["error", "error", "warning", "notice", "notice", "notice"]


def test_no_more_than_github_shows_and_the_number_left_out(result: Result) -> None:
    told = commands(render(many(result, 12, 300, 2), Format.GITHUB, Layout()))
    assert [found.name for found in told] == ["error"] * 10 + ["warning"] * 10 + ["notice"]
    assert told[-1].data == "292 more findings in the log of this step"
    told = commands(render(many(result, 10, 10, 12), Format.GITHUB, Layout(notes=True)))
    assert [found.name for found in told].count("notice") == 10
    assert told[-1].data == "3 more findings in the log of this step"
    told = commands(render(many(result, 10, 10, 0), Format.GITHUB, Layout()))
    assert len(told) == 20


def test_a_place_of_several_lines_has_no_columns(told: Callable[..., Result]) -> None:
    result = told("it")
    place = replace(result.findings[0].primary, end_line=3)
    log = render(replace(result, findings=(replace(result.findings[0], primary=place),)), Format.GITHUB, Layout())
    properties = commands(log)[0].properties
    assert (properties["line"], properties["endLine"]) == ("1", "3")
    assert "col" not in properties
    assert "endColumn" not in properties


def test_no_command_of_an_article_is_obeyed(told: Callable[..., Result], hostile: str) -> None:
    [found] = commands(render(told(hostile), Format.GITHUB, Layout(notes=True)))
    assert (found.name, found.properties["title"]) == ("error", "Q201 quotation-altered")
    assert found.data.endswith(" [conflicts with desk/b.txt:1]")
    if hostile.isprintable():
        assert found.data == f"{hostile} [conflicts with desk/b.txt:1]"


def test_a_path_may_hold_what_separates_properties(told: Callable[..., Result]) -> None:
    path = "a,b:c%0Ad::error file=x::y\n\r.txt"
    [found] = commands(render(told("it", path), Format.GITHUB, Layout()))
    assert found.properties["file"] == path


def test_nothing_found_and_quiet_is_nothing(result: Result) -> None:
    assert render(replace(result, findings=()), Format.GITHUB, Layout(quiet=True)) == ""
