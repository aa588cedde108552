"""Rows to a table that fits a width: every cell wrapped, every column given what it needs or a fair share."""

from collections.abc import Sequence
from dataclasses import dataclass

from tabulate import SEPARATING_LINE, tabulate

from factcheck.reports.layout import columns, linked, share, wrap, wrap_path

_GAP = 2
_LINES = 12


@dataclass(frozen=True, slots=True)
class Words:
    """Safe words, wrapped at spaces; `coloured` is how a single word looks with its colour."""

    text: str
    coloured: str | None = None

    def lines(self, width: int) -> list[str]:
        """Return the words in lines of at most `width` columns."""
        if self.coloured is not None and columns(self.text) <= width:
            return [self.coloured]
        return wrap(self.text, width, lines=_LINES) if self.text else []


@dataclass(frozen=True, slots=True)
class PathWords:
    """A safe "path:line", wrapped behind slashes; with a `target` each of its lines is a link."""

    text: str
    target: str | None = None

    def lines(self, width: int) -> list[str]:
        """Return the path in lines of at most `width` columns."""
        return [linked(line, self.target) for line in wrap_path(self.text, width)]


Cell = Sequence[Words | PathWords]  # what stands in a field of a table, one below the other


def words(text: str) -> Cell:
    """Return the cell of some words."""
    return (Words(text),)


def grid(headers: Sequence[str], rows: Sequence[Sequence[Cell]], width: int, *, apart: bool = False) -> str:
    """Return a table of at most `width` columns; `apart` sets an empty line between rows."""
    every = [[words(header) for header in headers], *rows]
    room = width - _GAP * (len(headers) - 1)
    numbers = range(len(headers))
    needs = [max(_need(row[number]) for row in every) for number in numbers]
    widths = share(needs, room, [2 if _only_paths([row[number] for row in rows]) else 1 for number in numbers])
    titles, *filled = [[_filled(cell, wide) for cell, wide in zip(row, widths, strict=True)] for row in every]
    # the titles are rows of their own: as headers tabulate would widen their columns beyond the width
    lines: list[list[str] | str] = [titles, ["-" * wide for wide in widths]]
    for number, row in enumerate(filled):
        if apart and number:
            lines.append(SEPARATING_LINE)
        lines.append(row)
    table = tabulate(lines, tablefmt="plain", disable_numparse=True)
    return "\n".join(line.rstrip() for line in table.split("\n"))


def _need(cell: Cell) -> int:
    return max((columns(part.text) for part in cell), default=0)


def _only_paths(cells: Sequence[Cell]) -> bool:
    # a path that is broken is hard to read and can't be clicked
    return all(isinstance(part, PathWords) for cell in cells for part in cell)


def _filled(cell: Cell, width: int) -> str:
    # tabulate leaves out a row whose every field is empty
    return "\n".join(line for part in cell for line in part.lines(width)) or " "
