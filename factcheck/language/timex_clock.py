"""Parts of the day and clock times resolved."""

import datetime as dt
import re

from factcheck.domain import Days, Time
from factcheck.language import timex_calendar as cal
from factcheck.language.times_words import classes_of, value_of
from factcheck.language.timex_dates import date, today, weekday, weekday_of
from factcheck.language.timex_known import Known
from factcheck.language.timex_words import Reading, edge, whole

_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?(?::\d\d)?")


def daypart(reading: Reading, known: Known) -> Time | None:
    """This morning, Friday night, last night, tonight, overnight, yesterday evening."""
    part = reading.first("daypart") or ("MI" if reading.has("noon") else "NI")
    day: dt.date | None
    if reading.has("weekday"):
        inner = weekday(reading, known)
        day = inner.days.first if inner and inner.days else None
    elif reading.has("today"):
        inner = today(reading, known)
        day = inner.days.first if inner and inner.days else None
    elif reading.has("overnight"):
        return _overnight(known)
    elif reading.has("tonight") or reading.has("this"):
        day = known.published
    elif reading.has("last"):
        day = cal.moved(known.published, -1) if known.published else None
    elif reading.has("next") or reading.has("following"):
        day = cal.moved(known.anchor, 1) if known.anchor else None
    else:
        day = known.anchor
    form = "weekday" if reading.has("weekday") else "relative"
    days = Days(day, day) if day else None
    return Time(
        "TIME",
        f"{day.isoformat() if day else 'XXXX-XX-XX'}T{part}",
        days,
        form=form,
        weekday=weekday_of(reading),
        mod=edge(reading),
    )


def _overnight(known: Known) -> Time:
    """Overnight is the night to the day of publication, and lies on two days."""
    night = cal.moved(known.published, -1) if known.published else None
    days = Days(night, known.published) if night and known.published else None
    return Time("TIME", f"{night.isoformat() if night else 'XXXX-XX-XX'}TNI", days, form="relative")


def clock(reading: Reading, known: Known) -> Time | None:
    """A clock time, with its day if one stands beside it, else on the day the text speaks of."""
    at = next((at for at, word in enumerate(reading.words) if _is_clock(word, reading)), None)
    if at is None:
        return None
    hour, minute, used = _hour(reading, at)
    if hour > 24 and reading.has("am_pm"):
        return None
    rest = Reading(
        reading.form,
        reading.words[:at] + reading.words[at + used :],
        reading.token,
        reading.before,
        reading.after,
        reading.grammar,
        reading.lexicon,
    )
    inner = _clock_day(rest, known)
    day = inner.days.first if inner and inner.days else None
    if inner is None:
        day = known.anchor
    written = day.isoformat() if day else inner.value if inner else "XXXX-XX-XX"
    time = f"{hour:02}:{minute:02}"
    fault = "impossible" if hour > 24 or minute > 59 or (hour == 24 and minute) else inner.fault if inner else None
    offset = reading.first("zone")
    return Time(
        "TIME",
        f"{written}T{time}",
        Days(day, day) if day and not fault else None,
        explicit=inner.explicit if inner else False,
        form="clock",
        fault=fault,
        weekday=inner.weekday if inner else None,
        year_written=inner.year_written if inner else False,
        offset=whole(offset) if offset is not None else None,
    )


def _is_clock(word: str, reading: Reading) -> bool:
    names = classes_of(word, reading.grammar)
    return bool(names & {"clock", "clock_dot", "clock_half", "clock_four", "bad_clock", "noon", "number", "oclock"})


def _hour(reading: Reading, at: int) -> tuple[int, int, int]:
    """Return hour and minute of a clock time, and how many words write it."""
    word = reading.words[at]
    noon = value_of(word, "noon", reading.grammar)
    if noon is not None:
        return int(noon), 0, 1
    used = 1
    digits = _CLOCK.match(word)
    if digits:
        hour, minute = int(digits[1]), int(digits[2] or 0)
    else:
        hour, minute = whole(value_of(word, "number", reading.grammar)) or 0, 0
    following = reading.words[at + 1] if at + 1 < len(reading.words) else ""
    half = value_of(following, "am_pm", reading.grammar) if following else None
    if half is not None or (following and "oclock" in classes_of(following, reading.grammar)):
        used = 2
    if "clock_half" in classes_of(word, reading.grammar):
        half = 12 if "p" in word.lower() else 0
    if half is not None and hour <= 12:
        hour = hour % 12 + int(half)
    return hour, minute, used


def _clock_day(rest: Reading, known: Known) -> Time | None:
    if rest.has("month"):
        return date(rest, known)
    if rest.has("weekday") or rest.has("weekday_short"):
        return weekday(rest, known)
    return today(rest, known) if rest.has("today") else None
