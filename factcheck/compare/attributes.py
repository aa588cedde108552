"""Two figures of one owner's measures, to a verdict: one figure given to two things, or one thing two figures."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.compare.context import scoped
from factcheck.compare.judgement import Judgement
from factcheck.domain import ArticleRecord, Claim, Hedge, Verdict
from factcheck.pairing.overlap import same_event

_FACTOR = 2.0  # how much larger the whole share must be than what may be its lead
_SLACK = 1e-9


def compare_attributes(
    claims: Sequence[Claim], records: Mapping[str, ArticleRecord]
) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield a figure that two reports give to two measures of one owner, and a share that is told as a lead elsewhere.

    Across reports of one event: both moved the same way to the same figure, and neither report gives that figure to
    the other's measure too. Within an article: two shares of one owner, the smaller of which is the larger one's
    distance to another's share.
    """
    for a, b in combinations(claims, 2):
        if a.quantity is None or b.quantity is None or Hedge.ROUND in {a.quantity.hedge, b.quantity.hedge}:
            continue
        if a.place.article == b.place.article:
            if _a_lead_told_as_share(a, b):
                yield a, b, Judgement(Verdict.CONFLICT, "a lead told as a share", "attribute")
            continue
        told_both = _told(claims, a, b) or _told(claims, b, a)
        if _one_figure(a, b) and not told_both and same_event(records[a.place.article], records[b.place.article]):
            yield a, b, Judgement(Verdict.CONFLICT, f"{a.attribute} and {b.attribute}", "attribute")


def _one_figure(a: Claim, b: Claim) -> bool:
    assert a.quantity is not None
    assert b.quantity is not None
    way = scoped(a, "way")
    alike = a.quantity.low == b.quantity.low and a.quantity.high == b.quantity.high
    return alike and a.attribute != b.attribute and way == scoped(b, "way") and way != {"level"}


def _told(claims: Sequence[Claim], one: Claim, other: Claim) -> bool:
    """Tell whether the one's article gives the figure to the other's measure too."""
    return any(
        claim.place.article == one.place.article and claim.attribute == other.attribute and claim.value == other.value
        for claim in claims
    )


def _a_lead_told_as_share(a: Claim, b: Claim) -> bool:
    if a.attribute != b.attribute or "whole" not in a.scope or a.quantity is None or b.quantity is None:
        return False
    (low, _), (high, large) = sorted(((side.quantity.low or 0.0, side) for side in (a, b) if side.quantity), key=_size)
    others = [operand.quantity.low or 0.0 for operand in large.operands if operand.quantity]
    return low > 0 and high > _FACTOR * low and any(abs(high - other - low) < _SLACK for other in others)


def _size(sized: tuple[float, Claim]) -> float:
    return sized[0]
