"""The words of ranks, and a rank read from the words beside a name."""

import re
from functools import cache

import msgspec

from factcheck.lexicon import Lexicon


class RankWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of ranks.yml."""

    lists: tuple[str, ...]
    seeds: tuple[str, ...]
    top: dict[str, int]
    number: tuple[str, ...]
    ranked: tuple[str, ...]
    past: frozenset[str]
    his: frozenset[str]
    her: frozenset[str]
    heads: frozenset[str]
    series: frozenset[str]
    spans: frozenset[str]


@cache
def rank_words(lexicon: Lexicon) -> RankWords:
    """Return ranks.yml; raises RuleError when it is broken."""
    return lexicon.load("ranks", RankWords)


@cache
def _numbers(lexicon: Lexicon) -> dict[str, int]:
    spelled = lexicon.load("numerals", dict[str, dict[str, object]])
    named = {word: int(str(value)) for name in ("ones", "ordinals") for word, value in spelled[name].items()}
    return {**named, **rank_words(lexicon).top}


@cache
def _patterns(lexicon: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return for each form the list's name and its expression; those that end in $ stand before a name."""
    words = rank_words(lexicon)
    lists, seeds, number, ranked = map(_any_of, (words.lists, words.seeds, words.number, words.ranked))
    place, people = r"(?P<rank>[a-z]+|\d{1,3}(?:st|nd|rd|th)?)", r"(?:[A-Z][a-z]+ )?"
    listed = rf"(?i:{lists}[ -]{number} ?{place})"
    seeded = rf"(?i:(?:{number} ?)?{place}[ -]{seeds})"
    return (
        ("world", re.compile(rf"(?<!\w){listed} {people}$")),
        ("seed", re.compile(rf"(?<!\w){seeded} {people}$")),
        ("world", re.compile(rf",? (?i:the )?{listed}(?=[,.;])")),
        ("world", re.compile(rf", (?i:{ranked} (?:{number} )?{place}) in the {lists}\b")),
        ("seed", re.compile(rf", (?i:the ){seeded}(?=[,.;])")),
    )


def _any_of(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"


def rank_beside(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[str, int, int, int] | None:
    """Return list, rank, start and end of a rank right before text[start:end] or behind it; None without one."""
    before = text[max(0, start - 60) : start]
    for name, pattern in _patterns(lexicon):
        ahead = pattern.pattern.endswith("$")
        found = pattern.search(before) if ahead else pattern.match(text, end)
        rank = _value(found.group("rank"), lexicon) if found else None
        if found is None or rank is None:
            continue
        first, last = (found.start() + start - len(before), start) if ahead else found.span()
        if not _is_past(text, first, lexicon):
            return name, rank, first, last
    return None


def _value(word: str, lexicon: Lexicon) -> int | None:
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else _numbers(lexicon).get(word.lower())


def _is_past(text: str, first: int, lexicon: Lexicon) -> bool:
    before = text[max(0, first - 40) : first].lower().replace("’", "'").replace("-", " ").split()[-3:]
    return not rank_words(lexicon).past.isdisjoint(before)
