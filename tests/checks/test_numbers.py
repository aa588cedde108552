"""The checks of an article's own figures: what fires, with its recomputed values, and what stays silent."""

from collections.abc import Callable, Iterator

import pytest
from spacy.language import Language

from factcheck.checks.numbers import (
    count_list_mismatch,
    direction_mismatch,
    part_exceeds_whole,
    percent_change_mismatch,
    ratio_mismatch,
    total_mismatch,
)
from factcheck.claims.calculations import calculation_claims
from factcheck.domain import Article, ArticleClaims, ArticleRecord, Hit
from factcheck.language.analysis import Analysis
from factcheck.language.english import analyse
from factcheck.language.quantities import quantity_mentions
from factcheck.lexicon import Lexicon

Check = Callable[[ArticleClaims], Iterator[Hit]]
Run = Callable[[Check, str], list[Hit]]


@pytest.fixture(scope="module")
def run(nlp: Language, lexicon: Lexicon) -> Run:
    def check_text(check: Check, text: str) -> list[Hit]:
        article = Article("a", "a", text)
        sentences = analyse(article, nlp, lexicon)
        mentions = quantity_mentions(article, sentences, [], lexicon)
        claims = calculation_claims(Analysis(article, tuple(sentences), tuple(mentions), lexicon))
        return list(check(ArticleClaims(ArticleRecord("a", "a"), tuple(claims))))

    return check_text


FIRING: list[tuple[Check, str, str, dict[str, str]]] = [
    (
        percent_change_mismatch,
        "Revenue of the brewer rose from $200 million to $250 million, up 20%.",
        "20%",
        {"recomputed": "25%", "low": "24.4%", "high": "25.6%"},
    ),
    (
        percent_change_mismatch,
        "The mill's output fell 10 percent to 400 tonnes from 800 tonnes.",
        "10 percent",
        {"recomputed": "-50%"},
    ),
    (
        percent_change_mismatch,
        "Net profit was 5.2 billion yen, up 20 percent from 4.0 billion yen.",
        "20 percent",
        {"recomputed": "30%"},
    ),
    (
        percent_change_mismatch,
        "The share of renters rose by 6 percentage points, from 31 percent to 42 percent.",
        "6 percentage points",
        {"recomputed": "11"},
    ),
    (
        percent_change_mismatch,
        "The bank raised its key rate by 25 basis points to 4.50 percent from 4.00 percent.",
        "25 basis points",
        {"recomputed": "0.5"},
    ),
    (
        percent_change_mismatch,
        "Support for the Greens was 14 percent, down seven points from the 18 percent of the spring.",
        "seven points",
        {"recomputed": "4"},
    ),
    (
        percent_change_mismatch,
        "The museum had 620 guests. That is 34 percent more than the 500 guests of May.",
        "34 percent",
        {"recomputed": "24%"},
    ),
    (
        percent_change_mismatch,
        "The fair sold 9,000 tickets for 40 concerts, up from 7,500. This is an increase of 35 percent, the town said.",
        "35 percent",
        {"recomputed": "20%"},
    ),
    (
        percent_change_mismatch,
        "Sales rose 12 percent to 56 million euros. A year earlier they were at 45 million euros.",
        "12 percent",
        {"recomputed": "24.4%"},
    ),
    (
        total_mismatch,
        "Exports came to $3.1 billion and imports to $4.2 billion, for a total turnover of $7.5 billion.",
        "$7.5 billion",
        {"sum": "7.3 billion"},
    ),
    (total_mismatch, "The ferry carried 12 men, 7 women and 9 children, 30 people in all.", "30 people", {"sum": "28"}),
    (total_mismatch, "The jury heard 12 witnesses and 9 experts, altogether 23 people.", "23 people", {"sum": "21"}),
    (
        count_list_mismatch,
        "The flood cut power in three provinces: Salta and Jujuy.",
        "three provinces",
        {"count": "3", "listed": "2", "noun": "provinces"},
    ),
    (
        count_list_mismatch,
        "The prize went to two writers: Ama Boateng, Lena Fischer and Hugo Reyes.",
        "two writers",
        {"listed": "3"},
    ),
    (
        count_list_mismatch,
        "The summit drew four leaders - Ana Zupan, Erik Lund and Hugo Reyes.",
        "four leaders",
        {"listed": "3"},
    ),
    (
        part_exceeds_whole,
        "In Nairobi 45 of the 40 delegates voted for the treaty.",
        "45 of the 40 delegates",
        {"part": "45"},
    ),
    (
        part_exceeds_whole,
        "The flood damaged 130 of the 120 houses in the village.",
        "130 of the 120 houses",
        {"whole": "120 houses"},
    ),
    (part_exceeds_whole, "Police freed 9 of 7 hostages.", "9 of 7 hostages", {"part": "9", "whole": "7"}),
    (
        ratio_mismatch,
        "Inspectors closed 15 of 60 bakeries (30%).",
        "15 of 60 bakeries (30%)",
        {"recomputed": "25%", "share": "30%"},
    ),
    (
        ratio_mismatch,
        "In Quito 18 of 24 schools, or 70 percent, stayed shut.",
        "18 of 24 schools, or 70 percent",
        {"recomputed": "75%"},
    ),
    (
        ratio_mismatch,
        "The union won 40 of the 80 seats (40 percent).",
        "40 of the 80 seats (40 percent)",
        {"recomputed": "50%"},
    ),
    (
        direction_mismatch,
        "The order backlog fell to 47 ships from 41 a year earlier.",
        "fell to 47 ships from 41",
        {"verb": "fell", "from": "41"},
    ),
    (
        direction_mismatch,
        "Inflation in Ghana fell to 47 percent from 41 percent.",
        "fell to 47 percent from 41 percent",
        {"verb": "fell"},
    ),
    (
        direction_mismatch,
        "The prices of copper climbed from 90 cents to 82 cents.",
        "climbed from 90 cents to 82 cents",
        {"verb": "climbed"},
    ),
]

SILENT: list[tuple[Check, str]] = [
    (percent_change_mismatch, "Revenue of the brewer rose from $200 million to $250 million, up 25%."),
    (percent_change_mismatch, "Net profit rose by 33 percent, from 1.2 billion euros to 1.6 billion euros."),
    (
        percent_change_mismatch,
        "Trade rose from 100 tonnes to 140 tonnes, up 9 percent on the year and 2 percent on the plan.",
    ),
    (percent_change_mismatch, "Revenue rose from $200 million to $250 million, up 12 percent in real terms."),
    (percent_change_mismatch, "Support rose 5 percent to 25 percent from 20 percent."),
    (
        percent_change_mismatch,
        "Annual inflation fell to 3.1 percent from 4.2 percent, a drop of 1.1 points.",
    ),
    (percent_change_mismatch, "The museum had 620 guests. That is 24 percent more than the 500 guests of May."),
    (percent_change_mismatch, "The museum had 620 guests. That is 34 percent of the 500 guests it hoped for."),
    (
        percent_change_mismatch,
        "It made 410 tonnes against 390 tonnes in May. That is a rise of 11 percent on June.",
    ),
    (
        percent_change_mismatch,
        "Sales rose 12 percent on the week to 56 million. A year earlier it was 45 million.",
    ),
    (direction_mismatch, "The fair sold 9,000 tickets for its 40 concerts, up from 7,500."),
    (direction_mismatch, "The firm expects profit of 20 to 22 million euros, down from 26 to 28 million."),
    (percent_change_mismatch, "Support fell three points to 14 percent from 18 percent."),
    (percent_change_mismatch, "Support rose to 25 percent from 20 percent, two points more than forecast."),
    (percent_change_mismatch, "The index fell 30 points to 2,010 from 2,030."),
    (total_mismatch, "The cooperative sold 310 tonnes of coffee and 450 tonnes of cocoa, a total of 760 tonnes."),
    (
        total_mismatch,
        "The firm sold 3.1 million phones in Spain and 4.2 million phones in Italy. It sold 9 million phones.",
    ),
    (total_mismatch, "The firm earned $1.4 billion in May and $1.4 billion in June, a total of $2.9 billion."),
    (total_mismatch, "The ferry carried 12 men and 7 women, among others, 30 people in all."),
    (count_list_mismatch, "The flood cut power in three provinces: Salta, Jujuy and Chaco."),
    (count_list_mismatch, "The flood cut power in three provinces, including Salta and Jujuy."),
    (count_list_mismatch, "The flood cut power in four provinces: Salta, Jujuy and two others."),
    (count_list_mismatch, "The minister gave three reasons: cost, speed and safety and comfort."),
    (part_exceeds_whole, "In Nairobi 40 of the 45 delegates voted for the treaty."),
    (part_exceeds_whole, "The flood damaged 130 houses of the 120 families."),
    (part_exceeds_whole, "At least 45 of the more than 40 delegates voted."),
    (part_exceeds_whole, "All 40 of the delegates voted."),
    (ratio_mismatch, "Inspectors closed 15 of 60 bakeries (25%)."),
    (ratio_mismatch, "Inspectors closed 20 of 60 bakeries (33%)."),
    (ratio_mismatch, "Inspectors closed 40 of 60 bakeries (66%)."),
    (ratio_mismatch, "Inspectors closed 15 of 60 bakeries and fined 30%."),
    (direction_mismatch, "Inflation in Ghana fell to 41 percent from 47 percent."),
    (direction_mismatch, "The sprinter rose to 3rd from 7th."),
    (direction_mismatch, "She climbed from 9 to 4 in the world rankings."),
    (direction_mismatch, "The deficit fell to 47 million euros from 41 million euros."),
    (direction_mismatch, "The dollar rose to 1.55 marks from 1.60 marks."),
]


@pytest.mark.parametrize(("check", "text", "primary", "values"), FIRING)
def test_figures_that_do_not_work_out_are_found(
    run: Run, check: Check, text: str, primary: str, values: dict[str, str]
) -> None:
    (hit,) = run(check, text)
    assert hit.primary.text == primary
    assert {name: hit.values[name] for name in values} == values
    assert hit.sides


@pytest.mark.parametrize(("check", "text"), SILENT)
def test_figures_that_work_out_or_do_not_belong_together_stay_silent(run: Run, check: Check, text: str) -> None:
    assert run(check, text) == []


def test_a_percentage_cut_off_instead_of_rounded_has_its_own_variant(run: Run) -> None:
    (hit,) = run(percent_change_mismatch, "The number of passengers rose by 66 percent, from 300 to 500.")
    assert hit.variant == "truncated"


def test_hits_are_the_same_every_time(run: Run) -> None:
    text = "Revenue rose from $200 million to $250 million, up 20%."
    assert run(percent_change_mismatch, text) == run(percent_change_mismatch, text)
