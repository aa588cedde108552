"""D107 and D109: lengths of time against the dates beside them."""

import pytest

from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rulebook import load_rulebook

FIRING = [
    ("D107", "The president will pay a three-day visit to Oslo from May 4 to May 12.", "three-day"),
    ("D107", "The president begins a two-day state visit to Oslo on May 4-9.", "two-day"),
    ("D107", "The five-day conference will be held in Geneva from May 4 to 14.", "five-day"),
    ("D107", "The festival will last three days, from May 4 to May 9.", "three days"),
    ("D107", "He made a three-day working trip to Lyon from 1 to 7 April.", "three-day"),
    ("D107", "A two-week exercise takes place from 4 to 25 May.", "two-week"),
    ("D107", "The four-year plan (1996-2004) was adopted.", "four-year"),
    ("D107", "A five-year programme for 1996-2006 was adopted.", "five-year"),
    ("D107", "The 10-day tour from May 4 to May 8 begins in Paris.", "10-day"),
    ("D107", "The three-day strike, from May 4 to 11, hit the ports.", "three-day"),
    ("D107", "A ten-day ceasefire between May 4 and May 20 was agreed.", "ten-day"),
    (
        "D107",
        "The road will close on 4 May and reopen on 9 May. The three-week closure is the longest ever.",
        "three-week",
    ),
    (
        "D107",
        "A strike of bakers starts on 4 May and ends on 25 May. The two-day strike is the first since 1990.",
        "two-day",
    ),
    (
        "D107",
        "She was jailed for two years, from her arrest on 4 March 1996 until her release on 9 April 1997.",
        "two years",
    ),
    ("D109", "Exports rose in the first half (January-March) of the year.", "first half"),
    ("D109", "Exports rose in the first quarter (January-June).", "first quarter"),
    ("D109", "Exports rose in the first quarter of 1997 (January-April).", "first quarter"),
    ("D109", "Exports rose in the second half, from July to September, the bureau said.", "second half"),
    ("D109", "Output fell in the last quarter (October-November).", "last quarter"),
]
SILENT = [
    "The minister begins a three-day visit to Oslo on Monday after a summit from 4 to 9 April.",
    "He paid a three-day visit to Oslo, which hosts the games from 4 to 19 May.",
    "The two-year contract and a tour from 4 to 20 May were agreed.",
    "A three-day seminar of teachers ends and the fair runs from 4 to 20 May.",
    "In a two-day match Kent scored 200 from 4 to 9 overs.",
    "The 30-day period ends. From 4 to 9 April the office is closed.",
    "The five-day forecast says rain from 4 to 6 May.",
    "A five-year plan for 1996-2000 was adopted.",
    "A three-week course runs from 4 to 22 May.",
    "About three days of talks from 4 to 12 May were held.",
    "A strike of bakers starts on 4 May and ends on 25 May. The 22-day strike is the first since 1990.",
    "A strike of bakers starts on 4 May and ends on 25 May. The two-day warning of last week is forgotten.",
    "A strike of bakers starts on 4 May and that of judges on 25 May. The two-day strike is the first since 1990.",
    "She was jailed for two years, from her arrest on 4 May 1995 until her release on 9 April 1997.",
    "Two years after the treaty, from her arrest on 4 March 1997 until her release on 9 April 1997, she wrote.",
    "Exports rose in the first half (January-June).",
    "Sales rose in the second quarter (July-September) of the business year.",
    "Sales rose in the first half, from January to July.",
    "The keeper saved two shots in the first half. From January to March he was injured.",
]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(load_rulebook(select=["D107", "D109"], known_checks=KNOWN_CHECKS))


@pytest.mark.parametrize(("code", "text", "primary"), FIRING)
def test_a_length_that_its_dates_deny_is_found(code: str, text: str, primary: str, settings: Settings) -> None:
    (finding,) = check_texts([f"date 1997-04-15 {text}"], settings).findings
    assert (finding.rule, finding.primary.text) == (code, primary)


@pytest.mark.parametrize("text", SILENT)
def test_it_is_silent(text: str, settings: Settings) -> None:
    assert check_texts([f"date 1997-04-15 {text}"], settings).findings == ()
