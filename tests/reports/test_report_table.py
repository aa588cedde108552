"""The table and the text, as a person sees them."""

from dataclasses import replace

import pytest

from factcheck.config import Format
from factcheck.domain import Result, Suppressed, Verdict
from factcheck.reports.formats import render
from factcheck.reports.layout import Layout, columns, counted, cut, share, wrap, wrap_path

TABLE = """\
rule     place                     claim                        conflicts with               why
-------  ------------------------  ---------------------------  ---------------------------  ---------------------------
error    desk/flood-morning.txt:3  We will bring them 20 boats  desk/flood-evening.txt:3     one statement of Ines Prado
Q201                               before nightfall             We will bring them 200       in two wordings: “20” and
                                                                boats before nightfall       “200” boats

error    desk/flood-morning.txt:4  The ministers met in Riga    published 2025-03-03 (line   told as past, but
D101                               on March 6.                  1)                           2025-03-06 is 3 days after
                                                                                             the article was published
                                                                                             (2025-03-03)

warning  desk/flood-morning.txt:3  … its banks on Sunday, and   desk/flood-evening.txt:3     340 and 430 people had to
N202                               340 people in the villages   In Upper and Lower Wending   leave their houses in
                                   of …                         430 people had to leave      Wending: digits swapped?
                                                                their …

 1 note  A101 no-publication-date: no date of publication
2 notes  P101 name-spelled-two-ways

4 articles (1 not read), 2 claims, 3 pairs compared: 2 errors, 1 warning, 3 notes
left out: sentences too long to parse (1)
skipped: unknown suffix (2)
"""

TEXT = """\
error Q201 quotation-altered: one statement of Ines Prado in two wordings: “20” and “200” boats
  desk/flood-morning.txt:3:153
    … service said. “We will bring them 20 boats before nightfall,” said its …
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  conflicts with desk/flood-evening.txt:3:90
    … service said. “We will bring them 200 boats before nightfall,” its …
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

error D101 event-after-publication: told as past, but 2025-03-06 is 3 days after the article was published (2025-03-03)
  desk/flood-morning.txt:4:30
    The ministers met in Riga on March 6.
                                 ^^^^^^^
  published desk/flood-morning.txt:1:6
    date 2025-03-03 Flood cuts off the Alder valley
         ^^^^^^^^^^
"""


def test_table(result: Result) -> None:
    assert render(result, Format.TABLE, Layout()) == TABLE


def test_text(result: Result) -> None:
    output = render(replace(result, findings=result.findings[1:2] + result.findings[3:4]), Format.TEXT, Layout(80))
    assert output.startswith(TEXT)


def test_below_100_columns_a_place_stands_above_its_claim(result: Result) -> None:
    lines = render(result, Format.TABLE, Layout(80)).split("\n")
    assert lines[0].split() == ["rule", "claim", "conflicts", "with", "why"]
    assert lines[2:4] == [
        "error    desk/                   desk/                   one statement of Ines",
        "Q201     flood-morning.txt:3     flood-evening.txt:3     Prado in two wordings:",
    ]


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_no_line_of_a_table_is_wider_than_the_terminal(result: Result, width: int) -> None:
    output = render(result, Format.TABLE, Layout(width, notes=True, show=frozenset(Verdict)))
    table = output.split("4 articles")[0]
    assert max(columns(line) for line in table.split("\n")) <= width


def test_notes_are_listed_when_asked_for(result: Result) -> None:
    output = render(result, Format.TABLE, Layout(notes=True))
    assert "note     desk/undated.txt:1" in output
    assert "2 notes  P101" not in output


def test_quiet_leaves_findings_alone(result: Result) -> None:
    assert "articles" not in render(result, Format.TABLE, Layout(quiet=True)).replace("the article", "")
    assert render(replace(result, findings=()), Format.TABLE, Layout(quiet=True)) == ""
    assert render(replace(result, findings=()), Format.TEXT, Layout(quiet=True)) == ""


def test_only_severities_are_coloured(result: Result) -> None:
    output = render(result, Format.TABLE, Layout(colour=True))
    assert "\x1b[31;1merror\x1b[0m    desk/" in output
    plain = output
    for code in ("\x1b[31;1m", "\x1b[33m", "\x1b[36m", "\x1b[0m"):
        plain = plain.replace(code, "")
    assert plain == TABLE


def test_the_order_of_findings_and_pairs_does_not_matter(result: Result) -> None:
    turned = replace(result, findings=result.findings[::-1], pairs=result.pairs[::-1], articles=result.articles[::-1])
    layout = Layout(show=frozenset(Verdict), notes=True)
    for form in Format:
        assert render(turned, form, layout) == render(result, form, layout)


def test_words() -> None:
    assert wrap("a flood in the valley", 10) == ["a flood in", "the valley"]
    assert wrap("a flood in the valley", 10, lines=1) == ["a flood …"]
    assert wrap("incomprehensibilities", 10) == ["incomprehe", "nsibilitie", "s"]
    assert wrap_path("seeds/long-name.txt:3", 15) == ["seeds/", "long-name.txt:3"]
    assert wrap_path("seeds/long-name.txt:3", 10) == ["seeds/", "long-name.", "txt:3"]
    assert cut("the valley", 6) == "the v…"
    assert (columns("中国"), columns("e\u0301")) == (4, 1)
    assert wrap("中国中国", 5) == ["中国", "中国"]
    assert share([5, 50, 50], 60) == [5, 27, 28]
    assert share([40, 50, 50], 80, [2, 1, 1]) == [40, 20, 20]
    assert (counted(1, "pair"), counted(1204, "pair"), counted(0, "story", "stories")) == (
        "1 pair",
        "1,204 pairs",
        "0 stories",
    )


@pytest.mark.parametrize("form", [Format.TABLE, Format.TEXT])
def test_what_is_suppressed_is_counted_by_what_says_so(result: Result, form: Format) -> None:
    places = (
        "a/factcheck-baseline.json:7",
        "a/factcheck-ignore.toml:3",
        "desk-ignores.toml",
        "b/factcheck-ignore.toml:9",
    )
    ways = ("baseline", "ignore", "ignore", "ignore", "comment")
    suppressed = tuple(
        Suppressed(result.findings[0], by=by, place=place) for by, place in zip(ways, (*places, "a.md:3"), strict=True)
    )
    written = render(replace(result, suppressed=suppressed), form, Layout())
    assert (
        "1 warning, 3 notes\n5 findings suppressed: 2 by factcheck-ignore.toml, 1 by comments, 1 by desk-ignores.toml, "
        "1 by the baseline\nleft out:"
    ) in written
    assert "suppressed" not in render(result, form, Layout())
