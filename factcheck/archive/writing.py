"""What is put into an archive and taken out of it, a file at a time: each wholly or not at all."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select

from factcheck.archive.connection import transaction
from factcheck.archive.encoding import encode, key_hash
from factcheck.archive.tables import articles, claims, files, keys, words
from factcheck.articleids import from_root, is_own_key
from factcheck.domain import Claim, Reading
from factcheck.pairing.overlap import key_words, stated_day


class KeptFile(NamedTuple):
    """A file of an archive: its content's hash, what read it, and why it could not be read."""

    content: str
    extractor: str
    fault: str | None


def kept_files(connection: Connection) -> Mapping[str, KeptFile]:
    """Return the files of an archive by name, relative to the root of the one that made it."""
    rows = connection.execute(select(files.c.name, files.c.content, files.c.extractor, files.c.fault))
    found = {name: KeptFile(content, extractor, fault) for name, content, extractor, fault in rows}
    connection.rollback()  # a reader's snapshot must not last while files are read
    return found


def put(
    connection: Connection, address: str, name: str, readings: Sequence[Reading], *, extractor: str, root: str
) -> None:
    """Put what was read of one file in the place of what was kept of it; raise ArchiveError when that can't be."""
    (content,) = {reading.content for reading in readings}
    faults = [reading.record.fault for reading in readings if reading.record.fault_check == "unreadable_article"]
    with transaction(connection, address):
        connection.execute(delete(files).where(files.c.name == name))
        row = {"name": name, "content": content, "extractor": extractor, "fault": faults[0] if faults else None}
        file = connection.execute(insert(files).values(row)).inserted_primary_key
        assert file is not None
        for reading in readings:
            if reading.record.fault_check != "unreadable_article":
                _put_article(connection, file[0], from_root(reading.record.id, root), reading)


def remove(connection: Connection, address: str, names: Sequence[str]) -> int:
    """Take files out of an archive, and return how many were in it."""
    with transaction(connection, address):
        return sum(connection.execute(delete(files).where(files.c.name == name)).rowcount for name in names)


def _put_article(connection: Connection, file: int, name: str, reading: Reading) -> None:
    row = {"file": file, "name": name, "record": encode(reading.record)}
    made = connection.execute(insert(articles).values(row)).inserted_primary_key
    assert made is not None
    article = made[0]
    day = stated_day(reading.record)
    rows = (
        (
            claims,
            [
                {"article": article, "number": number, "claim": encode(claim)}
                for number, claim in enumerate(reading.claims)
            ],
        ),
        (keys, [{"article": article, "number": number, "key": key} for number, key in numbered_keys(reading.claims)]),
        (words, [{"article": article, "word": word, "day": day} for word in key_words(reading.record)]),
    )
    for table, values in rows:
        if values:
            connection.execute(insert(table), values)


def numbered_keys(of_article: Sequence[Claim]) -> list[tuple[int, int]]:
    """Return the number of each claim with the hash of each key under which it can meet other articles' claims."""
    found = {
        (number, key_hash(key)) for number, claim in enumerate(of_article) for key in claim.keys if not is_own_key(key)
    }
    return sorted(found)
