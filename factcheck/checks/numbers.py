"""Checks that recompute an article's own figures: changes, totals, shares, parts and counted lists."""

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce

from factcheck.checks.sides import side
from factcheck.compare.intervals import add, divide, multiply, percent_change, widened
from factcheck.domain import (
    ArticleClaims,
    Claim,
    Hedge,
    Hit,
    Interval,
    Kind,
    Location,
    Operand,
    Quantity,
    QuantityKind,
    Related,
    Role,
)

_SLACK = 1e-9
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SMALL = 20  # bare numbers up to here are often ranks or scores


def percent_change_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield percentages that are not the change between the two figures beside them (N101)."""
    for claim in _calculations(article, "change"):
        before, after, change = (_first(claim, role) for role in ("from", "to", "change"))
        if before is None or after is None or change is None or _roles(claim, "other base"):
            continue
        recomputed = percent_change(_interval(before), _interval(after))
        if recomputed.low is None or recomputed.high is None or _quantity(before).kind is QuantityKind.PERCENT:
            continue
        stated = _directed(claim, _quantity(change))
        if _meet(stated, recomputed) or _other_pairing(claim, stated, recomputed):
            continue
        middle = (_middle(after) / _middle(before) - 1) * 100
        step = _quantity(change).step
        truncated = _meet(Interval(_lower(stated) - step / 2 - _SLACK, _upper(stated) + step / 2 + _SLACK), recomputed)
        values = {
            "change": change.place.text,
            "recomputed": f"{_rounded(middle)}%",
            "low": f"{_rounded(recomputed.low)}%",
            "high": f"{_rounded(recomputed.high)}%",
            "from": before.place.text,
            "to": after.place.text,
        }
        yield _hit(claim, change.place, (before, after), values, "truncated" if truncated else "recomputed")


def total_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield totals that their parts do not add up to (N102)."""
    for claim in _calculations(article, "total"):
        total, parts = _first(claim, "total"), _roles(claim, "part")
        if total is None:
            continue
        added = reduce(add, (_interval(part) for part in parts))
        if added.low is None or added.high is None or _meet(_interval(total), added):
            continue
        if (
            any(_quantity(part).hedge is not Hedge.EXACT for part in parts)
            and _quantity(total).hedge is not Hedge.EXACT
        ):
            continue
        values = {
            "total": total.place.text,
            "sum": _amount(sum(_middle(part) for part in parts)),
            "low": _amount(added.low),
            "high": _amount(added.high),
            "parts": " and ".join(part.place.text for part in parts),
        }
        yield _hit(claim, total.place, parts, values)


def count_list_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield announced counts that are not those of the list behind them (N103)."""
    for claim in _calculations(article, "list"):
        count, items = _first(claim, "count"), _roles(claim, "item")
        if count is None or _quantity(count).low == len(items):
            continue
        values = {"count": _amount(_middle(count)), "noun": _noun(count), "listed": str(len(items))}
        yield _hit(claim, count.place, items, values)


def part_exceeds_whole(article: ArticleClaims) -> Iterator[Hit]:
    """Yield parts that are larger than their whole (N104)."""
    for claim in _calculations(article, "part"):
        part, whole = _first(claim, "part"), _first(claim, "whole")
        if part is None or whole is None:
            continue
        low, high = _interval(part).low, _interval(whole).high
        if low is not None and high is not None and low > high + _SLACK:
            yield _hit(claim, claim.place, (), {"part": part.place.text, "whole": whole.place.text})


def ratio_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield shares in percent that are not those of the part and whole beside them (N106); cut off is no mismatch."""
    for claim in _calculations(article, "ratio"):
        part, whole, share = (_first(claim, role) for role in ("part", "whole", "share"))
        if part is None or whole is None or share is None or _middle(whole) <= 0:
            continue
        if _middle(part) > _middle(whole):
            continue
        recomputed = multiply(divide(_interval(part), _interval(whole)), Interval(100.0, 100.0))
        stated, step = _interval(share), _quantity(share).step
        if _meet(Interval(_minus(stated.low, step / 2), _plus(stated.high, step / 2)), recomputed):
            continue
        values = {
            "part": part.place.text,
            "whole": whole.place.text,
            "share": share.place.text,
            "recomputed": f"{_rounded(_middle(part) / _middle(whole) * 100)}%",
        }
        yield _hit(claim, claim.place, (), values)


def direction_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield verbs of rising or falling beside figures that go the other way (N107)."""
    for claim in _calculations(article, "change"):
        before, after, verb = (_first(claim, role) for role in ("from", "to", "verb"))
        if before is None or after is None or verb is None or claim.value is None or _roles(claim, "inverse"):
            continue
        if _doubtful_level(_quantity(before)) or _doubtful_level(_quantity(after)):
            continue
        low, high = (before, after) if claim.value == "down" else (after, before)
        lower, higher = _interval(low).high, _interval(high).low
        if lower is not None and higher is not None and lower < higher - _SLACK:
            values = {"verb": verb.place.text, "from": before.place.text, "to": after.place.text}
            yield _hit(claim, claim.place, (), values)


def _doubtful_level(quantity: Quantity) -> bool:
    """Tell whether a figure may be a rank, or is below zero, where less is more."""
    if quantity.low is None or quantity.low < 0:
        return True
    return quantity.unit is None and quantity.kind is QuantityKind.COUNT and quantity.low <= _SMALL


def _calculations(article: ArticleClaims, attribute: str) -> Iterator[Claim]:
    return (claim for claim in article.of_kind(Kind.CALCULATION) if claim.attribute == attribute)


def _roles(claim: Claim, role: str) -> list[Operand]:
    return [operand for operand in claim.operands if operand.role == role]


def _first(claim: Claim, role: str) -> Operand | None:
    return next(iter(_roles(claim, role)), None)


def _quantity(operand: Operand) -> Quantity:
    assert operand.quantity is not None, operand
    return operand.quantity


def _interval(operand: Operand) -> Interval:
    return widened(_quantity(operand))


def _middle(operand: Operand) -> float:
    quantity = _quantity(operand)
    return ((quantity.low or 0.0) + (quantity.high or 0.0)) / 2


def _directed(claim: Claim, change: Quantity) -> Interval:
    """Return a stated change with its own sign, or the verb's when it has none ("or 10 percent")."""
    if change.change or claim.value != "down" or change.low is None or change.high is None:
        return widened(change)
    return widened(replace(change, low=-change.high, high=-change.low, change=True))


def _other_pairing(claim: Claim, stated: Interval, recomputed: Interval) -> bool:
    """Tell whether another pairing of the figures works out, or another percentage stands beside this one."""
    beside, others = _roles(claim, "other beside"), [*_roles(claim, "other"), *_roles(claim, "other beside")]
    shares = {QuantityKind.PERCENT, QuantityKind.POINTS}
    if any(_quantity(other).kind in shares for other in beside):
        return True
    if any(_quantity(other).kind in shares and _meet(_interval(other), recomputed) for other in others):
        return True
    unit = _quantity(_roles(claim, "from")[0]).unit
    pair = [*_roles(claim, "from"), *_roles(claim, "to")]
    levels = [*pair, *(other for other in others if _quantity(other).unit == unit)]
    pairings = ((a, b) for a in levels for b in levels if a is not b and not (a in pair and b in pair))
    return any(_meet(stated, percent_change(_interval(a), _interval(b))) for a, b in pairings)


def _meet(a: Interval, b: Interval) -> bool:
    return a.meets(Interval(_minus(b.low, _SLACK), _plus(b.high, _SLACK)))


def _minus(value: float | None, amount: float) -> float | None:
    return None if value is None else value - amount


def _plus(value: float | None, amount: float) -> float | None:
    return None if value is None else value + amount


def _lower(interval: Interval) -> float:
    return float("-inf") if interval.low is None else interval.low


def _upper(interval: Interval) -> float:
    return float("inf") if interval.high is None else interval.high


def _rounded(value: float) -> str:
    """Return a percentage with one decimal, none when that is 0; never "-0"."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def _amount(value: float) -> str:
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return f"{value / scale:.10g} {word}"
    return f"{value:,.10g}"


def _noun(count: Operand) -> str:
    """Return the counted noun as it is written behind its number."""
    return count.place.text.split()[-1] if " " in count.place.text else str(_quantity(count).unit)


def _hit(
    claim: Claim,
    primary: Location,
    related: tuple[Operand, ...] | list[Operand],
    values: dict[str, object] | dict[str, str],
    variant: str | None = None,
) -> Hit:
    return Hit(
        primary=primary,
        related=tuple(Related(Role.CONFLICTS, operand.place) for operand in related),
        variant=variant,
        values=dict(values),
        sides=(side(claim),),
    )
