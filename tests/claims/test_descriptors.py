"""Ranks and occupations beside names."""

from collections.abc import Callable

import pytest

from factcheck.claims.descriptors import descriptor_claims
from factcheck.language.analysis import Analysis

Analysed = Callable[[str], Analysis]


def told(analysis: Analysis) -> list[tuple[str, str | None, str]]:
    return [(claim.attribute, claim.value, claim.place.text) for claim in descriptor_claims(analysis)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pavel Sidorkin, a farmer, saw it.", ("occupation", "farmer", "farmer")),
        ("Pavel Sidorkin, a 62-year-old farmer from Ruse, saw it.", ("occupation", "farmer", "farmer")),
        ("Pavel Sidorkin, 62, a retired electrician, saw it.", ("occupation", "electrician", "electrician")),
        ("The retired electrician Pavel Sidorkin saw it.", ("occupation", "electrician", "electrician")),
        ("Pavel Sidorkin is a taxi driver in Ruse.", ("occupation", "driver", "taxi driver")),
        ("Sergeant Pavel Sidorkin saw it.", ("rank", "sergeant", "Sergeant")),
        ("He met Lt. Col. Pavel Sidorkin there.", ("rank", "colonel", "Lt. Col.")),
        ("He met Sergeant Major Pavel Sidorkin there.", ("rank", "sergeant", "Sergeant Major")),
        ("He met Major-General Pavel Sidorkin there.", ("rank", "general", "Major-General")),
        ("Pavel Sidorkin, an army officer, saw it.", ("rank", "commissioned officer", "army officer")),
    ],
)
def test_a_description_beside_a_name_is_a_claim(analysed: Analysed, text: str, expected: tuple[str, str, str]) -> None:
    assert told(analysed(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Pavel Sidorkin, a former farmer, saw it.",
        "The ex-farmer Pavel Sidorkin saw it.",
        "Pavel Sidorkin, a retired army colonel, saw it.",
        "Pavel Sidorkin, a farmer's son, saw it.",
        "Pavel Sidorkin, a teacher trainer, saw it.",
        "The team's captain Pavel Sidorkin saw it.",
        "Attorney General Pavel Sidorkin saw it.",
        "Secretary-General Pavel Sidorkin saw it.",
        "Sergeant Sidorkin saw it.",
        "Pavel Sidorkin met a farmer.",
        "They met Pavel Sidorkin, a farmer, a nurse and a baker.",
        "They met Pavel Sidorkin, a farmer, and a nurse.",
        '"Pavel Sidorkin, a farmer, saw it," Ana Zupan said.',
    ],
)
def test_other_times_other_persons_and_other_words_are_none(analysed: Analysed, text: str) -> None:
    assert told(analysed(text)) == []


def test_a_surname_takes_the_name_that_the_article_gives_in_full(analysed: Analysed) -> None:
    [claim] = descriptor_claims(analysed("Pavel Sidorkin saw it. Sidorkin, a farmer, called the fire brigade."))
    assert (claim.subjects, claim.keys) == (("pavel sidorkin",), ("descriptor:pavel sidorkin",))


def test_what_is_told_in_one_breath_or_of_a_career_is_marked(analysed: Analysed) -> None:
    [joint] = descriptor_claims(analysed("Pavel Sidorkin, a farmer and singer, saw it."))
    assert joint.scope == ("joint",)
    [changing] = descriptor_claims(analysed("Sergeant Pavel Sidorkin saw it. Pavel Sidorkin was promoted in May."))
    assert changing.scope == ("changing",)
