"""A result as Markdown, made for a job's summary on GitHub: a table of the findings, then what was looked at."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.domain import Finding, Location, Pair, Related, Result, Role, Severity
from factcheck.reports.escape import visible_words
from factcheck.reports.layout import Layout, counted, cut
from factcheck.reports.places import where
from factcheck.reports.words import ROLES, below, listed, shown

_FINDINGS = ("severity", "rule", "place", "conflicts with", "why")
_PAIRS = ("verdict", "about", "one place", "other place", "why")
_LONGEST = 300  # columns of a verbatim place
_ROOM = 450_000  # bytes of a table's rows; GitHub refuses a summary above one mebibyte as a whole
_ENDLESS = 1_000_000  # no line is wrapped or cut
# What GitHub makes a link, a mention, an emoji or a formula of without any markup, escaped or not, stands in an element
# of its own, which shows nothing. What is markup is written as an entity.
_SPECIAL = re.compile(r"(?P<alone>[@$]|#(?=\w)|:(?=\S)|(?<=www)\.)|(?P<markup>[\\`*_\[\]<>&~|{}])", re.IGNORECASE)


def render_markdown(result: Result, layout: Layout) -> str:
    """Return a table of findings, one of the pairs asked for, and the lines that sum the run up (GitHub's Markdown)."""
    findings = listed(result.findings, layout)
    pairs = shown(result.pairs, layout)
    parts = [
        *([] if layout.quiet else [_title(result)]),
        *([_table(_FINDINGS, _rows(findings, layout))] if findings else []),
        *([_table(_PAIRS, _pairs(pairs, layout))] if pairs else []),
        *([] if layout.quiet else [_below(result, layout)]),
    ]
    return "\n\n".join(parts) + "\n" if parts else ""


def plain(text: str) -> str:
    """Return an article's words so that Markdown shows them as they are, in a table too: no markup, HTML or links."""
    return _SPECIAL.sub(_shown, visible_words(text))


def _shown(found: re.Match[str]) -> str:
    return f"<span>{found[0]}</span>" if found["alone"] else f"&#{ord(found[0])};"


def _title(result: Result) -> str:
    numbers = [
        counted(sum(finding.severity is severity for finding in result.findings), severity) for severity in Severity
    ]
    return f"### factcheck: {', '.join(numbers)}"


def _table(headers: Sequence[str], rows: Iterator[Sequence[str]]) -> str:
    """Return as many rows as there is room for, and how many there was none for."""
    lines = [f"| {' | '.join(headers)} |", f"|{' --- |' * len(headers)}"]
    room, left = _ROOM, 0
    for row in rows:
        line = f"| {' | '.join(row)} |"
        room -= len(line.encode("utf-8", "surrogatepass")) + 1
        if room < 0:
            left += 1
        else:
            lines.append(line)
    return "\n".join([*lines, *([f"\n{left:,} more that a summary has no room for"] if left else [])])


def _rows(findings: Sequence[Finding], layout: Layout) -> Iterator[Sequence[str]]:
    for finding in findings:
        related = sorted(finding.related, key=lambda other: other.role is not Role.CONFLICTS)
        yield (
            f"**{finding.severity}**" if finding.severity is Severity.ERROR else finding.severity,
            f"{finding.rule} {plain(finding.name)}",
            _said(finding.primary, layout),
            "<br>".join(_against(other, layout) for other in related),
            plain(finding.message),
        )


def _pairs(pairs: Sequence[Pair], layout: Layout) -> Iterator[Sequence[str]]:
    for pair in pairs:
        about = pair.kind if pair.attribute == pair.kind else f"{pair.kind} {pair.attribute}"
        explained = "".join(f"<br>{plain(where(place, layout))}" for place in pair.explained_by)
        yield (
            pair.verdict,
            plain(about),
            _said(pair.a_place, layout),
            _said(pair.b_place, layout),
            plain(pair.why) + explained,
        )


def _said(place: Location, layout: Layout) -> str:
    return f"{plain(where(place, layout))}<br>{plain(cut(visible_words(place.text), _LONGEST))}"


def _against(other: Related, layout: Layout) -> str:
    role = "" if other.role is Role.CONFLICTS else f"{ROLES[other.role]}: "
    return role + _said(other.place, layout)


def _below(result: Result, layout: Layout) -> str:
    lines = below(result, replace(layout, width=_ENDLESS, colour=False)).split("\n")
    return "\n".join(f"- {plain(line.strip())}" for line in lines if line)
