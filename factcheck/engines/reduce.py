"""The reduce: claims that share a key, and reports of one event, to pairs; alone or beside an archive."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.compare.judge import judge, judge_reports
from factcheck.domain import ArticleRecord, Claim, Pair, Reading
from factcheck.lexicon import Lexicon
from factcheck.pairing.dating import infer_dates, is_yearless
from factcheck.pairing.keyed import Kept, by_key
from factcheck.pairing.overlap import Shared, by_word, candidates, linked

FREQUENT_KEYS = "keys shared by too many claims"
FREQUENT_WORDS = "words shared by too many articles"

Records = Mapping[str, ArticleRecord]


@dataclass(frozen=True, slots=True)
class Judged:
    """The pairs that were judged, the records of all articles they are of, and how many keys and words told nothing."""

    records: Records
    pairs: tuple[Pair, ...]
    frequent_keys: int
    frequent_words: int


@dataclass(frozen=True, slots=True)
class _Scene:
    """All that is to be held against each other; `fresh` are the articles under check, if others stand beside them."""

    groups: Mapping[str, Sequence[Claim]]
    meeting: Collection[tuple[str, str]]
    records: Records
    claims: Mapping[str, Sequence[Claim]]
    kept: Kept | None
    fresh: frozenset[str] | None
    frequent_keys: int
    frequent_words: int


def reduce(readings: Sequence[Reading], lexicon: Lexicon, kept: Kept | None = None) -> Judged:
    """Judge what the readings claim, with each other and with what was kept, and infer the years that datelines lack.

    The pairs with a claim of the readings are those that judging them together with all that is kept would give.
    """
    scene = _scene(readings, kept)
    records = _dated(scene, readings, lexicon)
    pairs = _pairs(scene, records, lexicon)
    if scene.fresh is None and (dated := infer_dates(records, pairs)) != records:
        records, pairs = dated, _pairs(scene, dated, lexicon)
    return Judged(records, pairs, scene.frequent_keys, scene.frequent_words)


def _scene(readings: Sequence[Reading], kept: Kept | None) -> _Scene:
    """Gather the claims by key and the articles that may report one event, from the readings and from what is kept."""
    records = {reading.record.id: reading.record for reading in readings}
    claims = {reading.record.id: reading.claims for reading in readings}
    fresh = frozenset(records) if kept is not None else None
    groups, frequent_keys = by_key((claim for reading in readings for claim in reading.claims), kept)
    meeting, frequent_words = candidates(_words(records, kept), fresh)
    if kept is not None:
        named = {claim.place.article for group in groups.values() for claim in group}
        named.update(name for pair in meeting for name in pair)
        records |= kept.records(named - records.keys())
    return _Scene(groups, meeting, records, claims, kept, fresh, frequent_keys, frequent_words)


def _words(records: Records, kept: Kept | None) -> Mapping[str, Shared]:
    found = by_word(records.values())
    if kept is None:
        return {word: Shared(days) for word, days in found.items()}
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
    around = _scene(wide, kept.without(others))
    dated = infer_dates(around.records, _pairs(around, around.records, lexicon))
    return {name: dated.get(name, record) for name, record in scene.records.items()}


def _pairs(scene: _Scene, records: Records, lexicon: Lexicon) -> tuple[Pair, ...]:
    """Judge each key's claims, then what reports of one event tell alike; a pair found twice counts once."""
    found: dict[str, Pair] = {}
    for key, group in scene.groups.items():
        for pair in judge(key, group, records, lexicon, scene.fresh):
            found.setdefault(pair.id, pair)
    links = linked(scene.meeting, records)
    for pair in judge_reports(_reports(scene, links), links, records, lexicon, scene.fresh):
        found.setdefault(pair.id, pair)
    return tuple(sorted(found.values(), key=order))


def _reports(scene: _Scene, links: Iterable[tuple[str, str]]) -> Mapping[str, Sequence[Claim]]:
    if scene.kept is None:
        return scene.claims
    others = {name for link in links for name in link if name not in scene.claims}
    return {**scene.claims, **scene.kept.claims(others)}


def order(pair: Pair) -> tuple[str, int, str, str]:
    """Return what pairs are sorted by: the place of their first side, the other article, and their id."""
    return pair.a_place.article, pair.a_place.start, pair.b_place.article, pair.id
