"""Two ranks in one list, or two numbers of one thing, to a verdict."""

from rapidfuzz.distance import OSA

from factcheck.compare.context import scoped
from factcheck.compare.judgement import Judgement
from factcheck.domain import ArticleRecord, Claim, Verdict
from factcheck.pairing.overlap import days_apart, same_event

_MISSPELT = 2  # letters


def compare_ranks(a: Claim, b: Claim, record_a: ArticleRecord, record_b: ArticleRecord) -> Judgement | None:
    """Return how two ranks of one list, or two numbers of one thing, relate; None when they may be of two days."""
    one = record_a.id == record_b.id
    if a.attribute != b.attribute or not (one or (same_event(record_a, record_b) and _one_day(record_a, record_b))):
        return None
    return _holders(a, b) if a.attribute == "holder" else _counted(a, b, one=one)


def _one_day(a: ArticleRecord, b: ArticleRecord) -> bool:
    apart = days_apart(a, b)
    return apart is not None and apart <= 1


def _holders(a: Claim, b: Claim) -> Judgement | None:
    """A rank has one holder and a person one rank."""
    if scoped(a, "list") != scoped(b, "list"):
        return None
    why = f"{a.place.text!r} and {b.place.text!r}"
    if a.subjects == b.subjects:
        if a.value == b.value:
            return Judgement(Verdict.AGREE, why) if a.place.article != b.place.article else None
        return Judgement(Verdict.CONFLICT, why, "ranks")
    mixed = "mixed" in a.scope or "mixed" in b.scope
    surnames = [claim.subjects[0].split()[-1] for claim in (a, b)]
    if a.value != b.value or mixed or OSA.distance(*surnames) <= _MISSPELT:
        return None
    return Judgement(Verdict.CONFLICT, why, "holders")


def _counted(a: Claim, b: Claim, *, one: bool) -> Judgement | None:
    """One article may count on from one to the next; two reports of one event, told alike, mean the same one."""
    if one or a.subjects != b.subjects or frozenset(a.scope) != frozenset(b.scope):
        return None
    why = f"{a.place.text!r} and {b.place.text!r}"
    return Judgement(Verdict.AGREE, why) if a.value == b.value else Judgement(Verdict.CONFLICT, why, "counted")
