"""Checks of ranks and of things counted one by one (P203)."""

from collections.abc import Iterator, Sequence

from factcheck.checks.sides import conflict_hit
from factcheck.domain import Hit, Kind, Pair, Verdict


def rank_conflict(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield two holders of one rank, two ranks of one person, or two numbers of one thing, each once for two articles.

    Variants: holders, ranks, counted. A thing that one of the two reports also gives the other's number is left out.
    """
    ranks = [pair for pair in pairs if pair.kind is Kind.RANK and pair.attribute in {"holder", "counted"}]
    agreed = {_matter(pair) for pair in ranks if pair.verdict is Verdict.AGREE}
    told: set[tuple[str, ...]] = set()
    for pair in ranks:
        if pair.verdict is not Verdict.CONFLICT or (pair.variant == "counted" and _matter(pair) in agreed):
            continue
        seen = (*_matter(pair), *pair.b.subjects)
        if seen not in told:
            told.add(seen)
            yield conflict_hit(pair)


def _matter(pair: Pair) -> tuple[str, ...]:
    """Return what two articles count, or whose rank they tell."""
    return (pair.a.place.article, pair.b.place.article, pair.attribute, *pair.a.subjects, *pair.a.scope)
