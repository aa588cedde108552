"""The page: one file with its own style and script, which may load nothing and run nothing else."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from factcheck import __version__
from factcheck.domain import Result
from factcheck.reports.html.findings import findings_section, pairs_section
from factcheck.reports.html.markup import Html, as_is, element, joined
from factcheck.reports.html.numbering import Numbered, numbered
from factcheck.reports.html.stories import stories_section
from factcheck.reports.html.summary import articles_section, not_looked_at, numbers
from factcheck.reports.layout import Layout, counted

_TITLE = "factcheck report"


def render_html(result: Result, layout: Layout) -> str:
    """Return a result as a page of HTML that is whole in itself.

    Its Content Security Policy (level 3) allows this style and this script by their hashes and nothing else: no request
    leaves the page, and no word of an article can become a command. All findings stand in it; `layout.notes` opens the
    passages of notes, `layout.show` adds the pairs of these verdicts.
    """
    page = numbered(result)
    return f"<!DOCTYPE html>\n{element('html', _head(page), _body(page, layout), lang='en')}\n"


def _head(page: Numbered) -> Html:
    style, script = _source("report.css"), _source("report.js")
    allowed = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    found = counted(len(page.findings), "finding")
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{_TITLE}: {found}"),
        element("style", as_is(style)),
    )


def _body(page: Numbered, layout: Layout) -> Html:
    parts = [
        ("findings", "Findings", findings_section(page, layout)),
        ("compared", "Compared", pairs_section(page, layout)),
        ("stories", "Stories", stories_section(page)),
        ("looked-at", "What was looked at", not_looked_at(page)),
        ("articles", "Articles", articles_section(page)),
    ]
    written = [(name, title, part) for name, title, part in parts if part is not None]
    links = [element("li", element("a", title, href=f"#{name}")) for name, title, _ in written]
    return element(
        "body",
        element("a", "Skip to the findings", href="#findings", class_="skip"),
        element(
            "header",
            element("h1", _TITLE),
            element("nav", element("ul", *links), aria_label="Parts of the report"),
            element("button", "Dark", type="button", id="theme", aria_pressed="false", hidden=True),
        ),
        element("main", numbers(page), joined([part for _, _, part in written], "\n")),
        _footer(),
        element("script", as_is(_source("report.js"))),
    )


def _footer() -> Html:
    told = (
        f"Made by factcheck {__version__}. It shows what cannot all be true, and never says which side is right. "
        "What a rule looks for, and when it keeps silent, is told by "
    )
    return element("footer", element("p", told, element("code", "factcheck explain CODE"), "."))


@cache
def _source(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    """Return a source's hash as a Content Security Policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
