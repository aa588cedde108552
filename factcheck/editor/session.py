"""An editor's session: which documents are open, in what order they are checked, and what was found in each.

One worker thread does all the work, in small pieces, so that an edit never waits for more than one of them and the
loop that answers the editor never waits at all.
"""

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from factcheck.domain import Result
from factcheck.editor.folder import Desk, Folder
from factcheck.errors import FactcheckError

T = TypeVar("T")

PAUSE = 0.3
"""Seconds without an edit after which a document is checked."""
_AT_ONCE = 4  # files read before the next edit is looked for


@dataclass(frozen=True, slots=True)
class Document:
    """An open document: its address, the path it is known by, its text and version."""

    uri: str
    path: str
    text: str
    version: int | None
    is_file: bool = True


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one version of a document, and what with."""

    document: Document
    desk: Desk
    result: Result


class Session:
    """The documents of an editor and the folders they belong to.

    `publish` is called in the loop with what was found in a document, None when nothing is to be shown; `tell` with a
    sentence for the writer and whether it is an error.
    """

    def __init__(
        self,
        open_desk: Callable[[Path], Desk],
        *,
        most: int,
        publish: Callable[[Document, Checked | None], None],
        tell: Callable[[str, bool], None],
    ) -> None:
        self.documents: dict[str, Document] = {}
        self.checked: dict[str, Checked] = {}
        self._open_desk, self._most = open_desk, most
        self._publish, self._tell = publish, tell
        self._roots: tuple[Path, ...] = ()
        self._folders: dict[tuple[Path, bool], Folder] = {}
        self._stale: set[Folder] = set()
        self._waiting: dict[str, None] = {}
        self._quiet_from = 0.0
        self._told: set[str] = set()
        self._noted: set[str] = set()
        self._wake = asyncio.Event()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="factcheck")

    def open(self, document: Document, roots: Iterable[Path]) -> None:
        """Take an opened or edited document; `roots` are the editor's folders. It is checked after a pause."""
        self._roots = tuple(roots)
        self.documents[document.uri] = document
        self._waiting = {document.uri: None, **self._waiting}
        self._quiet_from = asyncio.get_running_loop().time() + PAUSE
        self._wake.set()

    def close(self, uri: str) -> None:
        """Leave a document, whose file counts again."""
        document = self.documents.pop(uri, None)
        self.checked.pop(uri, None)
        self._waiting.pop(uri, None)
        if document is not None:
            self._publish(document, None)
            self.look_again()

    def look_again(self) -> None:
        """Read anew what has changed outside the editor's documents: files, configuration, rules."""
        self._told.clear()
        self._stale.update(self._folders.values())
        self._wake.set()

    def current(self, uri: str) -> Checked | None:
        """Return what was found in a document; None while it has changed since."""
        checked = self.checked.get(uri)
        return checked if checked is not None and checked.document is self.documents.get(uri) else None

    async def work(self) -> None:
        """Do the work as it comes, until cancelled."""
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                more = True
                while more:
                    try:
                        more = await self._step()
                    except Exception as error:  # the session outlives a fault of the program
                        self._fault(error)
        finally:
            self._thread.shutdown(wait=False, cancel_futures=True)

    async def _step(self) -> bool:
        """Do the next piece of work; return False when there is none."""
        if self._stale:
            await self._reopen(self._stale.pop())
        elif self._waiting:
            pause = self._quiet_from - asyncio.get_running_loop().time()
            if pause > 0:
                await asyncio.sleep(pause)
            else:
                uri = next(iter(self._waiting))
                self._waiting.pop(uri)
                await self._check(self.documents[uri])
        elif unread := next((folder for folder in self._folders.values() if not folder.is_read), None):
            await self._guarded(partial(unread.read_some, _AT_ONCE))
            if unread.is_read:
                self._wait_for(unread)
        else:
            return False
        return True

    async def _reopen(self, folder: Folder) -> None:
        await self._guarded(folder.reopen)
        self._note(folder)
        self._wait_for(folder)

    async def _check(self, document: Document) -> None:
        """Check one document; in a folder not seen before, open that first, after which the document waits again."""
        home = self._home(document)
        if home not in self._folders:
            path, alone = home
            self._folders[home] = Folder(path, self._open_desk, most=0 if alone else self._most)
            self._stale.add(self._folders[home])
            return
        folder = self._folders[home]
        desk = folder.desk
        if not document.text.strip() or desk is None:
            self._publish(document, None)
            return
        written = [other for other in self.documents.values() if self._home(other) == home and other.text.strip()]
        before = self.checked.get(document.uri)
        result = await self._guarded(
            partial(folder.check, document.path, {other.path: other.text for other in written})
        )
        self._note(folder)
        if result is None or self.documents.get(document.uri) is not document:
            return  # another version waits already
        self.checked[document.uri] = checked = Checked(document, desk, result)
        self._publish(document, checked)
        if before is None or before.document is not document:  # the others see its new text; theirs has not changed
            others = (other.uri for other in written if other is not document)
            self._waiting |= {uri: None for uri in others if uri in self.documents}

    def _home(self, document: Document) -> tuple[Path, bool]:
        """Return the innermost of the editor's folders that holds a document, else its own, where it is alone."""
        if not document.is_file:
            return (self._roots[0], False) if self._roots else (Path.cwd(), True)
        around = [root for root in self._roots if Path(document.path).is_relative_to(root)]
        if around:
            return max(around, key=lambda root: len(root.parts)), False
        return Path(document.path).parent, True

    def _wait_for(self, folder: Folder) -> None:
        here = (uri for uri, document in self.documents.items() if self._folders.get(self._home(document)) is folder)
        self._waiting |= dict.fromkeys(here)

    def _note(self, folder: Folder) -> None:
        """Tell what is not looked at, once."""
        for sentence in folder.not_looked_at():
            if sentence not in self._noted:
                self._noted.add(sentence)
                self._tell(sentence, False)

    async def _guarded(self, work: Callable[[], T]) -> T | None:
        """Do a piece of work in the thread; return None when something goes wrong, which is told."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, work)
        except Exception as error:  # the session outlives a fault of the program
            self._fault(error)
            return None

    def _fault(self, error: Exception) -> None:
        """Tell what went wrong, once until something is saved."""
        sentence = str(error) if isinstance(error, FactcheckError) else f"unexpected {type(error).__name__}: {error}"
        if sentence not in self._told:
            self._told.add(sentence)
            self._tell(sentence, True)
