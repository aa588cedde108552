"""Every JSON output keeps to its schema in docs/schema, and every schema is itself one."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from factcheck.config import Format
from factcheck.domain import Mention, Quantity, QuantityKind, Result, Suppressed, Time, Verdict
from factcheck.reports.formats import render, render_claims, render_mentions, render_pairs, render_stories
from factcheck.reports.layout import Layout

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
LAYOUT = Layout(show=frozenset(Verdict))


def validated(name: str, output: str) -> dict[str, object]:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    value = json.loads(output)
    Draft202012Validator(schema).validate(value)
    return value


def test_check_keeps_to_its_schema(result: Result) -> None:
    value = validated("check", render(result, Format.JSON, LAYOUT))
    assert [pair["verdict"] for pair in value["shown"]] == ["agree", "conflict", "conflict"]
    assert value["summary"]["findings"] == {"error": 2, "warning": 1, "note": 3}
    assert [article["story"] for article in value["articles"]] == ["s1", "s1", None, None]


def test_what_is_suppressed_is_listed_with_what_says_so(result: Result) -> None:
    first, second, *rest = result.findings
    suppressed = (
        Suppressed(second, by="baseline", place="factcheck-baseline.json:7"),
        Suppressed(first, by="ignore", reason="wire copy", place="factcheck-ignore.toml:3"),
    )
    told = replace(result, findings=tuple(rest), suppressed=suppressed, unused=("factcheck-ignore.toml:9: nothing",))
    value = validated("check", render(told, Format.JSON, LAYOUT))
    by_fingerprint = {one["fingerprint"]: one for one in value["suppressed"]}
    ignored = by_fingerprint[first.fingerprint]
    assert (ignored["rule"], ignored["by"], ignored["reason"]) == (first.rule, "ignore", "wire copy")
    assert by_fingerprint[second.fingerprint]["place"] == "factcheck-baseline.json:7"
    assert value["summary"]["suppressed"] == {"baseline": 1, "ignore": 1}
    assert value["summary"]["unused"] == ["factcheck-ignore.toml:9: nothing"]
    assert sum(value["summary"]["findings"].values()) == len(rest)
    backwards = replace(told, suppressed=suppressed[::-1])
    assert render(backwards, Format.JSON, LAYOUT) == render(told, Format.JSON, LAYOUT)


def test_every_line_keeps_to_its_schema(result: Result) -> None:
    schemas = {
        name: json.loads((SCHEMAS / name).read_text(encoding="utf-8")) for name in ("check.json", "check-line.json")
    }
    registry = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in schemas.items())
    validator = Draft202012Validator(schemas["check-line.json"], registry=registry)
    values = [json.loads(line) for line in render(result, Format.JSONL, LAYOUT).splitlines()]
    for value in values:
        validator.validate(value)
        assert not validator.is_valid({**value, "type": "story"})
    assert [value["type"] for value in values] == ["finding"] * 6 + ["pair"] * 3 + ["summary"]
    assert not validator.is_valid({"type": "finding"})


def test_nothing_is_shown_unasked(result: Result) -> None:
    assert json.loads(render(result, Format.JSON, Layout()))["shown"] == []


def test_mentions_keep_to_their_schema(result: Result) -> None:
    primary = result.findings[1].primary
    found = [
        (primary, Mention(primary.start, primary.end, 0, "2025-03-06", Time("DATE", "2025-03-06"))),
        (primary, Mention(primary.start, primary.end, 0, "6", Quantity(QuantityKind.COUNT, 6.0, None, "week"))),
    ]
    value = validated("mentions", render_mentions(found, Format.JSON, LAYOUT))
    quantity, time = value["mentions"]
    assert (quantity["low"], quantity["high"], quantity["unit"], quantity["timex"]) == (6, None, "week", None)
    assert (time["timex"], time["low"]) == ({"type": "DATE", "value": "2025-03-06"}, None)


def test_claims_pairs_and_stories_keep_to_their_schemas(result: Result) -> None:
    claims = validated("claims", render_claims(result.claims, Format.JSON, LAYOUT))
    pairs = validated("pairs", render_pairs(result.pairs, Format.JSON, LAYOUT))
    stories = validated("stories", render_stories(result.stories, Format.JSON, LAYOUT))
    assert [claim["low"] for claim in claims["claims"]] == [430, 340]
    assert [pair["id"] for pair in pairs["pairs"]] == ["p1", "p2", "p3"]
    assert stories["stories"] == [
        {
            "id": "s1",
            "articles": ["desk/flood-evening.txt", "desk/flood-morning.txt"],
            "first": "2025-03-03",
            "last": "2025-03-03",
        }
    ]


@pytest.mark.parametrize("name", ["check", "mentions", "claims", "pairs", "stories"])
def test_schemas_refuse_what_they_do_not_know(name: str) -> None:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    assert not Draft202012Validator(schema).is_valid({"schema_version": 2})
