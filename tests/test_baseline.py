"""The baseline: what it knows, what is stale in it, and how it is written and read."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from factcheck.baseline import Baseline, entries_of, pruned, read_baseline, stale_entries, updated, without_known
from factcheck.domain import ArticleRecord, Finding, Location, Related, Result, Role, Severity, Suppressed
from factcheck.errors import ConfigError
from factcheck.reports.baseline import render_baseline
from factcheck.rulebook import Rulebook, load_rulebook

SCHEMA = Path(__file__).parents[1] / "docs" / "schema" / "baseline.json"


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(ignore=["N201"])


def place(path: str, line: int) -> Location:
    return Location(path, path, 0, 1, line, 1, line, 2, "A")


def finding(root: Path, fingerprint: str, *names: str, rule: str = "D201", line: int = 3) -> Finding:
    first, *others = [place(name if "://" in name else str(root / name), line) for name in names]
    related = tuple(Related(Role.CONFLICTS, other) for other in others)
    return Finding(rule, "a-name", None, Severity.ERROR, None, "x", f"fc1:{fingerprint}", first, related)


def result_of(root: Path, names: Sequence[str], *findings: Finding, unread: Sequence[str] = ()) -> Result:
    records = (
        ArticleRecord(str(root / name), str(root / name), fault="is empty" if name in unread else None)
        for name in names
    )
    return Result(tuple(records), (), (), findings)


def test_a_baseline_is_a_finding_a_line_in_the_order_of_articles(tmp_path: Path) -> None:
    findings = (finding(tmp_path, "2", "b/x.txt"), finding(tmp_path, "1", "b.txt", "a/y"))
    written = render_baseline(entries_of(findings, tmp_path))
    assert written.splitlines() == [
        '{"schema_version": 1,',
        '"findings": [',
        '{"fingerprint": "fc1:1", "rule": "D201", "place": "b.txt:3", "articles": ["a/y", "b.txt"], "message": "x"},',
        '{"fingerprint": "fc1:2", "rule": "D201", "place": "b/x.txt:3", "articles": ["b/x.txt"], "message": "x"}',
        "]}",
    ]
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(json.loads(written))
    assert render_baseline(entries_of(findings[::-1], tmp_path)) == written


def test_a_hostile_message_stays_on_its_line(tmp_path: Path) -> None:
    hostile = replace(finding(tmp_path, "1", "a.txt"), message='x",\u2028\x1b[2J\n{"fingerprint": "fc1:9"}\u202e')
    written = render_baseline(entries_of([hostile], tmp_path))
    assert len(written.splitlines()) == 4
    assert not any(char in written for char in "\x1b\u202e\u2028")
    file = tmp_path / "b.json"
    file.write_text(written, encoding="utf-8")
    assert read_baseline(file, shown="b.json").place("fc1:1") == "b.json:3"
    assert read_baseline(file, shown="b.json").entries[0].message == hostile.message


def baseline_of(root: Path, *findings: Finding) -> Baseline:
    file = root / "b.json"
    file.write_text(render_baseline(entries_of(findings, root)), encoding="utf-8")
    return read_baseline(file, shown="b.json")


def test_what_is_known_is_suppressed_and_nothing_else(tmp_path: Path, rulebook: Rulebook) -> None:
    known, new = finding(tmp_path, "1", "a.txt"), finding(tmp_path, "2", "a.txt")
    baseline = baseline_of(tmp_path, known)
    moved = replace(known, primary=place(str(tmp_path / "a.txt"), 40), message="worded anew")
    result = without_known(result_of(tmp_path, ["a.txt"], moved, new), baseline, rulebook=rulebook, root=tmp_path)
    assert result.findings == (new,)
    assert result.suppressed == (Suppressed(moved, by="baseline", place="b.json:3"),)
    assert result.unused == ()


def test_what_is_found_no_more_is_stale(tmp_path: Path, rulebook: Rulebook) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("")
    gone = finding(tmp_path, "2", "a.txt", "b.txt")
    baseline = baseline_of(tmp_path, finding(tmp_path, "1", "a.txt"), gone)
    run = result_of(tmp_path, ["a.txt", "b.txt"], finding(tmp_path, "1", "a.txt"))
    result = without_known(run, baseline, rulebook=rulebook, root=tmp_path)
    assert result.unused == ("b.json:4: D201 of a.txt:3 is found no more: `factcheck baseline prune` removes it",)
    elsewhere = replace(run, findings=(*run.findings,), suppressed=(Suppressed(gone, by="ignore"),))
    assert without_known(elsewhere, baseline, rulebook=rulebook, root=tmp_path).unused == ()


def test_what_a_run_did_not_look_at_is_not_stale(tmp_path: Path, rulebook: Rulebook) -> None:
    for name in ("a.txt", "b.txt", "empty.txt"):
        (tmp_path / name).write_text("")
    baseline = baseline_of(
        tmp_path,
        finding(tmp_path, "1", "a.txt", "b.txt"),
        finding(tmp_path, "2", "a.txt", rule="N201"),
        finding(tmp_path, "3", "empty.txt"),
        finding(tmp_path, "4", "wire://x#1"),
        finding(tmp_path, "5", "a.txt", rule="Z999"),
        finding(tmp_path, "6", "a.txt", "deleted.txt#2"),
    )
    run = result_of(tmp_path, ["a.txt", "empty.txt"], unread=["empty.txt"])
    stale = stale_entries(baseline, run, rulebook=rulebook, root=tmp_path)
    assert sorted(entry.fingerprint for entry in stale) == ["fc1:5", "fc1:6"]


def test_update_and_prune_leave_what_stays_as_it_was(tmp_path: Path, rulebook: Rulebook) -> None:
    baseline = baseline_of(tmp_path, finding(tmp_path, "1", "a.txt"), finding(tmp_path, "2", "a.txt"))
    run = result_of(
        tmp_path, ["a.txt"], finding(tmp_path, "1", "a.txt", line=9), finding(tmp_path, "3", "a.txt", line=9)
    )
    stale = stale_entries(baseline, run, rulebook=rulebook, root=tmp_path)
    kept = pruned(baseline, stale)
    assert [(entry.fingerprint, entry.place) for entry in kept] == [("fc1:1", "a.txt:3")]
    new = updated(baseline, stale, run.findings, tmp_path)
    assert [(entry.fingerprint, entry.place) for entry in new] == [("fc1:1", "a.txt:3"), ("fc1:3", "a.txt:9")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"schema_version": 1,\n"findings": [\n<<<<<<< ours\n]}', "b.json:3: is no baseline"),
        ('{"schema_version": 2, "findings": []}', "has schema version 2, not 1"),
        ('{"schema_version": 1}', "missing required field `findings`"),
        ('{"schema_version": 1, "findings": [{"fingerprint": "fc1:1"}]}', "$.findings[0]"),
        ("", "is no baseline"),
        ("\udcff", "is no baseline"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "b.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ConfigError) as caught:
        read_baseline(file, shown="b.json")
    assert words in str(caught.value)


def test_a_missing_baseline_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no such baseline") as caught:
        read_baseline(tmp_path / "b.json", shown="b.json")
    assert "factcheck baseline create" in str(caught.value)
