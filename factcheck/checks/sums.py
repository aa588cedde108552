"""Checks of figures that make a balance, a multiple, an average or one vote (N105, N108, N109, N112, N113, N114)."""

from collections.abc import Iterator
from functools import reduce

from factcheck.checks.recomputing import (
    amount,
    calculation_hit,
    calculations,
    figure,
    first,
    interval,
    meet,
    middle,
    roles,
    rounded,
)
from factcheck.compare.intervals import add, divide, multiply, subtract
from factcheck.domain import ArticleClaims, Claim, Hit, Interval, Operand, QuantityKind

_EVERY = frozenset({"seats", "present", "voters", "ballots"})  # roles of all who may vote, or of all that was cast
_WHOLE = 100.0  # percent
_LEAST_EXCESS = 1.0  # percentage points over 100 that shares rounded by others may reach
_LOOSE, _LOOSER = 0.1, 0.25  # of a factor: "doubled" is said of 1.8 to 2.2 times, "almost doubled" of 1.5 and more


def shares_exceed_whole(article: ArticleClaims) -> Iterator[Hit]:
    """Yield shares of one vote or question that add up to more than 100 percent, rounding allowed (N105)."""
    for claim in calculations(article, "shares"):
        parts = roles(claim, "share")
        added = reduce(add, (interval(part) for part in parts))
        if added.low is not None and added.low > _WHOLE + _LEAST_EXCESS:
            total = sum(middle(part) for part in parts)
            values = {"parts": _listed(parts), "sum": f"{rounded(total)}%"}
            yield calculation_hit(claim, parts[-1].place, parts[:-1], values)


def balance_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield surpluses and deficits that are not the difference of the two sides beside them (N108).

    Variants: size, and sign for a difference that goes the other way. Where another figure is that difference, the
    sides may be that one's.
    """
    for claim in calculations(article, "balance"):
        gained = first(claim, "exports") or first(claim, "revenue")
        lost, balance = first(claim, "imports") or first(claim, "spending"), first(claim, "balance")
        if gained is None or lost is None or balance is None:
            continue
        sides = (gained, lost) if claim.value == "surplus" else (lost, gained)
        recomputed = subtract(interval(sides[0]), interval(sides[1]))
        if any(meet(interval(figure), recomputed) for figure in (balance, *roles(claim, "other"))):
            continue
        turned = subtract(interval(sides[1]), interval(sides[0]))
        values = {
            "balance": f"{claim.value} of {balance.place.text}",
            "recomputed": amount(middle(sides[0]) - middle(sides[1])),
            "gained": f"{gained.role} of {gained.place.text}",
            "lost": f"{lost.role} of {lost.place.text}",
        }
        variant = "sign" if meet(interval(balance), turned) else "size"
        yield calculation_hit(claim, balance.place, (gained, lost), values, variant)


def growth_outside_parts(article: ArticleClaims) -> Iterator[Hit]:
    """Yield sums that grew more than the fastest of their parts, or less than the slowest (N109)."""
    for claim in calculations(article, "growth"):
        whole, parts = first(claim, "whole"), roles(claim, "part")
        if whole is None:
            continue
        bounds = [interval(part) for part in parts]
        lows, highs = [bound.low for bound in bounds], [bound.high for bound in bounds]
        low = None if None in lows else min(low for low in lows if low is not None)
        high = None if None in highs else max(high for high in highs if high is not None)
        if not meet(interval(whole), Interval(low, high)):
            values = {"whole": _grown(whole), "parts": ", ".join(_grown(part) for part in parts)}
            yield calculation_hit(claim, whole.place, parts, values)


def _grown(operand: Operand) -> str:
    """Return what grew and by how much, with its sign: "exports +3%"."""
    sign = "+" if middle(operand) > 0 else ""
    return f"{operand.value} {sign}{rounded(middle(operand))}%"


def multiplier_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield "doubled" and the like beside figures of another ratio (N112); variants: plain, hedged ("almost")."""
    for claim in calculations(article, "multiple"):
        before, after, verb = (first(claim, role) for role in ("from", "to", "verb"))
        if before is None or after is None or verb is None or claim.value is None:
            continue
        factor, ratio = float(claim.value), divide(interval(after), interval(before))
        loose = _LOOSER if "softened" in claim.scope else _LOOSE
        if ratio.low is None or meet(Interval(factor * (1 - loose), factor * (1 + loose)), ratio):
            continue
        values = {
            "verb": verb.place.text,
            "from": before.place.text,
            "to": after.place.text,
            "recomputed": f"{middle(after) / middle(before):.2g}",
        }
        yield calculation_hit(
            claim, verb.place, (before, after), values, "hedged" if "softened" in claim.scope else "plain"
        )


def average_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield totals that are not the count times the amount for each (N113)."""
    for claim in calculations(article, "average"):
        count, each, total = (first(claim, role) for role in ("count", "each", "total"))
        if count is None or each is None or total is None:
            continue
        recomputed = multiply(interval(count), interval(each))
        if not meet(interval(total), recomputed):
            values = {
                "count": count.place.text,
                "each": each.place.text,
                "total": total.place.text,
                "recomputed": amount(middle(count) * middle(each)),
            }
            yield calculation_hit(claim, total.place, (count, each), values)


def vote_arithmetic(article: ArticleClaims) -> Iterator[Hit]:
    """Yield more votes than a body has seats, and majorities that are not the difference of the votes (N114)."""
    for claim in calculations(article, "ballot"):
        hit = _ballot(claim)
        if hit is not None:
            yield hit
    for claim in calculations(article, "majority"):
        hit = _majority(claim)
        if hit is not None:
            yield hit


def _ballot(claim: Claim) -> Hit | None:
    whole = next((operand for operand in claim.operands if operand.role in _EVERY), None)
    votes = [operand for operand in claim.operands if operand.role not in _EVERY]
    if whole is None:
        return None
    added = sum(middle(vote) for vote in votes)
    closed = whole.role == "voters" or (whole.role == "ballots" and any(vote.role == "spoiled" for vote in votes))
    if added == middle(whole) or (added < middle(whole) and not closed):
        return None
    values = {"sum": amount(added), "parts": _listed(votes), "seats": whole.place.text}
    variant = "seats" if added > middle(whole) else "cast"
    return calculation_hit(claim, votes[0].place, (*votes[1:], whole), values, variant)


def _majority(claim: Claim) -> Hit | None:
    votes, against, majority = (first(claim, role) for role in ("for", "against", "majority"))
    if votes is None or against is None or majority is None:
        return None
    if meet(interval(majority), subtract(interval(votes), interval(against))):
        return None
    values = {
        "sum": amount(middle(votes) - middle(against)),
        "parts": f"{votes.place.text} to {against.place.text}",
        "seats": majority.place.text,
    }
    return calculation_hit(claim, majority.place, (votes, against), values, "majority")


def percent_or_points(article: ArticleClaims) -> Iterator[Hit]:
    """Yield differences between two percentages that are called percent and not points (N111)."""
    for claim in calculations(article, "change"):
        before, after, change = (first(claim, role) for role in ("from", "to", "change"))
        if before is None or after is None or change is None or figure(change).kind is not QuantityKind.PERCENT:
            continue
        if figure(before).kind is not QuantityKind.PERCENT or not middle(before):
            continue
        relative = (middle(after) / middle(before) - 1) * _WHOLE
        points = middle(after) - middle(before)
        if meet(interval(change), Interval(points, points)) and abs(relative - points) > 2 * figure(change).step:
            values = {
                "change": change.place.text,
                "from": before.place.text,
                "to": after.place.text,
                "points": rounded(abs(points)),
                "recomputed": f"{rounded(abs(relative))}%",
            }
            yield calculation_hit(claim, change.place, (before, after), values)


def _listed(operands: list[Operand]) -> str:
    return ", ".join(operand.place.text for operand in operands)
