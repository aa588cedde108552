import pytest
from builders import event, on, record

from factcheck.compare.times import compare_events
from factcheck.domain import Modality, Verdict

A, B = record("a"), record("b")


def judged(a, b, record_a=A, record_b=B):
    judgement = compare_events(a, b, record_a, record_b)
    return judgement and (judgement.verdict, judgement.variant)


def test_two_days_for_one_signing_conflict() -> None:
    assert judged(event("a", on("2025-02-04")), event("b", on("2025-02-05"))) == (Verdict.CONFLICT, "explicit")


def test_one_day_agrees() -> None:
    assert judged(event("a", on("2025-02-04")), event("b", on("2025-02-04"))) == (Verdict.AGREE, None)


def test_a_week_that_holds_the_day_is_compatible() -> None:
    assert judged(event("a", on("2025-02-03", "2025-02-09")), event("b", on("2025-02-04"))) == (Verdict.VAGUE, None)


def test_reports_of_two_known_sources_only_differ() -> None:
    records = record("a", source="AAA"), record("b", source="BBB")
    assert judged(event("a", on("2025-02-04")), event("b", on("2025-02-05")), *records) == (Verdict.CONFLICT, "sources")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({"subjects": ("bo lind",)}, {}),
        ({"scope": ("adverbial", "object:budget")}, {}),
        ({"scope": ("object:accord",)}, {}),
        ({"scope": ("adverbial", "object:accord", "recurs")}, {}),
        ({"scope": ("adverbial", "object:accord", "quoted")}, {}),
        ({"modality": Modality.PLANNED}, {}),
        ({"affirmed": False}, {}),
        ({"attribute": "arrest"}, {}),
    ],
)
def test_what_may_be_two_events_is_silent(a: dict, b: dict) -> None:
    assert judged(event("a", on("2025-02-04"), **a), event("b", on("2025-02-05"), **b)) is None


def test_a_date_that_both_articles_know_is_no_conflict() -> None:
    records = record("a", values=frozenset({"2025-02-05"})), B
    assert judged(event("a", on("2025-02-04")), event("b", on("2025-02-05")), *records) is None


def test_a_relative_day_is_no_conflict() -> None:
    assert judged(event("a", on("2025-02-04", explicit=False)), event("b", on("2025-02-05"))) is None


def test_years_apart_are_two_events_unless_the_day_is_the_same() -> None:
    assert judged(event("a", on("2019-06-04")), event("b", on("2025-02-05"))) is None
    assert judged(event("a", on("2019-02-05")), event("b", on("2025-02-05"))) == (Verdict.CONFLICT, "explicit")
