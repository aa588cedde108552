"""Kill `factcheck archive add` at random points, as a power cut would, and see that nothing is lost or damaged.

After each kill the archive must open and verify without faults, and a second `add` must make it equal to one that was
made in one go. Each run is a fork of a process that has loaded everything, so that the kills fall on the adding.
"""

import argparse
import contextlib
import io
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from stories import reports

from factcheck.cli import main as factcheck

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Killed:
    """How many runs were killed before they ended, how many files these had kept, and what went wrong."""

    killed: int
    kept: tuple[int, ...]
    wrong: tuple[str, ...]


def articles(folder: Path, generated: int = 30) -> None:
    """Write articles to add: those of the tests, and generated ones."""
    shutil.copytree(ROOT / "tests" / "articles", folder / "articles")
    for report in reports(generated):
        (folder / "articles" / Path(report.name).name).write_text(report.text, "utf-8")


def survive(folder: Path, archive: str, kills: int, seed: int = 23) -> Killed:
    """Add the articles of a folder to an archive that does not exist, killed so many times at random points."""
    drawn = random.Random(seed)
    said("claims", "articles", folder=folder)  # everything is loaded before a run is timed
    began = time.perf_counter()
    if _ended(_start(folder, archive)) != 0:
        return Killed(0, (), ("adding without a kill failed",))
    lasts = time.perf_counter() - began
    whole = said("archive", "verify", "--archive", archive, folder=folder)
    kept, wrong = [], []
    for number in range(3 * kills):
        if len(kept) == kills:
            break
        _clear(folder, archive)
        process, slept = _start(folder, archive), drawn.uniform(0, lasts)
        time.sleep(slept)
        os.kill(process, signal.SIGKILL)
        if _ended(process) == 0:  # it had ended already: runs don't last that long
            lasts = slept
            continue
        after = _after(folder, archive, whole)
        kept.append(after[0])
        wrong += [f"kill {number}: {fault}" for fault in after[1]]
    return Killed(len(kept), tuple(kept), tuple(wrong))


def said(*arguments: str, folder: Path) -> tuple[int, str]:
    """Return the exit code and output of a command that is run in a folder."""
    with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()) as out:
        code = factcheck([*arguments, "--no-config"])
    return code, out.getvalue()


def _after(folder: Path, archive: str, whole: tuple[int, str]) -> tuple[int, list[str]]:
    """Return how many files were kept, and what is wrong with the archive after a kill and after a second run."""
    wrong, kept = [], 0
    if "://" in archive or (Path(archive).exists() and Path(archive).stat().st_size):
        code, out = said("archive", "status", "--archive", archive, folder=folder)
        if code == 0:  # else it was killed before its tables were made
            kept = int(out.split(" in ")[1].split()[0])
            code, out = said("archive", "verify", "--archive", archive, folder=folder)
            wrong += [] if code == 0 else [f"verify says {out}"]
    code, out = said("archive", "add", "articles", "--archive", archive, folder=folder)
    wrong += [] if code == 0 else [f"the second run ended with {code}"]
    again = said("archive", "verify", "--archive", archive, folder=folder)
    return kept, wrong + ([] if again == whole else [f"not what one run makes: {again[1]}"])


def _start(folder: Path, archive: str) -> int:
    process = os.fork()
    if process == 0:
        code = 1
        try:
            code, _ = said("archive", "add", "articles", "--archive", archive, folder=folder)
        finally:
            os._exit(code)
    return process


def _ended(process: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _clear(folder: Path, archive: str) -> None:
    if "://" in archive:
        said("archive", "remove", "articles", "--archive", archive, folder=folder)
    else:
        for path in Path(archive).parent.glob(f"{Path(archive).name}*"):
            path.unlink()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=23)
    parser.add_argument("--archive", help="a database's address in place of a file; it is emptied")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles(folder)
        found = survive(folder, options.archive or str(folder / "desk.db"), options.kills, options.seed)
    print(f"{found.killed} of {options.kills} runs were killed before they ended, with {sorted(found.kept)} files kept")
    print("\n".join(found.wrong) or "every archive was whole, and equal to one made in one go after a second run")
    sys.exit(1 if found.wrong or not found.killed else 0)


if __name__ == "__main__":
    main()
