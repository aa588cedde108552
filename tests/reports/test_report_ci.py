"""GitLab's report, JUnit and rdjson, each read back by a parser that is not ours."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

import msgspec
import pytest
from gitlab_cq import GitLabCodeQuality
from junitparser import Failure, JUnitXml, Skipped, TestCase
from typeguard import CollectionCheckStrategy, check_type

from factcheck.config import Format
from factcheck.domain import ArticleRecord, Location, Result, Severity
from factcheck.reports.escape import visible_words
from factcheck.reports.formats import render
from factcheck.reports.layout import Layout
from factcheck.rule import Rule

GOLDENS = Path(__file__).parents[1] / "goldens"


# What the documentation of GitLab and the protocol of reviewdog name, and nothing else. The golden of rdjson was found
# valid by rdformat-validator 1.0.1 (npm) too, with --strict --no-extra-fields.


class Lines(msgspec.Struct, forbid_unknown_fields=True):
    begin: int
    end: int


class CodeLocation(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    lines: Lines


class CodeQuality(msgspec.Struct, forbid_unknown_fields=True):
    type: Literal["issue"]
    categories: list[str]
    description: str
    check_name: str
    fingerprint: str
    severity: Literal["info", "minor", "major", "critical", "blocker"]
    location: CodeLocation


class Position(msgspec.Struct, forbid_unknown_fields=True):
    line: int
    column: int | None = None


class Range(msgspec.Struct, forbid_unknown_fields=True):
    start: Position
    end: Position


class Place(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    range: Range


class RelatedPlace(msgspec.Struct, forbid_unknown_fields=True):
    message: str
    location: Place


class Code(msgspec.Struct, forbid_unknown_fields=True):
    value: str
    url: str | None = None


class Diagnostic(msgspec.Struct, forbid_unknown_fields=True):
    message: str
    location: Place
    severity: Literal["ERROR", "WARNING", "INFO"]
    code: Code
    related_locations: list[RelatedPlace]


class Source(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    url: str | None = None


class DiagnosticResult(msgspec.Struct, forbid_unknown_fields=True):
    source: Source
    diagnostics: list[Diagnostic]


def gitlab(output: str) -> list[CodeQuality]:
    """Return all findings, once they were found to be what another program gives GitLab."""
    check_type(
        json.loads(output), list[GitLabCodeQuality.Issue], collection_check_strategy=CollectionCheckStrategy.ALL_ITEMS
    )
    return msgspec.json.decode(output, type=list[CodeQuality])


def rdjson(output: str) -> list[Diagnostic]:
    return msgspec.json.decode(output, type=DiagnosticResult).diagnostics


def junit(output: str) -> list[TestCase]:
    """Return all cases, once the numbers of every suite were found to be right."""
    suites = JUnitXml.fromstring(output.encode())
    stated = [(suites.tests, suites.failures, suites.skipped), *((s.tests, s.failures, s.skipped) for s in suites)]
    suites.update_statistics()
    assert stated == [
        (suites.tests, suites.failures, suites.skipped),
        *((s.tests, s.failures, s.skipped) for s in suites),
    ]
    return [case for suite in suites for case in suite]


def test_the_goldens_are_read_by_others() -> None:
    texts = {name: (GOLDENS / name).read_text(encoding="utf-8") for name in ("gitlab.json", "junit.xml", "rdjson.json")}
    assert len(gitlab(texts["gitlab.json"])) == len(rdjson(texts["rdjson.json"])) == 10
    failed = [case for case in junit(texts["junit.xml"]) if case.result]
    assert [case.name for case in failed] == ["D101 event-after-publication: February 7"]


def test_gitlab_has_every_finding_with_a_fingerprint_of_its_own(result: Result) -> None:
    told = gitlab(render(result, Format.GITLAB, Layout(folder="/desk/news", root="/desk")))
    assert len({found.fingerprint for found in told}) == len(told) == 6
    conflict = next(found for found in told if found.check_name == "N202")
    assert (conflict.severity, conflict.location) == ("minor", CodeLocation("news/desk/flood-morning.txt", Lines(3, 3)))
    assert conflict.description.endswith("digits swapped? [conflicts with news/desk/flood-evening.txt:3]")
    assert [found.severity for found in told].count("info") == 3
    assert [found.severity for found in told].count("major") == 2


def test_rdjson_has_the_other_side_and_an_address(result: Result) -> None:
    rule = Rule(
        code="N202",
        name="count-conflict",
        summary="Two counts.",
        check="count_conflict",
        severity="warning",
        message="x",
        url="https://desk.example/counts",
    )
    told = rdjson(render(result, Format.RDJSON, Layout(), [rule]))
    conflict = next(found for found in told if found.code.value == "N202")
    assert (conflict.severity, conflict.code.url) == ("WARNING", "https://desk.example/counts")
    [other] = conflict.related_locations
    assert (other.message, other.location.path) == ("conflicts with: 430 people", "desk/flood-evening.txt")
    assert next(found for found in told if found.code.value == "D101").code.url is None


def test_columns_of_rdjson_are_bytes(told: Callable[..., Result]) -> None:
    result = told("it")
    text = "Félix 😀 said it\nand went."
    start = text.index("said")
    place = Location("a.txt", "a.txt", start + 100, start + 104, 3, 9, 3, 13, "said", sentence=text, sentence_start=100)
    lines = replace(place, end=116 + len("and"), end_line=4, end_column=4, text="said it\nand")
    elsewhere = replace(place, column=50, end_column=54)
    markup = replace(place, sentence="Something else was read here.")
    ranges = [
        rdjson(
            render(replace(result, findings=(replace(result.findings[0], primary=where),)), Format.RDJSON, Layout())
        )[0].location.range
        for where in (place, lines, elsewhere, markup)
    ]
    before = len("Félix 😀 ".encode())
    assert ranges == [
        Range(Position(3, before + 1), Position(3, before + 5)),
        Range(Position(3, before + 1), Position(4, 4)),
        Range(Position(3), Position(3)),
        Range(Position(3), Position(3)),
    ]


def test_what_fails_in_junit_is_what_makes_the_exit_code_1(result: Result) -> None:
    def failed(fails: frozenset[Severity]) -> list[str]:
        cases = junit(render(result, Format.JUNIT, Layout(fails=fails)))
        return [case.name.split(" ")[0] for case in cases if any(isinstance(said, Failure) for said in case.result)]

    assert sorted(failed(frozenset({Severity.ERROR}))) == ["D101", "Q201"]
    assert sorted(failed(frozenset({Severity.ERROR, Severity.WARNING}))) == ["D101", "N202", "Q201"]
    assert failed(frozenset()) == []


def test_every_article_has_a_case_and_every_finding_is_told(result: Result) -> None:
    unread = replace(
        result,
        findings=result.findings[1:],
        articles=(
            *result.articles,
            ArticleRecord("desk/ru.txt", "desk/ru.txt", language="ru", fault="ru", fault_check="unsupported_language"),
        ),
    )
    cases = junit(render(unread, Format.JUNIT, Layout()))
    of_article = {case.classname: case for case in cases}
    assert set(of_article) == {record.path for record in unread.articles}
    assert (of_article["desk/undated.txt"].name, of_article["desk/undated.txt"].result) == ("no findings", [])
    [skipped] = of_article["desk/ru.txt"].result
    assert isinstance(skipped, Skipped)
    assert skipped.message == "not checked: its language is ru"
    warning = next(case for case in cases if case.name.startswith("N202"))
    assert warning.system_out.startswith("desk/flood-morning.txt:3: warning N202 count-conflict: 340 and 430 people")


def test_no_finding_is_lost_in_junit(result: Result) -> None:
    cases = junit(render(replace(result, articles=()), Format.JUNIT, Layout()))
    assert len(cases) == len(result.findings)


def test_names_of_cases_hold_no_lines_and_are_unique(result: Result) -> None:
    twice = replace(result, findings=(*result.findings, replace(result.findings[1], fingerprint="fc1:other")))
    names = [(case.classname, case.name) for case in junit(render(twice, Format.JUNIT, Layout()))]
    assert len(set(names)) == len(names)
    assert ("desk/flood-morning.txt", "D101 event-after-publication: March 6 (2)") in names


def test_a_member_of_a_file_is_a_suite_of_its_own(told: Callable[..., Result]) -> None:
    path = "desk #1/wire.xml"
    result = told("it", path)
    place = replace(result.findings[0].primary, article=f"{path}#2")
    output = render(
        replace(
            result,
            articles=(ArticleRecord(f"{path}#1", path), ArticleRecord(f"{path}#2", path)),
            findings=(replace(result.findings[0], primary=place),),
        ),
        Format.JUNIT,
        Layout(folder="/desk/news", root="/desk"),
    )
    clean, red = junit(output)
    assert (clean.classname, clean.result) == (f"news/{path}#1", [])
    assert (red.classname, len(red.result)) == (f"news/{path}#2", 1)
    assert output.count(f'file="news/{path}"') == 2


@pytest.mark.parametrize("path", ["desk/a.txt", 'two\nlines\x1b<&">.txt'])
def test_hostile_words_are_words(told: Callable[..., Result], hostile: str, path: str) -> None:
    result = told(hostile, path)
    said = visible_words(hostile)
    ending = " [conflicts with desk/b.txt:1]"
    [quality] = gitlab(render(result, Format.GITLAB, Layout()))
    assert quality.description == f"quotation-altered: {said}{ending}"
    assert quality.location.path == path
    [diagnostic] = rdjson(render(result, Format.RDJSON, Layout()))
    assert diagnostic.message == f"quotation-altered: {said}{ending}"
    assert diagnostic.related_locations[0].message == f"conflicts with: {said}"
    [case] = junit(render(result, Format.JUNIT, Layout()))
    [failure] = case.result
    assert failure.message == f"{said}{ending}".replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
    assert failure.text.endswith(failure.message)
    assert len(case.name) < 120


def test_jsonl_says_what_json_says(result: Result, told: Callable[..., Result], hostile: str) -> None:
    for one in (result, told(hostile)):
        whole = json.loads(render(one, Format.JSON, Layout()))
        lines = render(one, Format.JSONL, Layout()).split("\n")
        values = [json.loads(line) for line in lines[:-1]]
        assert lines[-1] == ""
        assert [value.pop("type") for value in values] == ["finding"] * len(one.findings) + ["summary"]
        assert values[:-1] == whole["findings"]
        assert values[-1] == {"schema_version": whole["schema_version"], **whole["summary"]}
