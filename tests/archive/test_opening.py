"""What is no archive, or one of another version, is told from one, and told what to do about it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.archive import opening, tables

Program = Callable[..., tuple[int, str, str]]
CRANE = "date 2025-07-16 Crane topples in harbour\n\nA crane toppled in Gdynia on Tuesday, injuring two dock workers.\n"
COMMANDS = (
    ("check", "crane.txt", "--against"),
    ("archive", "status", "--archive"),
    ("archive", "verify", "--archive"),
    ("archive", "add", "crane.txt", "--archive"),
    ("archive", "update", "--archive"),
    ("archive", "remove", "crane.txt", "--archive"),
)


@pytest.fixture(autouse=True)
def crane(tmp_path: Path) -> None:
    (tmp_path / "crane.txt").write_text(CRANE)


def require_error(outcome: tuple[int, str, str], *words: str) -> None:
    code, out, err = outcome
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    assert "unexpected" not in err
    for word in words:
        assert word in err


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[1])
@pytest.mark.parametrize("data", [b"a text\n" * 300, b"\x00" * 8192, b"SQLite format 3\x00" + b"\x07" * 4096])
def test_a_file_of_another_kind_is_no_archive_and_stays_as_it_is(
    program: Program, tmp_path: Path, command: tuple[str, ...], data: bytes
) -> None:
    (tmp_path / "other").write_bytes(data)
    require_error(program(*command, "other"), "factcheck: error: other: ")
    assert (tmp_path / "other").read_bytes() == data


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[1])
def test_another_programs_database_is_no_archive_and_gets_no_tables(
    program: Program, tmp_path: Path, command: tuple[str, ...]
) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection, connection:
        connection.execute("CREATE TABLE notes (text)")
    before = (tmp_path / "other.db").read_bytes()
    require_error(program(*command, "other.db"), "other.db: is no archive of factcheck")
    assert (tmp_path / "other.db").read_bytes() == before


@pytest.mark.parametrize("command", COMMANDS[:3], ids=lambda command: command[1])
def test_what_is_to_be_read_must_exist(program: Program, tmp_path: Path, command: tuple[str, ...]) -> None:
    require_error(program(*command, "none.db"), "none.db: no such archive", "factcheck archive add")
    require_error(program(*command, "no/such.db"), "no/such.db: no such archive")
    (tmp_path / "empty.db").write_bytes(b"")
    require_error(program(*command, "empty.db"), "empty.db: is no archive of factcheck")
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[1])
def test_a_folder_is_no_archive(program: Program, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "folder").mkdir()
    require_error(program(*command, "folder"), "folder: is a folder")


def test_an_archive_is_made_in_a_folder_that_exists(program: Program) -> None:
    require_error(program("archive", "add", "crane.txt", "--archive", "no/such.db"), "no/such.db: its folder does not")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[1])
def test_an_archive_of_a_later_version_is_left_alone(
    program: Program, tmp_path: Path, command: tuple[str, ...]
) -> None:
    program("archive", "add", "crane.txt", "--archive", "desk.db")
    with closing(sqlite3.connect(tmp_path / "desk.db")) as connection, connection:
        connection.execute("UPDATE properties SET value = '7'")
    require_error(program(*command, "desk.db"), "desk.db: is of version 7", "use a newer factcheck")


@pytest.mark.parametrize("version", ["", "new", "-1"])
def test_a_version_that_is_no_number_is_a_broken_archive(program: Program, tmp_path: Path, version: str) -> None:
    program("archive", "add", "crane.txt", "--archive", "desk.db")
    with closing(sqlite3.connect(tmp_path / "desk.db")) as connection, connection:
        connection.execute("UPDATE properties SET value = ?", [version])
    require_error(program("archive", "status", "--archive", "desk.db"), "is no archive of factcheck, or a broken one")


def test_an_older_version_becomes_this_one_when_it_is_written(
    program: Program, archive: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("archive", "add", "crane.txt", "--archive", archive)
    before = program("archive", "verify", "--archive", archive)
    for module in (tables, opening):
        monkeypatch.setattr(module, "SCHEMA_VERSION", 3)
    steps = {1: ["CREATE TABLE desks (name TEXT)"], 2: ["INSERT INTO desks VALUES ('sports')", "DELETE FROM desks"]}
    monkeypatch.setattr(tables, "MIGRATIONS", steps)
    require_error(program("check", "crane.txt", "--against", archive), "is of an older version", "archive update")
    assert program("archive", "update", "--archive", archive)[0] == 0
    assert program("archive", "update", "--archive", archive)[0] == 0
    assert "version 3" in program("archive", "status", "--archive", archive)[1]
    assert program("archive", "verify", "--archive", archive) == before


def test_a_migration_that_fails_changes_nothing(
    program: Program, archive: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("archive", "add", "crane.txt", "--archive", archive)
    before = program("archive", "verify", "--archive", archive)
    with monkeypatch.context() as patch:
        for module in (tables, opening):
            patch.setattr(module, "SCHEMA_VERSION", 2)
        patch.setattr(tables, "MIGRATIONS", {1: ["DROP TABLE keys", "INSERT INTO nothing VALUES (1)"]})
        require_error(program("archive", "update", "--archive", archive), "the database says")
    assert program("archive", "verify", "--archive", archive) == before
