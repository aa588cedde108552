"""Things that one article counts and names again by their number, with two digits exchanged."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.compare.context import one_sentence
from factcheck.compare.digits import exchanged, moves
from factcheck.compare.judgement import Judgement
from factcheck.compare.reports import Told, likeness
from factcheck.domain import Claim, Verdict
from factcheck.lexicon import Lexicon

_NEAR = 0.35
_SHARED = 8.0
_MOST = 60
"""Counts of one noun, beyond which an article is a table."""


def compare_retold(told: Mapping[str, Sequence[Told]], lexicon: Lexicon) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield "shut 34 bakeries" and "the 43 bakeries that were shut", each second count at most once.

    Both are counts of one noun, the second with no other modifiers, much the same words stand beside them, and what is
    counted does not move.
    """
    by_noun: dict[str, list[Told]] = {}
    for each in sorted(told.get("count", ()), key=lambda each: each.claim.place.start):
        if each.claim.quantity is not None and each.claim.quantity.unit:
            by_noun.setdefault(each.claim.quantity.unit, []).append(each)
    for counts in by_noun.values():
        seen: set[str] = set()
        for a, b in combinations(counts[:_MOST], 2):
            if b.claim.id not in seen and _again(a.claim, b.claim) and _alike(a, b, lexicon):
                seen.add(b.claim.id)
                why = f"{a.claim.place.text!r}, and again {b.claim.place.text!r}; digits swapped"
                yield a.claim, b.claim, Judgement(Verdict.CONFLICT, why, "swapped")


def _again(a: Claim, b: Claim) -> bool:
    assert a.quantity is not None
    assert b.quantity is not None
    if not exchanged(a, b, least=2) or not set(b.quantity.modifiers) <= set(a.quantity.modifiers) or one_sentence(a, b):
        return False
    before = b.place.sentence[: b.place.start - b.place.sentence_start].split()[-1:]
    return [word.lower() for word in before] == ["the"] and {"crowded", "open"}.isdisjoint((*a.scope, *b.scope))


def _alike(a: Told, b: Told, lexicon: Lexicon) -> bool:
    alike = likeness(a, b, lexicon)
    near = alike.near >= _NEAR and alike.shared >= _SHARED
    return near and not moves(a.claim, lexicon) and not moves(b.claim, lexicon)
