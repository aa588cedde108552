"""Names and offices that two reports of one event both have, written alike: they agree."""

from collections.abc import Iterator, Sequence

from factcheck.compare.context import scoped
from factcheck.compare.judgement import Judgement
from factcheck.domain import Claim, Kind, Verdict


def shared_names(ours: Sequence[Claim], theirs: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield the full names that two reports write alike, and the holders of offices that both name, each once."""
    known = {key: claim for claim in reversed(theirs) if (key := _key(claim)) is not None}
    seen: set[tuple[str, ...]] = set()
    for claim in ours:
        key = _key(claim)
        if key is not None and key in known and key not in seen:
            seen.add(key)
            what = "name" if claim.kind is Kind.NAME else "holder of the office"
            yield claim, known[key], Judgement(Verdict.AGREE, f"both give the {what} {claim.value!r}")


def _key(claim: Claim) -> tuple[str, ...] | None:
    """Return what makes a name or office the same: a full name as written, an office with its holder."""
    if claim.kind is Kind.NAME and claim.value and " " in claim.value:
        return "name", claim.value
    if claim.kind is Kind.OFFICE and claim.value and scoped(claim, "jurisdiction") and not scoped(claim, "aspect"):
        return "office", claim.attribute, claim.value
    return None
