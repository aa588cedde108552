"""What other reports say beside a finding, so that a reader need not look it up."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.domain import Hit, Kind, Pair, Related, Role, Verdict

_MOST = 3
_COMPATIBLE = frozenset({Verdict.AGREE, Verdict.VAGUE})


def with_context(hit: Hit, pairs: Sequence[Pair]) -> Hit:
    """Return the hit with the places of other articles that put the event on a compatible day, as context."""
    primary = (hit.primary.article, hit.primary.start, hit.primary.end)
    found = []
    for pair in pairs:
        if is_context(pair):
            for ours, theirs in ((pair.a_place, pair.b_place), (pair.b_place, pair.a_place)):
                if (ours.article, ours.start, ours.end) == primary and theirs.article != ours.article:
                    found.append(Related(Role.CONTEXT, theirs))
    return replace(hit, related=(*hit.related, *found[:_MOST])) if found else hit


def is_context(pair: Pair) -> bool:
    """Tell whether a pair puts an event on compatible days, which a finding may show beside it."""
    return pair.kind is Kind.EVENT and pair.verdict in _COMPATIBLE
