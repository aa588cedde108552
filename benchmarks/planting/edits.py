"""Figures of an article's own to plant into: a direction, a part of a whole, and a conversion in brackets."""

import random
import re

from planting.plants import Draft, Kind, Plant
from planting.texts import edited

_UP = ("rose", "climbed", "increased", "grew", "jumped")
_DOWN = ("fell", "dropped", "declined", "decreased", "slipped")
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_MOVED = re.compile(
    rf"\b({'|'.join((*_UP, *_DOWN))}) (to|from) ({_NUMBER})((?: [a-z]+){{0,4}},? (?:to|from) )({_NUMBER})\b"
)
_PART = re.compile(r"\b(\d[\d,]*) (of|out of) (the |its |their |)(\d[\d,]*) (?=[a-z]+s\b)")
_METRIC = {"mile": 0.6214, "feet": 3.2808, "foot": 3.2808, "pound": 2.2046, "acre": 2.471}
_SMALLER = {"kilogram": "pound", "kg": "pound", "hectare": "acre", "meter": "feet", "metre": "feet"}
_UNIT = "kilogram|kg|hectare|met(?:er|re)|kilomet(?:er|re)|km"
_CONVERTED = re.compile(rf"\b({_NUMBER})([ -]({_UNIT})s? \()({_NUMBER}) (mile|feet|foot|pound|acre)")
_SLACK = 0.08


def edit_direction(draft: Draft, drawn: random.Random, _: int) -> Plant | None:
    """Tell a fall as a rise or a rise as a fall; in the control the two figures change places as well."""
    for found in _MOVED.finditer(draft.text, draft.body):
        verb, opening, first, joint, second = found.groups()
        before, after = (first, second) if opening == "from" else (second, first)
        rising = value(before) < value(after)
        if opening in joint.split() or rising is not (verb in _UP) or value(before) == value(after):
            continue
        other = drawn.choice(_DOWN if rising else _UP)
        wrong = f"{other} {opening} {first}{joint}{second}"
        right = f"{other} {opening} {second}{joint}{first}"
        return edited("direction against figures", "N107", draft, found.span(), wrong, right)
    return None


def edit_part(draft: Draft, drawn: random.Random, _: int) -> Plant | None:
    """Make a part greater than its whole by exchanging the two; in the control both are one greater."""
    for found in _PART.finditer(draft.text, draft.body):
        part, joint, article, whole = found.groups()
        if value(part) < value(whole):
            wrong = f"{whole} {joint} {article}{part} "
            right = f"{value(part) + 1:,.0f} {joint} {article}{value(whole) + 1:,.0f} "
            return edited("part over whole", "N104", draft, found.span(), wrong, right)
    return None


def edit_conversion(draft: Draft, drawn: random.Random, _: int) -> Plant | None:
    """Put a conversion off by two fifths or more; in the control the amount and its conversion are twice as much."""
    for found in _CONVERTED.finditer(draft.text, draft.body):
        amount, joint, unit, converted, other = found.groups()
        factor = value(converted) / value(amount)
        if _SMALLER.get(unit, "mile") not in {other, other.replace("foot", "feet")}:
            continue
        if abs(factor / _METRIC[other] - 1) > _SLACK:
            continue
        off = drawn.choice((0.1, 0.5, 0.6, 1.5, 1.7, 10.0))
        wrong = f"{amount}{joint}{_as(converted, off)} {other}"
        right = f"{_as(amount, 2)}{joint}{_as(converted, 2)} {other}"
        return edited("conversion off", "N110", draft, found.span(), wrong, right)
    return None


def value(number: str) -> float:
    """Return a number as written with commas."""
    return float(number.replace(",", ""))


def _as(number: str, factor: float) -> str:
    """Return a number times a factor, with as many decimals."""
    decimals = len(number.partition(".")[2])
    return f"{max(value(number) * factor, 2 * 10**-decimals):,.{decimals}f}"


KINDS = (
    Kind("N104", "part over whole", edit_part, edits=True),
    Kind("N107", "direction against figures", edit_direction, edits=True),
    Kind("N110", "conversion off", edit_conversion, edits=True),
)
