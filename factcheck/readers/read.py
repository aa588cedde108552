"""A file to its Articles, within the size limit."""

from collections.abc import Sequence

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
    if source.too_large:
        raise _too_large(source, max_size)
    try:
        with source.file.open("rb") as stream:
            data = stream.read(max_size + 1)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UnreadableArticleError(f"can't be read: {reason}", path=source.path) from error
    if len(data) > max_size:
        raise _too_large(source, max_size)
    file = File(source.id, source.path, data, lexicon, max_size, fields)
    known = format_of(file)
    if known in FORMATS:
        return known.read(file)
    try:
        return known.read(file)
    except FactcheckError:
        raise
    except Exception as error:
        raise failed(known, error, source.path) from error


def _too_large(source: Source, max_size: int) -> UnreadableArticleError:
    size = f"{max_size / 1_000_000:g} MB" if max_size >= 100_000 else f"{max_size} bytes"
    return UnreadableArticleError(f"is larger than {size}", path=source.path, hint="raise --max-size to read it")
