"""Articles, their places and dates."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from factcheck.domain.intervals import Days
from factcheck.domain.sources import Segment, clipped, source_span
from factcheck.domain.vocabulary import Basis

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Location:
    """A verbatim place in an article, with the sentence it stands in (for excerpts; not part of the LOC contract).

    `start`, `end` and `sentence_start` are offsets in the article's text. `span` is the slice of the source that the
    words were read from, None where text and source are one; `source_text` is that slice and `segments` tell which of
    its characters are which of the words. Lines and columns are those of the source.
    """

    article: str
    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    value: str | None = None
    source_text: str | None = None
    sentence: str = ""
    sentence_start: int = 0
    span: tuple[int, int] | None = None
    segments: tuple[Segment, ...] = ()

    @property
    def in_source(self) -> tuple[int, int]:
        """Return the slice of the decoded source that the place is."""
        return self.span or (self.start, self.end)

    def part(self, start: int, end: int, *, value: str | None = None) -> "Location":
        """Return the place of some of the words, text[start:end] of this place, in the same sentence."""
        source = self.text if self.source_text is None else self.source_text
        first, last = source_span(self.segments, start, end)
        line, column = self._position(source, first)
        end_line, end_column = self._position(source, last)
        origin = self.in_source[0]
        return replace(
            self,
            start=self.start + start,
            end=self.start + end,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            text=self.text[start:end],
            value=value,
            source_text=None if self.source_text is None else source[first:last],
            span=None if self.span is None else (origin + first, origin + last),
            segments=clipped(self.segments, start, end),
        )

    def _position(self, source: str, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset in this place's slice of the source."""
        ends = [found.end() for found in _LINE_END.finditer(source, 0, offset)]
        return self.line + len(ends), offset - ends[-1] + 1 if ends else self.column + offset


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date: the days it may be, a TIMEX3 value, its precision (year, month, day, minute) and basis.

    A dateline without a year has the value "XXXX-02-04" and no days; `inferred_from` names the articles that gave the
    year where it was inferred.
    """

    value: str
    precision: str
    basis: Basis
    days: Days | None
    place: Location | None = None
    inferred_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment in an article's source that asks for findings to be left untold: `factcheck: ignore D101 -- reason`.

    `codes` are codes or names of rules; a comment that names none suppresses nothing. `covers` are the slices of the
    source that it speaks of. `place` is the comment itself.
    """

    codes: tuple[str, ...]
    reason: str | None
    place: Location
    covers: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A text as a reader gives it.

    `body` is where the text proper begins, after a header or dateline. `stated` holds every publication date
    that the article states (header, metadata, updated line, dateline, file name), strongest basis first;
    `published` is the one that counts. `decoded` is the whole source where the text is only read out of it (markup,
    escapes), and `segments` tell where in it the text stands; `line_starts` are the source's lines. `stated_language`
    is the ISO 639-1 code that the source gives, which counts where the words don't tell.
    """

    id: str
    path: str
    text: str
    language: str = "en"
    title: tuple[int, int] | None = None
    body: int = 0
    source: str | None = None
    published: Published | None = None
    stated: tuple[Published, ...] = ()
    line_starts: tuple[int, ...] = field(default=(0,), repr=False)
    decoded: str | None = field(default=None, repr=False)
    segments: tuple[Segment, ...] = field(default=(), repr=False)
    stated_language: str | None = None
    suppressions: tuple[Suppression, ...] = ()

    def position(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of an offset in the source."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def locate(
        self, start: int, end: int, *, value: str | None = None, sentence: tuple[int, int] | None = None
    ) -> Location:
        """Return the location of text[start:end], with the sentence (or, without one, the line) it stands in."""
        first, last = source_span(self.segments, start, end)
        line, column = self.position(first)
        end_line, end_column = self.position(last)
        if sentence is None:
            sentence = self._line(start, end)
        return Location(
            article=self.id,
            path=self.path,
            start=start,
            end=end,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            text=self.text[start:end],
            value=value,
            source_text=None if self.decoded is None else self.decoded[first:last],
            sentence=self.text[sentence[0] : sentence[1]],
            sentence_start=sentence[0],
            span=None if self.decoded is None else (first, last),
            segments=clipped(self.segments, start, end),
        )

    def locate_source(self, start: int, end: int, *, text: str | None = None, value: str | None = None) -> Location:
        """Return the location of a slice of the source that is no part of the text, such as a date in its metadata.

        `text` is what it says, where that is not the slice itself.
        """
        source = self.text if self.decoded is None else self.decoded
        line, column = self.position(start)
        end_line, end_column = self.position(end)
        words = source[start:end] if text is None else text
        return Location(
            article=self.id,
            path=self.path,
            start=0,
            end=0,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            text=words,
            value=value,
            source_text=source[start:end],
            sentence=words,
            span=(start, end),
            segments=(Segment(0, 0, len(words), end - start),),
        )

    def _line(self, start: int, end: int) -> tuple[int, int]:
        """Return the line of the text, its break with it, that holds an offset."""
        if self.decoded is None:
            line = bisect_right(self.line_starts, start)
            last = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
            return self.line_starts[line - 1], max(last, end)
        last = self.text.find("\n", end)
        return self.text.rfind("\n", 0, start) + 1, len(self.text) if last < 0 else last


@dataclass(frozen=True, slots=True)
class Unread:
    """A member of a file of many articles that could not be read, and why."""

    id: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """What is known of an article once it has been read: all that checks and reports need besides its claims.

    `fault` is why it could not be read or understood ("is empty", "ru" for an unsupported language), with the name
    of the
    check it belongs to in `fault_check`. `values` are the normalised times and quantities that the article names and
    `names` the keys of those it names: two articles that know of both values don't contradict each other. `profile` is
    what it is about: its most telling words with their weights, by which reports of one event are found.
    """

    id: str
    path: str
    title: str | None = None
    source: str | None = None
    language: str = "en"
    published: Published | None = None
    stated: tuple[Published, ...] = ()
    place: Location | None = None
    fault: str | None = None
    fault_check: str | None = None
    values: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    profile: tuple[tuple[str, float], ...] = ()
    suppressions: tuple[Suppression, ...] = ()
