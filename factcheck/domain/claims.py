"""What articles claim, and pairs of claims of the same thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.domain.articles import ArticleRecord, Location, Published
from factcheck.domain.mentions import Quantity, Time
from factcheck.domain.vocabulary import Kind, Modality, Verdict

_REACH = 4
"""Content words on either side of a value that stand near it."""


@dataclass(frozen=True, slots=True)
class Operand:
    """One figure, date or name in its role in a calculation or list (from, to, change, part, total ...)."""

    role: str
    place: Location
    quantity: Quantity | None = None
    time: Time | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a value, by which it is found again in another report.

    `words` are the content lemmas of its sentence in order, without those of times and figures; `at` is how many of
    them stand before the value; `names` are those of them that are names, `verbs` the lemmas of the verbs that may tell
    of the value: its clause's by the parse, and the nearest before it. `sentence` numbers the sentence in its article.
    """

    words: tuple[str, ...]
    at: int
    names: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    sentence: int = 0

    @property
    def near(self) -> frozenset[str]:
        """Return the four words on either side of the value."""
        return frozenset(self.words[max(0, self.at - _REACH) : self.at + _REACH])


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
    context: Context | None = None


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
class Reading:
    """An article once read: its record, its claims, and how many mentions led to no claim, by reason.

    `content` is a hash of the bytes of the file that it stands in.
    """

    record: ArticleRecord
    claims: tuple[Claim, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    content: str = ""


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
