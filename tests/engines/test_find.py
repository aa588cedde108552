"""Checks see together what they have to: in the groups that a cluster makes they find what they find in all pairs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from factcheck.checks.table import OF_A_CLAIM, PAIR_CHECKS
from factcheck.domain import Finding, Pair, Result
from factcheck.engines.find import Desk, Reach, find
from factcheck.findings import with_ordinals
from factcheck.pipeline import KNOWN_CHECKS, Settings, check, check_texts
from factcheck.rulebook import Rulebook, load_rulebook

ARTICLES = Path(__file__).parent.parent / "articles"


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(known_checks=KNOWN_CHECKS).with_all_rules()


@pytest.fixture(scope="module")
def results(rulebook: Rulebook) -> list[Result]:
    """Return what is found in each example of a rule whose check looks at pairs, and in articles of several stories."""
    settings = Settings(rulebook)
    examples = [example for rule in rulebook.rules if rule.check in PAIR_CHECKS for example in rule.examples]
    return [check([ARTICLES], settings), *(check_texts(example.articles, settings) for example in examples)]


def _apart(reach: Reach, groups: Iterable[Sequence[Pair]], desk: Desk) -> tuple[Finding, ...]:
    return with_ordinals(finding for pairs in groups for finding in find(reach, (), pairs, desk))


def test_checks_of_two_articles_find_the_same_two_by_two(results: list[Result], rulebook: Rulebook) -> None:
    desk = Desk(rulebook, "")
    found = []
    for result in results:
        groups: dict[tuple[str, str], list[Pair]] = defaultdict(list)
        for pair in result.pairs:
            groups[pair.a_place.article, pair.b_place.article].append(pair)
        found.append(with_ordinals(find(Reach.PAIR, (), result.pairs, desk)))
        assert _apart(Reach.PAIR, groups.values(), desk) == found[-1]
    codes = {finding.rule for findings in found for finding in findings}
    assert {"D201", "N201", "P101", "P201", "P203", "P205", "Q201", "Q202", "A201"} <= codes


def test_checks_of_a_claim_find_the_same_claim_by_claim(results: list[Result], rulebook: Rulebook) -> None:
    desk = Desk(rulebook, "")
    found = []
    for result in results:
        groups: dict[str, list[Pair]] = defaultdict(list)
        for pair in result.pairs:
            if pair.kind in OF_A_CLAIM.values():
                groups[pair.a.id].append(pair)
                groups[pair.b.id].append(pair)
        found.append(with_ordinals(find(Reach.CLAIM, (), result.pairs, desk)))
        assert _apart(Reach.CLAIM, groups.values(), desk) == found[-1]
    assert {finding.rule for findings in found for finding in findings} == {"N205"}


def test_the_kinds_of_checks_of_a_claim_are_those_that_they_look_at(results: list[Result]) -> None:
    for name, kind in OF_A_CLAIM.items():
        for result in results:
            of_kind = [pair for pair in result.pairs if pair.kind is kind]
            assert list(PAIR_CHECKS[name](of_kind)) == list(PAIR_CHECKS[name](result.pairs))
