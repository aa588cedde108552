"""Figures converted between units, and every size that a word may have."""

import pytest

from factcheck.domain import Quantity, QuantityKind
from factcheck.lexicon import Lexicon
from factcheck.units import in_unit, readings


def measure(value: float, unit: str, *, change: bool = False) -> Quantity:
    return Quantity(QuantityKind.MEASURE, value, value, unit, step=1, change=change)


@pytest.mark.parametrize(
    ("quantity", "unit", "value"),
    [
        (measure(100, "kilometre"), "mile", 62.137),
        (measure(10, "hectare"), "square metre", 100000),
        (measure(35, "degree Celsius"), "degree Fahrenheit", 95),
        (measure(14, "degree Fahrenheit"), "degree Celsius", -10),
        (measure(10, "degree Celsius", change=True), "degree Fahrenheit", 18),
        (Quantity(QuantityKind.MONEY, 50, 50, "cent"), "USD", 0.5),
        (Quantity(QuantityKind.POINTS, 25, 25, "basis point"), "points", 0.25),
    ],
)
def test_units_convert(quantity: Quantity, unit: str, value: float) -> None:
    found = in_unit(quantity, unit, Lexicon())
    assert found is not None
    assert found.low == pytest.approx(value, rel=1e-4)
    assert found.unit == unit


def test_what_has_no_fixed_ratio_does_not_convert() -> None:
    assert in_unit(measure(5, "kilogram"), "mile", Lexicon()) is None
    assert in_unit(Quantity(QuantityKind.MONEY, 5, 5, "EUR"), "USD", Lexicon()) is None
    assert in_unit(Quantity(QuantityKind.COUNT, 5, 5), "mile", Lexicon()) is None


def test_a_word_of_several_sizes_has_as_many_readings() -> None:
    found = readings(measure(40, "mile"), "kilometre", Lexicon())
    assert [reading.low for reading in found] == pytest.approx([64.374, 74.08], rel=1e-4)


def test_degrees_are_read_as_a_level_and_as_a_difference() -> None:
    found = readings(measure(10, "degree Celsius"), "degree Fahrenheit", Lexicon())
    assert [reading.low for reading in found] == pytest.approx([50, 18])
