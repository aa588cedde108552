"""Durations, repeated times, and times at a distance ("three days ago", "a year earlier") resolved."""

import datetime as dt

from factcheck.domain import Time
from factcheck.language import timex_calendar as cal
from factcheck.language.syntax import predicate, verb_group
from factcheck.language.times_words import classes_of
from factcheck.language.timex_known import Known
from factcheck.language.timex_words import UNIT_NAMES, Reading, amount, hedge, length, whole

_DAYS_BACK = {"S", "MIN", "H"}


def counted(reading: Reading, count: float | None, unit: str) -> Time:
    """Return a duration of so many units."""
    return Time(
        "DURATION", length(count, unit), form="duration", amount=count, unit=UNIT_NAMES[unit], mod=hedge(reading)
    )


def _unit(reading: Reading) -> str | None:
    found = reading.first("units") or reading.first("unit")
    return str(found) if found is not None else None


def duration(reading: Reading, known: Known) -> Time | None:
    """Three days, two-week, half an hour, several months, a year."""
    unit = _unit(reading)
    if unit is None:
        return None
    if [word.lower() for word in reading.words] == ["one", "day"] and _some_day(reading):
        return Time("DATE", "FUTURE_REF", form="relative")
    rate = reading.words[0].lower() in {"a", "an"} and len(reading.words) == 2 and _after_amount(reading)
    return unit_set(reading, known) if rate else counted(reading, _count(reading), unit)


def _some_day(reading: Reading) -> bool:
    """Tell whether "one day" is a day to come: right before or behind the auxiliary of a clause that looks forward."""
    verb = predicate(reading.token) if reading.token.doc.parsed else None
    return (
        verb is not None
        and verb_group(verb).tense == "future"
        and reading.token.head.i == verb.i
        and reading.token.i < verb.i
    )


def _after_amount(reading: Reading) -> bool:
    """Tell whether an amount stands before a unit, whose rate it then is ("$3 million a year", "twice a week")."""
    return bool(classes_of(reading.before, reading.grammar) & {"number", "counted", "times_a"})


def span(reading: Reading, known: Known) -> Time | None:
    """The past two months, the first nine months."""
    if reading.has("several") and not reading.has("first"):
        return Time("DATE", "PAST_REF", form="relative") if reading.has("last") else duration(reading, known)
    return duration(reading, known)


def _count(reading: Reading) -> float | None:
    """Return the number of units; None for a vague or ranged one ("several", "12 to 18", bare "years")."""
    if reading.has("range_word") and _ranged(reading):
        return None
    if reading.has("units") and not reading.has("number") and not reading.has("a_few") and not reading.has("fraction"):
        return None
    count = amount(reading)
    extra = count == 0.5 and reading.has("and") and reading.words[0].lower() in {"a", "an"}  # an hour and a half
    return 1.5 if extra else count


def _ranged(reading: Reading) -> bool:
    words = list(reading.words)
    numbers = [at for at, word in enumerate(words) if word in reading.every("number")]
    return any(
        words[at].lower() in {"to", "or", "-", "–"}
        and at - 1 in numbers
        and at + 1 in numbers
        and not _compound(words, at, reading)
        for at in range(1, len(words) - 1)
    )


def _compound(words: list[str], at: int, reading: Reading) -> bool:
    """Tell whether a hyphen joins tens and ones ("twenty-four")."""
    return words[at - 1].lower().endswith("ty") and words[at] not in {"to", "or"}


def unit_value(anchor: dt.date, unit: str, step: int) -> str | None:
    """Return the day, week, month, quarter, year, decade or century so many units from the one that holds a day."""
    if unit == "D":
        there = cal.moved(anchor, step)
        return there.isoformat() if there else None
    if unit in {"W", "FN"}:
        return cal.week_value(anchor, step * (2 if unit == "FN" else 1))
    if unit == "M":
        return cal.month_value(anchor, step)
    if unit == "Q":
        return cal.quarter_value(anchor, step)
    years = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}[unit]
    moved = cal.year_value(anchor, step * years)
    return moved[: {"DE": 3, "CE": 2}.get(unit, 4)] if moved else None


def ago(reading: Reading, known: Known) -> Time | None:
    """Three days ago, two years from now; "a year ago" beside a quarter is that quarter a year before."""
    unit = _unit(reading)
    if unit is None:
        return None
    way = -1 if reading.has("ago") else 1
    return _at_distance(reading, known, unit, way, known.published)


def shifted(reading: Reading, known: Known) -> Time | None:
    """A year earlier, two days later, the day before yesterday: counted from what the text has named last."""
    step = whole(reading.first("today"))
    if step is not None:
        there = cal.moved(known.published, 2 * step) if known.published else None
        return Time("DATE", there.isoformat() if there else "XXXX-XX-XX", form="relative")
    unit = _unit(reading)
    if unit is None:
        return None
    way = -1 if reading.has("earlier") or reading.has("before") else 1
    anchor = known.anchor
    if known.last and unit not in {"D", "W"}:
        days = cal.days_of(known.last)
        anchor = days.first if days else anchor
    if unit == "Y" and known.last and _long_ago(known.last, known.published):
        return _years_from(known.last, reading, way)
    if unit == "Y" and way < 0 and not known.quarter:
        anchor = known.published
    return _at_distance(reading, known, unit, way, anchor)


def _long_ago(value: str, published: dt.date | None) -> bool:
    """Tell whether a year lies so far back that "a year earlier" counts from it and not from today's figures."""
    return published is not None and int(value[:4]) < published.year - 1


def _years_from(value: str, reading: Reading, way: int) -> Time:
    """Return the time so many years from a year, quarter or month named before, and as broad as that one."""
    count = _count(reading)
    there = cal.year_later(value[:7], way * int(count)) if count is not None and count == int(count) else None
    vague = "PAST_REF" if way < 0 else "FUTURE_REF"
    return Time("DATE", there or vague, form="relative", amount=count, unit="year", mod=hedge(reading))


def _at_distance(reading: Reading, known: Known, unit: str, way: int, anchor: dt.date | None) -> Time:
    vague = "PAST_REF" if way < 0 else "FUTURE_REF"
    count = _count(reading)
    mod = hedge(reading)
    name = UNIT_NAMES[unit]
    if count is None or unit in _DAYS_BACK or anchor is None:
        return Time("DATE", vague, form="relative", amount=count, unit=name, mod=mod)
    if unit == "Y" and count != int(count):
        unit, count = "M", round(count * 12)
    value = None
    if unit == "Y" and count == 1 and way < 0 and known.quarter:
        value = cal.year_later(known.quarter, -1)
    value = value or unit_value(anchor, unit, way * int(count))
    return Time("DATE", value or vague, form="relative", amount=count, unit=name, mod=mod)


def unit_set(reading: Reading, known: Known) -> Time | None:
    """Every month, every two weeks, every other day, $5 a share a year."""
    unit = _unit(reading)
    if unit is None:
        return None
    count = 2.0 if reading.has("other") else whole(reading.first("ordinal")) or amount(reading)
    return Time("SET", length(count, unit), form="set", amount=count, unit=UNIT_NAMES[unit])


def set_adverb(reading: Reading, known: Known) -> Time | None:
    """Daily, annually."""
    if reading.token.tag_ and not reading.token.tag_.startswith("RB"):  # "a daily newspaper"
        return None
    return Time("SET", str(reading.first("set_adverb")), form="set")
