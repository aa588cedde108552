"""Claims and records as bytes: what goes in comes out, and damaged bytes are an error that says so."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.archive.encoding import decode_claim, decode_record, encode, key_hash
from factcheck.articleids import claim_id, own_key
from factcheck.domain import (
    ArticleRecord,
    Basis,
    Claim,
    Context,
    Days,
    Kind,
    Location,
    Operand,
    Published,
    Quantity,
    QuantityKind,
    Reading,
    Time,
)
from factcheck.errors import ArchiveError

ARTICLE, PATH = "news/a#b.txt#2", "news/a#b.txt"

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
optional = st.none() | words
numbers = st.integers(0, 2**40)
figures = st.none() | st.floats(allow_nan=False)
day = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
days = st.builds(lambda one, two: Days(min(one, two), max(one, two)), day, day)
places = st.builds(
    Location,
    st.just(ARTICLE),
    st.just(PATH),
    *[numbers] * 6,
    words,
    value=optional,
    source_text=optional,
    sentence=words,
    sentence_start=numbers,
)
times = st.builds(Time, type=st.sampled_from(["DATE", "TIME", "DURATION"]), value=words, days=st.none() | days)
quantities = st.builds(Quantity, kind=st.sampled_from(QuantityKind), low=figures, high=figures)
operands = st.builds(Operand, words, places, st.none() | quantities, st.none() | times, optional)
contexts = st.builds(Context, st.lists(words).map(tuple), numbers, st.frozensets(words), st.frozensets(words), numbers)
published = st.builds(Published, words, words, st.sampled_from(Basis), st.none() | days, st.none() | places)
records = st.builds(
    ArticleRecord,
    id=st.just(ARTICLE),
    path=st.just(PATH),
    title=optional,
    published=st.none() | published,
    stated=st.lists(published, max_size=2).map(tuple),
    place=st.none() | places,
    values=st.frozensets(words),
    names=st.frozensets(words),
    profile=st.lists(st.tuples(words, st.floats(0, 1)), max_size=4).map(tuple),
)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    place, kind, attribute = draw(places), draw(st.sampled_from(Kind)), draw(words)
    keys = [f"figure:{key}" for key in draw(st.lists(words.filter(lambda word: "|@" not in word), max_size=3))]
    return Claim(
        id=claim_id(ARTICLE, kind, attribute, place.start, place.end),
        kind=kind,
        attribute=attribute,
        place=place,
        subjects=draw(st.lists(words, max_size=2).map(tuple)),
        quantity=draw(st.none() | quantities),
        when=draw(st.none() | times),
        affirmed=draw(st.booleans()),
        speaker=draw(optional),
        keys=(*keys, own_key("words:", ARTICLE)),
        operands=draw(st.lists(operands, max_size=2).map(tuple)),
        context=draw(st.none() | contexts),
    )


@given(claims())
def test_a_claim_comes_back_as_it_was(claim: Claim) -> None:
    assert decode_claim(encode(claim), ARTICLE, PATH) == claim


@given(records)
def test_a_record_comes_back_as_it_was(record: ArticleRecord) -> None:
    assert decode_record(encode(record), ARTICLE, PATH) == record


def test_the_readings_of_real_articles_come_back_as_they_were(readings: Mapping[str, Reading]) -> None:
    assert sum(len(reading.claims) for reading in readings.values()) > 500
    for name, reading in readings.items():
        assert decode_record(encode(reading.record), name, name) == reading.record
        for claim in reading.claims:
            assert decode_claim(encode(claim), name, name) == claim


@given(claims())
def test_what_is_kept_does_not_depend_on_the_articles_name(claim: Claim) -> None:
    other = decode_claim(encode(claim), "b.txt", "b.txt")
    assert encode(other) == encode(claim)
    assert other.id == claim_id("b.txt", claim.kind, claim.attribute, claim.place.start, claim.place.end)
    assert other.keys[-1] == "words:|@b.txt"
    assert other.place == replace(claim.place, article="b.txt", path="b.txt")


@given(claims(), st.data())
def test_a_changed_byte_is_an_error(claim: Claim, data: st.DataObject) -> None:
    kept = bytearray(encode(claim))
    at = data.draw(st.integers(0, len(kept) - 1))
    kept[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(ArchiveError, match="damaged"):
        decode_claim(bytes(kept), ARTICLE, PATH)


@pytest.mark.parametrize("cut", [0, 1, 10, -1])
def test_cut_bytes_are_an_error(cut: int) -> None:
    kept = encode(ArticleRecord(ARTICLE, PATH, title="A title of some length", names=frozenset({"ida lund"})))
    with pytest.raises(ArchiveError, match="damaged"):
        decode_record(kept[:cut], ARTICLE, PATH)


@given(st.binary(max_size=200))
def test_bytes_that_hold_something_else_are_an_error(data: bytes) -> None:
    with pytest.raises(ArchiveError, match="damaged") as caught:
        decode_record(crc32(data).to_bytes(4) + data, ARTICLE, PATH)
    assert caught.value.hint == "run `factcheck archive verify`"


@given(st.text())
def test_a_key_is_a_number_that_any_database_can_hold(key: str) -> None:
    assert 0 <= key_hash(key) < 2**63
