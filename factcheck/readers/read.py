"""A file to its Articles, within the size limit."""

from collections.abc import Sequence

from factcheck.domain import Article
from factcheck.errors import UnreadableArticleError
from factcheck.lexicon import Lexicon
from factcheck.readers.discover import Source
from factcheck.readers.table import reader_for


def read(source: Source, *, max_size: int, lexicon: Lexicon) -> Sequence[Article]:
    """Return the articles in a file; never reads more than max_size + 1 bytes of it.

    Raises UnreadableArticleError for a file over the limit, one that can't be opened, and one that is no text.
    """
    if source.too_large:
        raise _too_large(source, max_size)
    data = _bytes(source, max_size) if source.data is None else source.data
    if len(data) > max_size:
        raise _too_large(source, max_size)
    return reader_for(source.file)(data, article_id=source.id, path=source.path, lexicon=lexicon)


def _bytes(source: Source, max_size: int) -> bytes:
    try:
        with source.file.open("rb") as stream:
            return stream.read(max_size + 1)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UnreadableArticleError(f"can't be read: {reason}", path=source.path) from error


def _too_large(source: Source, max_size: int) -> UnreadableArticleError:
    size = f"{max_size / 1_000_000:g} MB" if max_size >= 100_000 else f"{max_size} bytes"
    return UnreadableArticleError(f"is larger than {size}", path=source.path, hint="raise --max-size to read it")
