"""Spark finds exactly what the local engine finds."""

import json
import os
import sys
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.domain import Reading, Verdict
from factcheck.engines.map import Extractor
from factcheck.errors import UsageError
from factcheck.pairing.gathered import Listed
from factcheck.pipeline import KNOWN_CHECKS, Settings, check, check_on_spark, judged, sources
from factcheck.readers.discover import Source
from factcheck.rulebook import load_rulebook

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

ROOT = Path(__file__).parent.parent.parent.parent
COMMENTED = """---
title: Talks
date: 2025-03-03
---

<!-- factcheck: ignore D101 -- it was moved -->
The ministers of the two countries met in Riga on March 6, a spokesman said.
"""


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.chdir(ROOT)
    return Settings(load_rulebook(known_checks=KNOWN_CHECKS).with_all_rules())


def test_a_folder_gives_the_same_result_with_skewed_and_with_frequent_keys(
    cluster: "SparkSession", settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from factcheck.engines.spark import judging

    # Limits so low that keys are shared out over tasks and some keys, days and undated articles are left out.
    monkeypatch.setattr(judging, "SKEWED", 2)
    for module in ("factcheck.pairing.keyed", "factcheck.archive.spilled", "factcheck.engines.spark.judging"):
        monkeypatch.setattr(f"{module}.MOST_CLAIMS", 6)
    for module in ("factcheck.pairing.overlap", "factcheck.engines.spark.judging"):
        monkeypatch.setattr(f"{module}.MOST_ARTICLES", 2)
    paths = [Path("seeds"), Path("tests/articles/flood"), Path("tests/articles/buses")]
    local = check(paths, settings)
    assert local.left_out["keys shared by too many claims"] > 0
    assert local.left_out["words shared by too many articles"] > 0
    assert any(record.published and record.published.inferred_from for record in local.articles)

    assert check_on_spark(paths, settings, work=str(tmp_path)) == local

    some = replace(settings, shown=frozenset({Verdict.UPDATE, Verdict.SPELLING}), most_in_memory=1)
    briefer = check(paths, some)
    assert 0 < len(briefer.pairs) < len(local.pairs)
    assert check_on_spark(paths, some, work=str(tmp_path)) == briefer


@dataclass(frozen=True, slots=True)
class EndsOnce(Extractor):
    """An extractor whose process ends in the middle of its work, the first time that it comes to one article."""

    marker: str = ""
    article: str = ""

    def readings(self, source: Source) -> tuple[Reading, ...]:
        if source.id == self.article and not Path(self.marker).exists():
            Path(self.marker).touch()
            os._exit(1)
        # The decorator makes a new class for the slots, which super() without arguments would not find.
        return Extractor.readings(self, source)


def test_a_task_whose_worker_ends_is_tried_again_with_the_same_result(
    cluster: "SparkSession", settings: Settings, tmp_path: Path
) -> None:
    from pyspark import cloudpickle

    from factcheck.engines.spark.inputs import from_sources
    from factcheck.engines.spark.reading import read, reading_of

    cloudpickle.register_pickle_by_value(sys.modules[__name__])
    found = sources([Path("seeds")], settings).sources
    plain, marker = settings.extractor(), tmp_path / "ended"
    extractor = EndsOnce(plain.lexicon, plain.model, plain.max_size, marker=str(marker), article=found[2].id)
    rows = read(from_sources(cluster, found).coalesce(1), extractor).collect()
    assert marker.exists()
    expected = {reading.record.id: reading for source in found for reading in plain.readings(source)}
    assert {row["article"]: reading_of(row.asDict(recursive=True)) for row in rows} == expected


def page(title: str, published: str, text: str) -> bytes:
    return (
        f'<html><head><title>{title}</title><meta property="article:published_time" content="{published}"></head>'
        f"<body><article><h1>{title}</h1><p>{text}</p></article></body></html>"
    ).encode()


def warc_of(file: Path, records: list[tuple[str, str, str, bytes]]) -> None:
    """Write captures: address, time, media type, content."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with file.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for address, time, kind, data in records:
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                address, "response", BytesIO(data), http_headers=headers, warc_headers_dict={"WARC-Date": time}
            )
            writer.write_record(record)


def test_the_command_reads_warc_and_parquet_and_writes_findings(
    cluster: "SparkSession", settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from factcheck.cli import main
    from factcheck.engines.spark.captures import Capture, captures, suffix_of

    met = "The ministers of the two countries met in Riga on March 6, a spokesman said."
    first = ("https://news.example/riga", "2025-03-03T10:00:00Z", "text/html", page("Talks", "2025-03-03", met))
    others = [
        ("https://news.example/logo", "2025-03-03T10:00:01Z", "image/png", b"\x89PNG"),
        (
            "https://news.example/plain",
            "2025-03-03T10:00:02Z",
            "text/plain; charset=utf-8",
            b"March 3, 2025\n\nHe slept.",
        ),
    ]
    warc_of(tmp_path / "news.warc.gz", [first, *others, first])
    rows = {
        "id": ["https://press.example/1", "https://press.example/2", None],
        "text": [f"March 4, 2025\n\n{met}", COMMENTED, "nobody's"],
        "content_type": ["text/plain", "text/markdown", None],
    }
    pq.write_table(pa.table(rows), tmp_path / "news.parquet")
    stored = tmp_path / "stored"
    stored.mkdir()
    for name in ("a.txt", ".hidden.txt", "a.png"):
        (stored / name).write_text(f"March 5, 2025\n\n{met}", encoding="utf-8")
    arguments = [str(tmp_path / "news.warc.gz"), str(tmp_path / "news.parquet"), stored.as_uri(), "--no-config"]

    code = main(["spark", *arguments, "--findings", str(tmp_path / "found"), "--format", "jsonl"])
    said = capsys.readouterr().err

    assert "skipped: copies of an article (1), rows without id or text (1), unknown content type (1)" in said
    lines = [line for part in sorted((tmp_path / "found").glob("part-*")) for line in part.read_text().splitlines()]
    found = [json.loads(line) for line in lines]
    given = [each for each in captures(str(tmp_path / "news.warc.gz"), max_size=10_000) if isinstance(each, Capture)][
        :2
    ]
    given += [
        Capture(name, name, suffix_of(kind), text.encode())
        for name, text, kind in zip(*rows.values(), strict=True)
        if name
    ]
    given.append(Capture(f"file:{stored}/a.txt", f"file:{stored}/a.txt", None, (stored / "a.txt").read_bytes()))
    extractor = settings.extractor()
    readings = [
        reading
        for each in sorted(given, key=lambda each: each.id)
        for reading in extractor.readings(
            Source(each.id, each.path, Path(each.path), data=each.data, suffix=each.suffix)
        )
        or ()
    ]
    local = judged(Listed(readings), Settings(load_rulebook(known_checks=KNOWN_CHECKS)))
    assert [(each["rule"], each["fingerprint"], each["message"]) for each in found] == [
        (each.rule, each.fingerprint, each.message) for each in local.findings
    ]
    assert len(local.suppressed) == 1
    assert [each["primary"]["path"] for each in found if each["rule"] == "D101"] == [
        f"file:{stored}/a.txt",
        "https://news.example/riga",
        "https://press.example/1",
    ]
    assert code == 1

    assert main(["spark", *arguments, "--findings", str(tmp_path / "found")]) == 2
    assert f"{tmp_path / 'found'}: is there already" in capsys.readouterr().err


def test_without_a_readable_article_the_command_fails(
    cluster: "SparkSession", tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from factcheck.cli import main

    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_bytes(bytes(200))
    code = main(["spark", (tmp_path / "news").as_uri(), "--findings", str(tmp_path / "found"), "--no-config"])
    assert code == 2
    assert f"no readable article ({tmp_path / 'found'} has the reason of each)" in capsys.readouterr().err


def test_parquet_without_texts_names_its_columns(cluster: "SparkSession", settings: Settings, tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from factcheck.engines.spark.inputs import from_address

    file = tmp_path / "news.parquet"
    pq.write_table(pa.table({"id": ["a"], "body": ["Rain."]}), file)
    with pytest.raises(UsageError, match=r"has no column text \(it has id, body\)"):
        from_address(cluster, str(file), None, settings.extractor())


def test_an_address_that_does_not_exist_is_named(cluster: "SparkSession", settings: Settings, tmp_path: Path) -> None:
    from factcheck.engines.spark.inputs import Input, from_address

    with pytest.raises(UsageError, match=r"gone\.parquet: can't be read"):
        from_address(cluster, str(tmp_path / "gone.parquet"), None, settings.extractor())
    with pytest.raises(UsageError, match="no WARC file here"):
        from_address(cluster, str(tmp_path), Input.WARC, settings.extractor())
