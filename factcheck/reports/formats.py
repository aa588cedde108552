"""Every format of every output, in one place: mypy finds what was forgotten."""

from collections.abc import Sequence
from typing import assert_never

from factcheck.config import Format
from factcheck.domain import Claim, Location, Mention, Pair, Result, Story
from factcheck.reports import rows
from factcheck.reports.csv import render_csv
from factcheck.reports.github import render_github
from factcheck.reports.gitlab import render_gitlab
from factcheck.reports.html.page import render_html
from factcheck.reports.json import render_json
from factcheck.reports.jsonl import render_jsonl
from factcheck.reports.junit import render_junit
from factcheck.reports.layout import Layout
from factcheck.reports.markdown import render_markdown
from factcheck.reports.rdjson import render_rdjson
from factcheck.reports.sarif import render_sarif
from factcheck.reports.table import render_table
from factcheck.reports.text import render_text
from factcheck.rule import Rule


def render(result: Result, form: Format, layout: Layout, rules: Sequence[Rule] = ()) -> str:  # noqa: C901 - a case a format
    """Return a result in a format; `rules` are told of in those that explain their codes."""
    match form:
        case Format.TABLE:
            return render_table(result, layout)
        case Format.TEXT:
            return render_text(result, layout)
        case Format.JSON:
            return render_json(result, layout)
        case Format.JSONL:
            return render_jsonl(result, layout)
        case Format.CSV:
            return render_csv(result, layout)
        case Format.MARKDOWN:
            return render_markdown(result, layout)
        case Format.SARIF:
            return render_sarif(result, layout, rules)
        case Format.GITHUB:
            return render_github(result, layout)
        case Format.GITLAB:
            return render_gitlab(result, layout)
        case Format.JUNIT:
            return render_junit(result, layout)
        case Format.RDJSON:
            return render_rdjson(result, layout, rules)
        case Format.HTML:
            return render_html(result, layout)
        case _:
            assert_never(form)


def render_mentions(found: Sequence[tuple[Location, Mention]], form: Format, layout: Layout) -> str:
    """Return mentions in a format; for people there is one, the table."""
    return rows.mentions_json(found) if form is Format.JSON else rows.mentions_rows(found, layout)


def render_claims(claims: Sequence[Claim], form: Format, layout: Layout) -> str:
    """Return claims in a format; for people there is one, the table."""
    return rows.claims_json(claims) if form is Format.JSON else rows.claims_rows(claims, layout)


def render_pairs(pairs: Sequence[Pair], form: Format, layout: Layout) -> str:
    """Return judged pairs in a format; for people there is one, the table."""
    return rows.pairs_json(pairs) if form is Format.JSON else rows.pairs_rows(pairs, layout)


def render_stories(stories: Sequence[Story], form: Format, layout: Layout) -> str:
    """Return stories in a format; for people there is one, the table."""
    return rows.stories_json(stories) if form is Format.JSON else rows.stories_rows(stories, layout)
