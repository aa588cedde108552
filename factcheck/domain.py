"""The words of factcheck: Article, Location, Mention, Claim, Pair, Finding and the intervals they hold.

All are frozen values with no behaviour beyond their own data. Offsets count characters of the reader's
decoded text, 0-based, end exclusive; lines and columns are 1-based.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Basis(StrEnum):
    """Where an article's publication date comes from."""

    HEADER = "header"
    UPDATED = "updated"
    DATELINE = "dateline"
    METADATA = "metadata"
    FILENAME = "filename"
    INFERRED = "inferred"


class Severity(StrEnum):
    """How grave a finding is; the order of definition is the order of gravity."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Verdict(StrEnum):
    """How two claims of the same thing relate."""

    AGREE = "agree"
    ROUNDING = "rounding"
    VAGUE = "vague"
    UPDATE = "update"
    CORRECTED = "corrected"
    EXPLAINED = "explained"
    ATTRIBUTED = "attributed"
    REWORDING = "rewording"
    SPELLING = "spelling"
    CONFLICT = "conflict"


class Modality(StrEnum):
    """Whether a clause tells its event as past, planned, expected or denied."""

    HAPPENED = "happened"
    PLANNED = "planned"
    EXPECTED = "expected"
    DENIED = "denied"


class Role(StrEnum):
    """What a related place of a finding is there for."""

    CONFLICTS = "conflicts"
    PUBLISHED = "published"
    EXPLAINS = "explains"
    CONTEXT = "context"


class MentionKind(StrEnum):
    """What a mention names."""

    TIME = "time"
    QUANTITY = "quantity"
    NAME = "name"
    OFFICE = "office"
    QUOTE = "quote"


class QuantityKind(StrEnum):
    """What a quantity measures."""

    PERCENT = "percent"
    POINTS = "points"
    MONEY = "money"
    COUNT = "count"
    MEASURE = "measure"
    AGE = "age"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    RATIO = "ratio"
    MULTIPLIER = "multiplier"


class Hedge(StrEnum):
    """How a text softens or bounds a number."""

    EXACT = "exact"
    ABOUT = "about"
    ALMOST = "almost"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    UP_TO = "up_to"
    ROUND = "round"


class NameKind(StrEnum):
    """What kind of thing a name names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"


class Kind(StrEnum):
    """The kind of a claim, a file of factcheck/claims each."""

    DATE = "date"
    EVENT = "event"
    COUNT = "count"
    PERCENTAGE = "percentage"
    MONEY = "money"
    MEASURE = "measure"
    CALCULATION = "calculation"
    OFFICE = "office"
    NAME = "name"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of numbers; None is unbounded."""

    low: float | None
    high: float | None

    def meets(self, other: "Interval") -> bool:
        """Tell whether the two share a number."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not below and not above

    def holds(self, other: "Interval") -> bool:
        """Tell whether the other lies wholly inside this one."""
        low = self.low is None or (other.low is not None and other.low >= self.low)
        high = self.high is None or (other.high is not None and other.high <= self.high)
        return low and high


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """A closed interval of calendar days: "February 2025" is its 28 days."""

    first: dt.date
    last: dt.date

    def meets(self, other: "Days") -> bool:
        """Tell whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: "Days") -> bool:
        """Tell whether the other lies wholly inside this one."""
        return self.first <= other.first and other.last <= self.last

    def starts_after(self, other: "Days") -> bool:
        """Tell whether this one lies wholly after the other."""
        return self.first > other.last

    def days_after(self, other: "Days") -> int:
        """Return the days from the other's last to this one's first; negative when it starts before."""
        return (self.first - other.last).days


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
class Time:
    """A time expression's value.

    `type` is TIMEX3's DATE, TIME, DURATION or SET and `value` its value. `days` are the calendar days that the
    value covers, None when it is not resolved to any. `explicit` says that the text itself gives day and month
    (with a year, or a year within 90 days of publication). `fault` names what is wrong with the expression in itself
    ("impossible"). `weekday` is a written weekday beside a date, 0 for Monday. `form` is how it is written: date,
    weekday, month, year, relative, clock, duration, set, other. `amount` and `unit` are a duration's length; a clock's
    `offset` is its stated distance from UTC in minutes.
    """

    type: str
    value: str
    days: Days | None = None
    explicit: bool = False
    form: str = "other"
    fault: str | None = None
    weekday: int | None = None
    year_written: bool = False
    amount: float | None = None
    unit: str | None = None
    mod: str | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    `low` and `high` are the value or range as written, sign included; `step` is the worth of the last written digit
    (0.1 for "6.8", 1e5 for "1.2 million"; 0 for exact counts). `unit` is "percent", "points", an ISO 4217 code, a
    unit of the lexicon, or for counts the head noun's lemma. `per` is what money or a measure is per ("share").
    `change` says that the value is a change (fell 3 percent) and not a level.
    """

    kind: QuantityKind
    low: float | None
    high: float | None
    unit: str | None = None
    hedge: Hedge = Hedge.EXACT
    step: float = 0.0
    per: str | None = None
    change: bool = False
    head: tuple[int, int] | None = None
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name with the canonical key of what it names, made from its article and the lexicon alone."""

    kind: NameKind
    key: str
    given: str | None = None
    surname: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office named in the text: its class, its jurisdiction's key, and its holder's key if one is named."""

    office: str
    jurisdiction: str | None
    holder: str | None
    qualifier: str | None = None
    holder_span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words given as somebody's own: the spans of what was said, the speaker's key, whether marks stand around it."""

    parts: tuple[tuple[int, int], ...]
    speaker: str | None
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the article with its normalised value; `sentence` is the index of the sentence it stands in."""

    start: int
    end: int
    sentence: int
    value: str
    detail: Time | Quantity | Name | Office | Quote

    @property
    def kind(self) -> MentionKind:
        """Return what the mention names."""
        return _KINDS[type(self.detail)]


_KINDS: Mapping[type, MentionKind] = {
    Time: MentionKind.TIME,
    Quantity: MentionKind.QUANTITY,
    Name: MentionKind.NAME,
    Office: MentionKind.OFFICE,
    Quote: MentionKind.QUOTE,
}


@dataclass(frozen=True, slots=True)
class Operand:
    """One figure, date or name in its role in a calculation or list (from, to, change, part, total ...)."""

    role: str
    place: Location
    quantity: Quantity | None = None
    time: Time | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What an article says of something, with the keys under which it can meet another claim."""

    id: str
    kind: Kind
    attribute: str
    place: Location
    subjects: tuple[str, ...] = ()
    quantity: Quantity | None = None
    when: Time | None = None
    scope: tuple[str, ...] = ()
    affirmed: bool = True
    modality: Modality = Modality.HAPPENED
    speaker: str | None = None
    keys: tuple[str, ...] = ()
    value: str | None = None
    words: tuple[str, ...] = ()
    operands: tuple[Operand, ...] = ()
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of the same thing, and how they relate."""

    id: str
    verdict: Verdict
    kind: Kind
    attribute: str
    why: str
    a: Claim
    b: Claim
    a_place: Location
    b_place: Location
    variant: str | None = None
    explained_by: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """A further place of a finding and its role."""

    role: Role
    place: Location


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check yields: places and values; code, severity and words stand in the rule's YAML.

    `sides` are what the fingerprint is made from: (article id, kind, attribute, value), in any order.
    """

    primary: Location
    related: tuple[Related, ...] = ()
    variant: str | None = None
    verdict: Verdict | None = Verdict.CONFLICT
    values: Mapping[str, object] = field(default_factory=dict)
    sides: tuple[tuple[str, str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction or note, ready to be shown."""

    rule: str
    name: str
    variant: str | None
    severity: Severity
    verdict: Verdict | None
    message: str
    fingerprint: str
    primary: Location
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """What is known of an article once it has been read: all that checks and reports need besides its claims.

    `fault` is why it could not be read or understood ("is empty", "ru" for an unsupported language), with the name
    of the
    check it belongs to in `fault_check`. `values` are the normalised times and quantities that the article names and
    `names` the keys of those it names: two articles that know of both values don't contradict each other.
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


@dataclass(frozen=True, slots=True)
class ArticleClaims:
    """An article and its claims: what a check of a single article is given."""

    record: ArticleRecord
    claims: tuple[Claim, ...]

    @property
    def published(self) -> Published | None:
        """Return the publication date that counts."""
        return self.record.published

    def of_kind(self, kind: Kind) -> tuple[Claim, ...]:
        """Return the claims of one kind, in the order of the text."""
        return tuple(claim for claim in self.claims if claim.kind is kind)


@dataclass(frozen=True, slots=True)
class Story:
    """Articles linked by judged pairs, for display only; `first` and `last` are the days of their publication."""

    id: str
    articles: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """All that a run found. `left_out` and `skipped` count by reason what was not looked at."""

    articles: tuple[ArticleRecord, ...]
    claims: tuple[Claim, ...]
    pairs: tuple[Pair, ...]
    findings: tuple[Finding, ...]
    stories: tuple[Story, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    skipped: Mapping[str, int] = field(default_factory=dict)
