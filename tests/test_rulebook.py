"""Rule packs: how they are read, what is said of a broken one, and which rules run."""

import importlib.metadata
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from factcheck.domain import Severity
from factcheck.errors import FactcheckError, RuleError, UsageError
from factcheck.rulebook import Rule, Rulebook, load_rulebook

OWN_RULE = """\
- code: X101
  name: desk-rule
  check: event_after_publication
  severity: warning
  message: "the desk wants {event} checked"
  summary: A rule of the desk.
"""

PLANNED_RULE = """\
- code: X201
  name: plan-of-the-desk
  status: planned
  summary: A rule that the desk will write.
"""

PackMaker = Callable[..., Path]


@pytest.fixture
def pack(tmp_path: Path) -> PackMaker:
    """Return a function that writes a pack with one rule file and returns its folder."""

    def write(text: str, *, name: str = "desk.yml", folder: str = "checks") -> Path:
        path = tmp_path / "pack" / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path / "pack"

    return write


def broken(folder: Path, *, checks: Sequence[str] | None = None) -> RuleError:
    with pytest.raises(RuleError) as caught:
        load_rulebook([folder], known_checks=checks)
    return caught.value


# Reading packs


def test_rules_are_sorted_by_code() -> None:
    codes = [rule.code for rule in load_rulebook().rules]
    assert codes == sorted(codes)
    assert len(codes) == len(set(codes)) > 50


@pytest.mark.parametrize("folder", ["checks", "."])
def test_a_pack_keeps_its_rules_in_checks_or_at_its_top(pack: PackMaker, folder: str) -> None:
    rulebook = load_rulebook([pack(OWN_RULE, folder=folder)])
    rule = rulebook.find("desk-rule")
    assert rule.severity is Severity.WARNING
    assert rulebook.is_enabled("X101")


def test_a_pack_adds_to_the_lexicon(tmp_path: Path) -> None:
    table = tmp_path / "lexicon" / "en" / "desk_words.tsv"
    table.parent.mkdir(parents=True)
    table.write_text("word\tsense\nledger\taccounts\n", encoding="utf-8")
    assert load_rulebook([tmp_path]).lexicon.table("desk_words") == ({"word": "ledger", "sense": "accounts"},)


def test_hidden_files_of_a_pack_are_left_alone(pack: PackMaker) -> None:
    folder = pack(OWN_RULE)
    pack("{", name=".desk.yml")
    assert load_rulebook([folder]).find("X101").name == "desk-rule"


def test_a_rulebook_can_be_sent_to_another_process(pack: PackMaker) -> None:
    rulebook = load_rulebook([pack(OWN_RULE)])
    assert pickle.loads(pickle.dumps(rulebook)) == rulebook


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no_pack: is not a folder of rules"):
        load_rulebook([tmp_path / "no_pack"])


def test_a_folder_without_rules_is_named(tmp_path: Path) -> None:
    assert "holds no rules" in str(broken(tmp_path))


# Broken rule files: path, line, column and what was expected


@pytest.mark.parametrize(
    ("change", "line", "column", "words"),
    [
        pytest.param(("- code: X101", "- code: ["), 3, 8, "is not YAML", id="bad-yaml"),
        pytest.param(("  summary:", "\tsummary:"), 6, 1, "is not YAML", id="tab"),
        pytest.param(("  summary:", "  name: twice\n  summary:"), 6, 3, "is not YAML", id="key-twice"),
        pytest.param(("  severity:", "  sevrity:"), 4, 3, "did you mean severity?", id="unknown-field"),
        pytest.param(("severity: warning", "severity: grave"), 4, 13, "error, warning or note", id="unknown-severity"),
        pytest.param(
            ("severity: warning", "severity: {near: grave}"), 4, 13, "error, warning or note", id="severity-of-variant"
        ),
        pytest.param(("name: desk-rule", "name: 12"), 2, 9, "Expected `str`, got `int`", id="wrong-type"),
        pytest.param(("code: X101", "code: x1"), 1, 9, "Expected `str` matching regex", id="bad-code"),
        pytest.param(("  summary:", "  url: desk.example\n  summary:"), 6, 8, "Expected `str` matching", id="bad-url"),
        pytest.param(("  check: event_after_publication\n", ""), 1, 3, "lacks the field `check`", id="no-check"),
        pytest.param(("  severity: warning\n", ""), 1, 3, "lacks the field `severity`", id="no-severity"),
        pytest.param(("  message:", "  why:"), 1, 3, "lacks the field `message`", id="no-message"),
        pytest.param(
            ("  summary: A rule of the desk.\n", ""), 1, 3, "missing required field `summary`", id="no-summary"
        ),
        pytest.param(("{event}", "{event.days}"), 1, 3, "{event.days} is not a plain name", id="attribute-in-message"),
        pytest.param(("{event}", "{event[0]}"), 1, 3, "is not a plain name", id="index-in-message"),
        pytest.param(("{event}", "{event!r}"), 1, 3, "is not a plain name", id="conversion-in-message"),
        pytest.param(("{event}", "{event:>9999}"), 1, 3, "is not a plain name", id="format-in-message"),
        pytest.param(("{event}", "{}"), 1, 3, "is not a plain name", id="position-in-message"),
        pytest.param(("{event}", "{event"), 1, 3, "expected '}'", id="open-brace"),
    ],
)
def test_a_broken_rule_file_is_named_by_line_and_column(
    pack: PackMaker, change: tuple[str, str], line: int, column: int, words: str
) -> None:
    text = OWN_RULE.replace(*change)
    assert text != OWN_RULE
    error = broken(pack(text))
    assert error.path is not None
    assert error.path.endswith("desk.yml")
    assert (error.line, error.column) == (line, column)
    assert words in str(error)


@pytest.mark.parametrize(
    ("examples", "words"),
    [
        ("[{articles: [], expect: []}]", "length >= 1"),
        ("[{articles: [a text]}]", "missing required field `expect`"),
        ("[{articles: [a text], expects: []}]", "did you mean expect?"),
        ("[{articles: [a text], expect: [{primary: text, related: 3}]}]", "got `int`"),
        ("[{articles: [a text], expect: [{primary: text, severity: high}]}]", "error, warning or note"),
    ],
)
def test_a_broken_example_is_named(pack: PackMaker, examples: str, words: str) -> None:
    error = broken(pack(f"{OWN_RULE}  examples: {examples}\n"))
    assert error.line == 7
    assert words in str(error)


def test_an_empty_rule_file_says_what_is_expected(pack: PackMaker) -> None:
    assert str(broken(pack("# nothing yet\n"))).endswith(
        "desk.yml:1:1: is empty (a rule file is a list of rules: - code: ...)"
    )


def test_a_rule_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "desk.yml").write_bytes("summary: café".encode("latin-1"))
    assert "is not UTF-8 text" in str(broken(tmp_path))


def test_messages_and_severities_have_the_same_variants(pack: PackMaker) -> None:
    text = OWN_RULE.replace("severity: warning", "severity: {near: note, far: error}")
    text = text.replace('message: "the desk wants {event} checked"', "message: {near: close, away: apart}")
    assert "severities for far, near and messages for away, near" in str(broken(pack(text)))


def test_an_example_can_only_expect_a_variant_of_its_rule(pack: PackMaker) -> None:
    text = OWN_RULE.replace("severity: warning", "severity: {near: note, far: error}")
    text += "  examples: [{articles: [a text], expect: [{primary: text, variant: nearer}]}]\n"
    assert "expects the variant 'nearer'; there are far, near" in str(broken(pack(text)))


def test_a_planned_rule_names_no_check(pack: PackMaker) -> None:
    assert "can't name a check" in str(broken(pack(OWN_RULE + "  status: planned\n")))


@pytest.mark.parametrize(
    ("field", "old", "taken"),
    [("code", "X101", "D101"), ("name", "desk-rule", "event-after-publication")],
)
def test_a_rule_of_a_pack_can_not_take_the_place_of_another(pack: PackMaker, field: str, old: str, taken: str) -> None:
    error = broken(pack(OWN_RULE.replace(old, taken)))
    assert f"{field} {taken} is taken by " in error.message
    assert "dates.yml:" in error.message
    assert error.path is not None
    assert error.path.endswith("desk.yml")
    assert error.line == {"code": 1, "name": 2}[field]


def test_a_code_that_stands_twice_in_one_file_is_named(pack: PackMaker) -> None:
    error = broken(pack(OWN_RULE + OWN_RULE.replace("desk-rule", "other-rule")))
    assert (error.line, error.column) == (7, 9)
    assert "desk.yml:1" in error.message


def test_an_unknown_check_is_named_with_the_nearest_one(pack: PackMaker) -> None:
    known = [rule.check for rule in load_rulebook().rules if rule.check]
    text = OWN_RULE.replace("event_after_publication", "event_after_publicaton")
    error = broken(pack(text), checks=known)
    assert (error.line, error.column) == (3, 10)
    assert str(error).endswith("there is no check event_after_publicaton (did you mean event_after_publication?)")


# Selection


def enabled(rulebook: Rulebook) -> list[str]:
    return sorted(rulebook.enabled)


def test_by_default_all_stable_rules_run_and_no_planned_one() -> None:
    rulebook = load_rulebook()
    assert enabled(rulebook) == [
        rule.code for rule in rulebook.rules if rule.status == "stable" and rule.default == "on"
    ]
    assert rulebook.running() == tuple(rule for rule in rulebook.rules if rule.code in rulebook.enabled)


@pytest.mark.parametrize(
    ("select", "expected"),
    [
        (["D101"], ["D101"]),
        (["event-after-publication"], ["D101"]),
        (["D104", "quotation-altered"], ["D104", "Q201"]),
    ],
)
def test_rules_are_selected_by_code_name_or_beginning(select: list[str], expected: list[str]) -> None:
    assert enabled(load_rulebook(select=select)) == expected


@pytest.mark.parametrize("beginnings", [("D1",), ("N2",), ("P", "Q")])
def test_a_beginning_selects_all_that_runs_by_default_in_its_family(beginnings: tuple[str, ...]) -> None:
    family = [code for code in enabled(load_rulebook()) if code.startswith(beginnings)]
    assert len(family) > 1
    assert enabled(load_rulebook(select=beginnings)) == family


def test_what_is_ignored_does_not_run_even_when_selected() -> None:
    selected = enabled(load_rulebook(select=["D1", "N2"], ignore=["N", "impossible-date", "D105"]))
    assert selected == [code for code in enabled(load_rulebook(select=["D1"])) if code not in {"D104", "D105"}]


def test_a_planned_rule_may_be_ignored(pack: PackMaker) -> None:
    folder = pack(PLANNED_RULE)
    assert enabled(load_rulebook([folder], ignore=["X201"])) == enabled(load_rulebook([folder]))


def test_a_rule_that_is_off_runs_only_when_it_is_named(pack: PackMaker) -> None:
    folder = pack(OWN_RULE + "  default: off\n" + OWN_RULE.replace("X101", "X102").replace("desk-", "on-"))
    assert "X101" not in load_rulebook([folder]).enabled
    assert enabled(load_rulebook([folder], select=["X"])) == ["X102"]
    assert enabled(load_rulebook([folder], select=["X101"])) == ["X101"]
    assert enabled(load_rulebook([folder], select=["desk-rule"])) == ["X101"]
    assert "X101" in load_rulebook([folder]).with_all_rules().enabled


def test_letters_select_the_whole_family_and_no_other(pack: PackMaker) -> None:
    folder = pack(OWN_RULE.replace("X101", "DX101"))
    assert "DX101" not in load_rulebook([folder], select=["D"]).enabled
    assert enabled(load_rulebook([folder], select=["DX"])) == ["DX101"]


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        ("X201", "X201 is planned: it can't be selected yet"),
        ("plan-of-the-desk", "plan-of-the-desk is planned"),
        ("X2", "all rules of X2 are planned"),
        ("weekday_mismatch", "there is no rule 'weekday_mismatch' (did you mean weekday-mismatch?)"),
        ("d103", "did you mean D103?"),
        ("Event-after-publcation", "did you mean event-after-publication?"),
        ("Z", "there is no rule 'Z'"),
        ("", "there is no rule ''"),
        ("D.*", "there is no rule 'D.*'"),
    ],
)
def test_an_unknown_or_planned_rule_can_not_be_selected(pack: PackMaker, selector: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_rulebook([pack(PLANNED_RULE)], select=[selector])
    assert words in str(caught.value)


def test_an_unknown_rule_can_not_be_ignored() -> None:
    with pytest.raises(UsageError, match="there is no rule 'D999'"):
        load_rulebook(ignore=["D999"])


def test_finding_an_unknown_rule_suggests_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean weekday-mismatch"):
        load_rulebook().find("weekday-missmatch")


# Third parties


class ThirdParty:
    """An installed distribution's entry point."""

    name = "agency"
    value = "agency_rules:folder"

    class dist:  # noqa: N801
        name = "agency-rules"
        version = "2.1"

    def __init__(self, folder: Callable[[], object]) -> None:
        self._folder = folder

    def load(self) -> Callable[[], object]:
        return self._folder


def install(monkeypatch: pytest.MonkeyPatch, folder: Callable[[], object]) -> None:
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda *, group: [ThirdParty(folder)])


def test_third_parties_bring_packs_through_entry_points(pack: PackMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = pack(OWN_RULE)
    install(monkeypatch, lambda: folder)
    assert load_rulebook().is_enabled("X101")


def test_a_third_party_that_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Path:
        raise KeyError("licence")

    install(monkeypatch, fail)
    with pytest.raises(RuleError) as caught:
        load_rulebook()
    text = "rule pack agency of agency-rules 2.1 can't be loaded: KeyError: 'licence' (entry point agency_rules:folder)"
    assert str(caught.value) == text


def test_a_third_party_without_a_folder_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install(monkeypatch, lambda: tmp_path / "nowhere")
    with pytest.raises(RuleError, match="rule pack agency is not a folder"):
        load_rulebook()


def test_loading_the_rules_imports_no_language_library() -> None:
    code = (
        "import sys; from factcheck.rulebook import load_rulebook; import factcheck.config, factcheck.ruletests;"
        "load_rulebook(); print(sorted({'spacy', 'dateparser', 'numpy', 'click'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_every_error_of_a_pack_is_one_of_ours(pack: PackMaker) -> None:
    for text in (
        "[[",
        "- 1",
        "a: b",
        "- {code: X101}",
        "\x00",
        "- *anchor",
        "- !!python/object:os.system x",
        "&a [*a]",
    ):
        with pytest.raises(FactcheckError):
            load_rulebook([pack(text)])


def test_a_rule_says_its_guards_one_a_line() -> None:
    rule = Rule(code="X101", name="x", summary="x", status="planned", silent_when="two dates meet")
    assert rule.guards == ("two dates meet",)
    assert rule.messages == ()
