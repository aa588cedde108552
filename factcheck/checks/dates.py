"""Checks of written dates: weekdays that do not fit, days that do not exist, reversed ranges, wrong "yesterdays"."""

import datetime as dt
import re
from collections.abc import Iterator

from factcheck.checks.sides import operand_of, side
from factcheck.domain import ArticleClaims, Basis, Claim, Hit, Kind, Published, Related, Role, Time

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HALF_YEAR = 183  # days
_LEAP_DAY = (2, 29)
_YEAR = re.compile(r"(?<![\w,.])(?:19|20)\d\d(?![\w,.]\d|\w)")


def weekday_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield dates whose weekday, written beside them, is another than the calendar's (D103).

    Variants: year_written; year_inferred for a date without a year within six months of a stated publication date.
    """
    for claim in _claims(article, "weekday"):
        time = claim.when
        if time is None or time.weekday is None or time.days is None or time.days.first.weekday() == time.weekday:
            continue
        if not time.year_written and (not _near(time, article.published) or _is_of_year_told(claim, time)):
            continue
        yield Hit(
            primary=claim.place,
            variant="year_written" if time.year_written else "year_inferred",
            values={
                "date": _plain(time),
                "weekday": WEEKDAYS[time.weekday],
                "actual": WEEKDAYS[time.days.first.weekday()],
            },
            sides=(side(claim),),
        )


def _near(time: Time, published: Published | None) -> bool:
    if published is None or published.days is None or published.basis is Basis.INFERRED or time.days is None:
        return False
    return abs((time.days.first - published.days.first).days) <= _HALF_YEAR


def _is_of_year_told(claim: Claim, time: Time) -> bool:
    """Tell whether a date without a year fits its weekday in a year that the sentence names ("the record of 2024")."""
    assert time.days is not None
    day, years = time.days.first, {int(year) for year in _YEAR.findall(claim.place.sentence)}
    return any(
        dt.date(year, day.month, day.day).weekday() == time.weekday
        for year in years
        if (day.month, day.day) != _LEAP_DAY
    )


def _plain(time: Time) -> str:
    """Return a day as 26 February 2025 would be written in figures: 2025-02-26."""
    assert time.days is not None
    return time.days.first.isoformat()


def impossible_date(article: ArticleClaims) -> Iterator[Hit]:
    """Yield dates and clock times that do not exist (D104)."""
    for claim in _claims(article, "impossible"):
        yield Hit(primary=claim.place, values={"date": claim.place.text}, sides=(side(claim),))


def range_reversed(article: ArticleClaims) -> Iterator[Hit]:
    """Yield ranges of days or years that end before they begin (D105)."""
    for claim in _claims(article, "range"):
        first, last = operand_of(claim, "from"), operand_of(claim, "to")
        if first is None or last is None or first.time is None or last.time is None:
            continue
        if _later(first.time, last.time):
            yield Hit(
                primary=first.place,
                related=(Related(Role.CONFLICTS, last.place),),
                values={"first": first.place.text, "last": last.place.text},
                sides=(side(claim),),
            )


def _later(first: Time, last: Time) -> bool:
    """Tell whether one time begins after another; days without a year are compared within one month."""
    if first.days is not None and last.days is not None:
        return first.days.first > last.days.last
    return first.value[:7] == last.value[:7] and first.value > last.value


def relative_date_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield dates that stand beside "yesterday", "today" or "tomorrow" and are another day (D106)."""
    published = article.published
    if published is None or published.days is None or published.basis is Basis.INFERRED:
        return
    for claim in _claims(article, "relative"):
        word, date = operand_of(claim, "relative"), operand_of(claim, "date")
        if word is None or date is None or word.time is None or date.time is None:
            continue
        if word.time.days is None or date.time.days is None or _one_day(word.time, date.time):
            continue
        related = [Related(Role.CONFLICTS, word.place)]
        if published.place is not None:
            related.append(Related(Role.PUBLISHED, published.place))
        yield Hit(
            primary=date.place,
            related=tuple(related),
            values={"relative": word.place.text, **_days_told(word.time, date.time)},
            sides=(side(claim),),
        )


def _one_day(relative: Time, date: Time) -> bool:
    """Tell whether "yesterday" and the date or bare weekday beside it are one day."""
    assert relative.days is not None
    assert date.days is not None
    if date.form == "weekday":
        return relative.days.first.weekday() == date.weekday
    return relative.days.meets(date.days)


def _days_told(relative: Time, date: Time) -> dict[str, object]:
    """Return what is written beside the relative word and what should be, both as dates or both as weekdays."""
    if date.form != "weekday" or date.weekday is None:
        return {"date": _plain(date), "actual": _plain(relative)}
    assert relative.days is not None
    return {"date": WEEKDAYS[date.weekday], "actual": WEEKDAYS[relative.days.first.weekday()]}


def _claims(article: ArticleClaims, attribute: str) -> Iterator[Claim]:
    for claim in article.of_kind(Kind.DATE):
        if claim.attribute == attribute:
            yield claim
