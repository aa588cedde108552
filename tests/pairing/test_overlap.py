"""Whether two articles report one event."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import ArticleRecord, Basis, Days, Published
from factcheck.pairing.overlap import linked, overlap, same_event

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


def test_links_do_not_chain_and_do_not_depend_on_the_order() -> None:
    both = (("aground", 0.45), ("aurora", 0.45), ("dockers", 0.45), ("ferry", 0.4), ("strike", 0.45))
    found = {name: record(name, profile) for name, profile in (("a", FERRY), ("b", both), ("c", STRIKE))}
    assert linked(found) == ((("a", "b"), ("b", "c")), 0)
    assert linked(dict(reversed(found.items()))) == linked(found)


words = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.01, 1), min_size=1)


@given(words, words)
def test_overlap_is_symmetric(one: dict[str, float], other: dict[str, float]) -> None:
    a, b = record("a", tuple(sorted(one.items()))), record("b", tuple(sorted(other.items())))
    assert abs(overlap(a, b) - overlap(b, a)) < 1e-9
