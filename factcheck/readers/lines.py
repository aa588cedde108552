"""Where the lines of a text begin."""

import re

_LINE_END = re.compile(r"\r\n|\r|\n")


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offset of each line's first character.

    Lines end with LF, CRLF or CR and with nothing else: a form feed or U+2028 stands inside a line, as editors count.
    """
    return (0, *(found.end() for found in _LINE_END.finditer(text)))


def line_end(text: str, at: int) -> int:
    """Return the offset where the line that holds text[at] ends, its line break not counted."""
    found = _LINE_END.search(text, at)
    return found.start() if found else len(text)
