"""`factcheck archive add`, `update`, `remove` and `status` as a desk uses them, on SQLite and on PostgreSQL alike."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from factcheck.engines.map import Extractor

Program = Callable[..., tuple[int, str, str]]

CRANE = "date 2025-07-16 Crane topples in harbour\n\nA crane toppled in Gdynia on Tuesday, injuring two dock workers.\n"
FERRY = """date 2025-08-05 Ferry sinks

The ferry Aurora sank off Samos on Tuesday, the navy said.

"We will keep looking for the 214 passengers of the Aurora until the last of them is found," Mayor Elke Koren said.
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "crane.txt").write_text(CRANE)
    (folder / "ferry.txt").write_text(FERRY)
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Return the list of the files whose articles are read and understood from now on; none was read before."""
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    files: list[str] = []
    understood = Extractor.understood

    def noted(self: Extractor, article_id: str, *rest: object) -> object:
        files.append(article_id)
        return understood(self, article_id, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Extractor, "understood", noted)
    return files


def status(program: Program, archive: str) -> dict[str, object]:
    code, out, err = program("archive", "status", "--archive", archive, "--format", "json")
    assert (code, err) == (0, "")
    found: dict[str, object] = json.loads(out)["status"]
    return found


def contents(program: Program, archive: str) -> str:
    code, out, err = program("archive", "verify", "--archive", archive)
    assert (code, err) == (0, "")
    assert out.startswith("0 faults, contents ")
    return out


def test_what_has_not_changed_is_not_read_again(program: Program, archive: str, news: Path, read: list[str]) -> None:
    assert program("archive", "add", "news", "--archive", archive) == (0, "2 added, 0 changed, 0 unchanged\n", "")
    before = contents(program, archive)
    assert read == ["news/crane.txt", "news/ferry.txt"]
    assert program("archive", "add", "news", "--archive", archive) == (0, "0 added, 0 changed, 2 unchanged\n", "")
    assert len(read) == 2
    assert contents(program, archive) == before


def test_what_has_changed_takes_the_place_of_what_was_kept(
    program: Program, archive: str, news: Path, read: list[str]
) -> None:
    program("archive", "add", "news", "--archive", archive)
    before = contents(program, archive)
    (news / "ferry.txt").write_text(FERRY.replace("214", "641"))
    assert program("archive", "add", "news", "--archive", archive)[1] == "0 added, 1 changed, 1 unchanged\n"
    assert read[2:] == ["news/ferry.txt"]
    assert status(program, archive)["articles"] == 2
    assert contents(program, archive) != before
    (news / "ferry.txt").write_text(FERRY)
    program("archive", "add", "news", "--archive", archive)
    assert contents(program, archive) == before


def test_update_takes_out_what_is_gone(program: Program, archive: str, news: Path, read: list[str]) -> None:
    program("archive", "add", "news", "--archive", archive)
    (news / "crane.txt").unlink()
    (news / "new.txt").write_text(CRANE.replace("Gdynia", "Gdansk"))
    said = "1 added, 0 changed, 1 unchanged, 1 removed\n"
    assert program("archive", "update", "news", "--archive", archive) == (0, said, "")
    assert read[2:] == ["news/new.txt"]
    assert status(program, archive)["files"] == 2


def test_update_without_paths_looks_at_all_that_is_kept(program: Program, archive: str, news: Path) -> None:
    program("archive", "add", "news", "--archive", archive)
    (news / "crane.txt").unlink()
    (news / "new.txt").write_text(CRANE)
    said = "0 added, 0 changed, 1 unchanged, 1 removed\n"
    assert program("archive", "update", "--archive", archive) == (0, said, "")


def test_update_of_a_folder_that_is_gone_takes_out_all_of_it(program: Program, archive: str, news: Path) -> None:
    program("archive", "add", "news", "--archive", archive)
    for path in news.iterdir():
        path.unlink()
    news.rmdir()
    said = "0 added, 0 changed, 0 unchanged, 2 removed\n"
    assert program("archive", "update", "news", "--archive", archive) == (0, said, "")


def test_remove_takes_out_files_and_folders_and_leaves_the_files_alone(
    program: Program, archive: str, news: Path, tmp_path: Path
) -> None:
    (tmp_path / "news2.txt").write_text(CRANE)
    program("archive", "add", "news", "news2.txt", "--archive", archive)
    assert program("archive", "remove", "news/crane.txt", "--archive", archive) == (0, "1 removed\n", "")
    assert program("archive", "remove", "news", "--archive", archive) == (0, "1 removed\n", "")
    assert program("archive", "remove", "nothing.txt", "--archive", archive) == (0, "0 removed\n", "")
    assert status(program, archive)["files"] == 1
    assert (news / "crane.txt").exists()
    contents(program, archive)


def test_the_order_of_adding_does_not_show(program: Program, archive: str, news: Path, tmp_path: Path) -> None:
    program("archive", "add", "news/ferry.txt", "--archive", archive)
    program("archive", "add", "news/crane.txt", "--archive", archive)
    one = contents(program, archive)
    program("archive", "add", "news", "--archive", tmp_path / "other.db")
    assert contents(program, str(tmp_path / "other.db")) == one


def test_status_tells_how_much_there_is(program: Program, archive: str, news: Path) -> None:
    (news / "empty.txt").write_text("")
    code, out, err = program("archive", "add", "news", "--archive", archive)
    assert (code, out) == (0, "3 added, 0 changed, 0 unchanged\n")
    assert err.startswith("factcheck: warning: news/empty.txt: ")
    found = status(program, archive)
    assert found["files"] == 3
    assert (found["articles"], found["unreadable"], found["stale"], found["version"]) == (2, 1, 0, 1)
    assert (found["first"], found["last"]) == ("2025-07-16", "2025-08-05")
    code, out, _ = program("archive", "status", "--archive", archive)
    assert out.splitlines()[:2] == ["articles   2 in 3 files", "published  2025-07-16 to 2025-08-05"]
    contents(program, archive)


def test_what_another_extractor_read_is_stale_until_it_is_read_again(
    program: Program, archive: str, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    conflict = FERRY.replace("2025-08-05", "2025-08-06").replace("214", "641")
    (news.parent / "conflict.txt").write_text(conflict)
    with monkeypatch.context() as patch:
        patch.setattr("factcheck.engines.map.extractor_version", lambda *_: "another")
        program("archive", "add", "news", "--archive", archive)
    assert status(program, archive)["stale"] == 2
    code, out, err = program("check", "conflict.txt", "--against", archive)
    assert (code, "641" in out) == (0, False)
    assert "2 files were read by another program, lexicon or model" in err
    said = "0 added, 2 changed, 0 unchanged, 0 removed\n"
    assert program("archive", "update", "--archive", archive)[1] == said
    assert status(program, archive)["stale"] == 0
    code, out, err = program("check", "conflict.txt", "--against", archive)
    assert ("641" in out, err) == (True, "")


def test_the_configuration_names_the_archive(program: Program, news: Path, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('against = "desk.db"\n')
    assert program("archive", "add", "news")[0] == 0
    assert (tmp_path / "desk.db").exists()
    assert program("archive", "verify")[0] == 0
    (tmp_path / "conflict.txt").write_text(FERRY.replace("08-05", "08-06").replace("214", "641"))
    assert "214" in program("check", "conflict.txt")[1]


def test_an_archive_is_asked_for_where_none_is_named(program: Program, news: Path) -> None:
    for command in (["add", "news"], ["update"], ["remove", "news"], ["status"], ["verify"]):
        code, out, err = program("archive", *command)
        assert (code, out) == (2, "")
        assert "no archive given: name one with --archive FILE_OR_URL" in err


def test_hostile_names_do_not_steer_the_terminal(program: Program, tmp_path: Path, archive: str) -> None:
    names = ("a\x1b[31m\nb.txt", "a#b.txt", "\u202egpj.txt", "'; DROP TABLE files; --.txt")
    for name in names:
        (tmp_path / name).write_text(FERRY)
    (tmp_path / "\x1b]0;title\x07.txt").write_text("")
    code, out, err = program("archive", "add", ".", "--archive", archive)
    assert (code, out) == (0, "5 added, 0 changed, 0 unchanged\n")
    assert not {"\x1b", "\x07"} & set(out + err)
    contents(program, archive)
    (tmp_path / "new.txt").write_text(FERRY.replace("214", "641"))
    code, out, err = program("check", "new.txt", "--against", archive, "--format", "text")
    assert "214" in out
    assert not {"\x1b", "\x07", "\u202e"} & set(out + err)
    assert program("archive", "remove", names[0], "--archive", archive)[1] == "1 removed\n"


def test_how_far_adding_is_is_shown(program: Program, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, int]] = []

    @contextmanager
    def progress(*, quiet: bool) -> Iterator[Callable[[int, int], None]]:
        assert not quiet
        yield lambda done, every: seen.append((done, every))

    monkeypatch.setattr("factcheck.cli.archive.progress", progress)
    for command in ("add", "update"):
        assert program("archive", command, "news", "--archive", "desk.db")[0] == 0
    assert seen == [(1, 2), (2, 2)] * 2
