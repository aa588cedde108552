"""Days and values to places on a drawing, with the ticks that a reader expects."""

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STEPS = (1, 2, 7, 14)  # days between ticks, as calendars have them
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 600)
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values to the drawing: `low` stands at `start`, `high` at `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return where a value stands; the middle when there is only one value."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def day_words(day: dt.date, *, year: bool = True) -> str:
    """Return a day in words: Feb 7, 2025."""
    words = f"{MONTHS[day.month - 1]} {day.day}"
    return f"{words}, {day.year}" if year else words


def day_ticks(first: dt.date, last: dt.date, most: int) -> list[tuple[dt.date, str]]:
    """Return at most about `most` days between two, with their words; a year is told once."""
    days = list(_ticks(first, last, most))
    named = []
    year = None
    for day in days:
        named.append((day, day_words(day, year=day.year != year)))
        year = day.year
    return named


def _ticks(first: dt.date, last: dt.date, most: int) -> Iterator[dt.date]:
    length = (last - first).days
    step = next((step for step in _STEPS if length / step <= most), None)
    if step is not None:
        yield from (first + dt.timedelta(days=number) for number in range(0, length + 1, step))
        return
    months = last.year * 12 + last.month - first.year * 12 - first.month
    by = next((step for step in _MONTH_STEPS if months / step <= most), _MONTH_STEPS[-1])
    start = first.year * 12 + first.month  # the month after the first, counted from the year 0
    for month in range(math.ceil(start / by) * by, last.year * 12 + last.month, by):
        yield dt.date(month // 12, month % 12 + 1, 1)


def value_ticks(low: float, high: float, most: int) -> list[float]:
    """Return at most about `most` round values between two: steps of 1, 2 or 5 times a power of ten."""
    if high <= low:
        return [low]
    rough = (high - low) / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough * 0.999)
    return [step * number for number in range(math.ceil(low / step), math.floor(high / step) + 1)]


def value_words(value: float) -> str:
    """Return a number as newspapers write it: 1,250, 3.5 million."""
    for size, name in _SCALES:
        if abs(value) >= size:
            return f"{_plain(value / size)} {name}"
    return _plain(value)


def _plain(value: float) -> str:
    rounded = float(f"{value:.6g}")
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.6g}"


def spread(places: Sequence[float], width: float) -> list[float]:
    """Return places moved apart sideways where several are the same, `width` from each other."""
    moved = []
    for number, place in enumerate(places):
        same = [other for other, at in enumerate(places) if at == place]
        moved.append(place + (same.index(number) - (len(same) - 1) / 2) * width)
    return moved
