"""From articles and judged pairs to findings: each rule's check is run on what it has to see together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from factcheck.checks.context import with_context
from factcheck.checks.sides import facing
from factcheck.checks.table import ARTICLE_CHECKS, FACT_CHECKS, OF_A_CLAIM, PAIR_CHECKS, RUN_CHECKS
from factcheck.compare.facts import judge_facts
from factcheck.domain import ArticleClaims, FactPair, Facts, Finding, Hit, Pair
from factcheck.findings import make_finding
from factcheck.rulebook import Rulebook


class Reach(StrEnum):
    """What a check has to see together: one article, all pairs of two articles, all pairs of a claim, the whole run."""

    ARTICLE = "article"
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


def find(reach: Reach, articles: Sequence[ArticleClaims], pairs: Sequence[Pair], desk: Desk) -> Iterator[Finding]:
    """Yield what the checks of one reach find; the pairs stand in their order, see `factcheck.engines.reduce.order`.

    Checks of articles take the pairs as what other reports say beside a finding.
    """
    lexicon = desk.rulebook.lexicon
    held = articles if reach is Reach.ARTICLE else ()
    known = [pair for article in held for pair in judge_facts(article, desk.facts, lexicon)]
    for rule in desk.rulebook.running():
        for hit in _hits(rule.check or "", reach, articles, pairs, known):
            yield make_finding(rule, facing(hit, desk.new), root=desk.root)


def _hits(
    check: str, reach: Reach, articles: Sequence[ArticleClaims], pairs: Sequence[Pair], known: Sequence[FactPair]
) -> Iterator[Hit]:
    """Yield what a check finds; one that looks within articles and across them has a function for each."""
    match reach:
        case Reach.ARTICLE if check in FACT_CHECKS:
            yield from FACT_CHECKS[check](known)
        case Reach.ARTICLE if check in ARTICLE_CHECKS:
            for article in articles:
                yield from (with_context(hit, pairs) for hit in ARTICLE_CHECKS[check](article))
        case Reach.RUN if check in RUN_CHECKS:
            yield from RUN_CHECKS[check](articles)
        case Reach.PAIR | Reach.CLAIM if check in PAIR_CHECKS and (check in OF_A_CLAIM) is (reach is Reach.CLAIM):
            yield from PAIR_CHECKS[check](pairs)
