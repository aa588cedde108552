"""When an article was published, and on what basis: every date it states, the strongest first."""

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from factcheck.domain import Article, Basis, Days, Published
from factcheck.readers.dates import DateWords, days_near, is_date

_MOST_WORDS = 60
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|2[01])\d{2}(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)")
_WORD = re.compile(r"[^\W_]+")
_FILE_YEARS = range(1900, 2101)
# A dateline without a year says less than a file name, which has one.
_STRENGTH = (Basis.HEADER, Basis.METADATA, Basis.UPDATED, Basis.DATELINE, Basis.FILENAME)


def stated_dates(
    article: Article, dates: Sequence[tuple[Basis, DateWords]], given: Sequence[Published] = ()
) -> tuple[Published, ...]:
    """Return every publication date that an article, its metadata and its file's name state, the strongest first.

    `dates` stand in its text, `given` beside it. The name of a file of many articles dates none of them.
    Dates that no calendar has are none; those whose day and month can't be told apart come last, with the precision
    year. A dateline without a year gets its days from the year nearest to the strongest other date; its value keeps
    XXXX for the year.
    """
    found = [
        Published(date.value, date.precision, basis, date.days, article.locate(date.start, date.end, value=date.value))
        for basis, date in dates
        if date.value is not None and (date.days is not None or basis is Basis.DATELINE)
    ]
    found += given
    of_many = article.id.startswith(f"{article.path}#")
    if not of_many and (named := filename_date(article.path)):
        found.append(Published(named.isoformat(), "day", Basis.FILENAME, _one(named)))
    found.sort(key=lambda published: (_rank(published), _STRENGTH.index(published.basis)))
    if not found or _rank(found[0]) > 0:
        return tuple(found)
    assert found[0].days is not None
    near = found[0].days.first
    return tuple(_with_year(published, near) for published in found)


def _rank(published: Published) -> int:
    if published.precision == "year":
        return 2
    return 0 if published.days else 1


def publication(stated: Sequence[Published]) -> Published | None:
    """Return the date that counts: the strongest stated one, unless it is known to the year only."""
    return stated[0] if stated and _rank(stated[0]) < 2 else None


def _one(day: dt.date | None) -> Days | None:
    return Days(day, day) if day else None


def _with_year(published: Published, near: dt.date) -> Published:
    if published.days is not None:
        return published
    month, day = (int(part) for part in published.value.split("-")[1:3])
    days = days_near(month, day, near)
    return Published(published.value, published.precision, published.basis, days, published.place)


def filename_date(path: str) -> dt.date | None:
    """Return the date in a file's name ("2025-02-07-summit.txt", "AFP_20250207.txt"), None when there is none.

    Eight digits inside a hexadecimal name ("a20250207f.txt") are no date.
    """
    name = PurePosixPath(path.replace("\\", "/")).name
    for found in _IN_NAME.finditer(name):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
        if year in _FILE_YEARS and is_date(year, month, day) and not _in_hash(name, found):
            return dt.date(year, month, day)
    return None


def _in_hash(name: str, date: re.Match[str]) -> bool:
    """Tell whether a date's digits are part of a hexadecimal number with letters."""
    word = next(word.group() for word in _WORD.finditer(name) if word.start() <= date.start() < word.end())
    return not word.isdigit() and re.fullmatch(r"[0-9a-f]+|[0-9A-F]+", word) is not None


def isolated_date(text: str, start: int, end: int) -> DateWords | None:
    """Return the date that the whole rest of a header line is, in a form that only dateparser knows.

    It must hold a year in four digits and a word, so that neither a two-digit year nor the order of day and month has
    to be guessed; dateparser may add nothing from the clock.
    """
    words = text[start:end].rstrip()
    if len(words) > _MOST_WORDS or not _YEAR.search(words) or not _LETTERS.search(words):
        return None
    import dateparser  # slow to import, and hardly ever needed

    settings = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": dt.datetime(2000, 1, 1),  # noqa: DTZ001 - never used: nothing relative is parsed
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    readings = {
        dateparser.parse(words, languages=["en"], settings={**settings, "DATE_ORDER": order})
        for order in ("DMY", "MDY")
    }
    moment = readings.pop()
    if readings or moment is None:
        return None
    return DateWords(start, start + len(words), moment.date().isoformat(), "day", _one(moment.date()))
