"""What the timelines and charts are drawn from, and the places on the drawing."""

import datetime as dt
from dataclasses import replace

import pytest

from factcheck.domain import Basis, Days, Interval, Published, Result
from factcheck.reports.html.chart import chart
from factcheck.reports.html.days import StoryDays, story_days
from factcheck.reports.html.figures import figures
from factcheck.reports.html.numbering import Numbered, numbered
from factcheck.reports.html.scales import Scale, day_ticks, spread, value_ticks, value_words
from factcheck.reports.html.timeline import legend, timeline

DAY = dt.date


@pytest.fixture(scope="module")
def page(quake: Result) -> Numbered:
    return numbered(quake)


@pytest.fixture(scope="module")
def days(page: Numbered) -> StoryDays:
    claims = {
        record.id: [claim for claim in page.result.claims if claim.place.article == record.id]
        for record in page.result.articles
    }
    found = story_days(page.result.stories[0], page, claims)
    assert found is not None
    return found


def test_a_story_puts_events_on_days(days: StoryDays) -> None:
    told = {(mark.article, mark.days.first, mark.ahead) for mark in days.told}
    assert ("a.txt", DAY(2025, 3, 2), False) in told
    assert ("a.txt", DAY(2025, 3, 5), True) in told
    assert ("b.txt", DAY(2025, 3, 6), False) in told
    assert (days.first, days.last) == (DAY(2025, 3, 2), DAY(2025, 3, 10))
    assert [record.id for record in days.records] == ["a.txt", "b.txt", "c.txt"]
    assert [mark.number for mark in days.told] == list(range(1, len(days.told) + 1))


def test_an_event_after_its_report_is_drawn_to_the_day_of_publication(days: StoryDays) -> None:
    (line,) = days.contradictions
    assert (line.rule, line.told.days.first, line.other, line.article) == ("D101", DAY(2025, 3, 6), None, "b.txt")
    drawing = timeline(days, "the quake")
    assert drawing.count('class="published"') == 3
    assert drawing.count('class="contradiction"') == 1
    assert 'class="told against"' in drawing
    assert ">contradiction<" in legend(days)


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_the_first_and_the_last_year_can_be_drawn(page: Numbered, year: str) -> None:
    edge = DAY(1, 1, 1) if year == "0001" else DAY(9999, 12, 31)
    records = {
        name: replace(record, published=Published(f"{year}-01-01", "day", Basis.HEADER, Days(edge, edge)))
        for name, record in page.records.items()
    }
    found = story_days(page.result.stories[0], replace(page, records=records), {})
    assert found is not None
    assert (found.first, found.last) == (edge, edge)
    assert "<svg" in timeline(found, "the edge of time")


def test_figures_that_differ_stand_in_order_with_what_their_words_leave_open(page: Numbered) -> None:
    series, alike = figures(page.result.pairs, page)
    injured = next(one for one in series if len(one.reports) == 3)
    assert [(report.day.day, report.value, report.bounds) for report in injured.reports] == [
        (3, 340.0, Interval(306.0, 374.0)),
        (4, 410.0, Interval(369.0, 451.0)),
        (6, 420.0, Interval(378.0, 462.0)),
    ]
    killed = next(one for one in series if one.reports[-1].value == 23)
    assert killed.reports[0].bounds.high is None
    assert alike >= 1
    assert all(len({report.value for report in one.reports}) == len(one.reports) for one in series)


def test_a_chart_has_a_bar_a_report_and_an_arrow_where_there_is_no_bound(page: Numbered) -> None:
    series, _ = figures(page.result.pairs, page)
    drawn = chart(next(one for one in series if one.reports[-1].value == 23))
    assert drawn.count('class="bar"') == sum(report.bounds.low != report.bounds.high for report in series[-1].reports)
    assert "At least <b>19 people</b> were killed" in drawn


def test_scales() -> None:
    assert [Scale(0, 10, 100, 200).at(value) for value in (0, 5, 10)] == [100, 150, 200]
    assert Scale(3, 3, 100, 200).at(3) == 150
    assert spread([5.0, 5.0, 9.0], 4) == [3.0, 7.0, 9.0]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (DAY(2025, 2, 3), DAY(2025, 2, 6), ["Feb 3, 2025", "Feb 4", "Feb 5", "Feb 6"]),
        (DAY(2025, 12, 30), DAY(2026, 1, 1), ["Dec 30, 2025", "Dec 31", "Jan 1, 2026"]),
        (DAY(2025, 1, 10), DAY(2025, 3, 20), ["Jan 10, 2025", "Jan 24", "Feb 7", "Feb 21", "Mar 7"]),
        (DAY(2025, 1, 10), DAY(2025, 7, 20), ["Feb 1, 2025", "Mar 1", "Apr 1", "May 1", "Jun 1", "Jul 1"]),
        (DAY(2024, 5, 10), DAY(2026, 2, 20), ["Jul 1, 2024", "Jan 1, 2025", "Jul 1", "Jan 1, 2026"]),
        (DAY(2025, 2, 3), DAY(2025, 2, 3), ["Feb 3, 2025"]),
    ],
)
def test_day_ticks(first: dt.date, last: dt.date, words: list[str]) -> None:
    assert [said for _, said in day_ticks(first, last, 6)] == words


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [(0, 10, [0, 5, 10]), (18.4, 23.6, [20, 22]), (-0.4, 0.4, [-0.4, -0.2, 0, 0.2, 0.4]), (7, 7, [7])],
)
def test_value_ticks(low: float, high: float, ticks: list[float]) -> None:
    assert value_ticks(low, high, 4) == pytest.approx(ticks)


def test_value_words() -> None:
    assert [value_words(value) for value in (1250, -3.5, 0.1 + 0.2, 3_500_000, 2e12)] == [
        "1,250",
        "-3.5",
        "0.3",
        "3.5 million",
        "2 trillion",
    ]
