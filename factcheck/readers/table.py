"""Which reader reads which kind of file."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from factcheck.domain import Article
from factcheck.lexicon import Lexicon
from factcheck.readers.plain import read_plain


class Reader(Protocol):
    """A function from a file's bytes to its articles; it raises UnreadableArticleError for what it can't read."""

    def __call__(self, data: bytes, *, article_id: str, path: str, lexicon: Lexicon) -> Sequence[Article]:
        """Return the articles that the bytes hold, at least one; of many, each has the id `article_id#member`."""


def _plain(data: bytes, *, article_id: str, path: str, lexicon: Lexicon) -> Sequence[Article]:
    return (read_plain(data, article_id=article_id, path=path, lexicon=lexicon),)


READERS: Mapping[str, Reader] = {".txt": _plain}


def reader_for(file: Path) -> Reader:
    """Return the reader of a file's suffix; a file given by name is plain text unless its suffix says otherwise."""
    return READERS.get(file.suffix.lower(), _plain)


def is_known(suffix: str) -> bool:
    """Tell whether there is a reader for files of a suffix."""
    return suffix in READERS
