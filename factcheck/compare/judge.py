"""Claims that share a key, to pairs with verdicts."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from heapq import merge
from itertools import combinations

from factcheck.compare.ages import compare_ages
from factcheck.compare.attributes import compare_attributes
from factcheck.compare.clocks import compare_clocks
from factcheck.compare.copies import Sentences, compare_copies, sentences_of
from factcheck.compare.descriptors import compare_descriptors
from factcheck.compare.digits import with_exchanged_digits
from factcheck.compare.figures import compare_figures
from factcheck.compare.headlines import compare_headline
from factcheck.compare.heads import compare_heads
from factcheck.compare.judgement import Judgement
from factcheck.compare.names import compare_across, compare_spellings
from factcheck.compare.offices import compare_holders
from factcheck.compare.places import compare_directions
from factcheck.compare.posts import compare_posts
from factcheck.compare.quotes import compare_quotes
from factcheck.compare.ranks import compare_ranks
from factcheck.compare.rates import compare_rates
from factcheck.compare.reports import Told, compare_reports, told_values
from factcheck.compare.retold import compare_retold
from factcheck.compare.shared import shared_names
from factcheck.compare.slips import compare_words
from factcheck.compare.splices import spliced
from factcheck.compare.times import compare_events
from factcheck.compare.tolls import with_fall
from factcheck.domain import ArticleRecord, Claim, Kind, NameKind, Pair
from factcheck.lexicon import Lexicon
from factcheck.pairing.keyed import family
from factcheck.pairing.overlap import same_event

Records = Mapping[str, ArticleRecord]
Judged = Iterator[tuple[Claim, Claim, Judgement]]

_HELD = 1000  # articles whose values are held for the links to come; others are looked at anew


@dataclass(frozen=True, slots=True)
class _Report:
    """One of two linked reports: its record, its claims, and of these the sentences and what its values are told of."""

    record: ArticleRecord
    claims: Sequence[Claim]
    sentences: Sentences
    told: Mapping[str, Sequence[Told]]


def judge(
    key: str, claims: Sequence[Claim], records: Records, lexicon: Lexicon, fresh: Collection[str] | None = None
) -> Iterator[Pair]:
    """Yield a pair for each two claims of one key that speak of the same thing.

    With `fresh`, no two claims need be held against each other of which none is of one of these articles.
    """
    ordered = sorted(claims, key=lambda claim: (claim.place.article, claim.place.start, claim.place.end, claim.id))
    if compare := TWO_BY_TWO.get(family(key)):
        judged = _each_two(compare, ordered, records, lexicon, fresh)
    else:
        judged = _TOGETHER[family(key)](ordered, records, lexicon)
    return (_pair(*found) for found in judged)


def judge_reports(
    reports: Mapping[str, Sequence[Claim]],
    linked: Iterable[tuple[str, str]],
    records: Records,
    lexicon: Lexicon,
    fresh: frozenset[str] | None = None,
) -> Iterator[Pair]:
    """Yield a pair for each two values that linked reports, or one report twice, tell in much the same words.

    Of linked reports, which come in order, come the sentences that both have, the names and offices too, and quotations
    run together. With `fresh`, only these articles are held against themselves.
    """

    @lru_cache(_HELD)
    def report(name: str) -> _Report:
        claims = reports[name]
        return _Report(records[name], claims, sentences_of(claims), told_values(claims, lexicon))

    alone = ((name, "") for name in sorted(reports if fresh is None else fresh & reports.keys()))
    for one, other in merge(alone, linked):  # in one order, so that what is held of a report serves both
        if other:
            yield from (_pair(*found) for found in _linked(report(one), report(other), lexicon))
        else:
            yield from _within(report(one).told, lexicon)


def _within(told: Mapping[str, Sequence[Told]], lexicon: Lexicon) -> Iterator[Pair]:
    """Yield what one article tells twice, in its headline and in its text or here and there."""
    yield from (_pair(*found) for found in compare_headline(told, lexicon))
    yield from (_pair(*found) for found in compare_retold(told, lexicon))
    yield from (_pair(*found) for found in compare_reports(told, told, lexicon))


def _linked(ours: _Report, theirs: _Report, lexicon: Lexicon) -> Judged:
    yield from compare_copies(ours.sentences, theirs.sentences, ours.record, theirs.record, lexicon)
    yield from shared_names(ours.claims, theirs.claims)
    yield from compare_across(_persons(ours, theirs), _records(ours, theirs), lexicon)
    yield from spliced(ours.claims, theirs.claims)
    yield from compare_heads(ours.claims, theirs.claims, ours.record, theirs.record)
    for found in compare_reports(ours.told, theirs.told, lexicon):
        judged = with_exchanged_digits(found, ours.record, theirs.record, lexicon)
        yield with_fall(judged, ours.record, theirs.record, lexicon)


def _persons(*reports: _Report) -> list[Claim]:
    names = (claim for report in reports for claim in report.claims if claim.kind is Kind.NAME)
    return [claim for claim in names if claim.attribute == NameKind.PERSON]


def _records(*reports: _Report) -> Records:
    return {report.record.id: report.record for report in reports}


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
    compare: "_Comparing", claims: Sequence[Claim], records: Records, lexicon: Lexicon, fresh: Collection[str] | None
) -> Judged:
    for a, b in combinations(claims, 2):
        if fresh is None or a.place.article in fresh or b.place.article in fresh:
            judgement = compare(a, b, records, lexicon)
            if judgement is not None:
                yield a, b, judgement


def _by_records(compare: Callable[[Claim, Claim, ArticleRecord, ArticleRecord], Judgement | None]) -> "_Comparing":
    def compared(a: Claim, b: Claim, records: Records, lexicon: Lexicon) -> Judgement | None:
        return compare(a, b, records[a.place.article], records[b.place.article])

    return compared


def _quotes(a: Claim, b: Claim, records: Records, lexicon: Lexicon) -> Judgement | None:
    one, other = records[a.place.article], records[b.place.article]
    return compare_quotes(a, b, lexicon, one_event=same_event(one, other)) if one.id != other.id else None


_Comparing = Callable[[Claim, Claim, Records, Lexicon], Judgement | None]

TWO_BY_TWO: Mapping[str, _Comparing] = {
    "age": _by_records(compare_ages),
    "clock": _by_records(compare_clocks),
    "event": _by_records(compare_events),
    "figure": _by_records(compare_figures),
    "holders": _by_records(compare_figures),
    "lies": _by_records(compare_directions),
    "rank": _by_records(compare_ranks),
    "quote": _quotes,
}
"""Families in which a verdict on two claims depends on these two alone."""

_TOGETHER: Mapping[str, Callable[[Sequence[Claim], Records, Lexicon], Judged]] = {
    "attribute": lambda claims, records, lexicon: compare_attributes(claims, records),
    "descriptor": compare_descriptors,
    "holder": compare_posts,
    "office": lambda claims, records, lexicon: compare_holders(claims, records),
    "name": lambda claims, records, lexicon: compare_spellings(claims),
    "given": compare_across,
    "words": lambda claims, records, lexicon: compare_words(claims, lexicon),
    "rate": lambda claims, records, lexicon: compare_rates(claims, records),
}
"""Families whose claims are judged together: successions, usual spellings and usual rates decide."""
