"""Which files there are to read: paths as given, folders walked, everything left out counted by reason."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.config import NO_FIELDS, JsonFields
from factcheck.errors import UsageError
from factcheck.lexicon import Lexicon
from factcheck.readers.files import File
from factcheck.readers.sniff import LOOK
from factcheck.readers.table import by_suffix

_BUILT_IN = Lexicon()

STDIN = Path("-")
"""The path that stands for standard input; a file of that name has to be given with its folder's whole path."""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file to read.

    `id` and `path` are its path as given, with forward slashes; `file` is what to open. `too_large` says that its size
    in bytes is above the limit. `data` are the bytes of one that is not to be opened: an article from standard input.
    """

    id: str
    path: str
    file: Path
    too_large: bool = False
    data: bytes | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files to read, sorted by id, and how many were skipped, by reason."""

    sources: tuple[Source, ...]
    skipped: Mapping[str, int]


def unsaved(data: bytes, file: Path, *, max_size: int) -> Source:
    """Return the source of an article that came as bytes, under the name of a file that there may or may not be."""
    name = _printable(file)
    return Source(id=name, path=name, file=file, too_large=len(data) > max_size, data=data)


def discover(
    paths: Sequence[Path],
    *,
    max_size: int,
    draft: Source | None = None,
    lexicon: Lexicon = _BUILT_IN,
    fields: JsonFields = NO_FIELDS,
) -> Discovery:
    """Find the files that paths name: a file is taken whatever its suffix, a folder is walked.

    The order of the paths does not matter, and a file named twice is read once, under the id that sorts first. In a
    folder, JSON and XML are taken only when they begin as news do; `fields` are further names of fields that tell it.
    `draft` is what the path STDIN stands for; it takes the place of the file of its name. `max_size` is in bytes.
    Raises UsageError for a path that does not exist.
    """
    found: dict[str, Source] = {}
    skipped: Counter[tuple[str, str]] = Counter()
    for path in sorted(set(paths) - ({STDIN} if draft else set())):
        if not _exists(path):
            raise UsageError("no such file or folder", path=path, hint="give a file or a folder of articles")
        for file in [path] if not path.is_dir() else _walk(path, skipped):
            if path.is_dir() and not _is_news(file, lexicon, fields):
                skipped[os.path.realpath(file), "not news"] += 1
                continue
            source = _source(file, max_size)
            real = os.path.realpath(file)
            found[real] = min(source, found.get(real, source))
    if draft is not None:
        found[str(STDIN) if draft.file == STDIN else os.path.realpath(draft.file)] = draft
    # A folder given twice, or inside another one, is counted once: each place has one reason.
    reasons = Counter(reason for real, reason in skipped if real not in found)
    return Discovery(tuple(sorted(found.values())), dict(sorted(reasons.items())))


def _is_news(file: Path, lexicon: Lexicon, fields: JsonFields) -> bool:
    """Tell whether a file holds news as far as its first bytes tell; one that can't be read is told of later."""
    known = by_suffix()[file.suffix.lower()]
    if known.is_news is None:
        return True
    try:
        with file.open("rb") as stream:
            head = stream.read(LOOK)
    except OSError:
        return True
    return not head.strip() or known.is_news(File("", str(file), head, lexicon, fields=fields))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long, a folder that may not be entered
        return False


def _printable(file: Path) -> str:
    """Return a file's path with forward slashes; a name that is not UTF-8 must still be printable."""
    return os.fsencode(file.as_posix()).decode("utf-8", "backslashreplace")


def _source(file: Path, max_size: int) -> Source:
    name = _printable(file)
    try:
        too_large = file.stat().st_size > max_size
    except OSError:
        too_large = False
    return Source(id=name, path=name, file=file, too_large=too_large)


def _walk(root: Path, skipped: Counter[tuple[str, str]]) -> Iterator[Path]:
    """Yield the files of a folder with a known suffix; note what is left out, by real path and reason."""
    inside = os.path.realpath(root)
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            skipped[str(folder), "unreadable folder"] += 1
            continue
        for entry in entries:
            reason = _left_out(entry, inside)
            if reason is not None:
                skipped[os.path.realpath(folder) + os.sep + entry.name, reason] += 1
            elif entry.is_dir(follow_symlinks=False):
                folders.append(folder / entry.name)
            elif not entry.is_dir():
                yield folder / entry.name


def _left_out(entry: os.DirEntry[str], inside: str) -> str | None:
    """Return why an entry of a folder is not read, None when it is."""
    if entry.name.startswith("."):
        return "hidden"
    if entry.is_symlink():
        target = os.path.realpath(entry.path)
        if not target.startswith(inside.rstrip(os.sep) + os.sep):
            return "link out of the folder"
        if Path(target).is_dir():
            # Whatever a linked folder inside the tree holds is found in its own place.
            return "link to a folder"
        if not Path(target).exists():
            return "broken link"
    elif entry.is_dir():
        return None
    if not Path(entry.path).is_file():
        return "not a file"
    return None if Path(entry.name).suffix.lower() in by_suffix() else "unknown suffix"
