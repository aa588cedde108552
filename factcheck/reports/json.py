"""Results as JSON; the schemas stand in docs/schema. One item a line, so that outputs can be compared and searched."""

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factcheck.domain import (
    ArticleRecord,
    Claim,
    Finding,
    Location,
    Mention,
    Pair,
    Quantity,
    Result,
    Severity,
    Story,
    Suppressed,
    Time,
    Verdict,
)
from factcheck.reports.escape import visible_json
from factcheck.reports.layout import Layout
from factcheck.reports.places import by_place, place_order
from factcheck.reports.words import shown

SCHEMA_VERSION = 1


def render_json(result: Result, layout: Layout) -> str:
    """Return the whole result: articles, all findings, what is suppressed, the pairs asked for, and the summary."""
    story_of = {article: story.id for story in result.stories for article in story.articles}
    return document(
        articles=[
            _article(record, story_of.get(record.id))
            for record in sorted(result.articles, key=lambda record: record.id)
        ],
        findings=[finding_value(finding) for finding in by_place(result.findings)],
        suppressed=[_suppressed(one) for one in sorted(result.suppressed, key=lambda one: place_order(one.finding))],
        shown=[pair_value(pair) for pair in shown(result.pairs, layout)],
        summary=summary_value(result),
    )


def document(**fields: Sequence[Mapping[str, Any]] | Mapping[str, Any]) -> str:
    """Return a JSON document of the given fields, with its schema version in front."""
    lines = [f'"schema_version": {SCHEMA_VERSION}']
    for name, value in fields.items():
        if isinstance(value, Mapping):
            lines.append(f'"{name}": {line(value)}')
        else:
            items = ",\n".join(line(item) for item in value)
            lines.append(f'"{name}": [\n{items}\n]' if items else f'"{name}": []')
    return visible_json("{" + ",\n".join(lines) + "}\n")


def location_value(place: Location, value: str | None = None) -> dict[str, Any]:
    """Return a place's LOC; `value` counts where the place itself has none."""
    shown_value = place.value if place.value is not None else value
    start, end = place.in_source
    fields: dict[str, Any] = {
        "article": place.article,
        "path": place.path,
        "start": start,
        "end": end,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "text": place.text,
        "value": shown_value,
    }
    if place.source_text is not None and place.source_text != place.text:
        fields["source_text"] = place.source_text
    return fields


def mention_value(place: Location, mention: Mention) -> dict[str, Any]:
    """Return a mention: its LOC, kind, TIMEX3 type and value, and the number as written."""
    detail = mention.detail
    quantity = detail if isinstance(detail, Quantity) else None
    return {
        **location_value(place, mention.value),
        "kind": mention.kind,
        "timex": {"type": detail.type, "value": detail.value} if isinstance(detail, Time) else None,
        "low": number(quantity.low) if quantity else None,
        "high": number(quantity.high) if quantity else None,
        "unit": quantity.unit if quantity else None,
        "hedge": quantity.hedge if quantity else None,
    }


def claim_value(claim: Claim) -> dict[str, Any]:
    """Return a claim: its LOC, what it is about, and the keys under which it meets others."""
    quantity = claim.quantity
    return {
        **location_value(claim.place, claim.value),
        "id": claim.id,
        "kind": claim.kind,
        "attribute": claim.attribute,
        "subjects": list(claim.subjects),
        "low": number(quantity.low) if quantity else None,
        "high": number(quantity.high) if quantity else None,
        "unit": quantity.unit if quantity else None,
        "when": claim.when.value if claim.when else None,
        "scope": list(claim.scope),
        "polarity": "affirmed" if claim.affirmed else "negated",
        "modality": claim.modality,
        "speaker": claim.speaker,
        "keys": list(claim.keys),
    }


def pair_value(pair: Pair) -> dict[str, Any]:
    """Return a judged pair with both its places."""
    return {
        "id": pair.id,
        "verdict": pair.verdict,
        "kind": pair.kind,
        "attribute": pair.attribute,
        "why": pair.why,
        "a": location_value(pair.a_place, pair.a.value),
        "b": location_value(pair.b_place, pair.b.value),
    }


def story_value(story: Story) -> dict[str, Any]:
    """Return a story: its articles, and the first and last day of their publication."""
    return {"id": story.id, "articles": list(story.articles), "first": story.first, "last": story.last}


def number(value: float | None) -> float | int | None:
    """Return a number as JSON has it: whole ones without a point, unbounded and infinite ones as null."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < 2**53 else value


def line(value: Mapping[str, Any]) -> str:
    """Return a value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _article(record: ArticleRecord, story: str | None) -> dict[str, Any]:
    published = record.published
    return {
        "article": record.id,
        "path": record.path,
        "title": record.title,
        "published": {"value": published.value, "precision": published.precision, "basis": published.basis}
        if published
        else None,
        "source": record.source,
        "story": story,
    }


def finding_value(finding: Finding) -> dict[str, Any]:
    """Return a finding with all its places."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "variant": finding.variant,
        "severity": finding.severity,
        "verdict": finding.verdict,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "primary": location_value(finding.primary),
        "related": [{**location_value(other.place), "role": other.role} for other in finding.related],
    }


def _suppressed(one: Suppressed) -> dict[str, Any]:
    return {**finding_value(one.finding), "by": one.by, "reason": one.reason, "place": one.place}


def summary_value(result: Result) -> dict[str, Any]:
    """Return what sums a run up: counts of what was read, compared, found and left out."""
    return {
        "articles": len(result.articles),
        "claims": result.number_of_claims,
        "pairs": result.number_of_pairs,
        "verdicts": {str(verdict): result.verdicts.get(verdict, 0) for verdict in Verdict},
        "findings": _counts((finding.severity for finding in result.findings), [*Severity]),
        "suppressed": dict(sorted(Counter(one.by for one in result.suppressed).items())),
        "unused": list(result.unused),
        "left_out": dict(sorted(result.left_out.items())),
        "skipped": dict(sorted(result.skipped.items())),
    }


def _counts(values: Iterable[str], every: Iterable[str]) -> dict[str, int]:
    counted = Counter(values)
    return {value: counted[value] for value in every}
