"""Opening an archive, to read it or to write it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from factcheck.archive.archive import Archive
from factcheck.archive.connection import keep_log, open_engine, told, transaction
from factcheck.archive.tables import SCHEMA_VERSION, create, hidden, require_known, schema_version
from factcheck.errors import ArchiveError


@contextmanager
def opened(address: str, *, root: str, extractor: str) -> Iterator[Archive]:
    """Open an archive to read it, as it is at this moment, while others may write it.

    Raises ArchiveError when there is none, or one of another version.
    """
    with to_read(address) as connection:
        hidden.create(connection, checkfirst=False)
        yield Archive(connection, address=address, root=root, extractor=extractor)


@contextmanager
def to_read(address: str) -> Iterator[Connection]:
    """Connect to an archive to read it; raise ArchiveError when there is none, or one of another version."""
    engine = open_engine(address, writable=False)
    level = "REPEATABLE READ" if engine.dialect.name == "postgresql" else "SERIALIZABLE"
    with told(address), engine.execution_options(isolation_level=level).connect() as connection:
        version = schema_version(connection)
        require_known(version)
        if version < SCHEMA_VERSION:
            raise ArchiveError("is of an older version", hint="`factcheck archive update` brings it to this one")
        yield connection


@contextmanager
def to_write(address: str) -> Iterator[Connection]:
    """Connect to an archive to write it; make it where there is none, bring an older one to this version."""
    engine = open_engine(address, writable=True)
    with told(address), engine.connect() as connection:
        with transaction(connection, address):
            create(connection)
        keep_log(connection)
        yield connection
