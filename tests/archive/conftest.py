"""Archives to test with: a SQLite file, and a database of a PostgreSQL server that the tests start for themselves."""

import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from types import ModuleType

import pg8000.native
import pytest

from factcheck.cli import main
from factcheck.domain import Reading
from factcheck.pipeline import KNOWN_CHECKS, Settings
from factcheck.readers.discover import discover
from factcheck.rulebook import load_rulebook

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "tests" / "articles"


@pytest.fixture
def program(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Return a function from arguments to exit code, stdout and stderr, run in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def started(tmp_path: Path) -> Callable[..., "subprocess.Popen[str]"]:
    """Return a function that starts the program as a process of its own in the folder of the test."""

    def start(*arguments: object, **options: object) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "factcheck", *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return subprocess.Popen(command, cwd=tmp_path, env=environment, **pipes, **options)  # type: ignore[call-overload]

    return start


@pytest.fixture(scope="session")
def settings() -> Settings:
    return Settings(load_rulebook(known_checks=KNOWN_CHECKS), root=ROOT)


@pytest.fixture(scope="session")
def stories() -> ModuleType:
    """Return the writer of generated articles."""
    spec = importlib.util.spec_from_file_location("benchmarks_stories", ROOT / "benchmarks" / "stories.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory, stories: ModuleType) -> Path:
    """Return a folder of articles: the seeds, those written for the tests, and generated ones of two days."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ARTICLES, folder / "articles")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    for report in stories.reports(200):
        if report.name.endswith(("0.txt", "1.txt", "2.txt", "3.txt")):
            (folder / Path(report.name).name).write_text(report.text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def readings(desk: Path, settings: Settings) -> Mapping[str, Reading]:
    """Return what the articles of the desk say, by their paths within it."""
    extractor = settings.extractor()
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(desk)
        for source in discover([Path()], max_size=1_000_000).sources:
            (found[source.id],) = extractor.readings(source) or ()
    return found


def unprivileged() -> str | None:
    """Return the user that is to run what must not run as root; None where that is the user who runs the tests."""
    if os.geteuid() != 0:
        return None
    known = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _binaries() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    named = shutil.which("initdb")
    return Path(named).resolve().parent if named else None


def _free_port() -> int:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Start a PostgreSQL server for the tests, and return the address of its first database."""
    binaries = _binaries()
    if binaries is None:
        reason = "PostgreSQL's server is not installed: apt-get install postgresql"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix="factcheck-postgresql-"))
    user, data = unprivileged(), folder / "data"
    if user is not None:
        shutil.chown(folder, user)
    port = _free_port()
    try:
        _told([binaries / "initdb", "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync"], folder, user)
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        log = folder / "log"
        _told([binaries / "pg_ctl", "-D", data, "-o", options, "-l", log, "-w", "start"], folder, user)
        try:
            yield f"postgresql://desk@127.0.0.1:{port}/postgres"
        finally:
            _told([binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], folder, user)
    finally:
        shutil.rmtree(folder)


def _told(command: list[object], folder: Path, user: str | None) -> None:
    # no pipe: the server that pg_ctl starts would hold it open
    with (folder / "said").open("w+") as said:
        ended = subprocess.run(
            [str(word) for word in command], cwd=folder, user=user, stdout=said, stderr=said, check=False
        )
        said.seek(0)
        assert ended.returncode == 0, said.read()


@pytest.fixture
def database(server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """Make a database for one test, and return its address."""
    port = int(server.rsplit(":", 1)[1].split("/")[0])
    name = f"test_{blake2b(request.node.nodeid.encode(), digest_size=8).hexdigest()}"
    with closing(pg8000.native.Connection("desk", host="127.0.0.1", port=port, database="postgres")) as connection:
        connection.run(f"CREATE DATABASE {name}")
        yield f"{server.removesuffix('/postgres')}/{name}"
        connection.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the name of an archive that does not exist yet, of each kind."""
    if request.param == "sqlite":
        return str(tmp_path / "desk.db")
    return str(request.getfixturevalue("database"))


@pytest.fixture
def killed() -> Callable[["subprocess.Popen[str]"], None]:
    """Return a function that ends a process as a power cut would."""

    def kill(process: "subprocess.Popen[str]") -> None:
        process.send_signal(signal.SIGKILL)
        process.communicate()

    return kill
