"""Days, weekdays, months and weekends resolved."""

import datetime as dt
import re
from dataclasses import replace

from factcheck.domain import Days, Time
from factcheck.language import timex_calendar as cal
from factcheck.language.times_words import classes_of, value_of
from factcheck.language.timex_known import Known
from factcheck.language.timex_tense import direction
from factcheck.language.timex_words import Reading, edge, leading_number, spelled_number, whole

_WEEK = 7
_RANGES = frozenset({"to", "through", "until", "till", "-", "–"})
_LONGEST_MONTH = 31
_NEAR = 90  # days from publication within which a day and month count as explicit without a year
_FIGURES = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


def _day(value: dt.date, **fields: object) -> Time:
    return Time(type="DATE", value=value.isoformat(), days=Days(value, value), **fields)  # type: ignore[arg-type]


def stated_year(reading: Reading, known: Known) -> tuple[int | None, bool]:
    """Return the year that an expression gives, and whether it stands there in figures."""
    years = reading.every("any_year")
    if years:
        return int(years[-1]), True
    spelled = spelled_number(reading)
    if spelled:
        return spelled, True
    for at, word in enumerate(reading.words):
        if "apostrophe" in classes_of(word, reading.grammar) and reading.words[at + 1 : at + 2]:
            digits = reading.words[at + 1]
            if digits.isdigit() and len(digits) == 2:
                return _century(int(digits), known), True
    if reading.has("year_word") and known.published:
        for name in ("last", "next", "this", "following", "same"):
            step = whole(reading.first(name))
            if step is not None:
                return known.published.year + step, False
    return None, False


def _century(short: int, known: Known) -> int:
    """Return the year of two digits that is nearest to publication, at most 20 years ahead."""
    limit = (known.published.year if known.published else 2030) + 20
    return max(year for year in range(short, limit + 1, 100))


def _impossible(year: str, month: int, number: int, **fields: object) -> Time:
    return Time(type="DATE", value=f"{year}-{month:02}-{number:02}", form="date", fault="impossible", **fields)  # type: ignore[arg-type]


def _day_number(reading: Reading) -> int | None:
    for word in reading.words:
        names = classes_of(word, reading.grammar)
        if names & {"day", "daynth"}:
            return leading_number(word)
        if "ordinal" in names:
            return whole(value_of(word, "ordinal", reading.grammar))
    beyond = [word for word in reading.every("two_digits") if int(word) > _LONGEST_MONTH]
    return int(beyond[0]) if beyond else None


def weekday_of(reading: Reading) -> int | None:
    """Return the weekday that an expression names, 0 for Monday; None when it names none."""
    found = reading.first("weekday")
    return whole(found if found is not None else reading.first("weekday_short"))


def iso(reading: Reading, known: Known) -> Time | None:
    """2025-02-04, with or without a clock time behind a T."""
    year, month, tail = reading.words[0], reading.words[2], reading.words[4]
    number, _, time = tail.partition("T")
    if not 1 <= int(month) <= 12 or not 1 <= int(number) <= 31:
        return None
    found = cal.day(int(year), int(month), int(number))
    if found is None:
        return _impossible(year, int(month), int(number), year_written=True)
    if time:
        return Time(
            "TIME",
            f"{found.isoformat()}T{time[:5]}",
            Days(found, found),
            explicit=True,
            form="clock",
            year_written=True,
        )
    return _day(found, explicit=True, form="date", year_written=True)


def figures(reading: Reading, known: Known) -> Time | None:
    """04/02/2025 and 4.2.2025: day first with stops; with strokes the possible order, the nearer one if both are."""
    found = _FIGURES.fullmatch(reading.words[0])
    if found is None:
        return None
    one, two, year = int(found[1]), int(found[2]), int(found[3])
    if "." in reading.words[0]:
        there = cal.day(year, two, one) if 1 <= two <= 12 and 1 <= one <= 31 else None
        if there is None and 1 <= two <= 12 and one <= 31:
            return _impossible(found[3], two, one, year_written=True)
        return _day(there, explicit=True, form="date", year_written=True) if there else None
    possible = sorted({there for month, number in ((one, two), (two, one)) if (there := cal.day(year, month, number))})
    if not possible:
        month, number = sorted((one, two))
        if 1 <= month <= 12 < number <= _LONGEST_MONTH:  # either way round the month lacks the day: 31/06/2025
            return _impossible(found[3], month, number, year_written=True)
        return None
    if known.published is None and len(possible) > 1:
        return Time("DATE", found[3], form="date", year_written=True)
    anchor = known.published or possible[0]
    there = min(possible, key=lambda day: (abs((day - anchor).days), day))
    return _day(there, explicit=len(possible) == 1, form="date", year_written=True)


def date(reading: Reading, known: Known) -> Time | None:
    """A day of a month, with or without weekday and year; without a year the nearest to publication within 90 days."""
    month, number = whole(reading.first("month")), _day_number(reading)
    if month is None or number is None:
        return None
    beside = weekday_of(reading)
    year, written = stated_year(reading, known)
    spans = [word for word in reading.words if "day_span" in classes_of(word, reading.grammar)]
    if year is not None:
        found = cal.day(year, month, number)
        if found is None:
            return _impossible(f"{year:04}", month, number, weekday=beside, year_written=written)
        return _spanned(
            _day(found, explicit=written, form="date", weekday=beside, year_written=written, mod=edge(reading)), spans
        )
    if not cal.possible(month, number):
        return _impossible("XXXX", month, number, weekday=beside)
    if known.published is None:
        return Time("DATE", f"XXXX-{month:02}-{number:02}", form="date", weekday=beside, mod=edge(reading))
    near = cal.nearest_year(month, number, known.published)
    if near is None:  # 29 February far from a leap year
        return Time("DATE", f"XXXX-{month:02}-{number:02}", form="date", weekday=beside)
    if abs((near - known.published).days) <= _NEAR:
        return _spanned(_day(near, explicit=True, form="date", weekday=beside, mod=edge(reading)), spans)
    far = _far(near, known.published, direction(reading.token, reading.lexicon, before=reading.before))
    return _day(far, form="date", weekday=beside, mod=edge(reading))


def shared(reading: Reading, known: Known) -> Time | None:
    """The first day of "4-7 February", which shares the month; nothing when that lacks it ("from 31 to 2 February")."""
    found = date(reading, known)
    return None if found is None or found.fault else found


def _spanned(found: Time, spans: list[str]) -> Time:
    """Widen a day to the days of "4–7 February"; one whose end comes before its start is faulty."""
    if not spans or found.days is None:
        return found
    first, last = (int(part) for part in re.split(r"\D", spans[0]))
    day = cal.day(found.days.first.year, found.days.first.month, last)
    fault = "reversed" if last < first else "impossible" if day is None else None
    days = Days(found.days.first, day) if day and not fault else None
    return replace(found, days=days, fault=fault)


def _far(near: dt.date, published: dt.date, way: int) -> dt.date:
    """Return the day of this day and month that the tense asks for, the nearest one when it asks for none."""
    if way < 0 and near > published:
        return cal.day(near.year - 1, near.month, near.day) or near
    if way > 0 and near < published:
        return cal.day(near.year + 1, near.month, near.day) or near
    return near


def weekday(reading: Reading, known: Known) -> Time | None:
    """A weekday alone: within seven days of publication, on the side that its clause tells of."""
    number = weekday_of(reading)
    if number is None:
        return None
    mod = edge(reading)
    if known.published is None:
        return Time("DATE", f"XXXX-WXX-{number + 1}", form="weekday", weekday=number, mod=mod)
    start = known.published
    if reading.has("last") or reading.has("next") or reading.has("following"):
        anchor = start if not (reading.has("following") or "previous" in reading.words) else known.anchor or start
        way = -1 if reading.has("last") else 1
        found = cal.weekday_near(anchor + dt.timedelta(way), number, way)
    else:
        way = direction(reading.token, reading.lexicon, before=reading.before)
        found = cal.weekday_near(start, number, 1 if way > 0 else -1)
        if known.day and found < known.day and reading.before in _RANGES and abs((start - known.day).days) <= _WEEK:
            found = cal.weekday_near(known.day, number, 1)  # "from Monday to Thursday"
    return _day(found, form="weekday", weekday=number, mod=mod)


def today(reading: Reading, known: Known) -> Time | None:
    """Today, yesterday and tomorrow, counted from publication."""
    step = whole(reading.first("today")) or 0
    if known.published is None:
        return Time("DATE", "PRESENT_REF" if step == 0 else "XXXX-XX-XX", form="relative", mod=edge(reading))
    found = cal.moved(known.published, step)
    return _day(found, form="relative", mod=edge(reading)) if found else None


def month(reading: Reading, known: Known) -> Time | None:
    """A month; without a year the nearest one on the side that its clause tells of."""
    number = whole(reading.first("month"))
    if number is None or _is_name(reading):
        return None
    year, written = stated_year(reading, known)
    mod = edge(reading)
    if year is not None:
        return Time("DATE", f"{year:04}-{number:02}", explicit=False, form="month", year_written=written, mod=mod)
    if known.published is None:
        return Time("DATE", f"XXXX-{number:02}", form="month", mod=mod)
    here = known.published.month
    back = known.published.year - (number > here)
    ahead = known.published.year + (number < here)
    if reading.has("this"):
        year = known.published.year
    elif reading.has("last"):
        year = back - (number == here or number == here - 1)  # of the month just gone one says "last month"
    elif reading.has("next"):
        year = ahead + (number == here)
    else:
        year = ahead if direction(reading.token, reading.lexicon, before=reading.before) > 0 else back
    return Time("DATE", f"{year:04}-{number:02}", form="month", mod=mod)


def _is_name(reading: Reading) -> bool:
    """Tell whether a month's word is a given name: "June Smith", with nothing before it that a month would have."""
    doc, at = reading.token.doc, reading.token.i
    if len(reading.words) > 1 or at + 1 >= len(doc) or not doc.tagged:
        return False
    led = {"time_preposition", "loose_preposition", "determiner", "since"} & classes_of(reading.before, reading.grammar)
    return not led and doc[at + 1].tag_ == "NNP" and doc[at + 1].text.istitle()


def month_set(reading: Reading, known: Known) -> Time | None:
    """Every July."""
    return Time("SET", f"XXXX-{whole(reading.first('month')) or 1:02}", form="set")


def weekday_set(reading: Reading, known: Known) -> Time | None:
    """Fridays, every Friday."""
    found = reading.first("weekdays")
    number = whole(found if found is not None else reading.first("weekday"))
    return Time("SET", f"XXXX-WXX-{(number or 0) + 1}", form="set", weekday=number)


def weekend(reading: Reading, known: Known) -> Time | None:
    """The weekend, last or next weekend."""
    if reading.has("each"):
        return Time("SET", "XXXX-WXX-WE", form="set")
    if known.published is None:
        return Time("DATE", "XXXX-WXX-WE", form="relative", mod=edge(reading))
    weeks = 0
    if reading.has("last"):
        weeks = -1
    elif reading.has("next"):
        weeks = 1
    elif not reading.has("this") and known.published.weekday() < 4:
        weeks = 0 if direction(reading.token, reading.lexicon, before=reading.before) > 0 else -1
    value = cal.week_value(known.published, weeks)
    return Time("DATE", f"{value}-WE", form="relative", mod=edge(reading)) if value else None
