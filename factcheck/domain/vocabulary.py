"""The closed sets of words that the stages share."""

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
    CLOCK = "clock"
    DURATION = "duration"
    COUNT = "count"
    PERCENTAGE = "percentage"
    MONEY = "money"
    MEASURE = "measure"
    CALCULATION = "calculation"
    OFFICE = "office"
    DESCRIPTOR = "descriptor"
    NAME = "name"
    PLACE = "place"
    RANK = "rank"
    QUOTE = "quote"
    SENTENCE = "sentence"


UNFRAMED = "unframed"
"""The scope entry of a value told without a clear frame: it meets only what is told in nearly the same words."""
