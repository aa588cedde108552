"""What a source says of an article beside its text, and the article that both make."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.domain import Article, Basis, Days, Published, Suppression
from factcheck.errors import UnreadableArticleError
from factcheck.lexicon import Lexicon
from factcheck.readers.comments import Comment, suppressions
from factcheck.readers.dates import DateWords, read_date
from factcheck.readers.files import File
from factcheck.readers.head import read_head
from factcheck.readers.lines import line_starts
from factcheck.readers.mapped import Block, joined
from factcheck.readers.publication import isolated_date, publication, stated_dates

_BASIC = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:\d{2})?)?", re.ASCII)
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9-]{1,20})?\Z")
_LANGUAGE_NAMES = {"english": "en", "eng": "en"}
# Hard and thin spaces stand between a number and its unit; they are read as spaces.
_SPACES = {ord(char): " " for char in "\u00a0\u2007\u2009\u202f"}
# In the evening and the small hours of UTC it is another day where many papers are made.
_EVENING, _MORNING = 21, 6


@dataclass(frozen=True, slots=True)
class Stated:
    """A date in a source's metadata: what it says and the slice of the source that says it."""

    basis: Basis
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What is stated beside the text; `dates` in order of trust. `titled` says that the first block is the title."""

    titled: bool = False
    dates: tuple[Stated, ...] = ()
    publisher: str | None = None
    language: str | None = None
    comments: tuple[Comment, ...] = ()


def article_of(
    file: File,
    decoded: str,
    blocks: Sequence[Block],
    facts: Facts,
    *,
    member: str | None = None,
    starts: Sequence[int] = (),
) -> Article:
    """Return the article that blocks of text make, with what is stated beside them.

    The head of the text is read as that of plain text: a header, an updated line or a dateline in it counts too.
    `starts` are the source's lines where they are known already. Raises UnreadableArticleError when there is no text.
    """
    whole = joined(blocks)
    text = whole.text.translate(_SPACES)
    if not text.strip():
        raise UnreadableArticleError("holds no text", path=file.path)
    title = (0, len(blocks[0].text)) if facts.titled else None
    head = read_head(text, file.lexicon, start=title[1] if title else 0)
    article = Article(
        id=f"{file.id}#{member}" if member is not None else file.id,
        path=file.path,
        text=text,
        title=title or head.title,
        body=0 if title else head.body,
        source=head.source or _words(facts.publisher),
        line_starts=tuple(starts) or line_starts(decoded),
        decoded=decoded,
        segments=whole.segments,
        stated_language=language_code(facts.language),
    )
    given = [date for stated in facts.dates if (date := _published(article, stated, file.lexicon))]
    every = stated_dates(article, head.dates, given)
    comments: tuple[Suppression, ...] = suppressions(article, facts.comments, [block.span for block in blocks])
    return replace(article, stated=every, published=publication(every), suppressions=comments)


def _published(article: Article, stated: Stated, lexicon: Lexicon) -> Published | None:
    """Return a date of the metadata with its place; None for what is no date or not a whole one."""
    date = metadata_date(stated.text, lexicon)
    if date is None or date.value is None or date.days is None:
        return None
    place = article.locate_source(stated.start, stated.end, text=" ".join(stated.text.split()), value=date.value)
    return Published(date.value, date.precision, stated.basis, date.days, place)


def metadata_date(text: str, lexicon: Lexicon) -> DateWords | None:
    """Return the date that a field of metadata gives: ISO 8601 (extended or basic), RFC 2822, or as headers write it.

    A time in UTC is near midnight somewhere else: its days are both that the place of publication may have had.
    """
    text = text[:80].strip()
    if basic := _BASIC.match(text):
        year, month, day, hour, minute = basic.groups()
        rest = text[basic.end() :]
        text = f"{year}-{month}-{day}" + (f"T{hour}:{minute}{_zone(rest)}" if hour else "")
    date = read_date(text, 0, lexicon) or isolated_date(text, 0, len(text))
    if date is None or date.value is None or date.days is None or not date.value.endswith(("Z", "+00:00")):
        return date
    hour_of_day = int(date.value.partition("T")[2][:2])
    first, last = date.days.first, date.days.last
    if hour_of_day >= _EVENING:
        return replace(date, days=Days(first, _moved(last, 1)))
    return replace(date, days=Days(_moved(first, -1), last)) if hour_of_day < _MORNING else date


def _moved(day: dt.date, days: int) -> dt.date:
    return day + dt.timedelta(days=days)


def _zone(text: str) -> str:
    found = re.match(r"(?:[.,]\d{1,9})?(Z|[+-]\d{2}:?\d{2})", text)
    return found[1] if found else ""


def language_code(stated: str | None) -> str | None:
    """Return the ISO 639-1 code of a stated language ("en-GB", "en_US", "English"); None for anything else."""
    if not stated:
        return None
    code = stated.strip()[:40].lower()
    found = _LANGUAGE.match(code)
    return found[1] if found else _LANGUAGE_NAMES.get(code)


def _words(text: str | None) -> str | None:
    """Return a name on one line, at most 120 characters; None for none."""
    return " ".join(text.split())[:120] or None if text else None
