"""Whether two articles report one event."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import ArticleRecord, Basis, Days, Published
from factcheck.pairing.overlap import MOST_ARTICLES, Shared, by_word, candidates, linked, overlap, same_event

FERRY = (("aground", 0.6), ("aurora", 0.6), ("ferry", 0.5))
STRIKE = (("dockers", 0.7), ("ferry", 0.1), ("strike", 0.7))


def record(name: str, profile: tuple[tuple[str, float], ...], day: str | None = "2025-03-03") -> ArticleRecord:
    date = dt.date.fromisoformat(day) if day else None
    published = Published(day, "day", Basis.HEADER, Days(date, date)) if day and date else None
    return ArticleRecord(name, name, published=published, profile=profile)


def test_reports_of_one_event_share_their_telling_words_within_a_few_days() -> None:
    assert same_event(record("a", FERRY), record("b", FERRY, "2025-03-06"))
    assert not same_event(record("a", FERRY), record("b", FERRY, "2025-03-10"))
    assert not same_event(record("a", FERRY), record("b", STRIKE))


def test_without_a_date_the_words_decide() -> None:
    assert same_event(record("a", FERRY), record("b", FERRY, None))
    assert not same_event(record("a", FERRY, None), record("b", STRIKE, None))


def words(records: dict[str, ArticleRecord]) -> dict[str, Shared]:
    return {word: Shared(days) for word, days in by_word(records.values()).items()}


def meeting(shared: dict[str, Shared], fresh: frozenset[str] | None = None) -> tuple[set[tuple[str, str]], int]:
    pairs, frequent = candidates(shared, fresh)
    listed = list(pairs)
    assert listed == sorted(set(listed))
    return set(listed), frequent


def test_a_word_of_too_many_articles_of_one_day_tells_nothing_apart() -> None:
    day = [f"{number:03}" for number in range(MOST_ARTICLES + 1)]
    assert meeting({"ferry": Shared({7: day, 8: ["z"]})}) == (set(), 1)
    assert meeting({"ferry": Shared({7: day[:2], 8: ["z"], 12: ["y"]})})[0] == {
        ("000", "001"),
        ("000", "z"),
        ("001", "z"),
        ("y", "z"),
    }


def test_an_undated_article_meets_others_only_under_a_word_of_few() -> None:
    few = {"ferry": Shared({0: ["x"], 7: ["a"], 90: ["b"]})}
    assert meeting(few)[0] == {("a", "x"), ("b", "x")}
    assert meeting({"ferry": Shared({0: ["x"], 7: ["a"], 90: ["b"]}, whole=False)}) == (set(), 1)


def test_beside_others_only_what_is_fresh_is_held_against_them() -> None:
    shared = {"ferry": Shared({7: ["a", "b", "c"], 9: ["d"]})}
    assert meeting(shared, frozenset({"b"}))[0] == {("a", "b"), ("b", "c"), ("b", "d")}


def test_links_do_not_chain_and_do_not_depend_on_the_order() -> None:
    both = (("aground", 0.45), ("aurora", 0.45), ("dockers", 0.45), ("ferry", 0.4), ("strike", 0.45))
    found = {name: record(name, profile) for name, profile in (("a", FERRY), ("b", both), ("c", STRIKE))}
    turned = dict(reversed(found.items()))
    assert list(linked(candidates(words(found))[0], found)) == [("a", "b"), ("b", "c")]
    assert list(linked(candidates(words(turned))[0], turned)) == [("a", "b"), ("b", "c")]


profiles = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.01, 1), min_size=1)


@given(profiles, profiles)
def test_overlap_is_symmetric(one: dict[str, float], other: dict[str, float]) -> None:
    a, b = record("a", tuple(sorted(one.items()))), record("b", tuple(sorted(other.items())))
    assert abs(overlap(a, b) - overlap(b, a)) < 1e-9
