"""From a hit to a finding: severity, words and fingerprint."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Days, Finding, Hit, Interval, Location, Related, Role, Severity, Verdict
from factcheck.errors import RuleError
from factcheck.findings import make_finding, severity_of, shown, with_ordinals
from factcheck.rule import Rule

RULE = Rule(
    code="X101",
    name="toll-conflict",
    check="toll_conflict",
    severity={"within": Severity.ERROR, "across": Severity.WARNING},
    message={"within": "{ours} here, {theirs} there", "across": "sources differ: {ours} / {theirs}"},
    summary="Two tolls.",
)
PLAIN = Rule(code="X102", name="plain", check="plain", severity=Severity.NOTE, message="{what}", summary="One.")


def place(article: str, start: int = 0, text: str = "12 dead", value: str | None = None) -> Location:
    return Location(article, article, start, start + len(text), 1, start + 1, 1, start + 1 + len(text), text, value)


OURS, THEIRS = place("news/a.txt"), place("news/b.txt", 40, "15 dead")
SIDES = (("news/a.txt", "count", "killed", "12"), ("news/b.txt", "count", "killed", "15"))
HIT = Hit(
    primary=OURS,
    related=(Related(Role.CONFLICTS, THEIRS),),
    variant="within",
    values={"ours": "12", "theirs": "15"},
    sides=SIDES,
)


def found(hit: Hit = HIT, rule: Rule = RULE, root: str = ".") -> Finding:
    return make_finding(rule, hit, root=root)


def test_a_finding_has_the_places_of_its_hit_and_the_words_of_its_rule() -> None:
    finding = found()
    assert (finding.rule, finding.name, finding.variant) == ("X101", "toll-conflict", "within")
    assert finding.severity is Severity.ERROR
    assert finding.verdict is Verdict.CONFLICT
    assert finding.message == "12 here, 15 there"
    assert (finding.primary, finding.related) == (OURS, HIT.related)


def test_severity_and_message_follow_the_variant() -> None:
    finding = found(replace(HIT, variant="across"))
    assert (finding.severity, finding.message) == (Severity.WARNING, "sources differ: 12 / 15")


@pytest.mark.parametrize("variant", [None, "nowhere"])
def test_a_variant_that_the_rule_does_not_know_is_an_error_of_the_rule(variant: str | None) -> None:
    with pytest.raises(RuleError, match=f"no severity for the variant {variant!r}"):
        found(replace(HIT, variant=variant))


def test_one_severity_serves_all_variants() -> None:
    assert severity_of(PLAIN, None) is severity_of(PLAIN, "any") is Severity.NOTE


# Messages


def test_a_value_that_the_check_does_not_give_is_an_error_of_the_rule() -> None:
    with pytest.raises(RuleError) as caught:
        found(replace(HIT, values={"ours": "12"}))
    text = "the message of X101 toll-conflict names {theirs}, which toll_conflict does not give (it gives ours)"
    assert str(caught.value) == text


def test_values_that_the_message_does_not_name_are_left_out() -> None:
    assert found(replace(HIT, values={"ours": 1, "theirs": 2, "hint": 3})).message == "1 here, 2 there"


@pytest.mark.parametrize("text", ["{ours}", "{0}", "{theirs.__class__}", "%s", "{{}}", "}{"])
def test_an_article_can_not_write_into_the_message(text: str) -> None:
    assert found(replace(HIT, values={"ours": text, "theirs": "15"})).message == f"{text} here, 15 there"


@pytest.mark.parametrize(("hint", "expected"), [("", "12 here"), ("digits swapped", "12 here; digits swapped")])
def test_an_empty_value_at_the_end_leaves_no_separator(hint: str, expected: str) -> None:
    assert found(replace(HIT, values={"ours": 12, "hint": hint}), rule_with("{ours} here; {hint}")).message == expected


def test_doubled_braces_are_braces() -> None:
    assert found(HIT, rule_with("{{what}} {ours}")).message == "{what} 12"


def rule_with(message: str) -> Rule:
    return Rule(code="X103", name="x", check="x", severity=Severity.NOTE, message=message, summary="x")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("two\n  lines\t", "two lines"),
        (3, "3"),
        (25.0, "25"),
        (0.1 + 0.2, "0.3"),
        (1e15, "1e+15"),
        (dt.date(2025, 3, 6), "2025-03-06"),
        (Days(dt.date(2025, 3, 6), dt.date(2025, 3, 6)), "2025-03-06"),
        (Days(dt.date(2025, 2, 1), dt.date(2025, 2, 28)), "2025-02-01 to 2025-02-28"),
        (Interval(24.5, 25.5), "24.5 to 25.5"),
        (Interval(5.0, 5.0), "5"),
        (Interval(5.0, None), "5 or more"),
        (Interval(None, 5.0), "5 or less"),
        (Interval(None, None), "any number"),
        (("coal", "gas"), "coal, gas"),
        (Severity.NOTE, "note"),
        (None, "None"),
    ],
)
def test_values_are_shown_plainly(value: object, expected: str) -> None:
    assert shown(value) == expected


def test_a_value_of_any_length_stays_short_in_a_message() -> None:
    assert shown("long " * 20_000) == "long " * 23 + "long…"
    assert len(shown(["x"] * 100_000)) == 120


# Fingerprints


def test_a_fingerprint_names_its_version_and_stays() -> None:
    assert found().fingerprint == "fc1:" + found().fingerprint.removeprefix("fc1:")
    assert len(found().fingerprint) == len("fc1:") + 32
    assert found().fingerprint == found().fingerprint


def test_a_fingerprint_is_the_same_from_either_side() -> None:
    turned = replace(
        HIT,
        primary=THEIRS,
        related=(Related(Role.CONFLICTS, OURS),),
        sides=SIDES[::-1],
        values={"ours": 15, "theirs": 12},
    )
    assert found(turned).fingerprint == found().fingerprint


def test_a_fingerprint_does_not_know_lines() -> None:
    moved = replace(HIT, primary=replace(OURS, start=900, end=907, line=30, column=5))
    assert found(moved).fingerprint == found().fingerprint


@pytest.mark.parametrize(
    "sides",
    [
        (("news/a.txt", "count", "killed", "13"), SIDES[1]),
        (("news/a.txt", "count", "injured", "12"), SIDES[1]),
        (("news/a.txt", "measure", "killed", "12"), SIDES[1]),
        (("news/c.txt", "count", "killed", "12"), SIDES[1]),
        SIDES[:1],
    ],
)
def test_a_fingerprint_differs_with_each_part_of_a_side(sides: tuple[tuple[str, str, str, str], ...]) -> None:
    assert found(replace(HIT, sides=sides)).fingerprint != found().fingerprint


def test_a_fingerprint_differs_by_rule() -> None:
    assert found(HIT, rule_with("{ours}")).fingerprint != found().fingerprint


def test_a_fingerprint_does_not_know_where_the_root_lies(tmp_path: Path) -> None:
    prints = set()
    for root in (tmp_path / "here", tmp_path / "there" / "below"):
        sides = tuple((str(root / article), kind, attribute, value) for article, kind, attribute, value in SIDES)
        prints.add(found(replace(HIT, sides=sides), root=str(root)).fingerprint)
    assert prints == {found(root=".").fingerprint}


def test_relative_ids_are_those_of_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sides = tuple((str(tmp_path / article), kind, attribute, value) for article, kind, attribute, value in SIDES)
    assert found(replace(HIT, sides=sides), root=str(tmp_path)).fingerprint == found(root=".").fingerprint


@pytest.mark.parametrize("article", ["feed.json#a/../b", "https://example.org/a#b", "#", ""])
def test_members_and_addresses_keep_their_names(article: str) -> None:
    other = f"{article}x"
    one, two = (replace(HIT, sides=((name, "count", "killed", "12"),)) for name in (article, other))
    assert found(one).fingerprint != found(two).fingerprint


def test_a_hit_without_sides_is_known_by_its_conflicting_places() -> None:
    bare = replace(HIT, sides=())
    published = replace(
        bare, related=(*bare.related, Related(Role.PUBLISHED, place("news/a.txt", 9, "date 2025-03-03")))
    )
    turned = replace(bare, primary=THEIRS, related=(Related(Role.CONFLICTS, OURS),))
    assert found(bare).fingerprint == found(published).fingerprint == found(turned).fingerprint
    assert found(replace(bare, primary=replace(OURS, value="13"))).fingerprint != found(bare).fingerprint


# Order and ordinals


def test_findings_come_in_the_order_of_path_start_and_rule() -> None:
    findings = [
        found(replace(HIT, primary=place(article, start), values={"ours": start, "theirs": 0, "what": 0}), rule)
        for article in ("b.txt", "a.txt")
        for start in (70, 5)
        for rule in (PLAIN, RULE)
    ]
    ordered = [(finding.primary.path, finding.primary.start, finding.rule) for finding in with_ordinals(findings)]
    assert ordered == [
        (path, start, rule) for path in ("a.txt", "b.txt") for start in (5, 70) for rule in ("X101", "X102")
    ]


def test_equal_fingerprints_get_an_ordinal() -> None:
    first, second = (found(replace(HIT, primary=place("news/a.txt", start))) for start in (0, 60))
    base = first.fingerprint
    assert [finding.fingerprint for finding in with_ordinals([second, first])] == [base, f"{base}:2"]


def test_ordinals_stay_when_the_sides_change_roles() -> None:
    near, far = place("news/c.txt", 10), place("news/c.txt", 80)
    one = replace(HIT, primary=OURS, related=(Related(Role.CONFLICTS, near),))
    two = replace(HIT, primary=OURS, related=(Related(Role.CONFLICTS, far),))
    turned = [
        replace(hit, primary=hit.related[0].place, related=(Related(Role.CONFLICTS, OURS),)) for hit in (one, two)
    ]
    by_place = [
        {frozenset((f.primary.start, f.related[0].place.start)): f.fingerprint for f in with_ordinals(map(found, hits))}
        for hits in ([one, two], turned)
    ]
    assert by_place[0] == by_place[1]


@given(st.permutations(range(6)))
def test_the_order_of_the_input_does_not_matter(order: list[int]) -> None:
    findings = [found(replace(HIT, primary=place("a.txt", start % 4))) for start in range(6)]
    assert with_ordinals([findings[index] for index in order]) == with_ordinals(findings)
    assert len({finding.fingerprint for finding in with_ordinals(findings)}) == 6
