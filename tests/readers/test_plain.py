import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UnreadableArticleError
from factcheck.lexicon import Lexicon
from factcheck.readers.plain import read_plain

LEXICON = Lexicon()
HEADS = ["date 2025-03-03 ", "Updated at 13:35,15-07-2024", "OSLO, 4 March (NTB) - ", "Published: 3 March 2025"]
WORDS = ["The river rose.", "Harbour opens", "05/02/2025", "By Ana Lima", "31 June 2025", "12:00 GMT", "a.m.", "2025"]
MARKS = ["\n", "\r\n", "\r", "\n\n", "\u2028", "\x0c", "\x85", " ", "\t", "é", "𝔸", "(", "/", "—"]
PIECES = st.sampled_from([*HEADS, *WORDS, *MARKS])
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])


def article_of(text, path="article.txt"):
    return read_plain(text.encode(), article_id=path, path=path, lexicon=LEXICON)


def title_of(text):
    article = article_of(text)
    return article.text[slice(*article.title)] if article.title else None


@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), min_size=1, max_size=14).map("".join), ENCODINGS)
def test_every_place_is_a_slice_of_the_decoded_text(text, encoding):
    text = "".join(char for char in text if char >= " " or char in "\t\n\r\x0c").lstrip("\ufeff")
    text = text.encode("utf-8", "ignore").decode()
    if not text.strip():
        return
    article = read_plain(text.encode(encoding), article_id="a", path="2025-02-07.txt", lexicon=LEXICON)
    assert article.text == text
    assert 0 <= article.body <= len(text)
    assert article.title is None or text[slice(*article.title)].strip()
    for stated in article.stated:
        if stated.place is not None:
            place = stated.place
            assert place.text == text[place.start : place.end] != ""
            assert place.line == len(text[: place.start].replace("\r\n", "\n").replace("\r", "\n").split("\n"))
            assert place.sentence[place.start - place.sentence_start :].startswith(place.text)


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u2028\u00a0".encode()])
def test_a_file_without_words_is_empty(data):
    with pytest.raises(UnreadableArticleError, match="is empty"):
        read_plain(data, article_id="a", path="a.txt", lexicon=LEXICON)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("date 1998-04-01 Harbour workers end strike\n\nThe strike ended.", "Harbour workers end strike"),
        ("Harbour workers end strike\r\n\r\nThe strike ended.", "Harbour workers end strike"),
        (
            "Updated at 13:35,15-07-2024\n\nQuito elects mayor\n\nQuito elects mayor\nThe vote ended.",
            "Quito elects mayor",
        ),
        ("Will the strike end?\n\nNobody knows.", "Will the strike end?"),
        ("Steel duties hit the U.S.\n\nDuties rose.", "Steel duties hit the U.S."),
        ("Quito elects mayor\n\nBy Ana Lima\n\nThe vote ended.", "Quito elects mayor"),
        ("The strike ended on Monday.\n\nIt had lasted a week.", None),
        (f"{'Long ' * 60}line\n\nThe strike ended.", None),
        ("The dockers of the harbour went\nback to work on Monday after a\nstrike of two weeks.", None),
        ("Harbour workers end strike", None),
        ("date 1998-04-01 Harbour workers end strike", None),
        ("OSLO, 4 March (NTB) - The strike ended\n\nMore follows.", None),
    ],
)
def test_the_title_is_a_short_first_line_without_a_stop(text, title):
    assert title_of(text) == title


def test_the_body_begins_with_the_title_and_else_after_header_and_dateline():
    titled = article_of("date 2025-03-03 Strike ends\n\nOSLO, 3 March (NTB) - It ended.")
    assert titled.text[titled.body :].startswith("Strike ends")
    untitled = article_of("date 2025-03-03 OSLO, 3 March (NTB) - It ended.")
    assert untitled.text[untitled.body :] == "It ended."


def test_an_article_of_a_header_alone_has_an_empty_body():
    article = article_of("date 2025-03-03")
    assert article.text[article.body :] == ""
    assert article.published is not None


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "A" * 1_000_000,
        "MINSK, " * 150_000,
        "(" * 1_000_000,
        " " * 500_000 + "x",
        "\n" * 500_000 + "x",
        "1" * 1_000_000,
        "date " * 200_000,
        "Updated at\n" * 90_000,
        "By A" + " b" * 400_000,
        "Head\n\n" + "- " * 400_000,
    ],
    ids=[
        "words",
        "one word",
        "places",
        "brackets",
        "spaces",
        "lines",
        "digits",
        "labels",
        "updates",
        "byline",
        "dashes",
    ],
)
def test_a_hostile_megabyte_takes_no_time(text):
    began = time.perf_counter()
    article_of(text)
    assert time.perf_counter() - began < 2
