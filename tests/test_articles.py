"""What a desk would see over articles written for this test: every planted contradiction, and nothing else.

Each folder of tests/articles is checked as a whole. The traps in it (plans, deadlines, scores, share prices, old dates,
rising tolls, successions) must stay silent.
"""

from pathlib import Path

import pytest

from factcheck.domain import Result, Severity
from factcheck.pipeline import KNOWN_CHECKS, Settings, check
from factcheck.rulebook import load_rulebook

ARTICLES = Path(__file__).parent / "articles"
PLANTED: dict[str, set[tuple[str, str, str]]] = {
    "flood": {("D101", "error", "March 17"), ("D103", "error", "Tuesday, March 12, 2025")},
    "election": {
        ("N104", "error", "71 of the 64 seats"),
        ("N106", "error", "15 of 60 polling stations"),
        ("N103", "error", "three districts"),
    },
    "results": {
        ("N203", "error", "12 percent"),
        ("N101", "error", "20 percent"),
        ("N107", "error", "fell to 47 ships from 41"),
        ("N102", "error", "$7.5 billion"),
    },
    "summit": {("D201", "error", "May 4")},
    "quake": {
        ("D106", "error", "yesterday, 2 April"),
        ("D105", "error", "from 9 to 6 March"),
        ("D104", "error", "31 June"),
    },
    "trial": {("P101", "error", "Samuel Okon")},
    "cup": set(),
    "market": set(),
    "obituary": set(),
    "buses": {("Q201", "error", "20")},
    "ministers": set(),
    "ferry": set(),
    "census": {("A103", "error", "4 April")},
    "harbour": {("A104", "error", "13:35, 15-07-2025")},
}


def checked(folder: str) -> Result:
    return check([ARTICLES / folder], Settings(load_rulebook(known_checks=KNOWN_CHECKS), root=ARTICLES))


@pytest.mark.parametrize("folder", sorted(PLANTED))
def test_every_planted_contradiction_is_found_and_nothing_else(folder: str) -> None:
    findings = [finding for finding in checked(folder).findings if finding.severity is not Severity.NOTE]
    missing = {
        planted
        for planted in PLANTED[folder]
        if not any(
            finding.rule == planted[0]
            and finding.severity == planted[1]
            and (planted[2] in finding.primary.text or finding.primary.text in planted[2])
            for finding in findings
        )
    }
    surplus = [
        (finding.rule, finding.severity.value, finding.primary.text, finding.message)
        for finding in findings
        if not any(
            finding.rule == rule and (text in finding.primary.text or finding.primary.text in text)
            for rule, _, text in PLANTED[folder]
        )
    ]
    assert (missing, surplus) == (set(), [])


def test_every_folder_of_articles_is_checked() -> None:
    assert {folder.name for folder in ARTICLES.iterdir()} == set(PLANTED)


def test_a_succession_told_anywhere_explains_two_holders() -> None:
    verdicts = {pair.verdict for pair in checked("ministers").pairs if pair.kind == "office"}
    assert "explained" in verdicts
    assert "conflict" not in verdicts


def test_an_article_in_another_language_is_noted_and_makes_no_claims() -> None:
    result = checked("harbour")
    assert [finding.primary.path.endswith("spanish.txt") for finding in result.findings if finding.rule == "A106"] == [
        True
    ]
    assert not any(claim.place.path.endswith("spanish.txt") for claim in result.claims)
