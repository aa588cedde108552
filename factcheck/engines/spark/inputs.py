"""What a cluster reads: files, Parquet with a column of texts, or WARC, as rows of SOURCES."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

import pyarrow as pa
from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812 (Spark's own name for it)

from factcheck.engines.map import Extractor
from factcheck.engines.spark.captures import Capture, Given, captures, source_row, suffix_of
from factcheck.engines.spark.rows import SOURCES, Row, mapped, packed
from factcheck.errors import UsageError
from factcheck.readers.discover import Source, discover
from factcheck.readers.table import by_suffix

_WARC = (".warc", ".warc.gz")
_PATHS = pa.schema([("path", pa.string())])


class Input(StrEnum):
    """What an address holds: files that are articles, Parquet files, or WARC files."""

    FILES = "files"
    PARQUET = "parquet"
    WARC = "warc"


def from_address(spark: SparkSession, address: str, kind: Input | None, extractor: Extractor) -> DataFrame:
    """Return the rows of an address: of the given kind, else of what its end says.

    Raises UsageError for one that does not exist, or Parquet without the columns that are needed.
    """
    try:
        match kind or _kind_of(address):
            case Input.PARQUET:
                return _from_parquet(spark, address, extractor)
            case Input.WARC:
                return _from_warc(spark, _warc_files(address), extractor)
            case Input.FILES if "://" in address:
                return _from_storage(spark, address, extractor)
            case Input.FILES:
                found = discover(
                    [Path(address)],
                    max_size=extractor.max_size,
                    lexicon=extractor.lexicon,
                    fields=extractor.fields,
                )
                return from_sources(spark, found.sources, found.skipped)
    except AnalysisException as error:
        reason = str(error).partition("\n")[0]
        raise UsageError(f"can't be read: {reason}", path=address) from error


def _kind_of(address: str) -> Input:
    if address.endswith(_WARC):
        return Input.WARC
    return Input.PARQUET if address.rstrip("/").endswith(".parquet") else Input.FILES


def from_sources(spark: SparkSession, sources: Sequence[Source], skipped: Mapping[str, int] | None = None) -> DataFrame:
    """Return the rows of files that every worker can open under the same path."""
    rows: list[Row] = [
        {
            "article": each.id,
            "path": each.path,
            "file": str(each.file),
            "suffix": each.suffix,
            "too_large": each.too_large,
            "data": each.data,
        }
        for each in sources
    ]
    if skipped:
        rows.append({"skipped": packed(dict(skipped))})
    frame = spark.createDataFrame(pa.Table.from_pylist(rows, schema=SOURCES))
    return frame.repartition(_parts(spark, len(rows)), "article")


def _from_storage(spark: SparkSession, address: str, extractor: Extractor) -> DataFrame:
    """Return the rows of files in any storage that Spark reads, such as s3a://bucket/folder, walked as folders are.

    Hidden files and those of an unknown suffix are left out. A larger file's bytes are not fetched.
    """
    every = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(address)
    known = F.lit(False)
    for suffix in sorted(by_suffix()):
        known = known | F.lower("path").endswith(suffix)
    kept = every.filter(known & ~F.col("path").substr(F.lit(len(address)), F.length("path")).contains("/."))
    fits = F.col("length") <= extractor.max_size
    small = kept.filter(fits).select("path", F.col("content").alias("data"), F.lit(False).alias("too_large"))
    large = kept.filter(~fits).select("path", F.lit(None).cast("binary").alias("data"), F.lit(True).alias("too_large"))

    def source(row: Row) -> Iterator[Row]:
        capture = Capture(row["path"], row["path"], None, row["data"])
        yield source_row(capture, extractor)

    return mapped(small.union(large), source, SOURCES)


def _from_parquet(spark: SparkSession, address: str, extractor: Extractor) -> DataFrame:
    """Return the rows of a Parquet file or folder with the columns `id` and `text` (string or bytes).

    A column `content_type` ("text/html") says how a text is read; without it texts are plain. Of rows with one id one
    is read.
    """
    frame = spark.read.parquet(address)
    if missing := sorted({"id", "text"} - set(frame.columns)):
        hint = f"it has {', '.join(frame.columns)}"
        raise UsageError(f"has no column {' and no column '.join(missing)}", path=address, hint=hint)
    kind = F.col("content_type") if "content_type" in frame.columns else F.lit(None)
    rows = frame.select(
        F.col("id").cast("string").alias("id"),
        F.col("text").cast("binary").alias("data"),
        kind.cast("string").alias("kind"),
    )

    def source(row: Row) -> Iterator[Row]:
        suffix = suffix_of(row["kind"] or "text/plain")
        given: Given
        if not row["id"] or row["data"] is None:
            given = "rows without id or text"
        elif suffix is None:
            given = "unknown content type"
        else:
            given = Capture(row["id"], row["id"].partition("#")[0], suffix, row["data"])
        yield source_row(given, extractor)

    return _each_once(mapped(rows, source, SOURCES))


def _from_warc(spark: SparkSession, files: Sequence[str], extractor: Extractor) -> DataFrame:
    """Return the rows of the articles in WARC files, one task a file; of captures with one id one is read."""
    paths = spark.createDataFrame(pa.Table.from_pylist([{"path": path} for path in files], schema=_PATHS))

    def sources(row: Row) -> Iterator[Row]:
        return (source_row(given, extractor) for given in captures(row["path"], max_size=extractor.max_size))

    return _each_once(mapped(paths.repartition(len(files), "path"), sources, SOURCES))


def _warc_files(address: str) -> list[str]:
    """Return the WARC files that an address names: itself, or those of a folder here."""
    folder = Path(address)
    if "://" in address or folder.is_file():
        return [address]
    files = sorted(str(path) for path in folder.rglob("*") if path.name.endswith(_WARC))
    if not files:
        raise UsageError("no WARC file here", path=address, hint="they end in .warc or .warc.gz")
    return files


def _each_once(frame: DataFrame) -> DataFrame:
    """Return each article's row once, whatever order copies come in, spread anew over the workers."""
    values = ["data", *(name for name in SOURCES.names if name not in {"article", "data", "skipped"})]
    every = frame.groupBy("article", "skipped").agg(
        F.min(F.struct(*values)).alias("first"), F.count("*").alias("count")
    )

    def row(given: Row) -> Iterator[Row]:
        copies = given.pop("count")
        if given["skipped"] is None:
            yield given
            given, copies = {"skipped": packed({"copies of an article": 1})}, copies - 1
        yield from (given for _ in range(copies))

    return mapped(every.select("article", "first.*", "skipped", "count"), row, SOURCES)


def _parts(spark: SparkSession, files: int) -> int:
    """Return in how many parts to read files: some for each core, that none waits long for the last."""
    return max(1, min(files, 8 * spark.sparkContext.defaultParallelism))
