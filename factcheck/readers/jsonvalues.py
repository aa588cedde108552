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
    def __init__(self) -> None:
        super().__init__(strict=False)
        self.parse_string = _text
        self.scan_once = scanner.py_make_scanner(self)  # type: ignore[attr-defined]


def _text(source: str, start: int, strict: bool = True) -> tuple[str, int]:
    value, end = standard.scanstring(source, start, strict)  # type: ignore[attr-defined]
    text = Text(value)
    text.start, text.end = start, end - 1
    return text, end


def json_value(source: str, start: int = 0, end: int | None = None) -> Any:
    """Return the value in a slice of a source, its strings as Texts with their offsets in the whole source.

    Raises json.JSONDecodeError for what is no JSON, and RecursionError for what is nested too deeply.
    """
    end = len(source) if end is None else end
    within = source if end == len(source) else source[:end]
    at = _skip_space(within, start)
    value, at = _Decoder().raw_decode(within, at)
    if (at := _skip_space(within, at)) != end:
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
