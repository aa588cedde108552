"""What other reports say beside a finding, so that a reader need not look it up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.domain import Hit, Kind, Location, Pair, Related, Role, Verdict

_MOST = 3
_COMPATIBLE = frozenset({Verdict.AGREE, Verdict.VAGUE})

Place = tuple[str, int, int]


def told_elsewhere(pairs: Iterable[Pair]) -> Mapping[Place, Sequence[Location]]:
    """Return the places of other articles that put an event on a compatible day, by the event's article and offsets."""
    found: dict[Place, list[Location]] = defaultdict(list)
    for pair in pairs:
        if is_context(pair):
            for ours, theirs in ((pair.a_place, pair.b_place), (pair.b_place, pair.a_place)):
                if theirs.article != ours.article:
                    found[ours.article, ours.start, ours.end].append(theirs)
    return found


def is_context(pair: Pair) -> bool:
    """Tell whether a pair puts an event on compatible days, which a finding may show beside it."""
    return pair.kind is Kind.EVENT and pair.verdict in _COMPATIBLE


def with_context(hit: Hit, elsewhere: Mapping[Place, Sequence[Location]]) -> Hit:
    """Return the hit with the places that tell of its event elsewhere, a few of them, as context."""
    found = elsewhere.get((hit.primary.article, hit.primary.start, hit.primary.end), ())[:_MOST]
    context = tuple(Related(Role.CONTEXT, place) for place in found)
    return replace(hit, related=(*hit.related, *context)) if context else hit
