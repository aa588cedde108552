"""Which figures of a headline the text below it has nowhere."""

from collections.abc import Callable

import pytest

from factcheck.claims.extract import extract


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Survey of 38,000 bakers", "They asked 38,214 bakers in May. A union of 21 bakers disagreed."),
        ("Last of 42 turbines put up", "The 42nd turbine was put up on Friday. Thirty turbines run already."),
        (
            "Cargo up 14.3 percent",
            "Cargo stood at 114.3 percent of last year's level. Coal cargo rose 9 percent.",
        ),
        ("Union names 26 men", "It named 17 drivers and nine guards. The first list had 31 men."),
        ("Five prizes for the Ledger", "The Ledger took five of its nine nominations. In all, 16 prizes were given."),
        ("Bank's profit up 15 percent", "It earned 48.3 million euros, against 42.0 million a year ago."),
        ("Two dead in fire", "A baker and his son died, and 25 people were hurt."),
        ("Strike enters day 12", "The strike has lasted 12 days. A strike of 21 days had gone before."),
    ],
)
def test_a_figure_that_the_text_tells_in_any_form_is_told(title: str, text: str, analysed: Callable) -> None:
    assert _untold(title, text, analysed) == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Survey of 38,000 bakers", "They asked 83,214 bakers in May."),
        ("Survey of 38,000 bakers", "They asked 30,214 bakers in May."),
        ("Cargo up 14.3 percent", "Cargo rose 41.3 percent."),
        ("Union names 26 men", "It named 17 drivers and eight guards."),
        ("Bank's profit up 51 percent", "It earned 48.3 million euros, against 42.0 million a year ago."),
        ("Loan of $3.2 million", "The bank lent $3.2 billion."),
        ("Union names 12 men", "On March 12 it named 21 drivers."),
    ],
)
def test_another_figure_leaves_the_headline_alone(title: str, text: str, analysed: Callable) -> None:
    assert len(_untold(title, text, analysed)) == 1


def _untold(title: str, text: str, analysed: Callable) -> list[str]:
    claims = extract(analysed(f"date 2025-03-03 {title}\n\n{text}"))
    return sorted({claim.place.text for claim in claims if "untold" in claim.scope})
