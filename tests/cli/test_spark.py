"""The options of Spark, as far as they can be seen without it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import options, spark
from factcheck.domain import Finding, Location, Result, Severity
from factcheck.pipeline import Settings

PLACE = Location("a.txt", "a.txt", 0, 1, 1, 1, 1, 2, "A", sentence="A", sentence_start=0)
FINDING = Finding("D101", "event-after-publication", None, Severity.ERROR, None, "says\u202e so", "fc1:1", PLACE)

Run = Callable[..., tuple[int, str, str]]


def test_the_engine_is_chosen_by_name(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen = []

    def check_on_spark(paths: tuple[Path, ...], settings: Settings, **given: str | None) -> Result:
        seen.append((paths, given))
        return Result((), (), (), (FINDING,))

    monkeypatch.setattr("factcheck.pipeline.check_on_spark", check_on_spark)
    (tmp_path / "a.txt").write_text("A")
    code, out, _ = run("a.txt", "--engine", "spark", "--master", "local[2]", "--work", "stages", "--format", "jsonl")
    assert code == 1
    assert seen == [((Path("a.txt"),), {"master": "local[2]", "work": "stages"})]
    assert out.splitlines()[0] == spark.as_json(FINDING)


def test_a_cluster_asks_no_archive(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A")
    code, _, said = run("a.txt", "--engine", "spark", "--against", "desk.db")
    assert code == 2
    assert "--engine spark and --against exclude each other" in said


def test_names_on_the_command_line_are_those_of_the_enums() -> None:
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    from factcheck.engines.spark.inputs import Input
    from factcheck.engines.spark.write import Written

    assert tuple(Input) == spark.INPUTS
    assert tuple(Written) == spark.WRITTEN
    assert options.ENGINES == ("local", "spark")
