"""From articles and judged pairs to findings: each rule's check is run on what it has to see together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from factcheck.checks.context import Place, with_context
from factcheck.checks.sides import facing
from factcheck.checks.table import ARTICLE_CHECKS, FACT_CHECKS, OF_A_CLAIM, PAIR_CHECKS, RUN_CHECKS
from factcheck.compare.facts import judge_facts
from factcheck.domain import ArticleClaims, Facts, Finding, Hit, Location, Pair
from factcheck.findings import make_finding
from factcheck.rulebook import Rule, Rulebook


class Reach(StrEnum):
    """What a check across articles has to see at once: the pairs of two of them, all of a claim, or the whole run."""

    PAIR = "pair"
    CLAIM = "claim"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class Desk:
    """What findings are made with: rules, facts, the folder that ids are relative to, and the paths of what is new.

    A side that is new comes first in its finding; without any the sides stay as they are.
    """

    rulebook: Rulebook
    root: str
    facts: Facts = field(default_factory=Facts)
    new: frozenset[str] = frozenset()


def find_within(article: ArticleClaims, elsewhere: Mapping[Place, Sequence[Location]], desk: Desk) -> Iterator[Finding]:
    """Yield what the checks of one article find; `elsewhere` is what other reports tell of its events."""
    known = list(judge_facts(article, desk.facts, desk.rulebook.lexicon))
    for rule in desk.rulebook.running():
        check = rule.check or ""
        if check in ARTICLE_CHECKS:
            for hit in ARTICLE_CHECKS[check](article):
                yield _finding(rule, with_context(hit, elsewhere), desk)
        if check in FACT_CHECKS:
            yield from (_finding(rule, hit, desk) for hit in FACT_CHECKS[check](known))


def find(reach: Reach, articles: Sequence[ArticleClaims], pairs: Sequence[Pair], desk: Desk) -> Iterator[Finding]:
    """Yield what the checks of one reach find; the pairs stand in their order, see `factcheck.engines.reduce.order`."""
    for rule in desk.rulebook.running():
        yield from (_finding(rule, hit, desk) for hit in _hits(rule.check or "", reach, articles, pairs))


def _hits(check: str, reach: Reach, articles: Sequence[ArticleClaims], pairs: Sequence[Pair]) -> Iterator[Hit]:
    if reach is Reach.RUN:
        if check in RUN_CHECKS:
            yield from RUN_CHECKS[check](articles)
    elif check in PAIR_CHECKS and (check in OF_A_CLAIM) is (reach is Reach.CLAIM):
        yield from PAIR_CHECKS[check](pairs)


def _finding(rule: Rule, hit: Hit, desk: Desk) -> Finding:
    return make_finding(rule, facing(hit, desk.new), root=desk.root)
