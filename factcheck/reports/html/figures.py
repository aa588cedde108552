"""Figures that several reports of a story give for one thing."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.compare.intervals import widened
from factcheck.domain import ArticleRecord, Claim, Interval, Kind, Pair, Verdict
from factcheck.reports.html.days import published_day
from factcheck.reports.html.numbering import Numbered

_KINDS = frozenset({Kind.COUNT, Kind.PERCENTAGE, Kind.MONEY, Kind.MEASURE})


@dataclass(frozen=True, slots=True)
class Report:
    """One report of a figure: when (days since the year 1, with the time of day where it is stated), and the value.

    `low` and `high` are the value as written, not both None; `bounds` are all values that the words may stand for,
    rounding and hedges counted in.
    """

    when: float
    day: dt.date
    claim: Claim
    low: float | None
    high: float | None
    bounds: Interval

    @property
    def value(self) -> float:
        """Return the written value, the middle of a written range."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return sum(ends) / len(ends)


@dataclass(frozen=True, slots=True)
class Series:
    """One figure in several reports, the earliest first; `undated` counts those of articles without a date."""

    title: str
    reports: tuple[Report, ...]
    conflict: bool
    undated: int


def figures(pairs: Sequence[Pair], page: Numbered) -> tuple[list[Series], int]:
    """Return the figures in a story's pairs that differ between reports, and how many are told alike by all.

    Claims that were judged to speak of one thing, in one unit, are one figure. Contradicted ones come first.
    """
    series = []
    alike = 0
    for claims, conflict in _groups([pair for pair in pairs if _comparable(pair)]):
        one = _series(claims, page, conflict=conflict)
        if len({(report.low, report.high) for report in one.reports}) > 1:
            series.append(one)
        else:
            alike += len(one.reports) > 1
    return sorted(series, key=lambda one: (not one.conflict, -len(one.reports), one.title)), alike


def _comparable(pair: Pair) -> bool:
    ours, theirs = pair.a.quantity, pair.b.quantity
    return (
        ours is not None
        and theirs is not None
        and pair.kind in _KINDS
        and pair.a.place.article != pair.b.place.article
        and (ours.kind, ours.unit, ours.per, ours.change) == (theirs.kind, theirs.unit, theirs.per, theirs.change)
    )


def _groups(pairs: Sequence[Pair]) -> list[tuple[list[Claim], bool]]:
    """Return the claims that pairs link, directly or through others, and whether any two of them conflict.

    A link that would give an article two values of one figure is none: it tells of two things.
    """
    groups: dict[str, tuple[dict[str, Claim], list[Verdict]]] = {}
    for pair in pairs:
        ours = groups.setdefault(pair.a.id, ({pair.a.id: pair.a}, []))
        theirs = groups.setdefault(pair.b.id, ({pair.b.id: pair.b}, []))
        if ours is not theirs:
            if not _one_value_an_article([*ours[0].values(), *theirs[0].values()]):
                continue
            ours[0].update(theirs[0])
            ours[1].extend(theirs[1])
            groups.update(dict.fromkeys(theirs[0], ours))
        ours[1].append(pair.verdict)
    distinct = {id(group): group for group in groups.values()}
    return [(list(claims.values()), Verdict.CONFLICT in verdicts) for claims, verdicts in distinct.values()]


def _one_value_an_article(claims: Sequence[Claim]) -> bool:
    values = {
        (claim.place.article, claim.quantity.low, claim.quantity.high) for claim in claims if claim.quantity is not None
    }
    return len(values) == len({article for article, _, _ in values})


def _series(claims: Sequence[Claim], page: Numbered, *, conflict: bool) -> Series:
    found: dict[tuple[str, float, Interval], Report] = {}
    undated = 0
    for claim in sorted(claims, key=lambda claim: (claim.place.article, claim.place.start)):
        report = _report(claim, page.records.get(claim.place.article))
        if report is None:
            undated += 1
        else:
            found.setdefault((claim.place.article, report.value, report.bounds), report)
    ordered = sorted(found.values(), key=lambda report: (report.when, report.claim.place.article, report.value))
    return Series(_title(claims), tuple(ordered), conflict, undated)


def _report(claim: Claim, record: ArticleRecord | None) -> Report | None:
    day = published_day(record) if record is not None else None
    quantity = claim.quantity
    if record is None or day is None or quantity is None:
        return None
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    if not ends or not all(map(math.isfinite, ends)):
        return None
    return Report(_when(record, day), day, claim, quantity.low, quantity.high, widened(quantity))


def _when(record: ArticleRecord, day: dt.date) -> float:
    value = record.published.value if record.published is not None else ""
    clock = value.partition("T")[2][:5]
    hour, minute = clock.split(":") if len(clock) == 5 and clock[2] == ":" else ("12", "0")
    return day.toordinal() + int(hour) / 24 + int(minute) / 1440


def _title(claims: Sequence[Claim]) -> str:
    words = Counter(claim.attribute for claim in claims)
    attribute = min(words, key=lambda word: (-words[word], word)).replace("_", " ")
    quantity = claims[0].quantity
    if quantity is None or quantity.unit is None or quantity.unit == attribute:
        return attribute
    per = f" per {quantity.per}" if quantity.per else ""
    return f"{attribute}, {quantity.unit}{per}"
