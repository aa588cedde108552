"""Times written in any supported form are read back with the same value, and never overlap."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from factcheck.domain import Article, Basis, Days, Mention, Published
from factcheck.language.english import analyse
from factcheck.language.times import time_mentions
from factcheck.lexicon import Lexicon

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_SPELLED = "one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
_ZONES = ("GMT", "UTC", "EST", "CET")
_DATES = st.dates(dt.date(1930, 1, 1), dt.date(2090, 12, 31))
_PUBLISHED = dt.date(2025, 2, 5)


def _read(written: str, nlp: Language, lexicon: Lexicon, published: dt.date = _PUBLISHED) -> list[Mention]:
    day = Published(published.isoformat(), "day", Basis.HEADER, Days(published, published))
    article = Article(id="a", path="a", text=f"The museum opened {written} in Oslo.", published=day)
    mentions = time_mentions(article, analyse(article, nlp, lexicon), lexicon)
    assert all(one.end <= two.start for one, two in pairwise(mentions))
    return mentions


def _values(written: str, nlp: Language, lexicon: Lexicon, published: dt.date = _PUBLISHED) -> list[str | None]:
    return [mention.value for mention in _read(written, nlp, lexicon, published)]


@settings(max_examples=60)
@given(_DATES, st.integers(0, 7))
def test_days_with_a_year(nlp: Language, lexicon: Lexicon, date: dt.date, form: int) -> None:
    month, weekday = _MONTHS[date.month - 1], _DAYS[date.weekday()]
    written = (
        f"on {weekday}, {date.day} {month} {date.year}",
        f"on {weekday} {month} {date.day}, {date.year}",
        f"on {weekday}, {month} {date.day}, {date.year},",
        f"on the {date.day} of {month} {date.year}",
        f"on {date.year}-{date.month:02}-{date.day:02}",
        f"on {date.day:02}.{date.month:02}.{date.year}",
        f"on {date.day:02} {month} {date.year}",
        f"({month} {date.day}, {date.year})",
    )[form]
    assert _values(written, nlp, lexicon) == [date.isoformat()]


@settings(max_examples=60)
@given(_DATES, st.integers(-89, 89), st.integers(0, 2))
def test_days_without_a_year_lie_nearest_to_publication(
    nlp: Language, lexicon: Lexicon, published: dt.date, away: int, form: int
) -> None:
    date = published + dt.timedelta(away)
    month, weekday = _MONTHS[date.month - 1], _DAYS[date.weekday()]
    written = (f"on {date.day} {month}", f"on {month} {date.day}", f"on {weekday}, {date.day} {month},")[form]
    assert _values(written, nlp, lexicon, published) == [date.isoformat()]


@settings(max_examples=60)
@given(st.integers(1930, 2049), st.integers(1, 12), st.integers(0, 4))
def test_longer_periods(nlp: Language, lexicon: Lexicon, year: int, month: int, form: int) -> None:
    quarter, half = (month + 2) // 3, (month + 5) // 6
    written, value = (
        (f"in {_MONTHS[month - 1]} {year}", f"{year}-{month:02}"),
        (f"in the {('first', 'second', 'third', 'fourth')[quarter - 1]} quarter of {year}", f"{year}-Q{quarter}"),
        (f"in the {('first', 'second')[half - 1]} half of {year}", f"{year}-H{half}"),
        (f"in the {year // 10}0s", str(year // 10)),
        (f"in Q{quarter} {year}", f"{year}-Q{quarter}"),
    )[form]
    assert _values(written, nlp, lexicon) == [value]


@settings(max_examples=60)
@given(_DATES, st.times(), st.sampled_from(_ZONES), st.integers(0, 2))
def test_clock_times(nlp: Language, lexicon: Lexicon, date: dt.date, time: dt.time, zone: str, form: int) -> None:
    day = f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
    half, hour = ("a.m.", "p.m.")[time.hour // 12], (time.hour + 11) % 12 + 1
    written = (
        f"at {time.hour:02}:{time.minute:02} {zone} on {day}",
        f"at {hour}:{time.minute:02} {half} on {day}",
        f"at {hour}:{time.minute:02} {half} {zone} on {day}",
    )[form]
    assert _values(written, nlp, lexicon) == [f"{date.isoformat()}T{time.hour:02}:{time.minute:02}"]


@settings(max_examples=40)
@given(st.integers(2, 12), st.sampled_from(sorted(_UNITS)), st.integers(0, 3))
def test_lengths_and_repetitions(nlp: Language, lexicon: Lexicon, count: int, unit: str, form: int) -> None:
    written, value = (
        (f"for {count} {unit}s", f"P{count}{_UNITS[unit]}"),
        (f"for {_SPELLED[count - 1]} {unit}s", f"P{count}{_UNITS[unit]}"),
        (f"every {_SPELLED[count - 1]} {unit}s", f"P{count}{_UNITS[unit]}"),
        (f"every {unit}", f"P1{_UNITS[unit]}"),
    )[form]
    assert _values(written, nlp, lexicon) == [value]


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("on January 3, 4 and 5", ["2025-01-03", "2025-01-04", "2025-01-05"]),
        ("on 3, 4 and 5 March 2024", ["2024-03-03", "2024-03-04", "2024-03-05"]),
        ("on March 3, 4, 5 and 9, 2024,", ["2024-03-03", "2024-03-04", "2024-03-05", "2024-03-09"]),
        ("from 28 February to 3 March 2024", ["2024-02-28", "2024-03-03"]),
        ("from February 28 to March 3, 2024,", ["2024-02-28", "2024-03-03"]),
        ("from 30 December to 2 January 2025", ["2024-12-30", "2025-01-02"]),
        ("in July and August 2023", ["2023-07", "2023-08"]),
        ("between May and July 2023", ["2023-05", "2023-07"]),
        ("in the first and second quarters of 2023", ["2023-Q1", "2023-Q2"]),
        ("on 29 February 2024", ["2024-02-29"]),
        ("from 9 to 11 May 2024", ["2024-05-09", "2024-05-11"]),
    ],
)
def test_rows_and_ranges_share_month_and_year(written: str, values: list[str], nlp: Language, lexicon: Lexicon) -> None:
    assert _values(written, nlp, lexicon) == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On February 3, 2025 they met. The day after, the union left.", ["2025-02-03", "2025-02-04"]),
        ("On February 3, 2025 they met; the week before, nothing moved.", ["2025-02-03", "2025-W05"]),
        ("The port was sold in May 2019. A year earlier it had lost money.", ["2019-05", "2018-05"]),
        ("It opened in 1995. Three years later it closed.", ["1995", "1998"]),
        ("Sales of 2023 fell. A year earlier they had risen.", ["2023", "2022"]),
        ("Output in 2024 fell. A year earlier it had risen.", ["2024", "2024"]),
        ("Sales rose in Q1 and Q2 of 2023.", ["2023-Q1", "2023-Q2"]),
        (
            "The polls will close at 3 p.m. (1300 GMT) on Friday.",
            ["2025-02-07T15:00", "2025-02-07T13:00", "2025-02-07"],
        ),
        ("Polls closed at 3 p.m., and on Friday they met.", ["2025-02-05T15:00", "2025-01-31"]),
        ("The week before the vote was calm.", []),
    ],
)
def test_times_that_stand_on_others(nlp: Language, lexicon: Lexicon, text: str, expected: list[str]) -> None:
    day = Published(_PUBLISHED.isoformat(), "day", Basis.HEADER, Days(_PUBLISHED, _PUBLISHED))
    article = Article(id="a", path="a", text=text, published=day)
    assert [mention.value for mention in time_mentions(article, analyse(article, nlp, lexicon), lexicon)] == expected
