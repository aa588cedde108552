"""Two ages of one person, from texts (N201)."""

import pytest

BESIDE = "\n\nThe jury of five met in Arden for an hour before the prizes were given.\n\n"

TWO_AGES = [
    ("Marta Lind, 54, won first prize.", "The carpet by Marta Lind, 45, has 2,000 knots."),
    ("First prize went to 54-year-old Marta Lind.", "Marta Lind, 57, thanked the jury."),
    ("Marta Lind, aged 54, won first prize.", "PICTURE: Marta Lind, 51, with her carpet."),
]
SILENT = [
    ("Marta Lind, 54, won first prize.", "The carpet by Marta Lind, 55, has 2,000 knots."),
    ("Marta Lind, 54, won first prize.", "The carpet by Martin Lind, 45, has 2,000 knots."),
    ("Marta Lind, 54, won first prize.", "Second came her niece Marta Lind, 29, of Tarn."),
    ("Marta Lind, 54, won first prize.", "In 1990 Marta Lind, 19, had come second."),
    ("Marta Lind, 54, won first prize.", "Her husband was proud of Marta Lind, 12 carpets and all."),
    ("Marta Lind, 54, won first prize.", '"It was Marta Lind, 45, I think, who won," a neighbour said.'),
]


@pytest.mark.parametrize(("here", "there"), TWO_AGES)
def test_two_ages_of_one_person_are_a_conflict(found, here, there):
    assert len(found("N201", f"{here}{BESIDE}{there}")) == 1


@pytest.mark.parametrize(("here", "there"), SILENT)
def test_a_birthday_a_namesake_and_another_year_are_silent(found, here, there):
    assert found("N201", f"{here}{BESIDE}{there}") == []


def test_reports_of_one_event_give_one_age(found):
    here = (
        "Carpet prize of Arden\n\nMarta Lind, 54, won the carpet prize of Arden on Sunday with 2,000 knots of red wool."
    )
    there = "Red carpet wins in Arden\n\nThe carpet prize of Arden went to {} for 2,000 knots of red wool on Sunday."
    assert len(found("N201", here, there.format("Marta Lind, 45,"))) == 1
    assert found("N201", here, there.format("Marta Lind, 54,")) == []
    other = (
        "Holm reach cup final\n\nHolm beat Tarn United by two goals to one in the last minute of the semi-final.\n\n"
        "Marta Lind, 45, the oldest referee of the league, gave a penalty that the goalkeeper of Holm saved."
    )
    assert found("N201", here, other) == []
