"""Places as editors count them."""

import pytest

pytest.importorskip("pygls", reason="the extra lsp is not installed")

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from factcheck.domain import Location
from factcheck.editor.positions import page, range_in
from factcheck.readers.lines import line_starts

UNITS = types.PositionEncodingKind
TEXT = "a\U0001f58ab é\r\nsecond\rthird\x0c\u2028still\nlast"


def _at(line: int, character: int) -> types.Position:
    return types.Position(line, character)


@pytest.mark.parametrize(
    ("encoding", "character"),
    [(UNITS.Utf8, 5), (UNITS.Utf16, 3), (UNITS.Utf32, 2), ("utf-16", 3), ("utf-8", 5)],
)
def test_an_astral_character_has_as_many_units_as_were_agreed_on(encoding: str, character: int) -> None:
    found = page(TEXT, encoding)
    assert found.position(1, 3) == _at(0, character)
    assert found.place(_at(0, character)) == (1, 3)


def test_a_position_inside_a_character_is_that_character() -> None:
    assert page(TEXT).place(_at(0, 2)) == (1, 2)
    assert page(TEXT, UNITS.Utf8).place(_at(0, 3)) == (1, 2)


def test_lines_end_as_the_protocol_says() -> None:
    found = page(TEXT)
    assert found.position(2, 1) == _at(1, 0)
    assert found.position(3, 8) == _at(2, 7)
    assert found.place(_at(2, 8)) == (3, 9)
    assert found.end() == _at(3, 4)
    assert page("one\r\n").end() == _at(1, 0)


def test_places_beyond_the_text_are_its_nearest() -> None:
    found = page("one\r\ntwo")
    assert found.position(1, 99) == _at(0, 3)
    assert found.position(9, 1) == _at(1, 3)
    assert found.place(_at(0, 99)) == (1, 4)
    assert found.place(_at(9, 0)) == (2, 1)


def test_a_byte_order_mark_is_the_editors_alone() -> None:
    found = page("\ufeffone\ntwo")
    assert found.position(1, 1) == _at(0, 1)
    assert found.place(_at(0, 0)) == found.place(_at(0, 1)) == (1, 1)
    assert found.position(2, 1) == _at(1, 0)


def test_a_place_in_a_file_that_is_gone_counts_characters() -> None:
    place = Location("a.txt", "a.txt", 4, 7, 2, 1, 2, 4, "two")
    expected = types.Range(_at(1, 0), _at(1, 3))
    assert range_in(place, lambda _: None) == range_in(place, lambda _: page("one\ntwo")) == expected


@given(
    st.text(st.sampled_from("ab\u00e9\u4e2d\U0001f58a\r\n\x0c\u2028"), max_size=30),
    st.sampled_from([UNITS.Utf8, UNITS.Utf16, UNITS.Utf32]),
)
def test_every_place_is_found_again(text: str, encoding: str) -> None:
    found = page(text, encoding)
    for line, start in enumerate(line_starts(text), 1):
        column = 1
        while start + column <= len(text) and text[start + column - 1] not in "\r\n":
            assert found.place(found.position(line, column)) == (line, column)
            column += 1
