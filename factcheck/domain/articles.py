"""Articles, their places and dates."""

from bisect import bisect_right
from dataclasses import dataclass, field

from factcheck.domain.intervals import Days
from factcheck.domain.vocabulary import Basis


@dataclass(frozen=True, slots=True)
class Location:
    """A verbatim place in an article, with the sentence it stands in (for excerpts; not part of the LOC contract)."""

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
class Article:
    """A text as a reader gives it.

    `body` is where the text proper begins, after a header or dateline. `stated` holds every publication date
    that the article states (header, updated line, dateline, file name), strongest basis first;
    `published` is the one that counts.
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

    def position(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def locate(
        self, start: int, end: int, *, value: str | None = None, sentence: tuple[int, int] | None = None
    ) -> Location:
        """Return the location of text[start:end], with the sentence (or, without one, the line) it stands in."""
        line, column = self.position(start)
        end_line, end_column = self.position(end)
        if sentence is None:
            last = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
            sentence = (self.line_starts[line - 1], max(last, end))
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
            sentence=self.text[sentence[0] : sentence[1]],
            sentence_start=sentence[0],
        )


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
