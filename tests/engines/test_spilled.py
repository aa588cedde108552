"""A run of very many articles, whose claims are on disk: the same findings, pairs, stories and counts."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.archive.spilled import spilled
from factcheck.checks.context import is_context
from factcheck.checks.table import KNOWN_CHECKS
from factcheck.domain import Pair, Result, Role, Verdict
from factcheck.engines import reduce
from factcheck.engines.local import read_all
from factcheck.pairing import keyed
from factcheck.pairing.gathered import Gathered, Listed
from factcheck.pipeline import Settings, check, judged, sources
from factcheck.rulebook import load_rulebook

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(rulebook=load_rulebook(known_checks=KNOWN_CHECKS).with_all_rules(), root=ROOT)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return articles with conflicts between reports, copies, names spelled twice, and datelines without a year."""
    made = tmp_path_factory.mktemp("articles")
    for number, path in enumerate(sorted((ROOT / "tests" / "articles").rglob("*.txt"))):
        text = path.read_text(encoding="utf-8")
        (made / f"{number:02} {path.name}").write_text(text, encoding="utf-8")
        (made / f"{number:02}#copy {path.name}").write_text(text.replace("Monday", "Tuesday"), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def both(settings: Settings, folder: Path) -> tuple[Result, Result]:
    """Return the result of a run in memory, and of the same run with all claims on disk."""
    paths = [ROOT / "seeds", folder]
    return check(paths, settings), check(paths, replace(settings, most_in_memory=3))


def test_what_is_found_is_the_same(both: tuple[Result, Result]) -> None:
    memory, disk = both
    assert memory.findings == disk.findings
    assert memory.pairs == disk.pairs
    assert memory.stories == disk.stories
    assert memory.claims == disk.claims
    assert memory.left_out == disk.left_out
    assert {finding.rule for finding in memory.findings} >= {"A101", "A102", "D201"}


def test_articles_on_disk_are_told_in_brief(both: tuple[Result, Result]) -> None:
    memory, disk = both
    brief = [replace(record, values=frozenset(), names=frozenset(), profile=()) for record in memory.articles]
    assert list(disk.articles) == brief
    assert any(record.published and record.published.inferred_from for record in disk.articles)


@pytest.mark.parametrize("most", [3, 3000])
def test_pairs_that_are_not_shown_are_counted_and_change_no_finding(
    both: tuple[Result, Result], settings: Settings, folder: Path, most: int
) -> None:
    full, _ = both
    shown = frozenset({Verdict.UPDATE})
    short = check([ROOT / "seeds", folder], replace(settings, shown=shown, most_in_memory=most))
    assert short.findings == full.findings
    assert short.stories == full.stories
    assert short.verdicts == full.verdicts
    assert short.number_of_claims == len(full.claims)
    assert short.claims == ()
    assert short.pairs == tuple(pair for pair in full.pairs if pair.verdict in shown)


def test_keys_and_words_of_too_many_are_left_out_alike(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [readings for _, readings in read_all(sources([folder], settings).sources, settings.extractor())]
    monkeypatch.setattr(keyed, "MOST_CLAIMS", 3)
    monkeypatch.setattr("factcheck.archive.spilled.MOST_CLAIMS", 3)
    monkeypatch.setattr("factcheck.pairing.overlap.MOST_ARTICLES", 3)
    memory = judged(Listed(reading for of_file in found for reading in of_file or ()), settings)
    with spilled() as held:
        held.add(reading for of_file in found for reading in of_file or ())
        disk = judged(held, settings)
    assert memory.left_out["keys shared by too many claims"] > 0
    assert memory.left_out == disk.left_out
    assert memory.findings == disk.findings


def test_no_more_of_the_claims_are_held_than_a_bound(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reduce asks for an article's claims by its id, never for those of all at once."""
    asked: list[str] = []
    usual: Callable[..., reduce.Judged] = reduce.reduce

    def watched(gathered: Gathered, *rest: object) -> reduce.Judged:
        assert not isinstance(gathered.claims, dict)
        asked.extend(gathered.names)
        return usual(gathered, *rest)

    monkeypatch.setattr("factcheck.pipeline.reduce", watched)
    result = check([folder], replace(settings, most_in_memory=3, shown=frozenset()))
    assert len(asked) == len(result.articles)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[Pair]:
    """Return the list of the pairs that the next run holds."""
    pairs: list[Pair] = []
    usual: Callable[..., reduce.Judged] = reduce.reduce

    def watched(*arguments: object) -> reduce.Judged:
        judged = usual(*arguments)
        pairs[:] = judged.pairs
        return judged

    monkeypatch.setattr("factcheck.pipeline.reduce", watched)
    return pairs


def test_of_context_a_run_on_disk_holds_that_of_what_is_found(
    settings: Settings, folder: Path, held: list[Pair]
) -> None:
    short = replace(settings, shown=frozenset())
    check([ROOT / "seeds", folder], short)
    in_memory = {pair.id for pair in held if is_context(pair)}
    found = check([ROOT / "seeds", folder], replace(short, most_in_memory=3)).findings
    on_disk = {pair.id for pair in held if is_context(pair)}
    assert on_disk < in_memory
    assert any(
        related.role is Role.CONTEXT for finding in found if finding.rule == "D101" for related in finding.related
    )


@pytest.mark.parametrize(("rules", "are_held"), [(("N204",), True), (("N201",), False)])
def test_pairs_for_one_check_are_held_where_it_runs(
    settings: Settings, tmp_path: Path, held: list[Pair], rules: tuple[str, ...], are_held: bool
) -> None:
    for day, toll in ((4, "twelve"), (5, "nine")):
        lead = f"A bus fell into the river near Ostry on Tuesday and {toll} people were killed, police said."
        text = f"date 2025-03-0{day} Bus falls into river near Ostry\n\n{lead}"
        (tmp_path / f"{day}.txt").write_text(text, encoding="utf-8")
    chosen = replace(settings, rulebook=load_rulebook(known_checks=KNOWN_CHECKS, select=rules))
    result = check([tmp_path], replace(chosen, shown=frozenset()))
    assert ("falls" in {pair.variant for pair in held}) is are_held
    assert ("N204" in {finding.rule for finding in result.findings}) is are_held
