"""The head of an article: header, updated line, title, byline, dateline; and where its text begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from factcheck.domain import Basis
from factcheck.lexicon import Lexicon
from factcheck.readers.credits import read_credits
from factcheck.readers.dateline import read_dateline
from factcheck.readers.dates import DateWords, read_date
from factcheck.readers.lines import line_end
from factcheck.readers.publication import isolated_date

_MOST_LINES = 8
_MOST_HEADER = 120
_MOST_TITLE = 120
_MOST_STRAY = 3
_OPENING, _CLOSED = "([", re.compile(r"\s*[)\]]\s*$")
_META_REST = re.compile(r"\s*(?:$|[|·•;/–—,]|by\b|\(?(?:[A-Z]{1,4}T|local time)\)?\s*(?:$|[|·•;]))")
_SENTENCE_END = re.compile(r"\w\w[.!?]\s*$")
_BYLINE = re.compile(r"(?:by|from)\s+[A-ZÀ-Þ][^.!?:;]{2,70}$", re.IGNORECASE)
_BYLINE_ALONE = re.compile(r"(?:By|BY|From|FROM)\s+[A-ZÀ-Þ][^.!?:;,]{2,50}\s*$")
_ENDS_IN_STOP = re.compile(r"[.…:;,]$")
_ENDS_IN_INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}$")
_CLOSING = "\"'”’»)]"


@dataclass(slots=True)
class Head:
    """What the first lines say: title, start of the text, agency, and the publication dates in the order found."""

    title: tuple[int, int] | None = None
    body: int = 0
    source: str | None = None
    dates: list[tuple[Basis, DateWords]] = field(default_factory=list)


@cache
def _label(lexicon: Lexicon) -> re.Pattern[str]:
    lists = lexicon.load("datelines", dict[str, Any])
    published, updated = (
        "|".join(re.escape(label) for label in sorted(lists[name], key=lambda label: (-len(label), label)))
        for name in ("published", "updated")
    )
    return re.compile(rf"(?:(?P<published>{published})|(?P<updated>{updated}))\b(?P<colon>\s?:)?\s*", re.IGNORECASE)


def read_head(text: str, lexicon: Lexicon, *, start: int = 0) -> Head:
    """Read the head of an article, from an offset on where its title is known already.

    The title is the first line after the header if it has at most 120 characters and no final stop, and a blank line or
    a paragraph follows it; the body then begins with it, else after header and dateline.
    """
    head = Head()
    at = _skip_space(text, start)
    for number in range(_MOST_LINES):
        if at >= len(text):
            break
        end = line_end(text, at)
        after = _read_meta(text, at, end, head, lexicon, first=number == 0)
        if after is not None:
            at = _skip_space(text, after)
            continue
        dateline = read_dateline(text, at, end, lexicon)
        if dateline is not None:
            at = dateline.end
            head.source = dateline.agency
            if dateline.date is not None:
                head.dates.append((Basis.DATELINE, dateline.date))
            break
        if not _is_headline(text, at, end) and not _leads_to_date(text, at, end, lexicon):
            break
        if head.title is None:
            head.title = (at, _trimmed(text, at, end))
        at = _skip_space(text, end)
    _read_stray_lines(text, at, head, lexicon)
    head.body = head.title[0] if head.title else _skip_space(text, at)
    return head


def _read_meta(text: str, at: int, end: int, head: Head, lexicon: Lexicon, *, first: bool) -> int | None:
    """Read a header, updated line, bare date or byline; return where the head goes on, None when the line is none."""
    if _BYLINE.match(text[at : min(end, at + _MOST_HEADER)]) and end - at <= _MOST_HEADER:
        _read_credits(text, at, end, head, lexicon)
        return end
    bracketed = at < end and text[at] in _OPENING
    label = _label(lexicon).match(text, at + bracketed, end)
    if label is None:
        return _read_credits(text, at, end, head, lexicon)
    date = read_date(text, label.end(), lexicon, end=end)
    basis = Basis.UPDATED if label["updated"] else Basis.HEADER
    if label["colon"] and (date is None or _lacks_year(date)):
        date = isolated_date(text, label.end(), end) or date
    if date is None:
        return _read_credits(text, at, end, head, lexicon, basis)
    rest = text[date.end : end]
    if bracketed and not (found := _CLOSED.search(rest)):
        return None
    rest = rest[: found.start()] if bracketed and found else rest
    if end - at <= _MOST_HEADER and _META_REST.match(rest) and not _SENTENCE_END.search(rest):
        head.dates.append((basis, date))
        _read_further(text, date.end, end, head, lexicon)
        return end
    if first and (label["colon"] or label.group().strip().lower() == "date"):
        head.dates.append((basis, date))
        return date.end
    return _read_credits(text, at, end, head, lexicon, basis)


def _read_stray_lines(text: str, at: int, head: Head, lexicon: Lexicon) -> None:
    """Read labelled dates on lines of their own just below the head and at the foot."""
    for start in sorted({*_line_starts_after(text, at), *_last_line_starts(text, at)}):
        end = line_end(text, start)
        label = _label(lexicon).match(text, start + (text[start] in _OPENING), end)
        date = read_date(text, label.end(), lexicon, end=end) if label else None
        if label and date and end - start <= _MOST_HEADER and not text[date.end : end].strip(" )]"):
            head.dates.append((Basis.UPDATED if label["updated"] else Basis.HEADER, date))


def _line_starts_after(text: str, at: int) -> Iterator[int]:
    for _ in range(_MOST_STRAY):
        at = _skip_space(text, line_end(text, at))
        if at >= len(text):
            return
        yield at


def _last_line_starts(text: str, after: int) -> Iterator[int]:
    """Yield where the last lines of a text begin, within its last characters."""
    foot = max(after, len(text) - _MOST_STRAY * _MOST_HEADER)
    starts = [foot + found.start() for found in re.finditer(r"(?<=[\r\n])[^\s]", text[foot:])]
    yield from starts[-_MOST_STRAY:]


def _read_further(text: str, at: int, end: int, head: Head, lexicon: Lexicon) -> None:
    """Read a second labelled date in the rest of a header line ("Published 3 March 2025 | Updated 4 March 2025")."""
    for label in _label(lexicon).finditer(text, at, end):
        if date := read_date(text, label.end(), lexicon, end=end):
            head.dates.append((Basis.UPDATED if label["updated"] else Basis.HEADER, date))


def _read_credits(
    text: str, at: int, end: int, head: Head, lexicon: Lexicon, basis: Basis = Basis.HEADER
) -> int | None:
    """Read a line that holds a whole date and nothing else but who wrote where and for whom."""
    date = read_credits(text, at, end, lexicon, first=head.title is None)
    if date is None:
        return None
    head.dates.append((basis, date))
    return end


def _lacks_year(date: DateWords) -> bool:
    return date.value is not None and date.value.startswith("XXXX")


def _is_headline(text: str, at: int, end: int) -> bool:
    """Tell whether a line is a headline: short, without a final stop, and with text after it."""
    line = text[at : min(end, at + _MOST_TITLE + 80)].rstrip()
    if len(line) > _MOST_TITLE:
        return False
    bare = line.rstrip(_CLOSING)
    if _ENDS_IN_STOP.search(bare) and not _ENDS_IN_INITIALS.search(bare):
        return False
    following = _skip_space(text, end)
    if following >= len(text):
        return False
    if len(re.findall(r"\r\n|\r|\n", text[end:following])) > 1:
        return True
    next_end = line_end(text, following)
    next_line = text[following : min(next_end, following + 2 * _MOST_TITLE)].rstrip()
    if next_line == line:
        return True
    # Without a blank line the next must be a paragraph; else both may be lines of one wrapped text.
    return not next_line[0].islower() and (len(next_line) > _MOST_TITLE or next_line.endswith((".", '."', ".”")))


def _leads_to_date(text: str, at: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a short line stands right above one that dates the article, with a byline or two between."""
    line = text[at : min(end, at + _MOST_TITLE + 80)].rstrip()
    if len(line) > _MOST_TITLE or _ENDS_IN_STOP.search(line.rstrip(_CLOSING)):
        return False
    for start in _line_starts_after(text, at):
        end = line_end(text, start)
        if read_credits(text, start, end, lexicon) or _BYLINE_ALONE.match(text[start:end]):
            return True
        if end - start > _MOST_HEADER or _ENDS_IN_STOP.search(text[start:end].rstrip()):
            return False
    return False


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
