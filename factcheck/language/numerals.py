"""Number words and digits read into values, each with the worth of its last written digit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.language.pieces import FRACTION_SIGNS, Pieces
from factcheck.lexicon import Lexicon

_DIGIT = re.compile(r"[\d¼½¾⅓⅔⅛⅜⅝⅞]")
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNS_TO_SPACE = {code: " " for code in range(128) if not chr(code).isalpha()}
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?\Z")
_PLAIN = re.compile(r"\d+(?:\.\d+)?\Z")
_DENOMINATORS = frozenset({"2", "3", "4", "5", "8", "10", "16", "32", "64"})
_LONGEST = 24  # digits with their separators; a longer run is no figure that a reader could take in
_MANY, _SPARSE = 40, 4


class Numeral(NamedTuple):
    """A number as written: pieces `first` to before `last`, its value (or range, for words such as "dozens") and step.

    `spelled` says that it holds no digits, `scaled` that a scale word takes part, `round` that it names no exact
    number, `decimal` that digits stand behind a point.
    """

    first: int
    last: int
    low: float
    high: float
    step: float
    spelled: bool = False
    scaled: bool = False
    round: bool = False
    decimal: bool = False
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of a language as numerals.yml gives them; `begins` are all that a spelled number begins
    with, `parts` all that an ordinal, multiplier or spelled fraction begins with."""

    ones: dict[str, float]
    tens: dict[str, float]
    scales: dict[str, float]
    glued: dict[str, float]
    round: dict[str, tuple[float, float]]
    vague: dict[str, tuple[float, float]]
    ordinals: dict[str, float]
    fractions: dict[str, float]
    multipliers: dict[str, float]
    begins: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()


@cache
def number_words(lexicon: Lexicon) -> NumberWords:
    """Return the number words of a lexicon; raises RuleError when the file is broken."""
    words = lexicon.load("numerals", NumberWords)
    begins = frozenset({*words.round, *words.vague, *words.ones, *words.tens, "a", "an", "half"})
    parts = frozenset({*words.multipliers, *words.ordinals, "a", "half", "twice"})
    return replace(words, begins=begins, parts=parts)


def holds_number(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a text may hold a number, ordinal or multiplier: cheap, since most sentences hold none."""
    return _DIGIT.search(text) is not None or not _spoken(lexicon).isdisjoint(_words(text.lower()))


def _words(text: str) -> list[str]:
    """Return the runs of letters of a text; splitting is faster than matching, where all is ASCII."""
    return text.translate(_SIGNS_TO_SPACE).split() if text.isascii() else _LETTERS.findall(text)


@cache
def _spoken(lexicon: Lexicon) -> frozenset[str]:
    words = number_words(lexicon)
    return frozenset(
        {
            "twice",
            *words.ones,
            *words.tens,
            *words.scales,
            *words.round,
            *words.ordinals,
            *words.fractions,
            *words.multipliers,
        }
    )


def numbers(text: Pieces, words: NumberWords) -> list[Numeral]:
    """Return the numbers of a text from left to right; none of a table, whose figures have their units elsewhere."""
    if _is_table(text.kinds.count("n"), text):
        return []
    found = list(numerals(text, words))
    return [] if _is_table(len(found), text) else found


def _is_table(count: int, text: Pieces) -> bool:
    """Tell whether a text has more than 40 numbers, one to fewer than four words and signs."""
    return count > _MANY and count * _SPARSE > len(text.kinds)


def numerals(text: Pieces, words: NumberWords) -> Iterator[Numeral]:
    """Yield the numbers of a text from left to right; none overlaps another."""
    last = 0
    begins = words.begins
    for at, (word, kind) in enumerate(zip(text.words, text.kinds, strict=True)):
        if at >= last and kind != "s" and (kind != "w" or word in begins):
            found = numeral(text, at, words)
            if found is not None:
                yield found
                last = found.last


def numeral(text: Pieces, at: int, words: NumberWords) -> Numeral | None:
    """Return the number that begins at a piece, None when none does."""
    kind = text.kinds[at]
    if kind == "n" or kind == "f":
        return _digits(text, at, words)
    if kind == "w":
        return _vague(text, at, words) or _spelled(text, at, words)
    return None


@lru_cache(maxsize=4096)
def digits_value(written: str) -> tuple[float, float] | None:
    """Return value and step of digits with their separators; None when they are no single figure ("1.2.3", "10,5")."""
    if len(written) > _LONGEST or not (_PLAIN.match(written) or _GROUPED.match(written)):
        return None
    _, _, decimals = written.partition(".")
    return float(written.replace(",", "")), float(f"1e-{len(decimals)}")


def _digits(text: Pieces, at: int, words: NumberWords) -> Numeral | None:
    if text.kinds[at] == "f":
        value, step, last, plain = FRACTION_SIGNS[text.words[at]], 0.125, at + 1, False
    else:
        read = digits_value(text.words[at])
        if read is None:
            return None
        (value, step), last, plain = read, at + 1, True
        fraction = _fraction(text, last)
        if fraction is not None and step == 1:
            value, step, last, plain = value + fraction[0], fraction[1], fraction[2], False
        elif _slashed(text, at):
            value, step, last, plain = value / float(text.words[at + 2]), 1 / float(text.words[at + 2]), at + 3, False
    scale, last = _scale(text, last, words)
    value, step, decimal = value * scale, step * scale, step < 1 or not plain
    scaled = scale != 1
    while scaled and not decimal and (more := _smaller(text, last, scale, words)) is not None:
        part, scale, last = more
        value, step = value + part, scale
    return Numeral(at, last, value, value, step, scaled=scaled, decimal=decimal, scale=scale)


def _smaller(text: Pieces, at: int, above: float, words: NumberWords) -> tuple[float, float, int] | None:
    """Return value, scale and end of a smaller part of a number: the thousands of "2 million 56 thousand"."""
    if text.kind(at) != "n" or not text.words[at].isdigit() or len(text.words[at]) > _LONGEST:
        return None
    scale, last = _scale(text, at + 1, words)
    part = float(text.words[at]) * scale
    return (part, scale, last) if 1 < scale < above and part < above and last == at + 2 else None


def _slashed(text: Pieces, at: int) -> bool:
    """Tell whether a simple fraction such as 3/4 begins at a piece."""
    return (
        text.word(at + 1) == "/" and text.glued(at + 1) and text.glued(at + 2) and text.word(at + 2) in _DENOMINATORS
        and text.words[at].isdigit() and 0 < int(text.words[at][:6]) < int(text.words[at + 2])
        and not (text.word(at + 3) == "/" and text.glued(at + 3))
    )  # fmt: skip


def _fraction(text: Pieces, at: int) -> tuple[float, float, int] | None:
    """Return value, step and end of the fraction behind a whole number ("2 1/2", "3-1/2", "2½")."""
    if text.kind(at) == "f":
        return FRACTION_SIGNS[text.words[at]], 0.125, at + 1
    if text.hyphen(at):
        at += 1
    if text.kind(at) == "n" and _slashed(text, at):
        return float(text.words[at]) / float(text.words[at + 2]), 1 / float(text.words[at + 2]), at + 3
    return None


def _scale(text: Pieces, at: int, words: NumberWords) -> tuple[float, int]:
    """Return the product of the scale words from a piece on, and where they end."""
    scale = 1.0
    letter = words.glued.get(text.word(at)) if text.glued(at) else None
    if letter is not None and text.words[at] not in words.scales:
        return letter, at + 1
    for _ in range(3):
        hyphen = text.hyphen(at)
        factor = words.scales.get(text.word(at + hyphen))
        if factor is None or text.word(at + hyphen) == "score":
            break
        scale, at = scale * factor, at + hyphen + 1
    return scale, at


def _vague(text: Pieces, at: int, words: NumberWords) -> Numeral | None:
    """Read "dozens", "hundreds of thousands", "several hundred", "a few dozen", "a couple of hundred"."""
    bounds = words.round.get(text.words[at])
    if bounds is not None:
        last, factor = at + 1, 1.0
        if text.word(last) == "of":
            more = words.round.get(text.word(last + 1), (words.scales.get(text.word(last + 1), 0.0), 0.0))[0]
            factor, last = (more, last + 2) if more else (factor, last)
        return Numeral(
            at, last, bounds[0] * factor, bounds[1] * factor, bounds[0] * factor, spelled=True, scaled=True, round=True
        )
    first = at
    if text.words[at] == "a" and text.word(at + 1) in words.vague:
        at += 1
    multiple = words.vague.get(text.words[at])
    if multiple is None:
        return None
    after = at + 1 + (text.word(at + 1) == "of")
    scale, last = _scale(text, after, words)
    if scale == 1 or text.kinds[after] != "w":
        return None
    return Numeral(first, last, multiple[0] * scale, multiple[1] * scale, scale, spelled=True, scaled=True, round=True)


def _spelled(text: Pieces, at: int, words: NumberWords) -> Numeral | None:
    """Read "twenty-four", "a hundred and five", "two dozen", "half a million"."""
    first, word = at, text.words[at]
    total, current, step = 0.0, 0.0, 1.0
    scaled, scale, largest = False, 1.0, 0.0
    if word in {"a", "an"} and text.word(at + 1) in words.scales and text.word(at + 1) != "score":
        current, at = 1.0, at + 1
    elif word == "half" and text.word(at + 1) in {"a", "-"} and text.word(at + 2) in words.scales:
        factor = words.scales[text.words[at + 2]]
        return Numeral(
            first, at + 3, factor / 2, factor / 2, factor / 2 if factor > 12 else 1.0, spelled=True, scaled=factor > 100
        )
    elif word not in words.ones and word not in words.tens:
        return None
    filled = current > 0  # whether ones have been read, after which only a scale may follow
    while at < len(text.words):
        word = text.words[at]
        if word in words.tens and not filled and current % 100 == 0:
            current, step = current + words.tens[word], 1.0
            at = _over_hyphen(text, at + 1, words.ones)
        elif word in words.ones and not filled and (words.ones[word] < 10 or current % 100 == 0):
            current, step, filled, at = current + words.ones[word], 1.0, True, at + 1
        elif word in words.scales and word != "score" and current:
            factor = words.scales[word]
            if total and factor >= largest:
                break
            scaled, scale, filled = True, factor, False
            largest = largest if factor == 100 else factor
            step = factor * (100.0 if step == 100 and current % 100 == 0 and factor > 100 else 1.0)
            total, current = (total, current * factor) if factor == 100 else (total + current * factor, 0.0)
            at = _over_and(text, at + 1, words) if factor <= 1000 else at + 1
        else:
            at, more = _hyphened_scale(text, at, words)
            if not more:
                break
    value = total + current
    return Numeral(first, at, value, value, step, spelled=True, scaled=scaled, scale=scale if not current else 1.0)


def _over_hyphen(text: Pieces, at: int, ones: dict[str, float]) -> int:
    """Step over the hyphen between tens and ones ("twenty-four"), not over any other."""
    return at + 1 if text.hyphen(at) and 0 < ones.get(text.word(at + 1), 0) < 10 else at


def _hyphened_scale(text: Pieces, at: int, words: NumberWords) -> tuple[int, bool]:
    joined = text.hyphen(at) and text.word(at + 1) in words.scales
    return (at + 1, True) if joined else (at, False)


def _over_and(text: Pieces, at: int, words: NumberWords) -> int:
    """Step over "and" within a number ("a hundred and five")."""
    word = text.word(at + 1)
    return at + 1 if text.word(at) == "and" and (word in words.tens or word in words.ones) else at
