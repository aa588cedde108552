"""CSV read back by a strict reader: a row a finding, and no cell that a spreadsheet would run."""

import csv
from collections.abc import Callable
from io import StringIO

from factcheck.config import Format
from factcheck.domain import Result
from factcheck.reports.escape import visible_words
from factcheck.reports.formats import render
from factcheck.reports.layout import Layout


def rows(output: str) -> list[dict[str, str]]:
    assert output.endswith("\r\n")
    return list(csv.DictReader(StringIO(output, newline=""), strict=True))


def test_a_row_a_finding_with_both_sides(result: Result) -> None:
    told = rows(render(result, Format.CSV, Layout()))
    assert len(told) == len(result.findings)
    conflict = next(row for row in told if row["rule"] == "N202")
    assert conflict["severity"] == "warning"
    assert (conflict["path"], conflict["line"], conflict["text"]) == ("desk/flood-morning.txt", "3", "340 people")
    assert (conflict["other_role"], conflict["other_path"], conflict["other_value"]) == (
        "conflicts",
        "desk/flood-evening.txt",
        "430",
    )
    alone = next(row for row in told if row["rule"] == "A101")
    assert (alone["other_role"], alone["other_path"], alone["further"]) == ("", "", "")


def test_no_finding_is_a_header_alone(result: Result) -> None:
    output = render(Result((), (), (), ()), Format.CSV, Layout())
    assert rows(output) == []
    assert output.startswith("rule,name,variant,severity,")


def test_hostile_words_are_words(told: Callable[..., Result], hostile: str) -> None:
    output = render(told(hostile), Format.CSV, Layout())
    assert output.count("\n") == 2
    [row] = rows(output)
    said = visible_words(hostile)
    assert row["text"].removeprefix("'") == row["other_text"].removeprefix("'") == said
    assert row["message"].removeprefix("'") == said
    assert set(row) == set(rows(render(told("it"), Format.CSV, Layout()))[0])
    for cell in row.values():
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


def test_no_two_paths_look_alike(told: Callable[..., Result]) -> None:
    paths = ("a b.txt", "a\nb.txt", "a\tb.txt")
    assert len({rows(render(told("it", path), Format.CSV, Layout()))[0]["path"] for path in paths}) == 3


def test_formulas_are_made_harmless_and_nothing_else_is_touched(told: Callable[..., Result]) -> None:
    for words, cell in (
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-5 percent", "'-5 percent"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1", "' =1"),
        ("\t=1", "' =1"),
        ("\r=1", "' =1"),
        ("\ttabbed", "' tabbed"),
        ("＝1", "'＝1"),
        ("5-6%", "5-6%"),
        ("it's = 1", "it's = 1"),
    ):
        [row] = rows(render(told(words), Format.CSV, Layout()))
        assert row["text"] == cell
