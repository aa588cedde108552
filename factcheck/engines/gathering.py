"""Reading the files of a run, and where their readings are held: in memory, or on disk when they are very many."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from factcheck.archive.cache import Cache, opened
from factcheck.archive.spilled import spilled
from factcheck.domain import Reading
from factcheck.engines.interrupt import heard
from factcheck.engines.local import read_all
from factcheck.engines.map import Extractor
from factcheck.pairing.gathered import Gathered, Listed
from factcheck.readers.discover import Source


@dataclass(slots=True)
class Files:
    """The files of a run as they are read; an interrupt ends that, and `left` is how many had not been read then.

    `cache` is the folder of what was read before, None without one. `on_read` is told after each file how many have
    been read, and of how many.
    """

    sources: Sequence[Source]
    extractor: Extractor
    jobs: int = 1
    cache: Path | None = None
    on_read: Callable[[int, int], None] | None = None
    left: int = 0

    def readings(self) -> Iterator[tuple[Reading, ...]]:
        """Yield the readings of each file; raise KeyboardInterrupt where none had been read."""
        done = 0
        with opened_cache(self.cache, self.extractor) as cache, heard() as interrupt:
            read = read_all(self.sources, self.extractor, jobs=self.jobs, cache=cache)
            try:
                while not interrupt.asked:
                    interrupt.reading = True
                    _, readings = next(read, (None, None))
                    interrupt.reading = False
                    if readings is None:
                        break
                    done += 1
                    yield readings
                    if self.on_read is not None:
                        self.on_read(done, len(self.sources))
            except KeyboardInterrupt:
                if not done:
                    raise
            finally:
                read.close()
                self.left = len(self.sources) - done


@contextmanager
def opened_cache(folder: Path | None, extractor: Extractor) -> Iterator[Cache | None]:
    """Open the cache of an extractor in a folder, where there is to be one."""
    if folder is None:
        yield None
        return
    with opened(folder, extractor=extractor.version()) as cache:
        yield cache


def gather(files: Iterable[tuple[Reading, ...]], stack: ExitStack, *, most: int | None) -> Gathered:
    """Return the readings of files, in memory up to so many, on disk for as long as the stack when there are more."""
    readings = chain.from_iterable(files)
    first = list(readings if most is None else islice(readings, most + 1))
    if most is None or len(first) <= most:
        return Listed(first)
    held = stack.enter_context(spilled())
    held.add(first)
    first.clear()
    held.add(readings)
    return held
