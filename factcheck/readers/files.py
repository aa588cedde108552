"""A file as a reader is given it."""

from dataclasses import dataclass

from factcheck.config import MEGABYTE, NO_FIELDS, JsonFields
from factcheck.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a file, the id and path of what it holds, and what a reader may need to read it.

    `max_size` bounds in bytes what may be unpacked from it; `fields` are the names of fields in JSON.
    """

    id: str
    path: str
    data: bytes
    lexicon: Lexicon
    max_size: int = 20 * MEGABYTE
    fields: JsonFields = NO_FIELDS
