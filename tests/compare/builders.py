"""Claims and records made by hand, for tests of comparisons."""

import datetime as dt
from typing import Any

from factcheck.domain import ArticleRecord, Basis, Claim, Days, Kind, Location, Published, Quantity, QuantityKind, Time

_COUNTER = iter(range(10**9))


def record(name: str, day: str | None = "2025-03-03", **fields: Any) -> ArticleRecord:
    date = dt.date.fromisoformat(day) if day else None
    published = Published(day, "day", Basis.HEADER, Days(date, date)) if day and date else None
    return ArticleRecord(name, name, published=published, **fields)


def place(article: str, text: str = "words", sentence: int | None = None) -> Location:
    start = next(_COUNTER) * 1000
    return Location(
        article,
        article,
        start,
        start + len(text),
        1,
        1,
        1,
        1 + len(text),
        text,
        sentence=text,
        sentence_start=start if sentence is None else sentence,
    )


def on(day: str, last: str | None = None, **fields: Any) -> Time:
    days = Days(dt.date.fromisoformat(day), dt.date.fromisoformat(last or day))
    return Time("DATE", day, days, **{"explicit": True, "form": "date", **fields})


def event(article: str, when: Time, **fields: Any) -> Claim:
    given = {"subjects": ("ana zupan",), "scope": ("adverbial", "object:accord"), **fields}
    return Claim(
        str(next(_COUNTER)),
        Kind.EVENT,
        given.pop("attribute", "signing"),
        place(article),
        when=when,
        value=when.value,
        **given,
    )


def figure(article: str, low: float, high: float | None = None, *, text: str = "3 percent", **fields: Any) -> Claim:
    detail = {"kind": QuantityKind.PERCENT, "unit": "percent", "step": 1.0, **fields.pop("detail", {})}
    quantity = Quantity(low=low, high=low if high is None else high, **detail)
    given = {"subjects": ("riga",), "scope": ("verb:rise",), **fields}
    return Claim(
        str(next(_COUNTER)),
        given.pop("kind", Kind.PERCENTAGE),
        given.pop("attribute", "trade"),
        place(article, text),
        quantity=quantity,
        value=f"{low}",
        **given,
    )


def holder(article: str, name: str, *scope: str, when: Time | None = None) -> Claim:
    return Claim(
        str(next(_COUNTER)),
        Kind.OFFICE,
        "mayor",
        place(article, name.title()),
        subjects=(name,),
        scope=("jurisdiction:lyon", *scope),
        when=when,
        value=name,
    )


def spelled(article: str, key: str, surface: str, *scope: str) -> Claim:
    return Claim(
        str(next(_COUNTER)), Kind.NAME, "person", place(article, surface), subjects=(key,), value=surface, scope=scope
    )
