"""The page as markup: well-formed, closed to everything from outside, its parts leading to each other."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from factcheck.domain import Result, Suppressed, Verdict
from factcheck.reports.html.markup import element, joined, text
from factcheck.reports.html.page import render_html
from factcheck.reports.layout import Layout

VOID = {"meta", "input", "wbr", "br"}


class Reader(HTMLParser):
    """Reads a page and fails where an element is not closed; collects names, links, attributes and what is said."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.loading: list[str] = []
        self.said: dict[str, list[str]] = {}
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        given = dict(attrs)
        self.attributes |= given.keys()
        self.names += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.loading += [tag for name in ("src", "srcset", "data", "action", "xlink:href") if name in given]
        self.loading += [tag] if tag in {"link", "img", "iframe", "object", "embed", "base"} else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.setdefault(self.open[-1] if self.open else "", []).append(data)


@pytest.fixture(scope="module")
def page(result: Result) -> str:
    return render_html(result, Layout(show=frozenset(Verdict)))


def test_the_page_is_well_formed_and_its_links_lead_somewhere(page: str, quake: Result) -> None:
    for written in (page, render_html(quake, Layout())):
        read = Reader(written)
        assert len(read.names) == len(set(read.names))
        assert {link.removeprefix("#") for link in read.links} <= set(read.names)
        assert all(link.startswith("#") for link in read.links)


def test_nothing_is_loaded_and_nothing_runs_but_its_own_script(page: str) -> None:
    read = Reader(page)
    assert read.loading == []
    assert {name for name in read.attributes if name.startswith("on") or name == "style"} == set()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    for name in ("style", "script"):
        (source,) = read.said[name]
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{name}-src &#x27;sha256-{digest}&#x27;" in policy[1]
    assert policy[1].startswith("default-src &#x27;none&#x27;;")


def test_three_numbers_and_what_was_not_looked_at(page: str) -> None:
    said = re.sub(r"<[^>]+>", "", page.partition('class="numbers"')[2].partition("</ul>")[0])
    assert said.split(maxsplit=1)[1] == (
        "claims in 4 articles, 1 of them not read3 pairs compared in 1 story6 findings 2 errors, 1 warning, 3 notes"
    )
    assert "sentences too long to parse" in page
    assert "unknown suffix" in page
    assert "not read: binary" in page


def test_the_gravest_come_first_and_notes_are_folded(page: str, result: Result) -> None:
    grave = re.findall(r'<article class="card (\w+)"', page)
    assert grave == ["error", "error", "warning", "note", "note", "note"]
    assert page.count("<summary>The passage</summary>") == 3
    assert "<summary>" not in render_html(result, Layout(notes=True)).partition('id="stories"')[0]


def test_without_findings_the_page_says_so(result: Result) -> None:
    empty = render_html(Result(result.articles, (), (), ()), Layout())
    assert "Nothing was found that cannot all be true." in empty
    assert 'id="filters"' not in empty.partition("<script>")[0]


def test_what_is_kept_from_being_told_is_listed_apart(result: Result) -> None:
    kept = Suppressed(result.findings[0], "baseline", "an old slip", "factcheck-baseline.json:4")
    written = render_html(replace(result, findings=result.findings[1:], suppressed=(kept,)), Layout())
    assert "1 finding kept from being told" in written
    assert "an old slip<small> factcheck-baseline.json:4</small>" in written
    assert written.count('class="card') == 5


def test_words_become_text_and_never_markup() -> None:
    assert text('<b>"\u202e&amp;\x00') == '&lt;b&gt;"\\u202e&amp;amp;\\x00'
    assert element("a", "<b>", element("i", "x"), None, "", href='"><b>\u2028', class_="x", hidden=True, lang=None) == (
        '<a href="&quot;&gt;&lt;b&gt; " class="x" hidden>&lt;b&gt;<i>x</i></a>'
    )
    assert joined(["a<", None, element("br")], " ") == "a&lt; <br>"
    assert element("line", x1=2.0, y1=0.25) == '<line x1="2" y1="0.2"></line>'


def test_the_files_of_the_page_are_beside_it() -> None:
    folder = Path(__file__).parents[3] / "factcheck" / "reports" / "html"
    assert (folder / "report.css").is_file()
    assert "</script" not in (folder / "report.js").read_text(encoding="utf-8")
