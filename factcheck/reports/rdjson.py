"""A result in the Reviewdog Diagnostic Format, rdjson, which reviewdog turns into comments of a review."""

import json
from collections.abc import Sequence

from factcheck.domain import Finding, Location, Result, Severity
from factcheck.reports.escape import visible_json, visible_words
from factcheck.reports.layout import Layout
from factcheck.reports.places import by_place, from_root, with_other_places
from factcheck.reports.words import ROLES
from factcheck.rule import Rule

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render_rdjson(result: Result, layout: Layout, rules: Sequence[Rule]) -> str:
    """Return a DiagnosticResult with every finding, notes too; `rules` give the address that a code leads to."""
    addresses = {rule.code: rule.url for rule in rules if rule.url is not None}
    diagnostics = [_diagnostic(finding, layout, addresses) for finding in by_place(result.findings)]
    document = {"source": {"name": "factcheck"}, "diagnostics": diagnostics}
    return visible_json(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def _diagnostic(finding: Finding, layout: Layout, addresses: dict[str, str]) -> dict[str, object]:
    address = addresses.get(finding.rule)
    return {
        # versions of reviewdog before related_locations show the message alone
        "message": visible_words(f"{finding.name}: {with_other_places(finding, layout)}"),
        "location": _location(finding.primary, layout),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule} | ({"url": address} if address else {}),
        "related_locations": [
            {
                "message": f"{ROLES[other.role]}: {visible_words(other.place.text)}",
                "location": _location(other.place, layout),
            }
            for other in finding.related
        ],
    }


def _location(place: Location, layout: Layout) -> dict[str, object]:
    return {"path": from_root(place.path, layout), "range": _range(place)}


def _range(place: Location) -> dict[str, dict[str, int]]:
    """Return the lines of a place, with columns where they can be told: rdjson counts them in bytes of UTF-8.

    For that all of the line in front of the place must be in its sentence.
    """
    line = place.start - place.sentence_start - (place.column - 1)
    start, end = place.start - place.sentence_start, place.end - place.sentence_start
    if line < 0 or place.sentence[start:end] != (place.source_text or place.text):
        return {"start": {"line": place.line}, "end": {"line": place.end_line}}
    last_line = line if place.end_line == place.line else end - (place.end_column - 1)
    return {
        "start": {"line": place.line, "column": _bytes(place.sentence[line:start]) + 1},
        "end": {"line": place.end_line, "column": _bytes(place.sentence[last_line:end]) + 1},
    }


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
