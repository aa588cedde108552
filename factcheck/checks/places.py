"""Checks of where things are (P205)."""

from collections.abc import Iterator, Sequence

from factcheck.checks.sides import conflict_hit
from factcheck.domain import Hit, Kind, Pair, Verdict


def place_conflict(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield two parts of one country in which one place is said to lie, once for each two articles."""
    told: set[tuple[str, str, str]] = set()
    for pair in pairs:
        if pair.kind is Kind.PLACE and pair.verdict is Verdict.CONFLICT:
            name = pair.a.subjects[0]
            seen = (name, pair.a.place.article, pair.b.place.article)
            if seen not in told:
                told.add(seen)
                yield conflict_hit(pair, place=name.title())
