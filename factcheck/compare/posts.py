"""All offices of state that the reports give one person, to verdicts."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from factcheck.compare.context import one_sentence, scoped
from factcheck.compare.judgement import Judgement
from factcheck.domain import ArticleRecord, Claim, Verdict
from factcheck.lexicon import Lexicon
from factcheck.pairing.overlap import MOST_DAYS, days_apart


def compare_posts(
    claims: Sequence[Claim], records: Mapping[str, ArticleRecord], lexicon: Lexicon
) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield a conflict for each two offices that one person is given in one report or in reports a few days apart.

    Within weeks a government may have changed. Nothing is yielded of those who are said to enter or leave an office, or
    who are given two in one breath.
    """
    first: dict[tuple[str, str, str], Claim] = {}
    for claim in claims:
        first.setdefault((claim.place.article, claim.attribute, _rank(claim, lexicon)), claim)
    apart = [(a, b) for a, b in combinations(first.values(), 2) if _apart(a, b, lexicon)]
    told = any(scoped(claim, "aspect") or "joint" in claim.scope for claim in claims)
    if told or any(one_sentence(a, b) for a, b in apart):
        return
    for a, b in apart:
        ours, theirs = records[a.place.article], records[b.place.article]
        days = 0 if ours.id == theirs.id else days_apart(ours, theirs)
        if days is not None and days <= MOST_DAYS:
            why = f"{a.subjects[0].title()} is given two offices: {a.place.text!r} and {b.place.text!r}"
            yield a, b, Judgement(Verdict.CONFLICT, why, "posts")


@cache
def _words(lexicon: Lexicon) -> tuple[Mapping[str, frozenset[str]], frozenset[str]]:
    """Return what an office may be in other words, and the qualifiers that say no more than "for a while"."""
    listed = lexicon.load("office_words", dict[str, list[str] | dict[str, list[str]]])
    may_be, standing_in = listed["may_be"], listed["standing_in"]
    assert isinstance(may_be, dict)
    return {office: frozenset(others) for office, others in may_be.items()}, frozenset(standing_in)


def _rank(claim: Claim, lexicon: Lexicon) -> str:
    """Return what makes an office a lower one (deputy, vice); "" for the full one."""
    return "".join(scoped(claim, "qualifier") - _words(lexicon)[1])


def _apart(a: Claim, b: Claim, lexicon: Lexicon) -> bool:
    """Tell whether two claims give a person two offices, or one office in two ranks, in what may be one country."""
    ours, theirs = scoped(a, "jurisdiction"), scoped(b, "jurisdiction")
    if ours and theirs and ours != theirs:
        return False
    if a.attribute == b.attribute:
        return _rank(a, lexicon) != _rank(b, lexicon)
    may_be = _words(lexicon)[0]
    return b.attribute not in may_be.get(a.attribute, ()) and a.attribute not in may_be.get(b.attribute, ())
