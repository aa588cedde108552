"""Two ages of one person, to a verdict."""

from factcheck.compare.context import adjacent, one_sentence
from factcheck.compare.judgement import Judgement
from factcheck.domain import ArticleRecord, Claim, Verdict
from factcheck.pairing.overlap import same_event

_BIRTHDAY = 1  # years by which two ages may differ, told at two times
_KNOWN = 3  # names that two reports of one matter have in common


def compare_ages(a: Claim, b: Claim, record_a: ArticleRecord, record_b: ArticleRecord) -> Judgement | None:
    """Return whether two ages of one name conflict; None when they may be of two times or of two people."""
    if a.quantity is None or b.quantity is None or one_sentence(a, b):
        return None
    apart = abs((a.quantity.low or 0.0) - (b.quantity.low or 0.0))
    if apart <= _BIRTHDAY or not _one_person(record_a, record_b):
        return None
    return Judgement(Verdict.CONFLICT, f"{a.subjects[0].title()}: {a.place.text!r} and {b.place.text!r}", "age")


def _one_person(a: ArticleRecord, b: ArticleRecord) -> bool:
    """Tell whether one name in two reports is one person's: of one event, or with others that both name."""
    return a.id == b.id or same_event(a, b) or (adjacent(a, b) and len(a.names & b.names) >= _KNOWN)
