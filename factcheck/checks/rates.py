"""Checks of figures told again in another unit: conversions of measures and of money (N110, N115, N205)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.checks.recomputing import amount, calculation_hit, calculations, figure, first, roles
from factcheck.checks.sides import side
from factcheck.compare.rates import converted_rounding, implied_rate, rounding, significant, written_rate
from factcheck.domain import ArticleClaims, Claim, Hedge, Hit, Interval, Kind, Pair, Related, Role, Verdict

_TOLERANCE = 0.05
_FEWEST = 2  # other conversions that agree


def conversion_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield measures whose conversion is more than 5% off what rounding allows, whatever size the units have (N110)."""
    for claim in calculations(article, "conversion"):
        stated, converted = first(claim, "stated"), first(claim, "converted")
        if stated is None or converted is None:
            continue
        told = rounding(replace(figure(converted), hedge=Hedge.ABOUT))
        sizes = roles(claim, "recomputed")
        recomputed = [converted_rounding(figure(stated), figure(size)) for size in sizes]
        if not any(_near(told, size) for size in recomputed):
            usual = figure(sizes[0])
            values = {
                "stated": stated.place.text,
                "converted": converted.place.text,
                "recomputed": _short(Interval(usual.low, usual.high)),
            }
            yield calculation_hit(claim, converted.place, (stated,), values)


def exchange_rate_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield the one conversion of two currencies that is off the rate on which all others agree (N115).

    Two others must agree, or the only other be written with three digits; see `_off`.
    """
    for group in _by_currencies(article):
        odd = [claim for claim in group if _stands_alone(claim, [other for other in group if other is not claim])]
        if not odd or (len(odd) > 1 and len(group) > _FEWEST):
            continue
        claim = odd[-1]
        others = [other for other in group if other is not claim]
        values = {
            **_named(claim),
            "rate": _short(written_rate(claim)),
            "others": " and ".join(other.place.text for other in others[:3]),
            "usual": _short(_common([implied_rate(other) for other in others])),
        }
        related = tuple(Related(Role.CONFLICTS, other.place) for other in others)
        yield Hit(claim.place, related, values=values, sides=(side(claim),))


def exchange_rate_outlier(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield conversions that are ten or a thousand times off the rate of three and more other articles (N205)."""
    found: dict[str, list[tuple[Claim, Claim, str]]] = defaultdict(list)
    for pair in pairs:
        if pair.kind is Kind.CALCULATION and pair.verdict is Verdict.CONFLICT and pair.variant == "rate":
            found[pair.a.id].append((pair.a, pair.b, pair.why))
            found[pair.b.id].append((pair.b, pair.a, pair.why))
    for witnessed in found.values():
        claim = witnessed[0][0]
        articles = {other.place.article for _, other, _ in witnessed}
        if len(articles) <= _FEWEST:
            continue
        rates = [implied_rate(other) for _, other, _ in witnessed]
        values = {
            **_named(claim),
            "rate": _short(written_rate(claim)),
            "usual": _short(Interval(min(rate.low or 0 for rate in rates), max(rate.high or 0 for rate in rates))),
            "articles": len(articles),
            "factor": witnessed[0][2],
        }
        related = tuple(Related(Role.CONFLICTS, other.place) for _, other, _ in witnessed)
        yield Hit(claim.place, related, values=values, sides=(side(claim),))


def _by_currencies(article: ArticleClaims) -> Iterator[list[Claim]]:
    """Yield the conversions between each two currencies that are named alike."""
    groups: dict[tuple[str, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in calculations(article, "exchange"):
        named = tuple(word for word in claim.scope if word != "dated")
        groups[claim.value or "", named].append(claim)
    return (group for group in groups.values() if len(group) > 1)


def _stands_alone(claim: Claim, others: list[Claim]) -> bool:
    if len(others) < _FEWEST and not significant(others[0]):
        return False
    if not _one_rate_for_all_days(claim, others):
        return False
    return _off(claim, others)


def _one_rate_for_all_days(claim: Claim, others: list[Claim]) -> bool:
    """Tell whether days explain no difference: all sums are of the day, or those of other days are converted alike.

    Some desks convert old sums at the day's rate, others at that of their time.
    """
    dated = sum("dated" in other.scope for other in others)
    if "dated" in claim.scope:
        return dated > 0 and len(others) > _FEWEST
    return dated == 0 or len(others) - dated >= _FEWEST


def _off(claim: Claim, others: list[Claim]) -> bool:
    """Tell whether a conversion is off the rate on which all others agree.

    It is when it lies 5% outside what the rounding of all sums allows; against three others also when its own figures
    are 5% off and no rounding of the converted sums alone explains them.
    """
    usual, rate = _common([implied_rate(other) for other in others]), implied_rate(claim)
    if _agreed(usual) and not _near(rate, usual):
        return True
    usual, rate = _common([implied_rate(other, exact=True) for other in others]), implied_rate(claim, exact=True)
    apart = not rate.meets(usual) and not _near(written_rate(claim), usual)
    return len(others) > _FEWEST and _agreed(usual) and apart


def _common(rates: Sequence[Interval]) -> Interval:
    """Return what all rates allow; the lower bound is above the upper one when there is nothing."""
    return Interval(max(rate.low or 0.0 for rate in rates), min(rate.high or float("inf") for rate in rates))


def _agreed(common: Interval) -> bool:
    return (common.low or 0.0) <= (common.high or 0.0)


def _near(a: Interval, b: Interval) -> bool:
    """Tell whether two intervals meet, or the one is no more than 5% above the other."""
    low, high = (a, b) if (a.high or 0.0) < (b.low or 0.0) else (b, a)
    below, above = low.high or 0.0, high.low or 0.0
    return above - below <= _TOLERANCE * abs(below)


def _named(claim: Claim) -> dict[str, object]:
    one, two = (claim.value or "|").split("|")
    return {"conversion": claim.place.text, "one": one, "two": two}


def _short(interval: Interval) -> str:
    """Return bounds with as many digits as tell them apart: "1.70 to 1.72"."""
    low, high = interval.low or 0.0, interval.high or 0.0
    bounds = list(dict.fromkeys(amount(float(f"{bound:.3g}")) for bound in (low, high)))
    return " to ".join(bounds)
