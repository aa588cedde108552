"""The cache: what was read of a file, by the hash of its bytes, what it is called and what read it.

An SQLite file in the user's own folder, that several runs may use at once. It can be thrown away at any time: what is
damaged in it, locked too long or not to be written counts as not being there, and each entry carries a checksum of its
own, so that a wrong bit is a miss and never a wrong result. No clock is read: what was written first goes first.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from factcheck.archive.encoding import decode_readings, encode_readings
from factcheck.domain import Reading
from factcheck.errors import ArchiveError, UsageError

MOST_BYTES = 500_000_000
FOLDER_VARIABLE = "FACTCHECK_CACHE_DIR"
_FILE = "readings-1.sqlite3"  # a new number for another form of table or entry
_BESIDE = ("", "-wal", "-shm", "-journal")
_BUSY_SECONDS = 5
_AT_ONCE = 64
_SUM = 16
_UNREAD = "unreadable_article"
_TABLE = """
    CREATE TABLE IF NOT EXISTS readings (number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, data BLOB NOT NULL)
"""


@dataclass(frozen=True, slots=True)
class Held:
    """What a cache holds: its folder, the files that it has readings of, and its size and limit in bytes."""

    folder: Path
    files: int
    size: int
    limit: int


def cache_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder of the cache: FACTCHECK_CACHE_DIR, else `factcheck` where the platform keeps a user's caches.

    That is XDG_CACHE_HOME or ~/.cache (XDG Base Directory Specification), ~/Library/Caches on macOS, LOCALAPPDATA on
    Windows. XDG_CACHE_HOME counts on all of them, as an absolute path alone.
    """
    if named := environment.get(FOLDER_VARIABLE):
        return Path(named)
    if (base := environment.get("XDG_CACHE_HOME", "")) and Path(base).is_absolute():
        return Path(base) / "factcheck"
    if platform == "darwin":
        return Path("~/Library/Caches/factcheck").expanduser()
    if platform == "win32" and (base := environment.get("LOCALAPPDATA", "")):
        return Path(base) / "factcheck" / "Cache"
    return Path("~/.cache/factcheck").expanduser()


class Cache:
    """An open cache, for one extractor; where it can't be used it holds nothing and keeps nothing."""

    def __init__(self, connection: sqlite3.Connection | None, extractor: str) -> None:
        self._connection = connection
        self._extractor = extractor
        self._unwritten: list[tuple[bytes, bytes]] = []

    def get(self, article: str, content: str) -> tuple[Reading, ...] | None:
        """Return the readings of a file of that id and content; None where there are none that are whole."""
        key = self._key(article, content)
        for (data,) in self._rows("SELECT data FROM readings WHERE key = ?", (key,)):
            with suppress(ArchiveError):
                if data[:_SUM] == _sum(key, data[_SUM:]):
                    return decode_readings(data[_SUM:])
        return None

    def put(self, article: str, readings: tuple[Reading, ...], data: bytes | None = None) -> None:
        """Keep the readings of a file, which `data` are the bytes of where they have been made already."""
        if (
            self._connection is None
            or not readings
            or any(reading.record.fault_check == _UNREAD for reading in readings)
        ):
            return  # what can't be read may be read the next time
        key = self._key(article, readings[0].content)
        data = encode_readings(readings) if data is None else data
        self._unwritten.append((key, _sum(key, data) + data))
        if len(self._unwritten) >= _AT_ONCE:
            self._write()

    def close(self) -> None:
        """Write what is not yet written, and drop the oldest where there is too much."""
        self._write()
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _key(self, article: str, content: str) -> bytes:
        parts = f"{self._extractor}\0{content}\0{article}"
        return blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=_SUM).digest()

    def _rows(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[bytes]]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return []

    def _write(self) -> None:
        if self._connection is None or not self._unwritten:
            return
        try:
            with self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.executemany(
                    "INSERT OR REPLACE INTO readings (key, data) VALUES (?, ?)", self._unwritten
                )
                _drop_oldest(self._connection)
            self._connection.executescript("PRAGMA incremental_vacuum")  # execute() would free one page
        except sqlite3.Error as error:
            self._give_up(error)
        self._unwritten.clear()

    def _give_up(self, error: sqlite3.Error) -> None:
        """Go on without the cache; a damaged one is thrown away, so that the next run makes it anew."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        file = None
        if _is_damage(error):
            with suppress(sqlite3.Error):
                file = connection.execute("PRAGMA database_list").fetchone()[2]
        with suppress(sqlite3.Error):
            connection.close()
        if file:
            _remove(Path(file))


@contextmanager
def opened(folder: Path, *, extractor: str) -> Iterator[Cache]:
    """Open the cache of a folder, which is made where there is none; what goes wrong with it stops no run."""
    cache = Cache(_connected(folder), extractor)
    try:
        yield cache
    finally:
        cache.close()


def held(folder: Path) -> Held:
    """Return what a cache holds; raise UsageError where it can't be read."""
    file = folder / _FILE
    if not file.exists():
        return Held(folder, 0, 0, MOST_BYTES)
    try:
        with closing(sqlite3.connect(file, timeout=_BUSY_SECONDS)) as connection:
            (files,) = connection.execute("SELECT count(*) FROM readings").fetchone()
    except sqlite3.Error as error:
        raise UsageError(f"can't be read: {error}", path=file, hint="`factcheck cache clear` removes it") from error
    return Held(folder, files, _size(file), MOST_BYTES)


def clear(folder: Path) -> int:
    """Remove what a cache holds, and return how many bytes that were; raise UsageError where it can't be removed."""
    size = _size(folder / _FILE)
    try:
        _remove(folder / _FILE)
    except OSError as error:
        raise UsageError(f"can't be removed: {error.strerror}", path=folder / _FILE) from error
    return size


def _connected(folder: Path) -> sqlite3.Connection | None:
    file = folder / _FILE
    for _ in range(2):
        connection = None
        try:
            _make(folder, file)
            connection = sqlite3.connect(file, timeout=_BUSY_SECONDS, isolation_level=None)
            connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=OFF")  # what a power cut damages is read again
            connection.execute(_TABLE)
        except OSError:
            return None
        except sqlite3.Error as error:
            if connection is not None:
                connection.close()
            if not _is_damage(error):
                return None
            with suppress(OSError):
                _remove(file)
        else:
            return connection
    return None


def _make(folder: Path, file: Path) -> None:
    """Make the folder and the file so that their owner alone can read them: they tell what articles say."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))


def _drop_oldest(connection: sqlite3.Connection) -> None:
    """Delete what was written first while more is held than may be, down to nine tenths of that."""
    (pages,), (free,), (size,) = (
        connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "freelist_count", "page_size")
    )
    too_much = (pages - free) * size - MOST_BYTES
    if too_much <= 0:
        return
    too_much += MOST_BYTES // 10
    last = 0
    for number, length in connection.execute("SELECT number, length(data) FROM readings ORDER BY number"):
        last, too_much = number, too_much - length
        if too_much <= 0:
            break
    connection.execute("DELETE FROM readings WHERE number <= ?", (last,))


def _is_damage(error: sqlite3.Error) -> bool:
    said = str(error)
    return any(
        sign in said for sign in ("malformed", "not a database", "no such column", "no such table", "has no column")
    )


def _remove(file: Path) -> None:
    for end in _BESIDE:
        Path(f"{file}{end}").unlink(missing_ok=True)


def _size(file: Path) -> int:
    parts = (Path(f"{file}{end}") for end in _BESIDE)
    return sum(part.stat().st_size for part in parts if part.exists())


def _sum(key: bytes, data: bytes) -> bytes:
    return blake2b(data, key=key, digest_size=_SUM).digest()
