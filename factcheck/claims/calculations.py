"""Claims that an article makes with several figures at once: changes, sums, parts, shares and counted lists."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims.arithmetic import Figures, figures_of
from factcheck.claims.ballots import ballot_claims
from factcheck.claims.changes import change_claims
from factcheck.claims.comparisons import comparison_claims
from factcheck.claims.compositions import composition_claims
from factcheck.claims.lists import list_claims
from factcheck.claims.parts import part_claims
from factcheck.claims.portions import portion_claims
from factcheck.claims.rates import restatement_claims
from factcheck.claims.shares import share_claims
from factcheck.claims.sums import sum_claims
from factcheck.claims.totals import total_claims
from factcheck.claims.votes import majority_claims
from factcheck.domain import Claim
from factcheck.language.analysis import Analysis

_SENTENCES = 3  # before a figure whose whole is told there


def calculation_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield what an article says by figures that can be recomputed from one another; where in doubt, nothing.

    The attribute is "change" (roles from, to, change, verb, other; the value is up or down), "total" (part, total),
    "part" (part, whole), "ratio" (part, whole, share), "fraction" (fraction, share), "list" (count, item), or
    "exchange" and "conversion" (stated, converted).
    """
    every = list(figures_of(analysis))
    for one, two in pairwise(every):
        yield from comparison_claims(one, two)
    of = {figures.sentence: figures for figures in every}
    yield from ballot_claims(analysis, of)
    for index, figures in enumerate(every):
        yield from change_claims(figures)
        yield from total_claims(figures)
        yield from composition_claims(figures)
        yield from part_claims(figures)
        yield from portion_claims(_near(every, index), figures)
        yield from list_claims(figures)
        yield from restatement_claims(figures)
        yield from sum_claims(figures)
        yield from majority_claims(figures)
        yield from share_claims(figures)


def _near(every: Sequence[Figures], index: int) -> list[Figures]:
    """Return the figures of the few sentences before one of them."""
    first = every[index].sentence - _SENTENCES
    return [figures for figures in every[max(0, index - _SENTENCES) : index] if figures.sentence >= first]
