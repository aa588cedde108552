import pytest
from asread import article_in, source_of

from factcheck.readers.comments import comment_at


@pytest.mark.parametrize(
    ("comment", "codes", "reason"),
    [
        ("<!-- factcheck: ignore D101 -- said so -->", ("D101",), "said so"),
        ("<!--factcheck:ignore D101,N203-->", ("D101", "N203"), None),
        (
            "<!-- factcheck: ignore event-after-publication D101\n-- a -- b -->",
            ("event-after-publication", "D101"),
            "a -- b",
        ),
        ("<!-- factcheck: ignore D101 D101 -- -->", ("D101",), None),
        ("<!-- factcheck: ignore -->", (), None),
        ("<!-- factcheck: ignore -- everything -->", (), "everything"),
    ],
)
def test_a_comment_has_codes_and_a_reason(comment, codes, reason):
    found = comment_at(f"x{comment}y", 1, len(comment) + 1)
    assert found is not None
    assert (found.codes, found.reason) == (codes, reason)


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- factcheck: ignore-file D101 -->",
        "<!-- D101 -->",
        "<!-- factcheck ignore D101 -->",
        "<!-- note: factcheck: ignore D101 -->",
    ],
)
def test_other_comments_are_not_ours(comment):
    assert comment_at(comment, 0, len(comment)) is None


def covered(source, path):
    article = article_in(source, path)
    return [[source_of(article)[slice(*span)] for span in each.covers] for each in article.suppressions]


NOTE = "<!-- factcheck: ignore D101 -- x -->"


@pytest.mark.parametrize(
    ("source", "spans"),
    [
        (f"One.\n\n{NOTE}\n\nTwo\nlines.\n\nThree.", ["Two\nlines."]),
        (f"One.\n\n{NOTE}\nTwo.\n\nThree.", ["Two."]),
        (f"One\nand {NOTE} more\nlines.", [f"and {NOTE} more"]),
        (f"One\nline. {NOTE}\n\nTwo.", ["line."]),
        (f"- one {NOTE}\n- two", ["one"]),
        (f"# Title {NOTE}\n\nTwo.", ["Title"]),
        (f"One.\n\n{NOTE}", None),
        (f"{NOTE}\n\n```\ncode\n```\n\nTwo.", ["Two."]),
    ],
)
def test_in_markdown_a_comment_speaks_of_its_line_or_the_next_paragraph(source, spans):
    assert covered(source, "a.md") == [spans or []]


@pytest.mark.parametrize(
    ("source", "spans"),
    [
        (f"<p>One.</p>{NOTE}<p>Two.</p>", ["Two."]),
        (f"<p>One.</p> {NOTE}\n<p>Two.</p>", ["One."]),
        (f"<p>One.</p>\n{NOTE}\n<p>Two.</p>", ["Two."]),
        (f"<p>One\nand {NOTE} more\nlines.</p>", [f"and {NOTE} more"]),
        (f"<p>{NOTE}One\nmore.</p><p>Two.</p>", ["One\nmore."]),
        (f"<p>One.</p>\n{NOTE}\n<nav>x</nav>\n<p>Two.</p>", ["Two."]),
    ],
)
def test_in_html_a_comment_speaks_of_its_line_or_the_next_paragraph(source, spans):
    assert covered(f"<article>{source}</article>", "a.html") == [spans]


def test_a_comment_has_its_place():
    (suppression,) = article_in(f"# Title\n\n{NOTE}\n\nTwo.", "a.md").suppressions
    assert (suppression.place.line, suppression.place.column, suppression.place.text) == (3, 1, NOTE)


def test_comments_in_code_and_in_plain_text_are_words():
    assert article_in(f"One.\n\n    {NOTE}\n\n```\n{NOTE}\n```\n\n`{NOTE}`", "a.md").suppressions == ()
    assert article_in(f"One. {NOTE}", "a.txt").suppressions == ()
