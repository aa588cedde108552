"""Checks of how long ago something was: anniversaries, "five years ago, in 1992", ages and years of birth."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from factcheck.checks.sides import operand_of, side
from factcheck.domain import ArticleClaims, Basis, Claim, Days, Hit, Kind, Operand, Published, Related, Role, Time

_YEAR_DAYS = 365.25
_UNIT_DAYS = {"day": 1.0, "week": 7.0, "month": _YEAR_DAYS / 12, "year": _YEAR_DAYS}
_NEAR_DAY, _LAST_DAYS = 7, 28
_HOUR, _HALF_DAY = 60, 720  # minutes
_HALF_HOUR, _MINUTES_OFF = (
    30,
    10,
)  # minutes by which "five hours later" and "five hours and ten minutes later" may be off
_HALF = 0.5  # of a unit, to which a length is rounded
_ROUND = 10  # "twenty years ago" may be 19 or 22
# A year so near may be that of the celebration: "marked the 50th anniversary of the war's end in 1995".
_CELEBRATED, _TWICE = 15, 2


def anniversary_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield anniversaries whose number is off by more than one from the years since what they remember (D108)."""
    published = _stated(article)
    for claim in article.of_kind(Kind.DURATION):
        since = operand_of(claim, "since")
        if claim.attribute != "anniversary" or published is None or since is None or claim.value is None:
            continue
        if since.time is None or since.time.days is None:
            continue
        number, year = int(claim.value), since.time.days.first.year
        years = {day.year - year for day in _now(claim, published)}
        gap = published.first.year - year
        celebrated = gap <= _CELEBRATED and number >= _TWICE * gap
        slack = 0 if _comes_round(since.time, published) else 1
        if gap > 0 and not celebrated and all(abs(number - since_then) > slack for since_then in years):
            yield Hit(
                primary=claim.place,
                related=(Related(Role.CONFLICTS, since.place), *_published_place(article.published)),
                values={
                    "count": number,
                    "date": since.place.text,
                    "recomputed": gap,
                    "published": published.first.year,
                },
                sides=(side(claim),),
            )


def _comes_round(since: Time, published: Days) -> bool:
    """Tell whether a whole date comes round with the publication, which makes the years since then exact."""
    if since.form != "date" or since.days is None or published.first != published.last:
        return False
    then, now = since.days.first, published.first
    apart = (now - dt.date(now.year, then.month, min(then.day, _LAST_DAYS))).days
    return since.days.last == then and abs(apart) <= _NEAR_DAY


def _now(claim: Claim, published: Days) -> list[dt.date]:
    """Return the days on which an anniversary may be: that of publication, and every other that its sentence names."""
    named = [operand.time.days for operand in claim.operands if operand.role == "now" and operand.time is not None]
    spans = [published, *(days for days in named if days is not None)]
    return [day for days in spans for day in (days.first, days.last)]


def elapsed_time_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield lengths of time that the dates beside them deny (D112).

    Variants: ago ("five years ago, in 1990"), later ("six years later, in 2019", more than one unit off from every time
    told before), lasted ("began in May and lasted a year" of something that can't have reached that age yet).
    """
    published = _stated(article)
    for claim in article.of_kind(Kind.DURATION):
        length, since = operand_of(claim, "length"), operand_of(claim, "since")
        if claim.attribute == "hours":
            yield from _not_so_many_hours_later(claim)
        if claim.attribute not in {"ago", "later", "lasted"} or length is None or since is None:
            continue
        unit = _UNIT_DAYS.get(length.time.unit or "") if length.time is not None else None
        if unit is None or length.time is None or length.time.amount is None:
            continue
        if claim.attribute == "later":
            yield from _not_so_much_later(claim, length, unit)
        elif published is not None and since.time is not None and since.time.days is not None:
            low = (published.first - since.time.days.last).days / unit
            high = (published.last - since.time.days.first).days / unit
            slack = max(1.0, length.time.amount / _ROUND)
            lasted = claim.attribute == "lasted"
            if length.time.amount - _HALF > high if lasted else not low - slack <= length.time.amount <= high + slack:
                counted = max(0, round(low if length.time.amount > high else high))
                yield _elapsed(claim, length, since, counted, article.published)


def _not_so_much_later(claim: Claim, length: Operand, unit: float) -> Iterator[Hit]:
    """Yield "six years later, in 2019" if no time told before lies so long before."""
    amount, date = length.time.amount if length.time else None, operand_of(claim, "date")
    if amount is None or date is None or date.time is None or date.time.days is None:
        return
    slack = max(1.0, amount / _ROUND)
    since = [operand for operand in claim.operands if operand.role == "since"]
    for operand in since:
        assert operand.time is not None
        assert operand.time.days is not None
        low = (date.time.days.first - operand.time.days.last).days / unit
        high = (date.time.days.last - operand.time.days.first).days / unit
        if low - slack <= amount <= high + slack:
            return
    if high > 0:
        yield _elapsed(claim, length, since[-1], round((low + high) / 2), None, date=date)


def _not_so_many_hours_later(claim: Claim) -> Iterator[Hit]:
    """Yield "at 7 p.m., eight hours later" if no clock time told before, of either half of the day, is so far back."""
    length, date = operand_of(claim, "length"), operand_of(claim, "date")
    since = [operand for operand in claim.operands if operand.role == "since"]
    if length is None or date is None or length.time is None or date.time is None or length.time.amount is None:
        return
    stated, reached = length.time.amount, date.time.minute
    slack = _HALF_HOUR if stated % _HOUR == 0 else _MINUTES_OFF
    gaps = [
        (reached - operand.time.minute) % _HALF_DAY
        for operand in since
        if operand.time is not None and operand.time.minute is not None and reached is not None
    ]
    off = [abs((gap - stated + _HALF_DAY / 2) % _HALF_DAY - _HALF_DAY / 2) for gap in gaps]
    if gaps and stated < _HALF_DAY and min(off) > slack:
        hours, minutes = divmod(gaps[-1], _HOUR)
        yield replace(
            _elapsed(claim, length, since[-1], 0, None, date=date),
            variant="later",
            values={
                "length": length.place.text,
                "since": since[-1].place.text,
                "date": date.place.text,
                "counted": f"{hours}:{minutes:02}",
                "unit": "hours",
                "published": "",
            },
        )


def _elapsed(
    claim: Claim,
    length: Operand,
    since: Operand,
    counted: int,
    published: Published | None,
    date: Operand | None = None,
) -> Hit:
    assert length.time is not None
    conflicts = [since, *([date] if date is not None else [])]
    return Hit(
        primary=length.place,
        related=(*(Related(Role.CONFLICTS, each.place) for each in conflicts), *_published_place(published)),
        variant=claim.attribute,
        values={
            "length": length.place.text,
            "since": since.place.text,
            "date": date.place.text if date is not None else since.place.text,
            "counted": counted,
            "unit": f"{length.time.unit}s",
            "published": published.value[:10] if published is not None else "",
        },
        sides=(side(claim),),
    )


def age_birth_year_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield ages that are more than one year off from the date or year of birth (P102)."""
    published = _stated(article)
    for claim in article.of_kind(Kind.DATE):
        age, born = operand_of(claim, "age"), operand_of(claim, "born")
        if claim.attribute != "born" or published is None or age is None or born is None:
            continue
        if age.quantity is None or age.quantity.low is None or born.time is None or born.time.days is None:
            continue
        low, high = _full_years(born.time.days.last, published.first), _full_years(born.time.days.first, published.last)
        if not low - 1 <= age.quantity.low <= high + 1:
            yield Hit(
                primary=age.place,
                related=(Related(Role.CONFLICTS, born.place), *_published_place(article.published)),
                values={
                    "age": f"{age.quantity.low:g}",
                    "date": born.place.text,
                    "ages": f"{low} or {high}" if low < high else f"{high}",
                },
                sides=(side(claim),),
            )


def _full_years(born: dt.date, day: dt.date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _stated(article: ArticleClaims) -> Days | None:
    """Return the days of publication where the article itself states them."""
    published = article.published
    return None if published is None or published.basis is Basis.INFERRED else published.days


def _published_place(published: Published | None) -> tuple[Related, ...]:
    return (Related(Role.PUBLISHED, published.place),) if published and published.place else ()
