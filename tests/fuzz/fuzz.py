"""Fuzz the readers and the recognisers with atheris (pip install -e '.[fuzz]'; Linux, CPython).

Each target runs in a process of its own for some minutes. Then what it came upon is run once more, plainly, as it is
and with a piece repeated to 100 kB, against the limit of time. An input that fails is kept in build/fuzz/TARGET; once
mended it goes to tests/fuzz/found/TARGET, where test_found.py runs it for ever.
"""

import argparse
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]
ROOT = Path(__file__).parents[2]
LONGEST = 4_000
STRETCHES = 300
"""How many of the inputs that a target came upon are stretched."""


def fuzz(name: str, folder: Path, seconds: int) -> None:
    """Fuzz one target; the process ends with it."""
    import atheris

    with atheris.instrument_imports(include=["factcheck"]):
        from targets import TARGETS, too_slow

        import factcheck.readers.markdown  # noqa: F401 (imported by need)
    run = TARGETS[name].run

    def once(data: bytes) -> None:
        seconds = run(data)
        assert not too_slow(seconds, len(data)), f"{seconds:.1f} s"

    limits = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=60", "-rss_limit_mb=4096"]
    found = [f"-artifact_prefix={folder}/", "-print_final_stats=1", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *limits, *found, str(folder / "corpus")], once)
    atheris.Fuzz()


def replay(name: str, folder: Path) -> int:
    """Run what a target came upon, as it is and stretched; return how many failed."""
    from targets import TARGETS, stretched, too_slow

    run = TARGETS[name].run
    paths = sorted((folder / "corpus").iterdir())
    drawn = random.Random(len(paths))
    slowest, failed = 0.0, 0
    inputs = [path.read_bytes() for path in paths]
    print(
        f"{name}: {min(len(inputs), STRETCHES)} of {len(inputs):,} inputs are stretched and run once more", flush=True
    )
    for data in drawn.sample(inputs, min(len(inputs), STRETCHES)):
        at = drawn.randrange(len(data) + 1)
        longer = stretched(data, at, drawn.choice((1, 2, 4, 8, 16, 64)))
        took = run(longer)
        if too_slow(took, len(longer)):  # by itself, or by what else the machine did
            took = min(took, run(longer), run(longer))
        slowest = max(slowest, took)
        if too_slow(took, len(longer)):
            failed += 1
            _keep(folder, longer)
    print(f"{name}: {len(paths):,} inputs, {STRETCHES} stretched, the slowest {slowest:.2f} s, {failed} too slow")
    return failed


def _keep(folder: Path, data: bytes) -> None:
    (folder / f"slow-{blake2b(data, digest_size=8).hexdigest()}").write_bytes(data)


def begin(name: str, folder: Path) -> None:
    """Write the inputs to begin with."""
    from targets import FOUND, TARGETS

    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    earlier = (path.read_bytes() for path in sorted((FOUND / name).glob("*")))
    for data in (*TARGETS[name].seeds(), *earlier):
        (folder / "corpus" / blake2b(data, digest_size=16).hexdigest()).write_bytes(data)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="a reader or `recognisers` (default: all)")
    parser.add_argument("--seconds", type=int, default=600, help="how long each is fuzzed (default: 600)")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "fuzz", help="where inputs are kept")
    parser.add_argument("--only", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.only:  # nothing of the project may be imported before it can be instrumented
        fuzz(given.targets[0], given.work / given.targets[0], given.seconds)
    from targets import TARGETS

    if unknown := set(given.targets) - set(TARGETS):
        parser.error(f"no such target: {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")
    failed = []
    for name in given.targets or TARGETS:
        folder = given.work / name
        begin(name, folder)
        command = [sys.executable, __file__, name, "--only", "--seconds", str(given.seconds), "--work", str(given.work)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        if subprocess.run(command, env=environment, check=False).returncode or replay(name, folder):
            failed.append(name)
    print(f"failed: {', '.join(failed) or 'none'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
