"""Which reader reads which kind of file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from factcheck.domain import Article
from factcheck.lexicon import Lexicon
from factcheck.readers.plain import read_plain


class Reader(Protocol):
    """A function from a file's bytes to an article; it raises UnreadableArticleError for what it can't read."""

    def __call__(self, data: bytes, *, article_id: str, path: str, lexicon: Lexicon) -> Article:
        """Return the article that the bytes hold."""


READERS: Mapping[str, Reader] = {".txt": read_plain}


def reader_for(file: Path) -> Reader:
    """Return the reader of a file's suffix; a file given by name is plain text unless its suffix says otherwise."""
    return READERS.get(file.suffix.lower(), read_plain)
