"""What a desk knows for sure, as claims of its own that meet those of articles under the same keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.domain.claims import Claim
from factcheck.domain.vocabulary import Verdict


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry of a facts file.

    `claim` says it as an article would; its place is the entry's, its `when` are the days for which it surely holds.
    `told` says it in words, `source` is where the desk has it from. `names` are the plain words (lower case, Latin
    letters) of all names of an office's holder, or every right spelling of a name; `wrong` are spellings that the desk
    does not want, in lower case. `adjectives` are those of a figure's place ("belarusian"); `unsure` are words that
    leave it open whether the fact's office is meant: a title that means another one elsewhere, an adjective of two
    countries.
    """

    claim: Claim
    told: str
    source: str | None = None
    names: frozenset[str] = frozenset()
    wrong: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a run by the keys of their claims, in the order of their files."""

    by_key: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FactPair:
    """A claim of an article and the fact it was held against, with the verdict."""

    claim: Claim
    fact: Fact
    verdict: Verdict
    variant: str | None = None
