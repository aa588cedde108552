"""Articles that come as bytes: captures in WARC files (ISO 28500), such as Common Crawl's CC-NEWS, and the like."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from typing import IO, TYPE_CHECKING

from factcheck.engines.map import Extractor
from factcheck.engines.spark.rows import Row, packed
from factcheck.readers.files import File
from factcheck.readers.sniff import LOOK
from factcheck.readers.table import by_suffix, format_of

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_SUFFIXES = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
"""The suffix under which a reader is found, by media type (RFC 6838)."""
_OK = "200"
_UNSAFE = re.compile(r"[\x00-\x20\x7f]")


@dataclass(frozen=True, slots=True)
class Capture:
    """An article as bytes, None when they are too many; `suffix` says how it is read, None that its path does."""

    id: str
    path: str
    suffix: str | None
    data: bytes | None


Given = Capture | str
"""What an input holds: an article, or the reason for which a record is none."""


def suffix_of(content_type: str) -> str | None:
    """Return the suffix of a media type that there is a reader for; parameters such as a charset are left out."""
    suffix = _SUFFIXES.get(content_type.partition(";")[0].strip().lower())
    return suffix if suffix in by_suffix() else None


def source_row(given: Given, extractor: Extractor) -> Row:
    """Return what an input holds as a row of SOURCES; JSON and XML are taken only when they begin as news do."""
    if isinstance(given, Capture) and given.data is not None:
        head = File(
            given.id, given.path, given.data[:LOOK], extractor.lexicon, fields=extractor.fields, suffix=given.suffix
        )
        is_news = format_of(head).is_news
        if is_news is not None and head.data.strip() and not is_news(head):
            given = "not news"
    if isinstance(given, str):
        return {"skipped": packed({given: 1})}
    return {
        "article": given.id,
        "path": given.path,
        "file": given.path,
        "suffix": given.suffix,
        "too_large": given.data is None or len(given.data) > extractor.max_size,
        "data": given.data,
    }


def captures(path: str, *, max_size: int) -> Iterator[Given]:
    """Yield the articles of a WARC file, and the reason for each record that is none.

    An article's id is its address and the time of its capture, its path the address. A file that can't be read to its
    end is such a reason too; what stands before the break is read.
    """
    from warcio.archiveiterator import ArchiveIterator

    try:
        with _opened(path) as stream:
            for record in ArchiveIterator(stream):
                if record.rec_type in {"response", "resource", "conversion"}:  # the others stand beside articles
                    yield _captured(record, max_size)
    except Exception as error:  # warcio raises whatever damaged bytes lead it to
        yield f"WARC file not read to its end: {path}: {type(error).__name__}: {error}"


def _captured(record: "ArcWarcRecord", max_size: int) -> Given:
    address = record.rec_headers.get_header("WARC-Target-URI")
    captured = record.rec_headers.get_header("WARC-Date")
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != _OK:
        return "captures of no page"
    suffix = suffix_of((headers or record.rec_headers).get_header("Content-Type") or "")
    if suffix is None:
        return "unknown content type"
    if not address or not captured:
        return "records without an address or a time"
    path = _UNSAFE.sub(lambda match: f"%{ord(match.group()):02X}", address.strip("<>").partition("#")[0])
    data = record.content_stream().read(max_size + 1)
    return Capture(f"{path}#{captured}", path, suffix, None if len(data) > max_size else data)


def _opened(path: str) -> IO[bytes]:
    """Open a file here, or in any storage that Arrow reads: S3, Google Cloud Storage, HDFS."""
    if "://" not in path:
        return open(path, "rb")  # noqa: PTH123 (given back open)
    from pyarrow.fs import FileSystem

    system, inside = FileSystem.from_uri(re.sub("^s3[an]://", "s3://", path))
    return BufferedReader(system.open_input_stream(inside, compression=None))
