"""All holders of one office that the reports name, to verdicts."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from factcheck.compare.context import adjacent, scoped
from factcheck.compare.judgement import Judgement
from factcheck.domain import ArticleRecord, Claim, Days, Location, Verdict

_MISSPELT = 2


def compare_holders(
    claims: Sequence[Claim], records: Mapping[str, ArticleRecord]
) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield a judgement for each two articles' (or one article's two) holders of the office.

    Two holders are explained by a stated succession that lies between the reports; without one they conflict when the
    reports are of about the same time. Qualified holders (acting, former, deputy, elect) are left out.
    """
    successions = [claim for claim in claims if scoped(claim, "aspect")]
    first: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        if not scoped(claim, "aspect") and not scoped(claim, "qualifier"):
            first.setdefault((claim.place.article, claim.subjects[0]), claim)
    for a, b in combinations(first.values(), 2):
        judgement = _judge(a, b, successions, records)
        if judgement is not None:
            yield a, b, judgement


def _judge(a: Claim, b: Claim, successions: Sequence[Claim], records: Mapping[str, ArticleRecord]) -> Judgement | None:
    record_a, record_b = records[a.place.article], records[b.place.article]
    if a.subjects == b.subjects:
        if record_a.id == record_b.id:
            return None
        return Judgement(Verdict.AGREE, f"both name {_titled(a)}")
    if maybe_one_person(a.subjects[0], b.subjects[0]):
        return None
    explaining = _explaining(a, b, successions, records)
    if explaining:
        told = " and ".join(f"{place.path}:{place.line} {place.text!r}" for place in explaining)
        return Judgement(Verdict.EXPLAINED, f"a succession is told: {told}", explained_by=tuple(explaining))
    if record_a.id == record_b.id or adjacent(record_a, record_b):
        return Judgement(Verdict.CONFLICT, f"{_titled(a)} and {_titled(b)} in the same office")
    if record_a.published and record_a.published.days and record_b.published and record_b.published.days:
        return Judgement(Verdict.UPDATE, f"{_titled(a)}, and later or earlier {_titled(b)}")
    return None


def _titled(claim: Claim) -> str:
    return claim.subjects[0].title()


def maybe_one_person(a: str, b: str) -> bool:
    """Tell whether two keys of persons may be one's.

    A surname alone may be the full name's; one with a letter changed is a question of spelling.
    """
    surname, other = a.rsplit(maxsplit=1)[-1], b.rsplit(maxsplit=1)[-1]
    return OSA.distance(surname, other) <= _MISSPELT


def _explaining(
    a: Claim, b: Claim, successions: Sequence[Claim], records: Mapping[str, ArticleRecord]
) -> list[Location]:
    """Return the places that tell that one of the two came into or left the office at a time that fits."""
    either = {a.subjects[0], b.subjects[0]}
    return [claim.place for claim in successions if either & set(claim.subjects) and _fits(claim, a, b, records)]


def _fits(succession: Claim, a: Claim, b: Claim, records: Mapping[str, ArticleRecord]) -> bool:
    """A dated succession must not lie before both reports or after both, where their dates are known."""
    if succession.when is None or succession.when.days is None:
        return True
    began = "began" in scoped(succession, "aspect")
    holder, other = (a, b) if succession.subjects[0] == a.subjects[0] else (b, a)
    of_holder, of_other = _published(records[holder.place.article]), _published(records[other.place.article])
    when = succession.when.days
    if began:
        return (of_holder is None or of_holder.last >= when.first) and (of_other is None or of_other.first <= when.last)
    return (of_holder is None or of_holder.first <= when.last) and (of_other is None or of_other.last >= when.first)


def _published(record: ArticleRecord) -> Days | None:
    return record.published.days if record.published else None
