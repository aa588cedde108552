"""The year of a dateline without one, inferred from reports of the same matter."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.domain import ArticleRecord, Basis, Days, Kind, Pair, Verdict

_WITHIN_DAYS = 60
_LINKING = frozenset({Verdict.AGREE, Verdict.ROUNDING, Verdict.REWORDING})


def tells_of_one_time(pair: Pair) -> bool:
    """Tell whether a pair's two articles agree on something, so that the one's year may be the other's."""
    return pair.verdict in _LINKING and pair.kind is not Kind.NAME and pair.a.place.article != pair.b.place.article


def infer_dates(records: Mapping[str, ArticleRecord], links: Iterable[tuple[str, str]]) -> Mapping[str, ArticleRecord]:
    """Return the records with the years that overlapping reports give to datelines without one.

    `links` are the articles of pairs that tell of one time, each two of them.

    A year is taken when every dated report that agrees with the article puts it within 60 days of its own date and all
    give the same year. Such a date has the basis `inferred`: it is the ground of no error.
    """
    linked: dict[str, set[str]] = defaultdict(set)
    for one, other in links:
        linked[one].add(other)
        linked[other].add(one)
    return {
        name: dated(record, [records[other] for other in sorted(linked.get(name, ()))])
        for name, record in records.items()
    }


def dated(record: ArticleRecord, others: Sequence[ArticleRecord]) -> ArticleRecord:
    """Return a record with the year that the articles agreeing with it, sorted by id, all give; else as it is."""
    published = record.published
    if published is None or not is_yearless(record):
        return record
    by_day: dict[dt.date, list[str]] = defaultdict(list)
    for other in others:
        if other.published and other.published.days and other.published.basis is not Basis.INFERRED:
            day = nearest(published.value.removeprefix("XXXX-"), other.published.days.first)
            if day is not None and abs((day - other.published.days.first).days) <= _WITHIN_DAYS:
                by_day[day].append(other.id)
    if len(by_day) != 1:
        return record
    ((day, reports),) = by_day.items()
    return replace(
        record,
        published=replace(
            published, value=day.isoformat(), basis=Basis.INFERRED, days=Days(day, day), inferred_from=tuple(reports)
        ),
    )


def is_yearless(record: ArticleRecord) -> bool:
    """Tell whether an article states the day and month of its publication and not the year."""
    published = record.published
    return published is not None and published.days is None and published.value.startswith("XXXX-")


def nearest(month_and_day: str, to: dt.date) -> dt.date | None:
    """Return the day "02-04" in the year that puts it nearest to another day; None for a 29 February too far off."""
    found = []
    for year in (to.year - 1, to.year, to.year + 1):
        try:
            found.append(dt.date.fromisoformat(f"{year:04d}-{month_and_day}"))
        except ValueError:
            continue
    return min(found, key=lambda day: abs((day - to).days), default=None)
