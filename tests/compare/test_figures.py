import pytest
from builders import figure, on, record

pytest.importorskip("factcheck.compare.intervals")

from factcheck.compare.figures import compare_figures
from factcheck.domain import Hedge, Kind, QuantityKind, Verdict

A, B = record("a"), record("b")
YEAR = on("2024-01-01", "2024-12-31", form="year")


def judged(a, b, record_a=A, record_b=A):
    judgement = compare_figures(a, b, record_a, record_b)
    return judgement and (judgement.verdict, judgement.variant)


def test_two_values_in_one_frame_conflict_within_an_article() -> None:
    assert judged(figure("a", 6.8), figure("a", 8.6)) == (Verdict.CONFLICT, "within")


def test_swapped_digits_and_factors_are_hinted_at() -> None:
    assert "digits swapped" in compare_figures(figure("a", 6.8), figure("a", 8.6), A, A).why
    assert "factor 1,000" in compare_figures(figure("a", 1.2), figure("a", 1200), A, A).why


def test_across_articles_the_period_must_be_known() -> None:
    assert judged(figure("a", 6), figure("b", 9), A, B) is None
    assert judged(figure("a", 6, when=YEAR), figure("b", 9, when=YEAR), A, B) == (Verdict.CONFLICT, "across")


def test_one_value_agrees_and_a_rounded_one_is_a_rounding() -> None:
    assert judged(figure("a", 6), figure("a", 6)) == (Verdict.AGREE, None)
    assert judged(figure("a", 6), figure("a", 6.2, detail={"step": 0.1})) == (Verdict.ROUNDING, None)


@pytest.mark.parametrize(
    "other",
    [
        {"subjects": ("oslo",)},
        {"scope": ("verb:fall",)},
        {"scope": ("verb:rise", "modifier:other", "open")},
        {"scope": ("verb:rise", "crowded")},
        {"detail": {"change": True}},
        {"detail": {"hedge": Hedge.ABOUT, "step": 10.0}},
        {"detail": {"unit": "points"}},
        {"when": YEAR},
        {"speaker": "ada bell"},
        {"attribute": "exports"},
    ],
)
def test_any_difference_of_the_frames_is_silent(other: dict) -> None:
    assert judged(figure("a", 6), figure("a", 60, **other)) is None


def test_a_headline_is_held_against_the_only_figure_of_the_body() -> None:
    title = figure("a", 12, in_title=True, subjects=(), scope=("verb:rise", "untold"))
    assert judged(title, figure("a", 1.2, scope=("verb:rise", "only"))) == (Verdict.CONFLICT, "headline")
    assert judged(title, figure("a", 1.2)) is None
    told = figure("a", 12, in_title=True, subjects=())
    assert judged(told, figure("a", 1.2, scope=("verb:rise", "only"))) is None


def test_a_stated_count_agrees_with_the_holders_named_and_never_conflicts_with_them() -> None:
    count = {
        "kind": Kind.COUNT,
        "attribute": "governor",
        "detail": {"kind": QuantityKind.COUNT, "unit": "governor", "step": 0},
    }
    named = {
        "kind": Kind.COUNT,
        "attribute": "regional_head",
        "scope": ("named",),
        "detail": {"kind": QuantityKind.COUNT, "unit": "regional_head", "step": 0},
    }
    assert judged(figure("a", 2, **count), figure("a", 2, **named)) == (Verdict.AGREE, None)
    assert judged(figure("a", 3, **count), figure("a", 2, **named)) is None


def test_two_people_who_give_two_figures_are_told_apart() -> None:
    one, other = figure("a", 6, speaker="ada bell"), figure("a", 60, speaker="jan kos")
    assert judged(one, other) == (Verdict.ATTRIBUTED, None)
    assert judged(one, figure("a", 60)) is None


def test_a_figure_without_a_period_is_of_its_own_event() -> None:
    assert judged(figure("a", 6), figure("b", 6), A, B) is None
