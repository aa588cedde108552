from builders import holder, on, record

from factcheck.compare.offices import compare_holders
from factcheck.domain import Verdict


def judged(*claims, **days):
    records = {
        claim.place.article: record(claim.place.article, days.get(claim.place.article, "2025-03-03"))
        for claim in claims
    }
    return [judgement.verdict for _, _, judgement in compare_holders(claims, records)]


def test_two_holders_at_one_time_conflict() -> None:
    assert judged(holder("a", "ada bell"), holder("b", "bo lind")) == [Verdict.CONFLICT]


def test_one_holder_in_two_reports_agrees() -> None:
    assert judged(holder("a", "ada bell"), holder("b", "ada bell")) == [Verdict.AGREE]


def test_a_told_succession_between_the_reports_explains() -> None:
    began = holder("b", "bo lind", "aspect:began", when=on("2024-09-01", "2024-09-30"))
    claims = holder("a", "ada bell"), holder("b", "bo lind"), began
    assert judged(*claims, a="2024-07-15", b="2025-02-07") == [Verdict.EXPLAINED]


def test_a_succession_before_both_reports_does_not_explain() -> None:
    began = holder("b", "bo lind", "aspect:began", when=on("2019-09-01", "2019-09-30"))
    assert judged(holder("a", "ada bell"), holder("b", "bo lind"), began) == [Verdict.CONFLICT]


def test_reports_far_apart_are_an_update() -> None:
    assert judged(holder("a", "ada bell"), holder("b", "bo lind"), a="2021-07-15") == [Verdict.UPDATE]


def test_an_undated_report_says_nothing() -> None:
    assert judged(holder("a", "ada bell"), holder("b", "bo lind"), a=None) == []


def test_a_qualified_holder_and_a_surname_alone_are_no_second_holder() -> None:
    assert judged(holder("a", "ada bell"), holder("b", "bo lind", "qualifier:former")) == []
    assert judged(holder("a", "ada bell"), holder("b", "bell")) == []
