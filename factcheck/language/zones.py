"""How far the clocks of a place may be from UTC: its zone, its summer time, and zones that it once had."""

from functools import cache

import msgspec

from factcheck.language.places import Place, demonym, gazetteer, place
from factcheck.lexicon import Lexicon

_SUMMER = 60  # minutes


class ClockWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of clocks.yml."""

    several: dict[str, tuple[int, ...]]
    shifted: frozenset[str]
    no_summer: frozenset[str]
    about: frozenset[str]
    named: dict[str, tuple[int, ...]]


@cache
def clock_words(lexicon: Lexicon) -> ClockWords:
    """Return clocks.yml; raises RuleError when it is broken."""
    return lexicon.load("clocks", ClockWords)


@cache
def offsets(name: str, lexicon: Lexicon) -> frozenset[int]:
    """Return every distance from UTC, in minutes, that a place's clocks may have; none for a place without a zone.

    A country of several zones has all of them, and so has a place whose own zone the lexicon does not know.
    """
    found = place(name, lexicon)
    if found is None:
        return frozenset()
    words = clock_words(lexicon)
    above = _and_above(found, lexicon)
    standard = next(filter(None, (_standard(step, words) for step in above)), ())
    keys = {step.key for step in above}
    changes = [0, *([] if keys & words.no_summer else [_SUMMER]), *([-_SUMMER] if keys & words.shifted else [])]
    return frozenset(minutes + change for minutes in standard for change in changes)


def zones_vary(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is that of a country with several zones."""
    found = place(name, lexicon)
    return found is not None and found.key in clock_words(lexicon).several


@cache
def zones_on_earth(lexicon: Lexicon) -> frozenset[int]:
    """Return every distance from UTC that some place of the lexicon may have."""
    return frozenset(minutes for key in gazetteer(lexicon).by_key for minutes in offsets(key, lexicon))


def named_zone(words: str, lexicon: Lexicon) -> frozenset[int]:
    """Return the distances from UTC, in minutes, of what stands before "time": "East Africa", "Tokyo", "Estonian"."""
    plain = " ".join(words.lower().replace("-", " ").split())
    if plain in clock_words(lexicon).named:
        return frozenset(clock_words(lexicon).named[plain])
    whose = demonym(words, lexicon)
    return offsets(whose or words, lexicon)


def _standard(step: Place, words: ClockWords) -> tuple[int, ...]:
    if step.key in words.several:
        return words.several[step.key]
    return () if step.offset is None else (step.offset,)


def _and_above(found: Place, lexicon: Lexicon) -> list[Place]:
    """Return a place and those it lies in, the nearest first."""
    by_key = gazetteer(lexicon).by_key
    steps = [found]
    while (above := by_key.get(steps[-1].part_of or "")) is not None and above not in steps:
        steps.append(above)
    return steps
