"""The whole way on a cluster on one page: sources to readings, readings to pairs, pairs to findings."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 (Spark's own name for it)

from factcheck.domain import Finding, Reading, Verdict
from factcheck.engines.find import Desk
from factcheck.engines.map import Extractor
from factcheck.engines.reduce import Judged, order
from factcheck.engines.spark.finding import found
from factcheck.engines.spark.judging import frequent, judged
from factcheck.engines.spark.reading import counted, inferred_dates, read, reading_of, with_dates
from factcheck.engines.spark.rows import finding_of, kept, pair_of
from factcheck.pairing.gathered import Gathered


@dataclass(frozen=True, slots=True)
class Run:
    """What a run gives: readings, pairs and findings as frames (see `rows`), and counts of what was not looked at."""

    readings: DataFrame
    pairs: DataFrame
    findings: DataFrame
    left_out: Mapping[str, int]
    skipped: Mapping[str, int]
    frequent_keys: int
    frequent_words: int


def run(sources: DataFrame, extractor: Extractor, desk: Desk, work: str) -> Run:
    """Read, judge and check; what each stage gives is kept in the folder `work`, which all workers must see."""
    every = kept(read(sources, extractor), work, "readings")
    readings = every.filter("article IS NOT NULL")
    common = frequent(readings)
    pairs = kept(judged(readings, common, extractor.lexicon), work, "pairs")
    if (inferred := inferred_dates(readings, pairs, work)) is not None:
        readings = kept(with_dates(readings, inferred), work, "dated")
        pairs = kept(judged(readings, common, extractor.lexicon), work, "pairs_of_dated")
    findings = kept(found(readings, pairs, desk), work, "findings")
    left_out, skipped = counted(every)
    return Run(readings, pairs, findings, left_out, skipped, *common.counts())


def readings_of(run: Run) -> list[Reading]:
    """Return all readings, in the order of their files; for runs that one machine's memory holds."""
    rows = run.readings.orderBy("source", "member").collect()
    return [reading_of(_plain(row.asDict())) for row in rows]


def judged_of(run: Run, gathered: Gathered, shown: Collection[Verdict] | None) -> Judged:
    """Return what came of the pairs; of these, those that are shown (None for all) must fit into memory."""
    pairs = run.pairs if shown is None else run.pairs.filter(F.col("verdict").isin([each.value for each in shown]))
    of_verdict = run.pairs.groupBy("verdict").count().collect()
    links = run.pairs.filter("of_one_story").select("a", "b").distinct().collect()
    return Judged(
        records=gathered.records,
        brief=gathered.brief,
        pairs=tuple(sorted((pair_of(bytes(row["pair"])) for row in pairs.select("pair").collect()), key=order)),
        verdicts={Verdict(row["verdict"]): row["count"] for row in of_verdict},
        links=frozenset((row["a"], row["b"]) for row in links),
        frequent_keys=run.frequent_keys,
        frequent_words=run.frequent_words,
    )


def findings_of(run: Run) -> tuple[Finding, ...]:
    """Return all findings, with their ordinals, in no order."""
    return tuple(finding_of(bytes(row["finding"])) for row in run.findings.select("finding").collect())


def _plain(row: dict[str, object]) -> dict[str, object]:
    """Return a row as workers see it: bytes, where Spark gives the driver arrays of them."""
    return {name: _bytes(value) for name, value in row.items()}


def _bytes(value: object) -> object:
    if isinstance(value, bytearray):
        return bytes(value)
    return [_bytes(each) for each in value] if isinstance(value, list) else value
