"""D103 to D106 on articles: what they fire on and where they stay silent."""

from collections.abc import Callable, Iterator

import pytest

from factcheck.checks.dates import impossible_date, range_reversed, relative_date_mismatch, weekday_mismatch
from factcheck.claims.dates import date_claims
from factcheck.domain import ArticleClaims, ArticleRecord, Hit
from factcheck.language.analysis import Analysis

Check = Callable[[ArticleClaims], Iterator[Hit]]

FIRING = [
    (weekday_mismatch, "The court in Nairobi ruled on Thursday, 26 February 2025.", "Thursday, 26 February 2025"),
    (weekday_mismatch, "The mine in Chile reopened on Monday, March 4.", "Monday, March 4"),
    (weekday_mismatch, "Fri., Feb. 27, 2025, was a public holiday in Samoa.", "Fri., Feb. 27, 2025"),
    (weekday_mismatch, "The mine in Chile reopened Monday (March 4).", "Monday (March 4"),
    (weekday_mismatch, "The mine in Chile reopened on March 4 (Monday).", "March 4 (Monday"),
    (weekday_mismatch, "The mine in Chile reopened on 4 March 2025, a Monday.", "4 March 2025, a Monday"),
    (weekday_mismatch, "The mine in Chile will reopen on March 14, Monday.", "March 14, Monday"),
    (weekday_mismatch, "They met at 10 a.m. on Thursday, 26 February 2025.", "10 a.m. on Thursday, 26 February 2025"),
    (impossible_date, "The festival in Lisbon will end on 31 June.", "31 June"),
    (impossible_date, "The bridge was closed on 29 February 2025.", "29 February 2025"),
    (impossible_date, "The train left on April 31, 2024, with two wagons.", "April 31, 2024"),
    (impossible_date, "The quake was felt at 25:70 GMT.", "25:70 GMT"),
    (impossible_date, "The festival in Lisbon will end on the 31st of June.", "the 31st of June"),
    (impossible_date, "The festival in Lisbon will end on Sunday, June 31.", "Sunday, June 31"),
    (impossible_date, "The festival in Lisbon ended on 31/06/2024.", "31/06/2024"),
    (impossible_date, "The festival in Lisbon ended on 30.02.2024.", "30.02.2024"),
    (impossible_date, "The festival in Lisbon ended on 2024-02-30.", "2024-02-30"),
    (impossible_date, "The festival in Lisbon will end on March 32.", "March 32"),
    (impossible_date, "The festival in Lisbon ended on January 45, 2025.", "January 45, 2025"),
    (impossible_date, "The festival in Lisbon ended on Nov. 31, 2024.", "Nov. 31, 2024"),
    (impossible_date, "The 31 April deadline passed.", "The 31 April"),
    (range_reversed, "The book fair in Turin will run from April 27 through April 23.", "April 27"),
    (range_reversed, "The book fair in Turin will run from 27 April to 23 March.", "27 April"),
    (
        range_reversed,
        "The ministers will visit Oslo from Wednesday, March 12, to Monday, March 10.",
        "Wednesday, March 12",
    ),
    (range_reversed, "The fair was held between May 9 and May 2 in Oslo.", "May 9"),
    (range_reversed, "The budget covers the years 2027 to 2025.", "2027"),
    (range_reversed, "He was president from 1995 to 1991.", "1995"),
    (range_reversed, "The fair runs from 27 April 2025 until 23 April 2025.", "27 April 2025"),
    (range_reversed, "The book fair in Turin will run from 9 to 6 May.", "9"),
    (range_reversed, "The government adopted a transport plan for 2027-2025.", "2027"),
    (range_reversed, "The regatta takes place between 19 and 16 March in Kiel.", "19"),
    (relative_date_mismatch, "The volcano in Iceland erupted yesterday, 2 March.", "2 March"),
    (relative_date_mismatch, "The parliament of Malta will vote tomorrow, 6 March 2025.", "6 March 2025"),
    (relative_date_mismatch, "The pass reopens today (5 March).", "5 March"),
    (relative_date_mismatch, "Yesterday (1 March) the volcano erupted.", "1 March"),
    (relative_date_mismatch, "The pass reopened yesterday, the 1st of March.", "the 1st of March"),
    (relative_date_mismatch, "Parliament will vote tomorrow, Saturday.", "Saturday"),
    (relative_date_mismatch, "Parliament voted yesterday, Friday, in Oslo.", "Friday"),
    (relative_date_mismatch, "On March 1, yesterday, the pass reopened.", "March 1"),
    (relative_date_mismatch, "The pass reopened on March 7, today.", "March 7"),
]
SILENT = [
    (weekday_mismatch, "The court in Nairobi ruled on Wednesday, 26 February 2025."),
    (weekday_mismatch, "Deputies criticised Monday's 5 March 2025 pact."),
    (weekday_mismatch, "The mine reopened on Thursday and closed on 4 March."),
    (weekday_mismatch, "The ship sailed on Monday, 25 October 1415."),
    (weekday_mismatch, "The choir sang on Friday. March 4 was quiet."),
    (weekday_mismatch, "The story ran in the Harbour Sun, February 26, 2025."),
    (weekday_mismatch, "(Lakeside Sun, February 26, 2025)"),
    (weekday_mismatch, "The mine reopened on Monday (March 4 is a holiday)."),
    (weekday_mismatch, "The mine reopened on March 4, Monday's shift said."),
    (weekday_mismatch, "The mine is closed on March 5, Monday and Friday."),
    (weekday_mismatch, "The mine reopened on March 4 (Tuesday)."),
    (impossible_date, "The bridge was closed on 29 February 2024."),
    (impossible_date, "They lost the files on March 45 people had asked for."),
    (impossible_date, "The choir of 32 March singers won."),
    (impossible_date, "The file has the number 45/67/2024."),
    (impossible_date, "Sales on May 97 and April 96 rose."),
    (impossible_date, "The handball players of Aarhus lost 25:70 to the champions."),
    (impossible_date, "Leap babies are born on 29 February."),
    (impossible_date, "The fair runs from 31 to 2 April."),
    (impossible_date, "She noticed that a bill for a boat, dated 31 June, could not have been sent."),
    (range_reversed, "The film is told backwards from 1989 to 1951."),
    (range_reversed, "The book fair in Turin will run from 6 to 9 May."),
    (range_reversed, "The licence runs from 6 April to 5 April."),
    (range_reversed, "The licence runs from 1 May to 31 March."),
    (range_reversed, "The season runs from 20 September to 10 May."),
    (range_reversed, "The club last won the cup in the 1996-97 season."),
    (range_reversed, "The hearing was brought forward from 9 to 6 May."),
    (range_reversed, "The tour runs from 28 December to 3 January."),
    (range_reversed, "The hosts won 3-1 after a 2-0 lead in May."),
    (relative_date_mismatch, "The volcano in Iceland erupted yesterday, 3 March."),
    (relative_date_mismatch, '"The volcano erupted yesterday, 2 March," the mayor said.'),
    (relative_date_mismatch, "The volcano erupted yesterday. On 2 March it was calm."),
    (relative_date_mismatch, "Parliament voted yesterday, Monday, in Oslo."),
    (relative_date_mismatch, "The shop is open today, Friday and Saturday."),
    (relative_date_mismatch, "The shop is open today, Friday, Saturday and Sunday."),
    (relative_date_mismatch, "The pass is closed today, Friday's forecast said."),
    (relative_date_mismatch, "Yesterday, 2 March and 1 March were the warmest days."),
]


def _hits(check: Check, text: str, analysed: Callable[[str], Analysis]) -> list[Hit]:
    analysis = analysed(f" date 2025-03-04 {text}")
    article = analysis.article
    record = ArticleRecord(id=article.id, path=article.path, published=article.published)
    return list(check(ArticleClaims(record, tuple(date_claims(analysis)))))


@pytest.mark.parametrize(("check", "text", "primary"), FIRING)
def test_it_fires(check: Check, text: str, primary: str, analysed: Callable[[str], Analysis]) -> None:
    assert [hit.primary.text for hit in _hits(check, text, analysed)] == [primary]


@pytest.mark.parametrize(("check", "text"), SILENT)
def test_it_is_silent(check: Check, text: str, analysed: Callable[[str], Analysis]) -> None:
    assert _hits(check, text, analysed) == []


def test_the_variant_says_whether_the_year_is_written(analysed: Callable[[str], Analysis]) -> None:
    texts = ["They met on Thursday, 26 February 2025.", "They met on Thursday, 26 February."]
    assert [_hits(weekday_mismatch, text, analysed)[0].variant for text in texts] == ["year_written", "year_inferred"]
