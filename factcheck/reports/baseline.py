"""A baseline as JSON, a finding a line: two versions of it can be compared, and merged, by line."""

from collections.abc import Iterable

import msgspec

from factcheck.baseline import Entry
from factcheck.reports.json import document


def render_baseline(entries: Iterable[Entry]) -> str:
    """Return the file's text; docs/schema/baseline.json is its schema."""
    return document(findings=[msgspec.structs.asdict(entry) for entry in entries])
