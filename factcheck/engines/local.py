"""The map on one machine: readings from the cache, from this process, or from one process a core, in the files' order.

Where the work is done decides nothing: whatever `jobs` is, the same readings come in the same order. This process holds
the bytes and readings of a few batches at a time and no more.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
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
_BATCH_FILES = 4
_BATCH_BYTES = 100_000
_AHEAD = 64  # files that one worker may be ahead of the first that is not done
_IN_ORDER = 256  # files that may wait for one before them while no worker is there


def read_all(
    sources: Iterable[Source],
    extractor: Extractor,
    *,
    jobs: int = 1,
    cache: Cache | None = None,
    unless: Callable[[Source, str], bool] | None = None,
) -> Generator[tuple[Source, Readings | None], None, None]:
    """Yield each file with its readings, in order; None where `unless`, asked with the content's hash, knows it.

    What is in the cache is not read again, and what is read is put into it. An article at which a worker process ends,
    twice, is one that can't be read.
    """

    def asked() -> Iterator[tuple[Source, Source | _Known]]:
        for source in sources:
            yield source, _look(source, extractor, cache, unless)

    work: Callable[[Source], bytes | Readings] = partial(_encoded, extractor) if jobs > 1 else extractor.readings
    for source, found in _in_order(asked(), work, jobs):
        if isinstance(found, Ended):
            error = UnreadableArticleError(f"can't be read: {found.reason}")
            yield source, extractor.unread(source, error)
        elif isinstance(found, _Known):
            yield source, found.readings
        else:
            readings = decode_readings(found) if isinstance(found, bytes) else found
            if cache is not None:
                cache.put(source.id, readings, found if isinstance(found, bytes) else None)
            yield source, readings


def read_one(source: Source, extractor: Extractor, *, unless: Callable[[str], bool]) -> Readings | None:
    """Return the readings of a file; None, without a look into it, where its content's hash says it is known."""
    ((_, readings),) = read_all([source], extractor, unless=lambda _, content: unless(content))
    return readings


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


@dataclass(slots=True)
class _Order(Generic[Done]):
    """The files that have been asked for and not yet passed on, in order, and those of them that are to be read."""

    asked: Iterator[tuple[Source, Source | _Known]]
    places: deque[_Place[Done]] = field(default_factory=deque)
    todo: list[_Place[Done]] = field(default_factory=list)

    def take(self) -> bool:
        """Take the next file; False when there is none."""
        found = next(self.asked, None)
        if found is None:
            return False
        source, todo = found
        place: _Place[Done] = _Place(source, None, todo) if isinstance(todo, _Known) else _Place(source, todo)
        self.places.append(place)
        if place.done is None:
            self.todo.append(place)
        return True

    def is_ready(self) -> bool:
        """Tell whether the first file is done."""
        return bool(self.places) and self.places[0].done is not None

    def ready(self) -> Iterator[tuple[Source, Done | Ended | _Known]]:
        """Yield the first files, as far as they are done."""
        while self.places and (done := self.places[0].done) is not None:
            yield self.places.popleft().source, done


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
    order: _Order[Done] = _Order(iter(asked))
    while order.take():
        if jobs > 1 and len(order.todo) >= FEW_FILES and _size(order.todo) >= FEW_BYTES:
            with closing(Workers(work, jobs)) as workers:
                yield from _spread(order, workers)
            return
        if jobs == 1 or len(order.places) >= _IN_ORDER:
            yield from _here(order, work)
    yield from _here(order, work)


def _here(order: _Order[Done], work: Callable[[Source], Done]) -> Iterator[tuple[Source, Done | Ended | _Known]]:
    """Do in this process what is to do, file by file."""
    order.todo.clear()
    for place in order.places:
        if place.todo is not None:
            place.done, place.todo = work(place.todo), None
        yield place.source, place.done  # type: ignore[misc]  # it is done
    order.places.clear()


def _spread(order: _Order[Done], workers: Workers[Source, Done]) -> Iterator[tuple[Source, Done | Ended | _Known]]:
    """Give files to workers as they get hungry, and yield what is done of each in order."""
    given: dict[int, _Place[Done]] = {}
    most, further = _AHEAD * workers.number, True
    while further or order.places:
        while further and workers.hungry and len(order.places) < most and not order.is_ready():
            further = order.take()
            if len(order.todo) >= _BATCH_FILES or _size(order.todo) >= _BATCH_BYTES:
                _give(order, workers, given)
        if order.todo and (not further or not given or len(order.places) >= most):
            _give(order, workers, given)
        if given and not order.is_ready():
            for number, done in workers.results():
                given.pop(number).done = done
        yield from order.ready()


def _give(order: _Order[Done], workers: Workers[Source, Done], given: dict[int, _Place[Done]]) -> None:
    """Give what is to be read to the workers, in portions; the bytes are theirs then."""
    for some in _portions(order.todo):
        numbers = workers.give([place.todo for place in some if place.todo is not None])
        given.update(zip(numbers, some, strict=True))
        for place in some:
            place.todo = None
    order.todo.clear()


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
