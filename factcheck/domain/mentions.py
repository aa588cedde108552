"""What the text names: times, quantities, names, offices, quotations."""

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.domain.intervals import Days
from factcheck.domain.vocabulary import Hedge, MentionKind, NameKind, QuantityKind


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

    @property
    def minute(self) -> int | None:
        """Return the minute of the day that a clock time is, 0 to 1439 (0 for midnight at its end); None for others."""
        if self.form != "clock" or self.fault is not None:
            return None
        hour, minute = self.value.rsplit("T", 1)[1].split(":")
        return (int(hour) * 60 + int(minute)) % 1440


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
