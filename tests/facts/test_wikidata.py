"""A query's result to a facts file."""

import json
from pathlib import Path

import pytest

from factcheck.errors import FactsError
from factcheck.facts.load import examine_facts
from factcheck.facts.wikidata import facts_from_wikidata
from factcheck.lexicon import Lexicon

ROW = {
    "office": "http://x/entity/Q1",
    "officeLabel": "Governor of Khabarovsk Krai",
    "ofLabel": "Khabarovsk Krai",
    "holder": "http://x/entity/Q42",
    "holderLabel": "Pyotr Lisin",
    "from": "2024-09-20T00:00:00Z",
    "fromPrecision": "11",
}


def made(tmp_path: Path, *rows: dict[str, str | None]) -> tuple[str, dict[str, int]]:
    bindings = [{name: {"type": "literal", "value": value} for name, value in row.items() if value} for row in rows]
    path = tmp_path / "result.json"
    path.write_text(json.dumps({"head": {"vars": []}, "results": {"bindings": bindings}}), encoding="utf-8")
    return facts_from_wikidata(path, Lexicon())


def test_a_row_is_an_entry_and_its_further_names_are_put_together(tmp_path: Path) -> None:
    text, left_out = made(tmp_path, {**ROW, "also": "P. Lisin"}, {**ROW, "also": "Petr Lisin"}, ROW)
    assert text == (
        "offices:\n"
        '  - {office: "Governor", of: "Khabarovsk Krai", holder: "Pyotr Lisin", also: ["P. Lisin", "Petr Lisin"], '
        'from: 2024-09-20, source: "Wikidata Q42"}\n'
    )
    assert left_out == {}


@pytest.mark.parametrize(("precision", "date"), [("9", "2024"), ("10", "2024-09"), ("11", "2024-09-20")])
def test_a_date_is_as_precise_as_it_is_known(tmp_path: Path, precision: str, date: str) -> None:
    text, _ = made(tmp_path, {**ROW, "fromPrecision": precision, "to": "2025-01-01T00:00:00Z", "toPrecision": "9"})
    assert f"from: {date}, to: 2025," in text


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"holderLabel": "Q42"}, "no name in English"),
        ({"from": None}, "no from"),
        ({"ofLabel": None}, "no of"),
        ({"from": "t1234"}, "days that are none, or in the wrong order"),
        ({"fromPrecision": "8"}, "days that are none, or in the wrong order"),
        ({"to": "2020-01-01T00:00:00Z"}, "days that are none, or in the wrong order"),
        ({"officeLabel": "Grand Vizier"}, "an office or country that the lexicon has not"),
        ({"officeLabel": "president", "ofLabel": "Ruritania"}, "an office or country that the lexicon has not"),
    ],
)
def test_what_makes_no_entry_is_counted(tmp_path: Path, change: dict[str, str | None], reason: str) -> None:
    text, left_out = made(tmp_path, {**ROW, **change})
    assert text == "offices: []\n"
    assert left_out == {reason: 1}


@pytest.mark.parametrize(
    "name",
    ['a", from: 1, x: "', "line\nbreak", "\u202e\u2028\x07", "😀\u202e", "{}[]&*!|>'%@`", "Łódź - x: y #z", "\\"],
)
def test_no_name_breaks_out_of_its_entry(tmp_path: Path, name: str) -> None:
    text, left_out = made(tmp_path, {**ROW, "holderLabel": f"Pyotr {name} Lisin"}, ROW)
    assert left_out == {}
    assert text.isascii() or "\u202e" not in text
    path = tmp_path / "facts.yml"
    path.write_text(text, encoding="utf-8")
    sound, _ = examine_facts([path], Lexicon())
    assert sound == 2


def test_the_order_of_the_rows_does_not_matter(tmp_path: Path) -> None:
    rows = [{**ROW, "also": "P. Lisin"}, {**ROW, "holderLabel": "Anton Rybin", "from": "2018-01-01"}, ROW]
    assert made(tmp_path, *rows) == made(tmp_path, *reversed(rows))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is not JSON"),
        ('{"a":' * 100_000, "is not JSON"),
        ('{"results": {"bindings": [{"holder": {"value": "\\ud800"}}]}}', "is not JSON"),
        ("[]", "is no query's result: Expected `object`, got `array`"),
        ('{"results": {"bindings": [{"holder": 5}]}}', "is no query's result: Expected `object`, got `int`"),
    ],
)
def test_what_is_no_result_is_refused(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "result.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FactsError, match="expected a SPARQL result in JSON") as caught:
        facts_from_wikidata(path, Lexicon())
    assert words in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="can't be read: No such file"):
        facts_from_wikidata(tmp_path / "none.json", Lexicon())
