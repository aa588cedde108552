"""Check the articles of stories.py here and on Spark; tell whether the results are one, and how long each took.

Usage: python benchmarks/spark.py [--articles 10000] [--master local[2]] [--folder ARTICLES]
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

from stories import write

from factcheck.domain import Result
from factcheck.pipeline import KNOWN_CHECKS, Settings, check, check_on_spark
from factcheck.rulebook import load_rulebook


def main() -> int:
    """Print figures; exit 1 where the results differ."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000, help="how many to generate")
    parser.add_argument("--master", default="local[2]", help="Spark's master")
    parser.add_argument("--folder", type=Path, help="check the articles of a folder instead")
    given = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch) / "articles"
        if given.folder is None:
            write(folder, given.articles)
        settings = Settings(load_rulebook(known_checks=KNOWN_CHECKS).with_all_rules())
        local = _timed("local", lambda: check([folder], settings))
        spark = _timed("spark", lambda: check_on_spark([folder], settings, master=given.master, work=f"{scratch}/work"))
    print(f"{len(local.articles):,} articles, {len(local.pairs):,} pairs, {len(local.findings):,} findings")
    print(f"left out: {dict(local.left_out)}")
    differing = [each.name for each in fields(local) if getattr(local, each.name) != getattr(spark, each.name)]
    print(f"differing: {', '.join(differing)}" if differing else "the results are equal")
    return 1 if differing else 0


def _timed(name: str, run: Callable[[], Result]) -> Result:
    started = time.perf_counter()
    result = run()
    print(f"{name}: {time.perf_counter() - started:.0f} s", flush=True)
    return result


if __name__ == "__main__":
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    # All pairs are collected in the driver, to be compared: the gigabyte that it has by default is too little.
    os.environ.setdefault("PYSPARK_SUBMIT_ARGS", "--driver-memory 8g pyspark-shell")
    sys.exit(main())
