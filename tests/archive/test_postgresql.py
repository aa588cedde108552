"""What only a server can do: refuse, be gone, and have a password that no message shows."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pg8000.native
import pytest

Program = Callable[..., tuple[int, str, str]]
CRANE = "date 2025-07-16 Crane topples in harbour\n\nA crane toppled in Gdynia on Tuesday, injuring two dock workers.\n"


@pytest.fixture(autouse=True)
def crane(tmp_path: Path) -> None:
    (tmp_path / "crane.txt").write_text(CRANE)


def require_error(outcome: tuple[int, str, str], *words: str) -> None:
    code, out, err = outcome
    assert (code, out) == (2, "")
    assert "unexpected" not in err
    assert "s3cret" not in err
    for word in words:
        assert word in err


def test_a_server_that_is_gone_is_named_without_its_password(program: Program) -> None:
    address = "postgresql://desk:s3cret@127.0.0.1:1/facts"
    for command in (("add", "crane.txt"), ("update",), ("remove", "crane.txt"), ("status",), ("verify",)):
        require_error(program("archive", *command, "--archive", address), "postgresql://desk:***@127.0.0.1:1/facts")
    require_error(program("check", "crane.txt", "--against", address), "desk:***@127.0.0.1:1/facts")


def test_the_password_is_in_no_warning_and_no_error_of_a_database(
    program: Program, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = database.replace("desk@", "desk:s3cret@")
    require_error(program("archive", "status", "--archive", address), "is no archive of factcheck")
    with monkeypatch.context() as patch:
        patch.setattr("factcheck.engines.map.extractor_version", lambda *_: "another")
        assert program("archive", "add", "crane.txt", "--archive", address)[0] == 0
    code, _, err = program("check", "crane.txt", "--against", address)
    assert (code, "s3cret" in err) == (0, False)
    assert "are left out" in err
    require_error(program("archive", "status", "--archive", f"{address}x"), "does not exist")


@pytest.mark.parametrize(
    "address",
    ["mysql://desk:s3cret@localhost/facts", "sqlite:///desk.db", "http://desk:s3cret@h/", "postgresql://u:s3cret@h:x/"],
)
def test_an_address_of_another_kind_is_told(program: Program, address: str) -> None:
    require_error(program("archive", "add", "crane.txt", "--archive", address), "address")


def test_another_programs_tables_are_left_alone(program: Program, database: str) -> None:
    with closing(_connection(database)) as connection:
        connection.run("CREATE TABLE files (id integer)")
        connection.run("CREATE TABLE hidden (id integer)")
    require_error(program("archive", "add", "crane.txt", "--archive", database), "is no archive of factcheck")
    with closing(_connection(database)) as connection:
        found = connection.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    assert found == [["files"], ["hidden"]]


def test_a_table_of_another_program_with_the_name_of_ours_for_views_is_not_used(
    program: Program, database: str
) -> None:
    assert program("archive", "add", "crane.txt", "--archive", database)[0] == 0
    with closing(_connection(database)) as connection:
        connection.run("CREATE TABLE hidden (view integer, article integer)")
    assert program("check", "crane.txt", "--against", database)[0] == 0
    with closing(_connection(database)) as connection:
        assert connection.run("SELECT count(*) FROM hidden") == [[0]]


def test_a_user_who_may_only_read_can_check_and_not_add(program: Program, database: str) -> None:
    program("archive", "add", "crane.txt", "--archive", database)
    name = database.rsplit("/", 1)[1]
    with closing(_connection(database)) as connection:
        connection.run(f"CREATE USER reader_{name}")
        connection.run(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader_{name}")
    reader = database.replace("desk@", f"reader_{name}@")
    assert program("check", "crane.txt", "--against", reader)[0] == 0
    Path("crane.txt").write_text(CRANE.replace("two", "three"))
    require_error(program("archive", "add", "crane.txt", "--archive", reader), "permission denied")
    with closing(_connection(database)) as connection:
        connection.run(f"DROP OWNED BY reader_{name}")
        connection.run(f"DROP USER reader_{name}")


def _connection(database: str) -> pg8000.native.Connection:
    port, name = database.rsplit(":", 1)[1].split("/")
    return pg8000.native.Connection("desk", host="127.0.0.1", port=int(port), database=name)
