"""Claims and records as bytes: MessagePack, without the article's own id, compressed with the field names known.

A checksum stands before the rest: deflate alone does not tell a changed letter from another one.

All readings of a file together are bytes too, as the cache keeps them and worker processes send them: with their ids,
as these are what they are kept under, and compressed for speed.

Nothing that an archive holds is run when it is read: bytes become values of the types below or an error.
"""

import datetime as dt
import zlib
from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b
from typing import TypeVar

import msgspec

from factcheck.articleids import claim_id, moved_key
from factcheck.domain import (
    ArticleRecord,
    Basis,
    Claim,
    Context,
    Days,
    Kind,
    Location,
    Operand,
    Published,
    Quantity,
    QuantityKind,
    Reading,
    Time,
)
from factcheck.errors import ArchiveError

T = TypeVar("T", Claim, ArticleRecord)

_RAW = -15  # deflate without header or checksum, RFC 1951
_LEVEL, _FAST = 6, 1
_REMEDY = "run `factcheck archive verify`"
_CHECKSUM = 4  # bytes of a CRC-32
_encoder = msgspec.msgpack.Encoder(order="deterministic")
_claim_decoder = msgspec.msgpack.Decoder(Claim)
_record_decoder = msgspec.msgpack.Decoder(ArticleRecord)
_readings_decoder = msgspec.msgpack.Decoder(tuple[Reading, ...])


def _sample() -> bytes:
    """Return bytes that hold every field's name once: what deflate looks back to from a blob's first byte."""
    place = Location("", "", 0, 0, 1, 1, 1, 1, "")
    days = Days(dt.date(2000, 1, 1), dt.date(2000, 1, 1))
    time, quantity = Time("DATE", "2000-01-01", days), Quantity(QuantityKind.COUNT, 1.0, 1.0)
    published = Published("2000-01-01", "day", Basis.HEADER, days, place)
    record = ArticleRecord("", "", published=published, stated=(published,), place=place)
    operand = Operand("", place, quantity, time)
    plain = Claim("", Kind.SENTENCE, "", place)
    full = replace(plain, quantity=quantity, when=time, operands=(operand,), context=Context((), 0))
    return b"".join(_encoder.encode(value) for value in (record, full, plain))


_DICTIONARY = _sample()


def key_hash(key: str) -> int:
    """Return a key as a number of 63 bits, by which it is indexed."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1


def encode(value: T) -> bytes:
    """Return a claim or record as bytes; all that comes of the article's name is left out, and given on decoding."""
    compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, zdict=_DICTIONARY)
    data = compressor.compress(_encoder.encode(_of_article(value, "", ""))) + compressor.flush()
    return zlib.crc32(data).to_bytes(_CHECKSUM) + data


def decode_claim(data: bytes, article: str, path: str) -> Claim:
    """Return the claim of an article of a file; raise ArchiveError for bytes that hold none."""
    return _of_article(_decoded(data, _claim_decoder.decode), article, path)


def decode_record(data: bytes, article: str, path: str) -> ArticleRecord:
    """Return the record of an article of a file; raise ArchiveError for bytes that hold none."""
    return _of_article(_decoded(data, _record_decoder.decode), article, path)


def pack(value: Claim | ArticleRecord) -> bytes:
    """Return a claim or record as bytes, with its article's id and path."""
    compressor = zlib.compressobj(_FAST, zlib.DEFLATED, _RAW, zdict=_DICTIONARY)
    data = compressor.compress(_encoder.encode(value)) + compressor.flush()
    return zlib.crc32(data).to_bytes(_CHECKSUM) + data


def unpack_claim(data: bytes) -> Claim:
    """Return a claim that was packed."""
    return _decoded(data, _claim_decoder.decode)


def unpack_record(data: bytes) -> ArticleRecord:
    """Return a record that was packed."""
    return _decoded(data, _record_decoder.decode)


def encode_readings(readings: tuple[Reading, ...]) -> bytes:
    """Return the readings of one file as bytes, with the ids of its articles."""
    return zlib.compress(_encoder.encode(readings), _FAST)


def decode_readings(data: bytes) -> tuple[Reading, ...]:
    """Return the readings of one file; raise ArchiveError for bytes that hold none."""
    try:
        return _readings_decoder.decode(zlib.decompress(data))
    except (zlib.error, msgspec.MsgspecError, ValueError) as error:
        raise ArchiveError(f"is damaged: {error}") from error


def _decoded(data: bytes, decode: Callable[[bytes], T]) -> T:
    kept = data[_CHECKSUM:]
    if zlib.crc32(kept).to_bytes(_CHECKSUM) != data[:_CHECKSUM]:
        raise ArchiveError("is damaged: a checksum is another", hint=_REMEDY)
    try:
        return decode(zlib.decompressobj(_RAW, zdict=_DICTIONARY).decompress(kept))
    except (zlib.error, msgspec.MsgspecError, ValueError) as error:
        raise ArchiveError(f"is damaged: {error}", hint=_REMEDY) from error


def _of_article(value: T, article: str, path: str) -> T:
    """Return a claim or record as it is when its article has this id and path."""

    def moved(place: Location) -> Location:
        return replace(place, article=article, path=path)

    if isinstance(value, Claim):
        operands = tuple(replace(operand, place=moved(operand.place)) for operand in value.operands)
        return replace(
            value,
            id=claim_id(article, value.kind, value.attribute, value.place.start, value.place.end) if article else "",
            place=moved(value.place),
            keys=tuple(moved_key(key, article) for key in value.keys),
            operands=operands,
        )
    return replace(
        value,
        id=article,
        path=path,
        place=moved(value.place) if value.place else None,
        published=_published(value.published, moved) if value.published else None,
        stated=tuple(_published(date, moved) for date in value.stated),
        suppressions=tuple(replace(comment, place=moved(comment.place)) for comment in value.suppressions),
    )


def _published(date: Published, moved: Callable[[Location], Location]) -> Published:
    return replace(date, place=moved(date.place)) if date.place else date
