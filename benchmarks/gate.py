"""Measure what an archive costs: one new article alone, and the same with `--against` archives of growing size.

Whole processes that take turns, medians of several rounds; and the time that adding takes, with its growth. Archives
are made of the articles of stories.py in a work folder, and kept there for the next run as long as they fit.
"""

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from stories import Report, reports, write

ROOT = Path(__file__).parent.parent
SIZES = (1_000, 10_000)
LARGEST = 100_000
TIME_BAR = 1.5
"""Times that checking against an archive may take as long as checking alone."""
MEMORY_BAR = 1.2
"""Times that it may need as much memory."""
GROWTH_BAR = 1.1
"""The exponent with which the time of adding may grow."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a whole process took: seconds by the clock, seconds of the processor, and its peak memory in MB."""

    clock: float
    processor: float
    memory: float


def run(folder: Path, *arguments: str) -> Run:
    """Run factcheck in a folder; its exit code must be 0 or 1."""
    command = [sys.executable, "-m", "factcheck", *arguments]
    began = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        sys.exit(f"exit code {process.returncode}: {' '.join(command)}")
    return Run(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def added(work: Path, size: int) -> Run:
    """Make the archive of so many articles where it is missing or stale, and return what that took when it was made."""
    name, noted = f"{size}.db", work / f"{size}.json"
    if noted.exists() and _is_fresh(work, name):
        return Run(**json.loads(noted.read_text()))
    for path in work.glob(f"{name}*"):
        path.unlink()
    write(work / str(size), size)
    took = run(work, "archive", "add", str(size), "--archive", name, "--no-config", "--no-cache", "--jobs", "1")
    noted.write_text(json.dumps(asdict(took)))
    return took


def _is_fresh(work: Path, name: str) -> bool:
    command = [sys.executable, "-m", "factcheck", "archive", "status", "--archive", name, "--no-config"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    told = subprocess.run(
        [*command, "--format", "json"], cwd=work, env=environment, capture_output=True, check=False, text=True
    )
    return told.returncode == 0 and json.loads(told.stdout)["status"]["stale"] == 0


def new_article(work: Path, size: int) -> str:
    """Write the first later report of a story that comes after so many articles, and return its path."""
    made = reports(size + 200)
    seen = {_headline(report) for report in made[size - 300 : size]}
    report = next(one for one in made[size:] if _headline(one) in seen)
    path = work / f"new-{size}" / Path(report.name).name
    path.parent.mkdir(exist_ok=True)
    path.write_text(report.text, "utf-8")
    return path.relative_to(work).as_posix()


def _headline(report: Report) -> str:
    return report.text.split("\n", 1)[0].split(" ", 2)[2]


def measure(work: Path, sizes: list[int], rounds: int) -> dict[int, tuple[list[Run], list[Run]]]:
    """Return for each size the runs alone and those with the archive, in turns, after a round that warms the caches."""
    articles = {size: new_article(work, size) for size in sizes}
    taken: dict[int, tuple[list[Run], list[Run]]] = {size: ([], []) for size in sizes}
    for number in range(rounds + 1):
        for size, article in articles.items():
            alone = run(work, "check", article, "--no-config", "--no-cache")
            against = run(work, "check", article, "--no-config", "--no-cache", "--against", f"{size}.db")
            if number:
                taken[size][0].append(alone)
                taken[size][1].append(against)
    return taken


def missed(work: Path, sizes: list[int], rounds: int) -> list[str]:
    """Print what was measured, and return which bars are missed."""
    adding = {size: added(work, size) for size in sizes}
    failed = []
    print(f"{'articles':>9}{'alone s':>9}{'against s':>11}{'times':>7}{'alone MB':>10}{'against MB':>12}{'times':>7}")
    for size, (alone, against) in measure(work, sizes, rounds).items():
        seconds = [statistics.median(one.clock for one in runs) for runs in (alone, against)]
        megabytes = [statistics.median(one.memory for one in runs) for runs in (alone, against)]
        slower, larger = seconds[1] / seconds[0], megabytes[1] / megabytes[0]
        print(
            f"{size:>9,}{seconds[0]:>9.2f}{seconds[1]:>11.2f}{slower:>7.2f}"
            f"{megabytes[0]:>10.0f}{megabytes[1]:>12.0f}{larger:>7.2f}"
        )
        failed += [f"time {slower:.2f} at {size:,}"] if slower > TIME_BAR else []
        failed += [f"memory {larger:.2f} at {size:,}"] if larger > MEMORY_BAR else []
    for size, took in adding.items():
        print(f"adding {size:,}: {took.clock:.0f} s, {took.processor:.0f} s of the processor, {took.memory:.0f} MB")
    first, last = sizes[0], sizes[-1]
    growth = math.log(adding[last].processor / adding[first].processor) / math.log(last / first)
    print(f"the processor's time of adding grows with the exponent {growth:.2f}")
    return failed + ([f"growth {growth:.2f}"] if growth > GROWTH_BAR else [])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "gate", help="where the archives are kept")
    parser.add_argument("--all", action="store_true", help=f"with an archive of {LARGEST:,} articles too")
    parser.add_argument("--rounds", type=int, default=5, help="how often each command is run (default: 5)")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    failed = missed(options.work, [*SIZES, *([LARGEST] if options.all else [])], options.rounds)
    print(f"bars missed: {', '.join(failed) or 'none'}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
