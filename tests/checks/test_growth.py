"""N109: the growth of a sum lies between that of its parts."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]

OUTSIDE = [
    "Exports grew 3 percent, imports 5 percent and trade turnover 9 percent.",
    "Fijian exports rose by 3%, imports by 5%, and turnover was up 9%.",
    "Exports fell 3 percent and imports 5 percent, while turnover dropped 9 percent.",
    "Trade turnover with Chad rose 9 percent, with exports up 3 percent and imports up 5 percent.",
    "Exports rose 3 percent to $4 billion and imports 5 percent to $5 billion. Total trade grew by 9 percent.",
    "Norway's exports reached 104.2% of last year's level. Imports rose by 5.1%, foreign trade by 9.3%.",
    "A 3 percent rise in exports met a 5 percent rise in imports. Trade rose 1 percent.",
    "Domestic sales rose 3 percent, exports 5 percent and sales 9 percent.",
    "Chad's exports grew by 3 percent last year and its imports by 5 percent; foreign trade grew by 9 percent.",
]
WITHIN = [
    "Exports were up 3 percent and imports up 5 percent, and turnover grew by 5.4 percent.",
    "Exports were up more than 3 percent and imports up 5 percent, and turnover grew by 9 percent.",
    "The trade deficit rose 9 percent as exports rose 3 percent and imports 5 percent.",
    "Exports rose 3 percent, imports rose 5 percent and turnover rose to 9 percent of output.",
    "Norway's exports reached 104.2% of last year's level, imports 105.1%, foreign trade 104.5%.",
    "Exports of cod rose 3 percent and imports 5 percent, while turnover grew by 9 percent.",
    "Car exports in May rose 3 percent and imports 5 percent, while turnover grew by 9 percent.",
    "Export prices rose 3 percent and imports 5 percent, while turnover grew by 9 percent.",
    "Exports rose 3 percent and imports 5 percent in volume terms, while turnover grew by 9 percent.",
    "Exports rose 3 percent and imports 5 percent. The bank paid 2 percent. Turnover grew by 9 percent.",
    "Chad's exports rose 3 percent and Fiji's imports 5 percent, while trade grew by 9 percent.",
    "Exports rose 3 percent on the month and imports 5 percent, while trade grew by 9 percent on the year.",
    "Exports rose 3 percent and imports 5 percent, and trade is expected to grow by 9 percent.",
    "Domestic sales rose 3 percent to 40,000 cars, exports 5 percent, while sales rose 9 percent to 4 million euros.",
    "Exports to Chad rose 3 percent and imports 5 percent, while trade grew by 9 percent.",
]


@pytest.mark.parametrize("text", OUTSIDE)
def test_a_sum_does_not_grow_more_than_all_its_parts(found: Found, text: str) -> None:
    assert len(found("N109", text)) == 1


@pytest.mark.parametrize("text", WITHIN)
def test_growth_of_other_things_or_within_rounding_is_silent(found: Found, text: str) -> None:
    assert found("N109", text) == []


def test_a_headline_is_no_part_of_the_sum(found: Found) -> None:
    text = "Exports up 3 percent\n\nImports rose 5 percent last year. Turnover was up 9 percent.\n"
    assert found("N109", f"date 2025-03-03\n\n{text}") == []
