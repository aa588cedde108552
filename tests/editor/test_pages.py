"""Diagnostics, hovers and quick fixes as values, from results to what an editor is sent."""

from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the extra lsp is not installed")

from dataclasses import replace

from lsprotocol import types

from factcheck.domain import Finding, Location, Related, Result, Role, Severity, Verdict
from factcheck.editor.actions import REASON, IgnoreFile, ignore_action, ignore_entry
from factcheck.editor.diagnostics import diagnostics, findings_in
from factcheck.editor.hover import escaped, hover
from factcheck.editor.positions import page
from factcheck.ignorefile import read_ignores
from factcheck.pipeline import Settings, check_texts
from factcheck.reports.layout import Layout
from factcheck.rulebook import load_rulebook
from factcheck.suppression import without_ignored

RULEBOOK = load_rulebook()
HOSTILE = "[x](http://e.example) <b>\x1b[31m `\u202e*_y"


def _place(text: str, *, path: str = "a.txt", line: int = 1, column: int = 1) -> Location:
    end = column + len(text)
    return Location(path, path, column - 1, end - 1, line, column, line, end, text, sentence=text)


def _finding(text: str = "May 4", **fields: object) -> Finding:
    plain = Finding(
        rule="D201",
        name="event-date-conflict",
        variant=None,
        severity=Severity.ERROR,
        verdict=Verdict.CONFLICT,
        message="two dates",
        fingerprint="fc1:0",
        primary=_place(text),
        related=(Related(Role.CONFLICTS, _place("May 5", path="b.txt", column=3)),),
    )
    return replace(plain, **fields)


def _uri(path: str) -> str:
    return f"file:///desk/{path}"


def _diagnostic(finding: Finding, **options: object) -> types.Diagnostic:
    pages = {"a.txt": page("May 4\r\n"), "b.txt": page("\U0001f58a May 5")}
    (found,) = diagnostics([finding], RULEBOOK.rules, page_of=pages.get, uri_of=_uri, **options)  # type: ignore[arg-type]
    return found


def test_a_diagnostic_has_both_sides() -> None:
    found = _diagnostic(_finding())
    assert (found.code, found.source, found.message) == ("D201", "factcheck", "two dates")
    assert found.data == {"fingerprint": "fc1:0"}
    assert found.code_description is None
    (other,) = found.related_information or ()
    assert other.location.uri == "file:///desk/b.txt"
    assert other.location.range == types.Range(types.Position(0, 3), types.Position(0, 8))
    assert other.message == "conflicts with: May 5"


def test_severities_are_the_editors() -> None:
    kinds = types.DiagnosticSeverity
    given = {Severity.ERROR: kinds.Error, Severity.WARNING: kinds.Warning, Severity.NOTE: kinds.Information}
    assert {one: _diagnostic(_finding(severity=one)).severity for one in Severity} == given


def test_a_rule_with_a_page_leads_there() -> None:
    rule = RULEBOOK.find("D201")
    url = "https://desk.example/d201"
    fields = {name: getattr(rule, name) for name in rule.__struct_fields__} | {"url": url}
    (found,) = diagnostics([_finding()], [type(rule)(**fields)], page_of=lambda _: None, uri_of=_uri)
    assert found.code_description == types.CodeDescription(href=url)


def test_without_related_information_the_message_names_the_other_place() -> None:
    found = _diagnostic(_finding(), without_related=Layout())
    assert found.related_information is None
    assert found.message == "two dates [conflicts with b.txt:1]"


def test_nothing_of_an_article_steers_an_editor() -> None:
    found = _diagnostic(_finding(message=HOSTILE, related=(Related(Role.CONTEXT, _place(HOSTILE)),)))
    for shown in (found.message, (found.related_information or ())[0].message):
        assert "\x1b" not in shown
        assert "\u202e" not in shown
    assert escaped(HOSTILE) == ("\\[x\\](http\\://e.example) \\<b\\>\\\\x1b\\[31m \\`\\\\u202e\\*\\_y")
    assert escaped("www.e.example &amp; a\nb") == "www\\.e.example \\&amp; a b"


def test_only_findings_of_the_document_are_its_diagnostics() -> None:
    here, there = _finding(), _finding(primary=_place("May 5", path="b.txt"))
    assert findings_in(Result((), (), (), (there, here)), "a.txt") == [here]


def test_a_hover_of_a_pair_and_of_a_claim(tmp_path: Path) -> None:
    say = "date 2025-05-0{0}\n\nMinister Kaarel Tamm signed the fishing accord in Riga on May {0}.\n"
    text, other = say.format(4), say.format(5)
    result = check_texts([text, other], Settings(rulebook=RULEBOOK, root=tmp_path))
    column = text.split("\n")[2].index("May")

    def at(line: int, character: int, *, markdown: bool = True) -> types.Hover | None:
        place = types.Position(line, character)
        return hover(result, "a.txt", place, page(text), uri_of=lambda path: f"file:///(x) {path}", markdown=markdown)

    shown = at(2, column + 1)
    assert shown is not None
    assert shown.range == types.Range(types.Position(2, column), types.Position(2, column + 5))
    assert isinstance(shown.contents, types.MarkupContent)
    first, second, *_ = shown.contents.value.split("\n")
    assert first == "- event signing · 2025-05-04 · kaarel tamm"
    assert second.startswith("- **conflict** [b.txt\\:3](file:///%28x%29%20b.txt#L3) “May 5”: 2025-05-04 and ")
    plain = at(2, column + 1, markdown=False)
    assert plain is not None
    assert isinstance(plain.contents, types.MarkupContent)
    assert "b.txt:3 “May 5”: " in plain.contents.value
    assert at(1, 0) is None


@pytest.mark.parametrize(
    "text",
    ["May 4", 'the "dead"\\end', "a\n  b", "\u202ex\U000e0041\x7f\x85", "word " * 60, "x" * 300, ""],
)
@pytest.mark.parametrize("path", ["a.txt", "news [1]/*?.txt"])
def test_an_entry_hides_its_finding(text: str, path: str, tmp_path: Path) -> None:
    finding = _finding(primary=_place(text, path=str(tmp_path / path)))
    file = tmp_path / "factcheck-ignore.toml"
    file.write_text(ignore_entry(finding, str(tmp_path)), encoding="utf-8")
    ignores = read_ignores(file, RULEBOOK, shown=file.name)
    assert [entry.reason for entry in ignores] == [REASON]
    result = Result((), (), (), (finding,))
    told = without_ignored(result, ignores, rulebook=RULEBOOK, root=tmp_path, today=None)
    assert (told.findings, len(told.suppressed)) == ((), 1)


def test_an_entry_of_a_text_that_is_no_file_yet_has_words_alone() -> None:
    entry = ignore_entry(_finding(), "", is_file=False)
    assert "path" not in entry
    assert 'match = "May 4"' in entry


def _edits(file: IgnoreFile) -> types.WorkspaceEdit:
    action = ignore_action(_finding(), _diagnostic(_finding()), "[[ignore]]\n", file)
    assert action.kind is types.CodeActionKind.QuickFix
    assert action.edit is not None
    return action.edit


@pytest.mark.parametrize(
    ("text", "lead", "line", "character"),
    [("", "", 0, 0), ("[[ignore]]\r\n", "\n", 1, 0), ("# \U0001f58a", "\n\n", 0, 4)],
)
def test_an_entry_goes_to_the_end_of_the_file(text: str, lead: str, line: int, character: int) -> None:
    (change,) = _edits(IgnoreFile("file:///i.toml", page(text), version=7)).document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document.version == 7
    (edit,) = change.edits
    assert isinstance(edit, types.TextEdit)
    assert edit.new_text == f"{lead}[[ignore]]\n"
    assert edit.range.start == edit.range.end == types.Position(line, character)


@pytest.mark.parametrize(("can_create", "kinds"), [(True, ["create", None]), (False, [None])])
def test_a_file_that_is_not_there_is_made_by_editors_that_can(can_create: bool, kinds: list[str | None]) -> None:
    edit = _edits(IgnoreFile("file:///i.toml", None, can_create=can_create))
    assert [getattr(change, "kind", None) for change in edit.document_changes or ()] == kinds
    (changes,) = (_edits(IgnoreFile("file:///i.toml", None, versioned=False)).changes or {}).values()
    assert [change.new_text for change in changes] == ["[[ignore]]\n"]
