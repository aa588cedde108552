"""Checks against what the desk knows (F101, F102)."""

from collections.abc import Iterator, Sequence

from factcheck.checks.sides import side
from factcheck.domain import FactPair, Hit, Related, Role, Verdict


def contradicts_reference_fact(pairs: Sequence[FactPair]) -> Iterator[Hit]:
    """Yield holders of offices, days of events and figures that are not those of the facts, once an article."""
    found = {
        (pair.claim.place.article, pair.fact.claim.id, pair.claim.subjects, pair.claim.value): pair
        for pair in reversed(pairs)
        if pair.verdict is Verdict.CONFLICT
    }
    yield from map(_hit, found.values())


def name_not_as_in_reference(pairs: Sequence[FactPair]) -> Iterator[Hit]:
    """Yield names that are spelled in a way that the facts rule out, or a letter or two off the right one."""
    found = {
        (pair.claim.place.article, pair.claim.subjects): pair
        for pair in reversed(pairs)
        if pair.verdict is Verdict.SPELLING
    }
    yield from map(_hit, found.values())


def _hit(pair: FactPair) -> Hit:
    """Return the hit of a claim against a fact: it is known by the article alone, wherever the facts are kept."""
    claim, fact = pair.claim, pair.fact
    place = fact.claim.place
    stands = f"{place.path}:{place.line}" + (f", {fact.source}" if fact.source is not None else "")
    return Hit(
        primary=claim.place,
        related=(Related(Role.CONFLICTS, place),),
        variant=pair.variant,
        verdict=pair.verdict,
        values={"ours": claim.place.text, "theirs": place.text, "fact": fact.told, "stands": stands},
        sides=(side(claim), (claim.place.article, claim.kind, claim.attribute, fact.claim.value or "")),
    )
