"""The readings of a run of very many articles, in a temporary database on disk; the reduce asks it piece by piece.

SQLite deletes its file as soon as it has opened it and writes to
it only what its page cache does not hold, in the folder that TMPDIR names. In memory stay what is known of each article
in brief, its profile as two arrays, and numbers of days and articles under the telling words.
"""

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from factcheck.archive.encoding import pack, unpack_claim, unpack_record
from factcheck.domain import ArticleRecord, Claim, Reading
from factcheck.errors import ArchiveError
from factcheck.pairing.gathered import Looked, brief
from factcheck.pairing.keyed import MOST_CLAIMS
from factcheck.pairing.overlap import key_words, stated_day

_CACHE_KIB = 65536
_RECORDS, _PROFILES, _ARTICLES, _CLAIMS = 1000, 5000, 500, 10_000  # so many are held, those asked for last
_TABLES = """
    PRAGMA journal_mode=OFF;
    PRAGMA synchronous=OFF;
    PRAGMA temp_store=FILE;
    CREATE TABLE articles (number INTEGER PRIMARY KEY, record BLOB NOT NULL);
    CREATE TABLE claims (article INTEGER, number INTEGER, claim BLOB NOT NULL, PRIMARY KEY (article, number))
        WITHOUT ROWID;
    CREATE TABLE keys (key BLOB NOT NULL, article INTEGER NOT NULL, number INTEGER NOT NULL);
"""
_GROUPS = "SELECT key, article, number FROM keys ORDER BY key, article, number"
_FREQUENT = "SELECT count(*) FROM (SELECT 1 FROM keys GROUP BY key HAVING count(*) > ?)"


class Spilled:
    """Readings that are held on disk, of which the reduce is given the same as of those that are held in memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._numbers: dict[str, int] = {}
        self._lexemes: dict[str, int] = {}
        self._texts: list[str] = []
        self._profiles: list[tuple[array[int], array[float]]] = []
        self._words: dict[str, array[int]] = {}
        self._indexed = False
        self._claim = lru_cache(_CLAIMS)(self._read_claim)
        self.brief: dict[str, ArticleRecord] = {}
        self.left_out = Counter[str]()
        self.number_of_claims = 0
        self.names: list[str] = []
        self.records: Mapping[str, ArticleRecord] = Looked(self._numbers, self._record, _RECORDS)
        self.profiled: Mapping[str, ArticleRecord] = Looked(self._numbers, self._profiled, _PROFILES)
        self.claims: Mapping[str, Sequence[Claim]] = Looked(self._numbers, self._of_article, _ARTICLES)

    def add(self, readings: Iterable[Reading]) -> None:
        """Put readings on disk."""
        for reading in readings:
            with _told():
                self._add(reading)

    def groups(self) -> Iterable[tuple[str, Sequence[Claim]]]:
        """Yield the claims of each key that two or more share and not too many, in the order of keys."""
        with _told():
            self._index()
            for key, rows in groupby(self._connection.execute(_GROUPS), key=itemgetter(0)):
                some = [
                    (article, number) for (_, article, number), _ in zip(rows, range(MOST_CLAIMS + 1), strict=False)
                ]
                if 1 < len(some) <= MOST_CLAIMS:
                    yield key.decode("utf-8", "surrogatepass"), [self._claim(*place) for place in some]

    def frequent_keys(self) -> int:
        """Return how many keys were shared by too many claims."""
        with _told():
            self._index()
            return int(self._connection.execute(_FREQUENT, (MOST_CLAIMS,)).fetchone()[0])

    def words(self) -> Mapping[str, Mapping[int, list[str]]]:
        """Return the ids of articles by telling word and stated day."""
        return Looked(self._words, self._days, 0)

    def _days(self, word: str) -> Mapping[int, list[str]]:
        days: dict[int, list[str]] = defaultdict(list)
        told = self._words[word]
        for day, number in zip(told[::2], told[1::2], strict=True):
            days[day].append(self.names[number])
        return days

    def _add(self, reading: Reading) -> None:
        record, number = reading.record, len(self.names)
        self.names.append(record.id)
        self._numbers[record.id] = number
        self.brief[record.id] = brief(record)
        lexemes = array("L", (self._lexeme(word) for word, _ in record.profile))
        self._profiles.append((lexemes, array("d", (weight for _, weight in record.profile))))
        for word in key_words(record):
            self._words.setdefault(word, array("L")).extend((stated_day(record), number))
        self.left_out.update(reading.left_out)
        self.number_of_claims += len(reading.claims)
        run = self._connection.execute
        run("INSERT INTO articles VALUES (?, ?)", (number, pack(record)))
        run_many = self._connection.executemany
        run_many(
            "INSERT INTO claims VALUES (?, ?, ?)",
            ((number, at, pack(claim)) for at, claim in enumerate(reading.claims)),
        )
        run_many("INSERT INTO keys VALUES (?, ?, ?)", ((key, number, at) for key, at in _keys(reading.claims)))

    def _lexeme(self, word: str) -> int:
        """Return the number of a word, under which profiles have it."""
        number = self._lexemes.setdefault(word, len(self._texts))
        if number == len(self._texts):
            self._texts.append(word)
        return number

    def _index(self) -> None:
        """Sort the keys, once, when all is there: far less work than to keep them sorted."""
        if not self._indexed:
            self._connection.execute("CREATE INDEX sorted_keys ON keys (key, article, number)")
            self._indexed = True

    def _record(self, name: str) -> ArticleRecord:
        with _told():
            row = self._connection.execute(
                "SELECT record FROM articles WHERE number = ?", (self._numbers[name],)
            ).fetchone()
        return unpack_record(row[0])

    def _profiled(self, name: str) -> ArticleRecord:
        lexemes, weights = self._profiles[self._numbers[name]]
        return replace(
            self.brief[name],
            profile=tuple((self._texts[at], weight) for at, weight in zip(lexemes, weights, strict=True)),
        )

    def _of_article(self, name: str) -> tuple[Claim, ...]:
        chosen = "SELECT claim FROM claims WHERE article = ? ORDER BY number"
        with _told():
            rows = self._connection.execute(chosen, (self._numbers[name],)).fetchall()
        return tuple(unpack_claim(data) for (data,) in rows)

    def _read_claim(self, article: int, number: int) -> Claim:
        chosen = "SELECT claim FROM claims WHERE article = ? AND number = ?"
        (data,) = self._connection.execute(chosen, (article, number)).fetchone()
        return unpack_claim(data)


@contextmanager
def spilled() -> Iterator[Spilled]:
    """Open a temporary database; nothing is left of it in the end."""
    with _told():
        connection = sqlite3.connect("", isolation_level=None)  # SQLite's own name for a temporary file
    try:
        with _told():
            connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
            connection.executescript(_TABLES)
            connection.execute("BEGIN")
        yield Spilled(connection)
    finally:
        connection.close()


def _keys(claims: Sequence[Claim]) -> Iterator[tuple[bytes, int]]:
    """Yield each key with the number of each claim that has it; of claims with one id the last, as in memory."""
    found = {(key, claim.id): at for at, claim in enumerate(claims) for key in claim.keys}
    for (key, _), at in found.items():
        yield key.encode("utf-8", "surrogatepass"), at


@contextmanager
def _told() -> Iterator[None]:
    """Turn what SQLite says into an error that names what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise ArchiveError(
            f"the temporary database for a run of this size can't be kept: {error}",
            hint="is the disk full? the environment variable TMPDIR names the folder it is in",
        ) from error
