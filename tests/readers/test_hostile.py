"""Files made to break readers: each is read or refused with a reason, in time that grows with its length alone."""

import io
import time
import zipfile

import pytest
from asread import FILES, SAMPLES, articles_in, file_of, refusal
from hypothesis import example, given, settings
from hypothesis import strategies as st
from invariants import read_or_refused, require_places

from factcheck.domain import Unread
from factcheck.errors import UnreadableArticleError

SUFFIXES = (".txt", ".md", ".html", ".json", ".jsonl", ".xml", ".rss", ".docx", "")


def parted(text):
    return text.split("¦")


PIECES = [
    *parted(
        "<p>¦</p>¦<div>¦<script>¦</script>¦<!--¦-->¦<a href='¦<b c=\"¦>¦<![CDATA[¦]]>¦<h1>¦<br>¦<article>¦<title>¦<"
    ),
    *parted(
        "&amp;¦&#8364;¦&nbsp;¦&#xD800;¦&¦&lt;p&gt;¦</title>¦<?xml ?>¦<!-- factcheck: ignore D101 -- x -->¦\u00a0¦\u200b"
    ),
    *parted('{"title": "¦", "text": "¦"}¦[¦]¦{¦}¦\\n¦\\ud83d\\ude97¦\\ud800¦\\"¦\\¦,¦\r\n¦2025-02-04¦é€𝔸'),
    *parted("---\n¦title: x\n¦# ¦> ¦- ¦**¦`¦[a](b)¦![¦](¦\n\n¦  \n¦    ¦|¦```\n¦\t"),
    *parted("<rss><channel>¦<item>¦</item>¦</channel></rss>¦<description>¦</description>"),
    *parted("On 6 March they met. ¦The river rose by 3 percent. "),
]
SOURCES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=20).map("".join)


@settings(max_examples=400)
@given(SOURCES, st.sampled_from(SUFFIXES))
@example("<p>a<b><p>", ".html")
@example('{"title": "a", "text": "a b \\ud800 c"}', ".json")
@example("> a\n\n>   b\r\n> c  \nd", ".md")
def test_whatever_a_file_holds_each_character_read_is_where_it_says(source, suffix):
    for article in read_or_refused(file_of(source.encode("utf-8", "ignore"), f"a{suffix}")):
        if not isinstance(article, Unread):
            require_places(article)


@settings(max_examples=150)
@given(st.binary(max_size=200), st.sampled_from(SUFFIXES))
def test_bytes_that_are_no_text_are_refused_with_a_reason(data, suffix):
    assert all(article.path == f"a{suffix}" for article in read_or_refused(file_of(data, f"a{suffix}")))


@settings(max_examples=60)
@given(st.sampled_from(FILES), st.data())
def test_a_damaged_sample_is_read_or_refused(path, data):
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole)))
    damaged = whole[:at] + data.draw(st.binary(max_size=3)) + whole[at + data.draw(st.integers(0, 50)) :]
    name = path.relative_to(SAMPLES).as_posix()
    assert all(article.path == name for article in read_or_refused(file_of(damaged, name)))


SIZE = 50_000
REPEATED = {
    ".html": "<a ¦<a b='¦<a b=\"¦<!--¦<!¦<¦</¦</a¦<p>¦<b>¦<div><p>x¦<p><b>¦<ul><li>¦<header>¦&¦&a¦&#¦<script>¦<style><¦"
    "<br>¦<h1>a</h1>¦<table><tr><td>¦<td>¦<x y=z ¦<time datetime=1>¦<p class=ad>x</p>¦<article>¦a ¦\n¦<title>¦<a b = ¦"
    "</div>¦<meta name=date content=1>¦<![CDATA[¦<!-- factcheck: ignore D1 -->¦<!-- factcheck: ignore ¦- ¦<p hidden>¦"
    "<p>a<!---->¦<div><b></div>¦<script type='application/ld+json'>[[</script>",
    ".md": "*¦**a ¦_a¦[¦[a](¦![¦`¦``a¦> ¦- ¦# ¦<!--¦<a ¦&¦\\¦|¦|a|b|\n|-|-|\n¦a\n¦1. ¦~~¦[a]: b\n¦---\n¦    a\n¦<¦<a@b¦"
    "*a_¦(¦[a][¦[](<b¦<!-- factcheck: ignore D1 -->",
    ".json": '{"a":¦[¦{"title":"a","text":"a b c"},¦"¦\\u¦1¦[{"title":"a b","text":"¦{"a":{}},¦ ',
    ".jsonl": '{"title":"a","text":"a b c"}\n¦{\n¦[\n¦\n¦{"title":"a","text":"a b c","id":"1"}\n¦[[[[[[[[\n',
    ".xml": "<a>¦<a/>¦&amp;¦<![CDATA[x]]>¦<!--x-->¦<a b='¦<?a?>¦<¦<a b='1'/>¦x ",
    "": "{¦<!--¦---\na: ¦<a ¦[{¦<?xml ¦\n¦{}\n{}\n",
}
HOSTILE = [(suffix, piece) for suffix, pieces in REPEATED.items() for piece in parted(pieces)]


def seconds(source, path):
    began = time.process_time()
    read_or_refused(file_of(source, path))
    return time.process_time() - began


def require_linear(source_of_size, path):
    """Require that the time grows with the length; where all is read in a second nothing more is asked."""
    whole = seconds(source_of_size(SIZE), path)
    assert whole < 1 or whole < 24 * seconds(source_of_size(SIZE // 8), path), "8 times as long, 64 times as much work"


@pytest.mark.parametrize(("suffix", "piece"), HOSTILE, ids=[f"{piece!r}{suffix}" for suffix, piece in HOSTILE])
def test_what_is_repeated_takes_no_time(suffix, piece):
    head, foot = ("<rss><channel><item><title>", "</title></item></channel></rss>") if suffix == ".xml" else ("", "")
    require_linear(lambda size: head + piece * (size // len(piece)) + foot, f"a{suffix}")


def test_many_paragraphs_in_a_string_take_no_time():
    paragraph = "<p>Gusts of 42&nbsp;km in Vestland.<\\/p>\\n"
    head, foot = '{"title": "Storm", "text": "', '"}'
    (article,) = articles_in(f"{head}{paragraph * 2500}{foot}", "a.json")
    assert article.text.count("Vestland") == 2500
    require_linear(lambda size: head + paragraph * (4 * size // len(paragraph)) + foot, "a.json")


@pytest.mark.parametrize("suffix", [".html", ".md", ".json", ".xml"])
def test_a_line_of_a_megabyte_is_read(suffix):
    words = "The river rose by 3 percent. " * 34_500
    source = {
        ".html": f"<article><p>{words}</p></article>",
        ".md": words,
        ".json": f'{{"title": "River", "text": "{words}"}}',
        ".xml": f"<rss><channel><item><title>River</title><description>{words}</description></item></channel></rss>",
    }[suffix]
    began = time.process_time()
    (article,) = articles_in(source, f"a{suffix}")
    assert article.text.count("river") == 34_500
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ('<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><rss>&b;</rss>', "declares entities"),
        ('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss>&x;</rss>', "declares entities"),
        ('<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]><rss/>', "declares entities"),
        ("<rss>" + "<item>" * 600, "nested too deeply"),
        ("<rss><channel></item></channel></rss>", "is not well-formed XML: mismatched tag (line 1, column 17)"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "is XML but no news"),
    ],
)
def test_xml_reaches_for_nothing_and_expands_nothing(source, reason):
    assert reason in refusal(source, "a.xml")


def test_a_dtd_outside_is_not_looked_for():
    head = '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">'
    source = f"{head}<rss><channel><item><title>River &eacute; rose</title></item></channel></rss>"
    (article,) = articles_in(source, "a.rss")
    assert article.text == "River é rose"


def archive(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in members.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return stream.getvalue()


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked():
    bomb = archive(word__document_xml=b"<w>" + b" " * 50_000_000 + b"</w>")
    assert len(bomb) < 100_000
    began = time.process_time()
    with pytest.raises(UnreadableArticleError, match="unpacks to more than the size limit"):
        articles_in(bomb, "a.docx", max_size=1_000_000)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 and no more", "is no Word document"),
        (b"The river rose.", "is no Word document"),
        (archive(other_xml="<a/>"), "is a ZIP archive, but no Word document"),
        (archive(word__document_xml="<a>"), "is not well-formed XML"),
        (archive(word__document_xml='<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "declares entities"),
        (archive(word__document_xml="<a/>"), "holds no text"),
    ],
)
def test_a_damaged_word_document_is_refused_with_the_reason(data, reason):
    assert reason in refusal(data, "a.docx")


def test_yaml_bombs_are_not_expanded():
    levels = "\n".join(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 9))
    began = time.process_time()
    (article,) = articles_in(f"---\na0: &a0 [x, x]\n{levels}\ntitle: River\n---\nIt rose.", "a.md")
    assert article.text == "River\n\nIt rose."
    assert time.process_time() - began < 1
