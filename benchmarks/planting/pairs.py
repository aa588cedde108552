"""Contradictions between two takes: an event's day, a quotation, a clock and its zone, the holder of an office."""

import datetime as dt
import random
import re
from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

from planting.dates import MONTHS, event_date, written
from planting.openings import misread
from planting.plants import Draft, Kind, Place, Plant, Slots
from planting.takes import edit, pair, second_take
from planting.texts import common_words, inserted, middle, replaced, wording, words

_QUOTE = re.compile(r'(?<![^\s(])"([^"\n]{50,400})"')
_DIGITS = re.compile(r"(?<![\w.,-])\d[\d,.]*\d(?![\w-])")
_ASSERTED = re.compile(
    r"\b(will|is|are|was|have|has|can|should|must)(?= (?!not\b|no\b|never\b|nothing\b|to\b)[a-z]+\b)"
)
_NEGATED = re.compile(r"\b(will|is|are|was|were|have|has|can|should|must|do|does|did) not\b|\bcannot\b")
_PAIR = re.compile(r"\b(\d\d?)(:\d\d)? (a\.m\.|p\.m\.) \((\d\d)(\d\d) GMT\)")
_NOON = 12
_NEGATIONS = {"will": "will not", "can": "cannot", "is": "is not", "have": "have not"}


def across(code: str, kind: str, values: Callable[[Draft, random.Random, str], tuple[Slots, Slots] | None]) -> Kind:
    """Return the kind of a sentence in two takes, filled in two ways; in the control both have the second filling."""

    def plant(draft: Draft, drawn: random.Random, turn: int) -> Plant | None:
        template = wording(kind, turn)
        names = common_words(template, draft, drawn)
        slots = values(draft, drawn, template)
        if slots is None:
            return None
        texts = [inserted(draft, template.format_map({**names, **filled})) for filled in slots]
        place = texts[1][1]
        made = pair(code, kind, draft, second_take(draft, drawn), (texts[0][0], texts[1][0]), (place.start, place.end))
        return made and replace(made, wording=template, found_by=("A201",))

    return Kind(code, kind, plant)


def event_days(draft: Draft, drawn: random.Random, _: str) -> tuple[Slots, Slots] | None:
    """Return two days before publication, two to six days apart, for a day may lie between two zones."""
    if draft.published is None:
        return None
    style, away = drawn.getrandbits(32), drawn.randint(8, 40)
    days = [
        draft.published - dt.timedelta(days=days) for days in (away, away + drawn.choice((-6, -4, -3, -2, 2, 3, 5)))
    ]
    first, second = ({"past": written(day, random.Random(style))} for day in days)
    return first, second


def quotations(_: Draft, drawn: random.Random, __: str) -> tuple[Slots, Slots] | None:
    """Return a quotation's number and a misreading of it, or its verb and that verb denied."""
    number = str(drawn.randint(12, 89))
    first = {**{verb: verb for verb in _NEGATIONS}, "n": number}
    return first, {**_NEGATIONS, "n": misread(number, drawn)}


def holders(_: Draft, drawn: random.Random, __: str) -> tuple[Slots, Slots] | None:
    """Return two holders of one office."""
    first, second = drawn.sample(words()["person"], 2)
    return {"holder": first}, {"holder": second}


def edit_quote(draft: Draft, drawn: random.Random, _: int) -> Plant | None:
    """Change a number or a negation of a quotation of ten words or more."""
    quotes = [found for found in _QUOTE.finditer(draft.text, draft.body) if len(found.group(1).split()) >= 10]
    for quote in drawn.sample(quotes, len(quotes)):
        spans = [(found.span(), misread(found.group(), drawn)) for found in _DIGITS.finditer(quote.group())]
        spans += [(found.span(), f"{found.group()} not") for found in _ASSERTED.finditer(quote.group())]
        spans += [(found.span(), found.group(1) or "can") for found in _NEGATED.finditer(quote.group())]
        if spans:
            (start, end), changed = drawn.choice(spans)
            span = quote.start() + start, quote.start() + end
            made = edit("Q201", "quotation altered", draft, drawn, span, changed)
            return made and replace(made, edited=True, found_by=("A201",))
    return None


def edit_event(draft: Draft, drawn: random.Random, _: int) -> Plant | None:
    """Move an event's day by two to six days in the second take."""
    found = event_date(draft)
    if found is None:
        return None
    span, own = found
    day = own - dt.timedelta(days=drawn.randint(2, 6))
    made = edit("D201", "event on two days", draft, drawn, span, f"{MONTHS[day.month - 1]} {day.day}")
    return made and replace(made, edited=True, found_by=("A201",))


def edit_clock(draft: Draft, drawn: random.Random, _: int) -> Plant | None:
    """Change the local or the Greenwich half of a clock time in the second take; the control has both an hour later."""
    found = next((pair for pair in _PAIR.finditer(draft.text, draft.body) if int(pair.group(1)) < _NOON - 1), None)
    if found is None:
        return None
    hour, greenwich = int(found.group(1)), int(found.group(4))
    later = replaced(draft.text, *found.span(4), f"{(greenwich + 1) % 24:02}")
    later = replaced(later, *found.span(1), str(hour + 1))
    if drawn.random() < 0.5:
        span, changed = found.span(1), str(hour + 1)
    else:
        span, changed = found.span(4), f"{(greenwich + drawn.choice((1, 2, 10))) % 24:02}"
    made, take = edit("D111", "clock against zone in two takes", draft, drawn, span, changed), second_take(draft, drawn)
    return made and replace(made, control=(later, take.of(later)), edited=True, found_by=("A201",))


def clocks_wrong(draft: Draft, drawn: random.Random, turn: int) -> Plant | None:
    """Put three clock times of one place into an article, one of them hours away from its Greenwich time."""
    if draft.published is None or "GMT" in draft.text:
        return None
    kind = "clock against zone"
    place, zone = drawn.choice(words()["zone"]).split()
    moments = [_moment(draft.published, zone, drawn) for _ in range(3)]
    templates = [wording(kind, turn + step) for step in (0, 2, 5)]
    off = drawn.randrange(3)

    hours = drawn.choice((-3, -2, 2, 3, 5, 12))

    def paragraph(wrong: int | None) -> list[str]:
        return [
            template.format_map({"place": place, **_halves(moment, hours if number == wrong else 0)})
            for number, (template, moment) in enumerate(zip(templates, moments, strict=True))
        ]

    wrong, right = paragraph(off), paragraph(None)
    text, _ = inserted(draft, "\n\n".join(wrong))
    control, _ = inserted(draft, "\n\n".join(right))
    start = middle(draft) + 2 + sum(len(line) + 2 for line in wrong[:off])
    where = Place(0, start, start + len(wrong[off]))
    return Plant("D111", kind, draft.name, (draft.text,), (text,), (control,), (where,), templates[off])


def clock_takes_wrong(draft: Draft, drawn: random.Random, turn: int) -> Plant | None:
    """Put a clock time into both takes, whose one half differs."""
    if draft.published is None:
        return None
    kind = "clock against zone in two takes"
    place, zone = drawn.choice(words()["zone"]).split()
    template, moment = wording("clock against zone", turn), _moment(draft.published, zone, drawn)
    hours = drawn.choice((-2, -1, 1, 2, 12))
    first = _halves(moment, 0)
    other = _halves(moment, hours) if drawn.random() < 0.5 else first | {"gmt": _greenwich(moment, hours % 12 or 1)}
    texts = [inserted(draft, template.format_map({"place": place, **slots})) for slots in (first, other)]
    where, take, right = texts[1][1], second_take(draft, drawn), texts[0][0]
    made = pair("D111", kind, draft, take, (right, texts[1][0]), (where.start, where.end))
    return made and replace(made, control=(right, take.of(right)), wording=template, found_by=("A201",))


def _moment(day: dt.date, zone: str, drawn: random.Random) -> dt.datetime:
    minute = drawn.choice((0, 0, 15, 30, 45, 20, 50))
    return dt.datetime(day.year, day.month, day.day, drawn.randint(7, 21), minute, tzinfo=ZoneInfo(zone))


def _halves(moment: dt.datetime, hours: int) -> dict[str, str]:
    """Return a moment's local clock time, so many hours off, and its Greenwich time."""
    local = moment + dt.timedelta(hours=hours)
    minutes = f":{local.minute:02}" if local.minute else ""
    half = "a.m." if local.hour < 12 else "p.m."
    return {"local": f"{(local.hour - 1) % 12 + 1}{minutes} {half}", "gmt": _greenwich(moment, 0)}


def _greenwich(moment: dt.datetime, hours: int) -> str:
    return f"{moment.astimezone(dt.UTC) + dt.timedelta(hours=hours):%H%M}"


KINDS = (
    Kind("D111", "clock against zone", clocks_wrong),
    Kind("D111", "clock against zone in two takes", edit_clock, edits=True),
    Kind("D111", "clock against zone in two takes", clock_takes_wrong),
    Kind("D201", "event on two days", edit_event, edits=True),
    across("D201", "event on two days", event_days),
    across("P201", "office swapped", holders),
    Kind("Q201", "quotation altered", edit_quote, edits=True),
    across("Q201", "quotation altered", quotations),
)
