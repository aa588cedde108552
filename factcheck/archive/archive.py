"""An archive as the reduce asks it: claims by key, articles by telling word, all claims of an article."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import count, islice
from pathlib import PurePosixPath
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, literal, select

from factcheck.archive.connection import told
from factcheck.archive.encoding import decode_claim, decode_record, key_hash
from factcheck.archive.tables import articles, claims, files, hidden, keys, words
from factcheck.articleids import from_here, from_root
from factcheck.domain import ArticleRecord, Claim, Reading
from factcheck.pairing.keyed import MOST_CLAIMS
from factcheck.pairing.overlap import MOST_ARTICLES, MOST_DAYS, UNDATED, Shared

_AT_ONCE = 500  # values of one statement
_NAMES = 5000  # that are held as they are for the working directory


class Archive:
    """The articles of an archive that this program's extractor has read, as they are at one moment.

    `root` is the folder that the names of its files are relative to. Ids are given and taken as they are for the
    working directory.
    """

    def __init__(self, connection: Connection, *, address: str, root: str, extractor: str) -> None:
        self._connection = connection
        self._address = address
        self._root = root
        self._here = lru_cache(_NAMES)(partial(from_here, root=root))
        self._extractor = extractor
        self._view = 0
        self._views = count(1)

    def under(self, keys_: Collection[str]) -> Iterator[tuple[str, tuple[Claim, ...] | None]]:
        """Yield each key's claims, None for a key that more than MOST_CLAIMS share."""
        columns = (articles.c.name, files.c.name, claims.c.claim)
        joined = keys.join(claims, (claims.c.article == keys.c.article) & (claims.c.number == keys.c.number))
        chosen = self._seen(columns, joined, keys.c.article).where(keys.c.key == bindparam("hash"))
        chosen = chosen.limit(MOST_CLAIMS + 1)
        for key in keys_:
            rows = self._all(chosen, {"hash": key_hash(key)})
            if len(rows) > MOST_CLAIMS:
                yield key, None
                continue
            found = [decode_claim(claim, self._here(name), self._here(file)) for name, file, claim in rows]
            found = [claim for claim in found if key in claim.keys]  # two keys may have one hash
            if found:
                yield key, tuple(found)

    def sharing(self, words_: Mapping[str, Collection[int]]) -> Mapping[str, Shared]:
        """Return the articles that have one of the words among their telling ones, near the days or undated."""
        return {word: self._sharing(word, days) for word, days in words_.items()}

    def records(self, names: Collection[str]) -> Mapping[str, ArticleRecord]:
        """Return the records of articles by their ids."""
        rows = self._of(names, articles.c.record, articles)
        return {here: decode_record(record, here, path) for here, path, record in rows}

    def claims(self, names: Collection[str]) -> Mapping[str, tuple[Claim, ...]]:
        """Return all claims of articles by their ids, in the order of the text."""
        found: dict[str, list[Claim]] = {name: [] for name in names}
        joined = articles.join(claims, claims.c.article == articles.c.id)
        for here, path, claim in self._of(names, claims.c.claim, joined, claims.c.number):
            found[here].append(decode_claim(claim, here, path))
        return {name: tuple(of_article) for name, of_article in found.items()}

    def beside(self, readings: Sequence[Reading]) -> "Archive":
        """Return the same without the articles that are under check, in whatever version they are kept.

        These are the articles of files of the same name, and of the same bytes in a file that is called the same
        elsewhere.
        """
        named = {from_root(reading.record.path, self._root) for reading in readings}
        called = {(reading.content, PurePosixPath(reading.record.path).name) for reading in readings}
        found = {file for file, _ in self._in(select(files.c.id, files.c.name), files.c.name, named)}
        same = self._in(select(files.c.id, files.c.name, files.c.content), files.c.content, {one for one, _ in called})
        found.update(file for file, name, content in same if (content, PurePosixPath(name).name) in called)
        return self._hiding({article for (article,) in self._in(select(articles.c.id), articles.c.file, found)})

    def without(self, names: Collection[str]) -> "Archive":
        """Return the same without some articles."""
        kept = {from_root(name, self._root) for name in names}
        return self._hiding({article for (article,) in self._in(select(articles.c.id), articles.c.name, kept)})

    def stale(self) -> int:
        """Return how many files were read by another extractor: their articles are left out."""
        chosen = select(func.count()).select_from(files).where(files.c.extractor != self._extractor)
        return int(self._all(chosen)[0][0])

    def _sharing(self, word: str, days: Collection[int]) -> Shared:
        chosen = self._seen((words.c.day, articles.c.name), words, words.c.article).where(words.c.word == word)
        rows = self._all(chosen.limit(MOST_ARTICLES + 1))
        whole = len(rows) <= MOST_ARTICLES
        if not whole:
            near = {near for day in days if day != UNDATED for near in range(day - MOST_DAYS, day + MOST_DAYS + 1)}
            rows = [
                row
                for day in sorted(near)
                for row in self._all(chosen.where(words.c.day == day).limit(MOST_ARTICLES + 1))
            ]
        found: dict[int, list[str]] = defaultdict(list)
        for day, name in rows:
            found[day].append(self._here(name))
        return Shared(found, whole)

    def _seen(self, columns: Sequence[Any], joined: Any, article: Any) -> Select[Any]:
        """Return a selection of what this view shows: articles of this extractor that it does not hide."""
        chosen = select(*columns).select_from(joined.join(articles, articles.c.id == article).join(files))
        chosen = chosen.where(files.c.extractor == self._extractor)
        if not self._view:
            return chosen
        left_out = select(literal(1)).where((hidden.c.view == self._view) & (hidden.c.article == article))
        return chosen.where(~left_out.exists())

    def _hiding(self, ids: Collection[int]) -> "Archive":
        if not ids:
            return self
        other = Archive(self._connection, address=self._address, root=self._root, extractor=self._extractor)
        other._views, other._view = self._views, next(self._views)
        before = select(literal(other._view), hidden.c.article).where(hidden.c.view == self._view)
        with told(self._address):
            self._connection.execute(insert(hidden).from_select(["view", "article"], before))
            self._connection.execute(insert(hidden), [{"view": other._view, "article": article} for article in ids])
        return other

    def _of(self, names: Collection[str], column: Any, joined: Any, *order: Any) -> Iterator[tuple[str, str, Any]]:
        """Yield what belongs to some articles, with their ids and paths."""
        here = {from_root(name, self._root): name for name in names}
        chosen = select(articles.c.name, files.c.name, column).select_from(joined.join(files))
        for name, file, value in self._in(chosen.order_by(articles.c.name, *order), articles.c.name, here):
            yield here[name], self._here(file), value

    def _in(self, chosen: Select[Any], column: Any, values: Collection[Any]) -> Iterator[Sequence[Any]]:
        """Yield the rows of which a column has one of some values, however many these are."""
        left = iter(sorted(values))
        while some := list(islice(left, _AT_ONCE)):
            yield from self._all(chosen.where(column.in_(some)))

    def _all(self, chosen: Select[Any], values: Mapping[str, Any] | None = None) -> Sequence[Sequence[Any]]:
        with told(self._address):
            return self._connection.execute(chosen, values).all()
