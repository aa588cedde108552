"""What docs/how-it-works.md says is so: its verdicts, keys, bounds and figures."""

import re
from pathlib import Path

from factcheck.compare import judge
from factcheck.domain import Verdict
from factcheck.pairing.keyed import MOST_CLAIMS
from factcheck.pairing.overlap import MOST_DAYS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-it-works.md").read_text(encoding="utf-8")


def _section(title: str) -> str:
    return PAGE.split(f"\n## {title}", 1)[1].split("\n## ", 1)[0]


def _first_cells(section: str) -> set[str]:
    rows = re.findall(r"^\| ((?:`[a-z]+`(?:, )?)+) \|", section, re.MULTILINE)
    return set(re.findall(r"`([a-z]+)`", " ".join(rows)))


def test_every_verdict_is_told() -> None:
    assert _first_cells(_section("Verdicts")) == set(Verdict)


def test_every_key_by_which_claims_are_compared_is_told() -> None:
    assert _first_cells(_section("Keys")) == {*judge.TWO_BY_TWO, *judge._TOGETHER}


def test_the_bounds_are_those_of_the_program() -> None:
    assert f"more than {MOST_CLAIMS} claims" in PAGE
    assert MOST_DAYS == 4
    assert " ".join(PAGE.split()).count("at most four days apart") == 2


def test_every_figure_of_accuracy_stands_in_the_readme_or_with_the_benchmarks() -> None:
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "benchmarks/README.md")]
    told = set(re.findall(r"\d[\d.,]*\d|\d", "\n".join(texts)))
    for figure in re.findall(r"\d[\d.,]*\d|\d", _section("How accurate it is")):
        assert figure in told, figure
