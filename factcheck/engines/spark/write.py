"""Findings of a cluster's run, written to a folder: as Parquet or JSON Lines, in the order of their places."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum

import pyarrow as pa
from pyspark.sql import SparkSession

from factcheck.comments import covering
from factcheck.domain import Finding, Suppression
from factcheck.engines.spark.reading import record_of
from factcheck.engines.spark.rows import Row, finding_of, mapped
from factcheck.engines.spark.run import Run
from factcheck.errors import UsageError

_TOLD = pa.schema(
    [
        *((name, pa.string()) for name in ("rule", "name", "variant", "severity", "verdict", "message", "fingerprint")),
        *((name, pa.string()) for name in ("article", "path")),
        *((name, pa.int64()) for name in ("start", "end", "line", "column")),
        ("text", pa.string()),
        ("finding", pa.string()),  # all of it, as JSON
    ]
)
_COMMENTED = pa.schema([("article", pa.string()), ("path", pa.string()), ("record", pa.binary())])


class Written(StrEnum):
    """How findings are written: Parquet with a column for each part, or one JSON object a line."""

    PARQUET = "parquet"
    JSONL = "jsonl"


def require_new(spark: SparkSession, folder: str) -> None:
    """Raise UsageError when there is something under a folder's name already, here or in any storage."""
    gateway = spark.sparkContext._gateway  # noqa: SLF001 (PySpark has no other way to Hadoop's file systems)
    assert gateway is not None
    place = gateway.jvm.org.apache.hadoop.fs.Path(folder)
    if place.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).exists(place):  # noqa: SLF001
        raise UsageError("is there already", path=folder, hint="name a new folder for the findings")


def write(run: Run, folder: str, form: Written, as_json: Callable[[Finding], str]) -> Mapping[str, int]:
    """Write the findings that no comment in an article suppresses; return how many, by severity."""
    comments = _comments(run)

    def told(row: Row) -> Iterator[Row]:
        finding = finding_of(row["finding"])
        if covering(finding, comments) is None:
            yield _row(finding, as_json(finding))

    every = mapped(run.findings, told, _TOLD)
    ordered = every.orderBy("path", "start", "rule", "fingerprint")
    if form is Written.PARQUET:
        ordered.write.parquet(folder)
    else:
        ordered.select("finding").write.text(folder)
    return {row["severity"]: row["count"] for row in every.groupBy("severity").count().collect()}


def _comments(run: Run) -> Mapping[str, Sequence[Suppression]]:
    """Return the comments by article: few articles have any."""

    def commented(row: Row) -> Iterator[Row]:
        if record_of(row).suppressions:
            yield row

    found: dict[str, list[Suppression]] = defaultdict(list)
    for row in mapped(run.readings.select(*_COMMENTED.names), commented, _COMMENTED).collect():
        record = record_of({**row.asDict(), "record": bytes(row["record"])})
        found[record.id].extend(record.suppressions)
    return found


def _row(finding: Finding, json: str) -> Row:
    place = finding.primary
    start, end = place.in_source
    return {
        "rule": finding.rule,
        "name": finding.name,
        "variant": finding.variant,
        "severity": finding.severity.value,
        "verdict": finding.verdict.value if finding.verdict is not None else None,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "article": place.article,
        "path": place.path,
        "start": start,
        "end": end,
        "line": place.line,
        "column": place.column,
        "text": place.text,
        "finding": json,
    }
