"""The map on a cluster: files, or their bytes, to what their articles claim."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 (Spark's own name for it)

from factcheck.archive.encoding import decode_claim, decode_record, encode
from factcheck.compare.judge import TWO_BY_TWO
from factcheck.domain import ArticleRecord, Claim, Reading
from factcheck.engines.map import Extractor
from factcheck.engines.spark.rows import READINGS, Row, counts_of, grouped, kept, mapped, packed
from factcheck.pairing.dating import dated, is_yearless
from factcheck.pairing.keyed import family
from factcheck.pairing.overlap import key_words, stated_day
from factcheck.readers.discover import Source

_DATED = pa.schema([("article", pa.string()), ("dated_record", pa.binary()), ("dated_profile", pa.binary())])
_OTHER = {"article": "other", "path": "other_path", "record": "other_record"}
_COUNTS = pa.schema([("left_out", pa.binary()), ("skipped", pa.binary())])


def read(sources: DataFrame, extractor: Extractor) -> DataFrame:
    """Return the readings of all files: see READINGS; an input's counts of what was skipped come through."""
    return mapped(sources, _reading(extractor), READINGS)


def _reading(extractor: Extractor) -> Callable[[Row], Iterator[Row]]:
    def rows(row: Row) -> Iterator[Row]:
        if row["skipped"] is not None:
            yield {"source": row["article"], "skipped": row["skipped"]}
            return
        source = Source(row["article"], row["path"], Path(row["file"]), row["too_large"], row["data"], row["suffix"])
        for member, reading in enumerate(extractor.readings(source)):
            yield _row(reading, source.id, member)

    return rows


def _row(reading: Reading, source: str, member: int) -> Row:
    return {
        "article": reading.record.id,
        "path": reading.record.path,
        "source": source,
        "member": member,
        "record": encode(reading.record),
        "profile": encode(_profile(reading.record)),
        "claims": [encode(claim) for claim in reading.claims],
        "keys": [
            {"key": key.encode("utf-8", "surrogatepass"), "apart": family(key) in TWO_BY_TWO, "claims": numbers}
            for key, numbers in _keys(reading.claims).items()
        ],
        "words": [word.encode("utf-8", "surrogatepass") for word in key_words(reading.record)],
        "day": stated_day(reading.record),
        "yearless": is_yearless(reading.record),
        "content": reading.content,
        "left_out": packed(dict(reading.left_out)),
    }


def _profile(record: ArticleRecord) -> ArticleRecord:
    """Return a record of nothing but the date and profile: what tells whether two articles report one event."""
    return ArticleRecord(record.id, record.path, published=record.published, profile=record.profile)


def _keys(claims: Iterable[Claim]) -> Mapping[str, list[int]]:
    """Return the numbers of the claims by key; of claims with one id the last counts."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for number, claim in enumerate(claims):
        for key in claim.keys:
            found[key][claim.id] = number
    return {key: list(numbers.values()) for key, numbers in found.items()}


def record_of(row: Row) -> ArticleRecord:
    """Return a row's record."""
    return decode_record(row["record"], row["article"], row["path"])


def claims_of(row: Row) -> tuple[Claim, ...]:
    """Return a row's claims."""
    return tuple(decode_claim(data, row["article"], row["path"]) for data in row["claims"])


def profile_of(row: Row) -> ArticleRecord:
    """Return a record of nothing but the date and profile of a row's."""
    return decode_record(row["profile"], row["article"], row["path"])


def reading_of(row: Row) -> Reading:
    """Return a row's reading, as the map gave it, but for a date that was inferred since."""
    return Reading(record_of(row), claims_of(row), counts_of(row["left_out"]), content=row["content"])


def inferred_dates(readings: DataFrame, pairs: DataFrame, work: str) -> DataFrame | None:
    """Return the records whose datelines get a year from agreeing reports; None where there is none."""
    yearless = readings.filter("yearless").select("article", "path", "record")
    if yearless.isEmpty():
        return None
    agreeing = pairs.filter("tells_date").select("a", "b")
    both = agreeing.union(agreeing.select("b", "a")).toDF("article", "other").distinct()
    others = readings.select(*(F.col(name).alias(alias) for name, alias in _OTHER.items()))
    met = yearless.join(both, "article").join(others, "other")
    inferred = kept(grouped(met, ["article"], _dated, _DATED), work, "inferred")
    return None if inferred.isEmpty() else inferred


def with_dates(readings: DataFrame, inferred: DataFrame) -> DataFrame:
    """Return the readings with the dates that were inferred."""
    dates = {name: F.coalesce(f"dated_{name}", name) for name in ("record", "profile")}
    return readings.join(inferred, "article", "left").withColumns(dates).drop("dated_record", "dated_profile")


def _dated(rows: list[Row]) -> Iterator[Row]:
    """Yield an article's record with its year, if all that agree with it give the same."""
    first = rows[0]
    record = record_of(first)
    ordered = sorted(rows, key=lambda row: row["other"])
    others = [record_of({name: row[alias] for name, alias in _OTHER.items()}) for row in ordered]
    found = dated(record, others)
    if found != record:
        yield {
            "article": record.id,
            "dated_record": encode(found),
            "dated_profile": encode(_profile(found)),
        }


def counted(readings: DataFrame) -> tuple[Counter[str], Counter[str]]:
    """Return how many mentions led to no claim and how many records of the input were no article, by reason."""

    def over(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        left_out, skipped = Counter[str](), Counter[str]()
        for batch in batches:
            for row in batch.to_pylist():
                left_out.update(counts_of(row["left_out"]) if row["left_out"] is not None else {})
                skipped.update(counts_of(row["skipped"]) if row["skipped"] is not None else {})
        row = {"left_out": packed(dict(left_out)), "skipped": packed(dict(skipped))}
        yield pa.RecordBatch.from_pylist([row], schema=_COUNTS)

    left_out, skipped = Counter[str](), Counter[str]()
    for row in readings.select("left_out", "skipped").mapInArrow(over, "left_out binary, skipped binary").collect():
        left_out.update(counts_of(bytes(row["left_out"])))
        skipped.update(counts_of(bytes(row["skipped"])))
    return left_out, skipped
