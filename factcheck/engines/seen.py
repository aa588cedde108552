"""Numbers that have been seen, in a fifth of the memory of a set: a run of very many articles has millions of pairs."""

from array import array

_FEWEST = 1024  # slots; a power of two


class Seen:
    """Numbers of 64 bits that are spread evenly, such as hashes; a table with open addressing, at most half full."""

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * _FEWEST))
        self._number = 0

    def __len__(self) -> int:
        return self._number

    def add(self, number: int) -> bool:
        """Keep a number from 1 to 2**64 - 1, and tell whether it is new."""
        if 2 * self._number >= len(self._slots):
            self._grow()
        at = _slot(self._slots, number)
        if self._slots[at]:
            return False
        self._slots[at] = number
        self._number += 1
        return True

    def _grow(self) -> None:
        slots = array("Q", bytes(16 * len(self._slots)))
        for number in self._slots:
            if number:
                slots[_slot(slots, number)] = number
        self._slots = slots


def _slot(slots: "array[int]", number: int) -> int:
    """Return where a number is, or else the free slot in which it belongs."""
    last = len(slots) - 1
    at = number & last
    while slots[at] and slots[at] != number:
        at = (at + 1) & last
    return at
