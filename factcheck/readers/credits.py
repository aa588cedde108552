"""Lines of a head that say when, where and by whom a report was written, and nothing else.

"Lyon, Tuesday 4 March 2025 | From our correspondent", "By Ana Lima, 4 March 2025, 18:40", "Valley Post, March 4, 2025".
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from factcheck.lexicon import Lexicon
from factcheck.readers.dates import DateWords, read_date

_MOST_CHARACTERS = 120
_MOST_WORDS = 12
_MARK = re.compile(r"\s*(?:[|·•;&:/,.()\[\]*–—]|-{1,2}(?=\s))\s*|\s+")
_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’&-]*")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|\d{4}(?=\s?GMT)|[+-]\d{1,2}(?::?\d\d)?\b",
    re.IGNORECASE,
)
_STRONG = frozenset("|·•/–—([-")
_INSIDE = frozenset({"of", "in", "the", "a", "an", "and"})  # words that join a date to a name before it
_MOST_FIRST = 3  # words besides its date that the first line of an article may have, which may be a headline


@cache
def _words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.load("datelines", dict[str, Any])["credits"])


@cache
def _weekdays(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.load("datelines", dict[str, Any])["weekdays"])


def read_credits(text: str, at: int, end: int, lexicon: Lexicon, *, first: bool = False) -> DateWords | None:
    """Return the one whole date of a line that else holds only names, clock times and words such as "by our staff".

    What stands before the date must be set off from it by a mark or a weekday, so that a headline in capitals with a
    date of its own ("The Floods of March 4, 2024") is none; `first` asks that of either side, and for few words.
    """
    if end - at > _MOST_CHARACTERS:
        return None
    dates: list[DateWords] = []
    names, mark, set_off = 0, "|", True
    for piece in _pieces(text, at, end, lexicon):
        if isinstance(piece, DateWords):
            if piece.days is None or piece.value is None:
                return None
            set_off = set_off and (bool(mark) or _begins_with_weekday(text, piece, lexicon))
            dates.append(piece)
        elif piece is None:
            return None
        elif not piece[0].isalnum() and piece[0] not in "+-":
            sign = piece.strip()
            mark = (mark if sign == ":" else sign) or mark  # "Date:" dates an article, "Born:" doesn't
            continue
        else:
            word = piece.lower()
            names += piece[0].isalpha() and word not in _words(lexicon) | _weekdays(lexicon)
            mark = word if word in _words(lexicon) and word not in _INSIDE else ""
            continue
        mark = ""
    if len(dates) != 1 or names > _MOST_WORDS or not set_off:
        return None
    return dates[0] if not first or names <= _MOST_FIRST or _stands_apart(text, dates[0], at, end) else None


def _pieces(text: str, at: int, end: int, lexicon: Lexicon) -> Iterator[DateWords | str | None]:
    """Yield the dates, marks, clock times and words of a line; None for what such a line doesn't have."""
    while at < end:
        if mark := _MARK.match(text, at, end):
            yield mark.group()
            at = mark.end()
            continue
        date = read_date(text, at, lexicon, end=end)
        if date is not None:
            yield date
            at = date.end
            continue
        word = _CLOCK.match(text, at, end) or _NAME.match(text, at, end)
        if word is None:
            word = _WORD.match(text, at, end)
            if word is None or word.group().lower() not in _words(lexicon):
                yield None
                return
        yield word.group()
        at = word.end()


def _begins_with_weekday(text: str, date: DateWords, lexicon: Lexicon) -> bool:
    found = _WORD.match(text, date.start)
    return found is not None and found.group().lower() in _weekdays(lexicon)


def _stands_apart(text: str, date: DateWords, at: int, end: int) -> bool:
    """Tell whether a mark that no headline has stands beside a date."""
    before, behind = text[at : date.start].strip(), text[date.end : end].strip()
    return before[-1:] in _STRONG or behind[:1] in _STRONG
