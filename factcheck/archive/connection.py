"""Connections to an archive: a SQLite file by its path, a PostgreSQL database by its address."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from factcheck.errors import ArchiveError

__all__ = ["Connection", "keep_log", "open_engine", "shown_address", "told", "transaction"]

_BUSY_SECONDS = 60  # how long one writer waits for another
_ASKED_AGAIN_SECONDS = 0.05
_WRITERS = 0x66616374  # the advisory lock of those who write to one PostgreSQL archive
_CACHE_KIB = 65536
_SERVERS = ("postgresql", "postgres", "postgresql+pg8000")


def is_address(archive: str) -> bool:
    """Tell whether an archive is named by a database's address and not by a path."""
    return "://" in archive


def shown_address(archive: str) -> str:
    """Return an archive's path or address as messages show it, without a password."""
    if not is_address(archive):
        return archive
    try:
        return make_url(archive).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return "the address given"


def open_engine(archive: str, *, writable: bool) -> Engine:
    """Return the engine of an archive; a SQLite file that is to be written is made where there is none.

    Raises ArchiveError for an address of another kind, a missing driver, and a file to read that does not exist.
    """
    if is_address(archive):
        return _server(archive)
    path = Path(archive)
    if path.is_dir():
        raise ArchiveError("is a folder", path=archive, hint="an archive is one file, such as archive.db")
    if not writable and not path.exists():
        raise ArchiveError("no such archive", path=archive, hint="make it with `factcheck archive add`")
    if writable and not path.parent.is_dir():
        raise ArchiveError("its folder does not exist", path=archive)
    return _file(path, writable=writable)


def _server(address: str) -> Engine:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:  # a port that is no number is a ValueError
        raise ArchiveError("is no database address", hint="such as postgresql://user@host/database") from error
    if url.drivername not in _SERVERS:
        raise ArchiveError(
            f"{url.drivername}:// is no archive's address", hint="give a SQLite file's path, or postgresql://..."
        )
    try:
        return create_engine(url.set(drivername="postgresql+pg8000"), poolclass=NullPool)
    except ModuleNotFoundError as error:
        raise ArchiveError(
            "PostgreSQL needs a driver that is not installed", hint="pip install 'factcheck-news[postgresql]'"
        ) from error


def _file(path: Path, *, writable: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        if writable:
            connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
        else:
            connection = _to_read(path)
        connection.execute("PRAGMA foreign_keys=ON")
        return connection

    engine = create_engine(URL.create("sqlite"), creator=connect, poolclass=NullPool)
    # sqlite3 itself would begin late, with a lock that a second writer can't wait for
    begin = "BEGIN IMMEDIATE" if writable else "BEGIN"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def keep_log(connection: Connection) -> None:
    """Let readers of a SQLite file go on while it is written, by a log beside it; not inside a transaction.

    SQLite itself does not wait for another writer to make this change, so it is asked again until the time is up.
    """
    if connection.dialect.name != "sqlite":
        return
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    until = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            driver.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise OperationalError("PRAGMA journal_mode=WAL", None, error) from error
            time.sleep(_ASKED_AGAIN_SECONDS)
        else:
            return


def _to_read(path: Path) -> sqlite3.Connection:
    """Return a connection that only reads; in a folder that can't be written, where no log of changes can be made."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    if not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists():
        address += "&immutable=1"
    return sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)


@contextmanager
def transaction(connection: Connection, archive: str) -> Iterator[None]:
    """Do what is inside wholly or not at all, one writer after the other; what a database says becomes ArchiveError."""
    with told(archive), connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITERS})
        yield


@contextmanager
def told(archive: str) -> Iterator[None]:
    """Turn what a database says into an ArchiveError that names the archive."""
    try:
        yield
    except ArchiveError as error:
        error.path = error.path or shown_address(archive)
        raise
    except SQLAlchemyError as error:
        raise _explained(error, shown_address(archive)) from error


def _explained(error: SQLAlchemyError, archive: str) -> ArchiveError:
    said = _said(error.orig if isinstance(error, DBAPIError) and error.orig is not None else error)
    for sign, message, hint in _FAULTS:
        if sign in said:
            return ArchiveError(message, path=archive, hint=hint)
    return ArchiveError(f"the database says: {' '.join(said.split())}", path=archive)


def _said(error: BaseException) -> str:
    """Return what a driver's error says; that of PostgreSQL gives its message among other fields."""
    fields = error.args[0] if error.args else None
    return str(fields.get("M", fields) if isinstance(fields, dict) else error)


_KEPT = "what was kept before is unharmed"
_FAULTS = (
    ("disk is full", "the disk is full", f"make room and do it again; {_KEPT}"),
    ("disk I/O error", "the disk can't be written or read", f"is it full or gone? {_KEPT}"),
    ("No space left", "the disk is full", f"make room and do it again; {_KEPT}"),
    ("readonly database", "can't be written", f"the file or its folder is read-only; {_KEPT}"),
    ("unable to open database file", "can't be opened", "may the file and its folder be read and written?"),
    ("database is locked", f"another program has been writing to it for {_BUSY_SECONDS} seconds", _KEPT),
    ("not a database", "is no SQLite file", "an archive is made with `factcheck archive add`"),
    ("malformed", "is damaged", "run `factcheck archive verify`, then make it anew or restore a copy"),
)
