"""What is new by git, in real repositories made for each test."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from factcheck.changes import changed_paths, only_new
from factcheck.domain import Finding, Location, Related, Result, Role, Severity, Suppressed
from factcheck.errors import UsageError
from factcheck.readers.discover import discover, unsaved

Git = Callable[..., str]
LIMIT = 1_000


def write(path: Path, text: str = "The river rose.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def new(*paths: Path, since: str | None = None) -> Sequence[str]:
    sources = discover(paths, max_size=LIMIT).sources
    return sorted(changed_paths(sources, since=since))


@pytest.fixture
def desk(tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with two commits, as the working directory: a.txt and b.txt, then in/c.txt."""
    root = tmp_path / "desk"
    root.mkdir()
    git("init", "-q", "-b", "main", folder=root)
    write(root / "a.txt")
    write(root / "b.txt")
    git("add", ".", folder=root)
    git("commit", "-q", "-m", "one", folder=root)
    git("tag", "one", folder=root)
    write(root / "in" / "c.txt")
    git("add", ".", folder=root)
    git("commit", "-q", "-m", "two", folder=root)
    monkeypatch.chdir(root)
    return root


def test_nothing_is_new_after_a_commit(desk: Path) -> None:
    assert new(Path()) == []


def test_changed_staged_and_untracked_files_are_new(desk: Path, git: Git) -> None:
    write(desk / "a.txt", "The river fell.")
    write(desk / "b.txt", "The lake rose.")
    git("add", "b.txt", folder=desk)
    write(desk / "in" / "d.txt")
    assert new(Path()) == ["a.txt", "b.txt", "in/d.txt"]


def test_what_is_staged_counts_when_the_file_is_as_it_was(desk: Path, git: Git) -> None:
    write(desk / "a.txt", "The river fell.")
    git("add", "a.txt", folder=desk)
    write(desk / "a.txt")
    assert new(Path()) == ["a.txt"]


def test_what_git_ignores_is_not_new(desk: Path) -> None:
    write(desk / ".gitignore", "drafts/\n")
    write(desk / "drafts" / "x.txt")
    assert new(Path()) == []


def test_since_a_commit_all_that_differs_is_new_and_the_working_tree_too(desk: Path) -> None:
    write(desk / "b.txt", "The lake rose.")
    assert new(Path(), since="one") == ["b.txt", "in/c.txt"]
    assert new(Path(), since="HEAD") == ["b.txt"]
    assert new(Path(), since="main~1") == ["b.txt", "in/c.txt"]


def test_a_renamed_file_is_new_and_a_deleted_one_is_gone(desk: Path, git: Git) -> None:
    git("mv", "a.txt", "2025-03-04.txt", folder=desk)
    (desk / "b.txt").unlink()
    assert new(Path()) == ["2025-03-04.txt"]


def test_a_file_taken_out_of_the_index_is_new_while_it_is_there(desk: Path, git: Git) -> None:
    git("rm", "-q", "--cached", "a.txt", folder=desk)
    assert new(Path()) == ["a.txt"]


def test_before_the_first_commit_all_is_new(tmp_path: Path, git: Git) -> None:
    git("init", "-q", str(tmp_path / "fresh"))
    write(tmp_path / "fresh" / "a.txt")
    git("add", "a.txt", folder=tmp_path / "fresh")
    write(tmp_path / "fresh" / "b.txt")
    names = [Path(path).name for path in new(tmp_path / "fresh")]
    assert names == ["a.txt", "b.txt"]


def test_paths_are_as_given_wherever_one_stands(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(desk / "in" / "d.txt")
    write(desk / "a.txt", "The river fell.")
    assert new(desk) == [str(desk / "a.txt"), str(desk / "in" / "d.txt")]
    monkeypatch.chdir(desk / "in")
    assert new(Path()) == ["d.txt"]
    assert new(Path("..")) == ["../a.txt", "../in/d.txt"]


@pytest.mark.parametrize(
    "name", [b"two words.txt", b"two\nlines.txt", b"-dash.txt", b"caf\xe9.txt", "Łódź\u202e.txt".encode(), b'"q".txt']
)
def test_any_name_is_found(desk: Path, git: Git, name: bytes) -> None:
    file = Path(os.fsdecode(name))
    try:
        file.write_text("The river rose.")
    except OSError:
        pytest.skip("a name that this file system does not take")
    (shown,) = new(Path())
    git("add", "--", name, folder=desk)
    git("commit", "-q", "-m", "three", folder=desk)
    assert new(Path()) == []
    file.write_text("The river fell.")
    assert new(Path()) == [shown]
    shown.encode("utf-8")


def test_a_link_is_new_with_the_file_it_leads_to(desk: Path, git: Git) -> None:
    (desk / "in" / "link.txt").symlink_to(desk / "b.txt")
    assert new(Path("in")) == []  # a link out of the folder is not read
    assert new(Path("in/link.txt")) == ["in/link.txt"]
    git("add", ".", folder=desk)
    git("commit", "-q", "-m", "three", folder=desk)
    assert new(Path("in/link.txt")) == []
    write(desk / "b.txt", "The lake rose.")
    assert new(Path("in/link.txt")) == ["in/link.txt"]


def test_a_folder_reached_by_a_link_is_found(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "way").symlink_to(desk)
    write(desk / "a.txt", "The river fell.")
    assert new(tmp_path / "way") == [str(tmp_path / "way" / "a.txt")]


def test_a_worktree_has_its_own_changes(desk: Path, git: Git, tmp_path: Path) -> None:
    other = tmp_path / "other"
    git("worktree", "add", "-q", str(other), "one", folder=desk)
    write(other / "a.txt", "The river fell.")
    assert new(other) == [str(other / "a.txt")]
    assert new(desk) == []


def test_a_submodule_is_asked_for_its_own_files(desk: Path, git: Git, tmp_path: Path) -> None:
    wire = tmp_path / "wire"
    git("init", "-q", "-b", "main", str(wire))
    write(wire / "w.txt")
    git("add", ".", folder=wire)
    git("commit", "-q", "-m", "one", folder=wire)
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(wire), "wire", folder=desk)
    git("commit", "-q", "-m", "wire", folder=desk)
    assert new(Path()) == []
    write(desk / "wire" / "w.txt", "The river fell.")
    write(desk / "a.txt", "The river fell.")
    assert new(Path()) == ["a.txt", "wire/w.txt"]


def test_a_hooks_variables_lead_to_no_other_repository(
    desk: Path, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "-q", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere" / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "elsewhere" / "index"))
    write(desk / "a.txt", "The river fell.")
    assert new(Path()) == ["a.txt"]


def test_no_program_of_the_repositorys_settings_is_run(desk: Path, git: Git, tmp_path: Path) -> None:
    trap = write(tmp_path / "trap", f"#!/bin/sh\ntouch {tmp_path / 'sprung'}\n")
    trap.chmod(0o755)
    git("config", "core.fsmonitor", str(trap), folder=desk)
    git("config", "diff.external", str(trap), folder=desk)
    write(desk / "a.txt", "The river fell.")
    assert new(Path(), since="one") == ["a.txt", "in/c.txt"]
    assert not (tmp_path / "sprung").exists()


def test_an_article_from_standard_input_is_new_and_needs_no_repository(tmp_path: Path) -> None:
    draft = unsaved(b"The river rose.", tmp_path / "a.txt", max_size=LIMIT)
    assert changed_paths([draft]) == {draft.path}


def test_an_article_outside_a_repository_is_named(tmp_path: Path, git: Git) -> None:
    write(tmp_path / "loose" / "a.txt")
    with pytest.raises(UsageError, match="is in no git repository") as caught:
        new(tmp_path / "loose")
    assert caught.value.path == str(tmp_path / "loose")
    assert "not a git repository" in str(caught.value)


@pytest.mark.parametrize("ref", ["nowhere", "one..main", "a.txt", "HEAD:a.txt"])
def test_an_unknown_commit_is_named(desk: Path, ref: str) -> None:
    with pytest.raises(UsageError, match="is no commit of this repository") as caught:
        new(Path(), since=ref)
    assert caught.value.path == str(desk)


@pytest.mark.parametrize("ref", ["", "-", "--output=x", "--upload-pack=touch x"])
def test_a_commit_that_looks_like_an_option_never_reaches_git(desk: Path, ref: str) -> None:
    with pytest.raises(UsageError, match="is no commit"):
        new(Path(), since=ref)
    assert not (desk / "x").exists()


def test_a_machine_without_git_is_told_so(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="git is not found"):
        new(Path())


def place(path: str) -> Location:
    return Location(path, path, 0, 1, 1, 1, 1, 2, "A")


def finding(primary: str, *related: tuple[Role, str]) -> Finding:
    others = tuple(Related(role, place(path)) for role, path in related)
    return Finding(
        "D201", "event-date-conflict", None, Severity.ERROR, None, "differs", primary, place(primary), others
    )


def test_only_findings_with_a_new_side_are_told_and_the_others_counted() -> None:
    both = finding("old.txt", (Role.CONFLICTS, "new.txt"))
    alone = finding("new.txt")
    old = finding("old.txt", (Role.CONFLICTS, "older.txt"))
    beside = finding("older.txt", (Role.CONTEXT, "new.txt"), (Role.PUBLISHED, "new.txt"))
    result = Result((), (), (), (both, alone, old, beside), suppressed=(Suppressed(old, by="ignore"),))
    narrowed = only_new(result, frozenset({"new.txt"}))
    assert narrowed.findings == (both, alone)
    assert narrowed.suppressed == ()
    assert narrowed.left_out == {"findings of articles that are not new": 2}
    assert only_new(Result((), (), (), (alone,)), frozenset({"new.txt"})).left_out == {}
