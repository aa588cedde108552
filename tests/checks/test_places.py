"""P205: one place in two parts of its country."""

import pytest

from factcheck.domain import Finding
from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rulebook import load_rulebook

NORTH = [
    "the northern city of Kano",
    "the northern Nigerian city of Kano",
    "northern Nigeria's Kano",
    "north Nigeria's Kano",
    "Kano in northern Nigeria",
    "Kano, northern Nigeria",
    "Kano, in northern Nigeria",
    "Kano, in the north of Nigeria",
    "Kano, a northern city",
    "the northern trading city of Kano in Nigeria",
]
TRAPS = [
    ("the northern city of Kano", "the north-eastern city of Kano"),
    ("the northern city of Kano", "the central city of Kano"),
    ("the northern city of Kano", "the south of Kano"),
    ("the northern city of Kano", "southern Kano"),
    ("the northern city of Kano", "the southern state of Kano"),
    ("the northern city of Kano", "Kano, southern Ghana"),
    ("the northern city of Kano", "Kano in southern Niger"),
    ("the northern city of Kano", "Kano, as far south as the city of Kano"),
    ("the northern city of Kano", "Kano, south of Katsina"),
    ("the northern city of Kano", "Kano, southern Nigeria and Benin"),
    ("the northern city of Kano", "Kano in northern and southern Nigeria"),
    ("the Benue River in northern Nigeria", "the Benue River in southern Nigeria"),
    ("North Kivu in eastern Congo", "North Kivu in western Congo"),
    ("Minsk in eastern Europe", "Minsk in western Europe"),
]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(load_rulebook(select=["P205"], known_checks=KNOWN_CHECKS))


def found(settings: Settings, one: str, other: str) -> list[Finding]:
    text = f"date 2025-03-03 A storm tore roofs from schools in {one}. Rescuers are now working in {other}."
    return list(check_texts([text], settings).findings)


@pytest.mark.parametrize("where", NORTH)
def test_a_place_said_to_lie_in_the_north_does_not_lie_in_the_south(where: str, settings: Settings) -> None:
    (finding,) = found(settings, where, "the southern city of Kano")
    assert finding.message.startswith("Kano lies in two parts of the map")


@pytest.mark.parametrize("where", NORTH)
def test_one_direction_in_other_words_is_silent(where: str, settings: Settings) -> None:
    assert found(settings, where, "the northern city of Kano") == []


@pytest.mark.parametrize(("one", "other"), TRAPS)
def test_what_may_be_another_place_or_a_part_of_it_is_silent(one: str, other: str, settings: Settings) -> None:
    assert found(settings, one, other) == []


def test_a_place_does_not_move_between_two_years(settings: Settings) -> None:
    texts = (
        "date 2025-03-03 Farmers blocked a road near the western Polish town of {}.",
        "date 2021-07-20 The choir of {}, eastern Poland, won a prize.",
    )
    (finding,) = check_texts([text.format("Poznan") for text in texts], settings).findings
    assert finding.severity == "warning"
    assert check_texts([text.format("Nowa Wies") for text in texts], settings).findings == ()
