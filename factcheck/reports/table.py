"""A result as a table: where, what is claimed, what it conflicts with, and why."""

from collections.abc import Sequence

from factcheck.domain import Finding, Location, Pair, Related, Result, Role
from factcheck.reports.escape import visible_words
from factcheck.reports.excerpt import excerpt
from factcheck.reports.grid import Cell, PathWords, Words, grid, words
from factcheck.reports.layout import Layout, columns, cut, path_and_line
from factcheck.reports.words import ROLES, below, listed, shown

_HEADERS = ("rule", "place", "claim", "conflicts with", "why")
_NARROW = 100  # columns below which a place stands above its claim instead of beside it
_CONTEXT = 60  # columns of a sentence that are shown around a place of a few words
_LONGEST = 160  # columns of a place that are shown
_MOST_RELATED = 4


def render_table(result: Result, layout: Layout) -> str:
    """Return the findings as a table, then the pairs asked for, the notes by rule, and a line that sums the run up."""
    findings = listed(result.findings, layout)
    pairs = shown(result.pairs, layout)
    parts = [
        *([_findings_table(findings, layout)] if findings else []),
        *([pairs_table(pairs, layout)] if pairs else []),
        *([] if layout.quiet else [below(result, layout)]),
    ]
    return "\n\n".join(parts) + "\n" if parts else ""


def pairs_table(pairs: Sequence[Pair], layout: Layout) -> str:
    """Return judged pairs as a table: the verdict, what it is about, both places, and why."""
    rows: list[list[Cell]] = [
        [
            words(pair.verdict),
            words(pair.kind)
            if pair.attribute == pair.kind
            else [Words(pair.kind), Words(visible_words(pair.attribute))],
            _said(pair.a_place, layout),
            _said(pair.b_place, layout),
            [Words(visible_words(pair.why)), *(_where(place, layout) for place in pair.explained_by)],
        ]
        for pair in pairs
    ]
    return grid(("verdict", "about", "one place", "other place", "why"), rows, layout.width, apart=True)


def _findings_table(findings: Sequence[Finding], layout: Layout) -> str:
    rows = [_row(finding, layout) for finding in findings]
    if layout.width >= _NARROW:
        return grid(_HEADERS, rows, layout.width, apart=True)
    merged = [[rule, [*place, *claim], against, why] for rule, place, claim, against, why in rows]
    return grid((_HEADERS[0], *_HEADERS[2:]), merged, layout.width, apart=True)


def _row(finding: Finding, layout: Layout) -> list[Cell]:
    related = sorted(finding.related, key=lambda other: other.role is not Role.CONFLICTS)
    against = [part for other in related[:_MOST_RELATED] for part in _against(other, finding.primary, layout)]
    if len(related) > _MOST_RELATED:
        against.append(Words(f"and {len(related) - _MOST_RELATED} more"))
    return [
        [Words(finding.severity, layout.severity(finding.severity)), Words(finding.rule)],
        [_where(finding.primary, layout)],
        words(_verbatim(finding.primary)),
        against,
        words(visible_words(finding.message)),
    ]


def _where(place: Location, layout: Layout) -> PathWords:
    return PathWords(path_and_line(place), layout.target(place))


def _said(place: Location, layout: Layout) -> Cell:
    return [_where(place, layout), Words(_verbatim(place))]


def _against(other: Related, primary: Location, layout: Layout) -> list[Words | PathWords]:
    place = other.place
    here = place.path == primary.path
    if other.role is Role.PUBLISHED and here:
        return [Words(f"published {visible_words(place.text)} (line {place.line})")]
    role = [] if other.role is Role.CONFLICTS else [Words(f"{ROLES[other.role]}:")]
    where = Words(f"line {place.line}:") if here else _where(place, layout)
    return [*role, where, Words(_verbatim(place))]


def _verbatim(place: Location) -> str:
    """Return the words of a place; a few words with as much of their sentence as makes them understood."""
    said = visible_words(place.text)
    return excerpt(place, _CONTEXT).line if columns(said) < _CONTEXT // 2 else cut(said, _LONGEST)
