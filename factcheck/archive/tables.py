"""The tables of an archive, their version, and how an older version becomes this one."""

from collections.abc import Mapping, Sequence

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    insert,
    inspect,
    select,
    text,
    update,
)

from factcheck.errors import ArchiveError

SCHEMA_VERSION = 1

metadata = MetaData()


def _of_article() -> Column[int]:
    return Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True)


properties = Table(
    "properties", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False)
)
files = Table(
    "files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),  # relative to the folder of the configuration
    Column("content", Text, nullable=False),  # a hash of the bytes
    Column("extractor", Text, nullable=False, index=True),  # what read it: program, lexicon and model
    Column("fault", Text),  # why it could not be read
)
articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file", ForeignKey("files.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", Text, nullable=False, unique=True),
    Column("record", LargeBinary, nullable=False),
)
claims = Table(
    "claims",
    metadata,
    _of_article(),
    Column("number", Integer, primary_key=True),
    Column("claim", LargeBinary, nullable=False),
)
keys = Table(
    "keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),  # a hash
    _of_article(),
    Column("number", Integer, primary_key=True),
    Index("keys_article", "article"),
    sqlite_with_rowid=False,
)
words = Table(
    "words",
    metadata,
    Column("word", Text, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    _of_article(),
    Index("words_article", "article"),
    sqlite_with_rowid=False,
)

hidden = Table(
    "hidden",
    MetaData(),
    Column("view", Integer, primary_key=True, autoincrement=False),
    Column("article", Integer, primary_key=True, autoincrement=False),
    prefixes=["TEMPORARY"],
)
"""What a view of the archive leaves out, for as long as a connection lasts."""

MIGRATIONS: Mapping[int, Sequence[str]] = {}
"""The statements that make version n + 1 of version n."""


def create(connection: Connection) -> None:
    """Make the tables that are missing, and bring those of an older version to this one.

    Raises ArchiveError for an archive of a later version, and where another program's tables are in the way: any in a
    SQLite file, those of the same names in a server's database.
    """
    there = inspect(connection).get_table_names()
    if properties.name not in there:
        if [name for name in there if connection.dialect.name == "sqlite" or name in metadata.tables]:
            raise ArchiveError("is no archive of factcheck", hint="it holds another program's tables: name another")
        metadata.create_all(connection)
        connection.execute(insert(properties).values(name="schema", value=str(SCHEMA_VERSION)))
        return
    version = schema_version(connection)
    require_known(version)
    for older in range(version, SCHEMA_VERSION):
        for statement in MIGRATIONS[older]:
            connection.execute(text(statement))
    if version < SCHEMA_VERSION:
        connection.execute(update(properties).where(properties.c.name == "schema").values(value=str(SCHEMA_VERSION)))


def schema_version(connection: Connection) -> int:
    """Return the version of an archive's tables; raise ArchiveError where they are no archive's."""
    if not inspect(connection).has_table(properties.name):
        raise ArchiveError("is no archive of factcheck", hint="make one with `factcheck archive add`")
    found = connection.execute(select(properties.c.value).where(properties.c.name == "schema")).scalar()
    if found is None or not found.isdecimal():
        raise ArchiveError("is no archive of factcheck, or a broken one", hint="make another with `archive add`")
    return int(found)


def require_known(version: int) -> None:
    """Raise ArchiveError for tables of a later version than this program knows."""
    if version > SCHEMA_VERSION:
        raise ArchiveError(
            f"is of version {version}, this factcheck knows up to {SCHEMA_VERSION}", hint="use a newer factcheck"
        )
