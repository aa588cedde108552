"""Agency datelines: "MINSK, 4 February (BelTA) - ", "LONDON (Reuters) - ", "KYIV. March 3 (Interfax-Ukraine)"."""

import re
from dataclasses import dataclass
from functools import cache

from factcheck.lexicon import Lexicon
from factcheck.readers.dates import DateWords, read_date

_MOST_WORDS = 10
_MOST_CHARACTERS = 160
_MOST_PLACE = 3  # words of a place whose dateline needs no agency and no capitals: it has a whole date
_MOST_YEARS_AHEAD = 15
_YEAR = re.compile(r"(?<![\w,.])(?:19|20)\d\d(?![\w,.]\d|\w)")
_PLACE_WORD = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*\.?(?:[./][A-Za-z][\w’'-]*\.?){0,4}|(?:de|la|le|du|del|el|al|am|an|and|der|di|da|do|of|sur|the|upon)\b"
)
_BETWEEN = re.compile(r"[,.\s]{0,3}")
_BRACKET = re.compile(r"\(([^()\r\n]{2,40})\)|\[([^\[\]\r\n]{2,40})\]|/([^/\r\n]{2,30})/")
_UNBRACKETED = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'&]*(?: [A-ZÀ-ÖØ-Þ][\w’'&]*){0,2}(?=\s?(?:-{1,3}|[—–―])\s)")
_DASH = re.compile(r"[.:]?\s?(?:-{1,3}|[—–―_])(?=\s|$|[\"“])[ \t]*|[.:][ \t]*|(?=[ \t]*$)")
_ONLY_STOP = re.compile(r"[.:][ \t]*\Z")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: where it begins, where the text after it begins, its date and agency if it names them."""

    start: int
    end: int
    date: DateWords | None
    agency: str | None


@cache
def _agencies(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["agency"] for row in lexicon.table("agencies"))


def read_dateline(text: str, start: int, end: int, lexicon: Lexicon) -> Dateline | None:
    """Return the dateline at the start of a line, None when the line begins otherwise.

    It must be a place with a known agency, or a place in capitals with a date and a dash (or nothing) after it.
    """
    if not (text[start].isupper() or text[start].isdigit()):
        return None
    at, end = start, min(end, start + _MOST_CHARACTERS)
    place_end, at = _place(text, at, end, lexicon)
    place = text[start:place_end]
    date: DateWords | None = None
    bracket: re.Match[str] | None = None
    for _ in range(3):
        found = _BETWEEN.match(text, at, end)
        gap = found.end() if found else at
        if date is None and (date := read_date(text, gap, lexicon, end=end)):
            at = date.end
        elif bracket is None and (bracket := _agency_at(text, gap, end, dated=date is not None)):
            at = bracket.end()
        else:
            break
    agency = _agency(bracket)
    dash = _DASH.match(text, at, end)
    known = agency is not None and _is_known(agency, lexicon)
    if place and date is not None and _is_whole(date) and dash is not None and dash.group().strip(" \t"):
        closes = len(place.split()) <= _MOST_PLACE and _is_of_its_time(text, date)
    else:
        closes = False
    ends_in_dash = dash is not None and not _ONLY_STOP.match(dash.group())
    closed = ends_in_dash or (bracket is not None and dash is not None)
    if not closes and not _holds(place, date, agency, known=known, dash=ends_in_dash if date is None else closed):
        return None
    after = dash.end() if dash else at
    while after < end and text[after].isspace():
        after += 1
    return Dateline(start, after, date, agency if known or date else None)


def _holds(place: str, date: DateWords | None, agency: str | None, *, known: bool, dash: bool) -> bool:
    """Tell whether the parts found make a dateline."""
    if date is not None:
        in_capitals = len(place) > 1 and place.partition(",")[0].isupper()
        return (known and (dash or in_capitals or bool(place))) or (in_capitals and dash)
    return known and bool(place) and dash


def _is_whole(date: DateWords) -> bool:
    return date.days is not None and date.precision != "year"


def _is_of_its_time(text: str, date: DateWords) -> bool:
    """Tell whether a text may have been written on a day: years long after it make the line a story's first scene."""
    assert date.days is not None
    latest = date.days.last.year + _MOST_YEARS_AHEAD
    return all(int(found.group()) <= latest for found in _YEAR.finditer(text, date.end))


def _place(text: str, at: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Return where the words of a place end, and where what follows them begins."""
    place_end = at
    for _ in range(_MOST_WORDS):
        if _BRACKET.match(text, at, end) or read_date(text, at, lexicon, end=end):
            break
        word = _PLACE_WORD.match(text, at, end)
        if word is None:
            break
        place_end = word.end()
        gap = _BETWEEN.match(text, place_end, end)
        at = gap.end() if gap else place_end
    return place_end, at


def _agency_at(text: str, at: int, end: int, *, dated: bool) -> re.Match[str] | None:
    """Match an agency in brackets or strokes; behind a date it may stand bare before the dash."""
    return _BRACKET.match(text, at, end) or (_UNBRACKETED.match(text, at, end) if dated else None)


def _agency(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    return next((group for group in found.groups() if group), found.group()).strip()


def _is_known(agency: str, lexicon: Lexicon) -> bool:
    """Tell whether a bracket names an agency, alone or with a word or two ("Xinhua/AP", "Reuters Life!")."""
    agencies = _agencies(lexicon)
    words = re.split(r"[\s/,;&]+", agency)
    return agency in agencies or (len(words) <= 3 and any(word in agencies for word in words))
