"""An article against reference facts: what is a contradiction, and what only looks like one."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from factcheck.domain import Finding
from factcheck.facts.load import facts_of
from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rulebook import load_rulebook

Check = Callable[[str, str], list[tuple[str, str | None, str]]]

GOVERNOR = "offices: [{office: governor, of: Khabarovsk Krai, holder: Pyotr Lisin, from: 2024-09-20, to: 2026-03-01}]"
PREMIER = (
    "offices: [{office: prime minister, of: United Kingdom, holder: Ada Marlow, also: [Dame Ada Hollis], from: 2024}]"
)
CHINA = "offices: [{office: president, of: China, holder: Wang Guofeng, from: 2023}]"
SECRETARY = "offices: [{office: secretary general, of: NATO, holder: Olav Brekke, from: 2023}]"
TREATY = "events: [{event: signing, who: [Norway, Chile], what: the border treaty, on: 2025-02-03}]"
DEATH = "events: [{event: die, who: [Ingrid Halvorsen], on: 2025-02-03}]"
INFLATION = "figures: [{measure: inflation, of: Belarus, value: 5.2, unit: percent, when: 2024}]"
POPULATION = "figures: [{measure: population, of: Minsk, value: [1980000, 1995000], when: 2024}]"
NAMES = "names: [{name: Ingrid Halvorsen, variants: [Ingrid Halvorssen], not: [Halvorson]}, {name: Lukashenko}]"


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(load_rulebook(known_checks=KNOWN_CHECKS).with_all_rules())


@pytest.fixture(scope="module")
def findings(settings: Settings) -> Callable[[str, str], list[Finding]]:
    def of(facts: str, text: str) -> list[Finding]:
        known = replace(settings, facts=facts_of(facts, settings.rulebook.lexicon))
        return [finding for finding in check_texts([text], known).findings if finding.rule.startswith("F")]

    return of


@pytest.fixture(scope="module")
def found(findings: Callable[[str, str], list[Finding]]) -> Check:
    return lambda facts, text: [(hit.rule, hit.variant, hit.primary.text) for hit in findings(facts, text)]


def test_a_finding_tells_the_fact_and_where_it_stands(findings: Callable[[str, str], list[Finding]]) -> None:
    lines = ["office: governor", "of: Khabarovsk Krai", "holder: Pyotr Lisin", "from: 2024", "source: decree 12"]
    facts = "offices:\n  - " + "\n    ".join(lines)
    (finding,) = findings(facts, "date 2025-03-03 Khabarovsk Krai Governor Anton Rybin opened a bridge.")
    assert finding.message == (
        "Khabarovsk Krai Governor Anton Rybin, but the facts say: Pyotr Lisin, governor of Khabarovsk Krai from 2024 "
        "(facts.yml:4, decree 12)"
    )
    (related,) = finding.related
    assert (related.place.path, related.place.line, related.place.column) == ("facts.yml", 4, 13)
    assert related.place.text == facts[related.place.start : related.place.end] == "Pyotr Lisin"


def test_a_name_or_holder_is_told_once_an_article(found: Check) -> None:
    text = "Khabarovsk Krai Governor Anton Rybin spoke. Governor Rybin met Ingrid Halversen. Halversen left."
    facts = f"{GOVERNOR}\n{NAMES}"
    assert found(facts, f"date 2025-03-03 {text}") == [
        ("F101", "office", "Khabarovsk Krai Governor Anton Rybin"),
        ("F102", "slip", "Ingrid Halversen"),
    ]


def test_a_fingerprint_does_not_know_where_the_fact_stands(findings: Callable[[str, str], list[Finding]]) -> None:
    text = "date 2025-03-03 Khabarovsk Krai Governor Anton Rybin opened a bridge."
    (one,), (other,) = findings(GOVERNOR, text), findings(f"# a further line\n{GOVERNOR}", text)
    assert one.fingerprint == other.fingerprint


@pytest.mark.parametrize(
    ("facts", "text", "words"),
    [
        (GOVERNOR, "Khabarovsk Krai Governor Anton Rybin opened a bridge.", "Khabarovsk Krai Governor Anton Rybin"),
        (GOVERNOR, "Governor of the Khabarovsk Territory Anton Rybin spoke.", "Anton Rybin"),
        (PREMIER, "British Prime Minister Rupert Vane met the miners.", "British Prime Minister Rupert Vane"),
        (PREMIER, "The prime minister of Britain, Rupert Vane, met the miners.", "Rupert Vane"),
        (SECRETARY, "NATO Secretary General Pieter Maas met the miners.", "NATO Secretary General Pieter Maas"),
        (CHINA, "Chinese President Chen Deming met the miners.", "Chinese President Chen Deming"),
    ],
)
def test_another_holder_is_a_contradiction(found: Check, facts: str, text: str, words: str) -> None:
    ((rule, variant, place),) = found(facts, f"date 2025-03-03 {text}")
    assert (rule, variant) == ("F101", "office")
    assert words in place


@pytest.mark.parametrize(
    "text",
    [
        "Khabarovsk Krai Governor Pyotr Lisin opened a bridge.",
        "Khabarovsk Krai Governor Lisin opened a bridge.",
        "Khabarovsk Krai Governor Petr Lisin opened a bridge.",
        "Acting Khabarovsk Krai Governor Anton Rybin opened a bridge.",
        "Deputy Governor of Khabarovsk Krai Anton Rybin opened a bridge.",
        "Former Khabarovsk Krai Governor Anton Rybin opened a bridge.",
        "Sacked Khabarovsk Krai Governor Anton Rybin opened a bridge.",
        "Kamchatka Krai Governor Anton Rybin opened a bridge.",
        "Governor Anton Rybin opened a bridge.",
        "Anton Rybin was appointed governor of Khabarovsk Krai on Sunday.",
        "The museum of Khabarovsk Krai Governor Anton Rybin was closed.",
        "In 1998 Khabarovsk Krai Governor Anton Rybin opened the bridge.",
        "A street was named after the late Khabarovsk Krai Governor Anton Rybin.",
        'Ivan Petrov said: "Khabarovsk Krai Governor Anton Rybin has always been our friend and neighbour."',
        "Khabarovsk Krai Governor Pyotr Lisin spoke. Khabarovsk Krai Governor Anton Rybin did not.",
    ],
)
def test_what_does_not_contradict_a_holder(found: Check, text: str) -> None:
    assert found(GOVERNOR, f"date 2025-03-03 {text}") == []


@pytest.mark.parametrize("day", ["2024-09-19", "2024-09-20", "2026-03-01", "2027-01-01"])
def test_a_fact_says_nothing_of_days_that_it_does_not_cover(found: Check, day: str) -> None:
    assert found(GOVERNOR, f"date {day} Khabarovsk Krai Governor Anton Rybin opened a bridge.") == []


def test_without_a_date_of_publication_a_holder_is_not_checked(found: Check) -> None:
    assert found(GOVERNOR, "Khabarovsk Krai Governor Anton Rybin opened a bridge.") == []


def test_another_name_of_the_holder_is_no_contradiction(found: Check) -> None:
    assert found(PREMIER, "date 2025-03-03 British Prime Minister Ada Hollis met the miners.") == []


def test_a_title_that_means_another_office_there_is_no_contradiction(found: Check) -> None:
    assert found(PREMIER, "date 2025-03-03 British Chancellor Rupert Vane met the miners.") == []
    german = PREMIER.replace("prime minister", "chancellor").replace("United Kingdom", "Germany")
    assert len(found(german, "date 2025-03-03 German Chancellor Rupert Vane met the miners.")) == 1


def test_an_adjective_of_two_countries_names_neither(found: Check) -> None:
    facts = CHINA.replace("of: China", "of: Democratic Republic of Congo")
    assert found(facts, "date 2025-03-03 Congolese President Chen Deming met the miners.") == []


def test_who_held_the_office_before_is_a_warning(findings: Callable[[str, str], list[Finding]]) -> None:
    before = "{office: governor, of: Khabarovsk Krai, holder: Anton Rybin, from: 2018, to: 2024-09-20}"
    text = "date 2025-03-03 Khabarovsk Krai Governor Anton Rybin opened a bridge."
    (finding,) = findings(GOVERNOR.replace("}]", f"}}, {before}]"), text)
    assert (finding.variant, finding.severity) == ("former_holder", "warning")


@pytest.mark.parametrize(
    ("holder", "expected"),
    [
        ("Ingrid Halversen", [("F102", "holder", "Norwegian Finance Minister Ingrid Halversen")]),
        ("Halversen", [("F102", "holder", "Norwegian Finance Minister Halversen")]),
        ("Ingrid Halvorsen", []),
        ("Berit Halversen", []),
        ("Ingrid Berg", [("F101", "office", "Norwegian Finance Minister Ingrid Berg")]),
    ],
)
def test_a_slip_in_a_holders_name(found: Check, holder: str, expected: list[tuple[str, str, str]]) -> None:
    facts = "offices: [{office: finance minister, of: Norway, holder: Ingrid Halvorsen, from: 2023}]"
    assert found(facts, f"date 2025-03-03 Norwegian Finance Minister {holder} spoke in Oslo.") == expected


def test_of_two_holders_in_the_facts_either_is_right(found: Check) -> None:
    both = GOVERNOR.replace("}]", "}, {office: governor, of: Khabarovsk Krai, holder: Anton Rybin, from: 2024-10-01}]")
    assert found(both, "date 2025-03-03 Khabarovsk Krai Governor Anton Rybin opened a bridge.") == []


@pytest.mark.parametrize(
    ("facts", "text", "expected"),
    [
        (TREATY, "Norway and Chile signed the border treaty on February 4, 2025.", ["February 4, 2025"]),
        (TREATY, "Norway and Chile signed the border treaty on February 3, 2025.", []),
        (TREATY, "Norway and Chile signed the border treaty in February 2025.", []),
        (TREATY, "Norway and Peru signed the border treaty on February 4, 2025.", []),
        (TREATY, "Norway and Chile signed a loan on February 4, 2025.", []),
        (TREATY, "Norway and Chile will sign the border treaty on March 14, 2025.", []),
        (
            TREATY,
            "Norway and Chile signed the border treaty on February 4, 2025. Norway waited since February 3, 2025.",
            [],
        ),
        (DEATH, "Ingrid Halvorsen died on February 5.", ["February 5"]),
        (DEATH, "Ingrid Halvorsen died in Oslo on February 5.", ["February 5"]),
        (DEATH, "Ingrid Halvorsen died on February 3.", []),
        (DEATH, "Lars Moen died on February 5.", []),
        (INFLATION, "Inflation in Belarus stood at 5.7 percent in 2024.", ["5.7 percent"]),
        (INFLATION, "Belarusian inflation reached 5.7 percent in 2024.", ["5.7 percent"]),
        (INFLATION, "Inflation in Belarus stood at 5 percent in 2024.", []),
        (INFLATION, "Inflation in Belarus stood at about 5.5 percent in 2024.", []),
        (INFLATION, "Inflation in Belarus stood at 5.7 percent in 2023.", []),
        (INFLATION, "Inflation in Belarus stood at 5.7 percent.", []),
        (INFLATION, "Food inflation in Belarus stood at 5.7 percent in 2024.", []),
        (INFLATION, "Inflation in Poland stood at 5.7 percent in 2024.", []),
        (INFLATION, "Inflation in Belarus rose by 0.7 percent in 2024.", []),
        (POPULATION, "Minsk's population stood at 1.8 million in 2024.", ["1.8 million"]),
        (POPULATION, "Minsk's population stood at 1.98 million in 2024.", []),
        (POPULATION, "Minsk's population stood at 2 million in 2024.", []),
    ],
)
def test_days_and_figures(found: Check, facts: str, text: str, expected: list[str]) -> None:
    assert [place for _, _, place in found(facts, f"date 2025-03-03 {text}")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister Ingrid Halversen opened the school.", [("F102", "slip", "Ingrid Halversen")]),
        ("The minister Ingrid Halvorson opened the school.", [("F102", "unwanted", "Ingrid Halvorson")]),
        ("The minister Ingrid Halvorssen opened the school.", []),
        ("The minister Lars Halversen opened the school.", []),
        ("Mr. Halversen opened the school.", []),
        ("President Lukashneko opened the school.", [("F102", "slip", "Lukashneko")]),
        ("President Lukashenko opened the school.", []),
        ("Lukashenkos are many in this town.", []),
    ],
)
def test_spellings(found: Check, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(NAMES, f"date 2025-03-03 {text}") == expected


def test_a_place_or_organisation_is_held_against_its_own_kind(found: Check) -> None:
    facts = "names: [{name: Kremenets, kind: place}, {name: Bank of Varenka, kind: organisation}]"
    text = "date 2025-03-03 A flood hit the town of Kremmenets. The Bank of Varenka closed."
    assert found(facts, text) == [("F102", "slip", "Kremmenets")]


def test_a_known_place_is_no_slip_of_another(found: Check) -> None:
    assert found("names: [{name: Austria, kind: place}]", "date 2025-03-03 Australia won the relay.") == []


def test_the_spelling_of_another_entry_is_right(found: Check) -> None:
    facts = "names: [{name: Ingrid Halvorsen}, {name: Ingrid Halversen}]"
    assert found(facts, "date 2025-03-03 The minister Ingrid Halversen opened the school.") == []
