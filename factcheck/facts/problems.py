"""Entries of facts files that contradict each other, or say one thing twice."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from rapidfuzz import fuzz
from rapidfuzz.process import extractOne

from factcheck.domain import Claim, Fact, Kind
from factcheck.errors import FactsError
from factcheck.language.places import gazetteer
from factcheck.lexicon import Lexicon

_NEAR = 92  # percent


def contradictions(facts: Sequence[Fact]) -> Iterator[FactsError]:
    """Yield a fault for each two entries that cannot both be right, and for each that is told twice.

    An office has one holder at a time, an event one day, a measure one value in a period, and no spelling of a name is
    right in one entry and wrong in another.
    """
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[_about(fact.claim)].append(fact)
    for about, group in groups.items():
        if about[0] is Kind.OFFICE:
            yield from _overlapping(group)
        else:
            for one, other in combinations(group[:2], 2):
                yield _against(one, other, "is told twice" if one.claim.value == other.claim.value else "has another")
    yield from _spellings(facts)


def _about(claim: Claim) -> tuple[object, ...]:
    """Return what two entries share that speak of one thing."""
    if claim.kind is Kind.OFFICE:
        return claim.kind, *claim.keys
    if claim.kind is Kind.NAME:
        return claim.kind, claim.attribute, claim.value
    period = claim.when.value if claim.when is not None and claim.kind is not Kind.EVENT else ""
    return claim.kind, claim.attribute, claim.subjects, claim.scope, period


def _overlapping(group: Sequence[Fact]) -> Iterator[FactsError]:
    """Yield a fault for each holder whose days reach into those of the next in an office."""
    dated = sorted(group, key=lambda fact: (_first(fact), fact.claim.place.path, fact.claim.place.start))
    for one, other in pairwise(dated):
        assert one.claim.when is not None
        assert one.claim.when.days is not None
        if one.claim.when.days.last < _first(other):
            continue
        if one.claim.subjects == other.claim.subjects:
            yield _against(one, other, "is told twice")
        else:
            yield _against(one, other, "has two holders at one time", "end the earlier one (to:)")


def _first(fact: Fact) -> dt.date:
    assert fact.claim.when is not None
    assert fact.claim.when.days is not None
    return fact.claim.when.days.first


def _spellings(facts: Sequence[Fact]) -> Iterator[FactsError]:
    wrong = {spelling: fact for fact in facts for spelling in fact.wrong}
    for fact in facts:
        if fact.claim.kind is Kind.NAME and (fact.claim.value or "").lower() in wrong:
            other = wrong[(fact.claim.value or "").lower()]
            if other is not fact:
                yield _against(other, fact, "is a wrong spelling there")


def _against(one: Fact, other: Fact, what: str, hint: str = "keep one of the two") -> FactsError:
    place, first = other.claim.place, one.claim.place
    beside = f"{first.path}:{first.line}: {one.told}"
    return FactsError(
        f"{other.told}: {what}, beside {beside}", path=place.path, line=place.line, column=place.column, hint=hint
    )


def unknown_places(facts: Sequence[Fact], lexicon: Lexicon) -> Iterator[FactsError]:
    """Yield a fault for each jurisdiction that is a letter off one of the lexicon: such a fact would meet nothing."""
    known = tuple(gazetteer(lexicon).by_key)
    names = frozenset(known)
    for fact in facts:
        place = fact.claim.place
        for entry in fact.claim.scope:
            kind, _, key = entry.partition(":")
            if kind == "jurisdiction" and key not in names:
                near = extractOne(key, known, scorer=fuzz.ratio, score_cutoff=_NEAR)
                if near is not None:
                    yield FactsError(
                        f"{fact.told}: the lexicon has no {key.title()}",
                        path=place.path,
                        line=place.line,
                        column=place.column,
                        hint=f"did you mean {near[0].title()}?",
                    )
