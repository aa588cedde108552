"""Intervals of written figures, their arithmetic, conversions, and how two figures relate."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.intervals import add, divide, multiply, percent_change, relation, subtract, widened
from factcheck.domain import Hedge, Interval, Quantity, QuantityKind, Verdict

SLACK = 1e-6
VALUES = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False)
POSITIVE = st.floats(min_value=0.5, max_value=1e6, allow_nan=False)


def percent(
    low: float, high: float | None = None, *, step: float = 1, hedge: Hedge = Hedge.EXACT, change: bool = False
) -> Quantity:
    return Quantity(QuantityKind.PERCENT, low, low if high is None else high, "percent", hedge, step, change=change)


def count(value: float, hedge: Hedge = Hedge.EXACT) -> Quantity:
    return Quantity(QuantityKind.COUNT, value, value, "ship", hedge)


def measure(value: float, unit: str, step: float = 1) -> Quantity:
    return Quantity(QuantityKind.MEASURE, value, value, unit, step=step)


def holds(interval: Interval, value: float) -> bool:
    slack = SLACK * max(1.0, abs(value))
    return (interval.low is None or interval.low - slack <= value) and (
        interval.high is None or value <= interval.high + slack
    )


@pytest.mark.parametrize(
    ("quantity", "low", "high"),
    [
        (percent(6.8, step=0.1), 6.75, 6.85),
        (count(40), 40, 40),
        (count(40, Hedge.ABOUT), 36, 44),
        (count(40, Hedge.ALMOST), 36, 40),
        (count(40, Hedge.MORE_THAN), 40, None),
        (count(40, Hedge.UP_TO), None, 40),
        (percent(5, 6, step=1), 4.5, 6.5),
        (percent(-3, step=0, hedge=Hedge.MORE_THAN, change=True), None, -3),
        (percent(-6, -5, step=0, hedge=Hedge.ALMOST, change=True), -6, -4.5),
    ],
)
def test_a_figure_stands_for_an_interval(quantity: Quantity, low: float | None, high: float | None) -> None:
    found = widened(quantity)
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


@given(VALUES, st.integers(min_value=-2, max_value=4))
def test_an_interval_contains_the_value_it_was_rounded_from(value: float, places: int) -> None:
    step = 10.0**places
    written = round(value / step) * step
    assert holds(widened(percent(written, step=step)), value)


@given(VALUES, VALUES, st.floats(0, 10), st.floats(0, 10), st.floats(0, 1), st.floats(0, 1))
def test_arithmetic_keeps_the_bounds(
    a: float, b: float, wide_a: float, wide_b: float, at_a: float, at_b: float
) -> None:
    first, second = Interval(a, a + wide_a), Interval(b, b + wide_b)
    x, y = a + wide_a * at_a, b + wide_b * at_b
    assert holds(add(first, second), x + y)
    assert holds(subtract(first, second), x - y)
    assert holds(multiply(first, second), x * y)
    if y != 0:
        assert holds(divide(first, second), x / y)


@given(POSITIVE, POSITIVE)
def test_a_change_in_percent_lies_within_that_of_the_rounded_figures(before: float, after: float) -> None:
    rounded = [widened(measure(round(value), "tonne")) for value in (before, after)]
    assert holds(percent_change(rounded[0], rounded[1]), (after / before - 1) * 100)


def test_a_change_from_nothing_is_unbounded() -> None:
    assert percent_change(Interval(0, 1), Interval(5, 5)) == Interval(None, None)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (percent(5), percent(5, hedge=Hedge.ABOUT), Verdict.AGREE),
        (percent(7), percent(6.8, step=0.1), Verdict.ROUNDING),
        (percent(6.9, step=0.1), percent(6.8, step=0.1), Verdict.CONFLICT),
        (percent(7), percent(8.6, step=0.1), Verdict.CONFLICT),
        (count(310), count(300, Hedge.MORE_THAN), Verdict.VAGUE),
        (count(250), count(300, Hedge.MORE_THAN), Verdict.CONFLICT),
        (percent(5, 6), percent(5.4, step=0.1), Verdict.VAGUE),
        (count(2), count(3), Verdict.CONFLICT),
    ],
)
def test_two_figures_relate(a: Quantity, b: Quantity, verdict: Verdict) -> None:
    assert relation(a, b) is verdict
    assert relation(b, a) is verdict


@given(POSITIVE)
def test_a_rounded_figure_never_conflicts_with_what_it_was_rounded_from(value: float) -> None:
    exact = percent(round(value, 2), step=0.01)
    coarse = percent(float(round(round(value, 2), 1)), step=0.1)
    assert relation(exact, coarse) in {Verdict.AGREE, Verdict.ROUNDING}
