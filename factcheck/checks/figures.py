"""Checks of figures and counts that are told twice (N201, N202, N203, N206)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.checks.sides import conflict_hit
from factcheck.domain import UNFRAMED, Hit, Kind, Pair, Verdict

_FIGURES = frozenset({Kind.PERCENTAGE, Kind.MONEY, Kind.MEASURE})


def figure_conflict(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield pairs of figures of one frame with values that nothing reconciles."""
    for pair in pairs:
        if pair.kind in _FIGURES and pair.verdict is Verdict.CONFLICT and pair.variant not in {"headline", "attribute"}:
            yield conflict_hit(pair, measure=_measure(pair), hint=pair.why.partition("; ")[2])


def _measure(pair: Pair) -> str:
    """Return what a figure is of; its kind where no measure is told ("money" for euros)."""
    if pair.variant == "age":
        return f"age of {pair.a.subjects[0].title()}"
    named = [claim.attribute for claim in (pair.a, pair.b) if UNFRAMED not in claim.scope]
    return named[0] if named else pair.kind.value


def count_conflict(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield pairs of counts of the same things that differ."""
    for pair in pairs:
        if pair.kind is Kind.COUNT and pair.verdict is Verdict.CONFLICT and pair.variant != "headline":
            yield conflict_hit(pair, noun=pair.attribute)


def headline_body_conflict(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield figures and years of a headline that the article's only one of the same thing contradicts."""
    for pair in pairs:
        if pair.variant == "headline" and pair.verdict is Verdict.CONFLICT:
            yield conflict_hit(pair, measure=pair.attribute)


def figure_with_other_attribute(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield figures that are given to two measures of one owner, and leads that are told as shares (N206)."""
    for pair in pairs:
        if pair.variant == "attribute" and pair.verdict is Verdict.CONFLICT:
            yield conflict_hit(pair, variant="within" if pair.a_place.article == pair.b_place.article else "across")


def toll_falls(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield tolls that a later report gives lower, with no word of a revision."""
    for pair in pairs:
        if pair.variant == "falls":
            yield replace(conflict_hit(pair), variant=None)
