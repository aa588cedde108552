"""Articles linked by judged pairs, for display; nothing depends on them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from factcheck.domain import ArticleRecord, Kind, Pair, Story, Verdict

_UNLINKING = frozenset({Verdict.UPDATE, Verdict.EXPLAINED, Verdict.SPELLING})
_OF_NO_EVENT = frozenset({Kind.NAME, Kind.CALCULATION})  # a person or an exchange rate is of many stories


def is_of_one_story(pair: Pair) -> bool:
    """Tell whether a pair is about one matter and makes its two articles one story."""
    return pair.verdict not in _UNLINKING and pair.kind not in _OF_NO_EVENT


def stories(records: Mapping[str, ArticleRecord], links: Iterable[tuple[str, str]]) -> tuple[Story, ...]:
    """Return the groups of two or more articles that are linked, each with its first and last day.

    `links` are the articles of pairs that are of one story, each two of them.
    """
    leader = {name: name for name in records}

    def find(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for link in links:
        one, two = sorted(map(find, link))
        leader[two] = one
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(records):
        groups[find(name)].append(name)
    found = [names for names in groups.values() if len(names) > 1]
    return tuple(_story(number, names, records) for number, names in enumerate(sorted(found), 1))


def _story(number: int, names: list[str], records: Mapping[str, ArticleRecord]) -> Story:
    published = [record.published for name in names if (record := records[name]).published]
    days = sorted(date.value[:10] for date in published if date is not None and date.days is not None)
    return Story(f"story-{number}", tuple(names), days[0] if days else None, days[-1] if days else None)
