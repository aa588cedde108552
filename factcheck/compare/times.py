"""Two claims of when an event was, to a verdict."""

from factcheck.compare.context import one_sentence, other_source, scoped
from factcheck.compare.judgement import Judgement
from factcheck.domain import ArticleRecord, Claim, Days, Modality, Time, Verdict
from factcheck.pairing.overlap import days_apart

_SAME_EVENT_DAYS = 45
_SAME_WEEK = 7


def compare_events(a: Claim, b: Claim, record_a: ArticleRecord, record_b: ArticleRecord) -> Judgement | None:
    """Return whether two dated claims of one event agree or conflict; None when it may be two events.

    One event: the same kind of event told as happened, the same named actors, and an object or place in common.
    """
    headline = _headline_against_body(a, b)
    if headline is not None:
        return headline
    if not _comparable(a) or not _comparable(b) or one_sentence(a, b):
        return None
    if a.attribute != b.attribute:
        return _same_days_told_broadly(a, b, record_a, record_b)
    if not _same_event(a, b):
        return None
    ours, theirs = _days(a), _days(b)
    if ours == theirs:
        return Judgement(Verdict.AGREE, f"both say {_told(a)}")
    if ours.meets(theirs):
        return Judgement(Verdict.VAGUE, f"{_told(a)} and {_told(b)} have days in common")
    if not _can_conflict(a, b, record_a, record_b, ours, theirs):
        return None
    return Judgement(
        Verdict.CONFLICT, f"{_told(a)} and {_told(b)} have no day in common", _variant(a, b, record_a, record_b)
    )


def _headline_against_body(a: Claim, b: Claim) -> Judgement | None:
    """Return a conflict of a headline's date, which the body nowhere has, with the body's only one of the event."""
    if a.place.article != b.place.article or a.in_title == b.in_title or a.attribute != b.attribute:
        return None
    title, body = (a, b) if a.in_title else (b, a)
    if "untold" not in title.scope or "only" not in body.scope or a.affirmed != b.affirmed:
        return None
    written = all(_when(claim).year_written or _when(claim).form == "year" for claim in (a, b))
    same = scoped(a, "object") & scoped(b, "object") or frozenset(a.subjects) & frozenset(b.subjects)
    same = same or scoped(a, "place") & scoped(b, "place")
    if not written or not same or _days(a).meets(_days(b)):
        return None
    return Judgement(Verdict.CONFLICT, f"{_told(title)} in the headline, {_told(body)} in the text", "headline")


def _comparable(claim: Claim) -> bool:
    return (
        claim.when is not None
        and claim.when.days is not None
        and claim.affirmed
        and claim.modality is Modality.HAPPENED
    )


def _days(claim: Claim) -> Days:
    assert claim.when is not None
    assert claim.when.days is not None
    return claim.when.days


def _when(claim: Claim) -> Time:
    assert claim.when is not None
    return claim.when


def _told(claim: Claim) -> str:
    days = _days(claim)
    return f"{days.first}" if days.first == days.last else f"{days.first} to {days.last}"


def _same_event(a: Claim, b: Claim) -> bool:
    shared = frozenset(a.subjects) & frozenset(b.subjects)
    if not shared or (frozenset(a.subjects) - shared and frozenset(b.subjects) - shared):
        return False
    objects_a, objects_b = scoped(a, "object"), scoped(b, "object")
    places_a, places_b = scoped(a, "place"), scoped(b, "place")
    if (objects_a and objects_b and not objects_a & objects_b) or (places_a and places_b and not places_a & places_b):
        return False
    return bool(objects_a & objects_b or places_a & places_b or len(shared) > 1)


def _can_conflict(
    a: Claim, b: Claim, record_a: ArticleRecord, record_b: ArticleRecord, ours: Days, theirs: Days
) -> bool:
    """Only plain adverbial dates of an event that happens once, neither of them known to the other article."""
    if any(entry in claim.scope for claim in (a, b) for entry in ("recurs", "quoted", "prospective")):
        return False
    if not all("adverbial" in claim.scope and _when(claim).explicit for claim in (a, b)):
        return False
    apart = max(ours.days_after(theirs), theirs.days_after(ours))
    if apart > _SAME_EVENT_DAYS and not _same_day_of_other_year(ours, theirs):
        return False
    if record_a.id == record_b.id:
        return True
    published = days_apart(record_a, record_b)
    known = _when(a).value in record_b.values or _when(b).value in record_a.values
    return not known and published is not None and published <= _SAME_EVENT_DAYS


def _same_day_of_other_year(a: Days, b: Days) -> bool:
    return (a.first.month, a.first.day) == (b.first.month, b.first.day)


def _variant(a: Claim, b: Claim, record_a: ArticleRecord, record_b: ArticleRecord) -> str:
    if other_source(record_a, record_b):
        return "sources"
    return "explicit" if _when(a).explicit and _when(b).explicit else "inferred"


def _same_days_told_broadly(a: Claim, b: Claim, record_a: ArticleRecord, record_b: ArticleRecord) -> Judgement | None:
    """Two reports of one week may tell of the same office holders in other words, one more broadly."""
    if record_a.id == record_b.id or not scoped(a, "office") & scoped(b, "office"):
        return None
    apart = days_apart(record_a, record_b)
    ours, theirs = _days(a), _days(b)
    if apart is None or apart > _SAME_WEEK or ours == theirs or not (ours.holds(theirs) or theirs.holds(ours)):
        return None
    if max((days.last - days.first).days for days in (ours, theirs)) >= _SAME_WEEK:
        return None
    broad, narrow = (a, b) if ours.holds(theirs) else (b, a)
    return Judgement(Verdict.VAGUE, f"{broad.place.text!r} ({_told(broad)}) does not exclude {_told(narrow)}")
