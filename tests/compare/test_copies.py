"""What is found, and what is left alone, when two takes of one sentence differ."""

from collections.abc import Callable

import pytest

from factcheck.domain import Kind, Pair, Result, Verdict
from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rulebook import load_rulebook

TITLE = "Bus with pupils leaves road near Ostry"
MORE = "A crane from Ostry lifted the bus on to the road. The driver, Pavel Sedlak, was not hurt."


@pytest.fixture(scope="module")
def takes() -> Callable[..., Result]:
    settings = Settings(load_rulebook(known_checks=KNOWN_CHECKS))

    def check(one: str, other: str, *, day: str = "2025-10-02", title: str = TITLE) -> Result:
        return check_texts(
            [f"date 2025-10-02 {TITLE}\n\n{one} {MORE}", f"date {day} {title}\n\n{other} {MORE}"], settings
        )

    return check


def copied(result: Result) -> list[tuple[Verdict, str | None]]:
    return [(pair.verdict, pair.variant) for pair in result.pairs if pair.kind is Kind.SENTENCE]


SENTENCE = (
    "A bus with twenty pupils from {} left the road {} of the town of Ostry {} and slid into a field, police said."
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Hradek", "north", "early on Thursday"), ("Hradek", "south", "early on Thursday"), "direction"),
        (("Hradek", "north", "on 2 October"), ("Hradek", "north", "on 1 October"), "date"),
        (("Hradek", "north", "early on Thursday"), ("Hradek", "north", "early on Wednesday"), "weekday"),
        (("Hradek", "north", "early on Thursday"), ("Vinary", "north", "early on Thursday"), "name"),
    ],
)
def test_a_changed_static_fact_is_a_conflict(
    takes: Callable[..., Result], one: tuple[str, ...], other: tuple[str, ...], expected: str
) -> None:
    assert copied(takes(SENTENCE.format(*one), SENTENCE.format(*other))) == [(Verdict.CONFLICT, expected)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Hradek", "north", "early on Thursday"), ("Hradek", "north", "early on Thursday")),
        (("Hradek", "north", "early on Thursday"), ("Hradek", "northeast", "early on Thursday")),
    ],
)
def test_what_may_both_be_true_is_left_alone(
    takes: Callable[..., Result], one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert copied(takes(SENTENCE.format(*one), SENTENCE.format(*other))) == []


def test_numbers_and_rolling_weekdays_are_updates(takes: Callable[..., Result]) -> None:
    first = SENTENCE.format("Hradek", "north", "early on Thursday")
    assert copied(takes(first, first.replace("twenty", "thirty"))) == []
    assert copied(takes(first, first.replace("Thursday", "Friday"), day="2025-10-03")) == []


def test_a_correction_says_so(takes: Callable[..., Result]) -> None:
    first = SENTENCE.format("Hradek", "north", "early on Thursday")
    found = takes(first, first.replace("north", "south"), title=f"{TITLE} (corrects direction)")
    assert copied(found) == [(Verdict.CORRECTED, "direction")]
    assert not [finding for finding in found.findings if finding.rule == "A201"]


def test_a_name_with_a_letter_changed_is_a_spelling(takes: Callable[..., Result]) -> None:
    first = SENTENCE.format("Hradek", "north", "early on Thursday")
    (pair,) = [pair for pair in takes(first, first.replace("Hradek", "Hardek")).pairs if pair.kind is Kind.SENTENCE]
    assert (pair.verdict, _places(pair)) == (Verdict.SPELLING, ("Hradek", "Hardek"))


def _places(pair: Pair) -> tuple[str | None, str | None]:
    return pair.a_place.value, pair.b_place.value


def test_what_both_reports_know_is_no_conflict_but_in_takes_of_one_text() -> None:
    settings = Settings(load_rulebook(known_checks=KNOWN_CHECKS))
    first = f"date 2025-10-02 {TITLE}\n\n{SENTENCE.format('Hradek', 'north', 'early on Thursday')}"
    other = f"date 2025-10-02 {TITLE}\n\n{SENTENCE.format('Ostry', 'north', 'early on Thursday')}"
    retold = "The Ostry fire brigade pulled the bus with the pupils back on to the road with a crane before noon."
    assert copied(check_texts([f"{first} {retold}", other], settings)) == []
    assert copied(check_texts([f"{first} {MORE} {retold}", f"{other} {MORE} {retold}"], settings)) == [
        (Verdict.CONFLICT, "name")
    ]
