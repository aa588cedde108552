"""Check generated articles here and on Spark, and tell whether the two results are one, and how long each took.

Usage: python benchmarks/spark.py [--articles 10000] [--words 60] [--master local[2]] [--folder ARTICLES]
"""

import argparse
import datetime as dt
import os
import sys
import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

from generate import articles

from factcheck.domain import Result
from factcheck.pipeline import KNOWN_CHECKS, Settings, check, check_on_spark
from factcheck.rulebook import load_rulebook

FIRST = dt.date(2025, 3, 3)
DAYS = 60


def main() -> int:
    """Print figures; exit 1 where the results differ."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000, help="how many to generate")
    parser.add_argument("--words", type=int, default=60, help="least words of each")
    parser.add_argument("--master", default="local[2]", help="Spark's master")
    parser.add_argument("--folder", type=Path, help="check the articles of a folder instead")
    given = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = given.folder or _written(Path(scratch) / "articles", given.articles, given.words)
        settings = Settings(load_rulebook(known_checks=KNOWN_CHECKS).with_all_rules())
        local = _timed("local", lambda: check([folder], settings))
        spark = _timed("spark", lambda: check_on_spark([folder], settings, master=given.master, work=f"{scratch}/work"))
    print(f"{len(local.articles):,} articles, {len(local.pairs):,} pairs, {len(local.findings):,} findings")
    print(f"left out: {dict(local.left_out)}")
    differing = [each.name for each in fields(local) if getattr(local, each.name) != getattr(spark, each.name)]
    print(f"differing: {', '.join(differing)}" if differing else "the results are equal")
    return 1 if differing else 0


def _written(folder: Path, number: int, words: int) -> Path:
    folder.mkdir()
    for at, text in enumerate(articles(number, words)):
        day = FIRST + dt.timedelta(days=at % DAYS)
        (folder / f"{at:06}.txt").write_text(f"{day:%B} {day.day}, {day.year}\n\n{text}", encoding="utf-8")
    return folder


def _timed(name: str, run: Callable[[], Result]) -> Result:
    started = time.perf_counter()
    result = run()
    print(f"{name}: {time.perf_counter() - started:.0f} s", flush=True)
    return result


if __name__ == "__main__":
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    sys.exit(main())
