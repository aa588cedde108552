"""Nothing in an article or a file name may steer the terminal: control, format and bidi characters made visible."""

import re

# C0 and C1 controls (ESC, CSI, NUL ...), line and paragraph separators, surrogates of undecodable file names, and all
# format characters but the two joiners that Persian and Indic scripts need; bidi overrides are among them.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000110bd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_BREAKS = str.maketrans(
    {"\t": " ", "\n": " ", "\v": " ", "\f": " ", "\r": " ", "\x85": " ", "\u2028": " ", "\u2029": " "}
)


def visible(text: str) -> str:
    """Return text with every control, format and bidi character written out, such as \\x1b, \\n or \\u202e."""
    return _UNSAFE.sub(_written_out, text)


def visible_words(text: str) -> str:
    """Return an article's words for one line: breaks and tabs become spaces, other such characters are written out.

    Each character is turned by itself, so the parts of a text may be turned one by one.
    """
    return visible(text.translate(_BREAKS))


def visible_json(document: str) -> str:
    """Return a JSON document with what `visible` writes out as \\uXXXX; what it says stays the same.

    Line feeds between its items are kept: a JSON encoder leaves none within a string.
    """
    return _UNSAFE.sub(_json_escape, document)


def _written_out(found: re.Match[str]) -> str:
    char = found.group()
    if char in _SHORT:
        return _SHORT[char]
    return f"\\x{ord(char):02x}" if ord(char) < 0x80 else char.encode("ascii", "backslashreplace").decode()


def _json_escape(found: re.Match[str]) -> str:
    char = found.group()
    if char == "\n":
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
