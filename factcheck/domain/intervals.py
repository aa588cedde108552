"""Closed intervals of numbers and of days."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of numbers; None is unbounded."""

    low: float | None
    high: float | None

    def meets(self, other: "Interval") -> bool:
        """Tell whether the two share a number."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not below and not above

    def holds(self, other: "Interval") -> bool:
        """Tell whether the other lies wholly inside this one."""
        low = self.low is None or (other.low is not None and other.low >= self.low)
        high = self.high is None or (other.high is not None and other.high <= self.high)
        return low and high


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """A closed interval of calendar days: "February 2025" is its 28 days."""

    first: dt.date
    last: dt.date

    def meets(self, other: "Days") -> bool:
        """Tell whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: "Days") -> bool:
        """Tell whether the other lies wholly inside this one."""
        return self.first <= other.first and other.last <= self.last

    def starts_after(self, other: "Days") -> bool:
        """Tell whether this one lies wholly after the other."""
        return self.first > other.last

    def days_after(self, other: "Days") -> int:
        """Return the days from the other's last to this one's first; negative when it starts before."""
        return (self.first - other.last).days
