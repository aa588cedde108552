"""The built-in rules: each is documented, has examples of both kinds, and its words fit its check."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.domain import Finding, Hit, Location, Related, Role, Severity
from factcheck.facts.load import facts_of
from factcheck.findings import make_finding
from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rule import Example, Expectation, Rule, message_fields
from factcheck.rulebook import Rulebook, load_rulebook
from factcheck.ruletests import ExampleFailure, run_examples

RULEBOOK = load_rulebook(known_checks=KNOWN_CHECKS)
STABLE = [rule for rule in RULEBOOK.rules if rule.status == "stable"]
DOCS = Path(__file__).parent.parent / "docs" / "rules.md"
# D110, N204, P103, P202 and Q203 fire on too much ordinary news to run unasked.
OFF = {"D110", "N204", "P103", "P202", "Q203"}
WORKING = {
    *("D101", "D102", "D103", "D104", "D105", "D106", "D107", "D108", "D109", "D110", "D111", "D112", "D113"),
    *("D201",),
    *("N101", "N102", "N103", "N104", "N105", "N106", "N107", "N108", "N109", "N110", "N111", "N112"),
    *("N113", "N114", "N115", "N201", "N202", "N203", "N204", "N205", "N206"),
    *("P101", "P102", "P103", "P104", "P201", "P202", "P203", "P204", "P205"),
    *("Q201", "Q202", "Q203"),
    *("F101", "F102"),
    *("A101", "A102", "A103", "A104", "A105", "A106", "A201"),
}


def by_code(rule: Rule) -> str:
    return rule.code


def documented() -> dict[str, tuple[set[str], set[str]]]:
    """Return variants and values by check, from the table in docs/rules.md."""
    rows = re.findall(
        r"^\| `([a-z_]+)` \| ([a-z_, -]+) \| ([a-z_, -]+) \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE
    )
    return {check: (_words(variants), _words(values)) for check, variants, values in rows}


def _words(cell: str) -> set[str]:
    return set(cell.split(", ")) - {"-"}


# What every rule says of itself


def test_these_checks_work() -> None:
    assert {rule.code for rule in RULEBOOK.rules} == {rule.code for rule in STABLE} == WORKING
    assert {rule.code for rule in RULEBOOK.rules if rule.default == "off"} == OFF


def test_every_check_has_one_rule() -> None:
    assert sorted(rule.check or "" for rule in STABLE) == sorted(KNOWN_CHECKS)


@pytest.mark.parametrize("rule", RULEBOOK.rules, ids=by_code)
def test_a_rule_says_what_is_wrong_why_it_matters_and_when_it_is_silent(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert rule.why.endswith(".")
    assert rule.guards
    assert all(guard and not guard.endswith(".") for guard in rule.guards)


@pytest.mark.parametrize("rule", STABLE, ids=by_code)
def test_a_stable_rule_has_two_examples_that_fire_and_two_that_are_silent(rule: Rule) -> None:
    firing = [example for example in rule.examples if example.expect]
    assert len(firing) >= 2
    assert len(rule.examples) - len(firing) >= 2


@pytest.mark.parametrize("rule", STABLE, ids=by_code)
def test_variants_and_message_fields_are_documented(rule: Rule) -> None:
    variants, values = documented()[rule.check or ""]
    severities = set(rule.severity) if isinstance(rule.severity, dict) else set()
    assert severities == variants
    for message in rule.messages:
        assert set(message_fields(message)) <= values


def test_every_value_is_explained() -> None:
    text = DOCS.read_text(encoding="utf-8")
    explained = set(", ".join(re.findall(r"^\| ([a-z, ]+) \| [^|`]+ \|$", text, re.MULTILINE)).split(", "))
    assert {value for _, values in documented().values() for value in values} <= explained


@pytest.mark.parametrize("rule", STABLE, ids=by_code)
def test_a_message_never_says_which_side_is_wrong(rule: Rule) -> None:
    for message in rule.messages:
        assert not re.search(r"\b(wrong|incorrect|false|should be|mistake|error|correct)\b", message)
        assert len(message) <= 120


# The examples, through the whole tool


@pytest.fixture(scope="module")
def failures() -> dict[str, list[str]]:
    """Return what differs from the examples, by rule."""
    settings = Settings(RULEBOOK.with_all_rules())

    def findings(example: Example) -> Sequence[Finding]:
        facts = facts_of(example.facts, RULEBOOK.lexicon)
        return check_texts(example.articles, replace(settings, facts=facts)).findings

    found: dict[str, list[str]] = {}
    for failure in run_examples(RULEBOOK, findings):
        found.setdefault(failure.rule, []).append(str(failure))
    return found


@pytest.mark.parametrize("rule", STABLE, ids=by_code)
def test_the_examples_of_a_rule_hold(rule: Rule, failures: dict[str, list[str]]) -> None:
    assert failures.get(rule.code, []) == []


# The harness


FIRES = Example(("12 dead", "15 dead"), (Expectation("12"),))
SILENT = Example(("12 dead",), ())


def rulebook(*examples: Example) -> Rulebook:
    rule = Rule(
        code="X101",
        name="toll",
        check="toll",
        severity=Severity.ERROR,
        message="{ours}",
        summary="x",
        examples=examples,
    )
    return Rulebook((rule,), RULEBOOK.lexicon, frozenset({"X101"}))


def place(article: str, text: str) -> Location:
    return Location(article, article, 0, len(text), 1, 1, 1, len(text) + 1, text)


def toll(example: Example) -> list[Finding]:
    """Find the texts that differ from the first, one finding each."""
    texts = example.articles
    others = [text for text in texts if text != texts[0]]
    hits = [
        Hit(place("a.txt", texts[0]), (Related(Role.CONFLICTS, place("b.txt", text)),), values={"ours": 1})
        for text in others
    ]
    return [make_finding(rulebook().rules[0], hit, root=".") for hit in hits]


def reasons(*examples: Example, check: Callable[[Example], Sequence[Finding]] = toll) -> list[str]:
    return [failure.reason for failure in run_examples(rulebook(*examples), check)]


def test_examples_that_hold_give_no_failure() -> None:
    assert reasons(FIRES, SILENT) == []


def test_a_rule_without_both_kinds_of_example_fails() -> None:
    assert reasons(FIRES) == ["has no example that stays silent"]
    assert reasons(SILENT) == ["has no example that fires"]
    assert reasons() == ["has no example that fires", "has no example that stays silent"]


def test_a_finding_too_many_fails() -> None:
    assert reasons(SILENT, FIRES, Example(("12 dead", "15 dead"), ())) == [
        "expected nothing more, got '12 dead' - error against '15 dead'"
    ]
    two = Example(("12 dead", "15 dead", "18 dead"), (Expectation("12", related="18"),))
    assert reasons(SILENT, two) == ["expected nothing more, got '12 dead' - error against '15 dead'"]


@pytest.mark.parametrize(
    ("expectation", "wanted"),
    [
        (Expectation("13"), "'13'"),
        (Expectation("12", variant="within"), "'12' within"),
        (Expectation("12", severity=Severity.NOTE), "'12' note"),
        (Expectation("12", related="16 dead"), "'12' against '16 dead'"),
        (Expectation("12", related=("15", "16")), "'12' against '15' against '16'"),
    ],
)
def test_an_expectation_that_is_not_met_says_what_came_instead(expectation: Expectation, wanted: str) -> None:
    example = Example(("12 dead", "15 dead"), (expectation,))
    assert reasons(SILENT, example) == [f"expected {wanted}, got '12 dead' - error against '15 dead'"]


def test_one_finding_does_not_meet_two_expectations() -> None:
    twice = Example(("12 dead", "15 dead"), (Expectation("12"), Expectation("12")))
    assert reasons(SILENT, twice) == ["expected '12', got nothing"]


def test_findings_of_other_rules_do_not_count() -> None:
    def other(example: Example) -> list[Finding]:
        named = Rule(code="X102", name="other", check="x", severity=Severity.NOTE, message="{ours}", summary="x")
        return [*toll(example), make_finding(named, Hit(place("a.txt", "x"), values={"ours": 1}), root=".")]

    assert reasons(FIRES, SILENT, check=other) == []


def test_planned_rules_are_not_tested() -> None:
    planned = Rule(code="X103", name="later", summary="x", status="planned")
    assert run_examples(Rulebook((planned,), RULEBOOK.lexicon, frozenset()), toll) == ()


def test_a_failure_names_rule_and_example() -> None:
    assert str(ExampleFailure("X101", "toll", 2, "expected a toll")) == "X101 toll, example 2: expected a toll"
    assert str(ExampleFailure("X101", "toll", None, "has none")) == "X101 toll: has none"
