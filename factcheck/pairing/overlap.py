"""Whether two articles report the same event: a function of those two alone, never of the corpus at hand."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby
from operator import itemgetter

from factcheck.domain import ArticleRecord, Basis

LEAST_OVERLAP = 0.3
MOST_DAYS = 4
MOST_ARTICLES = 300
UNDATED = 0
_KEY_WORDS = 10


@dataclass(frozen=True, slots=True)
class Shared:
    """The articles among whose telling words a word is, by the day they state as that of their publication.

    Days are numbers (1 is 1 January of the year 1), UNDATED for articles that state none. `whole` says that there are
    no others: an archive that holds very many such articles gives only those of the days asked for.
    """

    days: Mapping[int, Sequence[str]]
    whole: bool = True


def overlap(a: ArticleRecord, b: ArticleRecord) -> float:
    """Return how much two articles speak of the same: the cosine of their profiles, 0 to 1."""
    return _cosine(dict(a.profile), b)


def _cosine(weights: Mapping[str, float], b: ArticleRecord) -> float:
    return math.fsum([weights[word] * weight for word, weight in b.profile if word in weights])


def days_apart(a: ArticleRecord, b: ArticleRecord) -> int | None:
    """Return the days between two publications; None when a date is missing."""
    if a.published is None or b.published is None or a.published.days is None or b.published.days is None:
        return None
    return abs((a.published.days.first - b.published.days.first).days)


def same_event(a: ArticleRecord, b: ArticleRecord) -> bool:
    """Tell whether two articles report one event: much the same telling words, at most four days apart.

    The same topic months apart is another event; where a date is missing the words decide alone.
    """
    return _are_near(a, b) and overlap(a, b) >= LEAST_OVERLAP


def _are_near(a: ArticleRecord, b: ArticleRecord) -> bool:
    apart = days_apart(a, b)
    return apart is None or apart <= MOST_DAYS


def key_words(record: ArticleRecord) -> list[str]:
    """Return the ten most telling words of an article, under which it can meet others."""
    return [word for word, _ in nlargest(_KEY_WORDS, record.profile, key=lambda item: (item[1], item[0]))]


def stated_day(record: ArticleRecord) -> int:
    """Return the day of publication that an article itself states, as a number; UNDATED without one."""
    published = record.published
    if published is None or published.days is None or published.basis is Basis.INFERRED:
        return UNDATED
    return published.days.first.toordinal()


def by_word(records: Iterable[ArticleRecord]) -> dict[str, dict[int, list[str]]]:
    """Return the ids of articles by telling word and stated day."""
    found: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for record in sorted(records, key=lambda record: record.id):
        for word in key_words(record):
            found[word][stated_day(record)].append(record.id)
    return found


def candidates(
    words: Mapping[str, Shared], fresh: Collection[str] | None = None
) -> tuple[Iterator[tuple[str, str]], int]:
    """Return the pairs of articles to hold against each other, and how many words of a day were too frequent.

    They share a telling word and state days at most MOST_DAYS apart, or one of them states none. A word that more than
    MOST_ARTICLES articles of one day have tells nothing apart; an undated article meets others only under a word that
    no more than so many articles have in all. With `fresh`, one of the two must be among those. The pairs come in
    order, each once, and are made as they are asked for.
    """
    under: dict[str, list[_Met]] = defaultdict(list)
    frequent = 0
    for word in sorted(words):
        shared = words[word]
        days = shared.days
        kept = {day: names for day, names in days.items() if len(names) <= MOST_ARTICLES}
        frequent += len(days) - len(kept)
        undated = kept.pop(UNDATED, ())
        if undated and not (shared.whole and sum(map(len, days.values())) <= MOST_ARTICLES):
            undated, frequent = (), frequent + 1
        for names, met in _meeting(kept, undated):
            if len(met) > 1 or len(names) > 1:
                for name in names:
                    under[name].append(met)
    return _in_order(under, fresh), frequent


def linked(pairs: Iterable[tuple[str, str]], records: Mapping[str, ArticleRecord]) -> Iterator[tuple[str, str]]:
    """Yield those of the pairs that report one event, as same_event says; those of an article must come in a row."""
    for name, those in groupby(pairs, key=itemgetter(0)):
        one = records[name]
        weights = dict(one.profile)
        for pair in those:
            other = records[pair[1]]
            if _are_near(one, other) and _cosine(weights, other) >= LEAST_OVERLAP:
                yield pair


_Met = Sequence[Sequence[str]]


def _meeting(days: Mapping[int, Sequence[str]], undated: Sequence[str]) -> Iterator[tuple[Sequence[str], _Met]]:
    """Yield the articles of a day, and the undated, each with all that they can meet, themselves among them."""
    for day, names in days.items():
        near = [days[other] for other in range(day - MOST_DAYS, day + MOST_DAYS + 1) if other in days]
        yield names, [*near, undated] if undated else near
    if undated:
        yield undated, [*days.values(), undated]


def _in_order(under: Mapping[str, list[_Met]], fresh: Collection[str] | None) -> Iterator[tuple[str, str]]:
    """Yield each two articles that meet, the one that sorts first with all others at once."""
    for name in sorted(under):
        others = {other for met in under[name] for names in met for other in names if other > name}
        if fresh is not None and name not in fresh:
            others.intersection_update(fresh)
        for other in sorted(others):
            yield name, other
