"""The lines that stand below every report for people: notes by rule, and what was and was not looked at."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from factcheck.domain import Finding, Pair, Result, Role, Severity, Suppressed
from factcheck.reports.escape import visible_words
from factcheck.reports.layout import Layout, counted, cut, wrap

ROLES: Mapping[Role, str] = {
    Role.CONFLICTS: "conflicts with",
    Role.PUBLISHED: "published",
    Role.EXPLAINS: "explained by",
    Role.CONTEXT: "see also",
}
_GRAVITY = {severity: number for number, severity in enumerate(Severity)}


def listed(findings: Iterable[Finding], layout: Layout) -> list[Finding]:
    """Return the findings that a report lists, the gravest first, then by path and place; notes only when asked for."""
    chosen = [finding for finding in findings if layout.notes or finding.severity is not Severity.NOTE]
    return sorted(
        chosen,
        key=lambda finding: (
            _GRAVITY[finding.severity],
            finding.primary.path,
            finding.primary.in_source[0],
            finding.rule,
            finding.fingerprint,
        ),
    )


def shown(pairs: Iterable[Pair], layout: Layout) -> list[Pair]:
    """Return the pairs of the verdicts that the layout shows, by verdict and place."""
    return in_order(pair for pair in pairs if pair.verdict in layout.show)


def in_order(pairs: Iterable[Pair]) -> list[Pair]:
    """Return pairs by verdict, paths and places."""
    return sorted(
        pairs,
        key=lambda pair: (
            pair.verdict,
            pair.a_place.path,
            pair.a_place.in_source[0],
            pair.b_place.path,
            pair.b_place.in_source[0],
            pair.id,
        ),
    )


def below(result: Result, layout: Layout) -> str:
    """Return what stands below the findings: one line a rule that has notes, then one for the whole run.

    A last line says what was left out or skipped, where there is such a thing.
    """
    lines = [] if layout.notes else _notes(result.findings, layout)
    return "\n".join([*lines, *([""] if lines else []), *_run(result, layout)])


def _notes(findings: Sequence[Finding], layout: Layout) -> list[str]:
    notes = [finding for finding in findings if finding.severity is Severity.NOTE]
    by_rule: dict[str, list[Finding]] = {}
    for note in sorted(notes, key=lambda note: (note.rule, note.primary.path, note.primary.in_source[0])):
        by_rule.setdefault(note.rule, []).append(note)
    indent = max((len(counted(len(group), "note")) for group in by_rule.values()), default=0)
    return [_notes_of_rule(group, indent, layout) for group in by_rule.values()]


def _notes_of_rule(notes: Sequence[Finding], indent: int, layout: Layout) -> str:
    first = notes[0]
    number = counted(len(notes), "note").rjust(indent)
    said = f": {visible_words(first.message)}" if len(notes) == 1 else ""
    line = cut(f"{number}  {first.rule} {first.name}{said}", layout.width)
    return line.replace("note", layout.severity(Severity.NOTE), 1)


def _run(result: Result, layout: Layout) -> list[str]:
    unread = sum(record.fault is not None for record in result.articles)
    articles = counted(len(result.articles), "article") + (f" ({unread} not read)" if unread else "")
    grave = Counter(finding.severity for finding in result.findings)
    found = [counted(grave[severity], severity).replace(severity, layout.severity(severity)) for severity in Severity]
    looked = (
        f"{articles}, {counted(result.number_of_claims, 'claim')}, {counted(result.number_of_pairs, 'pair')} compared"
    )
    gaps = [
        line
        for word, counts in (("left out", result.left_out), ("skipped", result.skipped))
        if any(counts.values())
        for line in wrap(f"{word}: {_reasons(counts)}", layout.width)
    ]
    return [f"{looked}: {', '.join(found)}", *_suppressed(result.suppressed, layout), *gaps]


def _suppressed(suppressed: Sequence[Suppressed], layout: Layout) -> list[str]:
    """Return how many findings are suppressed, and by what; nothing when none is."""
    if not suppressed:
        return []
    by = Counter(_suppressor(one) for one in suppressed)
    named = ", ".join(
        f"{number:,} by {visible_words(name)}" for name, number in sorted(by.items(), key=lambda one: (-one[1], one[0]))
    )
    return wrap(f"{counted(len(suppressed), 'finding')} suppressed: {named}", layout.width)


def _suppressor(one: Suppressed) -> str:
    """Return what suppresses a finding: the baseline, a comment, or an ignore file by its name."""
    if one.by == "ignore" and one.place:
        return PurePath(re.sub(r":[0-9]+\Z", "", one.place)).name
    return "the baseline" if one.by == "baseline" else f"{one.by}s"


def _reasons(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{visible_words(reason)} ({number:,})" for reason, number in sorted(counts.items()) if number)
