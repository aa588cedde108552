import pytest
from asread import article_in, articles_in, source_of

from factcheck.errors import UnreadableArticleError

TEXT = "The river rose by three metres on Tuesday, the mayor said, and it may rise by one more before the week is out."


def page(body, head=""):
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def text_of(body, head=""):
    return article_in(page(body, head), "a.html").text


def title_of(body, head=""):
    article = article_in(page(body, head), "a.html")
    return article.text[slice(*article.title)] if article.title else None


@pytest.mark.parametrize(
    "around",
    [
        "<nav>{}</nav>",
        "<footer><p>{}</p></footer>",
        "<aside><p>{}</p></aside>",
        "<form><p>{}</p></form>",
        "<script>{}</script>",
        "<style>{}</style>",
        "<noscript><p>{}</p></noscript>",
        "<template><p>{}</p></template>",
        "<!-- <p>{}</p> -->",
        "<p hidden>{}</p>",
        "<p aria-hidden='TRUE'>{}</p>",
        "<div style='color:red;DISPLAY : none'><p>{}</p></div>",
        "<span style='visibility:hidden'>{}</span>",
        "<div role=navigation><p>{}</p></div>",
        "<div class='related-articles'><p>{}</p></div>",
        "<div class='c1 newsletter'><p>{}</p></div>",
        "<div id=comments><p>{}</p></div>",
        "<ul class='share__list'><li>{}</li></ul>",
        "<p class='sr-only'>{}</p>",
        "<figure><img><figcaption>{}</figcaption></figure>",
        "<p><a href=x>{}</a></p>",
        "<li><a href=x>{}</a> </li>",
        "<table><tr><td>{}</td></tr></table>",
        "<button>{}</button>",
        "<textarea>{}</textarea>",
        "<iframe>{}</iframe>",
        "<svg><text>{}</text></svg>",
        "<select><option>{}</select>",
    ],
)
@pytest.mark.parametrize("frame", ["<article>{}</article>", "<main>{}</main>", "<div>{}</div>"])
def test_what_is_no_article_is_left_out_by_structure(around, frame):
    around = around.format("It fell on 31 June")
    assert text_of(frame.format(f"{around}<p>{TEXT}</p>{around}<p>{TEXT}</p>")) == f"{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(
    "body",
    [
        "<div itemprop=articleBody><p>{}</p></div><article><p>{other}</p></article>",
        "<article><p>{}</p></article><main><p>{other}</p></main>",
        "<article><p>Short.</p></article><article><p>{}</p><p>{}</p></article><div><p>{other}</p></div>",
        "<main><p>{}</p></main><div><p>{other}</p></div>",
        "<div role=main><p>{}</p></div><div><p>{other}</p></div>",
        "<div><p>{}</p><p>{}</p></div><div><p>{other}</p></div>",
        "<div class='content has-comments'><p>{}</p></div>",
        "<div class=related><p>{}</p><p>{}</p></div>",
    ],
)
def test_the_article_is_found(body):
    other = "The price of bread rose too."
    text = text_of(body.replace("{other}", other).replace("{}", TEXT))
    assert TEXT in text
    assert other not in text


def test_a_header_of_the_article_is_read_and_one_of_the_page_is_not():
    own = "<header><h1>River rises</h1><p>From the coast</p></header>"
    body = f"<header><h1>The Post</h1></header><article>{own}<p>{TEXT}</p></article>"
    assert text_of(body) == f"River rises\n\nFrom the coast\n\n{TEXT}"


@pytest.mark.parametrize(
    ("body", "head", "title"),
    [
        ("<h1>River rises</h1><article><p>{}</p></article>", "<title>Other | Post</title>", "River rises"),
        ("<article><h1> River\n <i>rises</i></h1><p>{}</p></article>", "", "River rises"),
        ("<article><h1>River &amp; rain</h1><p>{}</p></article>", "", "River & rain"),
        (
            "<article><p>{}</p></article>",
            '<meta property="og:title" content="River &quot;rises&quot;">',
            'River "rises"',
        ),
        ("<article><p>{}</p></article>", "<title>River rises | The Post</title>", "River rises"),
        ("<article><p>{}</p></article>", "<title>River - rain</title>", "River - rain"),
        (
            "<article><p>{}</p></article>",
            '<title>River rises - The Post</title><meta property="og:site_name" content="The Post">',
            "River rises",
        ),
        ("<header><h1>The Post</h1></header><article><p>{}</p></article>", "<title>River rises</title>", "River rises"),
        ("<h1 hidden>Draft</h1><article><p>{}</p></article>", "", None),
    ],
)
def test_the_title_is_the_heading_or_what_the_page_states(body, head, title):
    assert title_of(body.replace("{}", TEXT), head) == title


def dates_of(head, body=f"<article><p>{TEXT}</p></article>"):
    article = article_in(page(body, head), "a.html")
    for date in article.stated:
        start, end = date.place.in_source
        assert date.place.source_text == source_of(article)[start:end]
    return [(str(date.basis), date.value) for date in article.stated]


def json_ld(text):
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("head", "dates"),
    [
        (json_ld('{"@type":"NewsArticle","datePublished":"2025-02-04"}'), [("metadata", "2025-02-04")]),
        (
            json_ld('[{"@type":["Thing","http://schema.org/Article"],"datePublished":"2025-02-04"}]'),
            [("metadata", "2025-02-04")],
        ),
        (
            json_ld(
                '{"@graph":[{"@type":"WebPage","datePublished":"2001-01-01"},{"@type":"Report","dateModified":"2025-02-05"}]}'
            ),
            [("updated", "2025-02-05")],
        ),
        (json_ld('{"@type":"NewsArticle","datePublished":'), []),
        (json_ld('{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2001-01-01"}]}'), []),
        (
            json_ld('{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","datePublished":"2025-02-04"}}'),
            [("metadata", "2025-02-04")],
        ),
        (json_ld('{"@type":"NewsArticle","datePublished":{"a":1},"publisher":[]}'), []),
        (
            '<meta property="article:published_time" content="2025-02-04T10:15:00+02:00">',
            [("metadata", "2025-02-04T10:15+02:00")],
        ),
        ('<meta itemprop="datePublished" content="4 February 2025">', [("metadata", "2025-02-04")]),
        (
            '<meta name="DATE" content="2025-02-03"><meta name="pubdate" content="20250204">',
            [("metadata", "2025-02-04")],
        ),
        ('<meta name="article:modified_time" content="2025-02-04">', [("updated", "2025-02-04")]),
        ('<meta name="date" content="soon"><meta name="date" content="">', []),
        ('<meta name="date" content="05/02/2025">', [("metadata", "2025")]),
    ],
)
def test_dates_come_from_json_ld_and_meta(head, dates):
    assert dates_of(head) == dates


def test_a_time_in_the_articles_header_is_a_date_and_one_in_the_text_is_none():
    header = f"<article><header><div><time datetime='2025-02-04'>today</time></div></header><p>{TEXT}</p></article>"
    inside = f"<article><p>{TEXT} <time datetime='1999-02-04'>in 1999</time></p></article>"
    marked = f"<article><time pubdate datetime='2025-02-04'>Tuesday</time><p>{TEXT}</p></article>"
    assert dates_of("", header) == [("metadata", "2025-02-04")]
    assert dates_of("", inside) == []
    assert dates_of("", marked) == [("metadata", "2025-02-04")]
    teaser = f"<div><time itemprop=datePublished datetime=2001-01-01>x</time></div><article><p>{TEXT}</p></article>"
    assert dates_of("", teaser) == []


def test_a_header_in_the_text_counts_before_metadata():
    body = f"<article><h1>River rises</h1><p>Published: 3 February 2025</p><p>{TEXT}</p></article>"
    dates = dates_of('<meta name="date" content="2025-02-04">', body)
    assert dates == [("header", "2025-02-03"), ("metadata", "2025-02-04")]


@pytest.mark.parametrize(
    ("time", "first", "last"),
    [
        ("2025-02-04T22:30:00Z", "2025-02-04", "2025-02-05"),
        ("2025-02-04T03:30:00+00:00", "2025-02-03", "2025-02-04"),
        ("2025-02-04T12:30:00Z", "2025-02-04", "2025-02-04"),
        ("2025-02-04T23:30:00+02:00", "2025-02-04", "2025-02-04"),
    ],
)
def test_a_time_in_utc_near_midnight_may_be_of_two_days(time, first, last):
    article = article_in(page(f"<article><p>{TEXT}</p></article>", f'<meta name="date" content="{time}">'), "a.html")
    assert article.published is not None
    assert [day.isoformat() for day in (article.published.days.first, article.published.days.last)] == [first, last]


def test_publisher_and_language_are_taken_from_the_page():
    head = '<meta property="og:site_name" content="The\n Post">'
    article = article_in(f"<html lang='en-GB'><head>{head}</head><body><p>{TEXT}</p></body></html>", "a.html")
    assert (article.source, article.stated_language) == ("The Post", "en")
    agency = article_in(page(f"<p>OSLO, 4 March (NTB) - {TEXT}</p>", head), "a.html")
    assert agency.source == "NTB"


def test_the_text_of_json_ld_counts_where_scripts_write_the_page():
    text = "The river rose\\u2026\\n\\nIt may rise more &amp; more."
    body = "<div id=app><p>Loading</p></div>" + json_ld(
        f'{{"@type":"NewsArticle","headline":"River \\u201crises\\u201d","articleBody":"{text}"}}'
    )
    article = article_in(page(body), "a.html")
    assert (
        article.text == "River “rises”\n\nThe river rose…\n\nIt may rise more & more." or "more & more" in article.text
    )
    start = article.text.index("“rises”")
    assert article.locate(start, start + 7).source_text == "\\u201crises\\u201d"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("a<b>b</b>c", "abc"),
        ("a <b> b</b>\n\tc", "a b c"),
        ("x &lt;b&gt; &amp;amp; y", "x <b> &amp; y"),
        ("3&nbsp;&euro;, 4&#8239;km, 5\u2009m", "3 €, 4 km, 5 m"),
        ("mil&shy;lion\u200b", "million"),
        ("AT&T &copy2025 &notanentity; &#0; &#x110000;", "AT&T ©2025 ¬anentity; \ufffd \ufffd"),
        ("one<br>two<br/><br>three", "one\ntwo\n\nthree"),
        ("10<sup>6</sup>", "106"),
        ("a < b > c <3", "a < b > c <3"),
        ("a<!-- x > y -->b<!-->c<!-- -- --!>d", "abcd"),
        ("a<?php echo '<p>' ?>b</>c</ x>d", "a' ?>bcd"),
        ("a<b title='>' class=\"x > y\">b</b>", "ab"),
        ("<del>1,000</del> 1,200", "1,200"),
    ],
)
def test_markup_is_read_as_a_browser_reads_it(body, text):
    assert text_of(f"<article><p>{body}</p></article>") == text


def test_a_script_ends_at_its_own_end_tag():
    assert text_of(f"<article><script>if (a<b) '</p>' + '</scripts>'</SCRIPT ><p>{TEXT}</p></article>") == TEXT


@pytest.mark.parametrize(
    ("charset", "declared"),
    [
        ("cp1252", "<meta charset=iso-8859-1>"),
        ("cp1251", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
        ("iso-8859-2", "<META CHARSET='ISO-8859-2'>"),
        ("utf-8", "<meta charset=windows-1252>"),
        ("utf-16", ""),
        ("utf-8-sig", ""),
        ("cp1252", "<meta charset=utf-7>"),
        ("cp1252", "<meta charset=unicode_escape>"),
    ],
)
def test_the_encoding_is_the_declared_one(charset, declared):
    letters = {"cp1251": "Минск", "iso-8859-2": "Łódź", "cp1252": "“Zürich”"}.get(charset, "“Łódź” – Минск")
    source = page(f"<article><p>{TEXT} {letters}</p></article>", declared)
    assert article_in(source.encode(charset), "a.html").text == f"{TEXT} {letters}"


@pytest.mark.parametrize("source", ["", "  \n", "<html></html>", "<p hidden>x</p>", "<script>x</script>", "<!-- x"])
def test_a_page_without_text_is_unreadable(source):
    with pytest.raises(UnreadableArticleError, match=r"is empty|holds no text"):
        articles_in(source, "a.html")
