"""What a cluster reads: files, Parquet with a column of texts, or WARC, as rows of SOURCES."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812 (Spark's own name for it)
from pyspark.sql.types import StructType

from factcheck.engines.spark.rows import SOURCES, Row, mapped, packed
from factcheck.engines.spark.warc import suffix_of, warc_articles
from factcheck.errors import UsageError
from factcheck.readers.discover import Source

_COPIES = "copies of an article"
_PATHS = pa.schema([("path", pa.string())])


class Input(StrEnum):
    """What an address holds: files that are articles, Parquet files, or WARC files."""

    FILES = "files"
    PARQUET = "parquet"
    WARC = "warc"


def input_of(address: str) -> Input:
    """Return what an address holds, by its end."""
    if address.endswith((".warc", ".warc.gz")):
        return Input.WARC
    return Input.PARQUET if address.rstrip("/").endswith(".parquet") else Input.FILES


def from_sources(spark: SparkSession, sources: Sequence[Source], parts: int | None = None) -> DataFrame:
    """Return the rows of files that every worker can open under the same path."""
    rows = [
        {"article": each.id, "path": each.path, "name": str(each.file), "too_large": each.too_large, "data": each.data}
        for each in sources
    ]
    frame = spark.createDataFrame(pa.Table.from_pylist(rows, schema=SOURCES))
    return frame.repartition(parts or _parts(spark, len(rows)), "article")


def from_files(spark: SparkSession, address: str, *, suffixes: Sequence[str], max_size: int) -> DataFrame:
    """Return the rows of files in any storage that Spark reads, such as s3a://bucket/folder, walked as folders are.

    Hidden files and those without one of the suffixes are left out. A larger file's bytes are not fetched.
    """
    every = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(address)
    name = F.lower(F.element_at(F.split("path", "/"), -1))
    known = F.lit(False)
    for suffix in suffixes:
        known = known | name.endswith(suffix)
    kept = every.filter(known & ~F.col("path").rlike(r"/\."))
    columns = [F.col("path").alias("article"), "path", F.col("path").alias("name")]
    skipped = F.lit(None).cast("binary").alias("skipped")
    fits = F.col("length") <= max_size
    small = kept.filter(fits).select(*columns, F.lit(False).alias("too_large"), F.col("content").alias("data"), skipped)
    large = kept.filter(~fits).select(
        *columns, F.lit(True).alias("too_large"), F.lit(None).cast("binary").alias("data"), skipped
    )
    return small.union(large)


def from_parquet(spark: SparkSession, address: str) -> DataFrame:
    """Return the rows of a Parquet file or folder with the columns `id` and `text` (string or bytes).

    A column `content_type` ("text/html") says how a text is read; without it texts are plain. Of rows with one id one
    is read. Raises UsageError when a column is missing.
    """
    frame = spark.read.parquet(address)
    if missing := {"id", "text"} - set(frame.columns):
        raise UsageError(
            f"has no column {' and no column '.join(sorted(missing))}",
            path=address,
            hint=f"it has {', '.join(frame.columns)}",
        )
    kind = F.col("content_type") if "content_type" in frame.columns else F.lit("text/plain")
    rows = frame.select(
        F.col("id").cast("string").alias("article"), F.col("text").cast("binary").alias("data"), kind.alias("kind")
    )

    def source(row: Row) -> Iterator[Row]:
        suffix = suffix_of(row["kind"] or "text/plain")
        if row["article"] is None or row["data"] is None:
            yield {"article": None, "skipped": packed({"rows without id or text": 1})}
        elif suffix is None:
            yield {"article": None, "skipped": packed({"unknown content type": 1})}
        else:
            path = row["article"].partition("#")[0]
            yield {**row, "path": path, "name": f"article{suffix}", "too_large": False}

    return _each_once(mapped(rows, source, SOURCES))


def from_warc(spark: SparkSession, addresses: Sequence[str], *, max_size: int) -> DataFrame:
    """Return the rows of the articles in WARC files, one task a file; of captures with one id one is read."""
    paths = spark.createDataFrame(pa.Table.from_pylist([{"path": path} for path in addresses], schema=_PATHS))
    parted = paths.repartition(max(1, len(addresses)), "path")
    return _each_once(mapped(parted, lambda row: warc_articles(row["path"], max_size=max_size), SOURCES))


def warc_files(address: str) -> list[str]:
    """Return the WARC files that an address names: itself, or those of a local folder."""
    folder = Path(address)
    if "://" in address or not folder.is_dir():
        return [address]
    return sorted(str(path) for path in folder.rglob("*") if path.name.endswith((".warc", ".warc.gz")))


def _each_once(frame: DataFrame) -> DataFrame:
    """Return the rows with each article's once, whatever order they come in, and how many copies were left out."""
    counts = frame.filter("skipped IS NOT NULL")
    values = [name for name in SOURCES.names if name not in {"article", "skipped"}]
    grouped = frame.filter("skipped IS NULL").groupBy("article")
    first = grouped.agg(F.min(F.struct("data", *(name for name in values if name != "data"))).alias("first"))
    once = first.select("article", *(f"first.{name}" for name in values), F.lit(None).cast("binary").alias("skipped"))
    return once.union(counts.select(*once.columns)).select(*SOURCES.names)


def _parts(spark: SparkSession, files: int) -> int:
    """Return in how many parts to read files: some for each core, that none waits long for the last."""
    return max(1, min(files, 8 * spark.sparkContext.defaultParallelism))
