"""The gate as a newsroom meets it: a repository of articles, a new one that contradicts an old one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
Git = Callable[..., str]

OLD = "date 2025-03-06 President Rosa Quispe signed the border treaty in Lima on 4 March 2025.\n"
NEW = "date 2025-03-08 A treaty for Peru\n\nPresident Rosa Quispe signed the border treaty in Lima on 2 March 2025.\n"
FAULTY = "date 2025-03-06 The ministers met in Riga on March 9.\n"


@pytest.fixture
def newsroom(run: Run, git: Git, tmp_path: Path) -> Path:
    """Return a repository, as the working directory, with an old article, and one with an old fault of its own."""
    for name, text in (("earlier/treaty.txt", OLD), ("earlier/riga.txt", FAULTY)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "factcheck.toml").write_text("")
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "The archive")
    return tmp_path


@pytest.fixture
def contradicted(newsroom: Path) -> Path:
    """Return the repository with a new article that gives another date than the archive."""
    (newsroom / "news").mkdir()
    (newsroom / "news" / "peru.txt").write_text(NEW)
    return newsroom


def findings(out: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(out)["findings"]
    return [finding for finding in found if finding["severity"] != "note"]


def test_only_what_is_new_stops_the_gate_and_both_places_are_named(run: Run, contradicted: Path) -> None:
    assert run("earlier")[0] == 1, "the archive has a fault of its own"
    assert run("earlier", "--changed")[0] == 0
    code, out, err = run(".", "--changed", "--format", "text")
    assert (code, err) == (1, "")
    assert "error D201 event-date-conflict" in out
    assert "2 March 2025 here, 4 March 2025 there" in out
    assert "  news/peru.txt:3:59\n" in out
    assert "  conflicts with earlier/treaty.txt:1:75\n" in out
    assert "D101" not in out
    assert "findings of articles that are not new (1)" in out


def test_the_new_side_is_primary_and_the_fingerprint_is_the_same(run: Run, contradicted: Path) -> None:
    everything = findings(run(".", "--format", "json")[1])
    (new,) = findings(run(".", "--changed", "--format", "json")[1])
    (same,) = [finding for finding in everything if finding["rule"] == "D201"]
    assert new["primary"]["path"] == same["related"][0]["path"] == "news/peru.txt"
    assert same["primary"]["path"] == new["related"][0]["path"] == "earlier/treaty.txt"
    assert new["fingerprint"] == same["fingerprint"]


def test_after_the_commit_it_is_new_since_an_older_one(run: Run, git: Git, contradicted: Path) -> None:
    git("add", ".")
    git("commit", "-q", "-m", "Peru")
    assert run(".", "--changed")[0] == 0
    assert run(".", "--since", "main~1")[0] == 1
    assert run(".", "--since", "main~1", "--changed")[0] == 1
    assert run(".", "--since", "HEAD")[0] == 0


def test_an_ignore_entry_opens_the_gate_until_its_last_day(run: Run, contradicted: Path) -> None:
    ignores = contradicted / "factcheck-ignore.toml"
    ignores.write_text(
        '[[ignore]]\nrule = "D201"\npath = "earlier/*"\nmatch = "4 March 2025"\nreason = "the old one is wrong"\n'
        "until = 2025-03-31\n"
    )
    code, out, err = run(".", "--changed", "--today", "2025-03-31")
    assert (code, err) == (0, "")
    assert "1 finding suppressed: 1 by factcheck-ignore.toml" in out
    code, out, err = run(".", "--changed", "--today", "2025-04-01")
    assert code == 1
    assert err.startswith("factcheck: warning: factcheck-ignore.toml:1: this entry ended on 2025-03-31")
    assert run(".", "--changed", "--today", "2025-04-01", "--quiet")[2] == ""
    assert run(".", "--changed", "--no-config")[0] == 1
    assert run(".", "--changed", "--no-config", "--ignore-file", ignores.name, "--today", "2025-03-01")[0] == 0


def test_the_day_comes_from_the_environment_or_the_clock(
    run: Run, contradicted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ignores = contradicted / "factcheck-ignore.toml"
    entry = '[[ignore]]\nrule = "D201"\npath = "earlier/*"\nreason = "old"\n'
    ignores.write_text(f"{entry}until = 2025-03-31\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1743465599")  # 2025-03-31T23:59:59Z
    assert run(".", "--changed")[0] == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1743465600")
    assert run(".", "--changed")[0] == 1
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert run(".", "--changed")[0] == 2
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert run(".", "--changed")[0] == 1  # by the system's own date, which is later
    ignores.unlink()
    code, _, err = run(".", "--changed", "--today", "tomorrow")
    assert (code, "'tomorrow' is no date such as 2026-12-31" in err) == (2, True)


def test_no_clock_is_read_without_a_last_day(run: Run, contradicted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> None:
        raise AssertionError("the clock was read")

    monkeypatch.setattr("factcheck.cli.gate._system_date", read)
    (contradicted / "factcheck-ignore.toml").write_text(
        '[[ignore]]\nrule = "D201"\npath = "earlier/*"\nreason = "old"\n'
    )
    assert run(".", "--changed")[0] == 0


def test_a_baseline_opens_the_gate_from_any_working_directory(
    run: Run, contradicted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(contradicted / "earlier")
    code, out, _ = run("baseline", "create", "..")
    assert code == 0
    assert out.startswith("../factcheck-baseline.json: ")
    assert 'baseline = "factcheck-baseline.json" in factcheck.toml' in out
    monkeypatch.chdir(contradicted)
    assert run(".")[0] == 1
    code, out, err = run(".", "--baseline", "factcheck-baseline.json")
    assert (code, err) == (0, "")
    assert "suppressed: " in out
    (contradicted / "factcheck.toml").write_text('baseline = "factcheck-baseline.json"\n')
    assert run(str(contradicted))[0] == 0
    monkeypatch.chdir(contradicted / "news")
    code, out, _ = run("../earlier", ".", "--changed", "--format", "json")
    assert code == 0
    suppressed = json.loads(out)["suppressed"]
    assert {(one["rule"], one["by"]) for one in suppressed} >= {("D201", "baseline")}
    assert all(one["place"].startswith("../factcheck-baseline.json:") for one in suppressed)


def test_a_baseline_is_written_once_and_kept_up_to_date(run: Run, newsroom: Path) -> None:
    file = newsroom / "factcheck-baseline.json"
    assert run("baseline", "update")[0] == 2
    assert run("baseline", "create")[0] == 0
    first = file.read_text()
    code, _, err = run("baseline", "create")
    assert (code, "factcheck-baseline.json: is there already" in err) == (2, True)
    assert run("baseline", "create", "--force")[0] == 0
    assert run("baseline", "update")[1] == "factcheck-baseline.json: 1 finding; 0 added, 0 removed\n"
    assert file.read_text() == first
    (newsroom / "earlier" / "oslo.txt").write_text(FAULTY.replace("Riga", "Oslo"))
    assert run("baseline", "update", "earlier/oslo.txt")[1].endswith("2 findings; 1 added, 0 removed\n")
    assert set(first.splitlines()[2:3]) < {line.rstrip(",") for line in file.read_text().splitlines()}
    (newsroom / "earlier" / "oslo.txt").unlink()
    code, _, err = run("earlier", "--baseline", file.name)
    assert (code, "D101 of earlier/oslo.txt:1 is found no more" in err) == (0, True)
    out = run("earlier", "--baseline", file.name, "--format", "json")[1]
    assert [line.partition(": ")[0] for line in json.loads(out)["summary"]["unused"]] == ["factcheck-baseline.json:3"]
    assert run("baseline", "prune")[1].endswith("1 finding; 1 removed\n")
    assert file.read_text() == first


def test_a_baseline_can_be_given_another_name_and_must_be_there(run: Run, newsroom: Path) -> None:
    assert run("baseline", "create", "--baseline", "known/faults.json")[0] == 2
    assert run("baseline", "create", "--baseline", "faults.json", "earlier")[0] == 0
    assert run("earlier", "--baseline", "faults.json")[0] == 0
    assert run("earlier", "--baseline", "other.json")[0] == 2
    assert not (newsroom / "factcheck-baseline.json").exists()


def test_what_can_not_be_asked_of_git_exits_2(
    run: Run, newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments, words in (
        ((".", "--since", "nowhere"), "'nowhere' is no commit of this repository"),
        ((".", "--since=--output=x"), "is no commit"),
    ):
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        assert words in err
    monkeypatch.setenv("PATH", "")
    assert "git is not found" in run(".", "--changed")[2]


def test_articles_outside_a_repository_exit_2(run: Run, git: Git, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OLD)
    code, _, err = run("a.txt", "--changed")
    assert code == 2
    assert "is in no git repository" in err
    assert "check others without them" in err


@pytest.mark.parametrize(
    "arguments", [("--baseline", "none.json"), ("--ignore-file", "none.toml"), ("--since", "none")]
)
def test_what_is_wrong_is_said_before_any_article_is_read(
    run: Run, newsroom: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    def check(*_: object, **__: object) -> None:
        raise AssertionError("an article was read")

    monkeypatch.setattr("factcheck.pipeline.check", check)
    code, _, err = run(".", *arguments)
    assert (code, "none" in err) == (2, True)
    if "--since" not in arguments:
        assert run("baseline", "update", *arguments)[0] == 2


def test_beside_an_archive_the_article_under_check_comes_first(run: Run, contradicted: Path) -> None:
    assert run("archive", "add", "earlier", "--archive", "all.db")[0] == 0
    (finding,) = findings(run("news", "--against", "all.db", "--format", "json")[1])
    assert finding["primary"]["path"] == "news/peru.txt"
    assert finding["message"] == "one event (signing), two dates: 2 March 2025 here, 4 March 2025 there"
    (new,) = findings(run("news", "--against", "all.db", "--changed", "--format", "json")[1])
    assert new == finding
    assert run("baseline", "create", "news", "--against", "all.db")[0] == 0
    assert run("news", "--against", "all.db", "--baseline", "factcheck-baseline.json")[0] == 0
    assert run("baseline", "prune", "news", "--against", "all.db")[1].endswith("; 0 removed\n")
