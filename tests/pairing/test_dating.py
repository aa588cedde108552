import datetime as dt

from factcheck.domain import ArticleRecord, Basis, Claim, Days, Kind, Location, Pair, Published, Verdict
from factcheck.pairing.dating import infer_dates, nearest, tells_of_one_time

DATELINE = Published("XXXX-02-04", "day", Basis.DATELINE, None)


def published(day: str) -> Published:
    date = dt.date.fromisoformat(day)
    return Published(day, "day", Basis.HEADER, Days(date, date))


def agreeing(a: str, b: str, verdict: Verdict = Verdict.AGREE) -> Pair:
    sides = [
        Claim(name, Kind.OFFICE, "mayor", Location(name, name, 0, 1, 1, 1, 1, 2, "x"), subjects=("ada bell",))
        for name in (a, b)
    ]
    return Pair(f"{a}{b}", verdict, Kind.OFFICE, "mayor", "", *sides, sides[0].place, sides[1].place)


def links(pairs: list[Pair]) -> list[tuple[str, str]]:
    return [(pair.a.place.article, pair.b.place.article) for pair in pairs if tells_of_one_time(pair)]


def test_the_year_comes_from_an_agreeing_report_of_about_the_same_day() -> None:
    records = {
        "a": ArticleRecord("a", "a", published=DATELINE),
        "b": ArticleRecord("b", "b", published=published("2025-02-07")),
    }
    dated = infer_dates(records, links([agreeing("a", "b")]))
    assert dated["a"].published is not None
    assert (dated["a"].published.value, dated["a"].published.basis) == ("2025-02-04", Basis.INFERRED)
    assert dated["a"].published.inferred_from == ("b",)


def test_a_dateline_early_in_the_year_may_be_of_the_next_year() -> None:
    records = {
        "a": ArticleRecord("a", "a", published=DATELINE),
        "b": ArticleRecord("b", "b", published=published("2024-12-20")),
    }
    assert infer_dates(records, links([agreeing("a", "b")]))["a"].published.value == "2025-02-04"  # type: ignore[union-attr]


def test_reports_of_other_years_leave_the_year_open() -> None:
    records = {
        "a": ArticleRecord("a", "a", published=DATELINE),
        "b": ArticleRecord("b", "b", published=published("2025-02-07")),
        "c": ArticleRecord("c", "c", published=published("2024-02-01")),
    }
    assert infer_dates(records, links([agreeing("a", "b"), agreeing("a", "c")]))["a"].published == DATELINE


def test_a_report_that_does_not_agree_gives_no_year() -> None:
    records = {
        "a": ArticleRecord("a", "a", published=DATELINE),
        "b": ArticleRecord("b", "b", published=published("2025-02-07")),
    }
    assert infer_dates(records, links([agreeing("a", "b", Verdict.EXPLAINED)]))["a"].published == DATELINE


def test_29_february_is_looked_for_in_leap_years() -> None:
    assert nearest("02-29", dt.date(2025, 1, 10)) == dt.date(2024, 2, 29)
    assert nearest("02-29", dt.date(2022, 7, 1)) is None
