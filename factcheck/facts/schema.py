"""The form of a facts file: four lists of entries, each with the desk's own source."""

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from factcheck.domain import Days

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DATE_HINT = "a date is 2025-02-03, 2025-02 or 2025"
LONGEST = 400  # characters of any text of an entry
_GREATEST = 1e30  # of any figure in the news
MOST = 100  # spellings, persons or places of an entry

Text = Annotated[str, Meta(min_length=1, max_length=LONGEST, pattern=r"\S")]
Texts = Annotated[tuple[Text, ...], Meta(max_length=MOST)]
Date = str | int
Number = int | float


class OfficeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who holds an office of a jurisdiction, from when to when; without `to` still."""

    office: Text
    of: Text
    holder: Text
    also: Texts = ()
    from_: Date = msgspec.field(name="from")
    to: Date | None = None
    source: Text | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for days that are none, and for an end before the beginning."""
        start = days_of(self.from_)
        if self.to is not None and days_of(self.to).last < start.first:
            raise ValueError(f"from {self.from_} is after to {self.to}")


class NameEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a name is spelled: other spellings that are right too, and some that are not."""

    name: Text
    kind: Literal["person", "place", "organisation"] = "person"
    variants: Texts = ()
    not_: Texts = msgspec.field(name="not", default=())
    source: Text | None = None


class EventEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """On what day somebody did something: `event` is a kind of event or a verb of the lexicon, `what` its object."""

    event: Text
    who: Annotated[Texts, Meta(min_length=1)]
    what: Text | None = None
    where: Text | None = None
    on: Date
    source: Text | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for a day that is none."""
        days_of(self.on)


class FigureEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How large a measure of somebody or some place was in a period: a number, or the least and the greatest."""

    measure: Text
    of: Text
    value: Number | tuple[Number, Number]
    unit: Text | None = None
    when: Date | None = None
    source: Text | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for a period that is none, and for a range that runs backward."""
        if self.when is not None:
            days_of(self.when)
        least, greatest = self.value if isinstance(self.value, tuple) else (self.value, self.value)
        if max(abs(least), abs(greatest)) > _GREATEST:
            raise ValueError(f"value is greater than {_GREATEST:g}")
        if least > greatest:
            raise ValueError(f"the least value {least} is greater than the greatest, {greatest}")


Entry = OfficeEntry | NameEntry | EventEntry | FigureEntry
SECTIONS: Mapping[str, type[Entry]] = {
    "offices": OfficeEntry,
    "names": NameEntry,
    "events": EventEntry,
    "figures": FigureEntry,
}


def days_of(date: Date) -> Days:
    """Return the days of an ISO 8601 date, month or year; raise ValueError for anything else."""
    match = _DATE.fullmatch(str(date))
    if match is None:
        raise ValueError(f"{date!r} is not a date; {_DATE_HINT}")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    last_month = 12 if month is None else month
    try:
        first = dt.date(year, 1 if month is None else month, 1 if day is None else day)
        last = dt.date(year, last_month, calendar.monthrange(year, last_month)[1] if day is None else day)
    except ValueError as error:
        raise ValueError(f"there is no day {date}; {_DATE_HINT}") from error
    return Days(first, last)
