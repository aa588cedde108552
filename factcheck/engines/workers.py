"""Processes that work side by side: each has the same work to do for one item after another.

Workers are started with `forkserver` where there is one, else with `spawn`. `fork` alone would copy a process with
threads (numerical libraries have some), which may lock up for good. The server imports the language stage once, and
each worker is a copy of it that loads the model and the lexicons when it is first given something to read.
"""

import gc
import multiprocessing
import os
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

from factcheck.errors import FactcheckError

Item = TypeVar("Item")
Done = TypeVar("Done")

_PRELOADED = ("factcheck.engines.map", "factcheck.language.understand", "factcheck.claims.extract")
_TRIES = 2  # an item at which two workers ended, the second with it alone, is what ends them


@dataclass(frozen=True, slots=True)
class Ended:
    """What there is instead of a result where the process that worked on an item ended, each time it was tried."""

    reason: str


@dataclass(slots=True)
class _Task(Generic[Item]):
    number: int
    item: Item
    tries: int = 0


@dataclass(slots=True)
class _Worker(Generic[Item]):
    process: BaseProcess
    pipe: Connection
    tasks: deque[_Task[Item]] = field(default_factory=deque)


class Workers(Generic[Item, Done]):
    """So many processes that do `work`, which must be picklable, as items and results must be.

    A batch of items is given to a worker at a time, and each result comes back by itself. A worker that ends before it
    is told to (killed, out of memory, a fault in compiled code) is replaced; the item it was at is tried once more, by
    itself in a new process, and is `Ended` when that ends too.
    """

    def __init__(self, work: Callable[[Item], Done], number: int) -> None:
        self._work = work
        self._context = multiprocessing.get_context(_start_method())
        self._waiting: deque[deque[_Task[Item]]] = deque()
        self._given = 0
        with _quiet_start():
            self._workers = [self._started() for _ in range(number)]

    def give(self, items: Sequence[Item]) -> list[int]:
        """Take a batch of items to work on, and return the numbers under which their results will come."""
        tasks = deque(_Task(self._given + at, item) for at, item in enumerate(items))
        self._given += len(items)
        self._waiting.append(tasks)
        self._hand_out()
        return [task.number for task in tasks]

    @property
    def number(self) -> int:
        """Return how many processes there are."""
        return len(self._workers)

    @property
    def hungry(self) -> bool:
        """Tell whether fewer batches wait than there are workers: as many as are worked on lie ready, and no more."""
        return len(self._waiting) < len(self._workers)

    def results(self) -> Iterator[tuple[int, Done | Ended]]:
        """Wait until there is something, and yield the numbers and results of what has been done since.

        Raises what the work raised, and FactcheckError where processes can't be started.
        """
        busy = {worker.pipe: worker for worker in self._workers if worker.tasks}
        for pipe in wait(list(busy)):
            worker = busy[pipe]  # type: ignore[index]  # only pipes were waited for
            try:
                fault, value = worker.pipe.recv()
            except (EOFError, OSError):
                yield from self._replaced(worker)
                continue
            if fault is not None:
                raise fault
            yield worker.tasks.popleft().number, value
        self._hand_out()

    def close(self) -> None:
        """End the processes at once, whatever they are at."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()

    def _started(self) -> _Worker[Item]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(  # type: ignore[attr-defined]  # every context has it, the stub's base has not
            target=_working, args=(theirs, self._work, str(Path.cwd()), gc.get_threshold()), daemon=True
        )
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _hand_out(self) -> None:
        for worker in self._workers:
            if not worker.tasks and self._waiting:
                worker.tasks = self._waiting.popleft()
                with suppress(OSError):  # it has ended: results() finds that out
                    worker.pipe.send([task.item for task in worker.tasks])

    def _replaced(self, worker: _Worker[Item]) -> Iterator[tuple[int, Done | Ended]]:
        """Start another worker in the place of one that ended, and put what it was at back in front of the others."""
        worker.process.join()
        worker.pipe.close()
        suspect, *others = worker.tasks
        suspect.tries += 1
        self._waiting.extendleft([deque(others)] if others else [])
        if suspect.tries < _TRIES:
            self._waiting.appendleft(deque([suspect]))
        else:
            yield suspect.number, Ended(_reason(worker.process.exitcode))
        with _quiet_start():
            self._workers[self._workers.index(worker)] = self._started()


def cores() -> int:
    """Return how many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def _working(pipe: Connection, work: Callable[[Any], Any], folder: str, cycles: tuple[int, int, int]) -> None:
    """Do the work, item by item, until the other end of the pipe is closed.

    Cycles in memory are looked for as rarely as in the process that started this one.
    """
    gc.set_threshold(*cycles)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # on Windows; elsewhere it has been blocked from the start
    os.chdir(folder)
    with suppress(EOFError, OSError):
        while True:
            for item in pipe.recv():
                pipe.send(_done(work, item))


def _done(work: Callable[[Any], Any], item: Any) -> tuple[BaseException | None, Any]:
    try:
        return None, work(item)
    except FactcheckError as error:
        return error, None
    except Exception as error:  # whatever it is, it is told once, in the process that the user started
        plain = RuntimeError(f"{type(error).__name__}: {error}")
        plain.add_note(traceback.format_exc())
        return plain, None


def _reason(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        return f"the process that read it was ended by signal {-exitcode}"
    return f"the process that read it ended with exit code {exitcode}"


def _start_method() -> str:
    return "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


@contextmanager
def _quiet_start() -> Iterator[None]:
    """Start processes that an interrupt does not reach: this process ends them, so that it alone has a say."""
    if _start_method() == "forkserver":
        multiprocessing.get_context("forkserver").set_forkserver_preload(list(_PRELOADED))
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
