"""WARC files (ISO 28500), such as Common Crawl's CC-NEWS: the articles that were captured, with their bytes."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BufferedReader
from typing import IO, TYPE_CHECKING

from factcheck.engines.spark.rows import Row, packed
from factcheck.readers.table import is_known

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_SUFFIXES = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
}
"""The suffix under which a reader is found, by media type (RFC 6838)."""
_OK = "200"
_UNSAFE = re.compile(r"[\x00-\x20\x7f#]")


def suffix_of(content_type: str) -> str | None:
    """Return the suffix of a media type that there is a reader for; parameters such as a charset are left out."""
    suffix = _SUFFIXES.get(content_type.partition(";")[0].strip().lower())
    return suffix if suffix is not None and is_known(suffix) else None


def warc_articles(path: str, *, max_size: int) -> Iterator[Row]:
    """Yield the articles of a WARC file as rows of SOURCES, and at its end how many records were none, by reason.

    An article's id is its address and the time of its capture. A file that breaks off or can't be opened is counted;
    what stands before the break is read.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    skipped = Counter[str]()
    try:
        with _opened(path) as stream:
            for record in ArchiveIterator(stream):
                if record.rec_type not in {"response", "resource", "conversion"}:
                    continue  # requests and metadata stand beside the articles
                found = _article(record, max_size)
                if isinstance(found, str):
                    skipped[found] += 1
                else:
                    yield found
    except (ArchiveLoadFailed, OSError, EOFError) as error:
        skipped[f"WARC files that can't be read to their end ({path}: {error})"] += 1
    if skipped:
        yield {"article": None, "skipped": packed(dict(skipped))}


def _article(record: "ArcWarcRecord", max_size: int) -> Row | str:
    """Return a captured article; of a record that holds none the reason."""
    address = record.rec_headers.get_header("WARC-Target-URI")
    captured = record.rec_headers.get_header("WARC-Date")
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != _OK:
        return "captures of no page"
    kind = (headers or record.rec_headers).get_header("Content-Type") or ""
    suffix = suffix_of(kind)
    if suffix is None:
        return "unknown content type"
    if not address or not captured:
        return "records without an address or a time"
    path = _UNSAFE.sub(lambda match: f"%{ord(match.group()):02X}", address.partition("#")[0])
    data = record.content_stream().read(max_size + 1)
    return {
        "article": f"{path}#{captured}",
        "path": path,
        "name": f"article{suffix}",
        "too_large": len(data) > max_size,
        "data": None if len(data) > max_size else data,
    }


def _opened(path: str) -> IO[bytes]:
    """Open a file here, or in any storage that Arrow reads: S3, Google Cloud Storage, HDFS."""
    if "://" not in path:
        return open(path, "rb")  # noqa: PTH123, SIM115 (given back open)
    from pyarrow.fs import FileSystem

    system, inside = FileSystem.from_uri(re.sub("^s3[an]://", "s3://", path))
    return BufferedReader(system.open_input_stream(inside, compression=None))
