"""Articles checked against an archive: what is found is what checking all of them together finds."""

import random
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.archive import archive as archive_module
from factcheck.archive.opening import opened, to_write
from factcheck.archive.writing import put
from factcheck.checks.table import RUN_CHECKS
from factcheck.domain import Finding, Location, Pair, Reading, Result
from factcheck.pairing import keyed, overlap
from factcheck.pairing.gathered import Listed
from factcheck.pipeline import Settings, judged

Program = Callable[..., tuple[int, str, str]]
SEED_004 = "seeds/004_70ac42c858c95d67.txt"


def against(fresh: Collection[str], readings: Mapping[str, Reading], archive: str, settings: Settings) -> Result:
    """Return the result of some of the articles, when all others are in an archive."""
    root = str(settings.root)
    with to_write(archive) as connection:
        for name, reading in readings.items():
            if name not in fresh:
                put(connection, archive, name, [reading], extractor="this", root="")
    with opened(archive, root=root, extractor="this") as kept:
        return judged(Listed(readings[name] for name in sorted(fresh)), replace(settings, against=kept))


def of_runs(settings: Settings) -> set[str]:
    return {rule.code for rule in settings.rulebook.running() if rule.check in RUN_CHECKS}


def findings_with(
    fresh: Collection[str], findings: Sequence[Finding], left_out: Collection[str]
) -> list[tuple[str, str, frozenset[Location]]]:
    """Return rule, fingerprint and places of the findings with a fresh side, which beside an archive comes first."""
    return sorted(
        (found.rule, found.fingerprint, frozenset({found.primary, *(one.place for one in found.related)}))
        for found in findings
        if found.rule not in left_out
        and not set(fresh).isdisjoint(
            {found.primary.article, *(one.place.article for one in found.related if one.role == "conflicts")}
        )
    )


def pairs_with(fresh: Collection[str], pairs: Sequence[Pair]) -> list[Pair]:
    return [pair for pair in pairs if {pair.a_place.article, pair.b_place.article} & set(fresh)]


def require_same(fresh: Collection[str], together: Result, beside: Result, settings: Settings) -> None:
    runs = of_runs(settings)
    assert pairs_with(fresh, together.pairs) == list(beside.pairs)
    assert findings_with(fresh, together.findings, runs) == findings_with(fresh, beside.findings, runs)
    dates = {record.id: record.published for record in together.articles}
    assert {record.id: record.published for record in beside.articles} == {name: dates[name] for name in fresh}


@pytest.fixture
def local(desk: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.chdir(desk)
    return replace(settings, root=desk)


@pytest.fixture
def undated(readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """Return the readings, a third of the generated ones without a date and some with one that lacks its year."""
    changed = dict(readings)
    for number, name in enumerate(sorted(name for name in readings if name.startswith("2019"))):
        record = readings[name].record
        assert record.published is not None
        if number % 3 == 0:
            changed[name] = replace(readings[name], record=replace(record, published=None, stated=()))
        elif number % 5 == 0:
            yearless = replace(record.published, value=f"XXXX-{record.published.value[5:]}", days=None)
            changed[name] = replace(readings[name], record=replace(record, published=yearless, stated=(yearless,)))
    return changed


def splits(names: Collection[str], number: int) -> Iterator[list[str]]:
    drawn = random.Random(number)
    for share in (1, len(names) // 8, len(names) // 2):
        yield sorted(drawn.sample(sorted(names), share))


@pytest.mark.parametrize("seed", [1, 2])
def test_it_finds_what_checking_all_together_finds(
    readings: Mapping[str, Reading], local: Settings, tmp_path: Path, seed: int
) -> None:
    together = judged(Listed(readings.values()), local)
    assert len([pair for pair in together.pairs if pair.a.place.article != pair.b.place.article]) > 20
    for number, fresh in enumerate(splits(readings, seed)):
        beside = against(fresh, readings, str(tmp_path / f"{number}.db"), local)
        require_same(fresh, together, beside, local)


@pytest.mark.parametrize("seed", [1])
def test_it_does_so_for_articles_without_a_date_or_a_year(
    undated: Mapping[str, Reading], local: Settings, tmp_path: Path, seed: int
) -> None:
    together = judged(Listed(undated.values()), local)
    assert any(record.published and record.published.basis == "inferred" for record in together.articles)
    for number, fresh in enumerate(splits(undated, seed)):
        require_same(fresh, together, against(fresh, undated, str(tmp_path / f"{number}.db"), local), local)


def test_a_year_is_inferred_from_what_is_kept_and_for_it(
    readings: Mapping[str, Reading], local: Settings, tmp_path: Path
) -> None:
    seeds = {name: reading for name, reading in readings.items() if name.startswith("seeds/")}
    others = seeds.keys() - {SEED_004}
    together = judged(Listed(seeds.values()), local)
    for number, fresh in enumerate([{SEED_004}, others, *({name} for name in sorted(others))]):
        require_same(fresh, together, against(fresh, seeds, str(tmp_path / f"{number}.db"), local), local)


@pytest.mark.parametrize("most", [1, 4])
def test_keys_and_words_that_are_too_frequent_are_so_in_an_archive_too(
    undated: Mapping[str, Reading], local: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    for module, name in (
        (keyed, "MOST_CLAIMS"),
        (overlap, "MOST_ARTICLES"),
        (archive_module, "MOST_CLAIMS"),
        (archive_module, "MOST_ARTICLES"),
    ):
        monkeypatch.setattr(module, name, most)
    together = judged(Listed(undated.values()), local)
    assert together.left_out["keys shared by too many claims"] > 0
    assert together.left_out["words shared by too many articles"] > 0
    for number, fresh in enumerate(splits(undated, most)):
        require_same(fresh, together, against(fresh, undated, str(tmp_path / f"{number}.db"), local), local)


def test_keys_that_are_too_frequent_in_an_archive_are_counted(
    readings: Mapping[str, Reading], local: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyed, "MOST_CLAIMS", 2)
    monkeypatch.setattr(archive_module, "MOST_CLAIMS", 2)
    fresh = next(name for name in sorted(readings) if name.startswith("2019"))
    alone = judged(Listed([readings[fresh]]), local)
    beside = against([fresh], readings, str(tmp_path / "desk.db"), local)
    frequent = "keys shared by too many claims"
    assert beside.left_out[frequent] > alone.left_out.get(frequent, 0)


def test_it_does_so_on_a_server(undated: Mapping[str, Reading], local: Settings, database: str) -> None:
    fresh = sorted(undated)[::3]
    together = judged(Listed(undated.values()), local)
    require_same(fresh, together, against(fresh, undated, database, local), local)


QUOTE = """date 2025-10-0{day} Council backs new buses

The council of Graz voted for new buses late on Thursday.

"By the end of next year we will buy {buses} electric buses and close the old depot," Mayor Elke Koren said.
"""


def test_it_works_from_another_folder_than_the_configurations(
    program: Program, tmp_path: Path, archive: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "factcheck.toml").write_text("")
    (tmp_path / "new").mkdir()
    (tmp_path / "buses.txt").write_text(QUOTE.format(day=2, buses=20))
    (tmp_path / "new" / "buses.txt").write_text(QUOTE.format(day=3, buses=200))
    assert program("archive", "add", "buses.txt", "--archive", archive)[0] == 0
    here = program("check", "new/buses.txt", "--against", archive, "--format", "text")
    assert (here[0], here[1].count("Q201")) == (1, 1)
    assert "buses.txt:5:" in here[1]
    monkeypatch.chdir(tmp_path / "new")
    there = program("check", "buses.txt", "--against", archive, "--format", "text")
    assert (there[0], there[1].count("Q201")) == (1, 1)
    assert "../buses.txt:5:" in there[1]
    together = program("check", "buses.txt", "../buses.txt", "--format", "text")
    assert together[1].splitlines()[:1] == there[1].splitlines()[:1]


def test_an_article_is_not_compared_with_itself(program: Program, tmp_path: Path, archive: str) -> None:
    (tmp_path / "buses.txt").write_text(QUOTE.format(day=2, buses=20))
    program("archive", "add", "buses.txt", "--archive", archive)
    code, out, _ = program("check", "buses.txt", "--against", archive, "--format", "json", "--show", "agree,rewording")
    assert (code, '"verdict": "agree"' in out) == (0, False)
    (tmp_path / "buses.txt").write_text(QUOTE.format(day=2, buses=200))  # a new version: its own old one is no report
    assert program("check", "buses.txt", "--against", archive)[0] == 0
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "buses.txt").write_text(
        QUOTE.format(day=2, buses=20)
    )  # the same bytes under the same last name
    code, out, _ = program("check", "new", "--against", archive, "--format", "json", "--show", "agree,rewording")
    assert (code, '"verdict": "agree"' in out) == (0, False)
    (tmp_path / "other.txt").write_text(QUOTE.format(day=2, buses=20))  # another outlet that prints the same
    code, out, _ = program("check", "other.txt", "--against", archive, "--format", "json", "--show", "agree,rewording")
    assert (code, '"verdict": "agree"' in out) == (0, True)


def test_an_article_whose_name_has_a_number_sign_is_not_compared_with_itself(
    program: Program, tmp_path: Path, archive: str
) -> None:
    (tmp_path / "a#b.txt").write_text(QUOTE.format(day=2, buses=20))
    program("archive", "add", "a#b.txt", "--archive", archive)
    (tmp_path / "a#b.txt").write_text(QUOTE.format(day=2, buses=200))
    assert program("check", "a#b.txt", "--against", archive)[0] == 0
    (tmp_path / "new.txt").write_text(QUOTE.format(day=3, buses=200))
    code, out, _ = program("check", "new.txt", "--against", archive, "--format", "text")
    assert code == 1
    assert "a#b.txt:5:" in out


def test_only_findings_with_a_new_article_on_a_side_are_told(program: Program, tmp_path: Path, archive: str) -> None:
    for number, buses in enumerate((20, 200, 20)):
        (tmp_path / f"{number}.txt").write_text(QUOTE.format(day=2 + number, buses=buses))
    program("archive", "add", "0.txt", "1.txt", "--archive", archive)
    code, out, _ = program("check", "2.txt", "--against", archive, "--format", "text")
    assert code == 1
    assert "0.txt" not in out
    assert "1.txt" in out
