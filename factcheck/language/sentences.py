"""Paragraphs and sentences by rule, before any parse, so that a sentence's analysis depends on nothing around it."""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.lexicon import Lexicon

_BREAK = re.compile(r"\n[ \t\r\u00a0]*\n\s*|\r\n?[ \t]*\r\n?\s*")
_LINE = re.compile(r"\r\n|\r|\n")
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*")
_OPENS = re.compile(r"[\"'“‘«(\[\-–—\s]*([A-ZÀ-ÖØ-ÞĀ-ŽА-Я0-9$€£])")
_LAST_WORD = re.compile(r"[^\s\"“”‘’(\[,;:]+$")
_GLUED = re.compile(r"(?<=[a-z]{2})[.!?][\"”’]?(?=[“‘]|[A-Z][a-z]+[ ,])")
_INITIALS = re.compile(r"(?:[A-Z]\.){1,4}[A-Z]")
_WORD = re.compile(r"[\"“‘'(]?\w[\w'’]*")
_ZONE = re.compile(r"\s(?:[A-ZÀ-Ž][\w-]+\s){1,4}[Tt]ime\b")  # "8 p.m. East Africa Time" goes on
_WRAP_WIDTH = 100
_LONGEST = 2000
_HALVES = frozenset({"a.m", "p.m"})


def paragraphs(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the spans of the paragraphs from an offset on.

    A blank line ends a paragraph. A single line break ends one too, unless the block is wrapped: most of its lines are
    at most 100 characters long and break in the middle of a sentence.
    """
    at = start
    for gap in [*_BREAK.finditer(text, start), None]:
        end = gap.start() if gap else len(text)
        yield from _lines(text, at, end)
        at = gap.end() if gap else end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = start
    for found in [*_LINE.finditer(text, start, end), None]:
        stop = found.start() if found else end
        spans.append((at, stop))
        at = found.end() if found else end
    lines = [text[first:last].strip() for first, last in spans]
    if len(lines) > 1 and _wrapped([line for line in lines if line]):
        spans = [(start, end)]
    for left, right in spans:
        first, last = left, right
        while first < last and text[first].isspace():
            first += 1
        while first < last and text[last - 1].isspace():
            last -= 1
        if first < last:
            yield first, last


def _wrapped(lines: list[str]) -> bool:
    """Tell whether the lines are one wrapped paragraph: short, and broken where no sentence ends."""
    if len(lines) < 2 or max(map(len, lines)) > _WRAP_WIDTH:
        return False
    open_ended = sum(line[-1] not in '.!?"”’:' for line in lines[:-1])
    return open_ended * 2 > len(lines) - 1 and any(line[0].islower() or line[0].isdigit() for line in lines[1:])


@cache
def _abbreviations(lexicon: Lexicon) -> tuple[frozenset[str], ...]:
    lists = lexicon.load("abbreviations", dict[str, list[str]])
    never = {*lists["before_name"], *lists["months"], *lists["days"]}
    return (frozenset(never), *(frozenset(lists[name]) for name in ("anywhere", "openers", "after_clock")))


def sentences(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of one paragraph; what runs on for 2,000 characters is cut at a space."""
    at = start
    for stop in sorted({*_full_stops(text, start, end, lexicon), *_glued_stops(text, start, end)}):
        if stop > at:
            yield from _in_pieces(text, at, stop)
        at = stop
        while at < end and text[at].isspace():
            at += 1
    if at < end:
        yield from _in_pieces(text, at, end)


def _in_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > start else start + _LONGEST
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _full_stops(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[int]:
    for found in _STOP.finditer(text, start, end):
        after = found.end()
        if after >= end or not text[after].isspace():
            continue
        if _OPENS.match(text, after, end) and not _abbreviated(text, start, found, end, lexicon):
            yield after


def _glued_stops(text: str, start: int, end: int) -> Iterator[int]:
    """Yield ends of sentences that lack the space after their stop ("he said.The minister")."""
    for found in _GLUED.finditer(text, start, end):
        yield found.end()


def _abbreviated(text: str, start: int, stop: re.Match[str], end: int, lexicon: Lexicon) -> bool:
    if stop.group()[0] != "." or len(stop.group()) > 1:
        return False
    word = _LAST_WORD.search(text, max(start, stop.start() - 40), stop.start())
    if word is None:
        return False
    bare = word.group()
    never, anywhere, openers, after_clock = _abbreviations(lexicon)
    if bare.lower() in never and not (bare.islower() and bare in {"no", "sat", "sun", "mon", "fig", "art"}):
        return True
    if len(bare) == 1 and bare.isupper():
        return True
    if bare.lower() in anywhere or _INITIALS.fullmatch(bare):
        # "U.S. Secretary", "5 p.m. Wednesday", "9 a.m. (0600 GMT)" and "Inc. 2024" go on; "the U.S. The" does not.
        found = _WORD.search(text, stop.end(), min(end, stop.end() + 30))
        following = found.group().lower() if found else ""
        if bare.lower() in _HALVES:
            named = _ZONE.match(text, stop.end(), min(end, stop.end() + 60)) and following not in openers
            return bool(named) or following in after_clock or not following.isalpha()
        return following not in openers
    return False
