"""Conversion of figures between units of a fixed ratio: kilometres to miles, cents to dollars, one scale to another."""

from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from factcheck.domain import Quantity
from factcheck.lexicon import Lexicon


class _Size(NamedTuple):
    """A unit as a number of its base; `zero` is where its scale puts the base's zero; `also` are other sizes."""

    factor: float
    base: str
    zero: float = 0.0
    also: tuple[float, ...] = ()


@cache
def _sizes(lexicon: Lexicon) -> dict[str, _Size]:
    """Return every unit that is a number of another one."""
    units = lexicon.load("units", dict[str, Any])["units"]
    return {
        entry["unit"]: _Size(
            float(entry["is"][0]), entry["is"][1], float(entry.get("zero", 0.0)), tuple(entry.get("also", ()))
        )
        for entry in units
        if "is" in entry
    }


@cache
def _coins(lexicon: Lexicon) -> dict[str, tuple[float, frozenset[str]]]:
    rows = lexicon.table("currencies")
    return {row["code"]: (float(row["parts"]), frozenset(row["of"].split(";"))) for row in rows if row["of"] != "-"}


def in_unit(quantity: Quantity, unit: str, lexicon: Lexicon) -> Quantity | None:
    """Return a figure converted to another unit, its step too; None when the one can't be converted to the other.

    Only units with a fixed ratio convert: kilometres to miles, cents to dollars; never one currency to another. A
    change in degrees is converted without the zero of the scale.
    """
    if quantity.unit == unit:
        return quantity
    if quantity.unit is None:
        return None
    coin = _coins(lexicon).get(quantity.unit)
    if coin is not None:
        return _scaled(quantity, 1 / coin[0], unit) if unit in coin[1] else None
    coin = _coins(lexicon).get(unit)
    if coin is not None:
        return _scaled(quantity, coin[0], unit) if quantity.unit in coin[1] else None
    ours, theirs = (_sizes(lexicon).get(name, _Size(1.0, name)) for name in (quantity.unit, unit))
    if ours.base != theirs.base:
        return None
    return _between(quantity, unit, ours, theirs)


def readings(quantity: Quantity, unit: str, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Return all that a figure may be in another unit; there are more where a word has several sizes.

    A mile at sea is longer, an ounce of gold heavier; degrees may be told as a difference.
    """
    if quantity.unit is None or quantity.unit == unit:
        return ()
    ours, theirs = (_sizes(lexicon).get(name, _Size(1.0, name)) for name in (quantity.unit, unit))
    if ours.base != theirs.base:
        return ()
    pairs = [(one, other) for one in _each(ours) for other in _each(theirs)]
    found = [_between(quantity, unit, one, other) for one, other in pairs]
    if ours.zero or theirs.zero:
        found.append(_between(replace(quantity, change=not quantity.change), unit, ours, theirs))
    return tuple(found)


def _each(size: _Size) -> list[_Size]:
    return [size, *(size._replace(factor=factor) for factor in size.also)]


def _between(quantity: Quantity, unit: str, ours: _Size, theirs: _Size) -> Quantity:
    if quantity.change:
        return _scaled(quantity, ours.factor / theirs.factor, unit)
    moved = _moved(quantity, -ours.zero)
    return _moved(_scaled(moved, ours.factor / theirs.factor, unit), theirs.zero)


def _scaled(quantity: Quantity, factor: float, unit: str) -> Quantity:
    low, high = (None if value is None else value * factor for value in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high, step=quantity.step * factor, unit=unit)


def _moved(quantity: Quantity, by: float) -> Quantity:
    low, high = (None if value is None else value + by for value in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high)
