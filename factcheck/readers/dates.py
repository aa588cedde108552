"""Calendar dates as headers, updated lines and datelines write them."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck.domain import Days
from factcheck.lexicon import Lexicon

_FIRST_YEAR, _LAST_YEAR = 1500, 2199
_MOST_CHARACTERS = 80

_CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?::\d{2}(?:\.\d{1,9})?)?)(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"|(?P<hour12>\d{1,2})\s?(?P<half12>[ap])\.?m\b\.?|(?P<bare>\d{4})(?=\s?(?:GMT|UTC))"
)
_ZONE = r"\s?(?P<zone>Z\b|(?:GMT|UTC)?[+-]\d{2}:?\d{2}\b|GMT\b|UTC\b)"


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date as written: its span, and its year if it has one.

    `value` is a TIMEX3 value (ISO 8601; XXXX for a year that is not written), None for an impossible date.
    `precision` is day or minute; it is year, and the value but a year, where day and month can't be told apart: `days`
    then run from the earlier reading to the later one.
    """

    start: int
    end: int
    value: str | None
    precision: str = "day"
    days: Days | None = None


@cache
def _forms(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    lists = lexicon.load("datelines", dict[str, Any])
    month = _any_of(lists["months"])
    day, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
    forms = (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        rf"(?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second>\d{{1,2}})(?P=mark){year}(?!\d)",
        rf"{day}(?:[ -]|\sof\s)(?P<name>{month})\b\.?(?:,?[ -]{year}\b(?!\s?(?:GMT|UTC)))?",
        rf"(?P<name>{month})\b\.?\s?{day}\b(?:,?\s{year}\b(?!\s?(?:GMT|UTC)))?",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@cache
def _around(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what may stand before a date (weekday), between date and clock, and the clock with its zone."""
    lists = lexicon.load("datelines", dict[str, Any])
    weekday = re.compile(rf"(?:{_any_of(lists['weekdays'])})\b\.?,?\s+", re.IGNORECASE)
    between = re.compile(r"\s?(?:T(?=\d)|,|\||at\b|-|–|—)?\s?", re.IGNORECASE)
    return weekday, between, re.compile(rf"(?:{_CLOCK})(?:{_ZONE})?", re.IGNORECASE)


def _any_of(words: object) -> str:
    assert isinstance(words, list | dict)
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def read_date(text: str, at: int, lexicon: Lexicon, *, end: int | None = None) -> DateWords | None:
    """Return the date that begins at an offset, with a weekday or clock time around it; None when there is none.

    "05/02/2025" may be May or February: only its year is sure. Dots ("05.02.2025") put the day first everywhere.
    """
    end = min(len(text) if end is None else end, at + _MOST_CHARACTERS)
    _, between, clock = _around(lexicon)
    written, time = _calendar_date(text, at, end, lexicon), None
    if written is not None:
        gap = between.match(text, written.end(), end)
        time = clock.match(text, gap.end(), end) if gap else None
        return _value(at, (time or written).end(), written, time, lexicon)
    time = clock.match(text, at, end)
    gap = between.match(text, time.end(), end) if time else None
    written = _calendar_date(text, gap.end(), end, lexicon) if gap else None
    return _value(at, written.end(), written, time, lexicon) if written else None


def _calendar_date(text: str, at: int, end: int, lexicon: Lexicon) -> re.Match[str] | None:
    """Match a date, with a weekday before it or not."""
    found = _around(lexicon)[0].match(text, at, end)
    at = found.end() if found else at
    return next((found for form in _forms(lexicon) if (found := form.match(text, at, end))), None)


def _value(start: int, end: int, written: re.Match[str], time: re.Match[str] | None, lexicon: Lexicon) -> DateWords:
    fields = written.groupdict()
    if "first" in fields:
        first, second = int(fields["first"]), int(fields["second"])
        if fields["mark"] != "." and first != second and is_date(2000, first, second) and is_date(2000, second, first):
            return _doubtful(start, end, int(fields["year"]), first, second)
        # Either one reading is impossible, or both are, which is found below.
        first_is_day = fields["mark"] == "." or second <= 12
        day, month = (first, second) if first_is_day else (second, first)
    elif "name" in fields:
        month, day = month_number(fields["name"], lexicon), int(fields["day"])
    else:
        month, day = int(fields["month"]), int(fields["day"])
    year = int(fields["year"]) if fields["year"] else None
    if not is_date(year, month, day):
        return DateWords(start, end, None)
    if year is None:
        return DateWords(start, end, f"XXXX-{month:02}-{day:02}")
    date = dt.date(year, month, day)
    suffix = _clock_value(time) if time else ""
    return DateWords(start, end, date.isoformat() + suffix, "minute" if suffix else "day", Days(date, date))


def _doubtful(start: int, end: int, year: int, first: int, second: int) -> DateWords:
    """Return a date of two readings, "05/02/2025"."""
    if not is_date(year, 1, 1):
        return DateWords(start, end, None)
    earlier, later = sorted((dt.date(year, first, second), dt.date(year, second, first)))
    return DateWords(start, end, f"{year}", "year", Days(earlier, later))


def _clock_value(time: re.Match[str]) -> str:
    """Return "T13:35" with the offset if one is stated; nothing for an hour or minute that no clock shows."""
    fields = time.groupdict()
    if fields["bare"]:
        hour, minute = int(fields["bare"][:2]), int(fields["bare"][2:])
    else:
        hour, minute = int(fields["hour"] or fields["hour12"]), int(fields["minute"] or 0)
    half = fields["half"] or fields["half12"]
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half in "pP" else 0)
    if hour > 23 or minute > 59:
        return ""
    return f"T{hour:02}:{minute:02}{_offset(fields['zone'])}"


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    bare = zone.upper().removeprefix("GMT").removeprefix("UTC")
    if bare in {"", "Z"}:
        return "Z"
    return bare if ":" in bare else f"{bare[:3]}:{bare[3:]}"


def month_number(name: str, lexicon: Lexicon) -> int:
    """Return 1 to 12 for a month's name or abbreviation."""
    months = lexicon.load("datelines", dict[str, Any])["months"]
    assert isinstance(months, dict)
    return int(months[name.lower()])


def is_date(year: int | None, month: int, day: int) -> bool:
    """Tell whether the calendar has the date; without a year 29 February is one."""
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return False
    try:
        dt.date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True


def days_near(month: int, day: int, near: dt.date) -> Days | None:
    """Return a day of the year nearest to another date; None for a 29 February with no leap year about."""
    candidates = [
        dt.date(year, month, day) for year in range(near.year - 1, near.year + 2) if is_date(year, month, day)
    ]
    if not candidates:
        return None
    nearest = min(candidates, key=lambda date: (abs((date - near).days), date))
    return Days(nearest, nearest)
