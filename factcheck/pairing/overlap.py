"""Whether two articles report the same event: a function of those two alone, never of the corpus at hand."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest

from factcheck.domain import ArticleRecord

LEAST_OVERLAP = 0.3
MOST_DAYS = 4
_KEY_WORDS = 10
_MOST_ARTICLES = 3000


def overlap(a: ArticleRecord, b: ArticleRecord) -> float:
    """Return how much two articles speak of the same: the cosine of their profiles, 0 to 1."""
    weights = dict(b.profile)
    return sum(weight * weights.get(word, 0.0) for word, weight in a.profile)


def days_apart(a: ArticleRecord, b: ArticleRecord) -> int | None:
    """Return the days between two publications; None when a date is missing."""
    if a.published is None or b.published is None or a.published.days is None or b.published.days is None:
        return None
    return abs((a.published.days.first - b.published.days.first).days)


def same_event(a: ArticleRecord, b: ArticleRecord) -> bool:
    """Tell whether two articles report one event: much the same telling words, at most four days apart.

    The same topic months apart is another event; where a date is missing the words decide alone.
    """
    apart = days_apart(a, b)
    return (apart is None or apart <= MOST_DAYS) and overlap(a, b) >= LEAST_OVERLAP


def key_words(record: ArticleRecord) -> list[str]:
    """Return the ten most telling words of an article, under which it can meet others."""
    return [word for word, _ in nlargest(_KEY_WORDS, record.profile, key=lambda item: (item[1], item[0]))]


def linked(records: Mapping[str, ArticleRecord]) -> tuple[tuple[tuple[str, str], ...], int]:
    """Return the pairs of articles that report one event, sorted, and how many words were too frequent to look under.

    Two articles are held against each other when they share a telling word; never further than their dates allow.
    """
    by_word: dict[str, list[ArticleRecord]] = defaultdict(list)
    for name in sorted(records):
        for word in key_words(records[name]):
            by_word[word].append(records[name])
    found: set[tuple[str, str]] = set()
    seen: set[tuple[str, str]] = set()
    for group in by_word.values():
        if len(group) <= _MOST_ARTICLES:
            for a, b in _near(group):
                pair = (a.id, b.id) if a.id < b.id else (b.id, a.id)
                if pair not in seen and same_event(a, b):
                    found.add(pair)
                seen.add(pair)
    return tuple(sorted(found)), sum(len(group) > _MOST_ARTICLES for group in by_word.values())


def _near(group: Sequence[ArticleRecord]) -> Iterator[tuple[ArticleRecord, ArticleRecord]]:
    """Yield the pairs of a group whose dates lie near each other, and every pair with an undated article."""
    dated = sorted((record for record in group if _day(record)), key=lambda record: (_day(record), record.id))
    undated = [record for record in group if not _day(record)]
    for at, later in enumerate(dated):
        for earlier in reversed(dated[:at]):
            if _day(later) - _day(earlier) > MOST_DAYS:
                break
            yield earlier, later
    for at, record in enumerate(undated):
        yield from ((record, other) for other in (*dated, *undated[:at]))


def _day(record: ArticleRecord) -> int:
    """Return a publication day as a number, 0 without one."""
    days = record.published.days if record.published else None
    return days.first.toordinal() if days else 0
