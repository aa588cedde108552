"""What `factcheck seeds/` must and must not say, line by line."""

from pathlib import Path

import pytest

from factcheck.domain import Basis, Finding, Kind, MentionKind, Pair, Result, Role, Severity, Verdict
from factcheck.pipeline import KNOWN_CHECKS, Settings, check, mentions
from factcheck.rulebook import load_rulebook

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(load_rulebook(known_checks=KNOWN_CHECKS), root=SEEDS.parent)


@pytest.fixture(scope="module")
def result(settings: Settings) -> Result:
    return check([SEEDS], settings)


def number(path: str) -> str:
    return Path(path).name[:3]


def of_rule(result: Result, code: str) -> list[Finding]:
    return [finding for finding in result.findings if finding.rule == code]


def sides(pair: Pair) -> set[tuple[str, int]]:
    return {(number(place.path), place.line) for place in (pair.a_place, pair.b_place)}


def test_publication_dates(result: Result) -> None:
    dates = {number(record.path): record.published for record in result.articles}
    assert dates["001"] is None
    told = {name: (date.value, date.basis) for name, date in dates.items() if date is not None}
    assert told == {
        "000": ("2025-02-07", Basis.HEADER),
        "002": ("2025-02-05", Basis.HEADER),
        "003": ("2024-07-15T13:35", Basis.UPDATED),
        "004": ("2025-02-04", Basis.INFERRED),
    }


def test_the_only_error_is_the_meeting_told_before_it_took_place(result: Result) -> None:
    (error,) = [finding for finding in result.findings if finding.severity is Severity.ERROR]
    assert (error.rule, number(error.primary.path), error.primary.line) == ("D101", "002", 1)
    assert error.primary.text == "February 7"
    assert "2 days" in error.message
    related = {(related.role, number(related.place.path), related.place.text) for related in error.related}
    assert related == {(Role.PUBLISHED, "002", "2025-02-05"), (Role.CONTEXT, "000", "this week")}


def test_missing_dates_are_noted(result: Result) -> None:
    (undated,) = of_rule(result, "A101")
    assert (undated.severity, number(undated.primary.path)) == (Severity.NOTE, "001")
    (yearless,) = of_rule(result, "A102")
    assert (yearless.severity, number(yearless.primary.path)) == (Severity.NOTE, "004")
    assert "2025" in yearless.message


def test_the_only_warning_is_the_quotation_whose_person_changed(result: Result) -> None:
    (warning,) = [finding for finding in result.findings if finding.severity is Severity.WARNING]
    assert (warning.rule, warning.verdict) == ("Q201", Verdict.REWORDING)
    places = [warning.primary, *(related.place for related in warning.related)]
    assert {(number(place.path), place.line) for place in places} == {("000", 7), ("001", 3)}
    assert {place.text.lower() for place in places} == {
        "although you are not geographically close",
        "although we are not geographically close",
    }


def test_rewordings(result: Result) -> None:
    notes = [finding for finding in of_rule(result, "Q201") if finding.severity is Severity.NOTE]
    reworded = {
        frozenset(sides(pair)) for pair in result.pairs if pair.kind is Kind.QUOTE and pair.verdict is Verdict.REWORDING
    }
    expected = {
        frozenset({("000", 7), ("001", 3)}),
        frozenset({("000", 9), ("001", 5)}),
        frozenset({("000", 9), ("001", 29)}),
        frozenset({("000", 21), ("002", 15)}),
    }
    assert expected <= reworded
    assert len(notes) == len([1 for pair in result.pairs if pair.verdict is Verdict.REWORDING]) - 1


def test_the_same_words_agree(result: Result) -> None:
    agreeing = [pair for pair in result.pairs if pair.kind is Kind.QUOTE and pair.verdict is Verdict.AGREE]
    assert any("Equipment will always be needed" in pair.a.place.text for pair in agreeing)


def test_spellings_are_noted_once_a_name(result: Result) -> None:
    notes = [finding for finding in result.findings if finding.rule in {"P101", "P104"}]
    assert all(note.severity is Severity.NOTE and note.verdict is Verdict.SPELLING for note in notes)
    names = sorted(tuple(sorted(place.text for place in (note.primary, note.related[0].place))) for note in notes)
    assert names == [
        ("AMKODOR", "Amkodor"),
        ("Aleksandr Lukashenko", "Alexander Lukashenko"),
        ("Khabarovsk Krai", "Khabarovsk Territory"),
    ]


def test_a_change_of_governor_is_explained(result: Result) -> None:
    explained = [pair for pair in result.pairs if pair.verdict is Verdict.EXPLAINED]
    assert {number(place.path) for pair in explained for place in (pair.a_place, pair.b_place)} == {
        "000",
        "001",
        "003",
        "004",
    }
    for pair in explained:
        assert {subject for claim in (pair.a, pair.b) for subject in claim.subjects} == {
            "mikhail degtyaryov",
            "dmitry demeshin",
        }
        assert any(number(place.path) == "000" and place.line == 7 for place in pair.explained_by)


def test_two_governors_agree_with_the_two_named(result: Result) -> None:
    counts = [pair for pair in result.pairs if pair.kind is Kind.COUNT and pair.verdict is Verdict.AGREE]
    stated = {
        pair.a.place.line if "named" not in pair.a.scope else pair.b.place.line
        for pair in counts
        if "named" in (*pair.a.scope, *pair.b.scope)
    }
    assert stated == {1, 5}


def test_the_fall_in_trade_is_told_twice_and_agrees(result: Result) -> None:
    (pair,) = [pair for pair in result.pairs if pair.kind is Kind.PERCENTAGE and number(pair.a_place.path) == "002"]
    assert pair.verdict is Verdict.AGREE
    assert sides(pair) == {("002", 3), ("002", 5)}
    assert pair.a.quantity is not None
    assert (pair.a.quantity.low, pair.a.quantity.high) == (-6, -5)


def test_a_spaced_range_of_money_is_one_sum(settings: Settings) -> None:
    money = [
        mention.detail
        for place, mention in mentions([SEEDS], settings)
        if mention.kind is MentionKind.QUANTITY and place.text.startswith("$")
    ]
    assert [(sum_.low, sum_.high, sum_.unit) for sum_ in money] == [(315e6, 320e6, "USD")]  # type: ignore[union-attr]


def test_the_arrival_lies_in_the_week_of_the_report(settings: Settings) -> None:
    values = {
        place.text: mention.value
        for place, mention in mentions([SEEDS], settings)
        if place.path.startswith(str(SEEDS / "000"))
    }
    assert values["February 3"] == "2025-02-03"
    assert values["this week"] == "2025-W06"


def test_nothing_else_is_an_error_or_a_warning(result: Result) -> None:
    assert len([finding for finding in result.findings if finding.severity is not Severity.NOTE]) == 2
