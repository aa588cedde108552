"""Checks of names and offices (P101, P103, P104, P201, P202, P204)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from factcheck.checks.sides import conflict_hit, side
from factcheck.compare.context import scoped
from factcheck.domain import ArticleClaims, Claim, Hit, Kind, Pair, Related, Role, Verdict


def surname_without_first_reference(article: ArticleClaims) -> Iterator[Hit]:
    """Yield surnames that speak in an article and are nowhere introduced (P103)."""
    for claim in article.of_kind(Kind.NAME):
        if claim.attribute == "surname":
            yield Hit(primary=claim.place, verdict=None, values={"person": claim.place.text}, sides=(side(claim),))


def name_spelled_two_ways(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield names that one article spells in two ways, one hit a name."""
    for pair in pairs:
        if _is_spelling(pair) and pair.a.place.article == pair.b.place.article:
            yield conflict_hit(pair, tally=f"{_tally(pair.a)}, {_tally(pair.b)}")


def name_spelled_two_ways_across(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield names that two articles spell in two ways, one hit a name."""
    for pair in pairs:
        if _is_spelling(pair) and pair.a.place.article != pair.b.place.article:
            yield conflict_hit(pair)


def office_holder_conflict(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield two holders of one office at about one time, with no succession told anywhere."""
    for pair in pairs:
        if pair.kind is Kind.OFFICE and pair.verdict is Verdict.CONFLICT and pair.variant is None:
            jurisdiction = next(iter(scoped(pair.a, "jurisdiction") or scoped(pair.a, "body")), "")
            yield conflict_hit(
                pair, office=f"{pair.attribute.replace('_', ' ')} of {jurisdiction.title()}".removesuffix(" of ")
            )


def office_of_person_conflict(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield the offices that one person is given, one hit for each two that do not go together (P202)."""
    posts = [pair for pair in pairs if pair.variant == "posts"]
    yield from _once(posts, lambda claim: " ".join((*sorted(scoped(claim, "qualifier")), claim.attribute)))


def descriptor_conflict(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield the ranks or occupations that one person is given, one hit for each two that do not go together (P204)."""
    yield from _once([pair for pair in pairs if pair.kind is Kind.DESCRIPTOR], lambda claim: claim.value or "")


def _once(pairs: Sequence[Pair], told: Callable[[Claim], str]) -> Iterator[Hit]:
    """Yield one hit for each person and two things told, with every place where they are told as related."""
    found: dict[tuple[str, ...], list[Pair]] = {}
    for pair in pairs:
        found.setdefault((pair.a.subjects[0], *sorted((told(pair.a), told(pair.b)))), []).append(pair)
    for (person, *_), same in found.items():
        hit = conflict_hit(same[0], person=person.title())
        places = dict.fromkeys(place for pair in same for place in (pair.a_place, pair.b_place))
        related = (Related(Role.CONFLICTS, place) for place in places if place != hit.primary)
        yield replace(hit, variant=None, related=tuple(related))


def _is_spelling(pair: Pair) -> bool:
    return pair.kind is Kind.NAME and pair.verdict is not Verdict.AGREE


def _tally(claim: Claim) -> str:
    count = next(iter(scoped(claim, "count")), "1")
    return f"{claim.value} {count} {'time' if count == '1' else 'times'}"
