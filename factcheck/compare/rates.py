"""The exchange rate that a converted sum implies, and sums of several articles held against each other."""

from collections.abc import Iterator, Mapping, Sequence
from math import floor, isclose, log10

from factcheck.compare.intervals import divide
from factcheck.compare.judgement import Judgement
from factcheck.domain import ArticleRecord, Claim, Hedge, Interval, Quantity, Verdict
from factcheck.pairing.overlap import days_apart

_FEWEST = 3  # other articles that agree on a rate
_ALIKE = 1.6  # how far apart their rates may lie
_SLIPS = (10.0, 100.0, 1000.0, 1e6)
_NEAR = 0.15  # of a slip's factor, what rounding and days may make of it
_LONGEST_DAYS = 366
_LEAST_DIGITS = 2
_SURE_DIGITS = 3


def implied_rate(claim: Claim, *, exact: bool = False) -> Interval:
    """Return the units of the first currency of an exchange's value ("IEP|USD") that one of the second is worth.

    A round sum is taken for one of two digits at least ("200 million" is 195 to 205), "about" for twice as coarse.
    `exact` takes the sum that was converted as written: what a desk converts is the figure that it prints.
    """
    stated, converted = _sums(claim)
    return _rate(claim, _written(stated) if exact else rounding(stated), rounding(converted))


def written_rate(claim: Claim) -> Interval:
    """Return the rate of an exchange's two sums as they are written, without any rounding."""
    stated, converted = _sums(claim)
    return _rate(claim, _written(stated), _written(converted))


def _rate(claim: Claim, stated: Interval, converted: Interval) -> Interval:
    inverse = (_sums(claim)[0].unit or "") > (_sums(claim)[1].unit or "")
    return divide(converted, stated) if inverse else divide(stated, converted)


def _sums(claim: Claim) -> list[Quantity]:
    return [operand.quantity for operand in claim.operands if operand.quantity is not None][:2]


def _written(quantity: Quantity) -> Interval:
    return Interval(quantity.low, quantity.high)


def significant(claim: Claim) -> bool:
    """Tell whether both sums of an exchange are written with three digits or more."""
    return all(_digits(quantity) >= _SURE_DIGITS for quantity in _sums(claim))


def rounding(quantity: Quantity) -> Interval:
    """Return what a converted figure may have been before it was rounded; round ones have two digits at least."""
    low, high = quantity.low or 0.0, quantity.high or 0.0
    half = _unit(quantity) * (1.0 if quantity.hedge in {Hedge.ABOUT, Hedge.ALMOST} else 0.5)
    return Interval(low - half, high + half)


def converted_rounding(stated: Quantity, converted: Quantity) -> Interval:
    """Return what a figure recomputed from another may be, with the other's rounding in the new unit."""
    low, high = converted.low or 0.0, converted.high or 0.0
    told = rounding(stated)
    half = ((told.high or 0.0) - (stated.high or 0.0)) * (converted.step / stated.step if stated.step else 0.0)
    return Interval(low - half, high + half)


def _unit(quantity: Quantity) -> float:
    """Return the worth of a figure's last digit that counts: of zeros at its end, no more than two digits allow."""
    value = max(abs(quantity.low or 0.0), abs(quantity.high or 0.0))
    if not value:
        return quantity.step
    coarsest = 10.0 ** (floor(log10(value)) + 1 - _LEAST_DIGITS)
    unit = quantity.step or 1.0
    while unit < coarsest and isclose(value / (unit * 10), round(value / (unit * 10)), rel_tol=1e-9):
        unit *= 10
    return max(quantity.step, unit)


def _digits(quantity: Quantity) -> int:
    value = max(abs(quantity.low or 0.0), 1e-12)
    return floor(log10(value / _unit(quantity)) + 1e-9) + 1


def compare_rates(
    claims: Sequence[Claim], records: Mapping[str, ArticleRecord]
) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield the conversions that are ten or a thousand times off the rate of three other articles, each with them."""
    for claim in claims:
        others = [other for other in claims if _of_its_time(claim, other, records)]
        if len({other.place.article for other in others}) < _FEWEST:
            continue
        rates = [_middle(other) for other in others]
        factor = _slip(_middle(claim), sum(rates) / len(rates)) if max(rates) <= _ALIKE * min(rates) else None
        if factor is not None:
            for other in others:
                yield claim, other, Judgement(Verdict.CONFLICT, f"factor {factor:,.0f}", "rate")


def _of_its_time(claim: Claim, other: Claim, records: Mapping[str, ArticleRecord]) -> bool:
    if other.place.article == claim.place.article or other.scope != claim.scope:
        return False
    apart = days_apart(records[claim.place.article], records[other.place.article])
    return apart is None or apart <= _LONGEST_DAYS


def _middle(claim: Claim) -> float:
    rate = written_rate(claim)
    return ((rate.low or 0.0) + (rate.high or rate.low or 0.0)) / 2


def _slip(rate: float, usual: float) -> float | None:
    if rate <= 0 or usual <= 0:
        return None
    ratio = max(rate / usual, usual / rate)
    return next((factor for factor in _SLIPS if abs(ratio / factor - 1) <= _NEAR), None)
