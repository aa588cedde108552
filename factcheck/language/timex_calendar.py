"""The calendar behind TIMEX3 values: the days a value covers, and days, weeks, months and quarters moved in time.

Values follow TIMEX3 (TimeML 1.2.1), which builds on ISO 8601: 2025, 2025-02, 2025-02-04, 2025-W06, 2025-W06-WE,
2025-Q1, 2025-H1, 2025-SU, 199 for the 1990s, 19 for the 20th century.
"""

import calendar
import datetime as dt
import re

from factcheck.domain import Days

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<end>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T.*)?\Z"
)
_DECADE = re.compile(r"\d{2,3}\Z")


def day(year: int, month: int, number: int) -> dt.date | None:
    """Return a day of the calendar, None when there is no such day ("31 June")."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def possible(month: int, number: int) -> bool:
    """Tell whether some year has this day of this month."""
    return day(2024, month, number) is not None


def days_of(value: str) -> Days | None:
    """Return the days that a TIMEX3 value covers; None when it names none (XXXX-02-04, PAST_REF, P3D, a season)."""
    if _DECADE.match(value):
        years = 10 ** (4 - len(value))
        first = int(value) * years
        return Days(dt.date(first, 1, 1), dt.date(first + years - 1, 12, 31)) if 0 < first < 9900 else None
    found = _VALUE.match(value)
    if found is None or not 1 <= int(found["year"]) <= 9998:
        return None
    year = int(found["year"])
    if found["week"]:
        return _week(year, int(found["week"]), weekend=bool(found["end"]))
    if found["day"]:
        only = day(year, int(found["month"]), int(found["day"]))
        return Days(only, only) if only else None
    if found["month"]:
        return _months(year, int(found["month"]), 1)
    if found["quarter"]:
        return _months(year, 3 * int(found["quarter"]) - 2, 3)
    if found["half"]:
        return _months(year, 6 * int(found["half"]) - 5, 6)
    return _months(year, 1, 12) if value == found["year"] else None


def _months(year: int, month: int, count: int) -> Days | None:
    if not 1 <= month <= 12:
        return None
    last = month + count - 1
    return Days(dt.date(year, month, 1), dt.date(year, last, calendar.monthrange(year, last)[1]))


def _week(year: int, week: int, *, weekend: bool) -> Days | None:
    try:
        monday = dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return Days(monday + dt.timedelta(5 if weekend else 0), monday + dt.timedelta(6))


def moved(start: dt.date, days: int) -> dt.date | None:
    """Return the day so many days later, None beyond the calendar."""
    try:
        return start + dt.timedelta(days)
    except OverflowError:
        return None


def month_value(start: dt.date, months: int) -> str | None:
    """Return the month so many months later: 2025-02."""
    count = start.year * 12 + start.month - 1 + months
    return f"{count // 12:04}-{count % 12 + 1:02}" if 12 <= count < 120000 else None


def quarter_value(start: dt.date, quarters: int) -> str | None:
    """Return the quarter so many quarters later: 2025-Q1."""
    count = start.year * 4 + (start.month - 1) // 3 + quarters
    return f"{count // 4:04}-Q{count % 4 + 1}" if 4 <= count < 40000 else None


def week_value(start: dt.date, weeks: int) -> str | None:
    """Return the ISO week so many weeks later: 2025-W06."""
    there = moved(start, 7 * weeks)
    if there is None:
        return None
    iso = there.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"


def year_value(start: dt.date, years: int) -> str | None:
    """Return the year so many years later: 2025."""
    return f"{start.year + years:04}" if 0 < start.year + years < 10000 else None


def weekday_near(start: dt.date, weekday: int, direction: int) -> dt.date:
    """Return the nearest such weekday before (-1) or after (1) a day, within seven days and the day itself included."""
    ahead = (weekday - start.weekday()) % 7
    return start + dt.timedelta(ahead if direction > 0 or ahead == 0 else ahead - 7)


def nearest_year(month: int, number: int, published: dt.date) -> dt.date | None:
    """Return the day of a day and month that lies nearest to publication; None for a day that no near year has."""
    found = [there for year in range(published.year - 1, published.year + 2) if (there := day(year, month, number))]
    return min(found, key=lambda there: (abs((there - published).days), there), default=None)


def year_later(value: str, years: int) -> str | None:
    """Return a value moved by whole years: 1989-Q3 to 1988-Q3; None for one without a year."""
    if not re.match(r"\d{4}(?!\d)", value):
        return None
    year = int(value[:4]) + years
    return f"{year:04}{value[4:]}" if 0 < year < 10000 else None
