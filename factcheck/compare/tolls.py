"""Tolls of the dead that a later report gives lower: an update like any other, and marked as one that falls."""

from dataclasses import replace

from factcheck.compare.judgement import Judgement
from factcheck.domain import ArticleRecord, Claim, Kind, Verdict
from factcheck.lexicon import Lexicon


def with_fall(
    found: tuple[Claim, Claim, Judgement], a: ArticleRecord, b: ArticleRecord, lexicon: Lexicon
) -> tuple[Claim, Claim, Judgement]:
    """Return a comparison, with the variant "falls" when it is a toll that the later of two reports gives lower."""
    one, other, judgement = found
    if judgement.verdict is not Verdict.UPDATE or not _is_toll(one, lexicon) or not _is_toll(other, lexicon):
        return found
    if a.published is None or b.published is None or a.published.days is None or b.published.days is None:
        return found
    earlier, later = (one, other) if a.published.days < b.published.days else (other, one)
    if a.published.days == b.published.days or not earlier.quantity or not later.quantity:
        return found
    lower = (later.quantity.high or 0.0) < (earlier.quantity.low or 0.0)
    revised = any(word in later.place.sentence.lower() for word in _words(lexicon)["revised"])
    return (one, other, replace(judgement, variant="falls")) if lower and not revised else found


def _is_toll(claim: Claim, lexicon: Lexicon) -> bool:
    words = _words(lexicon)
    if claim.kind is not Kind.COUNT or claim.context is None:
        return False
    return claim.attribute in words["killed"] or bool(claim.context.verbs & set(words["verbs"]))


def _words(lexicon: Lexicon) -> dict[str, list[str]]:
    return lexicon.load("tolls", dict[str, list[str]])
