"""What an archive holds, and whether all of it is whole."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Row, func, select, text

from factcheck.archive.encoding import decode_claim, decode_record
from factcheck.archive.tables import articles, claims, files, keys, schema_version, words
from factcheck.archive.writing import numbered_keys
from factcheck.errors import ArchiveError
from factcheck.pairing.overlap import UNDATED, key_words, stated_day


@dataclass(frozen=True, slots=True)
class Status:
    """How much an archive holds: files, those that another extractor read, articles, claims, days, version, bytes."""

    version: int
    files: int
    stale: int
    unreadable: int
    articles: int
    claims: int
    first: dt.date | None
    last: dt.date | None
    size: int


@dataclass(frozen=True, slots=True)
class Verified:
    """What is wrong with an archive, and a digest that two archives of the same contents share."""

    faults: tuple[str, ...]
    digest: str


def status(connection: Connection, extractor: str) -> Status:
    """Return how much an archive holds."""
    days = select(func.min(words.c.day).label("first"), func.max(words.c.day).label("last"))
    dated = _row(connection, days.where(words.c.day != UNDATED))
    return Status(
        version=schema_version(connection),
        files=_count(connection, files),
        stale=_count(connection, files, files.c.extractor != extractor),
        unreadable=_count(connection, files, files.c.fault.is_not(None)),
        articles=_count(connection, articles),
        claims=_count(connection, claims),
        first=dt.date.fromordinal(dated.first) if dated.first else None,
        last=dt.date.fromordinal(dated.last) if dated.last else None,
        size=_size(connection),
    )


def verify(connection: Connection) -> Verified:
    """Read all that an archive holds, and return what does not fit together."""
    digest = blake2b(digest_size=16)
    faults = list(_database_faults(connection))
    for file in connection.execute(select(files).order_by(files.c.name)).all():
        chosen = select(articles).where(articles.c.file == file.id).order_by(articles.c.name)
        of_file = connection.execute(chosen).all()
        if not of_file and file.fault is None:
            faults.append(f"{file.name}: has no article")
        _add(digest, (file.name, file.content, file.extractor, file.fault))
        for article in of_file:
            chosen_claims = select(claims).where(claims.c.article == article.id).order_by(claims.c.number)
            of_article = connection.execute(chosen_claims).all()
            faults.extend(f"{article.name}: {fault}" for fault in _faults(connection, file.name, article, of_article))
            _add(digest, (article.name, article.record, *(claim.claim for claim in of_article)))
    return Verified(tuple(faults), digest.hexdigest())


def _faults(connection: Connection, name: str, article: Row[Any], of_article: Sequence[Row[Any]]) -> Iterator[str]:
    try:
        record = decode_record(article.record, article.name, name)
        told = [decode_claim(claim.claim, article.name, name) for claim in of_article]
    except ArchiveError as error:
        yield error.message
        return
    if [claim.number for claim in of_article] != list(range(len(of_article))):
        yield "a claim is missing"
    found = connection.execute(
        select(keys.c.number, keys.c.key).where(keys.c.article == article.id).order_by(keys.c.number, keys.c.key)
    )
    if [tuple(row) for row in found] != numbered_keys(told):
        yield "its keys are not those of its claims"
    under = connection.execute(select(words.c.word, words.c.day).where(words.c.article == article.id))
    if {tuple(row) for row in under} != {(word, stated_day(record)) for word in key_words(record)}:
        yield "its telling words are not those of its record"


def _database_faults(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield f"the database: {said}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"the database: a row of {row[0]} belongs to nothing"


def _add(digest: Any, parts: Sequence[str | bytes | None]) -> None:
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode("utf-8", "backslashreplace")
        digest.update(len(data).to_bytes(8) + data)


def _size(connection: Connection) -> int:
    if connection.dialect.name == "sqlite":
        pages, size = (_row(connection, text(f"PRAGMA {name}"))[0] for name in ("page_count", "page_size"))
        return int(pages * size)
    return int(_row(connection, text("SELECT pg_database_size(current_database())"))[0])


def _count(connection: Connection, table: Any, *where: Any) -> int:
    return int(_row(connection, select(func.count()).select_from(table).where(*where))[0])


def _row(connection: Connection, chosen: Any) -> Row[Any]:
    return connection.execute(chosen).one()
