"""The map on one machine: readings from the cache, from this process, or from one process a core, in the files' order.

Where the work is done decides nothing: whatever `jobs` is, the same readings come in the same order. This process holds
the bytes and readings of a few batches at a time and no more.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

from factcheck.archive.cache import Cache
from factcheck.archive.encoding import decode_readings, encode_readings
from factcheck.domain import Location, Mention, Reading
from factcheck.engines.map import Extractor
from factcheck.engines.workers import Ended, Workers
from factcheck.errors import UnreadableArticleError
from factcheck.readers.discover import Source
from factcheck.readers.read import bytes_of, content_hash

Done = TypeVar("Done")
Readings = tuple[Reading, ...]

FEW_FILES = 8
FEW_BYTES = 200_000
"""So much is read in this process: until a worker has imported spaCy and loaded the model, it has been read here."""
_BATCH_FILES = 16
_BATCH_BYTES = 100_000
_IN_ORDER = 256  # files that may wait for one before them while no worker is there


def read_all(
    sources: Iterable[Source],
    extractor: Extractor,
    *,
    jobs: int = 1,
    cache: Cache | None = None,
    unless: Callable[[Source, str], bool] | None = None,
) -> Iterator[tuple[Source, Readings | None]]:
    """Yield each file with its readings, in order; None where `unless`, asked with the content's hash, knows it.

    What is in the cache is not read again, and what is read is put into it. An article at which a worker process ends,
    twice, is one that can't be read.
    """

    def asked() -> Iterator[tuple[Source, Source | _Known]]:
        for source in sources:
            yield source, _look(source, extractor, cache, unless)

    work = partial(_encoded, extractor) if jobs > 1 else extractor.readings
    for source, found in _in_order(asked(), work, jobs):
        if isinstance(found, Ended):
            error = UnreadableArticleError(f"can't be read: {found.reason}")
            yield source, extractor.unread(source, error)
        elif isinstance(found, _Known):
            yield source, found.readings
        else:
            data = found if isinstance(found, bytes) else None
            readings = decode_readings(data) if data is not None else found
            if cache is not None:
                cache.put(source.id, readings, data)
            yield source, readings


def mentions_of_all(
    sources: Iterable[Source], extractor: Extractor, *, jobs: int = 1
) -> Iterator[tuple[Location, Mention]]:
    """Yield the mentions of files in their order, each with its place; a file at which workers end has none."""
    for _, found in _in_order(((source, source) for source in sources), extractor.mentions, jobs):
        if not isinstance(found, Ended | _Known):
            yield from found


@dataclass(frozen=True, slots=True)
class _Known:
    """What need not be read: the readings of the cache or of a file without bytes, None where an archive has them."""

    readings: Readings | None


@dataclass(slots=True)
class _Place(Generic[Done]):
    """A file's place in the order: what there is to do, or its result."""

    source: Source
    todo: Source | None
    done: Done | Ended | _Known | None = None


def _look(
    source: Source, extractor: Extractor, cache: Cache | None, unless: Callable[[Source, str], bool] | None
) -> Source | _Known:
    """Return what is known of a file, or the file with its bytes, which are read once."""
    try:
        data = bytes_of(source, max_size=extractor.max_size)
    except UnreadableArticleError as error:
        return _Known(extractor.unread(source, error))
    content = content_hash(data)
    if unless is not None and unless(source, content):
        return _Known(None)
    readings = cache.get(source.id, content) if cache is not None else None
    return replace(source, data=data) if readings is None else _Known(readings)


def _encoded(extractor: Extractor, source: Source) -> bytes:
    """Return a file's readings as the cache keeps them: what a worker sends is far smaller and faster to take apart."""
    return encode_readings(extractor.readings(source))


def _in_order(
    asked: Iterable[tuple[Source, Source | _Known]], work: Callable[[Source], Done], jobs: int
) -> Iterator[tuple[Source, Done | Ended | _Known]]:
    """Yield what is done of each file in order; workers are started once there is enough for them to do."""
    places: deque[_Place[Done]] = deque()
    batch: list[_Place[Done]] = []
    asked = iter(asked)
    for source, todo in asked:
        known = todo if isinstance(todo, _Known) else None
        places.append(_Place(source, None if known else todo, known))  # type: ignore[arg-type]
        if known is None:
            batch.append(places[-1])
        if jobs > 1 and len(batch) >= FEW_FILES and _size(batch) >= FEW_BYTES:
            with closing(Workers(work, jobs)) as workers:
                yield from _spread(places, batch, asked, workers)
            return
        if jobs == 1 or len(places) >= _IN_ORDER:
            yield from _here(places, work)
            batch.clear()
    yield from _here(places, work)


def _here(
    places: deque[_Place[Done]], work: Callable[[Source], Done]
) -> Iterator[tuple[Source, Done | Ended | _Known]]:
    """Do in this process what is to do, file by file."""
    while places:
        place = places.popleft()
        yield place.source, work(place.todo) if place.todo is not None else place.done  # type: ignore[misc]


def _spread(
    places: deque[_Place[Done]],
    batch: list[_Place[Done]],
    asked: Iterator[tuple[Source, Source | _Known]],
    workers: Workers[Source, Done],
) -> Iterator[tuple[Source, Done | Ended | _Known]]:
    """Give batches to workers as they get hungry, and yield what is done of each file in order."""
    given: dict[int, _Place[Done]] = {}
    further = True

    most = 4 * _BATCH_FILES * workers.number

    def give() -> None:
        for some in _portions(batch):
            numbers = workers.give([place.todo for place in some if place.todo is not None])
            given.update(zip(numbers, some, strict=True))
            for place in some:
                place.todo = None  # the bytes are the workers' now
        batch.clear()

    while places or further:
        while further and workers.hungry and len(places) < most:
            source_todo = next(asked, None)
            if source_todo is None:
                further = False
                break
            source, todo = source_todo
            known = todo if isinstance(todo, _Known) else None
            places.append(_Place(source, None if known else todo, known))  # type: ignore[arg-type]
            if known is None:
                batch.append(places[-1])
            if len(batch) >= _BATCH_FILES or _size(batch) >= _BATCH_BYTES:
                give()
            elif places[0].done is not None:
                break
        if batch and (not further or not given or len(places) >= most):
            give()
        if given and places and places[0].done is None:
            for number, done in workers.results():
                given.pop(number).done = done
        while places and places[0].done is not None:
            place = places.popleft()
            yield place.source, place.done  # type: ignore[misc]


def _portions(batch: list[_Place[Done]]) -> Iterator[list[_Place[Done]]]:
    """Yield a batch in portions for a worker each: so many files, or so many bytes and the file that goes beyond."""
    some: list[_Place[Done]] = []
    for place in batch:
        some.append(place)
        if len(some) >= _BATCH_FILES or _size(some) >= _BATCH_BYTES:
            yield some
            some = []
    if some:
        yield some


def _size(places: list[_Place[Done]]) -> int:
    return sum(len(place.todo.data or b"") for place in places if place.todo is not None)
