"""Hostile article text and file names never reach the terminal raw."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.config import Format
from factcheck.domain import Location, Result, Verdict
from factcheck.reports.escape import visible, visible_json, visible_words
from factcheck.reports.formats import render, render_claims, render_pairs
from factcheck.reports.layout import Layout

RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
HOSTILE = "\x1b[2J\x1b]8;;http://a.example\x07link\x1b]8;;\x07 \u202eevil\u2066 \x00 \x9b31m two\r\nlines"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x1b]8;;x\x07", "\\x1b]8;;x\\x07"),
        ("\u202etxt.exe", "\\u202etxt.exe"),
        ("a\x00b", "a\\x00b"),
        ("\x9b1m", "\\x9b1m"),
        ("a\nb.txt", "a\\nb.txt"),
        ("caf\u00e9 \u4e2d \u200d", "caf\u00e9 \u4e2d \u200d"),
        ("\udcff.txt", "\\udcff.txt"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_line_breaks_in_an_article_become_spaces() -> None:
    assert visible_words("the\nriver\tAlder\u2028rose") == "the river Alder rose"


@given(st.text(st.characters()))
def test_nothing_raw_is_left_and_json_says_the_same(text: str) -> None:
    assert not RAW.search(visible(text))
    assert "\n" not in visible_words(text)
    escaped = visible_json(json.dumps(text, ensure_ascii=False))
    assert not RAW.search(escaped)
    assert json.loads(escaped) == text


def hostile(place: Location) -> Location:
    sentence = f"He saw {HOSTILE} there."
    return replace(
        place, path="a\n\x1b[1mb.txt", text=HOSTILE, start=7, end=7 + len(HOSTILE), sentence=sentence, sentence_start=0
    )


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("width", [40, 80, 120])
def test_hostile_articles_do_not_reach_the_terminal_raw(result: Result, form: Format, width: int) -> None:
    layout = Layout(width=width, notes=True, show=frozenset(Verdict))
    bad = replace(
        result,
        findings=tuple(
            replace(finding, message=HOSTILE, primary=hostile(finding.primary)) for finding in result.findings
        ),
        pairs=tuple(replace(pair, why=HOSTILE, a_place=hostile(pair.a_place)) for pair in result.pairs),
        claims=tuple(replace(claim, place=hostile(claim.place), subjects=(HOSTILE,)) for claim in result.claims),
        left_out={HOSTILE: 1},
    )
    for output in (
        render(bad, form, layout),
        render_claims(bad.claims, form, layout),
        render_pairs(bad.pairs, form, layout),
    ):
        assert not RAW.search(output.replace("\r\n", "\n") if form is Format.CSV else output)
        output.encode("utf-8")
