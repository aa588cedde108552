"""`factcheck archive verify` finds what has been damaged behind the program's back."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.archive.opening import to_write
from factcheck.archive.writing import put
from factcheck.domain import Reading
from factcheck.extractor import extractor_version
from factcheck.lexicon import Lexicon

Program = Callable[..., tuple[int, str, str]]
FLOOD = "articles/flood/2025-03-14-river.txt"


@pytest.fixture
def kept(tmp_path: Path, readings: Mapping[str, Reading]) -> Path:
    path = tmp_path / "desk.db"
    with to_write(str(path)) as connection:
        for name in (FLOOD, "articles/summit/a-2025-05-06.txt"):
            put(connection, str(path), name, [readings[name]], extractor="this", root="")
    return path


def changed(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute(statement, values).rowcount > 0


DAMAGE = {
    "a claim is gone": ("DELETE FROM claims WHERE article = 1 AND number = 3", "a claim is missing"),
    "the last claim is gone": (
        "DELETE FROM claims WHERE article = 1 AND number = (SELECT max(number) FROM claims WHERE article = 1)",
        "its keys are not those of its claims",
    ),
    "a key is another": (
        "UPDATE keys SET key = key + 1 WHERE key = (SELECT min(key) FROM keys WHERE article = 1)",
        "its keys are not those of its claims",
    ),
    "a key is gone": (
        "DELETE FROM keys WHERE key = (SELECT min(key) FROM keys WHERE article = 1)",
        "its keys are not those of its claims",
    ),
    "a word is gone": (
        "DELETE FROM words WHERE word = (SELECT min(word) FROM words WHERE article = 1)",
        "its telling words are not those of its record",
    ),
    "a day is another": (
        "UPDATE words SET day = day + 1 WHERE article = 1",
        "its telling words are not those of its record",
    ),
    "a claim belongs to nothing": ("UPDATE claims SET article = 99 WHERE article = 1", "belongs to nothing"),
    "an article is gone": ("DELETE FROM articles WHERE id = 1", "has no article"),
    "two claims have changed places": (
        "UPDATE claims SET claim = (SELECT claim FROM claims WHERE article = 1 AND number = 0) WHERE number = 5",
        "its keys are not those of its claims",
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_found(program: Program, kept: Path, damage: str) -> None:
    statement, fault = DAMAGE[damage]
    changed(kept, statement)
    code, out, err = program("archive", "verify", "--archive", kept)
    assert (code, err) == (1, "")
    assert fault in out


@pytest.mark.parametrize(("table", "column"), [("claims", "claim"), ("articles", "record")])
@pytest.mark.parametrize("at", [0, 9, 40])
def test_a_changed_byte_is_found(program: Program, kept: Path, table: str, column: str, at: int) -> None:
    with closing(sqlite3.connect(kept)) as connection:
        (blob,) = connection.execute(f"SELECT {column} FROM {table} LIMIT 1").fetchone()
    flipped = bytearray(blob)
    flipped[at] ^= 1
    changed(kept, f"UPDATE {table} SET {column} = ? WHERE {column} = ?", bytes(flipped), blob)
    code, out, _ = program("archive", "verify", "--archive", kept)
    assert code == 1
    assert f"{FLOOD}: is damaged" in out


def test_a_damaged_claim_is_no_traceback_when_articles_are_checked(program: Program, kept: Path, desk: Path) -> None:
    changed(kept, "UPDATE claims SET claim = x'00'")
    changed(kept, "UPDATE files SET extractor = ?", extractor_version(Lexicon(), None))
    new = desk / "articles/flood/2025-03-15-river-second.txt"
    code, out, err = program("check", new, "--against", kept)
    assert (code, out) == (2, "")
    assert f"{kept}: is damaged" in err
    assert "archive verify" in err


def test_a_torn_page_is_found(program: Program, kept: Path) -> None:
    data = bytearray(kept.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4096] = b"\xff" * 4096
    kept.write_bytes(data)
    code, out, err = program("archive", "verify", "--archive", kept)
    assert code in {1, 2}
    assert "the database: " in out or "is damaged" in err


def test_what_is_wrong_is_told_as_json_too(program: Program, kept: Path) -> None:
    changed(kept, "UPDATE files SET name = char(27) || '[31m' WHERE id = 1")
    changed(kept, "DELETE FROM articles WHERE id = 1")
    code, out, _ = program("archive", "verify", "--archive", kept, "--format", "json")
    assert code == 1
    assert "\x1b" not in out
    assert '"faults": [' in out
    assert "\x1b" not in program("archive", "verify", "--archive", kept)[1]
