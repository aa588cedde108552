"""What a run finds."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.domain.articles import ArticleRecord, Location
from factcheck.domain.claims import Claim, Pair
from factcheck.domain.vocabulary import Role, Severity, Verdict


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
class Suppressed:
    """A finding that is not to be told again, and what says so: `by` is baseline, ignore or comment, `place` where."""

    finding: Finding
    by: str
    reason: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Articles linked by judged pairs, for display only; `first` and `last` are the days of their publication."""

    id: str
    articles: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Totals:
    """How many claims a run saw, and how many pairs by verdict."""

    claims: int
    verdicts: Mapping[Verdict, int]


@dataclass(frozen=True, slots=True)
class Result:
    """All that a run found. `left_out` and `skipped` count by reason what was not looked at.

    `suppressed` are findings that a baseline or a suppression keeps from being told, `unused` what no longer keeps any.
    `claims` and `pairs` may be fewer than there were, where no more of them were asked for: `totals` has the numbers,
    None where all are here. `unread` is how many files an interrupt kept from being read.
    """

    articles: tuple[ArticleRecord, ...]
    claims: tuple[Claim, ...]
    pairs: tuple[Pair, ...]
    findings: tuple[Finding, ...]
    stories: tuple[Story, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    skipped: Mapping[str, int] = field(default_factory=dict)
    suppressed: tuple[Suppressed, ...] = ()
    unused: tuple[str, ...] = ()
    totals: Totals | None = None
    unread: int = 0

    @property
    def number_of_claims(self) -> int:
        """Return how many claims there were."""
        return len(self.claims) if self.totals is None else self.totals.claims

    @property
    def verdicts(self) -> Mapping[Verdict, int]:
        """Return how many pairs there were, by verdict."""
        return Counter(pair.verdict for pair in self.pairs) if self.totals is None else self.totals.verdicts

    @property
    def number_of_pairs(self) -> int:
        """Return how many pairs there were."""
        return sum(self.verdicts.values())
