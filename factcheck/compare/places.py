"""Two reports of where one place lies, to a verdict."""

from factcheck.compare.context import adjacent, scoped
from factcheck.compare.judgement import Judgement
from factcheck.domain import ArticleRecord, Claim, Verdict
from factcheck.pairing.overlap import same_event

_SHARED_NAMES = 2  # besides the place
_FULL = 360  # degrees
_NEIGHBOURS = 45  # degrees; the northeast is north and east


def compare_directions(a: Claim, b: Claim, record_a: ArticleRecord, record_b: ArticleRecord) -> Judgement | None:
    """Return how the parts of a country relate in which one place is said to lie; None where it may be two places.

    A place does not move, so the dates don't matter; but two may have one name. They need one country and no other
    kind, and in reports of two matters a place that the lexicon knows.
    """
    if not _one_place(a, b, one_matter=_one_matter(record_a, record_b)):
        return None
    why = f"{a.place.text!r} and {b.place.text!r}"
    apart = abs(int(a.value or 0) - int(b.value or 0))
    if min(apart, _FULL - apart) > _NEIGHBOURS:
        return Judgement(Verdict.CONFLICT, why)
    return Judgement(Verdict.AGREE if apart == 0 else Verdict.VAGUE, why) if record_a.id != record_b.id else None


def _one_matter(a: ArticleRecord, b: ArticleRecord) -> bool:
    """Tell whether two articles are one, report one event, or of about one time name two others in common."""
    return a.id == b.id or same_event(a, b) or (adjacent(a, b) and len(a.names & b.names) > _SHARED_NAMES)


def _one_place(a: Claim, b: Claim, *, one_matter: bool) -> bool:
    whole_a, whole_b = scoped(a, "in"), scoped(b, "in")
    kind_a, kind_b = scoped(a, "kind"), scoped(b, "kind")
    if kind_a and kind_b and kind_a != kind_b:
        return False
    if whole_a != whole_b and ((whole_a and whole_b) or not one_matter):
        return False
    return one_matter or ("known" in a.scope and "known" in b.scope)
