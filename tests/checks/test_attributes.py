"""One figure given to two measures of one owner, or a lead told as a share (N206)."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]
TAIL = "weeks before the vote in Ruritania, where Harmony and Concord stand too."
LEAD = f"date 2025-03-04 A Delta survey claimed Unity's lead had fallen to just six percent, {TAIL}"


def report(sentence: str) -> str:
    return f"date 2025-03-03 {sentence}, {TAIL}"


@pytest.mark.parametrize(
    "sentence",
    [
        "A Delta survey claimed a fall in support for Unity to just six percent",
        "A Delta survey claimed that support for the ruling Unity had dropped to six percent",
        "A Delta survey claimed Unity's support had fallen to six percent",
        "A Delta survey claimed Unity support was cut to only six percent",
    ],
)
def test_a_figure_of_two_measures_is_found_across_reports(found: Found, sentence: str) -> None:
    assert [path for path, _ in found("N206", report(sentence), LEAD)] == ["a.txt"]


@pytest.mark.parametrize(
    "sentence",
    [
        "A Delta survey claimed Unity's lead had dropped to six percent",
        "A Delta survey claimed support for Unity had fallen to 44 percent",
        "A Delta survey claimed support for Unity had risen to six percent",
        "A Delta survey claimed support for Concord had fallen to six percent",
        "A Delta survey claimed support had fallen to six percent for Unity",
        "Unity's lead fell to six percent and support for Unity fell to six percent",
    ],
)
def test_other_owners_ways_and_figures_are_silent(found: Found, sentence: str) -> None:
    assert found("N206", report(sentence), LEAD) == []


def test_reports_of_two_events_are_silent(found: Found) -> None:
    older = report("A Delta survey claimed a fall in support for Unity to six percent").replace("2025-03", "2024-11")
    assert found("N206", older, LEAD) == []


def test_a_lead_told_as_a_share_is_found_within_an_article(found: Found) -> None:
    first = "A survey suggested a fall in support for Unity to six percent."
    second = "Unity support fell three points to 44 percent. Harmony was on 38 percent."
    assert found("N206", f"{first}\n\n{second}") == [("a.txt", "support for Unity to six percent")]
    assert found("N206", f"{first}\n\n{second.replace('38', '31')}") == []
    assert found("N206", f"{first.replace('support for', 'the lead of')}\n\n{second}") == []
