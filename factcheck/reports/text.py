"""A result as text: each finding with both its places, an excerpt, and carets under exactly the words."""

from collections.abc import Iterator

from factcheck.domain import Finding, Location, Pair, Result
from factcheck.reports.escape import visible_words
from factcheck.reports.excerpt import excerpt
from factcheck.reports.layout import Layout, linked, path_line_column
from factcheck.reports.words import ROLES, below, listed, shown

_INDENT = 4


def render_text(result: Result, layout: Layout) -> str:
    """Return every finding and every pair asked for in a paragraph of its own, then the lines that sum the run up."""
    parts = [
        *("\n".join(_finding(finding, layout)) for finding in listed(result.findings, layout)),
        *("\n".join(_pair(pair, layout)) for pair in shown(result.pairs, layout)),
    ]
    if not layout.quiet:
        parts.append(below(result, layout))
    return "\n\n".join(parts) + "\n" if parts else ""


def _finding(finding: Finding, layout: Layout) -> Iterator[str]:
    severity = layout.severity(finding.severity)
    yield f"{severity} {finding.rule} {finding.name}: {visible_words(finding.message)}"
    yield from _place("", finding.primary, layout)
    for related in finding.related:
        yield from _place(f"{ROLES[related.role]} ", related.place, layout)


def _pair(pair: Pair, layout: Layout) -> Iterator[str]:
    yield f"{pair.verdict} {pair.kind} {visible_words(pair.attribute)}: {visible_words(pair.why)}"
    yield from _place("", pair.a_place, layout)
    yield from _place("", pair.b_place, layout)
    for place in pair.explained_by:
        yield from _place("explained by ", place, layout)


def _place(role: str, place: Location, layout: Layout) -> Iterator[str]:
    yield f"  {role}{linked(path_line_column(place), layout.target(place))}"
    lines = excerpt(place, layout.width - _INDENT)
    if lines.within:
        yield " " * _INDENT + lines.line
        yield " " * _INDENT + lines.carets
