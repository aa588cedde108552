"""Claims read from several figures of one sentence, with the role of each."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from factcheck.claims.calculations import calculation_claims
from factcheck.domain import Article, Claim
from factcheck.language.analysis import Analysis
from factcheck.language.english import analyse
from factcheck.language.quantities import quantity_mentions
from factcheck.lexicon import Lexicon

Claims = Callable[[str], list[Claim]]


@pytest.fixture(scope="module")
def claims(nlp: Language, lexicon: Lexicon) -> Claims:
    def find(text: str) -> list[Claim]:
        article = Article("a", "a", text)
        sentences = analyse(article, nlp, lexicon)
        mentions = quantity_mentions(article, sentences, [], lexicon)
        return list(calculation_claims(Analysis(article, tuple(sentences), tuple(mentions), lexicon)))

    return find


def roles(claim: Claim) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for operand in claim.operands:
        found.setdefault(operand.role, []).append(operand.place.text)
    return found


@pytest.mark.parametrize(
    ("text", "expected", "direction"),
    [
        (
            "Revenue rose from $200 million to $250 million, up 20%.",
            {"from": ["$200 million"], "to": ["$250 million"], "change": ["20%"], "verb": ["rose"]},
            "up",
        ),
        (
            "The order backlog fell to 47 ships from 41.",
            {"from": ["41"], "to": ["47 ships"], "verb": ["fell"]},
            "down",
        ),
        (
            "Net profit was 5.2 billion yen, up 20 percent from 4.0 billion yen.",
            {"from": ["4.0 billion yen"], "to": ["5.2 billion yen"], "change": ["20 percent"]},
            None,
        ),
        (
            "Ridership grew by 66 percent, from 300 to 500.",
            {"from": ["300"], "to": ["500"], "change": ["66 percent"], "verb": ["grew"]},
            "up",
        ),
    ],
)
def test_a_change_has_its_two_figures(
    claims: Claims, text: str, expected: dict[str, list[str]], direction: str | None
) -> None:
    (claim,) = claims(text)
    assert claim.attribute == "change"
    assert roles(claim) == expected
    assert claim.value == direction


def test_figures_of_two_units_make_no_change(claims: Claims) -> None:
    assert claims("Output went from 200 tonnes to $250 million.") == []


@pytest.mark.parametrize(
    ("text", "parts", "total"),
    [
        ("They sold 310 tonnes of coffee and 450 tonnes of cocoa, a total of 780 tonnes.", 2, "780 tonnes"),
        ("The storm killed 12 men, 7 women and 9 children, 28 people in all.", 3, "28 people"),
        ("A total of 60 people: 45 men and 15 women boarded.", 2, "60 people"),
    ],
)
def test_a_total_has_its_parts(claims: Claims, text: str, parts: int, total: str) -> None:
    (claim,) = [claim for claim in claims(text) if claim.attribute == "total"]
    assert len(roles(claim)["part"]) == parts
    assert roles(claim)["total"] == [total]


@pytest.mark.parametrize(
    "text",
    [
        "They sold 310 tonnes of coffee and 450 tonnes of cocoa. They sold 780 tonnes.",
        "They sold 780 tonnes in all, including 310 tonnes of coffee and 450 tonnes of cocoa.",
        "The storm killed 12 men and 7 women and others, 28 people in all.",
        "They sold 310 tonnes of coffee and 450 boxes of cocoa, a total of 780 tonnes.",
    ],
)
def test_open_or_unclosed_parts_make_no_total(claims: Claims, text: str) -> None:
    assert [claim for claim in claims(text) if claim.attribute == "total"] == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("It struck three provinces: Salta and Jujuy.", ["Salta", "Jujuy"]),
        ("He gave three reasons: cost, time and weather.", ["cost", "time", "weather"]),
        ("The tour stops in two towns, Geneva and Dresden, before it ends.", ["Geneva", "Dresden"]),
        (
            "The prize went to two writers - Ama Boateng, Lena Fischer and Hugo Reyes.",
            ["Ama Boateng", "Lena Fischer", "Hugo Reyes"],
        ),
    ],
)
def test_a_list_has_its_names(claims: Claims, text: str, items: list[str]) -> None:
    (claim,) = claims(text)
    assert claim.attribute == "list"
    assert roles(claim)["item"] == items


@pytest.mark.parametrize(
    "text",
    [
        "It struck three provinces, including Salta and Jujuy.",
        "It struck three provinces: Salta, Jujuy and two others.",
        "It struck three provinces, among them: Salta and Jujuy.",
        "He gave three reasons: cost, time and that it rained.",
        "It named two of them: Salta.",
    ],
)
def test_an_open_or_unclear_list_is_none(claims: Claims, text: str) -> None:
    assert claims(text) == []


def test_a_share_stands_beside_part_and_whole(claims: Claims) -> None:
    part, ratio = claims("Inspectors closed 15 of the 60 bakeries (30%).")
    assert (part.attribute, ratio.attribute) == ("part", "ratio")
    assert roles(ratio) == {"part": ["15"], "whole": ["60 bakeries"], "share": ["30%"]}


def test_a_table_of_figures_makes_no_claims(claims: Claims) -> None:
    assert claims("Rates: " + ", ".join(f"from {n} to {n + 1} percent" for n in range(3, 20)) + ".") == []
