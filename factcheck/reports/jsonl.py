"""A result as JSON Lines: a finding a line, then the pairs asked for, and a last line that sums the run up."""

from collections.abc import Mapping
from typing import Any

from factcheck.domain import Result
from factcheck.reports.escape import visible_json
from factcheck.reports.json import SCHEMA_VERSION, finding_value, line, pair_value, summary_value
from factcheck.reports.layout import Layout
from factcheck.reports.places import by_place
from factcheck.reports.words import shown


def render_jsonl(result: Result, layout: Layout) -> str:
    """Return one JSON object a line; its `type` is finding, pair or, in the last one, summary."""
    lines: list[Mapping[str, Any]] = [
        *({"type": "finding", **finding_value(finding)} for finding in by_place(result.findings)),
        *({"type": "pair", **pair_value(pair)} for pair in shown(result.pairs, layout)),
        {"type": "summary", "schema_version": SCHEMA_VERSION, **summary_value(result)},
    ]
    return visible_json("".join(f"{line(value)}\n" for value in lines))
