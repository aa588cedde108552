"""How a report is laid out: its width, what it lists, its colours; how words are wrapped, cut and set in columns."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from factcheck.domain import Location, Severity, Verdict
from factcheck.reports.escape import visible

WIDTH = 120
_NARROWEST = 40
_AFTER_SLASH = re.compile(r"(?<=/)")
_AFTER_MARK = re.compile(r"(?<=[/._-])")
_SGR = {Severity.ERROR: "31;1", Severity.WARNING: "33", Severity.NOTE: "36"}


@dataclass(frozen=True, slots=True)
class Layout:
    """The choices of one report.

    `width` is in terminal columns. `notes` lists the notes too, `show` the pairs of these verdicts, `quiet` leaves out
    everything but findings, `colour` sets severities in colour. `fails` are the severities that make the exit code 1.
    Relative paths of articles start in the folder `folder`; formats for programs give them from the folder `root`, as
    they are when it is "". Both are absolute. `links` makes places hyperlinks of the terminal.
    """

    width: int = WIDTH
    notes: bool = False
    show: frozenset[Verdict] = frozenset()
    quiet: bool = False
    colour: bool = False
    fails: frozenset[Severity] = frozenset({Severity.ERROR})
    folder: str = ""
    root: str = ""
    links: bool = False

    def __post_init__(self) -> None:
        """Keep to a width that words still fit."""
        object.__setattr__(self, "width", max(self.width, _NARROWEST))

    def severity(self, severity: Severity) -> str:
        """Return a severity's word, in its colour (ECMA-48 SGR) when the report has colours."""
        return f"\x1b[{_SGR[severity]}m{severity}\x1b[0m" if self.colour else str(severity)

    def target(self, place: Location) -> str | None:
        """Return the URI (RFC 8089) of a place's file when the report has links; nothing in it can steer a terminal."""
        return Path(self.folder, place.path).as_uri() if self.links else None


def path_and_line(place: Location) -> str:
    """Return "path:line", with nothing in it that could steer a terminal."""
    return f"{visible(place.path)}:{place.line}"


def path_line_column(place: Location) -> str:
    """Return "path:line:column", as editors and terminals make it a link."""
    return f"{path_and_line(place)}:{place.column}"


def linked(words: str, target: str | None) -> str:
    """Return words as a hyperlink of the terminal (OSC 8) where there is a target."""
    return f"\x1b]8;;{target}\x1b\\{words}\x1b]8;;\x1b\\" if target is not None else words


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return "1 pair", "2 pairs", "1,204 pairs"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def columns(text: str) -> int:
    """Return how many terminal columns a text takes: none for combining marks, two for wide letters."""
    return len(text) if text.isascii() else sum(_char_columns(char) for char in text)


def _char_columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def fitting(text: str, width: int) -> int:
    """Return how many of a text's first characters fit into some terminal columns."""
    if text.isascii():
        return min(len(text), width)
    return sum(taken <= width for taken in accumulate(_char_columns(char) for char in text))


def cut(text: str, width: int) -> str:
    """Return a text that fits into some columns, with an ellipsis where its end had to go."""
    return text if columns(text) <= width else text[: fitting(text, width - 1)].rstrip() + "…"


def wrap(text: str, width: int, *, lines: int | None = None) -> list[str]:
    """Return the words of a text in lines of at most `width` columns; beyond `lines` they end in an ellipsis."""
    return _limited(_filled(text.split(), " ", width), width, lines)


def wrap_path(place: str, width: int) -> list[str]:
    """Return a path in lines of at most `width` columns, broken behind a slash, else behind . - or _."""
    folders = _AFTER_SLASH.split(place)
    if max(columns(folder) for folder in folders) > width:
        return _filled(_AFTER_MARK.split(place), "", width)
    return _filled(folders, "", width)


def _filled(pieces: Iterable[str], joint: str, width: int) -> list[str]:
    lines = [""]
    for whole in pieces:
        joined = f"{lines[-1]}{joint}{whole}" if lines[-1] else whole
        if columns(joined) <= width:
            lines[-1] = joined
            continue
        piece = whole
        if lines[-1]:
            lines.append("")
        while columns(piece) > width:
            at = max(fitting(piece, width), 1)
            lines[-1:] = [piece[:at], ""]
            piece = piece[at:]
        lines[-1] = piece
    return lines


def _limited(lines: list[str], width: int, most: int | None) -> list[str]:
    if most is None or len(lines) <= most:
        return lines
    last = lines[most - 1]
    return [*lines[: most - 1], last[: fitting(last, width - 2)].rstrip() + " …"]


def share(needs: Sequence[int], width: int, weights: Sequence[int] | None = None) -> list[int]:
    """Return a width for each column: what it needs while there is enough, else a fair share, fair by weight.

    Narrow columns get all they need; what they leave is shared among the wide ones.
    """
    weigh = weights or [1] * len(needs)
    shares = [0] * len(needs)
    left, weight_left = width, sum(weigh)
    for number in sorted(range(len(needs)), key=lambda number: needs[number] / weigh[number]):
        shares[number] = max(1, min(needs[number], left * weigh[number] // weight_left))
        left -= shares[number]
        weight_left -= weigh[number]
    return shares
