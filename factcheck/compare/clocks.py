"""Two reports of one moment, each with a local time and its time in GMT, to a verdict."""

from factcheck.compare.context import other_source, scoped
from factcheck.compare.judgement import Judgement
from factcheck.domain import ArticleRecord, Claim, Operand, Verdict
from factcheck.pairing.overlap import same_event

_FEWEST_WORDS = 5
_NEARLY_ALL = 0.8
_SHARED_WORDS = 2


def ahead(claim: Claim) -> int:
    """Return how many minutes a claim's local time is ahead of UTC, 0 to 1439."""
    return int(next(iter(scoped(claim, "ahead"))))


def zones(claim: Claim, where: str) -> frozenset[int]:
    """Return the zones of the places named "here" or in the "article", as minutes ahead of UTC, 0 to 1439."""
    return frozenset(int(minutes) % 1440 for minutes in scoped(claim, where))


def operand(claim: Claim, role: str) -> Operand | None:
    """Return the first operand in a role; None without one."""
    return next((each for each in claim.operands if each.role == role), None)


def compare_clocks(a: Claim, b: Claim, record_a: ArticleRecord, record_b: ArticleRecord) -> Judgement | None:
    """Return how two pairs of clock times of one moment relate; None when the moment may not be one.

    They are held against each other only where one half is the same. Two places may have two local times, so that a
    conflict needs the same places, and either nearly the same sentence or a difference that no place explains.
    """
    if record_a.id == record_b.id or not same_event(record_a, record_b) or not _one_moment(a, b):
        return None
    why = f"{a.place.text!r} and {b.place.text!r}"
    if ahead(a) == ahead(b):
        return Judgement(Verdict.AGREE, why)
    if _places(a) != _places(b):
        return None
    if _copied(a, b) and not other_source(record_a, record_b):
        return Judgement(Verdict.CONFLICT, why, "copies")
    explained = ahead(a) in zones(a, "article") and ahead(b) in zones(b, "article")
    return None if explained else Judgement(Verdict.CONFLICT, why, "reports")


def _one_moment(a: Claim, b: Claim) -> bool:
    return len(scoped(a, "near") & scoped(b, "near")) >= _SHARED_WORDS


def _copied(a: Claim, b: Claim) -> bool:
    """Tell whether two sentences are nearly the same."""
    ours, theirs = frozenset(a.words), frozenset(b.words)
    longest = max(len(ours), len(theirs))
    return longest >= _FEWEST_WORDS and len(ours & theirs) >= _NEARLY_ALL * longest


def _places(claim: Claim) -> frozenset[str | None]:
    return frozenset(each.value for each in claim.operands if each.role == "here")
