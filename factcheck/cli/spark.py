"""`factcheck spark`: check very many articles on a cluster, and write the findings to a folder."""

from collections.abc import Mapping
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import opening, options
from factcheck.cli.output import EXIT_CLEAN, EXIT_FINDINGS, talk

if TYPE_CHECKING:
    from factcheck.domain import Finding
    from factcheck.engines.spark.run import Run

INPUTS = ("files", "parquet", "warc")
WRITTEN = ("parquet", "jsonl")


@click.command("spark")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--findings", "folder", required=True, metavar="DIR", help="Where to write the findings: a new folder.")
@click.option(
    "--format",
    "form",
    type=click.Choice(WRITTEN),
    default=WRITTEN[0],
    help="How to write them; parquet by default.",
)
@click.option(
    "--input",
    "kind",
    type=click.Choice(INPUTS),
    help="What an INPUT holds; by its end (.parquet, .warc, .warc.gz) by default.",
)
@options.spark
@options.choosing
@options.fail_on
@options.facts_files
@options.reading
def command(
    inputs: tuple[str, ...],
    folder: str,
    form: str,
    kind: str | None,
    master: str | None,
    work: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    facts: tuple[Path, ...],
    given: options.Given,
) -> int:
    """Check articles on a Spark cluster: files and folders, Parquet with texts, or WARC, as paths or addresses."""
    local = tuple(Path(each) for each in inputs if "://" not in each)
    config, settings = opening.settled(replace(given, select=select, ignore=ignore, facts=facts), local)
    settings = opening.with_facts(settings, config)

    from factcheck.config import FailOn
    from factcheck.engines.spark.session import session, work_folder

    spark = session(master)
    from factcheck.engines.spark.inputs import Input, from_address
    from factcheck.engines.spark.run import run
    from factcheck.engines.spark.write import Written, require_new, write
    from factcheck.errors import UsageError

    require_new(spark, folder)
    extractor = settings.extractor()
    frames = [from_address(spark, each, None if kind is None else Input(kind), extractor) for each in sorted(inputs)]
    with work_folder(spark, work) as stages:
        done = run(reduce(lambda one, other: one.union(other), frames), extractor, settings.desk(), stages)
        counts = write(done, folder, Written(form), as_json)
        number = done.readings.count()
        _say(done, number, counts)
    if done.left_out.get("unreadable articles", 0) == number:
        raise UsageError("no readable article", hint=f"{folder} has the reason of each")
    failing = options.failing_at(config.fail_on if fail_on is None else FailOn(fail_on))
    return EXIT_FINDINGS if failing & counts.keys() else EXIT_CLEAN


def as_json(finding: "Finding") -> str:
    """Return a finding as `check --format jsonl` writes it, without the line's end."""
    from factcheck.reports.escape import visible_json
    from factcheck.reports.json import finding_value, line

    return visible_json(line({"type": "finding", **finding_value(finding)}))


def _say(done: "Run", number: int, counts: Mapping[str, int]) -> None:
    """Say what was done, and what was not looked at."""
    from factcheck.domain import Severity
    from factcheck.engines.reduce import FREQUENT_KEYS, FREQUENT_WORDS

    found = ", ".join(f"{counts[each]:,} {each}" for each in Severity if each in counts) or "no findings"
    talk(f"factcheck: {number:,} articles, {done.pairs.count():,} pairs compared: {found}")
    frequent = {FREQUENT_KEYS: done.frequent_keys, FREQUENT_WORDS: done.frequent_words}
    for what, reasons in (("left out", {**done.left_out, **frequent}), ("skipped", done.skipped)):
        if told := ", ".join(f"{reason} ({count:,})" for reason, count in sorted(reasons.items()) if count):
            talk(f"factcheck: {what}: {told}")
