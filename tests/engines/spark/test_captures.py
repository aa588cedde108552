"""WARC files to articles: what is an article, how it is named, and what is counted instead."""

from io import BytesIO
from pathlib import Path

import pytest

pytest.importorskip("warcio", reason="warcio is not installed")
pytest.importorskip("pyspark", reason="PySpark is not installed")

from factcheck.engines.map import Extractor
from factcheck.engines.spark.captures import Capture, captures, source_row, suffix_of
from factcheck.engines.spark.rows import counts_of
from factcheck.lexicon import Lexicon

TIME = "2025-03-03T10:00:00Z"


def warc(file: Path, *records: tuple[str, str, str, str, bytes]) -> str:
    """Write captures (address, type of record, status, media type, content) and return the file's path."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with file.open("wb") as stream:
        writer = WARCWriter(stream, gzip=file.suffix == ".gz")
        for address, record_type, status, kind, data in records:
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                address, record_type, BytesIO(data), http_headers=headers, warc_headers_dict={"WARC-Date": TIME}
            )
            writer.write_record(record)
    return str(file)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_page_is_an_article_under_its_address_and_time(tmp_path: Path, name: str) -> None:
    path = warc(tmp_path / name, ("https://news.example/a b#top", "response", "200 OK", "text/html", b"<p>Rain.</p>"))
    assert list(captures(path, max_size=100)) == [
        Capture(f"https://news.example/a%20b#{TIME}", "https://news.example/a%20b", ".html", b"<p>Rain.</p>")
    ]


def test_what_is_no_article_is_counted(tmp_path: Path) -> None:
    path = warc(
        tmp_path / "a.warc",
        ("https://news.example/gone", "response", "404 Not Found", "text/html", b"gone"),
        ("https://news.example/logo", "response", "200 OK", "image/png", b"\x89PNG"),
        ("https://news.example/asked", "request", "GET / HTTP/1.1", "text/html", b""),
    )
    assert list(captures(path, max_size=100)) == ["captures of no page", "unknown content type"]


def test_no_more_of_a_large_capture_is_kept_than_tells_that_it_is_large(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc", ("https://news.example/a", "response", "200 OK", "text/plain", b"a" * 1000))
    (found,) = captures(path, max_size=100)
    assert isinstance(found, Capture)
    assert found.data is None
    assert source_row(found, Extractor(Lexicon(), None, 100))["too_large"] is True


def test_a_file_that_breaks_off_gives_what_stands_before(tmp_path: Path) -> None:
    one = ("https://news.example/a", "response", "200 OK", "text/plain", b"Rain fell on Riga. " * 50)
    path = Path(warc(tmp_path / "a.warc.gz", one, one))
    path.write_bytes(path.read_bytes()[:-200])
    first, *_, last = captures(str(path), max_size=10_000)
    assert isinstance(first, Capture)
    assert isinstance(last, str)
    assert last.startswith(f"WARC file not read to its end: {path}")


def test_a_file_of_something_else_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"no WARC at all\n" * 10)
    (reason,) = captures(str(tmp_path / "a.warc"), max_size=100)
    assert isinstance(reason, str)
    assert reason.startswith("WARC file not read to its end")


def test_files_in_other_storage_are_opened_by_arrow(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc.gz", ("https://news.example/a", "response", "200 OK", "text/plain", b"Rain."))
    assert [found for found in captures(Path(path).as_uri(), max_size=100) if isinstance(found, Capture)]


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [
        ("text/html; charset=utf-8", ".html"),
        (" TEXT/PLAIN ", ".txt"),
        ("application/rss+xml", ".xml"),
        ("video/mp4", None),
    ],
)
def test_a_media_type_says_how_an_article_is_read(kind: str, suffix: str | None) -> None:
    assert suffix_of(kind) == suffix


def test_json_that_is_no_news_is_counted() -> None:
    extractor = Extractor(Lexicon(), None, 1000)
    row = source_row(Capture("https://news.example/a", "https://news.example/a", ".json", b'{"width": 3}'), extractor)
    assert counts_of(row["skipped"]) == {"not news": 1}
