"""What two claims' articles say of whether the two can be held against each other."""

from factcheck.domain import ArticleRecord, Basis, Claim
from factcheck.pairing.overlap import days_apart

_ADJACENT_DAYS = 60


def adjacent(a: ArticleRecord, b: ArticleRecord) -> bool:
    """Tell whether two articles are of about the same time; False when a date is missing."""
    apart = days_apart(a, b)
    return apart is not None and apart <= _ADJACENT_DAYS


def other_source(a: ArticleRecord, b: ArticleRecord) -> bool:
    """Tell whether two articles come from two different known sources."""
    return a.source is not None and b.source is not None and a.source != b.source


def inferred(record: ArticleRecord) -> bool:
    """Tell whether an article's date is only inferred."""
    return record.published is not None and record.published.basis is Basis.INFERRED


def scoped(claim: Claim, name: str) -> frozenset[str]:
    """Return the values of one scope entry of a claim: {"plan"} for "object" and the scope "object:plan"."""
    return frozenset(entry.split(":", 1)[1] for entry in claim.scope if entry.startswith(f"{name}:"))


def one_sentence(a: Claim, b: Claim) -> bool:
    """Tell whether two claims stand in one sentence, where the text itself sets them side by side."""
    return a.place.article == b.place.article and a.place.sentence_start == b.place.sentence_start
