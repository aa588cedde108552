"""Claims that written dates make about themselves."""

from collections.abc import Callable

import pytest

from factcheck.claims.dates import date_claims
from factcheck.language.analysis import Analysis


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("The court ruled on Thursday, 6 February 2025.", "weekday", "2025-02-06"),
        ("The fair ends on 31 June.", "impossible", "XXXX-06-31"),
        ("The fair runs from 6 to 9 May.", "range", "2025-05-06/2025-05-09"),
        ("A plan for 2025-2027 was adopted.", "range", "2025/2027"),
        ("The volcano erupted yesterday, 3 March.", "relative", "2025-03-03/2025-03-03"),
    ],
)
def test_a_written_date_makes_a_claim(
    text: str, attribute: str, value: str, analysed: Callable[[str], Analysis]
) -> None:
    claims = list(date_claims(analysed(f" date 2025-03-04 {text}")))
    assert [(claim.attribute, claim.value) for claim in claims] == [(attribute, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The court ruled on Thursday.",
        "The club won in the 1996-97 season.",
        "The deadline was moved from 9 February to 6 February.",
        "The fair runs from 30 to 2 May.",
        "Yesterday, 3 March and 4 March were holidays.",
        "Prices fell between May and July.",
        "The hosts won 3-1 in March.",
    ],
)
def test_no_claim(text: str, analysed: Callable[[str], Analysis]) -> None:
    assert list(date_claims(analysed(f" date 2025-03-04 {text}"))) == []
