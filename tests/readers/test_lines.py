from hypothesis import given
from hypothesis import strategies as st

from factcheck.readers.lines import line_end, line_starts

ANY = st.text(st.sampled_from("ab \r\n\x0b\x0c\x1c\x85\u2028\u2029"), max_size=40)


def test_only_lf_crlf_and_cr_end_lines():
    assert line_starts("a\nb\r\nc\rd\u2028e\x0cf\x85g") == (0, 2, 5, 7)


def test_a_text_that_ends_in_a_line_break_has_an_empty_last_line():
    assert line_starts("a\r\n") == (0, 3)


def test_a_text_without_a_line_break_is_one_line():
    assert line_starts("a\u2028b") == (0,)


@given(ANY)
def test_lines_are_those_of_universal_newlines(text):
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert len(line_starts(text)) == len(lines)
    assert [text[start : line_end(text, start)] for start in line_starts(text)] == lines
