"""From readings and pairs on a cluster to findings: each check sees together what it has to, and no more."""

from collections.abc import Callable, Iterable, Iterator

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 (Spark's own name for it)

from factcheck.checks.context import told_elsewhere
from factcheck.checks.table import OF_A_CLAIM
from factcheck.domain import ArticleClaims, Finding, Pair
from factcheck.engines.find import Desk, Reach, find, find_within
from factcheck.engines.reduce import order
from factcheck.engines.spark.reading import claims_of, record_of
from factcheck.engines.spark.rows import FINDINGS, Row, finding_of, grouped, mapped, packed, pair_of
from factcheck.findings import with_ordinals

_ARTICLES = pa.schema(
    [
        ("source", pa.string()),
        ("member", pa.int32()),
        ("article", pa.string()),
        ("path", pa.string()),
        ("record", pa.binary()),
    ]
)


def found(readings: DataFrame, pairs: DataFrame, desk: Desk) -> DataFrame:
    """Return all findings, see FINDINGS, with ordinals on fingerprints that are not unique."""
    every = _of_articles(readings, pairs, desk).union(_of_two_articles(pairs, desk)).union(_of_claims(pairs, desk))
    every = every.union(_of_the_run(readings, desk))

    def number(rows: list[Row]) -> Iterator[Row]:
        return _rows(with_ordinals(finding_of(row["finding"]) for row in rows))

    return grouped(every, ["fingerprint"], number, FINDINGS)


def _of_articles(readings: DataFrame, pairs: DataFrame, desk: Desk) -> DataFrame:
    """Run the checks of articles, beside the pairs that put their events on compatible days."""
    context = pairs.filter(F.col("is_context") & (F.col("a") != F.col("b")))
    sides = context.select("a", "pair").union(context.select("b", "pair")).toDF("article", "pair")
    beside = sides.groupBy("article").agg(F.collect_list("pair").alias("pairs"))

    def of_article(row: Row) -> Iterator[Row]:
        article = ArticleClaims(record_of(row), claims_of(row))
        elsewhere = told_elsewhere(_ordered(row["pairs"] or ()))
        return _rows(find_within(article, elsewhere, desk))

    rows = readings.select("article", "path", "record", "claims").join(beside, "article", "left")
    return mapped(rows, of_article, FINDINGS)


def _of_two_articles(pairs: DataFrame, desk: Desk) -> DataFrame:
    return grouped(pairs.select("a", "b", "pair"), ["a", "b"], _pair_checks(Reach.PAIR, desk), FINDINGS)


def _of_claims(pairs: DataFrame, desk: Desk) -> DataFrame:
    """Run the checks that see all pairs of a claim; of each other claim in a group they see one, and tell nothing."""
    kinds = sorted({kind.value for kind in OF_A_CLAIM.values()})
    seen = pairs.filter(F.col("kind").isin(kinds))
    sides = seen.select("a_claim", "pair").union(seen.select("b_claim", "pair")).toDF("claim", "pair")
    return grouped(sides, ["claim"], _pair_checks(Reach.CLAIM, desk), FINDINGS)


def _pair_checks(reach: Reach, desk: Desk) -> Callable[[list[Row]], Iterator[Row]]:
    return lambda rows: _rows(find(reach, (), _ordered(row["pair"] for row in rows), desk))


def _of_the_run(readings: DataFrame, desk: Desk) -> DataFrame:
    """Run the checks that tell of all articles at once, here, on those articles of which they would tell alone."""

    def told(row: Row) -> Iterator[Row]:
        if any(find(Reach.RUN, [ArticleClaims(record_of(row), ())], (), desk)):
            yield {name: row[name] for name in _ARTICLES.names}

    rows = mapped(readings.select(*_ARTICLES.names), told, _ARTICLES).orderBy("source", "member").collect()
    records = (record_of({**row.asDict(), "record": bytes(row["record"])}) for row in rows)
    findings = _rows(find(Reach.RUN, [ArticleClaims(record, ()) for record in records], (), desk))
    return readings.sparkSession.createDataFrame(pa.Table.from_pylist(list(findings), schema=FINDINGS))


def _ordered(data: Iterable[bytes]) -> list[Pair]:
    return sorted(map(pair_of, data), key=order)


def _rows(findings: Iterable[Finding]) -> Iterator[Row]:
    for finding in findings:
        yield {"fingerprint": finding.fingerprint, "finding": packed(finding)}
