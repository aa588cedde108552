"""Claims that share a key, to pairs with verdicts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import combinations

from factcheck.compare.attributes import compare_attributes
from factcheck.compare.clocks import compare_clocks
from factcheck.compare.copies import compare_copies
from factcheck.compare.descriptors import compare_descriptors
from factcheck.compare.figures import compare_figures
from factcheck.compare.headlines import compare_headline
from factcheck.compare.judgement import Judgement
from factcheck.compare.names import compare_across, compare_spellings
from factcheck.compare.offices import compare_holders
from factcheck.compare.places import compare_directions
from factcheck.compare.posts import compare_posts
from factcheck.compare.quotes import compare_quotes
from factcheck.compare.ranks import compare_ranks
from factcheck.compare.rates import compare_rates
from factcheck.compare.reports import compare_reports, told_values
from factcheck.compare.shared import shared_names
from factcheck.compare.slips import compare_words
from factcheck.compare.splices import spliced
from factcheck.compare.times import compare_events
from factcheck.compare.tolls import with_fall
from factcheck.domain import ArticleRecord, Claim, Kind, Pair
from factcheck.lexicon import Lexicon

Records = Mapping[str, ArticleRecord]
Judged = Iterator[tuple[Claim, Claim, Judgement]]


def judge(key: str, claims: Sequence[Claim], records: Records, lexicon: Lexicon) -> Iterator[Pair]:
    """Yield a pair for each two claims of one key that speak of the same thing."""
    ordered = sorted(claims, key=lambda claim: (claim.place.article, claim.place.start, claim.place.end, claim.id))
    family = key.split(":", 1)[0]
    for a, b, judgement in _FAMILIES[family](ordered, records, lexicon):
        yield _pair(a, b, judgement)


def judge_reports(
    reports: Mapping[str, Sequence[Claim]], linked: Iterable[tuple[str, str]], records: Records, lexicon: Lexicon
) -> Iterator[Pair]:
    """Yield a pair for each two values that linked reports, or one report twice, tell in much the same words.

    Of linked reports come the sentences that both have, the names and offices too, and quotations run together.
    """
    told = {name: told_values(claims, lexicon) for name, claims in reports.items()}
    for name in sorted(told):
        yield from (_pair(*found) for found in compare_headline(told[name], lexicon))
        yield from (_pair(*found) for found in compare_reports(told[name], told[name], lexicon))
    for one, other in linked:
        yield from (_pair(*found) for found in _linked(reports[one], reports[other], records, lexicon))
        for found in compare_reports(told[one], told[other], lexicon):
            yield _pair(*with_fall(found, records[one], records[other], lexicon))


def _linked(ours: Sequence[Claim], theirs: Sequence[Claim], records: Records, lexicon: Lexicon) -> Judged:
    mine, yours = ([claim for claim in claims if claim.kind is Kind.SENTENCE] for claims in (ours, theirs))
    if mine and yours:
        a, b = records[mine[0].place.article], records[yours[0].place.article]
        yield from compare_copies(mine, yours, a, b, lexicon)
    yield from shared_names(ours, theirs)
    yield from spliced(ours, theirs)


def _pair(a: Claim, b: Claim, judgement: Judgement) -> Pair:
    a_place, b_place = judgement.a_place or a.place, judgement.b_place or b.place
    if (b.place.article, b.place.start) < (a.place.article, a.place.start):
        a, b, a_place, b_place = b, a, b_place, a_place
    return Pair(
        id=blake2b(f"{a.id}\x1f{b.id}".encode(), digest_size=8).hexdigest(),
        verdict=judgement.verdict,
        kind=a.kind,
        attribute=a.attribute,
        why=judgement.why,
        a=a,
        b=b,
        a_place=a_place,
        b_place=b_place,
        variant=judgement.variant,
        explained_by=judgement.explained_by,
    )


def _each_two(
    compare: Callable[[Claim, Claim, ArticleRecord, ArticleRecord], Judgement | None],
) -> Callable[[Sequence[Claim], Records, Lexicon], Judged]:
    def each_two(claims: Sequence[Claim], records: Records, lexicon: Lexicon) -> Judged:
        for a, b in combinations(claims, 2):
            judgement = compare(a, b, records[a.place.article], records[b.place.article])
            if judgement is not None:
                yield a, b, judgement

    return each_two


def _quotes(claims: Sequence[Claim], records: Records, lexicon: Lexicon) -> Judged:
    for a, b in combinations(claims, 2):
        if a.place.article != b.place.article:
            judgement = compare_quotes(a, b, lexicon)
            if judgement is not None:
                yield a, b, judgement


def _offices(claims: Sequence[Claim], records: Records, lexicon: Lexicon) -> Judged:
    return compare_holders(claims, records)


def _posts(claims: Sequence[Claim], records: Records, lexicon: Lexicon) -> Judged:
    return compare_posts(claims, records, lexicon)


def _descriptors(claims: Sequence[Claim], records: Records, lexicon: Lexicon) -> Judged:
    return compare_descriptors(claims, records, lexicon)


def _spellings(claims: Sequence[Claim], records: Records, lexicon: Lexicon) -> Judged:
    return compare_spellings(claims)


def _persons(claims: Sequence[Claim], records: Records, lexicon: Lexicon) -> Judged:
    return compare_across(claims, records, lexicon)


def _words(claims: Sequence[Claim], records: Records, lexicon: Lexicon) -> Judged:
    return compare_words(claims, lexicon)


def _rates(claims: Sequence[Claim], records: Records, lexicon: Lexicon) -> Judged:
    return compare_rates(claims, records)


def _attributes(claims: Sequence[Claim], records: Records, lexicon: Lexicon) -> Judged:
    return compare_attributes(claims, records)


_FAMILIES: Mapping[str, Callable[[Sequence[Claim], Records, Lexicon], Judged]] = {
    "attribute": _attributes,
    "clock": _each_two(compare_clocks),
    "descriptor": _descriptors,
    "event": _each_two(compare_events),
    "figure": _each_two(compare_figures),
    "holder": _posts,
    "holders": _each_two(compare_figures),
    "lies": _each_two(compare_directions),
    "office": _offices,
    "name": _spellings,
    "given": _persons,
    "words": _words,
    "quote": _quotes,
    "rank": _each_two(compare_ranks),
    "rate": _rates,
}
