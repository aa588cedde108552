"""Recognition of times on tokens: what is found, what is left alone, and that it stays linear."""

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language.annotation import read_out
from factcheck.language.times import recognise
from factcheck.lexicon import Lexicon

_BLANK = spacy.blank("en")
_LEXICON = Lexicon()
_WORDS = [
    "the",
    "a",
    "4",
    "10",
    "31",
    "2025",
    "May",
    "March",
    "June",
    "Friday",
    "last",
    "year",
    "week",
    "ago",
    "-",
    ",",
    "to",
    "and",
]
_WORDS += ["of", "two", "first", "quarter", "p.m.", "(", ")", "'s"]


def _found(text: str) -> list[str]:
    doc = read_out(_BLANK.make_doc(text))
    return [doc[span.start : span.end].text for span in recognise(doc, _LEXICON)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank on 4 February 2025 off Samos.", ["4 February 2025"]),
        ("The ferry sank on Tuesday, Feb. 4, 2025.", ["Tuesday, Feb. 4, 2025"]),
        ("The harvest ended on the 3rd of October.", ["the 3rd of October"]),
        ("The report of 2025-02-04 was withdrawn.", ["2025-02-04"]),
        ("Votes were cast between 4 and 7 June.", ["4", "7 June"]),
        ("The plan runs from 2025-2027.", ["2025", "2027"]),
        ("Profit rose in the third quarter of 2024.", ["the third quarter of 2024"]),
        ("Sales fell in last year's first half.", ["last year's first half"]),
        ("It was the wettest spring of 2023.", ["spring of 2023"]),
        ("Jazz boomed in the 1950s and the mid-80s.", ["the 1950s", "the mid-80s"]),
        ("They met three days ago, late last week.", ["three days ago", "late last week"]),
        ("A year earlier the dam held.", ["A year earlier"]),
        ("It took two and a half years.", ["two and a half years"]),
        ("It took 2 1/2 years.", ["2 1/2 years"]),
        ("Trains leave every two weeks.", ["every two weeks"]),
        ("Trains leave on Fridays.", ["Fridays"]),
        ("The bell rang at 3 p.m. (1500 GMT).", ["3 p.m.", "1500 GMT"]),
        ("The bell rang at noon on Thursday.", ["noon on Thursday"]),
        ("Prices soared in March 2021.", ["March 2021"]),
    ],
)
def test_a_time_is_found_whole(text: str, expected: list[str]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister may resign.",
        "Thousands march for peace.",
        "The cat sat down, and the sun shone.",
        "The second half-time whistle decided a second game.",
        "Mr Second came fourth.",
        "The hosts won 3-1 and then 25:20.",
        "Version 2.0.1 runs on model 2010.",
        "No. 2010 in the list",
        "He paid $1995 for it.",
        "Some 2010 people came.",
        "Prices fall and springs break.",
        "A 52-year-old farmer was hurt.",
        "The team of Theresa May lost.",
    ],
)
def test_no_phantom_dates(text: str) -> None:
    assert _found(text) == []


@settings(max_examples=150)
@given(st.lists(st.sampled_from(_WORDS), max_size=25))
def test_spans_never_overlap(words: list[str]) -> None:
    doc = read_out(_BLANK.make_doc(" ".join(words)))
    spans = recognise(doc, _LEXICON)
    assert all(span.start < span.end for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


@pytest.mark.parametrize("word", ["January ", "1 ", "( ", "the ", "one - "])
def test_hostile_lines_are_scanned_once(word: str) -> None:
    doc = read_out(_BLANK.make_doc(word * 2000))
    assert sum(span.end - span.start for span in recognise(doc, _LEXICON)) <= len(doc)


def test_line_breaks_inside_a_date_do_not_hide_it() -> None:
    doc = read_out(_BLANK.make_doc("It opened on 4\nFebruary 2025."))
    (span,) = recognise(doc, _LEXICON)
    assert doc[span.start : span.end].text == "4\nFebruary 2025"
