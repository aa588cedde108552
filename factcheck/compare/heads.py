"""The heads of one institution in two reports of one event: two persons given one title are a conflict."""

from collections.abc import Iterator, Sequence

from factcheck.compare.context import scoped
from factcheck.compare.judgement import Judgement
from factcheck.compare.offices import maybe_one_person
from factcheck.domain import ArticleRecord, Claim, Kind, Verdict


def compare_heads(
    ours: Sequence[Claim], theirs: Sequence[Claim], a: ArticleRecord, b: ArticleRecord
) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield a conflict where each of two reports names one head of a body, and the two are not one.

    Neither report may name the other's, nor tell that the post changed hands.
    """
    mine, yours = _heads(ours), _heads(theirs)
    for post in sorted(mine.keys() & yours.keys()):
        held = [claims for claims in (mine[post], yours[post]) if len({claim.value for claim in claims}) == 1]
        if len(held) < 2:
            continue
        one, other = held[0][0], held[1][0]
        if one.subjects[0] in b.names or other.subjects[0] in a.names or _may_be_both(one, other, ours, theirs):
            continue
        why = f"{one.subjects[0].title()} and {other.subjects[0].title()} at the head of one body"
        yield one, other, Judgement(Verdict.CONFLICT, why)


def _heads(claims: Sequence[Claim]) -> dict[tuple[str, str], list[Claim]]:
    """Return the heads of bodies by title and body, in the order of the text."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.kind is Kind.OFFICE and "head" in claim.scope and "qualified" not in claim.scope:
            for body in scoped(claim, "body"):
                found.setdefault((claim.attribute, body), []).append(claim)
    return found


def _may_be_both(one: Claim, other: Claim, ours: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
    """Tell whether two persons may be one, or hold the post one after the other, or one of them a lower post."""
    if maybe_one_person(one.subjects[0], other.subjects[0]):
        return True
    either = {one.value, other.value}
    told = [claim for claim in (*ours, *theirs) if claim.kind is Kind.OFFICE and "head" in claim.scope]
    marks = {"qualified", "changing"}
    return any(claim.value in either and not marks.isdisjoint(claim.scope) for claim in told)
