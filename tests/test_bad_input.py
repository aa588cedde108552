"""What a user sees when the input is bad: a clear message, the right exit code, and nothing raw on the terminal."""

import re
from pathlib import Path

import pytest

from factcheck.cli import main

GOOD = "date 2025-03-03 The ministers met in Riga on March 1."
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    def run_(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_


def test_a_path_that_does_not_exist(run) -> None:
    code, out, err = run("nowhere/")
    assert (code, out) == (2, "")
    assert "nowhere" in err
    assert "no such file or folder" in err


def test_a_folder_without_articles(run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "picture.png").write_bytes(b"\x89PNG\r\n")
    code, out, err = run("empty")
    assert (code, out) == (2, "")
    assert "no article" in err


def test_an_unknown_rule_code_gets_a_suggestion(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    code, _, err = run("a.txt", "--select", "D10l")
    assert code == 2
    assert "D10" in err
    assert run("explain", "event-after-publicaton")[2].count("event-after-publication") >= 1


def test_a_planned_rule_cannot_be_selected(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    pack = tmp_path / "pack" / "checks" / "desk.yml"
    pack.parent.mkdir(parents=True)
    pack.write_text("- {code: X201, name: plan-of-the-desk, status: planned, summary: A rule to come.}")
    code, _, err = run("a.txt", "--rules", str(pack.parent.parent), "--select", "X201")
    assert code == 2
    assert "planned" in err


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("- code: X101\n  nmae: x\n", r"broken\.yml:2:3: .*nmae"),
        ("- code: X101\n  name: [\n", r"broken\.yml:\d+:\d+: is not YAML"),
        (
            "- code: X101\n  name: x\n  check: event_after_publication\n  severity: grave\n",
            r"broken\.yml:4:\d+: .*grave",
        ),
    ],
)
def test_a_broken_rule_file_is_named_with_line_and_column(run, tmp_path: Path, rule: str, expected: str) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    pack = tmp_path / "pack" / "checks"
    pack.mkdir(parents=True)
    (pack / "broken.yml").write_text(rule)
    code, out, err = run("a.txt", "--rules", "pack")
    assert (code, out) == (2, "")
    assert re.search(expected, err)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty"), (b"%PDF-1.7\n\x00\x01", "PDF|binary"), (b"a\x00b" * 100, "binary"), (b" \r\n\t ", "empty")],
)
def test_a_single_unreadable_article_is_a_finding_and_the_others_are_checked(
    run, tmp_path: Path, data: bytes, reason: str
) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.txt").write_bytes(data)
    code, out, _ = run(".", "--format", "text")
    assert code == 0
    assert "A105" in out
    assert re.search(reason, out)
    assert run(".", "--strict")[0] == 2
    assert run("b.txt")[0] == 2


def test_a_file_of_50_megabytes_is_not_read(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(50_000_000)
    code, out, _ = run(".", "--format", "text")
    assert code == 0
    assert re.search(r"A105.*larger than 20 MB", out)


def test_the_size_limit_can_be_set(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.txt").write_text(GOOD * 100)
    assert "A105" in run(".", "--max-size", "1kB", "--format", "text")[1]
    assert run(".", "--max-size", "plenty")[0] == 2


@pytest.mark.parametrize("format_", ["table", "text", "json"])
@pytest.mark.parametrize("command", ["check", "mentions", "claims", "pairs"])
def test_nothing_of_an_article_reaches_the_terminal_raw(run, tmp_path: Path, command: str, format_: str) -> None:
    if command != "check" and format_ == "text":
        format_ = "table"
    hostile = (
        "date 2025-03-03 On March 6 the \x1b[31mministers\x1b[0m \x1b]8;;http://x\x07met\x1b]8;;\x07 in Riga\u202e. "
        "“We will buy 20 \x9b2Jbuses in the spring of next year,” Anna \x1b[2JBerg said."
    )
    (tmp_path / "a\x1b[31m.txt").write_text(hostile)
    (tmp_path / "b.txt").write_text(hostile.replace("20", "200"))
    _, out, err = run(command, ".", "--format", format_)
    assert out
    assert CONTROL.search(out) is None
    assert CONTROL.search(err) is None


def test_hostile_lines_end_in_time(run, tmp_path: Path) -> None:
    for number, piece in enumerate(["(", "$", "9", "January ", '"', "A.", "1 1 ", "Aa of "]):
        (tmp_path / f"{number}.txt").write_text("date 2025-03-03 " + piece * (10_000 // len(piece)))
    assert run(".")[0] in (0, 1)
