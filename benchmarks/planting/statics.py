"""Facts that don't change, changed in one of two takes; in the control in both, beside a moving figure that moves."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from planting.dates import MONTHS, WEEKDAYS
from planting.pairs import across
from planting.plants import Draft, Kind, Plant, Slots
from planting.takes import pair, second_take
from planting.texts import common_words, inserted, replaced, wording, words

Change = tuple[tuple[int, int], str]
_YEAR = re.compile(r"\b(?:in|since|from|of) (1[89]\d\d|20[0-2]\d)\b")
_CLOCK = re.compile(r"\b(\d\d?)(?:[:.]\d\d)? (?:a\.m\.|p\.m\.|am\b|pm\b)(?![^.]{0,40}GMT)")
_PLACE = re.compile(r"\b(?:in|near|outside) ([A-Z][a-z]{3,})(?=[ ,.])(?![ ,]+[A-Z])")
_APPOSED = r"who\b|\d\d\b|an? (?:member|lawyer|spokesman|former|senior|local)\b|the (?:head|leader|chief)\b"
_NAME = re.compile(rf"(?:\b[a-z]+,?|,) ([A-Z][a-z]{{2,}} [A-Z][a-z]{{3,}}), (?:{_APPOSED})")
_LIST = re.compile(r"\b[A-Z][a-z]{3,}, ([A-Z][a-z]{3,}) and [A-Z][a-z]{3,}\b(?! [A-Z])")
_SIDE = re.compile(r"\b(?:north|south|east|west)(?:ern)?\b(?!-)")
_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}


def years(draft: Draft, drawn: random.Random) -> Iterator[Change]:
    """Yield years with others one to nine years earlier."""
    for found in _YEAR.finditer(draft.text, draft.body):
        yield found.span(1), str(int(found.group(1)) - drawn.randint(1, 9))


def clocks(draft: Draft, drawn: random.Random) -> Iterator[Change]:
    """Yield the hours of clock times with others."""
    for found in _CLOCK.finditer(draft.text, draft.body):
        yield found.span(1), str((int(found.group(1)) + drawn.randint(0, 3)) % 12 + 1)


def places(draft: Draft, drawn: random.Random) -> Iterator[Change]:
    """Yield places that something is in, near or outside of, with others."""
    for found in _PLACE.finditer(draft.text, draft.body):
        if found.group(1) not in {*MONTHS, *WEEKDAYS}:
            yield found.span(1), _other("place", draft, drawn)


def persons(draft: Draft, drawn: random.Random) -> Iterator[Change]:
    """Yield names of persons with wholly different ones, of persons that are named once."""
    for found in _NAME.finditer(draft.text, draft.body):
        surname = found.group(1).split()[1]
        if draft.text.count(surname) == 1 and surname not in words()["not_surname"]:
            yield found.span(1), _other("person", draft, drawn)


def members(draft: Draft, drawn: random.Random) -> Iterator[Change]:
    """Yield middle members of lists of three names with other ones."""
    for found in _LIST.finditer(draft.text, draft.body):
        yield found.span(1), _other("place", draft, drawn)


def sides(draft: Draft, drawn: random.Random) -> Iterator[Change]:
    """Yield directions with the opposite ones."""
    for found in _SIDE.finditer(draft.text, draft.body):
        side = found.group()[:5] if found.group()[:5] in _OPPOSITE else found.group()[:4]
        yield found.span(), found.group().replace(side, _OPPOSITE[side])


def _other(slot: str, draft: Draft, drawn: random.Random) -> str:
    return drawn.choice([word for word in words()[slot] if word not in draft.text])


def _quoted(text: str, at: int) -> bool:
    return text.count('"', text.rfind("\n", 0, at) + 1, at) % 2 == 1


def _static(name: str, changes: Callable[[Draft, random.Random], Iterator[Change]]) -> Kind:
    """Return the kind of a static fact that differs between two takes."""
    kind = f"static {name} in one of two takes"

    def plant(draft: Draft, drawn: random.Random, turn: int) -> Plant | None:
        moving = wording("moving figure", turn)
        names, number = common_words(moving, draft, drawn), drawn.randint(12, 60)
        risen = number + drawn.randint(1, 9)
        before = moving.format_map({**names, "n": str(number)})
        text, own = inserted(draft, before)
        base = replace(draft, text=text)
        found = [
            change
            for change in changes(base, drawn)
            if not own.start <= change[0][0] < own.end and not _quoted(text, change[0][0])
        ]
        if not found:
            return None
        span, other = drawn.choice(found)
        changed, take = replaced(text, *span, other), second_take(draft, drawn)
        made = pair("A201", kind, base, take, (text, changed), (span[0], span[0] + len(other)))
        after = moving.format_map({**names, "n": str(risen)})
        control = (changed, take.of(changed.replace(before, after)))
        return made and replace(made, control=control, edited=True)

    return Kind("A201", kind, plant, edits=True)


def statics(draft: Draft, drawn: random.Random, _: str) -> tuple[Slots, Slots] | None:
    """Return two values of each fact that doesn't change."""
    year, hour, half = drawn.randint(1902, 1988), drawn.randint(1, 8), drawn.choice(("a.m.", "p.m."))
    later = drawn.randint(1, 3)
    first, second = (
        {"clock": f"{hour + add}:30 {half}", "year": str(year + add), "side": side}
        for add, side in zip((0, later), drawn.choice((("north", "south"), ("east", "west"))), strict=True)
    )
    for slot, of in (("town", "elsewhere"), ("who", "person"), ("land", "elsewhere_country")):
        first[slot], second[slot] = drawn.sample([word for word in words()[of] if word not in draft.text], 2)
    return first, second


KINDS = (
    across("A201", "static fact in one of two takes", statics),
    _static("year", years),
    _static("clock", clocks),
    _static("place", places),
    _static("person", persons),
    _static("list member", members),
    _static("direction", sides),
)
