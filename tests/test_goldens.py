"""The whole output over seeds/, to the letter; FACTCHECK_UPDATE_GOLDENS=1 writes it anew, to be read in the diff."""

import json
import os
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.config import Format

ROOT = Path(__file__).parent.parent
GOLDENS = Path(__file__).parent / "goldens"
RUNS = {
    "table.txt": ["seeds/"],
    "table-notes.txt": ["seeds/", "--notes"],
    "text.txt": ["seeds/", "--format", "text"],
    "check.json": ["seeds/", "--format", "json", "--show", "agree,explained,rewording,spelling,vague"],
    "check.jsonl": ["seeds/", "--output", "jsonl"],
    "check.csv": ["seeds/", "--output", "csv"],
    "check.md": ["seeds/", "--output", "markdown"],
    "check.sarif": ["seeds/", "--output", "sarif"],
    "github.txt": ["seeds/", "--output", "github", "--notes"],
    "gitlab.json": ["seeds/", "--output", "gitlab"],
    "junit.xml": ["seeds/", "--output", "junit"],
    "rdjson.json": ["seeds/", "--output", "rdjson"],
    "report.html": ["seeds/", "--output", "html"],
    "rules.txt": ["rules"],
    "explain-D101.txt": ["explain", "D101"],
}


@pytest.mark.parametrize("name", sorted(RUNS))
def test_the_output_is_the_golden(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "120")
    code = main(RUNS[name])
    written = capsys.readouterr().out
    golden = GOLDENS / name
    if os.environ.get("FACTCHECK_UPDATE_GOLDENS"):
        golden.write_bytes(written.encode())  # bytes, as CSV has line ends of its own
    assert written.encode() == golden.read_bytes()
    assert code == (1 if RUNS[name][0] == "seeds/" else 0)


@pytest.mark.parametrize("name", ["table.txt", "table-notes.txt"])
def test_a_table_fits_120_columns(name: str) -> None:
    table = (GOLDENS / name).read_text(encoding="utf-8")
    assert max(map(len, table.splitlines())) <= 120


def test_every_format_has_a_golden() -> None:
    forms = {word for arguments in RUNS.values() for word in arguments if word in set(Format)}
    assert forms | {Format.TABLE} == set(Format)


def test_the_golden_json_says_what_was_shown() -> None:
    check = json.loads((GOLDENS / "check.json").read_text(encoding="utf-8"))
    assert {pair["verdict"] for pair in check["shown"]} == {"agree", "explained", "rewording", "spelling", "vague"}
    assert check["summary"]["articles"] == 5
