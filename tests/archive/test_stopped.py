"""What is stopped half-way, in the way of another, or out of room loses nothing that was kept."""

import importlib.util
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

from factcheck.archive.connection import keep_log, open_engine, told
from factcheck.cli import main
from factcheck.errors import ArchiveError

Program = Callable[..., tuple[int, str, str]]
Started = Callable[..., "subprocess.Popen[str]"]
ROOT = Path(__file__).parents[2]
KILLS = 6


@pytest.fixture(scope="module")
def crash() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmarks_crash", ROOT / "benchmarks" / "crash.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def news(tmp_path: Path, stories: ModuleType) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for report in stories.reports(14):
        (folder / Path(report.name).name).write_text(report.text, "utf-8")
    return folder


def digest(program: Program, archive: object) -> str:
    code, out, err = program("archive", "verify", "--archive", archive)
    assert (code, err) == (0, "")
    return out


def test_a_run_that_is_killed_anywhere_loses_nothing(crash: ModuleType, archive: str, tmp_path: Path) -> None:
    crash.articles(tmp_path, generated=2)
    found = crash.survive(tmp_path, archive, KILLS)
    assert found.wrong == ()
    assert found.killed == KILLS


def test_two_programs_may_add_the_same_files_at_once(
    program: Program, started: Started, archive: str, news: Path
) -> None:
    both = [started("archive", "add", "news", "--archive", archive) for _ in range(2)]
    for process in both:
        _, err = process.communicate(timeout=300)
        assert (process.returncode, err) == (0, "")
    program("archive", "add", "news", "--archive", "alone.db")
    assert digest(program, archive) == digest(program, "alone.db")


def test_two_programs_may_add_different_files_at_once(
    program: Program, started: Started, archive: str, news: Path
) -> None:
    files = sorted(path.relative_to(news.parent) for path in news.iterdir())
    both = [started("archive", "add", *some, "--archive", archive) for some in (files[:9], files[6:])]
    for process in both:
        _, err = process.communicate(timeout=300)
        assert (process.returncode, err) == (0, "")
    program("archive", "add", "news", "--archive", "alone.db")
    assert digest(program, archive) == digest(program, "alone.db")


def test_an_archive_is_read_while_another_writes_to_it(program: Program, news: Path) -> None:
    files = sorted(news.iterdir())
    program("archive", "add", *files[:3], "--archive", "desk.db")
    before = digest(program, "desk.db")
    with closing(sqlite3.connect("desk.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM files")
        assert digest(program, "desk.db") == before
        assert program("check", files[4], "--against", "desk.db")[0] in {0, 1}
        other.execute("ROLLBACK")


def test_a_log_is_begun_when_another_has_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(tmp_path / "desk.db")
    with (
        closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other,
        open_engine(path, writable=True).connect() as connection,
    ):
        other.execute("CREATE TABLE files (name)")
        other.execute("BEGIN IMMEDIATE")
        with monkeypatch.context() as patch:
            patch.setattr("factcheck.archive.connection._BUSY_SECONDS", 0)
            with pytest.raises(ArchiveError, match="another program has been writing"), told(path):
                keep_log(connection)
        ended = threading.Timer(0.3, other.execute, ["ROLLBACK"])
        ended.start()
        keep_log(connection)
        ended.join()
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_a_disk_that_is_full_is_told_and_loses_nothing(program: Program, started: Started, news: Path) -> None:
    files = sorted(path.relative_to(news.parent) for path in news.iterdir())
    program("archive", "add", *files[:3], "--archive", "desk.db")
    before = digest(program, "desk.db")
    most = Path("desk.db").stat().st_size + 40_000
    full = started(
        "archive",
        "add",
        "news",
        "--archive",
        "desk.db",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )
    out, err = full.communicate(timeout=300)
    assert (full.returncode, out) == (2, "")
    assert err.startswith("factcheck: error: desk.db: the disk ")
    assert "what was kept before is unharmed" in err
    digest(program, "desk.db")
    assert program("archive", "add", *files[:3], "--archive", "desk.db")[1] == "0 added, 0 changed, 3 unchanged\n"
    program("archive", "remove", *files[3:], "--archive", "desk.db")
    assert digest(program, "desk.db") == before


def test_a_database_that_is_full_is_told_and_loses_nothing(
    program: Program, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sorted(news.iterdir())
    program("archive", "add", *files[:3], "--archive", "desk.db")
    before = digest(program, "desk.db")
    connect = sqlite3.connect

    def small(*arguments: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count=10")  # no less than there are: none can be added
        return connection

    with monkeypatch.context() as patch:
        patch.setattr("factcheck.archive.connection.sqlite3.connect", small)
        code, out, err = program("archive", "add", "news", "--archive", "desk.db")
    assert (code, out) == (2, "")
    assert err.startswith("factcheck: error: desk.db: the disk is full (make room and do it again; what was kept")
    program("archive", "remove", *files[3:], "--archive", "desk.db")
    assert digest(program, "desk.db") == before


@pytest.fixture
def public() -> Iterator[Path]:
    """Return a folder that a user without rights may read, and not write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "crane.txt").write_text("date 2025-07-16 Crane topples\n\nA crane toppled in Gdynia on Tuesday.\n")
        folder.chmod(0o755)
        yield folder


def as_another(user: tuple[int, int] | None, folder: Path, *arguments: object) -> tuple[int, str]:
    """Return the exit code and messages of a command run as another user (None: this one) in a folder."""
    with tempfile.TemporaryFile("w+") as said:
        process = os.fork()
        if process == 0:
            code = 1
            try:
                os.chdir(folder)
                os.dup2(said.fileno(), 2)
                sys.stderr = os.fdopen(2, "w")
                if user is not None:
                    os.setgroups([])
                    os.setgid(user[1])
                    os.setuid(user[0])
                code = main([str(argument) for argument in arguments])
                sys.stderr.flush()
            finally:
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        said.seek(0)
        return code, said.read()


@pytest.fixture
def reader() -> tuple[int, int] | None:
    """Return the user and group of one without rights; None where the tests are run by one."""
    return (65534, 65534) if os.geteuid() == 0 else None


def test_an_archive_that_can_not_be_written_is_told_and_can_be_read(
    program: Program, public: Path, reader: tuple[int, int] | None
) -> None:
    archive = public / "desk.db"
    assert program("archive", "add", public / "crane.txt", "--archive", archive)[0] == 0
    before = digest(program, archive)
    archive.chmod(0o444)
    public.chmod(0o555)
    try:
        for leftover in public.glob("desk.db-*"):
            leftover.unlink()
        (code, said) = as_another(reader, public, "archive", "add", "crane.txt", "--archive", "desk.db")
        assert code == 2
        assert (
            "desk.db: can't be written (the file or its folder is read-only; what was kept before is unharmed)" in said
        )
        assert as_another(reader, public, "archive", "verify", "--archive", "desk.db") == (0, "")
        assert as_another(reader, public, "check", "crane.txt", "--against", "desk.db") == (0, "")
        code, said = as_another(reader, public, "archive", "add", "crane.txt", "--archive", "other.db")
        assert code == 2
        assert "other.db: can't be opened (may the file and its folder be read and written?)" in said
    finally:
        public.chmod(0o755)
    assert digest(program, archive) == before


def test_an_archive_that_may_not_be_read_is_told(
    program: Program, public: Path, reader: tuple[int, int] | None
) -> None:
    archive = public / "desk.db"
    program("archive", "add", public / "crane.txt", "--archive", archive)
    archive.chmod(0)
    code, said = as_another(reader, public, "check", "crane.txt", "--against", "desk.db")
    assert code == 2
    assert "desk.db: can't be opened" in said
