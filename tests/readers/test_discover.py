import os
import pickle
from pathlib import Path

import pytest

from factcheck.errors import UnreadableArticleError, UsageError
from factcheck.lexicon import Lexicon
from factcheck.readers.discover import STDIN, discover, unsaved
from factcheck.readers.read import read

LIMIT = 1_000


def write(root, *names, text="The river rose."):
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def found(*paths, root):
    discovery = discover(list(paths), max_size=LIMIT)
    return [source.id.removeprefix(root.as_posix() + "/") for source in discovery.sources], dict(discovery.skipped)


def test_a_folder_is_walked_and_what_is_left_out_is_counted(tmp_path):
    write(tmp_path, "b.txt", "a/c.TXT", "a.txt", "a/photo.jpg", "notes", ".hidden.txt", ".git/x.txt", "data.json")
    ids, skipped = found(tmp_path, root=tmp_path)
    assert ids == ["a.txt", "a/c.TXT", "b.txt"]
    assert skipped == {"hidden": 2, "not news": 1, "unknown suffix": 2}


def test_a_file_given_by_name_is_read_whatever_its_suffix(tmp_path):
    write(tmp_path, "notes", ".draft.txt", "a.txt")
    ids, skipped = found(tmp_path / "notes", tmp_path / ".draft.txt", tmp_path, root=tmp_path)
    assert ids == [".draft.txt", "a.txt", "notes"]
    assert skipped == {}


def test_order_and_repetition_of_paths_change_nothing(tmp_path):
    write(tmp_path, "a.txt", "in/b.txt", "in/x.jpg")
    paths = [tmp_path, tmp_path / "in", tmp_path / "a.txt", tmp_path / "in" / "b.txt"]
    assert discover(paths, max_size=LIMIT) == discover([*paths[::-1], *paths], max_size=LIMIT)
    assert found(*paths, root=tmp_path) == (["a.txt", "in/b.txt"], {"unknown suffix": 1})


def test_links_out_of_the_tree_and_loops_are_left_out(tmp_path):
    tree = tmp_path / "tree"
    write(tmp_path, "outside.txt", "tree/a.txt", "tree/in/b.txt")
    (tree / "out.txt").symlink_to(tmp_path / "outside.txt")
    (tree / "up").symlink_to(tmp_path)
    (tree / "in" / "loop").symlink_to(tree)
    (tree / "in" / "again").symlink_to(tree / "in")
    (tree / "self.txt").symlink_to(tree / "self.txt")
    (tree / "gone.txt").symlink_to(tree / "nowhere.txt")
    (tree / "copy.txt").symlink_to(tree / "in" / "b.txt")
    ids, skipped = found(tree, root=tree)
    assert ids == ["a.txt", "copy.txt"], "the linked file is read once, under the id that sorts first"
    assert skipped == {"broken link": 2, "link out of the folder": 3, "link to a folder": 1}


def test_ids_are_paths_as_given_with_forward_slashes(tmp_path, monkeypatch):
    write(tmp_path, "in/a.txt")
    monkeypatch.chdir(tmp_path / "in")
    assert [source.id for source in discover([Path("../in")], max_size=LIMIT).sources] == ["../in/a.txt"]
    assert [source.path for source in discover([Path("./a.txt")], max_size=LIMIT).sources] == ["a.txt"]


@pytest.mark.parametrize("name", ["nowhere.txt", "x" * 5_000])
def test_a_path_that_does_not_exist_is_a_usage_error_with_a_hint(tmp_path, name):
    with pytest.raises(UsageError, match="no such file or folder") as caught:
        discover([tmp_path / name], max_size=LIMIT)
    assert caught.value.hint


def test_a_pipe_in_a_folder_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert found(tmp_path, root=tmp_path) == ([], {"not a file": 1})


def test_a_name_that_is_not_utf_8_can_be_printed(tmp_path):
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("The river rose.")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (source,) = discover([tmp_path], max_size=LIMIT).sources
    assert source.id.endswith("caf\\xe9.txt")
    assert source.id.encode()
    (article,) = read(source, max_size=LIMIT, lexicon=Lexicon())
    assert article.text == "The river rose."


def test_a_discovery_can_be_sent_to_another_process(tmp_path):
    write(tmp_path, "a.txt", "b.jpg")
    discovery = discover([tmp_path], max_size=LIMIT)
    assert pickle.loads(pickle.dumps(discovery)) == discovery


def read_one(file, limit=LIMIT):
    (source,) = discover([file], max_size=limit).sources
    (article,) = read(source, max_size=limit, lexicon=Lexicon())
    return article


def test_a_file_of_just_the_limit_is_read_and_one_byte_more_is_not(tmp_path):
    (tmp_path / "a.txt").write_text("a" * LIMIT)
    (tmp_path / "b.txt").write_text("a" * (LIMIT + 1))
    assert len(read_one(tmp_path / "a.txt").text) == LIMIT
    with pytest.raises(UnreadableArticleError, match="is larger than 1000 bytes"):
        read_one(tmp_path / "b.txt")


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path, monkeypatch):
    big = tmp_path / "big.txt"
    with big.open("wb") as stream:
        stream.truncate(50_000_000)
    (source,) = discover([big], max_size=20_000_000).sources
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("was opened"))
    with pytest.raises(UnreadableArticleError, match="is larger than 20 MB") as caught:
        read(source, max_size=20_000_000, lexicon=Lexicon())
    assert caught.value.hint == "raise --max-size to read it"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs an endless file")
def test_an_endless_file_is_read_up_to_the_limit_only():
    with pytest.raises(UnreadableArticleError, match="is larger than"):
        read_one(Path("/dev/zero"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_unreadable(tmp_path):
    write(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(UnreadableArticleError, match="can't be read: permission denied"):
        read_one(tmp_path / "a.txt")


def test_a_file_that_has_gone_meanwhile_is_unreadable(tmp_path):
    write(tmp_path, "a.txt")
    (source,) = discover([tmp_path], max_size=LIMIT).sources
    (tmp_path / "a.txt").unlink()
    with pytest.raises(UnreadableArticleError, match="can't be read: no such file"):
        read(source, max_size=LIMIT, lexicon=Lexicon())


def test_a_draft_takes_the_place_of_the_file_of_its_name(tmp_path, lexicon: Lexicon):
    write(tmp_path, "a.txt", "b.txt")
    draft = unsaved(b"The lake rose.", tmp_path / "x" / ".." / "a.txt", max_size=LIMIT)
    (tmp_path / "x").mkdir()
    sources = discover([STDIN, tmp_path], max_size=LIMIT, draft=draft).sources
    texts = [read(source, max_size=LIMIT, lexicon=lexicon)[0].text for source in sources]
    assert sorted(texts) == ["The lake rose.", "The river rose."]


def test_a_draft_without_a_name_replaces_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "-")
    draft = unsaved(b"The lake rose.", STDIN, max_size=LIMIT)
    sources = discover([STDIN, tmp_path / "-"], max_size=LIMIT, draft=draft).sources
    assert [source.data for source in sources] == [b"The lake rose.", None]


def test_a_draft_keeps_to_the_limit_and_can_be_pickled(lexicon: Lexicon):
    draft = unsaved(b"x" * (LIMIT + 1), STDIN, max_size=LIMIT)
    assert pickle.loads(pickle.dumps(draft)).data == draft.data
    with pytest.raises(UnreadableArticleError, match="is larger than 1000 bytes"):
        read(draft, max_size=LIMIT, lexicon=lexicon)
