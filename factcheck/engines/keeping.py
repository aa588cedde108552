"""Reading files into an archive: what has changed is read again, what is gone leaves."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck.archive.cache import Cache
from factcheck.archive.connection import Connection
from factcheck.archive.writing import kept_files, put, remove
from factcheck.articleids import from_here, from_root
from factcheck.domain import Reading
from factcheck.engines.local import read_all
from factcheck.engines.map import Extractor
from factcheck.readers.discover import Source, discover

Observer = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Done:
    """How many files were added, changed, unchanged or removed, and which could not be read, each with the reason."""

    files: Counter[str] = field(default_factory=Counter)
    unreadable: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Means:
    """What files are read with: an extractor, the folder they are named from, processes, a cache.

    `observe` is told after each file how many have been looked at, and of how many.
    """

    extractor: Extractor
    root: str
    jobs: int = 1
    cache: Cache | None = None
    observe: Observer | None = None


def add(sources: Sequence[Source], connection: Connection, address: str, means: Means) -> Done:
    """Read the files that are new, changed or were read by another extractor."""
    known = kept_files(connection)
    version = means.extractor.version()
    done = Done()
    paths = {from_root(source.id, means.root): source.path for source in sources}
    named = (replace(source, id=name, path=name) for name, source in zip(paths, sources, strict=True))

    def unless(source: Source, content: str) -> bool:
        before = known.get(source.id)
        return before is not None and (before.content, before.extractor) == (content, version)

    read = read_all(named, means.extractor, jobs=means.jobs, cache=means.cache, unless=unless)
    for number, (source, readings) in enumerate(read, 1):
        if readings is None:
            done.files["unchanged"] += 1
        else:
            put(connection, address, source.id, readings, extractor=version, root="")
            done.files["changed" if source.id in known else "added"] += 1
            done.unreadable.extend(_unreadable(paths[source.id], readings))
        if means.observe is not None:
            means.observe(number, len(sources))
    return done


def update(paths: Sequence[Path], connection: Connection, address: str, means: Means) -> Done:
    """Read what has changed below the paths (of all that is kept, without paths), and take out files that are gone."""
    kept, root = list(kept_files(connection)), means.root
    below = [name for name in kept if not paths or _is_below(name, paths, root)]
    there = [path for name in below if (path := Path(from_here(name, root))).is_file()]
    found = discover([*(path for path in paths if path.exists()), *there], max_size=means.extractor.max_size)
    done = add(found.sources, connection, address, means)
    names = {from_root(source.id, root) for source in found.sources}
    done.files["removed"] = remove(connection, address, [name for name in below if name not in names])
    return done


def names_below(paths: Sequence[Path], connection: Connection, root: str) -> list[str]:
    """Return the names of kept files that are among the paths or in a folder that is."""
    return [name for name in kept_files(connection) if _is_below(name, paths, root)]


def _unreadable(path: str, readings: Iterable[Reading]) -> list[tuple[str, str]]:
    records = [reading.record for reading in readings if reading.record.fault_check == "unreadable_article"]
    return [(path, record.fault or "") for record in records]


def _is_below(name: str, paths: Iterable[Path], root: str) -> bool:
    folders = [from_root(path.as_posix(), root) for path in paths]
    return any(folder in {".", name} or name.startswith(f"{folder}/") for folder in folders)
