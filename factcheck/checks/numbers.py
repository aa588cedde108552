"""Checks that recompute an article's own figures: changes, totals, shares, parts and counted lists."""

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce

from factcheck.checks.recomputing import (
    SLACK,
    amount,
    calculation_hit,
    calculations,
    figure,
    first,
    interval,
    meet,
    middle,
    minus,
    plus,
    roles,
    rounded,
)
from factcheck.compare.intervals import add, divide, multiply, percent_change, subtract, widened
from factcheck.domain import ArticleClaims, Claim, Hedge, Hit, Interval, Operand, Quantity, QuantityKind

_LOOSE_POINTS = 3.0  # percentage points
_LOOSE = 0.2  # of a fraction
_ALL = 100.0  # percent
_SPLIT = frozenset({QuantityKind.RATIO, QuantityKind.FRACTION})
_SMALL = 20  # bare numbers up to here are often ranks or scores


def percent_change_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield percentages and points that are not the change between the two figures beside them (N101)."""
    for claim in calculations(article, "change"):
        before, after, change = (first(claim, role) for role in ("from", "to", "change"))
        if before is None or after is None or change is None or roles(claim, "other base"):
            continue
        points = figure(change).kind is QuantityKind.POINTS
        recomputed = _changed(before, after, points=points)
        if recomputed.low is None or recomputed.high is None:
            continue
        if (figure(before).kind is QuantityKind.PERCENT) is not points:
            continue
        stated = _directed(claim, figure(change))
        if meet(stated, recomputed) or _other_pairing(claim, stated, recomputed, points=points):
            continue
        if points:
            yield calculation_hit(claim, change.place, (before, after), _in_points(before, after, change), "points")
            continue
        exactly = (middle(after) / middle(before) - 1) * 100
        step = figure(change).step
        truncated = meet(Interval(_lower(stated) - step / 2 - SLACK, _upper(stated) + step / 2 + SLACK), recomputed)
        values = {
            "change": change.place.text,
            "recomputed": f"{rounded(exactly)}%",
            "low": f"{rounded(recomputed.low)}%",
            "high": f"{rounded(recomputed.high)}%",
            "from": before.place.text,
            "to": after.place.text,
        }
        yield calculation_hit(claim, change.place, (before, after), values, "truncated" if truncated else "recomputed")


def total_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield totals that their parts do not add up to (N102)."""
    for claim in calculations(article, "total"):
        total, parts = first(claim, "total"), roles(claim, "part")
        if total is None:
            continue
        added = reduce(add, (interval(part) for part in parts))
        if added.low is None or meet(interval(total), added):
            continue
        if claim.value == "partly" and middle(total) > sum(middle(part) for part in parts):
            continue
        if any(figure(part).hedge is not Hedge.EXACT for part in parts) and figure(total).hedge is not Hedge.EXACT:
            continue
        values = {
            "total": total.place.text,
            "sum": amount(sum(middle(part) for part in parts)),
            "range": _range_of_sums(added),
            "parts": " and ".join(part.place.text for part in parts),
        }
        yield calculation_hit(claim, total.place, parts, values)


def _range_of_sums(added: Interval) -> str:
    """Return what rounding or hedges make of a sum, in words; nothing for an exact one."""
    if added.low is None or added.low == added.high:
        return ""
    return " or more" if added.high is None else f" ({amount(added.low)} to {amount(added.high)} with rounding)"


def count_list_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield announced counts that are not those of the list behind them (N103)."""
    for claim in calculations(article, "list"):
        count, items = first(claim, "count"), roles(claim, "item")
        if count is None or figure(count).low == len(items):
            continue
        values = {"count": amount(middle(count)), "noun": _noun(count), "listed": str(len(items))}
        yield calculation_hit(claim, count.place, items, values)


def part_exceeds_whole(article: ArticleClaims) -> Iterator[Hit]:
    """Yield parts that are larger than their whole (N104)."""
    for claim in calculations(article, "part"):
        part, whole = first(claim, "part"), first(claim, "whole")
        if part is None or whole is None:
            continue
        low, high = interval(part).low, interval(whole).high
        if low is not None and high is not None and low > high + SLACK:
            yield calculation_hit(claim, claim.place, (), {"part": part.place.text, "whole": whole.place.text})


def ratio_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield shares in percent that are not those of the part and whole beside them (N106); cut off is no mismatch."""
    for claim in calculations(article, "ratio"):
        part, whole, share = (first(claim, role) for role in ("part", "whole", "share"))
        if part is None or whole is None or share is None or middle(whole) <= 0:
            continue
        if middle(part) > middle(whole):
            continue
        stated, step = _share_told(share), figure(share).step
        bounds = Interval(minus(stated.low, step / 2), plus(stated.high, step / 2))
        wholes = [interval(whole), *(interval(other) for other in roles(claim, "other"))]
        if any(meet(bounds, multiply(divide(interval(part), each), Interval(_ALL, _ALL))) for each in wholes):
            continue
        values = {
            "part": part.place.text,
            "whole": whole.place.text,
            "share": share.place.text,
            "recomputed": f"{rounded(middle(part) / middle(whole) * 100)}%",
        }
        yield calculation_hit(claim, claim.place, (), values, "ratio")

    for claim in calculations(article, "fraction"):
        fraction, share = first(claim, "fraction"), first(claim, "share")
        if fraction is None or share is None or meet(interval(share), _share_told(fraction)):
            continue
        values = {"share": share.place.text, "fraction": fraction.place.text, "recomputed": _in_percent(fraction)}
        yield calculation_hit(claim, share.place, (fraction,), values, "fraction")


def _in_percent(fraction: Operand) -> str:
    return f"{rounded(middle(fraction) * _ALL)}%"


def _share_told(share: Operand) -> Interval:
    """Return what a share may be in percent; beside exact numbers "some 30 percent" is no more than three points off.

    "One in four" is said of what is a fifth more or less, a hedge makes that two fifths.
    """
    quantity = figure(share)
    if quantity.kind in _SPLIT:
        loose = _LOOSE if quantity.hedge is Hedge.EXACT else 2 * _LOOSE
        return Interval(middle(share) * _ALL * (1 - loose), middle(share) * _ALL * (1 + loose))
    if quantity.hedge is not Hedge.ABOUT:
        return interval(share)
    return Interval(minus(quantity.low, _LOOSE_POINTS), plus(quantity.high, _LOOSE_POINTS))


def direction_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield verbs of rising or falling beside figures that go the other way (N107)."""
    for claim in calculations(article, "change"):
        before, after, verb = (first(claim, role) for role in ("from", "to", "verb"))
        if before is None or after is None or verb is None or claim.value is None or roles(claim, "inverse"):
            continue
        if _doubtful_level(figure(before)) or _doubtful_level(figure(after)):
            continue
        low, high = (before, after) if claim.value == "down" else (after, before)
        lower, higher = interval(low).high, interval(high).low
        if lower is not None and higher is not None and lower < higher - SLACK:
            values = {"verb": verb.place.text, "from": before.place.text, "to": after.place.text}
            yield calculation_hit(claim, claim.place, (), values)


def _doubtful_level(quantity: Quantity) -> bool:
    """Tell whether a figure may be a rank, or is below zero, where less is more."""
    if quantity.low is None or quantity.low < 0:
        return True
    return quantity.unit is None and quantity.kind is QuantityKind.COUNT and quantity.low <= _SMALL


def _directed(claim: Claim, change: Quantity) -> Interval:
    """Return a stated change with its own sign, or the verb's when it has none ("or 10 percent")."""
    if change.change or claim.value != "down" or change.low is None or change.high is None:
        return widened(change)
    return widened(replace(change, low=-change.high, high=-change.low, change=True))


def _changed(before: Operand, after: Operand, *, points: bool) -> Interval:
    """Return the change between two figures in percent, or that between two percentages in points."""
    if points:
        return subtract(interval(after), interval(before))
    return percent_change(interval(before), interval(after))


def _in_points(before: Operand, after: Operand, change: Operand) -> dict[str, object]:
    """Return the values of a message on points."""
    return {
        "change": change.place.text,
        "recomputed": amount(float(f"{abs(middle(after) - middle(before)):.4g}")),
        "from": before.place.text,
        "to": after.place.text,
    }


def _other_pairing(claim: Claim, stated: Interval, recomputed: Interval, *, points: bool) -> bool:
    """Tell whether another pairing of the figures works out, or another percentage stands beside this one."""
    beside, others = roles(claim, "other beside"), [*roles(claim, "other"), *roles(claim, "other beside")]
    shares = {QuantityKind.PERCENT, QuantityKind.POINTS}
    if any(figure(other).kind in shares for other in beside):
        return True
    if any(figure(other).kind in shares and meet(interval(other), recomputed) for other in others):
        return True
    unit = figure(roles(claim, "from")[0]).unit
    pair = [*roles(claim, "from"), *roles(claim, "to")]
    levels = [*pair, *(other for other in others if figure(other).unit == unit)]
    pairings = ((a, b) for a in levels for b in levels if a is not b and not (a in pair and b in pair))
    return any(meet(stated, _changed(a, b, points=points)) for a, b in pairings)


def _lower(interval: Interval) -> float:
    return float("-inf") if interval.low is None else interval.low


def _upper(interval: Interval) -> float:
    return float("inf") if interval.high is None else interval.high


def _noun(count: Operand) -> str:
    """Return the counted noun as it is written behind its number."""
    return count.place.text.split()[-1] if " " in count.place.text else str(figure(count).unit)
