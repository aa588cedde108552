"""The cache: never a wrong result, whatever happens to its file, and no more of it than there may be."""

import sqlite3
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.archive import cache as cache_file
from factcheck.archive.cache import Cache, cache_folder, clear, held, opened
from factcheck.domain import ArticleRecord, Claim, Kind, Location, Reading

FILE = "readings-1.sqlite3"


def reading(name: str, content: str = "c0", words: str = "x") -> Reading:
    claim = Claim("id", Kind.SENTENCE, "sentence", Location(name, name, 0, 1, 1, 1, 1, 2, words))
    return Reading(ArticleRecord(name, name, title="Ferry"), (claim,), {"times": 1}, content)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "a" / "cache"


def test_a_reading_is_found_by_id_content_and_extractor(folder: Path) -> None:
    kept = (reading("a.txt"),)
    with opened(folder, extractor="one") as cache:
        cache.put("a.txt", kept)
    with opened(folder, extractor="one") as cache:
        assert cache.get("a.txt", "c0") == kept
        assert cache.get("b.txt", "c0") is None
        assert cache.get("a.txt", "c1") is None
    with opened(folder, extractor="two") as cache:
        assert cache.get("a.txt", "c0") is None


def test_what_could_not_be_read_is_not_kept(folder: Path) -> None:
    fault = Reading(ArticleRecord("a.txt", "a.txt", fault="no memory", fault_check="unreadable_article"), content="c0")
    with opened(folder, extractor="one") as cache:
        cache.put("a.txt", (fault,))
    assert held(folder).files == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes there")
def test_its_owner_alone_can_read_it(folder: Path) -> None:
    with opened(folder, extractor="one") as cache:
        cache.put("a.txt", (reading("a.txt"),))
        assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def overwritten(file: Path) -> None:
    file.write_bytes(b"no database at all" * 1000)


def torn(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for at in range(100, len(data), 37):
        data[at] ^= 0x55
    file.write_bytes(data)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def other_table(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE readings")
        connection.execute("CREATE TABLE readings (other TEXT)")


@pytest.mark.parametrize("damage", [overwritten, torn, empty, other_table])
def test_a_damaged_cache_is_made_anew(folder: Path, damage: Callable[[Path], None]) -> None:
    kept = [(reading(f"{number}.txt", words="x" * 500),) for number in range(200)]
    for turn in range(3):  # damage may be found when it is opened, read or written: then it is thrown away
        with opened(folder, extractor="one") as cache:
            for number, readings in enumerate(kept):
                assert cache.get(f"{number}.txt", "c0") in (None, readings)
                cache.put(f"{number}.txt", readings)
        if turn == 0:
            damage(folder / FILE)
    with opened(folder, extractor="one") as cache:
        assert [cache.get(f"{number}.txt", "c0") for number in range(200)] == kept


def test_a_wrong_bit_is_a_miss(folder: Path) -> None:
    with opened(folder, extractor="one") as cache:
        cache.put("a.txt", (reading("a.txt"),))
    with sqlite3.connect(folder / FILE) as connection:
        (data,) = connection.execute("SELECT data FROM readings").fetchone()
        for at in range(len(data)):
            wrong = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
            connection.execute("UPDATE readings SET data = ?", (wrong,))
            assert Cache(connection, "one").get("a.txt", "c0") is None


def test_an_entry_under_another_key_is_a_miss(folder: Path) -> None:
    with opened(folder, extractor="one") as cache:
        cache.put("a.txt", (reading("a.txt"),))
        cache.put("b.txt", (reading("b.txt"),))
    with sqlite3.connect(folder / FILE) as connection:
        (data,) = connection.execute("SELECT data FROM readings WHERE number = 1").fetchone()
        connection.execute("UPDATE readings SET data = ?", (data,))
        found = {name: Cache(connection, "one").get(name, "c0") for name in ("a.txt", "b.txt")}
    assert found == {"a.txt": (reading("a.txt"),), "b.txt": None}


def test_what_was_written_first_goes_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_file, "MOST_BYTES", 100_000)
    words = "".join(chr(0x4E00 + number) for number in range(1000))
    with opened(folder, extractor="one") as cache:
        for number in range(640):
            cache.put(f"{number}.txt", (reading(f"{number}.txt", words=words[number:]),))
    with opened(folder, extractor="one") as cache:
        there = [cache.get(f"{number}.txt", "c0") is not None for number in range(640)]
    assert there == sorted(there)
    assert 0 < sum(there) < 640
    assert there[-1]
    assert held(folder).size < 200_000


def test_runs_at_once_do_not_disturb_each_other(folder: Path) -> None:
    with opened(folder, extractor="one") as one, opened(folder, extractor="one") as other:
        for number in range(200):
            (one if number % 2 else other).put(f"{number}.txt", (reading(f"{number}.txt"),))
    assert held(folder).files == 200


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with opened(tmp_path / "file" / "cache", extractor="one") as cache:
        cache.put("a.txt", (reading("a.txt"),))
        assert cache.get("a.txt", "c0") is None


def test_clearing_leaves_nothing(folder: Path) -> None:
    with opened(folder, extractor="one") as cache:
        cache.put("a.txt", (reading("a.txt"),))
    assert held(folder).files == 1
    assert clear(folder) > 0
    assert list(folder.iterdir()) == []
    assert held(folder).files == 0
    assert clear(folder) == 0


def test_the_folder_is_the_one_that_is_named_or_the_platforms() -> None:
    home = Path.home()
    assert cache_folder({"FACTCHECK_CACHE_DIR": "/x", "XDG_CACHE_HOME": "/y"}, "linux") == Path("/x")
    assert cache_folder({"XDG_CACHE_HOME": "/y"}, "darwin") == Path("/y/factcheck")
    assert cache_folder({"XDG_CACHE_HOME": "relative"}, "linux") == home / ".cache" / "factcheck"
    assert cache_folder({}, "darwin") == home / "Library" / "Caches" / "factcheck"
    assert cache_folder({"LOCALAPPDATA": "/z"}, "win32") == Path("/z/factcheck/Cache")
