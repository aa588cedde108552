"""The offices that one person is given."""

from dataclasses import replace

import pytest
from builders import holder, record

from factcheck.compare.posts import compare_posts
from factcheck.domain import Claim, Verdict
from factcheck.lexicon import Lexicon


def post(article: str, office: str, *scope: str) -> Claim:
    return replace(holder(article, "ada bell"), attribute=office, scope=scope)


def judged(lexicon: Lexicon, *claims: Claim, **days: str | None) -> list[Verdict]:
    names = {claim.place.article for claim in claims}
    records = {name: record(name, days.get(name, "2025-03-03")) for name in names}
    return [judgement.verdict for _, _, judgement in compare_posts(claims, records, lexicon)]


FINANCE, HEALTH = "finance_minister", "health_minister"


def test_two_offices_of_one_person_conflict_once(lexicon: Lexicon) -> None:
    assert judged(lexicon, post("a", FINANCE), post("a", HEALTH), post("a", FINANCE)) == [Verdict.CONFLICT]
    assert judged(lexicon, post("a", FINANCE), post("b", HEALTH), b="2025-03-05") == [Verdict.CONFLICT]


def test_an_office_and_its_deputy_conflict(lexicon: Lexicon) -> None:
    assert judged(lexicon, post("a", FINANCE, "qualifier:deputy"), post("a", FINANCE)) == [Verdict.CONFLICT]


@pytest.mark.parametrize(
    "other",
    [
        post("a", FINANCE),
        post("a", "minister"),
        post("a", FINANCE, "qualifier:acting"),
        post("a", HEALTH, "joint"),
        post("a", HEALTH, "aspect:began"),
    ],
)
def test_one_office_in_other_words_two_in_one_breath_or_a_change_is_silent(lexicon: Lexicon, other: Claim) -> None:
    assert judged(lexicon, post("a", FINANCE), other) == []


def test_other_countries_and_other_weeks_are_silent(lexicon: Lexicon) -> None:
    ours, theirs = post("a", FINANCE, "jurisdiction:chad"), post("b", HEALTH, "jurisdiction:fiji")
    assert judged(lexicon, ours, theirs) == []
    assert judged(lexicon, post("a", FINANCE), post("b", HEALTH), b="2025-03-13") == []
    assert judged(lexicon, post("a", FINANCE), post("b", HEALTH), b=None) == []
