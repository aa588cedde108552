"""An article from standard input, alone and among its neighbours."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

OLD = "date 2025-03-06 President Rosa Quispe signed the border treaty in Lima on 4 March 2025.\n"
NEW = OLD.replace("4 March", "2 March")
FAULTY = "date 2025-03-06 The ministers met in Riga on March 9.\n"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str | bytes], None]:
    """Return a function that sets what stands on standard input."""

    def give(text: str | bytes) -> None:
        data = text if isinstance(text, bytes) else text.encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))

    return give


Typed = Callable[[str | bytes], None]


def test_one_article_is_read(run: Run, typed: Typed) -> None:
    typed(FAULTY)
    code, out, _ = run("-", "--format", "text")
    assert code == 1
    assert "  -:1:" in out


def test_its_name_stands_in_ids_and_paths_and_may_date_it(run: Run, typed: Typed) -> None:
    typed("The ministers met in Riga on March 9 to talk about fish.")
    out = run("-", "--stdin-filename", "desk/2025-03-06-riga.txt", "--format", "json")[1]
    (article,) = json.loads(out)["articles"]
    assert (article["article"], article["path"]) == ("desk/2025-03-06-riga.txt",) * 2
    assert article["published"]["basis"] == "filename"
    assert not Path("desk").exists()


def test_it_takes_the_place_of_the_file_of_its_name(run: Run, typed: Typed, tmp_path: Path) -> None:
    Path("news").mkdir()
    Path("news/old.txt").write_text(OLD)
    Path("news/draft.txt").write_text(OLD)
    assert run("news")[0] == 0
    for name in ("news/draft.txt", "./news/draft.txt", str(tmp_path / "news" / "draft.txt")):
        typed(NEW)
        code, out, _ = run("news", "-", "--stdin-filename", name, "--format", "json")
        assert code == 1
        value = json.loads(out)
        assert sorted(article["path"] for article in value["articles"]) == sorted(
            ["news/old.txt", name.removeprefix("./")]
        )
        assert "D201" in {finding["rule"] for finding in value["findings"]}
    typed(OLD)
    Path("news/draft.txt").write_text(NEW)
    assert run("-", "news", "--stdin-filename", "news/draft.txt")[0] == 0


def test_it_is_new_without_a_repository(run: Run, typed: Typed) -> None:
    typed(FAULTY)
    assert run("-", "--changed")[0] == 1


def test_the_configuration_is_looked_for_from_its_name(run: Run, typed: Typed) -> None:
    Path("news").mkdir()
    Path("news/factcheck.toml").write_text('fail-on = "never"\n')
    typed(FAULTY)
    assert run("-", "--stdin-filename", "news/a.txt")[0] == 0


def test_other_commands_read_it_too(run: Run, typed: Typed) -> None:
    typed(FAULTY)
    out = run("mentions", "-", "--format", "json")[1]
    assert {mention["path"] for mention in json.loads(out)["mentions"]} == {"-"}


def test_an_archive_may_keep_it(run: Run, typed: Typed) -> None:
    typed(OLD)
    assert run("archive", "add", "-", "--stdin-filename", "old.txt", "--archive", "all.db")[0] == 0
    typed(NEW)
    out = run("-", "--stdin-filename", "new.txt", "--against", "all.db", "--format", "json")[1]
    (finding,) = [finding for finding in json.loads(out)["findings"] if finding["rule"] == "D201"]
    assert (finding["primary"]["path"], finding["related"][0]["path"]) == ("new.txt", "old.txt")


@pytest.mark.parametrize(
    ("text", "arguments", "words"),
    [
        ("", ("-",), "no readable article (-: is empty)"),
        ("\0\1", ("-",), "is binary, not text"),
        ("x" * 101, ("-", "--max-size", "100"), "is larger than 100 bytes"),
        (FAULTY, ("-", "-"), "- stands twice"),
        (FAULTY, ("a.txt", "--stdin-filename", "a.txt"), "give - as a path too"),
    ],
)
def test_what_can_not_be_read_exits_2(
    run: Run, typed: Typed, text: str, arguments: tuple[str, ...], words: str
) -> None:
    typed(text)
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_no_more_is_read_than_the_limit(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = io.BytesIO(b"x" * 10_000)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(endless))
    assert run("-", "--max-size", "100")[0] == 2
    assert endless.tell() == 101
