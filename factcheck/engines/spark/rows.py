"""Rows between the stages: their columns, and functions over values run on DataFrames by way of Arrow."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec
import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema

from factcheck.domain import Finding, Pair

Row = dict[str, Any]

_MOST_ROWS = 64  # rows that a worker gives back at once
_encoder = msgspec.msgpack.Encoder(order="deterministic")
_pairs = msgspec.msgpack.Decoder(Pair)
_findings = msgspec.msgpack.Decoder(Finding)
_counts = msgspec.msgpack.Decoder(dict[str, int])

SOURCES = pa.schema(
    [
        ("article", pa.string()),
        ("path", pa.string()),
        ("file", pa.string()),  # what the worker opens, where there are no data
        ("suffix", pa.string()),  # by which it is read, null for that of its path
        ("too_large", pa.bool_()),
        ("data", pa.binary()),
        (
            "skipped",
            pa.binary(),
        ),  # how many of the input's records were no article, by reason; then there is no article
    ]
)
READINGS = pa.schema(
    [
        ("article", pa.string()),
        ("path", pa.string()),
        ("source", pa.string()),
        ("member", pa.int32()),
        ("record", pa.binary()),
        ("profile", pa.binary()),  # the record's profile and dates alone: what tells whether two report one event
        ("claims", pa.list_(pa.binary())),
        (
            "keys",
            pa.list_(pa.struct([("key", pa.binary()), ("apart", pa.bool_()), ("claims", pa.list_(pa.int32()))])),
        ),
        ("words", pa.list_(pa.binary())),
        ("day", pa.int32()),
        ("yearless", pa.bool_()),
        ("content", pa.string()),
        ("left_out", pa.binary()),
        ("skipped", pa.binary()),
    ]
)
PAIRS = pa.schema(
    [
        ("id", pa.string()),
        ("stage", pa.int32()),
        ("key", pa.binary()),
        ("number", pa.int32()),
        ("a", pa.string()),
        ("b", pa.string()),
        ("a_claim", pa.string()),
        ("b_claim", pa.string()),
        ("kind", pa.string()),
        ("verdict", pa.string()),
        ("is_context", pa.bool_()),
        ("tells_date", pa.bool_()),
        ("of_one_story", pa.bool_()),
        ("pair", pa.binary()),
    ]
)
FINDINGS = pa.schema(
    [
        ("fingerprint", pa.string()),
        ("finding", pa.binary()),
    ]
)


def mapped(frame: DataFrame, function: Callable[[Row], Iterable[Row]], schema: pa.Schema) -> DataFrame:
    """Return the rows that a function makes of each row."""

    def over(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            made = (row for given in batch.to_pylist() for row in function(given))
            while rows := list(islice(made, _MOST_ROWS)):
                yield pa.RecordBatch.from_pylist(rows, schema=schema)

    return frame.mapInArrow(over, from_arrow_schema(schema))


def grouped(
    frame: DataFrame, by: Sequence[str], function: Callable[[list[Row]], Iterable[Row]], schema: pa.Schema
) -> DataFrame:
    """Return the rows that a function makes of all rows with the same values in some columns; they have no order."""

    def over(table: pa.Table) -> pa.Table:
        return pa.Table.from_pylist(list(function(table.to_pylist())), schema=schema)

    return frame.groupBy(*by).applyInArrow(over, from_arrow_schema(schema))


def kept(frame: DataFrame, folder: str, name: str) -> DataFrame:
    """Return the rows read back from Parquet in a folder that all workers see.

    What follows starts from there, also after the loss of a worker, and reads no more than the columns that it needs.
    """
    place = f"{folder.rstrip('/')}/{name}"
    frame.write.mode("overwrite").parquet(place)
    return frame.sparkSession.read.schema(frame.schema).parquet(place)


def packed(value: Pair | Finding | dict[str, int]) -> bytes:
    """Return a value as bytes (MessagePack)."""
    return _encoder.encode(value)


def pair_of(data: bytes) -> Pair:
    """Return the pair that bytes hold."""
    return _pairs.decode(data)


def finding_of(data: bytes) -> Finding:
    """Return the finding that bytes hold."""
    return _findings.decode(data)


def counts_of(data: bytes) -> dict[str, int]:
    """Return the counts by reason that bytes hold."""
    return _counts.decode(data)
