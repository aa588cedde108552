"""The reduce: claims that share a key, and reports of one event, to pairs; alone or beside an archive.

Pairs are judged key by key and link by link and pass by one at a time. What is held of them is what was asked for, the
numbers of those that were seen, and which articles they link.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.compare.judge import judge, judge_reports
from factcheck.domain import ArticleRecord, Claim, Pair, Reading, Verdict
from factcheck.engines.seen import Seen
from factcheck.lexicon import Lexicon
from factcheck.pairing.dating import infer_dates, is_yearless, tells_of_one_time
from factcheck.pairing.gathered import Gathered, Looked
from factcheck.pairing.keyed import Kept, by_key
from factcheck.pairing.overlap import Shared, by_word, candidates, linked
from factcheck.pairing.stories import is_of_one_story

FREQUENT_KEYS = "keys shared by too many claims"
FREQUENT_WORDS = "words shared by too many articles"

Records = Mapping[str, ArticleRecord]
Link = tuple[str, str]

_HELD = 500  # records that are held where inferred dates are put into them one by one


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of the pairs of a run, and the records of all articles they are of.

    `records` are as whole as the checks need them, `brief` as the reports do. `pairs` are those that were wanted, in
    order; `verdicts` counts all that have a side among the readings, and `links` are the articles that these make one
    story of. `frequent_keys` and `frequent_words` told nothing.
    """

    records: Records
    brief: Records
    pairs: tuple[Pair, ...]
    verdicts: Mapping[Verdict, int]
    links: frozenset[Link]
    frequent_keys: int
    frequent_words: int


@dataclass(frozen=True, slots=True)
class _Scene:
    """All that is to be held against each other; `fresh` are the articles under check, if others stand beside them."""

    groups: Callable[[], Iterable[tuple[str, Sequence[Claim]]]]
    words: Mapping[str, Shared]
    records: Records
    profiled: Records
    brief: Records
    claims: Mapping[str, Sequence[Claim]]
    kept: Kept | None
    fresh: frozenset[str] | None
    frequent_keys: Callable[[], int]

    def meeting(self) -> tuple[Iterator[Link], int]:
        """Return the pairs of articles to hold against each other, and how many words were too frequent."""
        return candidates(self.words, self.fresh)


def reduce(gathered: Gathered, lexicon: Lexicon, wanted: Callable[[Pair], bool] = lambda _: True) -> Judged:
    """Judge what the readings claim, and infer the years that datelines lack; of the pairs the `wanted` are held."""
    scene = _alone(gathered)
    judged, dating = _judged(scene, lexicon, wanted)
    dated = infer_dates(scene.brief, dating)
    return judged if dated == scene.brief else _judged(_with_dates(scene, dated), lexicon, wanted)[0]


def reduce_beside(
    readings: Sequence[Reading], kept: Kept, lexicon: Lexicon, wanted: Callable[[Pair], bool] = lambda _: True
) -> Judged:
    """Judge what the readings claim with each other and with what was kept.

    The pairs with a claim of the readings are those that judging them together with all that is kept would give.
    """
    scene = _beside(readings, kept)
    return _judged(_with_dates(scene, _dated(scene, readings, lexicon)), lexicon, wanted)[0]


def _alone(gathered: Gathered) -> _Scene:
    words = gathered.words()
    return _Scene(
        gathered.groups,
        Looked(words, lambda word: Shared(words[word]), 0),
        gathered.records,
        gathered.profiled,
        gathered.brief,
        gathered.claims,
        None,
        None,
        gathered.frequent_keys,
    )


def _beside(readings: Sequence[Reading], kept: Kept) -> _Scene:
    """Gather the claims by key and the articles that may report one event, from the readings and from what is kept."""
    records = {reading.record.id: reading.record for reading in readings}
    claims = {reading.record.id: reading.claims for reading in readings}
    fresh = frozenset(records)
    groups, frequent_keys = by_key((claim for reading in readings for claim in reading.claims), kept)
    words = _words(records, kept)
    named = {claim.place.article for group in groups.values() for claim in group}
    named.update(name for pair in candidates(words, fresh)[0] for name in pair)
    records |= kept.records(named - records.keys())
    return _Scene(groups.items, words, records, records, records, claims, kept, fresh, lambda: frequent_keys)


def _words(records: Records, kept: Kept) -> Mapping[str, Shared]:
    found = by_word(records.values())
    shared = {}
    for word, others in kept.sharing(found).items():
        days = found[word]
        for day, names in others.days.items():
            days[day].extend(names)
        shared[word] = Shared(days, others.whole)
    return shared


def _dated(scene: _Scene, readings: Sequence[Reading], lexicon: Lexicon) -> Records:
    """Return the records, beside an archive with the years that its datelines and ours lack, as far as told by others.

    What is kept without a year has one by its own pairs, so these articles are judged as though they were under check.
    """
    kept = scene.kept
    yearless = [name for name in sorted(scene.records) if is_yearless(scene.records[name])]
    if kept is None or not yearless:
        return scene.records
    others = {name: scene.records[name] for name in yearless if name not in scene.claims}
    claims = kept.claims(others)
    wide = [*readings, *(Reading(record, claims[name]) for name, record in others.items())]
    around = _beside(wide, kept.without(others))
    _, dating = _judged(around, lexicon, lambda _: False)
    dated = infer_dates(around.records, dating)
    return {name: dated.get(name, record) for name, record in scene.records.items()}


def _with_dates(scene: _Scene, dated: Records) -> _Scene:
    """Return the scene with the dates of these records."""

    def overlaid(records: Records) -> Records:
        if records is scene.brief:
            return dated
        if isinstance(records, dict):
            return {name: replace(record, published=dated[name].published) for name, record in records.items()}
        return Looked(records, lambda name: replace(records[name], published=dated[name].published), _HELD)

    return replace(
        scene, records=overlaid(scene.records), profiled=overlaid(scene.profiled), brief=overlaid(scene.brief)
    )


def _judged(scene: _Scene, lexicon: Lexicon, wanted: Callable[[Pair], bool]) -> tuple[Judged, frozenset[Link]]:
    """Judge each key's claims, then what reports of one event tell alike; a pair found twice counts once.

    Returns the links that may tell a year, too.
    """
    meeting, frequent_words = scene.meeting()
    links = linked(meeting, scene.profiled)
    seen = Seen()
    pairs: list[Pair] = []
    verdicts: Counter[Verdict] = Counter()
    told, dating = set[Link](), set[Link]()
    for pair in _pairs(scene, links, lexicon):
        if not seen.add(int(pair.id, 16)):
            continue
        if wanted(pair):
            pairs.append(pair)
        link = pair.a.place.article, pair.b.place.article
        if tells_of_one_time(pair) and any(is_yearless(scene.brief[name]) for name in link):
            dating.add(link)
        if pair.a_place.article in scene.claims or pair.b_place.article in scene.claims:
            verdicts[pair.verdict] += 1
            if is_of_one_story(pair):
                told.add(link)
    judged = Judged(
        scene.records,
        scene.brief,
        tuple(sorted(pairs, key=order)),
        verdicts,
        frozenset(told),
        scene.frequent_keys(),
        frequent_words,
    )
    return judged, frozenset(dating)


def _pairs(scene: _Scene, links: Iterable[Link], lexicon: Lexicon) -> Iterator[Pair]:
    for key, group in scene.groups():
        yield from judge(key, group, scene.records, lexicon, scene.fresh)
    reports = scene.claims
    if scene.kept is not None:
        links = tuple(links)
        others = {name for link in links for name in link if name not in reports}
        reports = {**reports, **scene.kept.claims(others)}
    yield from judge_reports(reports, links, scene.records, lexicon, scene.fresh)


def order(pair: Pair) -> tuple[str, int, str, str]:
    """Return what pairs are sorted by: the place of their first side, the other article, and their id."""
    return pair.a_place.article, pair.a_place.start, pair.b_place.article, pair.id
