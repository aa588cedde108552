"""Places as editors count them: lines from 0, columns in the code units that client and server have agreed on.

The Language Server Protocol 3.17 counts UTF-16 code units unless both agree on UTF-8 or UTF-32. Our locations count
characters from 1. Lines end with LF, CRLF or CR on both sides.
"""

from collections.abc import Callable
from dataclasses import dataclass

from lsprotocol import types

from factcheck.domain import Location
from factcheck.readers.lines import line_end, line_starts

_MARK = "\ufeff"
Encoding = types.PositionEncodingKind | str


@dataclass(frozen=True, slots=True)
class Page:
    """A text as an editor has it, with the offsets of its lines and the unit of its columns."""

    text: str
    starts: tuple[int, ...]
    encoding: Encoding = types.PositionEncodingKind.Utf16

    def position(self, line: int, column: int) -> types.Position:
        """Return where a line and column (both from 1, in characters) are; beyond a line's end it is that end.

        A byte order mark, which editors may keep and readers leave out, is none of the line's characters.
        """
        if line > len(self.starts):
            return self.end()
        start, end = self._line(line)
        at = min(start + column - 1, end)
        return types.Position(line - 1, self._units(self.text[self.starts[line - 1] : at]))

    def range(self, place: Location) -> types.Range:
        """Return where a place is."""
        return types.Range(
            start=self.position(place.line, place.column), end=self.position(place.end_line, place.end_column)
        )

    def place(self, position: types.Position) -> tuple[int, int]:
        """Return the line and column, both from 1, of the character at an editor's position."""
        line = min(position.line + 1, len(self.starts))
        start, end = self._line(line)
        units = self._units(self.text[self.starts[line - 1] : start])
        for at in range(start, end):
            units += self._units(self.text[at])
            if units > position.character:
                return line, at - start + 1
        return line, end - start + 1

    def end(self) -> types.Position:
        """Return where the text ends."""
        return types.Position(len(self.starts) - 1, self._units(self.text[self.starts[-1] :]))

    def _line(self, line: int) -> tuple[int, int]:
        """Return the offsets of a line's first character and of its end, without mark and line break."""
        start = self.starts[line - 1]
        end = line_end(self.text, start)
        return start + (line == 1 and self.text.startswith(_MARK)), end

    def _units(self, text: str) -> int:
        if self.encoding == types.PositionEncodingKind.Utf32 or text.isascii():
            return len(text)
        if self.encoding == types.PositionEncodingKind.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) + sum(char > "\uffff" for char in text)


PageOf = Callable[[str], Page | None]
"""A function from a path to its page, None for a file that is not there."""
UriOf = Callable[[str], str]
"""A function from a path to the address by which the editor knows the file."""


def page(text: str, encoding: Encoding = types.PositionEncodingKind.Utf16) -> Page:
    """Return the page of a text."""
    return Page(text, line_starts(text), encoding)


def range_in(place: Location, page_of: PageOf) -> types.Range:
    """Return where a place is; in characters where its file is not there any more."""
    found = page_of(place.path)
    if found is not None:
        return found.range(place)
    return types.Range(
        start=types.Position(place.line - 1, place.column - 1),
        end=types.Position(place.end_line - 1, place.end_column - 1),
    )
