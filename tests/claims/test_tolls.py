"""Tolls of days against the toll since the beginning, and seats shared out: totals over several sentences (N102)."""

from collections.abc import Callable

import pytest

from factcheck.domain import Finding
from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rulebook import load_rulebook

Check = Callable[[str], list[Finding]]
SEATS = (
    "date 2025-05-20 {} was held on Sunday and the Farmers' Party won {} seats, the board said. The Liberals won {}{}."
)
TOLL = (
    "date 2025-03-07 Police said that {} people were killed on Wednesday, and that the toll since the beginning of the "
    "unrest rose to {}. Doctors said that {} people were killed on Thursday{}."
)


@pytest.fixture(scope="module")
def check() -> Check:
    settings = Settings(load_rulebook(known_checks=KNOWN_CHECKS))
    return lambda text: [finding for finding in check_texts([text], settings).findings if finding.rule == "N102"]


@pytest.mark.parametrize(
    "text",
    [
        SEATS.format("The run-off for 90 seats", 40, 22, ", the Greens took 18 and independents won eleven"),
        SEATS.format("The vote on the last 30 seats", 14, 9, " and independents secured six"),
        TOLL.format("seven", 15, "nine", ""),
        TOLL.format("seven", 15, "at least nine", ""),
        TOLL.format("three", 12, "four", " in the capital").replace("rose to 12", "rose to 6"),
    ],
)
def test_a_total_that_its_parts_exceed_or_miss_is_found(check: Check, text: str) -> None:
    (finding,) = check(text)
    assert len(finding.related) >= 2


@pytest.mark.parametrize(
    "text",
    [
        SEATS.format("The run-off for 90 seats", 40, 22, ", the Greens took 18 and independents won ten"),
        SEATS.format("The run-off for 90 seats", 40, 22, " and the Greens took 18"),
        SEATS.format("The run-off for 90 seats", 40, 22, ", the Greens took 18 and independents won about eleven"),
        SEATS.format("The run-off for 90 seats", 40, 22, ", the Greens, which had 30 before, and independents won 11"),
        TOLL.format("seven", 16, "nine", ""),
        TOLL.format("seven", 15, "nine", "").replace("Wednesday, and that the toll", "Monday. The army said the toll"),
        TOLL.format("seven", 15, "nine", "").replace("rose to 15", "rose to more than 15"),
        TOLL.format("seven", 15, "nine", "").replace("nine people were killed on", "nine people were wounded on"),
    ],
)
def test_what_may_add_up_is_silent(check: Check, text: str) -> None:
    assert check(text) == []
