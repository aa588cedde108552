"""Office claims: who holds what, and successions."""

from collections.abc import Callable

import pytest

from factcheck.claims.offices import office_claims
from factcheck.domain import Claim
from factcheck.language.analysis import Analysis


def _told(analysis: Analysis) -> list[tuple[str, str | None, str | None]]:
    """Return office, holder and aspect of the claims."""
    return [(claim.attribute, claim.value, _aspect(claim)) for claim in office_claims(analysis)]


def _aspect(claim: Claim) -> str | None:
    return next((item.partition(":")[2] for item in claim.scope if item.startswith("aspect:")), None)


def test_a_holder_with_jurisdiction_is_a_claim(analysed: Callable[[str], Analysis]) -> None:
    [claim] = office_claims(analysed("Kenyan President William Ruto spoke."))
    assert claim.subjects == ("william ruto",)
    assert claim.scope == ("jurisdiction:kenya",)
    assert claim.keys == ("office:head_of_state|kenya", "holder:william ruto")


def test_without_a_holder_there_is_no_claim(analysed: Callable[[str], Analysis]) -> None:
    assert _told(analysed("The president of Kenya spoke.")) == []


def test_without_a_jurisdiction_holders_meet_under_their_name_alone(analysed: Callable[[str], Analysis]) -> None:
    [claim] = office_claims(analysed("President Ruto left."))
    assert (claim.scope, claim.keys) == ((), ("holder:ruto|@article.txt",))


def test_the_offices_of_firms_and_of_other_times_are_no_posts(analysed: Callable[[str], Analysis]) -> None:
    claims = office_claims(analysed("Former President Daniel Moi met Nokia chief executive Pekka Lund."))
    assert [key for claim in claims for key in claim.keys if key.startswith("holder:")] == []


def test_offices_given_in_one_breath_are_joint(analysed: Callable[[str], Analysis]) -> None:
    [claim] = office_claims(analysed("Deputy Prime Minister and Finance Minister Ada Bell spoke."))
    assert "joint" in claim.scope


def test_a_qualifier_stands_in_the_scope(analysed: Callable[[str], Analysis]) -> None:
    [claim] = office_claims(analysed("Former Kenyan President Daniel Moi spoke."))
    assert claim.scope == ("jurisdiction:kenya", "qualifier:former")


def test_he_became_the_head_of_the_region(analysed: Callable[[str], Analysis]) -> None:
    text = "The head of Tatarstan Rustam Minnikhanov came. He became the head of the region in March 2010."
    *_, claim = office_claims(analysed(text))
    assert claim.value == "rustam minnikhanov"
    assert claim.scope == ("jurisdiction:tatarstan", "aspect:began")
    assert claim.when is not None
    assert claim.when.days is not None
    assert (claim.when.days.first.year, claim.when.days.first.month) == (2010, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Olaf Berg was appointed prime minister of Norway in 2021.", [("head_of_government", "olaf berg", "began")]),
        ("Parliament appointed Anna Berg prime minister of Norway.", [("head_of_government", "anna berg", "began")]),
        (
            "Olaf Berg succeeded Anna Dahl as mayor of Oslo.",
            [("mayor", "olaf berg", "began"), ("mayor", "anna dahl", "ended")],
        ),
        ("Olaf Berg resigned as mayor of Oslo on Monday.", [("mayor", "olaf berg", "ended")]),
        ("Olaf Berg will become mayor of Oslo.", []),
        ("Olaf Berg was not elected mayor of Oslo.", []),
    ],
)
def test_successions(text: str, expected: list[tuple[str, str, str]], analysed: Callable[[str], Analysis]) -> None:
    assert _told(analysed(text)) == expected


def test_who_leaves_leaves_the_office_that_the_article_gives(analysed: Callable[[str], Analysis]) -> None:
    found = _told(analysed("Acting Governor of Oryol Oblast Ivan Petrov fell ill. He was replaced by Oleg Sidorov."))
    assert found[1:] == [("regional_head", "oleg sidorov", "began"), ("regional_head", "ivan petrov", "ended")]
