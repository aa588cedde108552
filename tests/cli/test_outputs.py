"""`--output FORMAT[:FILE]`: several at once, written whole or not at all; what is refused, before any work is done."""

import json
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.cli.outputs import outer, write_file
from factcheck.config import Format
from factcheck.domain import ArticleRecord, Finding, Location, Result, Severity
from factcheck.errors import UsageError

Run = Callable[..., tuple[int, str, str]]
PLACE = Location("a.txt", "a.txt", 0, 1, 1, 1, 1, 2, "A", sentence="A", sentence_start=0)
ERROR = Finding("D101", "event-after-publication", None, Severity.ERROR, None, "caf\u00e9 \u2026", "fc1:1", PLACE)


def names(folder: Path = Path()) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function from arguments to exit code, stdout and stderr; the pipeline finds one error in a.txt."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setattr(
        "factcheck.pipeline.check", lambda *_, **__: Result((ArticleRecord("a.txt", "a.txt"),), (), (), (ERROR,))
    )
    Path("a.txt").write_text("A")

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def test_format_is_output_to_stdout(run: Run) -> None:
    for form in map(str, Format):
        assert run("a.txt", "--format", form) == run("a.txt", "--output", form) == run("a.txt", "--output", f"{form}:-")
        assert run("a.txt", "--format", form)[1]


def test_several_outputs_in_one_run(run: Run) -> None:
    code, out, err = run(
        "a.txt", "--output", "text", "--output", "json:facts.json", "--output", "csv:facts.csv", "--quiet"
    )
    assert (code, err) == (1, "")
    assert out.startswith("error D101 ")
    assert json.loads(Path("facts.json").read_text(encoding="utf-8"))["findings"][0]["message"] == ERROR.message
    assert Path("facts.csv").read_bytes().endswith(b"\r\n")
    assert names() == ["a.txt", "facts.csv", "facts.json"]


def test_format_beside_an_output_to_a_file(run: Run) -> None:
    code, out, _ = run("a.txt", "--format", "jsonl", "--output", "sarif:facts.sarif")
    assert (code, json.loads(out.split("\n")[0])["type"]) == (1, "finding")
    assert json.loads(Path("facts.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_when_all_goes_to_files_stdout_is_empty_and_the_exit_code_stays(run: Run) -> None:
    assert run("a.txt", "--output", "json:a.json") == (1, "", "")
    assert run("a.txt", "--output", "json:a.json", "--fail-on", "never") == (0, "", "")


@pytest.mark.parametrize(
    ("outputs", "message"),
    [
        (("xml",), "there is no format 'xml' (the formats are table, text, json, jsonl, csv, markdown, sarif, github,"),
        (("JSON",), "there is no format 'JSON'"),
        ((":a.json",), "there is no format ''"),
        (("json:",), "'json:' names no file (such as json:report, or json alone for stdout)"),
        (("json", "text"), "two outputs to stdout: json and text (give one of them a file: --output text:FILE)"),
        (("json", "json:-"), "two outputs to stdout"),
        (("json:x", "text:./x"), "x: two outputs to one file: json and text (give each its own)"),
        (("json:no/x",), "no/x: can't be written: there is no such folder (make the folder no)"),
        (("json:.",), ".: can't be written: it is a folder (name a file in it)"),
        (("json:a.txt",), "a.txt: is an article that is checked (write the output elsewhere)"),
    ],
)
def test_what_is_refused(run: Run, outputs: tuple[str, ...], message: str) -> None:
    code, out, err = run("a.txt", *(word for output in outputs for word in ("--output", output)))
    assert (code, out) == (2, "")
    assert message in err
    assert Path("a.txt").read_text() == "A"
    assert names() == ["a.txt"]


def test_it_is_refused_before_any_work_is_done(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(*_: object, **__: object) -> Result:
        raise AssertionError

    monkeypatch.setattr("factcheck.pipeline.check", check)
    assert "no such folder" in run("a.txt", "--output", "json:no/x")[2]


def test_an_article_that_a_link_leads_to_is_not_written_over(run: Run) -> None:
    Path("report.json").symlink_to("a.txt")
    assert "is an article" in run("a.txt", "--output", "json:report.json")[2]


def test_the_configuration_has_outputs_relative_to_itself(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "march").mkdir()
    Path("factcheck.toml").write_text('format = "csv"\noutput = ["jsonl", "gitlab:quality.json"]\n')
    monkeypatch.chdir(tmp_path / "march")
    code, out, _ = run("../a.txt")
    assert (code, json.loads(out.split("\n")[0])["type"]) == (1, "finding")
    [found] = json.loads((tmp_path / "quality.json").read_text(encoding="utf-8"))
    assert found["location"]["path"] == "march/a.txt"  # the pipeline of this test says a.txt, from here
    (tmp_path / "quality.json").unlink()
    assert run("../a.txt", "--format", "text")[1].startswith("error D101")
    assert run("../a.txt", "--output", "text")[1].startswith("error D101")
    assert not (tmp_path / "quality.json").exists()


@pytest.mark.parametrize(
    ("folder", "root", "expected"),
    [
        ("/desk/news", "/desk/news", "/desk/news"),
        ("/desk/news/march", "/desk/news", "/desk/news"),
        ("/desk/news/march", "/desk/news/march/..", "/desk/news"),
        ("/desk", "/desk/news", "/desk"),
        ("/desk/news", "/opt/desk", "/desk/news"),
    ],
)
def test_paths_start_from_the_outer_of_two_folders(folder: str, root: str, expected: str) -> None:
    assert outer(Path(folder), Path(root)) == Path(expected)


def test_a_file_knows_neither_colour_nor_width(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")
    out = run("a.txt", "--output", "table", "--output", "table:table.txt")[1]
    written = Path("table.txt").read_text(encoding="utf-8")
    assert "\x1b[31;1merror" in out
    assert "\x1b" not in written
    assert written.split("\n")[0].split() == ["rule", "place", "claim", "conflicts", "with", "why"]


# Writing


def test_a_file_is_written_over_with_its_mode_and_through_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "a.json", tmp_path / "link.json"
    file.write_text("before")
    file.chmod(0o640)
    link.symlink_to(file)
    write_file(link, "caf\u00e9\r\n")
    assert link.is_symlink()
    assert file.read_bytes() == "caf\u00e9\r\n".encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert names(tmp_path) == ["a.json", "link.json"]


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").write_text("")
    write_file(tmp_path / "a.json", "{}")
    assert (tmp_path / "a.json").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_when_writing_fails_what_was_there_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(*_: object) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "a.json"
    file.write_text("before")
    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(UsageError, match=r"a\.json: can't be written: no space left on device"):
        write_file(file, "after")
    assert file.read_text() == "before"
    assert names(tmp_path) == ["a.json"]


def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    write_file(pipe, "a report")
    reader.join()
    assert read == ["a report"]
    assert names(tmp_path) == ["pipe"]
