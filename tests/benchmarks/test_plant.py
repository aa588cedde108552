"""Planted contradictions: each kind finds something to plant, its control differs, and places are where they say."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "tests" / "articles"
LEAD = """date 2025-03-03 Nine hurt as crane falls in harbour

A crane fell in the harbour of Odda on Sunday and nine dockers were hurt, the port said Monday.

"The crane was 30 years old and it was not inspected in the time that I have worked here," said Karin Aunevik, a docker.

Karin Aunevik, who saw it fall at 9:30 a.m., said the wind was strong. Aunevik was hurt. "I ran," Aunevik said.

The port was built in 1961 and has had no accident since 1994. It lies north of the town, near Bergen.

Ships from Poland, Latvia and Estonia were sent to other ports. Two of them left on March 1.
"""


@pytest.fixture(scope="module")
def planting() -> Iterator[ModuleType]:
    """Import the benchmark as its script does, with its own folder on the path."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    spec = importlib.util.spec_from_file_location("benchmarks_plant", ROOT / "benchmarks" / "plant.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path.remove(str(ROOT / "benchmarks"))


@pytest.fixture(scope="module")
def drafts(planting: ModuleType) -> list[object]:
    texts = [(path.name, path.read_text(encoding="utf-8")) for path in sorted(ARTICLES.rglob("*.txt"))]
    found: list[object] = planting.drafts_of([*texts, ("lead.txt", LEAD)])
    return found


@pytest.fixture(scope="module")
def plants(planting: ModuleType, drafts: list[object]) -> dict[str, list]:  # type: ignore[type-arg]
    codes = dict.fromkeys(kind.code for kind in planting.KINDS)
    return {code: planting.plants_of(code, drafts, each=12, seed=5) for code in codes}


def test_articles_in_another_language_are_left_out(drafts: list) -> None:  # type: ignore[type-arg]
    assert "spanish.txt" not in {draft.name for draft in drafts}


def test_every_check_has_plants(plants: dict[str, list]) -> None:  # type: ignore[type-arg]
    assert [code for code, found in plants.items() if not found] == []


def test_a_plant_differs_from_its_control_and_from_the_article(plants: dict[str, list]) -> None:  # type: ignore[type-arg]
    for plant in (plant for found in plants.values() for plant in found):
        assert plant.texts != plant.control
        assert plant.texts != plant.before
        assert len(plant.texts) == len(plant.control) == len(plant.before)


def test_places_are_within_their_texts_and_differ_from_the_control(plants: dict[str, list]) -> None:  # type: ignore[type-arg]
    for plant in (plant for found in plants.values() for plant in found):
        for place in plant.where:
            assert 0 <= place.start < place.end <= len(plant.texts[place.text])
        if len(plant.texts) == 2:
            first, second = (plant.texts[place.text][place.start : place.end] for place in plant.where)
            assert first != second
        elif plant.code != "P101":  # whose control has the planted spelling too
            (place,) = plant.where
            assert plant.texts[0][place.start : place.end] not in plant.control[0]


def test_the_same_seed_plants_the_same(planting: ModuleType, drafts: list[object], plants: dict[str, list]) -> None:  # type: ignore[type-arg]
    assert planting.plants_of("N101", drafts, each=12, seed=5) == plants["N101"]
    assert planting.plants_of("N101", drafts, each=12, seed=6) != plants["N101"]


def test_a_sentence_is_filled_without_braces(plants: dict[str, list]) -> None:  # type: ignore[type-arg]
    assert not [plant for found in plants.values() for plant in found if {"{", "}"} & set("".join(plant.texts))]


def test_the_wordings_of_a_kind_come_up_as_often(plants: dict[str, list]) -> None:  # type: ignore[type-arg]
    wordings = [plant.wording for plant in plants["N101"]]
    assert len(set(wordings)) == len(wordings)


def test_a_planted_weekday_is_found_and_its_control_is_clean(
    planting: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lead.txt").write_text(LEAD, encoding="utf-8")
    assert planting.main([str(tmp_path), "--check", "D103", "--each", "2", "--json"]) == 0
    shown = capsys.readouterr().out
    assert '"found": 2' in shown
    assert '"false": 0' in shown


def test_a_missed_bar_is_told_by_the_exit_code(
    planting: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lead.txt").write_text(LEAD, encoding="utf-8")
    monkeypatch.setattr(planting.Checker, "outcome", lambda _, plant: planting.Outcome(plant, False, (), ()))
    assert planting.main([str(tmp_path), "--check", "D103", "--each", "2"]) == 1
    assert "bars missed: D103" in capsys.readouterr().out


@pytest.mark.parametrize("listed", [["D104,D103"], ["D104", "D103"], ["D104,", "D103"]])
def test_checks_are_listed_with_commas_or_one_by_one(
    planting: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str], listed: list[str]
) -> None:
    (tmp_path / "lead.txt").write_text(LEAD, encoding="utf-8")
    assert planting.main([str(tmp_path), "--check", *listed, "--each", "1"]) == 0
    shown = capsys.readouterr().out
    assert "D103" in shown
    assert "D104" in shown
    assert "D105" not in shown


@pytest.mark.parametrize("listed", [["D1O1"], ["D101,D1O1"], ["D101", "D1O1"]])
def test_a_check_that_nothing_is_planted_for_is_refused(
    planting: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str], listed: list[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        planting.main([str(tmp_path), "--check", *listed])
    assert caught.value.code == 2
    assert "nothing is planted for D1O1" in capsys.readouterr().err
