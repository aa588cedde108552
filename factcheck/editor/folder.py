"""A folder of articles while some are being written: what was read is kept, what is edited is read again."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.domain import Reading, Result
from factcheck.editor.neighbours import Neighbours, neighbours
from factcheck.engines.local import read_one
from factcheck.pairing.gathered import Listed
from factcheck.pairing.keyed import Kept
from factcheck.readers.discover import Source, discover, unsaved
from factcheck.reports.layout import counted

if TYPE_CHECKING:
    from factcheck.pipeline import Settings


@dataclass(frozen=True, slots=True)
class Desk:
    """What a folder's articles are checked with: the settings, an archive, and what is told of all that is found.

    `ignore_file` is where entries go, None where no such file counts.
    """

    settings: "Settings"
    ignore_file: Path | None
    told: Callable[[Result], Result]
    against: str | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """The readings of a file's bytes."""

    content: str
    readings: tuple[Reading, ...]


class Folder:
    """The articles of one folder of the editor's, or, with `most` 0, a single one outside of any.

    With an archive in the configuration articles are held against that; else against the folder's other articles, of
    which the first `most` by name are read. All methods are called from one thread at a time.
    """

    def __init__(self, path: Path, open_desk: Callable[[Path], Desk], *, most: int) -> None:
        self.path = path
        self.desk: Desk | None = None
        self._left_out = 0
        self._stale = 0
        self._open_desk = open_desk
        self._most = most
        self._extractor = ""
        self._files: dict[str, _Read] = {}
        self._drafts: dict[str, _Read] = {}
        self._pending: list[Source] = []
        self._beside: Neighbours | None = None

    def reopen(self) -> None:
        """Read configuration, rules and facts anew, and find the articles that there are; keep what was read of them.

        Raises the errors of whatever is wrong with these; then all stays as it was.
        """
        desk = self._open_desk(self.path)
        extractor = desk.settings.extractor_version()
        if extractor != self._extractor:
            self._files, self._drafts, self._extractor = {}, {}, extractor
        self.desk = desk
        alone = self._most == 0 or desk.against is not None
        found = () if alone else _articles_below(self.path, desk.settings)
        self._left_out = max(len(found) - self._most, 0)
        self._pending = list(found[: self._most])
        there = {_real(source.path) for source in self._pending}
        self._files = {name: read for name, read in self._files.items() if name in there}
        self._beside = None

    def read_some(self, number: int) -> bool:
        """Look at the next few files, and read those that are new or have changed; tell whether there are more."""
        now, self._pending = self._pending[:number], self._pending[number:]
        self._beside = None
        if self.desk is None:
            return False
        extractor = self.desk.settings.extractor()
        for source in now:
            name = _real(source.path)
            known = self._files.get(name)
            readings = read_one(source, extractor, unless=partial(_is_known, known))
            if readings is not None:
                self._files[name] = _read(readings)
        return bool(self._pending)

    @property
    def is_read(self) -> bool:
        """Tell whether all neighbours are read."""
        return not self._pending

    def not_looked_at(self) -> Iterator[str]:
        """Yield what of the folder or its archive is not looked at, a sentence each."""
        if self._left_out:
            left_out = counted(self._left_out, "article")
            yield f"{self.path}: {left_out} too many to compare with: --most reads more, an archive holds any number"
        if self._stale and self.desk is not None:
            left_out = counted(self._stale, "file")
            yield f"{self.desk.against}: {left_out} left out as out of date, `factcheck archive update` reads them"

    def check(self, path: str, drafts: Mapping[str, str]) -> Result:
        """Return what is told of one of the texts being written, held against the others and all that stands beside.

        `drafts` are the texts by path. Raises the errors of an archive that can't be read.
        """
        if self.desk is None:
            return Result((), (), (), ())
        from factcheck.pipeline import judged  # in the thread, so that the editor's first question is answered at once

        settings = self.desk.settings
        self._drafts = {name: self._draft(name, text, settings) for name, text in drafts.items()}
        readings = [reading for read in self._drafts.values() for reading in read.readings]
        with self._kept(drafts) as kept:
            found = judged(Listed(readings), replace(settings, against=kept, changed=frozenset({path})))
        return self.desk.told(found)

    def _draft(self, path: str, text: str, settings: "Settings") -> _Read:
        source = unsaved(text.encode("utf-8", "replace"), Path(path), max_size=settings.max_size)
        known = self._drafts.get(path)
        readings = read_one(source, settings.extractor(), unless=partial(_is_known, known))
        return known if readings is None and known is not None else _read(readings or ())

    @contextmanager
    def _kept(self, drafts: Iterable[str]) -> Iterator[Kept]:
        """Open what the drafts are held against: the archive, or the files that they are not the newer text of."""
        desk = self.desk
        if desk is not None and desk.against is not None:
            from factcheck.archive.opening import opened

            root, extractor = str(desk.settings.root), desk.settings.extractor_version()
            with opened(desk.against, root=root, extractor=extractor) as archive:
                self._stale = archive.stale()
                yield archive
            return
        if self._beside is None:
            self._beside = neighbours(reading for read in self._files.values() for reading in read.readings)
        written = (self._files.get(_real(path)) for path in drafts)
        yield self._beside.without({reading.record.id for read in written if read for reading in read.readings})


def _articles_below(folder: Path, settings: "Settings") -> tuple[Source, ...]:
    lexicon, fields = settings.rulebook.lexicon, settings.fields
    return discover([folder], max_size=settings.max_size, lexicon=lexicon, fields=fields).sources


def _read(readings: tuple[Reading, ...]) -> _Read:
    return _Read(readings[0].content if readings else "", readings)


def _is_known(read: _Read | None, content: str) -> bool:
    return read is not None and read.content == content


def _real(path: str) -> str:
    """Return what a file is known by, whichever link or spelling leads to it."""
    return os.path.normcase(os.path.realpath(path))
