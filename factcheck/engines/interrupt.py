"""Ctrl-C while files are read: what has been read counts, what was just being read does not."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType


@dataclass(slots=True)
class Interrupt:
    """Whether the user wants the reading to end. While a file is being `read`, it is ended; else after what is done."""

    asked: bool = False
    reading: bool = False

    def hear(self, number: int, frame: FrameType | None) -> None:
        """Take note of Ctrl-C; the second one ends all."""
        if self.asked or self.reading:
            raise KeyboardInterrupt
        self.asked = True


@contextmanager
def heard() -> Iterator[Interrupt]:
    """Hear interrupts, where Python would; in a thread, or where they are ignored, there are none to hear."""
    interrupt = Interrupt()
    ours = threading.current_thread() is threading.main_thread()
    if not ours or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield interrupt
        return
    signal.signal(signal.SIGINT, interrupt.hear)
    try:
        yield interrupt
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
