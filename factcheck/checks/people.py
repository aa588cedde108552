"""Checks of names and offices (P101, P104, P201)."""

from collections.abc import Iterator, Sequence

from factcheck.checks.sides import conflict_hit
from factcheck.compare.context import scoped
from factcheck.domain import Claim, Hit, Kind, Pair, Verdict


def name_spelled_two_ways(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield names that one article spells in two ways, one hit a name."""
    for pair in pairs:
        if _is_spelling(pair) and pair.a.place.article == pair.b.place.article:
            yield conflict_hit(pair, tally=f"{_tally(pair.a)}, {_tally(pair.b)}")


def name_spelled_two_ways_across(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield names that two articles spell in two ways, one hit a name."""
    for pair in pairs:
        if _is_spelling(pair) and pair.a.place.article != pair.b.place.article:
            yield conflict_hit(pair)


def office_holder_conflict(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield two holders of one office at about one time, with no succession told anywhere."""
    for pair in pairs:
        if pair.kind is Kind.OFFICE and pair.verdict is Verdict.CONFLICT:
            jurisdiction = next(iter(scoped(pair.a, "jurisdiction")), "")
            yield conflict_hit(
                pair, office=f"{pair.attribute.replace('_', ' ')} of {jurisdiction.title()}".removesuffix(" of ")
            )


def _is_spelling(pair: Pair) -> bool:
    return pair.kind is Kind.NAME and pair.verdict is not Verdict.AGREE


def _tally(claim: Claim) -> str:
    count = next(iter(scoped(claim, "count")), "1")
    return f"{claim.value} {count} {'time' if count == '1' else 'times'}"
