import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.sentences import paragraphs, sentences
from factcheck.lexicon import Lexicon

LEXICON = Lexicon()


def split(text):
    return [text[start:end] for start, end in sentences(text, 0, len(text), LEXICON)]


def blocks(text, start=0):
    return [text[first:last] for first, last in paragraphs(text, start)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The river rose.", "It fell."],
        ["“The river rose.”", "He left."],
        ["Did it rise?", "It did!", "Soon…", "Then it fell."],
        ["Mr. Lima met Gen. Okoro in St. Gallen on Jan. 5."],
        ["The U.S. sent aid.", "It came late."],
        ["It cost 3.5 million dollars.", "5,000 people paid."],
        ["He met J. P. Morales.", "They talked."],
        ["Shell plc. paid e.g. in cash, approx. 40 euros."],
        ["It opens at 9 a.m. on Monday."],
        ["It opens at 9 a.m.", "Visitors wait."],
        ["It opens at 9 a.m. (0600 GMT) on Monday."],
        ["No. 7 was sold."],
        ["It opens at 9 a.m. Wednesday."],
        ["It shut at 5 p.m. EST on Monday."],
        ["U.S. Secretary Lima met A.R. Rahman.", "They talked."],
        ["He left the U.S.", "The minister stayed."],
        ["He said no.", "She left."],
        ["The bridge is closed.", "“It will open,” he said.", "(It did not.)"],
        ["He was late.", "The minister waited."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts):
    assert split(" ".join(parts)) == parts


def test_a_stop_without_a_space_after_it_ends_a_sentence_too():
    assert split("It rained, he said.The minister left.") == ["It rained, he said.", "The minister left."]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_blank_lines_and_single_breaks_end_paragraphs(newline):
    text = newline.join(["A headline", "", "The river rose.", "It fell.", "", "", "The end."])
    assert blocks(text) == ["A headline", "The river rose.", "It fell.", "The end."]


def test_wrapped_lines_are_one_paragraph():
    text = "The dockers of the harbour went\nback to work on Monday after a\nstrike of two weeks.\n\nAll is calm."
    assert blocks(text) == [text.partition("\n\n")[0], "All is calm."]


def test_paragraphs_begin_at_the_body():
    text = "date 2025-03-03 The river rose.\n\nIt fell."
    assert blocks(text, 16) == ["The river rose.", "It fell."]


@given(st.text(st.sampled_from("Ab.!?”\" '\n\r\t5é"), max_size=60))
def test_every_word_stands_in_just_one_sentence(text):
    spans = [span for first, last in paragraphs(text) for span in sentences(text, first, last, LEXICON)]
    assert spans == sorted(spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        ". " * 50_000,
        "." * 100_000,
        "U.S. " * 20_000,
        " " * 100_000,
        "\n " * 50_000,
        "a.A" * 33_000,
        "\r" * 100_000,
    ],
)
def test_a_hostile_line_takes_no_time(text):
    began = time.perf_counter()
    for first, last in paragraphs(text):
        list(sentences(text, first, last, LEXICON))
    assert time.perf_counter() - began < 2
