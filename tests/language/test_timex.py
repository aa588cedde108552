"""Resolution of times: values, days, flags."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from factcheck.domain import Article, Basis, Days, Mention, Published, Time
from factcheck.language.english import analyse
from factcheck.language.times import time_mentions
from factcheck.language.timex_calendar import days_of, weekday_near
from factcheck.lexicon import Lexicon


def _mentions(text: str, nlp: Language, lexicon: Lexicon, day: str | None) -> list[Mention]:
    published = None
    if day is not None:
        date = dt.date.fromisoformat(day)
        published = Published(day, "day", Basis.HEADER, Days(date, date))
    article = Article(id="a", path="a", text=text, published=published)
    return time_mentions(article, analyse(article, nlp, lexicon), lexicon)


def _times(text: str, nlp: Language, lexicon: Lexicon, day: str | None = "2025-02-05") -> list[Time]:
    return [mention.detail for mention in _mentions(text, nlp, lexicon, day) if isinstance(mention.detail, Time)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge opened on 4 February 2025.", "2025-02-04"),
        ("Prices rose in March 2021.", "2021-03"),
        ("The council will meet on Monday.", "2025-02-10"),
        ("The council met on Monday.", "2025-02-03"),
        ("The council met on Wednesday.", "2025-02-05"),
        ("He was arrested in March.", "2024-03"),
        ("He will retire in March.", "2025-03"),
        ("The storm hit yesterday.", "2025-02-04"),
        ("The storm hit last week.", "2025-W05"),
        ("The storm hit three days ago.", "2025-02-02"),
        ("The storm hit two years ago.", "2023"),
        ("Sales rose in the third quarter of 2024.", "2024-Q3"),
        ("Sales rose in the first half of 2024.", "2024-H1"),
        ("The strike lasted three days.", "P3D"),
        ("The strike lasted two and a half years.", "P2.5Y"),
        ("The strike lasted half an hour.", "PT30M"),
        ("The strike lasted several weeks.", "PXW"),
        ("Jazz boomed in the 1950s.", "195"),
        ("Steam changed the 19th century.", "18"),
        ("Farms are inspected every month.", "P1M"),
        ("Markets open on Fridays.", "XXXX-WXX-5"),
        ("The bell rang at 3 p.m. on Tuesday.", "2025-02-04T15:00"),
        ("He died in nineteen ninety-six.", "1996"),
    ],
)
def test_values(text: str, value: str, nlp: Language, lexicon: Lexicon) -> None:
    assert [time.value for time in _times(text, nlp, lexicon)] == [value]


@pytest.mark.parametrize(
    ("day", "text", "value", "explicit"),
    [
        ("2025-01-03", "On 28 December floods hit Samos.", "2024-12-28", True),
        ("2024-12-29", "On 5 January floods hit Samos.", "2025-01-05", True),
        ("2025-01-03", "On 15 July he won.", "2024-07-15", False),
        ("2025-01-03", "He will run on 15 July.", "2025-07-15", False),
        ("2025-01-03", "On 15 August last year he died.", "2024-08-15", False),
        ("2024-03-05", "On 29 February he spoke.", "2024-02-29", True),
    ],
)  # fmt: skip
def test_the_year_of_a_day_and_month(
    day: str, text: str, value: str, explicit: bool, nlp: Language, lexicon: Lexicon
) -> None:
    (time,) = _times(text, nlp, lexicon, day)
    assert (time.value, time.explicit, time.year_written) == (value, explicit, False)


def test_a_month_is_never_a_day(nlp: Language, lexicon: Lexicon) -> None:
    (time,) = _times("Prices rose in March 2021.", nlp, lexicon)
    assert time.days == Days(dt.date(2021, 3, 1), dt.date(2021, 3, 31))
    assert not time.explicit


@pytest.mark.parametrize(
    "text", ["The fair ends on 31 June.", "The fair ended on 29 February 2025.", "The fair ended at 25:70 GMT."]
)
def test_impossible_dates_are_recognised(text: str, nlp: Language, lexicon: Lexicon) -> None:
    (time,) = _times(text, nlp, lexicon)
    assert time.fault == "impossible"
    assert time.days is None


def test_without_publication_relative_times_stay_open(nlp: Language, lexicon: Lexicon) -> None:
    times = _times("On 4 February he left, and on Friday he fell ill.", nlp, lexicon, None)
    assert [(time.value, time.days) for time in times] == [("XXXX-02-04", None), ("XXXX-WXX-5", None)]


def test_a_written_weekday_stands_beside_the_date(nlp: Language, lexicon: Lexicon) -> None:
    (time,) = _times("The court ruled on Thursday, 7 February 2025.", nlp, lexicon)
    assert (time.value, time.weekday, time.form, time.year_written) == ("2025-02-07", 3, "date", True)


def test_the_day_after_counts_from_the_day_named_before(nlp: Language, lexicon: Lexicon) -> None:
    times = _times("He fell ill on 10 January 2025. He died the following day.", nlp, lexicon)
    assert [time.value for time in times] == ["2025-01-10", "2025-01-11"]


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@settings(max_examples=60)
@given(st.dates(dt.date(1930, 1, 1), dt.date(2090, 12, 31)), st.integers(0, 5))
def test_a_date_written_in_any_form_is_read_back(nlp: Language, lexicon: Lexicon, date: dt.date, form: int) -> None:
    month = _MONTHS[date.month - 1]
    written = (
        f"{date.day} {month} {date.year}",
        f"{month} {date.day}, {date.year}",
        date.isoformat(),
        f"{date.day}.{date.month}.{date.year}",
        f"{month[:3]}. {date.day}, {date.year}" if len(month) > 4 else f"{month} {date.day}, {date.year}",
        f"the {date.day}{_suffix(date.day)} of {month}, {date.year}",
    )[form]
    (mention,) = _mentions(f"The museum opened on {written} in Oslo.", nlp, lexicon, "2025-02-05")
    assert mention.value == date.isoformat()


def _suffix(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), st.integers(0, 6), st.sampled_from([-1, 1]))
def test_a_weekday_lies_within_seven_days(start: dt.date, weekday: int, way: int) -> None:
    found = weekday_near(start, weekday, way)
    assert found.weekday() == weekday
    assert 0 <= (found - start).days * way < 7


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-Q4", "2024-10-01", "2024-12-31"),
        ("2025-W01", "2024-12-30", "2025-01-05"),
        ("2025-W01-WE", "2025-01-04", "2025-01-05"),
        ("199", "1990-01-01", "1999-12-31"),
    ],
)
def test_days_of_values(value: str, first: str, last: str) -> None:
    assert days_of(value) == Days(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("value", ["PAST_REF", "P3D", "XXXX-02-04", "2024-SU", "2024-13", "2023-02-29", ""])
def test_values_without_days(value: str) -> None:
    assert days_of(value) is None


def test_weekdays_of_a_range_follow_each_other(nlp: Language, lexicon: Lexicon) -> None:
    times = _times("The choir sang from Monday to Thursday.", nlp, lexicon, "2025-02-08")
    assert [time.value for time in times] == ["2025-02-03", "2025-02-06"]


def test_a_given_name_is_no_month(nlp: Language, lexicon: Lexicon) -> None:
    assert _times("Ms June Walker met April Jones.", nlp, lexicon) == []


@pytest.mark.parametrize("text", ["The fall in share prices hurt banks.", "The daily newspaper closed."])
def test_other_meanings_are_no_times(text: str, nlp: Language, lexicon: Lexicon) -> None:
    assert _times(text, nlp, lexicon) == []
