"""A sentence cut into pieces: words, digit groups and signs, as figures are read from them."""

import re
from dataclasses import dataclass
from functools import lru_cache

_ROW = r"(?:\d{1,4}-){4,}(?:\d+(?:[.,]\d+)*)?|(?:\d{1,2} ){8,}"  # codes and tables: one piece, which is no figure
_FIGURE = rf"{_ROW}|\d+(?:[.,]\d+)*"
_PIECE = re.compile(rf"[¼½¾⅓⅔⅛⅜⅝⅞]|{_FIGURE}|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
_ASCII_PIECE = re.compile(rf"[a-z]+(?:'[a-z]+)*|{_FIGURE}|\S", re.ASCII)
_REMEMBERED = 1024  # texts: each is looked at for several kinds of claims
_HYPHENS = frozenset("-‐‑")
FRACTION_SIGNS = {
    "¼": 0.25,
    "½": 0.5,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence cut into words (lower case), digit groups and signs, each with its offsets in the sentence.

    `kinds` are w for a word, n for digits, f for a fraction sign and s for any other sign.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    kinds: str

    def glued(self, at: int) -> bool:
        """Tell whether a piece follows the one before it without a space."""
        return at > 0 and at < len(self.words) and self.starts[at] == self.ends[at - 1]

    def hyphen(self, at: int) -> bool:
        """Tell whether a piece is a hyphen with no space on either side."""
        return self.word(at) in _HYPHENS and self.glued(at) and self.glued(at + 1)

    def word(self, at: int) -> str:
        """Return a piece, or the empty string beyond either end."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def kind(self, at: int) -> str:
        """Return a piece's kind, or the empty string beyond either end."""
        return self.kinds[at] if 0 <= at < len(self.kinds) else ""

    def written(self, first: int, last: int) -> str:
        """Return the text of the pieces from first to before last."""
        return self.text[self.starts[first] : self.ends[last - 1]]


@lru_cache(maxsize=_REMEMBERED)
def pieces(text: str) -> Pieces:
    """Cut a text into words, digit groups and signs."""
    plain = text.isascii()
    read = text.lower() if plain else text  # beyond ASCII some letters have two in lower case
    words = (_ASCII_PIECE if plain else _PIECE).findall(read)
    starts, at = [], 0
    for word in words:
        at = read.find(word, at)
        starts.append(at)
        at += len(word)
    return Pieces(
        text,
        tuple(words if plain else [word.lower() for word in words]),
        tuple(starts),
        tuple([start + len(word) for start, word in zip(starts, words, strict=True)]),
        "".join([word[0] for word in words]).translate(_KINDS),
    )


class _Kind(dict[int, str]):
    """The kind of a piece by the code of its first character."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        kind = "f" if sign in FRACTION_SIGNS else "n" if sign.isdecimal() else "w" if sign.isalnum() else "s"
        return self.setdefault(code, kind)


_KINDS = _Kind()
