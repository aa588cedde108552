"""How far a long run is, in one line on stderr that goes away when it is done."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

_PATIENCE = 1.0  # seconds without a word: short runs show nothing
_PAUSE = 0.1  # seconds between two lines
_BAR = 24
_START_OF_LINE, _CLEAR = "\r", "\r\x1b[K"  # ECMA-48: erase in line

Observer = Callable[[int, int], None]


@contextmanager
def progress(
    *, quiet: bool, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
) -> Iterator[Observer | None]:
    """Give an observer of files read, of how many, that shows them on a terminal; None where nothing is to be shown.

    Nothing is shown when `quiet`, when stderr is no terminal, and in the first second. The line is wiped out at the
    end, whatever ends the run.
    """
    stream = stream or sys.stderr
    if quiet or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    started = clock()
    first: list[float] = []  # when the first file was read: loading the model is no measure of speed
    last = [started + _PATIENCE - _PAUSE]
    shown = False

    def observe(done: int, every: int) -> None:
        nonlocal shown
        now = clock()
        first[:] = first or [now]
        if now - last[0] < _PAUSE or done >= every:
            return
        last[0] = now
        shown = True
        stream.write(f"{_CLEAR}{_line(done, every, now - first[0])}{_START_OF_LINE}")
        stream.flush()

    try:
        yield observe
    finally:
        if shown:
            stream.write(_CLEAR)
            stream.flush()


def _line(done: int, every: int, seconds: float) -> str:
    """Return the line, cut to the terminal: bar, files, files a second, and the time that is left."""
    filled = _BAR * done // every
    line = f"reading [{'=' * filled}{' ' * (_BAR - filled)}] {done:,} of {every:,} files"
    if done > 1 and seconds > 0:
        speed = (done - 1) / seconds
        line += f", {speed:.3g} a second, {_time((every - done) / speed)} left"
    return line[: shutil.get_terminal_size().columns - 1]


def _time(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
