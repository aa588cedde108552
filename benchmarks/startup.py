"""Measure what starting up costs, side by side: a bare interpreter, the help, loading the model, and the seeds.

The commands take turns, so that whatever else the machine does falls on all of them alike; medians count.
"""

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODEL = ROOT / "factcheck" / "language" / "model"
HELP_BAR = 0.150
"""Seconds that `factcheck --help` may take more than a bare interpreter."""
SEEDS_BAR = 2.5
"""Times that `factcheck seeds/`, which reads all anew, may take as long as loading the model."""


def commands() -> dict[str, tuple[list[str], int]]:
    """Return each command by its name, with the exit code that it must end with."""
    python = sys.executable
    script = Path(python).parent / "factcheck"
    factcheck = [str(script)] if script.exists() else [python, "-m", "factcheck"]
    return {
        "python -c pass": ([python, "-c", "pass"], 0),
        "factcheck --help": ([*factcheck, "--help"], 0),
        "spacy.load(model)": ([python, "-c", f"import spacy; spacy.load({str(MODEL)!r})"], 0),
        "factcheck seeds/": ([*factcheck, "seeds/", "--no-cache"], 1),
    }


def seconds(command: list[str], expected: int) -> float:
    """Run a command in the project's folder and return how long the whole process took; it must end as expected."""
    began = time.perf_counter()
    ended = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    took = time.perf_counter() - began
    if ended.returncode != expected:
        sys.stderr.buffer.write(ended.stderr)
        sys.exit(f"exit code {ended.returncode} instead of {expected}: {' '.join(command)}")
    return took


def measure(rounds: int) -> dict[str, float]:
    """Return the median seconds of each command over some rounds, after one round that warms the caches."""
    taken: dict[str, list[float]] = {name: [] for name in commands()}
    for number in range(rounds + 1):
        for name, (command, expected) in commands().items():
            took = seconds(command, expected)
            if number:
                taken[name].append(took)
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each command is run (default: 7)")
    medians = measure(parser.parse_args().rounds)
    for name, median in medians.items():
        print(f"{name:<20}{median * 1000:8.0f} ms")
    more = medians["factcheck --help"] - medians["python -c pass"]
    ratio = medians["factcheck seeds/"] / medians["spacy.load(model)"]
    print(f"--help takes {more * 1000:.0f} ms more than a bare interpreter (bar: under {HELP_BAR * 1000:.0f} ms)")
    print(f"seeds/ takes {ratio:.2f} times as long as loading the model (bar: under {SEEDS_BAR})")
    sys.exit(0 if more < HELP_BAR and ratio < SEEDS_BAR else 1)


if __name__ == "__main__":
    main()
