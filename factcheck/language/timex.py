"""Expressions of time resolved: from words to a TIMEX3 value, the days it covers, and what its writing says.

The anchor is the day of publication, or an earlier mention where the text says so ("the day after").
Source: TIMEX3 of TimeML 1.2.1 and the annotation guidelines of TempEval-3.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from factcheck.domain import Time
from factcheck.language import timex_calendar as cal
from factcheck.language.timex_clock import clock, daypart
from factcheck.language.timex_dates import (
    date,
    figures,
    iso,
    month,
    month_set,
    shared,
    today,
    weekday,
    weekday_set,
    weekend,
)
from factcheck.language.timex_known import Known
from factcheck.language.timex_lengths import ago, duration, set_adverb, shifted, span, unit_set
from factcheck.language.timex_periods import (
    century,
    compared,
    decade,
    fiscal_year,
    quarter,
    quarters,
    recent,
    reference,
    rel_unit,
    season,
    spelled_year,
    year,
    year_end,
)
from factcheck.language.timex_words import Reading

__all__ = ["Known", "resolve", "start"]

_FORMS: Mapping[str, Callable[[Reading, Known], Time | None]] = {
    "iso": iso,
    "figures": figures,
    "clock": clock,
    "day_range": date,
    "date": date,
    "shared": shared,
    "month": month,
    "month_set": month_set,
    "daypart": daypart,
    "weekday_set": weekday_set,
    "weekday": weekday,
    "today": today,
    "weekend": weekend,
    "quarters": quarters,
    "ordinal_pair": quarter,
    "quarter": quarter,
    "compared": compared,
    "ago": ago,
    "shifted": shifted,
    "span": span,
    "recent": recent,
    "unit_set": unit_set,
    "rel_unit": rel_unit,
    "season": season,
    "decade": decade,
    "century": century,
    "spelled_year": spelled_year,
    "fiscal_year": fiscal_year,
    "range_years": year,
    "year": year,
    "year_end": year_end,
    "duration": duration,
    "set_adverb": set_adverb,
    "reference": reference,
}
FORMS = frozenset(_FORMS)


def start(published: dt.date | None) -> Known:
    """Return what is known before the first mention of an article."""
    return Known(published=published)


def resolve(reading: Reading, known: Known) -> tuple[Time | None, Known]:
    """Return an expression's value and what later expressions may refer to; no value for what is no time after all."""
    found = _FORMS[reading.form](reading, known)
    if found is None:
        return None, known
    if found.days is None and found.fault is None and found.type in {"DATE", "TIME"}:
        found = replace(found, days=cal.days_of(found.value))
    return found, _after(found, known, reading)


def _after(found: Time, known: Known, reading: Reading) -> Known:
    """Return what is known once a mention has been read: the last value, day and quarter named."""
    if (
        found.unit == "month"
        and found.type == "DURATION"
        and (reading.form == "span" or reading.words[0].lower() == "the")
    ):  # nine months' results: no quarter is spoken of any more
        return replace(known, quarter=None)
    if found.type not in {"DATE", "TIME"} or not found.value[:4].isdigit():
        return known
    value = found.value.split("T")[0]
    day = found.days.first if found.days and found.days.first == found.days.last else known.day
    quarter = (
        value if value[4:6] in {"-Q", "-H"} and reading.form not in {"compared", "ago", "shifted"} else known.quarter
    )
    if reading.form == "rel_unit" and len(value) == 4:
        quarter = None
    return replace(known, last=value, day=day, quarter=quarter)
