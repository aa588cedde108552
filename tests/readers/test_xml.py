import pytest
from asread import article_in, articles_in, refusal

from factcheck.domain import Unread


def rss(*items, channel=""):
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel>{channel}{inside}</channel></rss>'


def test_items_are_known_by_guid_else_link_else_number():
    source = rss(
        "<title>A b</title><guid> tag:1 </guid><link>http://x</link>",
        "<title>A b</title><link>http://x</link>",
        "<title>A b</title>",
        "<title>A b</title><guid>tag:1</guid>",
    )
    assert [article.id for article in articles_in(source, "f.rss")] == [
        "f.rss#tag:1",
        "f.rss#http://x",
        "f.rss#3",
        "f.rss#tag:1~4",
    ]


def test_an_item_without_text_loses_only_itself():
    first, second = articles_in(rss("<title> </title><guid>1</guid>", "<title>River</title>"), "f.rss")
    assert first == Unread("f.rss#1", "f.rss", "holds no text")
    assert second.text == "River"


def test_the_whole_text_counts_before_the_description():
    item = "<title>River</title><description>Short.</description><c:encoded>&lt;p&gt;Long&lt;/p&gt;</c:encoded>"
    assert article_in(rss(item), "f.rss").text == "River\n\nLong"


@pytest.mark.parametrize(
    ("description", "text"),
    [
        ("a &amp; b", "a & b"),
        ("a &amp;amp; b", "a & b"),
        ("a &amp;lt; b", "a < b"),
        ("<![CDATA[a < b & c]]>", "a < b & c"),
        ("<![CDATA[<p>a</p><p>b]]>", "a\n\nb"),
        ("&lt;p&gt;It&amp;#8217;s&lt;br/&gt;on&lt;/p&gt;", "It’s\non"),
        ("  a\n  b\n\n  c ", "a\n  b\n\n  c"),
    ],
)
def test_descriptions_are_plain_or_escaped_html(description, text):
    assert article_in(rss(f"<description>{description}</description>"), "f.rss").text == text


def test_the_feed_gives_publisher_and_language_where_the_item_does_not():
    channel = "<title>The Post</title><language>en-us</language>"
    own, other = articles_in(
        rss("<title>A b</title>", "<title>A b</title><source>Wire</source>", channel=channel), "f.rss"
    )
    assert (own.source, other.source, own.stated_language) == ("The Post", "Wire", "en")


def test_atom_gives_the_text_in_each_of_its_kinds():
    entries = (
        '<entry><title>A</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a <b>b</b></p></div>'
        "</content></entry>"
        '<entry><title type="html">&lt;i&gt;A&lt;/i&gt;</title><content type="html">&lt;p&gt;a</content></entry>'
        "<entry><title>A</title><summary>a &lt; b</summary></entry>"
    )
    texts = [
        article.text for article in articles_in(f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>', "f.atom")
    ]
    assert texts == ["A\n\na b", "A\n\na", "A\n\na < b"]


def test_a_page_in_xhtml_is_read_as_a_page():
    body = "<body><nav>x</nav><p>It rose.</p></body>"
    source = f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">{body}</html>'
    assert article_in(source, "f.xml").text == "It rose."
    declared = f'<?xml version="1.0" encoding="ISO-8859-2"?><html>{body.replace("It", "Łódź")}</html>'
    assert article_in(declared.encode("iso-8859-2"), "f.xhtml").text == "Łódź rose."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252", "windows-1251"])
def test_the_declared_encoding_counts(encoding):
    letters = "Минск" if encoding == "windows-1251" else "Zürich – café" if encoding != "iso-8859-1" else "Zürich café"
    declared = encoding.removesuffix("-sig")
    source = f'<?xml version="1.0" encoding="{declared}"?>' + rss(f"<title>{letters}</title>")
    article = article_in(source.encode(encoding), "f.rss")
    assert article.text == letters
    assert article.locate(0, 1).in_source == (source.index(letters), source.index(letters) + 1)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", "is empty"),
        ("<rss><channel>", "is not well-formed XML: no element found (line 1, column 15)"),
        ("<rss><channel><item><title>R&D</title></item></channel></rss>", "is not well-formed XML"),
        ("<rss><channel/></rss>", "holds no article"),
        ("<nitf><body/></nitf>", "holds no text"),
        ("<newsMessage/>", "holds no article"),
        ("<sitemap/>", "is XML but no news: <sitemap>"),
    ],
)
def test_a_malformed_file_is_unreadable_with_the_reason(source, reason):
    assert refusal(source, "f.xml").startswith(reason)


def test_nitf_gives_the_strongest_date_and_the_datelines():
    data = '<docdata><date.issue norm="20250203"/><date.release norm="20250204T1015Z"/></docdata>'
    head = '<body.head><dateline><story.date norm="2025-02-02"/></dateline></body.head>'
    body = f"<body>{head}<body.content><p>It rose.</p></body.content></body>"
    article = article_in(f"<nitf><head>{data}</head>{body}</nitf>", "f.nitf")
    assert [(str(date.basis), date.value) for date in article.stated] == [
        ("metadata", "2025-02-04T10:15Z"),
        ("dateline", "2025-02-02"),
    ]


def test_pictures_in_a_news_message_are_no_articles():
    meta = '<itemMeta><itemClass qcode="ninat:{}"/></itemMeta><contentMeta><headline>A b</headline></contentMeta>'
    item = f'<newsItem guid="{{}}">{meta}</newsItem>'
    source = f"<newsMessage><itemSet>{item.format(1, 'text')}{item.format(2, 'picture')}</itemSet></newsMessage>"
    assert [article.id for article in articles_in(source, "f.xml")] == ["f.xml#1"]
