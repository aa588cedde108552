"""JSON whose strings know where they stand.

The standard library's decoder does the work, its strings are remembered with their place: its scanner in Python, since
the one in C, like msgspec and orjson, gives values without offsets. Errors are the decoder's own, with line and column.
"""

import json
import re
from json import decoder as standard
from json import scanner
from typing import Any

from factcheck.readers.mapped import Block, Weaver

_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^u])")
Members = dict[str, Any]


class Text(str):
    """A string of a JSON document; source[start:end] is what stands between its quotation marks."""

    __slots__ = ("end", "start")
    start: int
    end: int


class _Decoder(json.JSONDecoder):
    def __init__(self, offset: int) -> None:
        # Numbers are not read, and some are too long to be.
        super().__init__(strict=False, parse_int=str, parse_float=str)
        self.offset = offset
        self.parse_string = self.text
        self.scan_once = scanner.py_make_scanner(self)  # type: ignore[attr-defined]

    def text(self, source: str, start: int, strict: bool = True) -> tuple[str, int]:
        """Return the string that begins there, and where the document goes on."""
        value, end = standard.scanstring(source, start, strict)  # type: ignore[attr-defined]
        text = Text(value)
        text.start, text.end = self.offset + start, self.offset + end - 1
        return text, end


def json_value(source: str, start: int = 0, end: int | None = None) -> Any:
    """Return the value in a slice of a source, its strings as Texts with their offsets in the whole source.

    Raises json.JSONDecodeError for what is no JSON, its place counted from the start of the slice, and RecursionError
    for what is nested too deeply.
    """
    within = source[start:end]
    value, at = _Decoder(start).raw_decode(within, _skip_space(within, 0))
    if (at := _skip_space(within, at)) != len(within):
        raise json.JSONDecodeError("Extra data", within, at)
    return value


def _skip_space(source: str, at: int) -> int:
    while at < len(source) and source[at] in " \t\r\n":
        at += 1
    return at


def block_of(text: Text, source: str) -> Block:
    """Return a string as it is read, with the place of each character: an escape is one character."""
    weaver = Weaver()
    at = text.start
    for escape in _ESCAPE.finditer(source, text.start, text.end):
        weaver.add(source[at : escape.start()], at)
        weaver.add(_read(escape.group()), escape.start(), escape.end() - escape.start())
        at = escape.end()
    weaver.add(source[at : text.end], at)
    return Block("".join(weaver.pieces), tuple(weaver.segments))


def _read(escape: str) -> str:
    value: str = json.loads(f'"{escape}"')
    return "\ufffd" if "\ud800" <= value <= "\udfff" else value
