"""Reference facts on the command line: `--facts`, the key `facts`, `factcheck facts`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import main

Run = Callable[..., tuple[int, str, str]]

FACTS = "offices:\n  - {office: governor, of: Khabarovsk Krai, holder: Pyotr Lisin, from: 2024-09-20}\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function from arguments to exit code, stdout and stderr, in a folder with an article and its facts."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "FACTCHECK_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    Path("a.txt").write_text(
        "date 2025-03-03\nKhabarovsk Krai Governor Anton Rybin opened a bridge.\n", encoding="utf-8"
    )
    Path("facts.yml").write_text(FACTS, encoding="utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def test_facts_of_the_command_line(run: Run) -> None:
    assert run("a.txt", "-q") == (0, "", "")
    code, out, _ = run("a.txt", "--facts", "facts.yml", "--format", "json")
    (finding,) = json.loads(out)["findings"]
    assert (code, finding["rule"]) == (1, "F101")
    assert (finding["related"][0]["path"], finding["related"][0]["line"]) == ("facts.yml", 2)
    code, out, _ = run("a.txt", "--facts", "facts.yml", "--format", "text")
    assert "  conflicts with facts.yml:2:53\n" in out
    assert "holder: Pyotr Lisin" in out


def test_facts_of_the_configuration_are_relative_to_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    Path("facts.yml").rename("desk/facts.yml")
    Path("factcheck.toml").write_text('facts = ["desk/facts.yml"]\n', encoding="utf-8")
    assert run("a.txt")[0] == 1
    assert run("a.txt", "--ignore", "F")[0] == 0


def test_a_faulty_file_of_facts_ends_the_run(run: Run) -> None:
    Path("facts.yml").write_text(FACTS.replace("governor", "govenor"), encoding="utf-8")
    code, out, err = run("a.txt", "--facts", "facts.yml")
    assert (code, out) == (2, "")
    assert err.startswith("factcheck: error: facts.yml:2:14: there is no office 'govenor'")


def test_facts_check(run: Run) -> None:
    assert run("facts", "check", "facts.yml") == (0, "1 fact, 0 faults\n", "")
    Path("more.yml").write_text("names: [{nam: \x1b}]".replace("\x1b", "x"), encoding="utf-8")
    code, out, err = run("facts", "check", "facts.yml", "more.yml")
    assert (code, err) == (1, "")
    assert out == "more.yml:1:10: Object contains unknown field `nam` (did you mean name?)\n1 fact, 1 fault\n"
    assert run("facts", "check", "none.yml")[0] == 2


def test_facts_check_shows_nothing_that_steers_a_terminal(run: Run) -> None:
    Path("facts.yml").write_text('names: [{name: Ingrid, "\\e[31m": 5}]', encoding="utf-8")
    code, out, _ = run("facts", "check", "facts.yml")
    assert code == 1
    assert "\x1b" not in out


def test_facts_from_wikidata(run: Run) -> None:
    row = {"office": "governor", "of": "Khabarovsk Krai", "holder": "Pyotr Lisin", "from": "2024-09-20"}
    bindings = [{name: {"value": value} for name, value in row.items()}, {"office": {"value": "governor"}}]
    Path("result.json").write_text(json.dumps({"results": {"bindings": bindings}}), encoding="utf-8")
    code, out, err = run("facts", "from-wikidata", "result.json")
    assert (code, err) == (0, "factcheck: left out: 1 row, no of\n")
    assert out == 'offices:\n  - {office: "governor", of: "Khabarovsk Krai", holder: "Pyotr Lisin", from: 2024-09-20}\n'


def test_an_example_is_explained_with_its_facts(run: Run) -> None:
    code, out, _ = run("explain", "F102")
    assert code == 0
    assert "\n  with the facts names: [{name: Ingrid Halvorsen" in out


def test_help_names_the_commands(run: Run) -> None:
    code, out, _ = run("facts", "--help")
    assert code == 0
    assert "check" in out
    assert "from-wikidata" in out
    assert "--facts FILE" in run("--help")[1]
