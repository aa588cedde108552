"""Checks of sentences that two reports have nearly word for word (A201)."""

from collections.abc import Iterator, Sequence

from factcheck.checks.events import DATED
from factcheck.checks.sides import conflict_hit
from factcheck.domain import Hit, Kind, Pair, Verdict


def near_duplicate_differs(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield copied sentences that differ in a fact which does not change, or in how a name is spelled."""
    for pair in pairs:
        if pair.kind is not Kind.SENTENCE or pair.variant in DATED:
            continue
        if pair.verdict in {Verdict.CONFLICT, Verdict.SPELLING}:
            yield conflict_hit(pair, what=pair.why)
