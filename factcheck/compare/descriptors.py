"""All ranks and occupations that reports of one event give one person, to verdicts."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Any

from factcheck.compare.context import one_sentence
from factcheck.compare.judgement import Judgement
from factcheck.domain import ArticleRecord, Claim, Verdict
from factcheck.lexicon import Lexicon
from factcheck.pairing.overlap import same_event


def compare_descriptors(
    claims: Sequence[Claim], records: Mapping[str, ArticleRecord], lexicon: Lexicon
) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield a conflict for each two descriptions of a person that do not go together, in reports of one event.

    Nothing is yielded of those of whom more is told in one breath, or of whom the articles tell another time.
    """
    first: dict[tuple[str, str, str | None], Claim] = {}
    for claim in claims:
        first.setdefault((claim.place.article, claim.attribute, claim.value), claim)
    apart = [(a, b) for a, b in combinations(first.values(), 2) if _apart(a, b, lexicon)]
    if any({"joint", "changing"} & set(claim.scope) for claim in claims) or any(one_sentence(a, b) for a, b in apart):
        return
    for a, b in apart:
        ours, theirs = records[a.place.article], records[b.place.article]
        if ours.id == theirs.id or same_event(ours, theirs):
            why = f"{a.subjects[0].title()} is described in two ways: {a.place.text!r} and {b.place.text!r}"
            yield a, b, Judgement(Verdict.CONFLICT, why)


def _apart(a: Claim, b: Claim, lexicon: Lexicon) -> bool:
    may_be = _may_be(lexicon)
    if a.attribute != b.attribute or a.value == b.value:
        return False
    return b.value not in may_be.get(a.value or "", ()) and a.value not in may_be.get(b.value or "", ())


@cache
def _may_be(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """Return which descriptions may be another one in more general words."""
    listed: dict[str, list[str]] = lexicon.load("descriptors", dict[str, Any])["may_be"]
    return {name: frozenset(others) for name, others in listed.items()}
