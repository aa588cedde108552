"""Which article of a story puts which event on which day, and which of these days contradict each other."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.domain import ArticleRecord, Claim, Days, Finding, Kind, Location, Modality, Role, Story, Verdict
from factcheck.reports.html.numbering import Numbered

_AROUND = 14  # days before the first and after the last publication that are drawn
_NEAR = 90  # days from publication within which a contradicted day widens the drawing
_LONGEST = 31  # days of a period that is drawn
_KINDS = frozenset({Kind.EVENT, Kind.DATE})


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A day, or a few, on which an article puts one or more events; `number` is the mark's on the drawing."""

    number: int
    article: str
    days: Days
    claims: tuple[Claim, ...]

    @property
    def ahead(self) -> bool:
        """Tell whether all that is told of it is planned or expected."""
        return all(claim.modality in {Modality.PLANNED, Modality.EXPECTED} for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A finding between two days: one that is told, and another one or, where `other` is None, `article`'s own day."""

    rule: str
    told: ToldDay
    other: ToldDay | None
    article: str


@dataclass(frozen=True, slots=True)
class StoryDays:
    """What is drawn of a story: its articles in the order of publication, from `first` to `last`.

    `left_out` counts the told days that lie further away or are longer than a month.
    """

    records: tuple[ArticleRecord, ...]
    told: tuple[ToldDay, ...]
    contradictions: tuple[Contradiction, ...]
    first: dt.date
    last: dt.date
    left_out: int


def story_days(story: Story, page: Numbered, claims: Mapping[str, Sequence[Claim]]) -> StoryDays | None:
    """Return the days of a story, None when none of its articles is dated."""
    records = sorted((page.records[name] for name in story.articles if name in page.records), key=_by_publication)
    published = [day for record in records if (day := published_day(record)) is not None]
    if not published:
        return None
    every = [
        ToldDay(0, record.id, days, told) for record in records for days, told in _by_days(claims.get(record.id, ()))
    ]
    against = [place for finding in _contradicting(page, story) for place in _places(finding)]
    near = [
        day
        for mark in every
        if any(_holds(mark, place) for place in against)
        for day in (mark.days.first, mark.days.last)
        if min(abs((day - other).days) for other in published) <= _NEAR
    ]
    first = _later(min([*published, *near]), -_AROUND)
    last = _later(max([*published, *near]), _AROUND)
    drawn = [
        mark for mark in every if first <= mark.days.first and mark.days.last <= last and _length(mark) <= _LONGEST
    ]
    told = tuple(ToldDay(number, mark.article, mark.days, mark.claims) for number, mark in enumerate(drawn, 1))
    shown = [*published, *(mark.days.first for mark in told), *(mark.days.last for mark in told)]
    return StoryDays(
        records=tuple(records),
        told=told,
        contradictions=tuple(_contradictions(page, story, told)),
        first=min(shown),
        last=max(shown),
        left_out=len(every) - len(told),
    )


def published_day(record: ArticleRecord) -> dt.date | None:
    """Return the first day on which an article may have been published."""
    return record.published.days.first if record.published is not None and record.published.days is not None else None


def _by_publication(record: ArticleRecord) -> tuple[dt.date, str, str]:
    return (published_day(record) or dt.date.max, record.published.value if record.published else "", record.id)


def _later(day: dt.date, days: int) -> dt.date:
    """Return a day some days later, within the years that there are."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, dt.date.min.toordinal()), dt.date.max.toordinal()))


def _length(mark: ToldDay) -> int:
    return (mark.days.last - mark.days.first).days + 1


def _by_days(claims: Sequence[Claim]) -> list[tuple[Days, tuple[Claim, ...]]]:
    grouped: dict[Days, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.place.start, claim.id)):
        if claim.kind in _KINDS and claim.when is not None and claim.when.days is not None:
            grouped.setdefault(claim.when.days, []).append(claim)
    return [(days, tuple(grouped[days])) for days in sorted(grouped)]


def _contradicting(page: Numbered, story: Story) -> list[Finding]:
    return [finding for _, finding in page.findings_of(story) if finding.verdict is Verdict.CONFLICT]


def _places(finding: Finding) -> list[Location]:
    return [finding.primary, *(other.place for other in finding.related if other.role is Role.CONFLICTS)]


def _holds(mark: ToldDay, place: Location) -> bool:
    return mark.article == place.article and any(
        claim.place.start < place.end and place.start < claim.place.end for claim in mark.claims
    )


def _contradictions(page: Numbered, story: Story, told: Sequence[ToldDay]) -> list[Contradiction]:
    def mark_of(place: Location) -> ToldDay | None:
        return next((mark for mark in told if _holds(mark, place)), None)

    found = []
    for finding in _contradicting(page, story):
        mark = mark_of(finding.primary)
        if mark is None:
            continue
        for related in finding.related:
            other = mark_of(related.place) if related.role is Role.CONFLICTS else None
            if related.role is Role.PUBLISHED or (other is not None and other is not mark):
                found.append(Contradiction(finding.rule, mark, other, related.place.article))
    return found
