"""The answer depends on the articles alone: not on the order in which they are named, nor on how often."""

import json
from pathlib import Path

import pytest

from factcheck.cli import main

SEEDS = sorted(str(path) for path in (Path(__file__).parent.parent / "seeds").iterdir())


def output(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    main([*arguments, "--format", "json"])
    return capsys.readouterr().out


def test_the_order_of_the_input_does_not_count(capsys: pytest.CaptureFixture[str]) -> None:
    usual = output(SEEDS, capsys)
    assert output(SEEDS[::-1], capsys) == usual
    assert output([*SEEDS[2:], *SEEDS], capsys) == usual


def test_an_articles_claims_do_not_depend_on_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    every = json.loads(output(["claims", *SEEDS], capsys))["claims"]
    alone = [claim for path in SEEDS for claim in json.loads(output(["claims", path], capsys))["claims"]]
    assert alone == every
