"""Which of the judged pairs a run holds: what is shown, what a check looks at, and the context of findings."""

from collections.abc import Callable, Collection, Iterator

from factcheck.checks.context import Place, is_context
from factcheck.checks.table import is_looked_at
from factcheck.domain import ArticleClaims, Pair, Verdict
from factcheck.engines.find import Desk, find_within
from factcheck.pairing.dating import is_yearless
from factcheck.pairing.gathered import Gathered, Listed


def looked_at(gathered: Gathered, desk: Desk, shown: Collection[Verdict] | None) -> Callable[[Pair], bool]:
    """Return the function that tells whether a pair is to be held; all are where all verdicts are shown (None).

    Pairs that may be context are many. Where articles are held on disk, only those are held at whose place something is
    found.
    """
    checks = {rule.check or "" for rule in desk.rulebook.running()}
    found = None if shown is None or isinstance(gathered, Listed) else _places_found(gathered, desk)

    def wanted(pair: Pair) -> bool:
        if shown is None or pair.verdict in shown:
            return True
        if is_context(pair):
            return found is None or not found.isdisjoint(_places(pair))
        return is_looked_at(pair, checks)

    return wanted


def _places_found(gathered: Gathered, desk: Desk) -> frozenset[Place]:
    """Return the places at which the checks of one article find something, and articles whose year is to be inferred.

    What is found in these is not known before the pairs are judged.
    """
    found: set[Place] = set()
    for name in gathered.names:
        if is_yearless(gathered.brief[name]):
            found.add(_whole(name))
        for finding in find_within(ArticleClaims(gathered.records[name], tuple(gathered.claims[name])), {}, desk):
            found.add((finding.primary.article, finding.primary.start, finding.primary.end))
    return frozenset(found)


def _places(pair: Pair) -> Iterator[Place]:
    """Yield the places of both sides, and each article by itself."""
    for place in (pair.a_place, pair.b_place):
        yield place.article, place.start, place.end
        yield _whole(place.article)


def _whole(article: str) -> Place:
    return article, -1, -1
