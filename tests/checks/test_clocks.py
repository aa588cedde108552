"""D111: one moment told by two clocks, within an article and in two reports."""

import pytest

from factcheck.domain import Finding
from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rulebook import load_rulebook

FIRES = [
    ("The ferry left Riga at 9 a.m. (0900 GMT).", "place"),
    ("The ferry will leave Riga at 0700 GMT (9 p.m. local time).", "place"),
    ("Shops in Tokyo open at 10 a.m. (0200 GMT).", "place"),
    ("The train to Mumbai left at 6:30 a.m. (0200 GMT).", "place"),
    ("The court in Nairobi will sit from 10 p.m. (0700 GMT).", "place"),
    ("The plane landed at 14:30 (1730 GMT) in Tallinn.", "place"),
    ("The talks in Vienna ended at 11 a.m. Sunday (0600 GMT).", "place"),
    ("The rocket rose at 4:20 p.m. (1107 GMT).", "nowhere"),
    ("The senate voted at 3 p.m. EST (1300 GMT).", "place"),
    ("The debate starts at 8 p.m. East Africa Time (1900 GMT).", "place"),
    ("The debate starts at 8 p.m. Central European Summer Time (1900 GMT).", "place"),
    ("The debate in Riga starts at 8 p.m. Tokyo time (1800 GMT).", "place"),
    ("The debate starts at 8 p.m. Kenyan time (1800 GMT).", "place"),
    (
        "Tremors woke the town at 2 a.m. (2300 GMT). Others followed at 4 a.m. (0100 GMT) and 5 a.m. (1400 GMT).",
        "outlier",
    ),
]
SILENT = [
    "The ferry left Riga at 9 a.m. (0700 GMT).",
    "The ferry left Riga at 9 a.m. (0600 GMT).",
    "Kickoff is at 3 p.m. (1500 GMT).",
    "The ferry left Riga for Lisbon at 9 a.m. (0900 GMT).",
    "The Portuguese minister left Riga at 9 a.m. (0900 GMT).",
    "Voting in Riga runs from 7 a.m. to 8 p.m. (0500-1800 GMT).",
    "Shops in Delhi open at 10 a.m. (0430 GMT), in Kathmandu at 10 a.m. (0415 GMT).",
    "The ship sank off Somalia at about 4:20 p.m. (1313 GMT).",
    "Buses in Ankara stop at 11 p.m. (2100 GMT).",
    "The senate voted at 3 p.m. EST (2000 GMT).",
    "The debate starts at 8 p.m. East Africa Time (1700 GMT).",
    "The debate in Riga starts at 8 p.m. Tokyo time (1100 GMT).",
    "The debate starts at 8 p.m. Kenyan time (1700 GMT).",
    "The debate starts at 8 p.m. Pacific Time (0300 GMT).",
    "The debate starts at 8 p.m. Prime Time (1900 GMT).",
    "The final is near. Both are fit. One won in Riga last year. The match begins at 2 p.m. local time (0900 GMT).",
    "The senate voted at 3 p.m. EDT (2000 GMT).",
    "The talks began at 9 a.m. in Riga and at 9 a.m. in Tokyo (0000 GMT).",
    "The plane took off at 11 p.m. (2100 GMT), two hours before midnight (2200 GMT) in Tallinn.",
    "The agency reported a quake at 1500 GMT (magnitude 5).",
    "Shares rose in Riga; by 2 p.m. (0500 GMT) those in Tokyo had fallen.",
    "Tremors woke the town at 2 a.m. (2300 GMT) and at 5 a.m. (1400 GMT).",
]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(load_rulebook(select=["D111"], known_checks=KNOWN_CHECKS))


def found(settings: Settings, *texts: str) -> list[Finding]:
    return list(check_texts([f"date 2025-03-03 {text}" for text in texts], settings).findings)


@pytest.mark.parametrize(("sentence", "variant"), FIRES)
def test_a_local_time_that_is_not_the_places_is_found(sentence: str, variant: str, settings: Settings) -> None:
    (finding,) = found(settings, sentence)
    assert finding.variant == variant


@pytest.mark.parametrize("sentence", SILENT)
def test_times_that_some_place_or_reading_explains_are_silent(sentence: str, settings: Settings) -> None:
    assert found(settings, sentence) == []


def test_twelve_hours_off_is_said_to_be_a_half_of_the_day(settings: Settings) -> None:
    (finding,) = found(settings, "The market in Oslo opens at 9 p.m. (0800 GMT).")
    assert "a.m. and p.m. are exchanged" in finding.message
    (finding,) = found(settings, "The market in Oslo opens at 9 a.m. (0500 GMT).")
    assert finding.message.endswith("Oslo has +1 or +2")


def test_a_dateline_says_where_the_clocks_are(settings: Settings) -> None:
    text = "BANGKOK, March 3 (AP) - The curfew begins at {} (1500 GMT), the army said."
    (finding,) = check_texts([text.format("10 a.m.")], settings).findings
    assert finding.related[0].place.text == "BANGKOK"
    assert check_texts([text.format("10 p.m.")], settings).findings == ()


def test_an_outlier_names_all_its_witnesses(settings: Settings) -> None:
    times = "8 a.m. (0500 GMT)", "1 p.m. (1000 GMT)", "3 p.m. (1500 GMT)"
    (finding,) = found(settings, " ".join(f"A siren was heard at {time}." for time in times))
    assert finding.primary.text == "3 p.m. (1500 GMT)"
    assert len(finding.related) == 2


LEAD = "The ferry with 200 tourists aboard left the harbour of Oban at {} in thick fog, the Scottish coast guard said."


def test_a_copied_sentence_with_one_half_changed_is_an_error(settings: Settings) -> None:
    (finding,) = found(settings, LEAD.format("3 p.m. (1500 GMT)"), LEAD.format("6 p.m. (1500 GMT)"))
    assert (finding.variant, finding.severity) == ("copies", "error")


def test_copies_with_both_halves_changed_or_none_are_silent(settings: Settings) -> None:
    first = LEAD.format("3 p.m. (1500 GMT)")
    assert found(settings, first, LEAD.format("3:00 pm (15:00 GMT)")) == []
    assert found(settings, first, LEAD.format("4 p.m. (1600 GMT)")) == []


def test_two_places_have_two_local_times(settings: Settings) -> None:
    text = "The ministers will speak to the press about fishing quotas in {}, the organisers of the cod talks said."
    assert found(settings, text.format("Oslo at 4 p.m. (1500 GMT)"), text.format("Lisbon at 3 p.m. (1500 GMT)")) == []
