"""Facts that do not move as news goes on, where one copy of a sentence sets one for another: places, years, names."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.compare.alignment import Difference, Word, Wording
from factcheck.compare.differences import negated, other_name, sides
from factcheck.domain import ArticleRecord

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_DAY = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?\Z")
_WORD = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"\d\d?(?:[:.]\d\d)? ?[ap]\.?m\b|\d\d?:\d\d\b", re.IGNORECASE)
_NEAR = 14

Lists = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Change:
    """A difference of two copies with the texts of both, the word lists, and the lists of copies.yml."""

    difference: Difference
    ours: str
    theirs: str
    words: Wording
    lists: Lists

    def single(self) -> tuple[Word, Word] | None:
        """Return the two words when each side has just one."""
        ours, theirs = sides(self.difference)
        return (ours[0], theirs[0]) if len(ours) == len(theirs) == 1 else None


def static_fact(change: Change) -> str | None:
    """Return which static fact differs: a direction, year, clock, weekday, date, name or negation; None for none."""
    return next((name for name, test in _FACTS.items() if test(change)), None)


def is_known(change: Change, variant: str, a: ArticleRecord, b: ArticleRecord, *, takes: bool) -> bool:
    """Tell whether a report has the other's fact too: then it tells of two things, and the sentence of one of them.

    In two takes of one text what one sentence says is told elsewhere in both; there each report must know both facts.
    """
    ours, theirs = (frozenset(word.text for word in side) for side in sides(change.difference))
    if variant == "clock":
        return False
    known = bool(ours & _told(b, variant, change.lists)), bool(theirs & _told(a, variant, change.lists))
    return all(known) if takes else any(known)


def _told(record: ArticleRecord, variant: str, lists: Lists) -> frozenset[str]:
    """Return what an article tells of the kind: weekdays, days of the month, or the words of names and years."""
    if variant == "weekday":
        return frozenset(lists["weekdays"][day.weekday()] for day in _days_of(record.values))
    if variant == "date":
        return frozenset(str(day.day) for day in _days_of(record.values))
    return _named(record.names, record.values)


@lru_cache(maxsize=256)
def _named(names: frozenset[str], values: frozenset[str]) -> frozenset[str]:
    return frozenset({word for name in names for word in name.split()} | {value[:4] for value in values})


@lru_cache(maxsize=256)
def _days_of(values: frozenset[str]) -> frozenset[dt.date]:
    """Return the calendar days among an article's values."""
    found = set()
    for value in values:
        try:
            found.add(dt.date.fromisoformat(value[:10]))
        except ValueError:
            continue
    return frozenset(found)


@cache
def _groups(lines: tuple[str, ...]) -> Mapping[str, int]:
    return {word: place for place, line in enumerate(lines) for word in line.split()}


def _direction(change: Change) -> bool:
    pair = change.single()
    groups = _groups(tuple(change.lists["directions"]))
    if pair is None or not all(word.text in groups for word in pair):
        return False
    first, second = (change.lists["directions"][groups[word.text]].split()[0] for word in pair)
    return first not in second and second not in first  # northeast lies in the north


def _year(change: Change) -> bool:
    pair = change.single()
    return pair is not None and all(_YEAR.match(word.text) for word in pair)


def _weekday(change: Change) -> bool:
    pair = change.single()
    return pair is not None and all(word.text in change.lists["weekdays"] for word in pair)


def _clock(change: Change) -> bool:
    """Tell whether one clock time stands for another, where no time in another zone stands beside it."""
    pair = change.single()
    if pair is None or any(
        zone in text.lower() for zone in change.lists["zones"] for text in (change.ours, change.theirs)
    ):
        return False
    halves = [change.words.halves.get(word.text) for word in pair]
    if None not in halves:
        return halves[0] != halves[1]
    texts = zip(pair, (change.ours, change.theirs), strict=True)
    return all(word.text.isdigit() and _CLOCK.match(text[word.start :]) for word, text in texts)


def _date(change: Change) -> bool:
    """Tell whether one day of a month stands for another, or one month beside a day."""
    pair = change.single()
    if pair is None:
        return False
    months = all(_is_month(word.text, change) for word in pair)
    texts = zip(pair, (change.ours, change.theirs), strict=True)
    if months:
        return all(re.search(r"\d", _around(word, text)) is not None for word, text in texts)
    return all(_DAY.match(word.text) and _beside_month(word, text, change) for word, text in texts)


def _around(word: Word, text: str) -> str:
    return f"{text[max(0, word.start - 4) : word.start]} {text[word.end : word.end + 4]}"


def _is_month(word: str, change: Change) -> bool:
    return change.words.proper.get(word) == word and word not in change.lists["weekdays"]


def _beside_month(word: Word, text: str, change: Change) -> bool:
    before = _WORD.findall(text[max(0, word.start - _NEAR) : word.start].lower())[-1:]
    behind = _WORD.findall(text[word.end : word.end + _NEAR].lower())[:2]
    near = {*before, *(behind if behind[:1] == ["of"] else behind[:1])}
    return any(_is_month(name, change) for name in near)


def _name(change: Change) -> bool:
    return other_name(change.difference, change.words)


def _negation(change: Change) -> bool:
    return negated(change.difference, change.words)


_FACTS: Mapping[str, Callable[[Change], bool]] = {
    "direction": _direction,
    "year": _year,
    "clock": _clock,
    "weekday": _weekday,
    "date": _date,
    "name": _name,
    "negation": _negation,
}
