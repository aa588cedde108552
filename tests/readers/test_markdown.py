import pytest
from asread import article_in, refusal

from factcheck.errors import UnreadableArticleError


def text_of(source):
    return article_in(source, "a.md").text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a **b** _c_ ***d*** e*f", "a b c d e*f"),
        ("a `b` ``c`d`` e", "a b c`d e"),
        ("[a](x) [b][] [c] d [e][1]\n\n[b]: y\n[1]: z", "a b [c] d e"),
        ("a ![b](c.png) d", "a d"),
        ("\\*a\\* &amp; &#8364;5&nbsp;m \\q", "*a* & €5 m \\q"),
        ("a\nb  \nc\\\nd", "a b\nc\nd"),
        ("> a\nb\n> > c", "a b\n\nc"),
        ("- a\n- b\n\n  c\n1. d", "a\n\nb\n\nc\n\nd"),
        ("a\n===\n\nb\n---\n\n### c ###\n\n# C#", "a\n\nb\n\nc\n\nC#"),
        ("a\n\n    code 31 June\n\n```x\n31 June\n```\n\n~~~\n31 June", "a"),
        ("a\n\n| b | c |\n|---|---|\n| 31 | June |\n\nd", "a\n\nd"),
        ("a <b>c</b> <!-- d --> e\n\n<div>31 June</div>\n\nf", "a c e\n\nf"),
        ("a ~~31 June~~ 1 July", "a 1 July"),
        ("<https://example.org/a_b> <a@b.org>", "https://example.org/a_b a@b.org"),
        ("a\rb\r\rc", "a b\n\nc"),
        ("\ta\n\n\t> b", None),
        ("* * *\n\na\n***", "a"),
        ("-\ta\n\n\tb", "a\n\nb"),
    ],
)
def test_markup_is_read_as_commonmark_says(source, text):
    if text is None:
        with pytest.raises(UnreadableArticleError, match="holds no text"):
            text_of(source)
    else:
        assert text_of(source) == text


@pytest.mark.parametrize(
    ("source", "words", "slice_of_source"),
    [
        ("a\n`` `b` `` c", "`b` c", "`b` `` c"),
        ("a `b\nc` d", "b c d", "b\nc` d"),
        ("a\\\nb c", "a\nb", "a\\\nb"),
        ("> a\n> *b* c", "a b", "a\n> *b"),
        ('- a\n\n  b \\* [c](d "c") e', "b * c e", 'b \\* [c](d "c") e'),
        ("## 2 2 ##\n\nc", "2 2", "2 2"),
        ("1. 1", "1", "1"),
    ],
)
def test_words_stand_where_they_say(source, words, slice_of_source):
    article = article_in(source, "a.md")
    start = article.text.rindex(words)
    place = article.locate(start, start + len(words))
    assert place.source_text == slice_of_source == source[slice(*place.in_source)]


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("# River *rises*\n\nIt rose.", "River rises"),
        ("---\ntitle: River\n---\n# Heading\n\nIt rose.", "Heading"),
        ("---\ntitle: River rises\n---\nIt rose.", "River rises"),
        ("---\nTitle: 'It''s risen'\n---\nIt rose.", "It's risen"),
        ('---\nheadline: "A \\"rise\\" \\u2013 again"\n---\nIt rose.', 'A "rise" – again'),
        ('+++\ntitle = "River"\n+++\nIt rose.', "River"),
        ("+++\ntitle = 'River'\n[x]\ntitle = 'No'\n+++\nIt rose.", "River"),
        ("---\ntitle: >\n  River\n  rises\n---\nIt rose.", None),
        ("It rose.\n\n# Later\n\nIt fell.", None),
        ("River rises\n\nIt rose by three metres.", "River rises"),
    ],
)
def test_the_title_is_the_first_heading_or_the_front_matters(source, title):
    article = article_in(source, "a.md")
    assert (article.text[slice(*article.title)] if article.title else None) == title


def test_front_matter_gives_dates_publisher_and_language():
    source = "---\ndate: 2025-02-04 10:15:00 +0200\nlastmod: '2025-02-05'\npublisher: Post\nlang: en_US\n---\nIt rose."
    article = article_in(source.replace("\n", "\r\n"), "a.md")
    assert [(str(date.basis), date.value, date.place.line) for date in article.stated] == [
        ("metadata", "2025-02-04T10:15+02:00", 2),
        ("updated", "2025-02-05", 3),
    ]
    assert (article.source, article.stated_language) == ("Post", "en")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("---\n\nIt rose.\n\n---\n\nIt fell.", "It rose.\n\nIt fell."),
        ("---\nIt rose.", "It rose."),
        ("---\n- a\n---\nIt rose.", "It rose."),
        ("---\n---\nIt rose.", "It rose."),
    ],
)
def test_a_rule_at_the_top_is_not_always_front_matter(source, text):
    assert article_in(source, "a.md").text.endswith(text.rpartition("\n\n")[2])


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (
            "---\ntitle: River: rises\n---\nIt rose.",
            "has front matter that is no YAML: mapping values are not allowed here (line 2)",
        ),
        ("---\ntitle: [a\n---\nIt rose.", "has front matter that is no YAML"),
        ("+++\ntitle = \n+++\nIt rose.", "has front matter that is no TOML"),
        ("", "is empty"),
    ],
)
def test_a_malformed_file_is_unreadable_with_the_reason(source, reason):
    assert refusal(source, "a.md").startswith(reason)
