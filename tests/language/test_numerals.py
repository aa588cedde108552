"""Numbers in words and digits, with the worth of their last written digit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.numerals import Numeral, number_words, numerals
from factcheck.language.pieces import pieces
from factcheck.lexicon import Lexicon

WORDS = number_words(Lexicon())
ONES = [word for word, _ in sorted(WORDS.ones.items(), key=lambda item: item[1])]
TENS = ["", "", *(word for word, _ in sorted(WORDS.tens.items(), key=lambda item: item[1]))]


def read(text: str) -> list[Numeral]:
    return list(numerals(pieces(text), WORDS))


def values(text: str) -> list[float]:
    return [number.low for number in read(text)]


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("6.8", 6.8, 0.1),
        ("1.2 million", 1.2e6, 1e5),
        ("2 million 56 thousand", 2_056_000, 1000),
        ("1 crore 40 lakh", 1.4e7, 1e5),
        ("18 billion", 18e9, 1e9),
        ("1.13bn", 1.13e9, 1e7),
        ("1,500", 1500, 1),
        ("12,34,567", 1234567, 1),
        ("twenty-four", 24, 1),
        ("a hundred and five", 105, 1),
        ("two hundred thousand", 200000, 100000),
        ("one hundred twenty thousand three hundred and one", 120301, 1),
        ("half a million", 5e5, 5e5),
        ("two dozen", 24, 12),
        ("271-million", 271e6, 1e6),
        ("2 1/2", 2.5, 0.5),
        ("2½", 2.5, 0.125),
        ("3-1/2", 3.5, 0.5),
    ],
)
def test_a_number_is_read_with_its_step(text: str, value: float, step: float) -> None:
    (number,) = read(text)
    assert (number.low, number.high) == (pytest.approx(value), pytest.approx(value))
    assert number.step == pytest.approx(step)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 12, 100),
        ("hundreds of thousands", 1e5, 1e6),
        ("several hundred", 200, 900),
        ("a few dozen", 24, 72),
    ],
)
def test_a_round_number_is_a_range(text: str, low: float, high: float) -> None:
    (number,) = read(text)
    assert (number.low, number.high, number.round) == (low, high, True)


def test_separate_numbers_stay_apart() -> None:
    assert values("two, three hundred") == [2, 300]
    assert values("one million and two hundred thousand") == [1e6, 2e5]
    assert values("2 million 56") == [2e6, 56]
    assert values("56 thousand 2 million") == [56_000, 2e6]
    assert values("1.2 million 56 thousand") == [1.2e6, 56_000]
    assert values("twenty one and two") == [21, 2]


@pytest.mark.parametrize("text", ["1.500.000", "10,5", "2.0.1", "1" * 40])
def test_what_is_no_single_figure_is_not_read(text: str) -> None:
    assert values(text) == []


@given(st.integers(min_value=0, max_value=999_999_999))
def test_a_number_with_separators_is_read_back(value: int) -> None:
    assert values(f"{value:,}") == [value]


def spelled(value: int) -> str:
    if value < 20:
        return ONES[value]
    if value < 100:
        tail = f"-{ONES[value % 10]}" if value % 10 else ""
        return TENS[value // 10] + tail
    for scale, word in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= scale:
            rest = f" {spelled(value % scale)}" if value % scale else ""
            return f"{spelled(value // scale)} {word}{rest}"
    raise AssertionError(value)


@given(st.integers(min_value=0, max_value=999_999_999))
def test_a_number_in_words_is_read_back(value: int) -> None:
    assert values(spelled(value)) == [value]


@pytest.mark.parametrize("line", ["7" * 100_000, "1," * 50_000, "hundred " * 12_000, "- " * 50_000, "½" * 100_000])
def test_a_hostile_line_is_read_in_one_pass(line: str) -> None:
    found = read(line)
    assert sum(number.last - number.first for number in found) <= len(pieces(line).words)
