"""A file to its Articles, within the size limit."""

from collections.abc import Sequence
from hashlib import blake2b

from factcheck.config import NO_FIELDS, JsonFields
from factcheck.domain import Article, Unread
from factcheck.errors import FactcheckError, UnreadableArticleError
from factcheck.lexicon import Lexicon
from factcheck.readers.discover import Source
from factcheck.readers.files import File
from factcheck.readers.plugins import failed
from factcheck.readers.table import FORMATS, format_of


def read(
    source: Source, *, max_size: int, lexicon: Lexicon, fields: JsonFields = NO_FIELDS
) -> Sequence[Article | Unread]:
    """Return the articles in a file; never reads more than max_size + 1 bytes of it.

    Raises UnreadableArticleError for a file over the limit, one that can't be opened, and one that is no text.
    """
    data = bytes_of(source, max_size=max_size)
    return articles_in(File(source.id, source.path, data, lexicon, max_size, fields))


def articles_in(file: File) -> Sequence[Article | Unread]:
    """Return the articles in a file's bytes; raise UnreadableArticleError where they hold none that can be read."""
    known = format_of(file)
    if known in FORMATS:
        return known.read(file)
    try:
        return known.read(file)
    except FactcheckError:
        raise
    except Exception as error:
        raise failed(known, error, file.path) from error


def content_hash(data: bytes) -> str:
    """Return what a file's bytes are known by: whether they have changed, and where else they stand."""
    return blake2b(data, digest_size=16).hexdigest()


def bytes_of(source: Source, *, max_size: int) -> bytes:
    """Return a file's bytes, at most max_size; raise UnreadableArticleError for a larger file and one that can't be."""
    if source.too_large:
        raise _too_large(source, max_size)
    data = _bytes(source, max_size) if source.data is None else source.data
    if len(data) > max_size:
        raise _too_large(source, max_size)
    return data


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
