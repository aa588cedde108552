"""A headline's figure against the lead: the text has it nowhere, and tells another of the same thing."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.compare.intervals import relation
from factcheck.compare.judgement import Judgement
from factcheck.compare.reports import Told, likeness
from factcheck.compare.values import near_values
from factcheck.domain import Claim, Hedge, Kind, Quantity, Verdict
from factcheck.lexicon import Lexicon

_LEAD = 3
_CONTAINED = 0.3
_SLACK = 1e-6


def compare_headline(told: Mapping[str, Sequence[Told]], lexicon: Lexicon) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield a headline's figure with the one that the lead tells most like it, where they differ.

    The text must have the headline's figure nowhere (see `factcheck.claims.headlines`), nor hedged and near it, nor two
    of its kind that add up to it or lie so far apart; and enough of the headline's words must stand in the sentence.
    """
    for group in sorted(told):
        titled = [value for value in told[group] if value.claim.in_title and _is_untold(value.claim)]
        body = [value for value in told[group] if not value.claim.in_title and value.claim.quantity is not None]
        if not titled or not body or len({value.claim.value for value in titled}) > 1:
            continue
        title = titled[0]
        if _stands_in(title.claim, [value.claim for value in body]):
            continue
        other = _of_the_same(title, body, lexicon)
        if other is not None:
            why = f"{title.claim.place.text!r} in the headline, {other.place.text!r} in the text"
            yield title.claim, other, Judgement(Verdict.CONFLICT, why, "headline")


def _is_untold(claim: Claim) -> bool:
    quantity = claim.quantity
    exact = quantity is not None and quantity.hedge is Hedge.EXACT and _is_single(claim)
    return exact and claim.kind is not Kind.RANK and "untold" in claim.scope


def _stands_in(claim: Claim, body: Sequence[Claim]) -> bool:
    """Tell whether a text has a figure, or two that make it."""
    ours = _size(claim.quantity)
    sizes = [_size(other.quantity) for other in body]
    if any(_may_be(claim, other) for other in body):
        return True
    return any(
        abs(one + two - ours) < _SLACK * ours or abs(abs(one - two) - ours) < _SLACK * ours
        for one, two in combinations(sizes, 2)
    )


def _may_be(claim: Claim, other: Claim) -> bool:
    """Tell whether a headline's figure may be one of the text: the same, rounded, or hedged and near it."""
    assert claim.quantity is not None
    assert other.quantity is not None
    verdict = relation(_plain(claim.quantity), _plain(other.quantity))
    if verdict is Verdict.VAGUE and other.quantity.hedge is not Hedge.EXACT:
        return near_values(claim, other)
    return verdict is not Verdict.CONFLICT


def _size(quantity: Quantity | None) -> float:
    return abs(quantity.low or 0.0) if quantity is not None else 0.0


def _plain(quantity: Quantity) -> Quantity:
    """Return a figure without its sign: headlines leave out whether it rose or fell."""
    low, high = sorted((abs(quantity.low or 0.0), abs(quantity.high or 0.0)))
    return Quantity(quantity.kind, low, high, quantity.unit, quantity.hedge, quantity.step, quantity.per)


def _of_the_same(title: Told, body: Sequence[Told], lexicon: Lexicon) -> Claim | None:
    """Return the lead's figure that is told most like the headline's; None when none is told much like it."""
    lead = [value for value in body if _in_lead(value.claim) and _is_single(value.claim)]
    best = max(lead, key=lambda value: _alike(title, value, lexicon), default=None)
    if best is None or best.claim.quantity is None or title.claim.quantity is None:
        return None
    same_noun, contained, _ = _alike(title, best, lexicon)
    enough = contained >= (_CONTAINED if same_noun else 2 * _CONTAINED)
    return best.claim if enough and best.claim.quantity.per == title.claim.quantity.per else None


def _is_single(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.low is not None and claim.quantity.low == claim.quantity.high


def _in_lead(claim: Claim) -> bool:
    return claim.context is not None and claim.context.sentence <= _LEAD


def _alike(title: Told, value: Told, lexicon: Lexicon) -> tuple[bool, float, float]:
    """Return whether two figures have one noun or unit, how much of the headline stands beside the other, how near."""
    alike = likeness(title, value, lexicon)
    ours, theirs = title.claim.quantity, value.claim.quantity
    same = ours is not None and theirs is not None and (ours.unit == theirs.unit or ours.unit is None)
    return same, alike.common / title.weight if title.weight else 0.0, alike.near
