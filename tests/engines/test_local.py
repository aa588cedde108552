"""Where articles are read decides nothing: one process or several, from the cache or anew, in any order."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from factcheck.archive.cache import held, opened
from factcheck.archive.encoding import encode_readings
from factcheck.cli import main
from factcheck.domain import Reading
from factcheck.engines import local
from factcheck.engines.local import read_all
from factcheck.engines.map import Extractor
from factcheck.errors import UsageError
from factcheck.lexicon import Lexicon
from factcheck.readers.discover import Source, discover

ROOT = Path(__file__).parent.parent.parent
FOLDERS = [ROOT / "seeds", ROOT / "tests" / "articles"]


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start workers, and give them small batches, for the few articles of a test."""
    monkeypatch.setattr(local, "FEW_FILES", 2)
    monkeypatch.setattr(local, "FEW_BYTES", 0)
    monkeypatch.setattr(local, "_BATCH_FILES", 3)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(Lexicon(), None, 20_000_000)


@pytest.fixture(scope="module")
def sources() -> tuple[Source, ...]:
    return discover(FOLDERS, max_size=20_000_000).sources


@pytest.fixture(scope="module")
def alone(extractor: Extractor, sources: tuple[Source, ...]) -> list[tuple[Source, tuple[Reading, ...] | None]]:
    return list(read_all(sources, extractor, jobs=1))


def written(found: list[tuple[Source, tuple[Reading, ...] | None]]) -> list[bytes]:
    """Return readings as bytes, in which a whole number is not the same as a float of its value."""
    return [encode_readings(readings or ()) for _, readings in found]


@pytest.mark.parametrize("jobs", [2, 3])
def test_processes_side_by_side_read_the_same_in_the_same_order(
    extractor: Extractor, sources: tuple[Source, ...], alone: list[tuple[Source, tuple[Reading, ...] | None]], jobs: int
) -> None:
    found = list(read_all(sources, extractor, jobs=jobs))
    assert found == alone
    assert written(found) == written(alone)


def test_the_report_is_the_same_to_the_letter(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    for paths in (["seeds", "tests/articles"], ["tests/articles", "seeds"]):
        said = []
        for jobs in ("1", "2"):
            main([*paths, "--format", "json", "--show", "agree,update", "--jobs", jobs, "--no-cache"])
            said.append(capsys.readouterr().out)
        assert said[0] == said[1]


def test_the_golden_comes_from_two_processes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "120")
    main(["seeds/", "--jobs", "2", "--no-cache"])
    assert capsys.readouterr().out == (ROOT / "tests" / "goldens" / "table.txt").read_text(encoding="utf-8")


def test_mentions_come_from_two_processes(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    said = []
    for jobs in ("1", "2"):
        main(["mentions", "seeds/", "--format", "json", "--jobs", jobs])
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]


def test_what_the_cache_has_is_not_read_again(
    extractor: Extractor,
    sources: tuple[Source, ...],
    alone: list[tuple[Source, tuple[Reading, ...] | None]],
    tmp_path: Path,
) -> None:
    half = sources[::2]
    with opened(tmp_path, extractor="one") as cache:
        list(read_all(half, extractor, jobs=1, cache=cache))
    unread = Unread(extractor.lexicon, None, extractor.max_size, sources=half)
    for jobs in (1, 2):
        with opened(tmp_path, extractor="one") as cache:
            assert list(read_all(sources, unread, jobs=jobs, cache=cache)) == alone
        with opened(tmp_path, extractor="one") as cache:
            assert written(list(read_all(sources, unread, cache=cache))) == written(alone)


@dataclass(frozen=True, slots=True)
class Unread(Extractor):
    """An extractor that may not be given some files: they are in the cache."""

    sources: tuple[Source, ...] = ()

    def readings(self, source: Source) -> tuple[Reading, ...]:
        assert source.id not in {one.id for one in self.sources}, source.id
        return Extractor.readings(self, source)


@dataclass(frozen=True, slots=True)
class Deadly(Extractor):
    """An extractor that some articles end the process of."""

    def readings(self, source: Source) -> tuple[Reading, ...]:
        if b"DEADLY" in (source.data or b""):
            os.kill(os.getpid(), signal.SIGKILL)
        return Extractor.readings(self, source)


def test_an_article_at_which_processes_end_is_named_and_the_others_are_read(
    extractor: Extractor, tmp_path: Path
) -> None:
    for number in range(9):
        word = "DEADLY" if number in {3, 4, 8} else "quiet"
        (tmp_path / f"{number}.txt").write_text(f"The mayor of Cork spoke of a {word} day on Monday.")
    sources = discover([tmp_path], max_size=1000).sources
    found = list(read_all(sources, Deadly(extractor.lexicon, None, 1000), jobs=2))
    assert [source.file.name for source, _ in found] == [f"{number}.txt" for number in range(9)]
    faults = [readings[0].record.fault for _, readings in found if readings]
    killed = "can't be read: the process that read it was ended by signal 9"
    assert faults == [killed if number in {3, 4, 8} else None for number in range(9)]


def test_what_needs_too_much_memory_cannot_be_read(extractor: Extractor) -> None:
    def greedy() -> tuple[()]:
        raise MemoryError

    (reading,) = extractor.understood("a.txt", "a.txt", greedy)
    assert reading.record.fault == "can't be read: it needs more memory than there is"


def test_a_fault_of_the_program_is_told_once(extractor: Extractor, sources: tuple[Source, ...]) -> None:
    with pytest.raises(Exception, match="no-such-model"):
        list(read_all(sources, replace(extractor, model="no-such-model"), jobs=2))


def known_files(cache: Path) -> int:
    try:
        return held(cache).files
    except UsageError:  # it is just being made
        return 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_at_once_with_what_is_known(jobs: str, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    text = (ROOT / "tests" / "articles" / "buses" / "one-2025-10-02.txt").read_text(encoding="utf-8")
    for number in range(6000):
        (tmp_path / "articles" / f"{number:04}.txt").write_text(f"{text}\n\nStory {number}.\n", encoding="utf-8")
    cache = tmp_path / "cache"
    options = ("--jobs", jobs, "--cache-dir", str(cache), "--format", "json", "--show", "agree")
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", str(tmp_path / "articles"), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        text=True,
        start_new_session=True,
    )
    while known_files(cache) == 0:  # something has been read, and written down
        assert process.poll() is None
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 130
    assert "Traceback" not in err
    read = json.loads(out)["summary"]["articles"]
    assert 0 < read < 6000
    assert f"{6000 - read:,} files not read" in err
