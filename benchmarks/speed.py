"""Measure how fast articles are read and checked, what more processes gain, and how time and memory grow.

The stages and the public tools take turns in one process on one core, over the same text; medians of words a second,
words being what white space parts. They have seen the text before, and so have their caches; how fast text is read that
none has seen is measured in fresh processes, in turns. Jobs and growth are whole processes, in turns too. Only ratios,
exponents and memory are compared with a bar: they hold on a slow machine as on a fast one. What is printed is Markdown
for README.md.
"""

import argparse
import io
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from importlib.metadata import version
from pathlib import Path

import factcheck.language  # noqa: F401  (before numpy, which then multiplies matrices in one thread)

# isort: split
import stories
from mentions import public_dates, public_figures, words_in

from factcheck.checks.table import KNOWN_CHECKS
from factcheck.claims.extract import extract
from factcheck.cli.main import main as main_of_factcheck
from factcheck.domain import Article
from factcheck.engines.map import Extractor
from factcheck.language.english import SHIPPED, analyse, pipeline, split
from factcheck.language.understand import understand
from factcheck.lexicon import Lexicon
from factcheck.pairing.gathered import Listed
from factcheck.pipeline import Settings, judged
from factcheck.readers.discover import discover
from factcheck.readers.plain import read_plain
from factcheck.rulebook import load_rulebook

ROOT = Path(__file__).parent.parent
LARGEST = 20_000_000
SLOW = 8
"""dateparser and quantulum3 read one sentence of so many."""
UNSEEN_BAR, JOBS_BAR, EXPONENT_BAR, MEMORY_BAR = 1.2, 1.7, 1.1, 2_000_000_000
Job = Callable[[], object]


def one_core(folder: Path, rounds: int) -> None:
    """Print the words a second of each stage and tool."""
    import spacy

    lexicon = Lexicon()
    extractor = Extractor(lexicon, None, LARGEST)
    files = discover([folder], max_size=LARGEST).sources
    data = [source.file.read_bytes() for source in files]
    settings = Settings(load_rulebook(known_checks=KNOWN_CHECKS), root=folder, shown=frozenset())
    nlp, plain = pipeline(), spacy.load(SHIPPED)

    def read() -> list[Article]:
        names = [source.id for source in files]
        return [
            read_plain(one, article_id=name, path=name, lexicon=lexicon) for name, one in zip(names, data, strict=True)
        ]

    articles = read()
    analyses = [understand(article, nlp, lexicon) for article in articles]
    readings = [reading for source in files for reading in extractor.readings(source)]
    texts = [article.text for article in articles]
    lines = [article.text[start:end] for article in articles for _, start, end in split(article, lexicon)][::SLOW]
    every, few = words_in(texts), words_in(lines)
    print(f"{len(files):,} articles, {every:,} words, medians of {rounds}\n")
    jobs: dict[str, tuple[Job, int]] = {
        "reading (bytes to text, dates, title)": (read, every),
        "splitting and parsing": (lambda: [analyse(article, nlp, lexicon) for article in articles], every),
        "the same with times, figures, names, quotations": (
            lambda: [understand(article, nlp, lexicon) for article in articles],
            every,
        ),
        "claims": (lambda: [extract(analysis) for analysis in analyses], every),
        "reduce and checks": (lambda: judged(Listed(readings), settings), every),
        "whole check": (check_once(folder), every),
        "nlp.pipe of the shipped model, spacy.load's defaults": (lambda: list(plain.pipe(texts)), every),
        "dateparser.search_dates, told the language": (lambda: public_dates(lines), few),
    }
    if (figures := public_figures()) is not None:
        jobs["quantulum3"] = (lambda: figures(lines), few)
    speeds = in_turns({name: (timed(job), words) for name, (job, words) in jobs.items()}, rounds)
    table("stage | words/s", {name: f"{speed:,.0f}" for name, speed in speeds.items()})
    names = list(speeds)
    whole, model = speeds["whole check"], speeds[names[6]]
    print(
        f"\nwhole check / nlp.pipe: {whole / model:.2f}; whole check / search_dates: {whole / speeds[names[7]]:.2f}\n"
    )


def unseen(folder: Path, rounds: int) -> float:
    """Print and return how many times as fast a check is as nlp.pipe, in fresh processes that read the text once."""
    words = words_in(
        [source.file.read_text("utf-8", "replace") for source in discover([folder], max_size=LARGEST).sources]
    )
    taken: dict[str, list[float]] = {name: [] for name in ONCE}
    for _ in range(rounds):
        for name, times in taken.items():
            command = [sys.executable, __file__, str(folder), "--once", name]
            environment = {**os.environ, "PYTHONPATH": str(ROOT)}
            times.append(float(subprocess.run(command, env=environment, check=True, capture_output=True).stdout))
    speeds = {name: words / statistics.median(times) for name, times in taken.items()}
    table("text that none has seen | words/s", {name: f"{speed:,.0f}" for name, speed in speeds.items()})
    ratio = speeds["check"] / speeds["nlp.pipe"]
    print(f"\nwhole check / nlp.pipe: {ratio:.2f} (bar: {UNSEEN_BAR})\n")
    return ratio


def check_once(folder: Path) -> Job:
    """Return a whole check as the command does it in one process, with the model loaded."""
    pipeline(None)
    command = ["check", str(folder), "--jobs", "1", "--no-cache", "--no-config", "--quiet", "--fail-on", "never"]

    def check() -> None:
        with redirect_stdout(io.StringIO()):
            if (code := main_of_factcheck(command)) != 0:
                sys.exit(f"exit code {code}: factcheck {' '.join(command)}")

    return check


def pipe_once(folder: Path) -> Job:
    """Return nlp.pipe of the shipped model as spacy.load gives it."""
    import spacy

    nlp = spacy.load(SHIPPED)
    texts = [source.file.read_text("utf-8", "replace") for source in discover([folder], max_size=LARGEST).sources]
    return lambda: list(nlp.pipe(texts))


ONCE: Mapping[str, Callable[[Path], Job]] = {"check": check_once, "nlp.pipe": pipe_once}


def table(head: str, rows: Mapping[str, str]) -> None:
    """Print a table of Markdown with two columns."""
    print(f"| {head} |\n|---|--:|")
    for name, value in rows.items():
        print(f"| {name} | {value} |")


def timed(job: Job) -> Callable[[], float]:
    def run() -> float:
        began = time.process_time()
        job()
        return time.process_time() - began

    return run


def in_turns(jobs: dict[str, tuple[Callable[[], float], int]], rounds: int) -> dict[str, float]:
    """Return the median words a second of each job, after a round that warms the caches."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for number in range(rounds + 1):
        for name, (run, _) in jobs.items():
            took = run()
            if number:
                taken[name].append(took)
    return {name: jobs[name][1] / statistics.median(times) for name, times in taken.items()}


def run(folder: Path, *options: str) -> tuple[float, float, int]:
    """Check a folder in a process of its own; return its seconds by the clock and of work, and its most memory.

    Memory is that of the largest process in bytes: this one when it judges, or a worker.
    """
    command = [sys.executable, "-m", "factcheck", str(folder), "--quiet", "--fail-on", "never", "--no-config", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - began
    if process.returncode != 0:
        sys.exit(f"exit code {process.returncode}: {' '.join(command)}")
    unit = 1 if sys.platform == "darwin" else 1024
    return took, used.ru_utime + used.ru_stime, used.ru_maxrss * unit


def jobs_gain(folder: Path, rounds: int) -> float:
    """Print and return how many times as fast two processes are as one, and what the cache gains."""
    with tempfile.TemporaryDirectory() as cache:
        kept = ("--cache-dir", cache)
        ways = {
            "one process": ("--jobs", "1", "--no-cache"),
            "two processes": ("--jobs", "2", "--no-cache"),
            "reading all from the cache": ("--jobs", "1", *kept),
        }
        run(folder, "--jobs", "2", *kept)
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(rounds):
            for name, options in ways.items():
                taken[name].append(run(folder, *options)[0])
    medians = {name: statistics.median(times) for name, times in taken.items()}
    table("way | seconds", {name: f"{median:.1f}" for name, median in medians.items()})
    gain = medians["one process"] / medians["two processes"]
    print(f"\ntwo processes: {gain:.2f} times as fast as one (bar: {JOBS_BAR})\n")
    return gain


def growth(sizes: Sequence[int], folder: Path) -> tuple[float, int]:
    """Print time and memory of more and more articles; return the exponent of time and the most memory."""
    print("| articles | seconds of work | most memory |\n|--:|--:|--:|")
    points = []
    for size in sizes:
        made = folder / str(size)
        stories.write(made, size)
        _, work, memory = run(made, "--jobs", "1", "--no-cache")
        points.append((size, work, memory))
        print(f"| {size:,} | {work:,.0f} | {memory / 1e6:,.0f} MB |", flush=True)
    (few, short, _), (many, long, memory) = points[0], points[-1]
    exponent = math.log(long / short) / math.log(many / few)
    print(
        f"\ntime grows with the exponent {exponent:.2f} (bar: {EXPONENT_BAR}), memory bar: {MEMORY_BAR / 1e6:,.0f} MB"
    )
    return exponent, memory


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="a folder of .txt articles (default: generated stories)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (default: 3)")
    parser.add_argument("--articles", type=int, default=300, help="articles of the first two measures (default: 300)")
    parser.add_argument("--all", action="store_true", help="let it grow to 100,000 articles: hours")
    parser.add_argument("--sizes", type=int, nargs="+", help="let it grow over these numbers of articles")
    parser.add_argument("--part", choices=("core", "unseen", "jobs", "growth"), help="only this measure")
    parser.add_argument("--once", choices=tuple(ONCE), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.once is not None:
        print(timed(ONCE[given.once](given.folder))())
        return
    warnings.simplefilter("ignore")
    libraries = ", ".join(f"{name} {version(name)}" for name in ("factcheck-news", "spacy", "dateparser"))
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {libraries}\n")
    met = True
    with tempfile.TemporaryDirectory() as made:
        folder = given.folder or Path(made) / "articles"
        if given.folder is None:
            stories.write(folder, given.articles)
        if given.part in {None, "core"}:
            one_core(folder, given.rounds)
        if given.part in {None, "unseen"}:
            met &= unseen(folder, given.rounds) >= UNSEEN_BAR
        if given.part in {None, "jobs"}:
            met &= jobs_gain(folder, given.rounds) >= JOBS_BAR
        if given.part in {None, "growth"}:
            sizes = given.sizes or [1000, 10_000, *([100_000] if given.all else [])]
            exponent, memory = growth(sizes, Path(made))
            met &= exponent <= EXPONENT_BAR and memory < MEMORY_BAR
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
