"""The reduce on a cluster: claims that share a key, and reports of one event, to pairs."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F  # noqa: N812 (Spark's own name for it)

from factcheck.checks.context import is_context
from factcheck.compare.judge import judge, judge_reports
from factcheck.domain import Pair
from factcheck.engines.spark.reading import claims_of, profile_of, record_of
from factcheck.engines.spark.rows import PAIRS, Row, grouped, mapped, packed
from factcheck.lexicon import Lexicon
from factcheck.pairing.dating import tells_of_one_time
from factcheck.pairing.keyed import MOST_CLAIMS
from factcheck.pairing.overlap import MOST_ARTICLES, MOST_DAYS, UNDATED, Shared, candidates, linked
from factcheck.pairing.stories import is_of_one_story

SKEWED = 100  # claims of a key above which its work is shared out
SALTS = 4  # tasks that such a key's claims may go to
_DAYS = 2 * MOST_DAYS  # days whose articles meet in one task
_ARTICLE = ("article", "path", "record", "claims")
_MEETING = pa.schema([("a", pa.string()), ("b", pa.string())])
# The order in which the local engine finds pairs; the first that gives a pair decides it.
_BY_KEY, _WITHIN, _ACROSS = range(3)


@dataclass(frozen=True, slots=True)
class Frequent:
    """Keys and words that too many have in common, as frames of them; they tell nothing apart and are left out."""

    keys: DataFrame
    days: DataFrame
    undated: DataFrame

    def counts(self) -> tuple[int, int]:
        """Return how many keys and how many words."""
        return self.keys.count(), self.days.count() + self.undated.count()


def frequent(readings: DataFrame) -> Frequent:
    """Return what is left out by the rules of `pairing.keyed.by_key` and `pairing.overlap.candidates`."""
    counts = _keys(readings).groupBy("key").agg(F.sum(F.size("claims")).alias("count"))
    of_day = _words(readings).groupBy("word", "day").agg(F.count("*").alias("count"))
    undated = F.sum(F.when((F.col("day") == UNDATED) & (F.col("count") <= MOST_ARTICLES), 1).otherwise(0))
    words = of_day.groupBy("word").agg(F.sum("count").alias("count"), undated.alias("undated"))
    common = words.filter((F.col("count") > MOST_ARTICLES) & (F.col("undated") > 0))
    return Frequent(
        counts.filter(F.col("count") > MOST_CLAIMS).select("key").persist(),
        of_day.filter(F.col("count") > MOST_ARTICLES).select("word", "day").persist(),
        common.select("word").persist(),
    )


def judged(readings: DataFrame, left_out: Frequent, lexicon: Lexicon) -> DataFrame:
    """Return the pairs of all readings, see PAIRS, each once."""
    found = (
        _by_key(readings, left_out, lexicon)
        .union(_within(readings, lexicon))
        .union(_across(readings, _links(readings, left_out), lexicon))
    )
    first = F.min_by(F.struct(*PAIRS.names), F.struct("stage", "key", "number"))
    return found.groupBy("id").agg(first.alias("pair")).select("pair.*")


def _keys(readings: DataFrame) -> DataFrame:
    return readings.select("article", F.explode("keys").alias("key")).select("article", "key.*")


def _words(readings: DataFrame) -> DataFrame:
    return readings.select("article", "day", F.explode("words").alias("word"))


def _by_key(readings: DataFrame, left_out: Frequent, lexicon: Lexicon) -> DataFrame:
    """Judge the claims of each key; the two-by-two work of a key with many claims is shared out by a salt."""
    keys = _keys(readings).join(F.broadcast(left_out.keys), "key", "left_anti")
    shared = keys.groupBy("key").agg(F.sum(F.size("claims")).alias("count")).filter("count > 1")
    salts = F.when(F.col("apart") & (F.col("count") > SKEWED), SALTS).otherwise(1)
    met = (
        keys.withColumnRenamed("claims", "numbers")
        .join(shared, "key")
        .join(readings.select(*_ARTICLE), "article")
        .select("key", "article", "path", "record", _picked("claims", "numbers").alias("claims"), salts.alias("salts"))
        .withColumn("salt", F.explode(F.sequence(F.lit(0), F.col("salts") - 1)))
    )

    def judge_key(rows: list[Row]) -> Iterator[Row]:
        key, salt, salts = rows[0]["key"], rows[0]["salt"], rows[0]["salts"]
        ordered = sorted(rows, key=lambda row: row["article"])
        records = {row["article"]: record_of(row) for row in ordered}
        claims = {claim.id: claim for row in ordered for claim in claims_of(row)}
        ours = frozenset(name for name in records if zlib.crc32(name.encode("utf-8", "replace")) % salts == salt)
        found = judge(
            key.decode("utf-8", "surrogatepass"), tuple(claims.values()), records, lexicon, ours if salts > 1 else None
        )
        yield from _rows(found, _BY_KEY, key)

    return grouped(met, ["key", "salt"], judge_key, PAIRS)


def _picked(values: str, numbers: str) -> Column:
    """Return those values of a list column whose numbers stand in another."""
    return F.transform(numbers, lambda number: F.element_at(F.col(values), number + 1))


def _within(readings: DataFrame, lexicon: Lexicon) -> DataFrame:
    def judge_article(row: Row) -> Iterator[Row]:
        record = record_of(row)
        found = judge_reports({record.id: claims_of(row)}, (), {record.id: record}, lexicon)
        yield from _rows(found, _WITHIN, record.id.encode())

    return mapped(readings.select(*_ARTICLE), judge_article, PAIRS)


def _across(readings: DataFrame, links: DataFrame, lexicon: Lexicon) -> DataFrame:
    sides = [readings.select(*(F.col(name).alias(f"{side}_{name}") for name in _ARTICLE)) for side in "ab"]
    met = links.toDF("a_article", "b_article").join(sides[0], "a_article").join(sides[1], "b_article")

    def judge_link(row: Row) -> Iterator[Row]:
        a, b = ({name: row[f"{side}_{name}"] for name in _ARTICLE} for side in "ab")
        link = a["article"], b["article"]
        records = {link[0]: record_of(a), link[1]: record_of(b)}
        found = judge_reports(
            {link[0]: claims_of(a), link[1]: claims_of(b)}, [link], records, lexicon, fresh=frozenset()
        )
        yield from _rows(found, _ACROSS, "\0".join(link).encode())

    return mapped(met, judge_link, PAIRS)


def _links(readings: DataFrame, left_out: Frequent) -> DataFrame:
    """Return the pairs of articles that report one event, each once.

    Articles meet by the telling words that they share: those of a rare word all together, those of a common one with
    the articles of the days around, in blocks of days that overlap by what two reports may lie apart.
    """
    words = _words(readings).join(F.broadcast(left_out.days), ["word", "day"], "left_anti")
    totals = _words(readings).groupBy("word").agg(F.count("*").alias("count"))
    common = totals.filter(F.col("count") > MOST_ARTICLES).select("word", F.lit(True).alias("common"))
    blocks = F.array_distinct(F.array(*(F.floor((F.col("day") - back) / _DAYS) for back in (0, MOST_DAYS))))
    met = (
        words.join(F.broadcast(common), "word", "left")
        .filter(F.col("common").isNull() | (F.col("day") != UNDATED))
        .withColumn("block", F.explode(F.when(F.col("common"), blocks).otherwise(F.array(F.lit(0)))))
        .join(readings.select("article", "path", "profile"), "article")
        .select("word", "block", "article", "path", "day", "profile")
    )
    return grouped(met, ["word", "block"], _meet, _MEETING).distinct()


def _meet(rows: list[Row]) -> Iterator[Row]:
    records = {row["article"]: profile_of(row) for row in rows}
    days: dict[int, list[str]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row["article"]):
        days[row["day"]].append(row["article"])
    meeting, _ = candidates(_one_word(days))
    for a, b in linked(meeting, records):
        yield {"a": a, "b": b}


def _one_word(days: Mapping[int, Sequence[str]]) -> Mapping[str, Shared]:
    return {"": Shared(days)}


def _rows(pairs: Iterable[Pair], stage: int, key: bytes) -> Iterator[Row]:
    for number, pair in enumerate(pairs):
        yield {
            "id": pair.id,
            "stage": stage,
            "key": key,
            "number": number,
            "a": pair.a_place.article,
            "b": pair.b_place.article,
            "a_claim": pair.a.id,
            "b_claim": pair.b.id,
            "kind": pair.kind.value,
            "verdict": pair.verdict.value,
            "is_context": is_context(pair),
            "tells_date": tells_of_one_time(pair),
            "of_one_story": is_of_one_story(pair),
            "pair": packed(pair),
        }
