"""Figures of two reports that have the same digits but for two neighbours exchanged: no update looks like that."""

from dataclasses import replace
from functools import cache

from factcheck.compare.judgement import Judgement
from factcheck.domain import ArticleRecord, Claim, Hedge, Kind, Quantity, Verdict
from factcheck.lexicon import Lexicon

_TELLING = 3  # digits, from which on chance seldom exchanges two
_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})


def exchanged(a: Claim, b: Claim) -> bool:
    """Tell whether two figures of three digits or more differ in the order of two neighbouring digits only."""
    if a.kind is not b.kind or a.kind not in _KINDS or a.quantity is None or b.quantity is None:
        return False
    ours, theirs = _digits(a.quantity), _digits(b.quantity)
    if ours is None or theirs is None or ours[1] != theirs[1] or len(ours[0]) != len(theirs[0]):
        return False
    other = [at for at, (one, two) in enumerate(zip(ours[0], theirs[0], strict=True)) if one != two]
    return len(other) == 2 and other[1] - other[0] == 1 and sorted(ours[0]) == sorted(theirs[0])


def _digits(quantity: Quantity) -> tuple[str, int] | None:
    """Return the telling digits of an exact figure and its power of ten; None for ranges, hedges and short figures."""
    if quantity.low is None or quantity.low != quantity.high or quantity.low <= 0 or quantity.hedge is not Hedge.EXACT:
        return None
    mantissa, _, power = f"{quantity.low:.11e}".partition("e")
    digits = mantissa.replace(".", "").rstrip("0")
    return (digits, int(power)) if len(digits) >= _TELLING else None


def with_exchanged_digits(
    found: tuple[Claim, Claim, Judgement], a: ArticleRecord, b: ArticleRecord, lexicon: Lexicon
) -> tuple[Claim, Claim, Judgement]:
    """Return a comparison, as a conflict when its update is an exchange of digits in a figure that does not move.

    Neither report may have the other's figure too, and neither figure may stand in a list or a table.
    """
    one, other, judgement = found
    if judgement.verdict is not Verdict.UPDATE or not exchanged(one, other) or _moves(one, lexicon):
        return found
    if _moves(other, lexicon) or one.value in b.values or other.value in a.values:
        return found
    assert one.quantity is not None
    assert other.quantity is not None
    alike = one.quantity.per == other.quantity.per and one.quantity.change == other.quantity.change
    if not alike or "crowded" in (*one.scope, *other.scope) or _of_other_times(one, other):
        return found
    why = f"{judgement.why}; digits swapped"
    return one, other, replace(judgement, verdict=Verdict.CONFLICT, why=why, variant="across")


def _of_other_times(a: Claim, b: Claim) -> bool:
    return a.when is not None and b.when is not None and a.when.value != b.when.value


def _moves(claim: Claim, lexicon: Lexicon) -> bool:
    """Tell whether a figure is of what changes with the news, by what it counts or measures and the words near it."""
    words = _moving(lexicon)
    if claim.context is None or not words.isdisjoint(claim.attribute.split()):
        return True
    return not words.isdisjoint(claim.context.near) or not words.isdisjoint(claim.context.verbs)


@cache
def _moving(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.load("copies", dict[str, list[str]])["moving"])
