"""Markdown as GitHub renders it: tables whose cells say what was meant, and nothing of an article takes effect."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st

from factcheck.config import Format
from factcheck.domain import Result, Severity, Verdict
from factcheck.reports.escape import visible_words
from factcheck.reports.formats import render
from factcheck.reports.layout import Layout
from factcheck.reports.markdown import plain

OURS = {"table", "thead", "tbody", "tr", "th", "td", "br", "span", "strong", "h3", "ul", "li", "p"}


class Page(HTMLParser):
    """The elements of a page, the cells of its tables, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.cells: list[str] = []
        self.text = ""
        self.in_cell = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(attrs)))
        if tag in {"td", "th"}:
            self.cells.append("")
            self.in_cell = True
        if tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        self.in_cell = self.in_cell and tag not in {"td", "th"}

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", ()))

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.in_cell:
            self.cells[-1] += data


def rendered(markdown: str) -> Page:
    # unsafe lets HTML through, so that nothing is left to the renderer's own care
    return Page(github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE))


def test_a_table_of_findings_and_what_was_looked_at(result: Result) -> None:
    page = rendered(render(result, Format.MARKDOWN, Layout()))
    assert {tag for tag, _ in page.elements} <= OURS
    assert page.cells[:5] == ["severity", "rule", "place", "conflicts with", "why"]
    assert page.cells[5:9] == [
        "error",
        "Q201 quotation-altered",
        "desk/flood-morning.txt:3\nWe will bring them 20 boats before nightfall",
        "desk/flood-evening.txt:3\nWe will bring them 200 boats before nightfall",
    ]
    assert page.text.startswith("factcheck: 2 errors, 1 warning, 3 notes\n")
    assert "4 articles (1 not read), 2 claims, 3 pairs compared" in page.text
    assert sum(tag == "tr" for tag, _ in page.elements) == 4


def test_notes_and_pairs_are_listed_when_asked_for(result: Result) -> None:
    page = rendered(render(result, Format.MARKDOWN, Layout(notes=True, show=frozenset(Verdict))))
    assert sum(tag == "tr" for tag, _ in page.elements) == 11
    assert "both name Ines Prado chief of the fire service" in page.text


def test_quiet_is_the_table_alone(result: Result) -> None:
    assert render(result, Format.MARKDOWN, Layout(quiet=True)).startswith("| severity |")
    assert render(replace(result, findings=()), Format.MARKDOWN, Layout(quiet=True)) == ""


def test_hostile_words_are_words(told: Callable[..., Result], hostile: str) -> None:
    result = told(hostile)
    page = rendered(render(result, Format.MARKDOWN, Layout()))
    assert {tag for tag, _ in page.elements} <= OURS
    assert not any(attributes for _, attributes in page.elements)
    assert len(page.cells) == 10
    said = " ".join(visible_words(hostile).split())
    assert " ".join(page.cells[9].split()).startswith(said[:500])


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_words_are_shown_as_they_are(words: str) -> None:
    page = rendered(f"| a |\n| --- |\n| x{plain(words)}x |\n")
    assert {tag for tag, _ in page.elements} <= {"table", "thead", "tbody", "tr", "th", "td", "span"}
    assert page.cells == ["a", f"x{visible_words(words)}x"]


def test_what_github_links_without_markup_is_broken_up() -> None:
    escaped = plain("@user #12 http://evil.example www.evil.example :smile: $x$")
    bare = re.sub("<span>.</span>", "\x00", escaped)
    for mark in ("@", "#1", "://", "www.", ":smile", "$"):
        assert mark not in bare


def test_a_summary_fits_what_github_takes(result: Result) -> None:
    error = next(finding for finding in result.findings if finding.severity is Severity.ERROR)
    findings = tuple(replace(error, fingerprint=f"fc1:{number}", message="é" * 100) for number in range(5000))
    summary = render(replace(result, findings=findings), Format.MARKDOWN, Layout(show=frozenset(Verdict)))
    assert len(summary.encode()) < 1024 * 1024
    listed = summary.count("**error**")
    assert listed > 500
    assert f"\n{5000 - listed:,} more that a summary has no room for" in summary
