"""Dates to plant within an article: weekdays, ranges, days that no calendar has, days told wrongly from publication."""

import calendar
import datetime as dt
import random
import re

from planting.plants import Draft, Kind, Plant, Slots
from planting.texts import edited, sentence

MONTHS = tuple(calendar.month_name)[1:]
WEEKDAYS = tuple(calendar.day_name)
_MONTH, _WEEKDAY = "|".join(MONTHS), "|".join(WEEKDAYS)
_PAST = (
    "signed|arrived|arrested|killed|died|opened|closed|sentenced|met|began|won|approved|held|launched|seized|attacked|"
    "announced|unveiled|resigned|murdered|kidnapped|released|shot|struck|crashed|voted|rejected|expelled|detained"
)
_ON = re.compile(rf"\b(?:{_PAST})\b((?: [\w-]+){{0,4}}) on ((?:{_MONTH}) \d\d?)(?!\d|[,-] ?\d)")
_BESIDE = re.compile(rf"\b({_WEEKDAY}),? ((?:{_MONTH}) (\d\d?)|(\d\d?) (?:{_MONTH}))(,? \d{{4}})?\b")
_DATE = re.compile(rf"(?<!day )(?<!day, )\b({_MONTH}) (\d\d?)(?![\d-])(?!, (?:{_WEEKDAY}))")
_YEARS = re.compile(r"\b(from |between )?(1[89]\d\d|20[0-4]\d)(-| to | and )(1[89]\d\d|20[0-4]\d)\b")
_YEARLY = 0.3  # of dates, how many are written with their year


def written(day: dt.date, drawn: random.Random, *, year: bool | None = None) -> str:
    """Return a date as an agency writes it, with its year or without."""
    with_year = drawn.random() < _YEARLY if year is None else year
    month = MONTHS[day.month - 1]
    if drawn.random() < 0.5:
        return f"{day.day} {month}" + (f" {day.year}" if with_year else "")
    return f"{month} {day.day}" + (f", {day.year}" if with_year else "")


def _shifted(published: dt.date, drawn: random.Random, low: int, high: int) -> dt.date:
    return published + dt.timedelta(days=drawn.randint(low, high))


def after_publication(draft: Draft, drawn: random.Random, _: str) -> tuple[Slots, Slots] | None:
    """Return a day up to five weeks after publication, and one as long before it."""
    published = draft.published
    if published is None:
        return None
    style, days = drawn.getrandbits(32), drawn.randint(2, 35)

    def day(away: int) -> str:
        return written(published + dt.timedelta(days=away), random.Random(style))

    return {"past": day(days)}, {"past": day(-days)}


def weekday_shifted(draft: Draft, drawn: random.Random, template: str) -> tuple[Slots, Slots] | None:
    """Return a date with a weekday that is not its own, and with its own."""
    published = draft.published
    if published is None:
        return None
    day = _shifted(published, drawn, 2, 60) if "next}" in template else _shifted(published, drawn, -60, -2)
    date = written(day, drawn)
    dates = {"past": date, "next": date, "ordinal_next": f"{_ordinal(day.day)} of {MONTHS[day.month - 1]}"}
    off = (day.weekday() + drawn.randint(1, 6)) % 7
    return {**dates, "weekday": WEEKDAYS[off]}, {**dates, "weekday": WEEKDAYS[day.weekday()]}


def _ordinal(number: int) -> str:
    ending = "th" if number in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def impossible(draft: Draft, drawn: random.Random, _: str) -> tuple[Slots, Slots] | None:
    """Return days that no month has and minutes that no hour has, and others near them."""
    published = draft.published
    if published is None:
        return None
    style = drawn.getrandbits(32)
    following = [_month(published, at) for at in range(1, 9)]
    before = [_month(published, -at) for at in range(1, 9)]
    old = drawn.randint(published.year - 70, published.year - 20), drawn.choice((2, 4, 6, 9, 11))
    hour, minute = drawn.randint(6, 21), drawn.randint(60, 89)

    def slots(beyond: int) -> Slots:
        return {
            "bad_next": _day_of(_short_month(following), beyond, style, year=False),
            "bad_past": _day_of(_short_month(before), beyond, style, year=False),
            "bad_old": _day_of(old, beyond, style, year=True),
            "bad_clock": f"{hour}:{minute if beyond > 0 else minute - 50}",
        }

    return slots(1), slots(-2)


def _month(published: dt.date, away: int) -> tuple[int, int]:
    """Return year and month so many months away."""
    months = published.year * 12 + published.month - 1 + away
    return months // 12, months % 12 + 1


def _short_month(months: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the first of some months that has fewer than 31 days, of February none in which the 29th is beyond."""
    return next((year, month) for year, month in months if calendar.monthrange(year, month)[1] == 30)


def _day_of(month: tuple[int, int], beyond: int, style: int, *, year: bool) -> str:
    """Return a day so many beyond a month's last, as a date; a leap year's February ends with the 29th."""
    last = calendar.monthrange(*month)[1]
    name = MONTHS[month[1] - 1]
    if random.Random(style).random() < 0.5:
        return f"{last + beyond} {name}" + (f" {month[0]}" if year else "")
    return f"{name} {last + beyond}" + (f", {month[0]}" if year else "")


def reversed_range(draft: Draft, drawn: random.Random, template: str) -> tuple[Slots, Slots] | None:
    """Return the ends of a range the wrong way round, and the right one."""
    published = draft.published
    if published is None:
        return None
    first = drawn.randint(2, 20)
    last = first + drawn.randint(2, 7)
    year = published.year + 1 if "plan covers" in template else published.year - drawn.randint(12, 70)
    later = year + drawn.randint(2, 9)
    day = dt.date(year, drawn.randint(1, 12), drawn.randint(1, 28))
    end = day + dt.timedelta(days=drawn.randint(370, 900))
    future = "runs" in template or "will" in template
    month = MONTHS[(published.month + (0 if future else -2)) % 12]
    fulls = written(day, random.Random(first), year=True), written(end, random.Random(first), year=True)
    ends = {"d1": str(first), "d2": str(last), "y1": str(year), "y2": str(later), "full1": fulls[0], "full2": fulls[1]}
    turned = {
        "d1": ends["d2"],
        "d2": ends["d1"],
        "y1": ends["y2"],
        "y2": ends["y1"],
        "full1": fulls[1],
        "full2": fulls[0],
    }
    return {**turned, "month": month}, {**ends, "month": month}


def relative_day_off(draft: Draft, drawn: random.Random, _: str) -> tuple[Slots, Slots] | None:
    """Return dates that are not those of yesterday, today and tomorrow, and those that are."""
    published = draft.published
    if published is None:
        return None
    style, off = drawn.getrandbits(32), drawn.choice((-5, -4, -3, -2, 2, 3, 4, 5))
    steps = {"minus2": -2, "minus1": -1, "plus0": 0, "plus1": 1}

    def slots(off: int) -> Slots:
        days = {slot: published + dt.timedelta(days=step + off) for slot, step in steps.items()}
        return {slot: written(day, random.Random(style)) for slot, day in days.items()}

    return slots(off), slots(0)


def event_date(draft: Draft) -> tuple[tuple[int, int], dt.date] | None:
    """Return the place and the day of the first event told as past on a date before publication, without its year."""
    found = next(_ON.finditer(draft.text, draft.body), None)
    if found is None or draft.published is None or re.search(r"\b(?:will|to|be|would)\b", found.group(1)):
        return None
    month, day = found.group(2).split()
    own = nearest(draft.published, MONTHS.index(month) + 1, int(day))
    return None if own is None or own >= draft.published else (found.span(2), own)


def _edit_event(draft: Draft, drawn: random.Random, _: int) -> Plant | None:
    """Move the date of an event told as past behind publication; the control has another day before it."""
    found = event_date(draft)
    if found is None or draft.published is None:
        return None
    span, own = found
    late, early = _shifted(draft.published, drawn, 2, 30), own - dt.timedelta(days=1)
    words = [f"{MONTHS[day.month - 1]} {day.day}" for day in (late, early)]
    return edited("event after publication", "D101", draft, span, *words)


def nearest(published: dt.date, month: int, day: int) -> dt.date | None:
    """Return the day and month in the year nearest publication."""
    years = (published.year - 1, published.year, published.year + 1)
    days = [dt.date(year, month, day) for year in years if day <= calendar.monthrange(year, month)[1]]
    return min(days, key=lambda date: abs((date - published).days), default=None)


def _edit_weekday(draft: Draft, drawn: random.Random, _: int) -> Plant | None:
    """Put another weekday beside a date; in the control the date moves with it, two days back."""
    found = next(_BESIDE.finditer(draft.text, draft.body), None)
    if found is None or draft.published is None:
        return None
    number = int(found.group(3) or found.group(4))
    at = WEEKDAYS.index(found.group(1))
    month = next(number for number, name in enumerate(MONTHS, start=1) if name in found.group(2))
    year = re.search(r"\d{4}", found.group(5) or "")
    own = nearest(dt.date(int(year.group()), month, 1) if year else draft.published, month, number)
    if number <= 2 or own is None or own.weekday() != at:
        return None
    wrong = found.group().replace(WEEKDAYS[at], WEEKDAYS[(at + drawn.randint(1, 6)) % 7])
    earlier = found.group().replace(WEEKDAYS[at], WEEKDAYS[(at - 2) % 7])
    right = re.sub(rf"\b{number}\b", str(number - 2), earlier, count=1)
    return edited("weekday shifted", "D103", draft, found.span(), wrong, right)


def _edit_day(draft: Draft, drawn: random.Random, _: int) -> Plant | None:
    """Put a day that the month does not have in the place of a date's; the control has the day before."""
    found = next(_DATE.finditer(draft.text, draft.body), None)
    if found is None or not 2 <= int(found.group(2)) <= 31:
        return None
    last = calendar.monthrange(2001, MONTHS.index(found.group(1)) + 1)[1]
    bad = 30 if last == 28 else last + 1
    return edited("impossible date", "D104", draft, found.span(2), str(bad), str(int(found.group(2)) - 1))


def _edit_years(draft: Draft, drawn: random.Random, _: int) -> Plant | None:
    """Turn a range of years round; in the control both are a year earlier."""
    for found in _YEARS.finditer(draft.text, draft.body):
        before, first, joint, last = found.groups(default="")
        if int(first) >= int(last) or (joint != "-" and not before):
            continue
        wrong = f"{before}{last}{joint}{first}"
        right = f"{before}{int(first) - 1}{joint}{int(last) - 1}"
        return edited("range reversed", "D105", draft, found.span(), wrong, right)
    return None


KINDS = (
    Kind("D101", "event after publication", _edit_event, edits=True),
    sentence("D101", "event after publication", after_publication),
    Kind("D103", "weekday shifted", _edit_weekday, edits=True),
    sentence("D103", "weekday shifted", weekday_shifted),
    Kind("D104", "impossible date", _edit_day, edits=True),
    sentence("D104", "impossible date", impossible),
    Kind("D105", "range reversed", _edit_years, edits=True),
    sentence("D105", "range reversed", reversed_range),
    sentence("D106", "relative day off", relative_day_off),
)
