"""N103: lists whose items semicolons divide, against the number told in or before their sentence."""

import pytest

from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rulebook import load_rulebook

LIST = "Ama Boateng, a baker from Accra; Lena Fischer, 34; the potter Hugo Reyes; and Ida Moe, who retired in May."
FIRING = [
    f"The five winners are {LIST}",
    f"The six finalists this year are {LIST}",
    f"The jury named five poets. They are {LIST}",
    f"The king appointed three people to a panel. It meets in May. Its members are {LIST}",
    f"The jury named five poets. They are as follows: {LIST}",
]
SILENT = [
    f"The four winners are {LIST}",
    f"The jury named four poets. They are {LIST}",
    f"The jury named five poets from three towns. They are {LIST}",
    f"The jury named five poets, four of them women. They are {LIST}",
    f"The jury named about five poets. They are {LIST}",
    f"The king appointed four people to a panel. It meets in May. Its members are {LIST}",
    f"The king appointed five people to a panel, which Eva Roth will chair. Its members are {LIST}",
    f"The king appointed five people to a panel. Eva Roth will be in the chair. Its other members are {LIST}",
    "The jury named five poets. They are Ama and Kofi Boateng; Lena Fischer; Hugo Reyes; and Ida Moe.",
    "The jury named five poets. They are among others Ama Boateng; Lena Fischer; Hugo Reyes; and Ida Moe.",
    "The jury named five poets. They are tired; Lena Fischer sleeps; and Ida Moe has left.",
    f'The jury named five poets. "They are {LIST}"',
]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(load_rulebook(select=["N103"], known_checks=KNOWN_CHECKS))


@pytest.mark.parametrize("text", FIRING)
def test_a_list_that_is_not_as_long_as_told_is_found(text: str, settings: Settings) -> None:
    (finding,) = check_texts([f"date 2025-03-03 {text}"], settings).findings
    assert len(finding.related) == 4


@pytest.mark.parametrize("text", SILENT)
def test_it_is_silent(text: str, settings: Settings) -> None:
    assert check_texts([f"date 2025-03-03 {text}"], settings).findings == ()
