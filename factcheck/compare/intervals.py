"""What a written figure may stand for, arithmetic that keeps bounds, how two figures relate."""

import math
from collections.abc import Callable

from factcheck.domain import Hedge, Interval, Quantity, Verdict

_SLACK = 1e-9
_ABOUT = 0.1
_CLOSE = 0.05
_SCALED = 1000
_EVERYTHING = Interval(None, None)


def widened(quantity: Quantity) -> Interval:
    """Return all values that a written figure may stand for.

    Counts and ages are exact; another figure is itself ± half the worth of its last written digit. "About" widens by
    10% of the value, "almost" by 10% below it; "more than" and "at least" have no upper bound, "less than" and "up to"
    no lower one.
    A fall is bounded by its size: "fell more than 3 percent" is -3 and everything below.
    """
    if quantity.low is None or quantity.high is None:
        return Interval(quantity.low, quantity.high)
    if quantity.change and quantity.high < 0:
        mirrored = _hedged(-quantity.high, -quantity.low, quantity)
        return Interval(_negated(mirrored.high), _negated(mirrored.low))
    return _hedged(quantity.low, quantity.high, quantity)


def _hedged(low: float, high: float, quantity: Quantity) -> Interval:
    hedge, half = quantity.hedge, quantity.step / 2
    if hedge is Hedge.ABOUT or (hedge is Hedge.ROUND and low == high):
        return Interval(low - max(abs(low) * _ABOUT, half), high + max(abs(high) * _ABOUT, half))
    if hedge is Hedge.ALMOST:
        return Interval(low - max(abs(low) * _ABOUT, half), high)
    if hedge in {Hedge.MORE_THAN, Hedge.AT_LEAST}:
        return Interval(low - half, None)
    if hedge in {Hedge.LESS_THAN, Hedge.UP_TO}:
        return Interval(None, high + half)
    if hedge is Hedge.ROUND:
        return Interval(low, high)
    return Interval(low - half, high + half)


def _negated(value: float | None) -> float | None:
    return None if value is None else -value


def add(a: Interval, b: Interval) -> Interval:
    """Return the interval of all sums."""
    return _closed(_low(a) + _low(b), _high(a) + _high(b))


def subtract(a: Interval, b: Interval) -> Interval:
    """Return the interval of all differences a - b."""
    return _closed(_low(a) - _high(b), _high(a) - _low(b))


def multiply(a: Interval, b: Interval) -> Interval:
    """Return the interval of all products."""
    return _corners(a, b, lambda x, y: 0.0 if x == 0 or y == 0 else x * y)


def divide(a: Interval, b: Interval) -> Interval:
    """Return the interval of all quotients a / b; unbounded when b holds zero."""
    if _low(b) <= 0 <= _high(b):
        return _EVERYTHING
    return _corners(a, b, lambda x, y: 0.0 if math.isinf(y) else x / y)


def percent_change(before: Interval, after: Interval) -> Interval:
    """Return the change in percent of the first value; unbounded unless that is above zero."""
    if _low(before) <= 0:
        return _EVERYTHING
    ratio = divide(after, before)
    return _closed((_low(ratio) - 1) * 100, (_high(ratio) - 1) * 100)


def _low(interval: Interval) -> float:
    return -math.inf if interval.low is None else interval.low


def _high(interval: Interval) -> float:
    return math.inf if interval.high is None else interval.high


def _closed(low: float, high: float) -> Interval:
    return Interval(low if math.isfinite(low) else None, high if math.isfinite(high) else None)


def _corners(a: Interval, b: Interval, operation: Callable[[float, float], float]) -> Interval:
    values = [operation(x, y) for x in (_low(a), _high(a)) for y in (_low(b), _high(b))]
    return _closed(min(values), max(values))


def relation(a: Quantity, b: Quantity) -> Verdict:
    """Return how two figures of one unit relate: agree, rounding, vague or conflict.

    Equal written values agree whatever their hedges. Rounding: the coarser figure without a hedge is the finer one
    rounded. Vague: a hedge, a range or a very coarse figure ("one trillion") lets both be true.
    """
    if _same(a.low, b.low) and _same(a.high, b.high):
        return Verdict.AGREE
    loose = any(figure.hedge is not Hedge.EXACT or figure.low != figure.high for figure in (a, b))
    if loose:
        return Verdict.VAGUE if _meet(widened(a), widened(b)) else Verdict.CONFLICT
    coarse, fine = (a, b) if a.step >= b.step else (b, a)
    if coarse.step > fine.step and _meet(widened(coarse), Interval(fine.low, fine.high)):
        return Verdict.ROUNDING if _near(coarse, fine) else Verdict.VAGUE
    return Verdict.CONFLICT


def _near(coarse: Quantity, fine: Quantity) -> bool:
    """Tell whether a figure rounded to thousands or more is within a twentieth of the fine one."""
    return coarse.step < _SCALED or abs((coarse.low or 0.0) - (fine.low or 0.0)) <= _CLOSE * abs(fine.low or 0.0)


def _same(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=_SLACK, abs_tol=_SLACK)


def _meet(a: Interval, b: Interval) -> bool:
    """Tell whether two intervals share a number, but for the noise of binary fractions."""
    slack = _SLACK * max((abs(bound) for bound in (a.low, a.high, b.low, b.high) if bound is not None), default=0.0)
    return _low(a) <= _high(b) + slack and _low(b) <= _high(a) + slack
