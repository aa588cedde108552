"""A folder being written in: what one document is told is what a check of the whole folder says of it."""

from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the extra lsp is not installed")

from dataclasses import replace

from factcheck.checks.table import RUN_CHECKS
from factcheck.cli import main, options
from factcheck.cli.lsp import desk
from factcheck.domain import Finding, Result, Severity
from factcheck.editor.folder import Folder
from factcheck.editor.neighbours import neighbours
from factcheck.errors import ConfigError
from factcheck.findings import sides
from factcheck.pairing.gathered import Listed
from factcheck.pipeline import Settings, judged, sources
from factcheck.rulebook import load_rulebook

ROOT = Path(__file__).parent.parent.parent
SAY = "date 2025-05-0{0}\n\nMinister Kaarel Tamm signed the fishing accord in Riga on May {0}.\n"


def _folder(path: Path, *, most: int = 100) -> Folder:
    folder = Folder(path, partial(desk, options.Given()), most=most)
    folder.reopen()
    while folder.read_some(4):
        pass
    return folder


def _codes(result: Result) -> list[str]:
    return [finding.rule for finding in result.findings]


def _known(findings: Sequence[Finding], of_run: Collection[str]) -> list[tuple[str, Severity]]:
    """Return what findings are known by, without ordinals, which count all of a run, and checks of a run as a whole."""
    known = ((":".join(one.fingerprint.split(":")[:2]), one.severity) for one in findings if one.rule not in of_run)
    return sorted(known)


def test_one_document_beside_the_others_is_told_what_a_whole_folder_is() -> None:
    paths = [ROOT / "tests" / "articles", ROOT / "seeds"]
    settings = Settings(rulebook=load_rulebook(), root=ROOT)
    extractor = settings.extractor()
    readings = [one for source in sources(paths, settings).sources for one in extractor.readings(source) or ()]
    beside = neighbours(readings)
    of_run = {rule.code for rule in settings.rulebook.rules if rule.check in RUN_CHECKS}
    whole = judged(Listed(readings), settings)
    found = 0
    for reading in readings:
        name = reading.record.id
        alone = judged(Listed([reading]), replace(settings, against=beside))
        speaking = [one for one in whole.findings if name in {place.article for place in sides(one)}]
        assert _known(alone.findings, of_run) == _known(speaking, of_run)
        of_article = [pair for pair in whole.pairs if name in (pair.a_place.article, pair.b_place.article)]
        assert list(alone.pairs) == of_article
        found += len(alone.findings)
    assert found > 20


def test_a_draft_takes_the_place_of_its_file_and_of_links_to_it(tmp_path: Path) -> None:
    for name, day in (("a", 4), ("b", 5)):
        (tmp_path / f"{name}.txt").write_text(SAY.format(day), encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "b.txt")
    folder = _folder(tmp_path)
    path, other = str(tmp_path / "a.txt"), str(tmp_path / "link")
    assert _codes(folder.check(path, {path: SAY.format(4)})) == ["D201"]
    assert _codes(folder.check(path, {path: SAY.format(5)})) == []
    assert _codes(folder.check(path, {path: SAY.format(4), other: SAY.format(4)})) == []
    assert _codes(folder.check(path, {path: SAY.format(4)})) == ["D201"]


def test_only_so_many_articles_are_read(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(SAY.format(5), encoding="utf-8")
    folder = _folder(tmp_path, most=2)
    (said,) = folder.not_looked_at()
    assert said.startswith(f"{tmp_path}: 1 article too many to compare with")
    draft = str(tmp_path / "d.txt")
    result = folder.check(draft, {draft: SAY.format(4)})
    against = {finding.related[0].place.path for finding in result.findings if finding.rule == "D201"}
    assert against == {str(tmp_path / "a.txt"), str(tmp_path / "b.txt")}


def test_only_what_has_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(SAY.format(5), encoding="utf-8")
    folder = _folder(tmp_path)
    path = str(tmp_path / "a.txt")
    folder.check(path, {path: SAY.format(4)})
    read: list[str] = []
    monkeypatch.setattr("factcheck.engines.map.articles_in", lambda file: read.append(file.path) or ())
    folder.check(path, {path: SAY.format(4)})
    (tmp_path / "b.txt").write_text(SAY.format(3), encoding="utf-8")
    folder.reopen()
    folder.read_some(9)
    folder.check(path, {path: SAY.format(6)})
    assert read == [str(tmp_path / "b.txt"), path]


def test_with_an_archive_the_folder_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old").mkdir()
    Path("old/b.txt").write_text(SAY.format(5), encoding="utf-8")
    assert main(["archive", "add", "old", "--archive", "old.db"]) == 0
    Path("factcheck.toml").write_text('against = "old.db"\n', encoding="utf-8")
    folder = _folder(tmp_path)
    assert folder.is_read
    draft = str(tmp_path / "a.txt")
    (finding,) = folder.check(draft, {draft: SAY.format(4)}).findings
    assert (finding.rule, finding.primary.path) == ("D201", draft)
    assert list(folder.not_looked_at()) == []
    assert Path(finding.related[0].place.path).resolve() == (tmp_path / "old" / "b.txt").resolve()


def test_what_an_archive_leaves_out_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("b.txt").write_text(SAY.format(5), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("factcheck.engines.map.extractor_version", lambda *_: "another")
        assert main(["archive", "add", "b.txt", "--archive", "old.db"]) == 0
    Path("factcheck.toml").write_text('against = "old.db"\n', encoding="utf-8")
    folder = _folder(tmp_path)
    draft = str(tmp_path / "a.txt")
    assert _codes(folder.check(draft, {draft: SAY.format(4)})) == []
    (said,) = folder.not_looked_at()
    assert ": 1 file left out as out of date" in said


def test_a_faulty_configuration_leaves_all_as_it_was(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    before = folder.desk
    (tmp_path / "factcheck.toml").write_text("selekt = []\n", encoding="utf-8")
    with pytest.raises(ConfigError):
        folder.reopen()
    assert folder.desk is before
