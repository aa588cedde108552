"""Claims of how old a named person is: "Rosa Quispe, 68, said", "the 68-year-old Rosa Quispe"."""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.claims.build import make_claim
from factcheck.claims.frames import is_quoted
from factcheck.domain import Claim, Kind, Mention, MentionKind, Name, NameKind, Quantity, QuantityKind, Time
from factcheck.language.analysis import Analysis
from factcheck.lexicon import Lexicon

AGE = "age"
_BEHIND = re.compile(r", (?:aged |who is )?\Z")
_NEAR = 3  # words
_MOST = 3  # ages in a sentence, beyond which it is a list


def age_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield the age that stands in commas behind a person's full name, or right before it ("68-year-old").

    Left out are ages in quotations, in lists, in sentences that tell of another time, and beside a relative, who may
    bear the same name.
    """
    for sentence in analysis.sentences:
        ages = [
            mention for mention in analysis.of_kind(MentionKind.QUANTITY, sentence=sentence.index) if _is_age(mention)
        ]
        if not ages or len(ages) > _MOST or _of_another_time(analysis, sentence.index):
            continue
        for name in analysis.of_kind(MentionKind.NAME, sentence=sentence.index):
            for age in ages:
                of_it = _is_full(name) and _is_of(analysis.article.text, name, age)
                if of_it and not is_quoted(analysis, age.start) and not _beside_a_relative(analysis, name, age):
                    yield _claim(analysis, name, age)


def _claim(analysis: Analysis, name: Mention, age: Mention) -> Claim:
    return make_claim(
        analysis,
        Kind.MEASURE,
        AGE,
        age.start,
        age.end,
        age.sentence,
        subjects=(name.value,),
        quantity=age.detail,
        value=age.value,
        keys=(f"age:{name.value}",),
    )


def _is_age(mention: Mention) -> bool:
    quantity = mention.detail
    if not isinstance(quantity, Quantity) or quantity.kind is not QuantityKind.AGE:
        return False
    return quantity.low is not None and quantity.low == quantity.high


def _is_full(mention: Mention) -> bool:
    name = mention.detail
    return isinstance(name, Name) and name.kind is NameKind.PERSON and bool(name.given and name.surname)


def _is_of(text: str, name: Mention, age: Mention) -> bool:
    """Tell whether an age stands in commas right behind a name, or as an adjective right before it."""
    if name.end <= age.start:
        closed = text[age.end : age.end + 1] in {",", ".", ";", "\n", ""}
        return closed and _BEHIND.match(text[name.end : age.start]) is not None
    return text[age.end : name.start] == " " and text[age.start : age.end].endswith("old")


def _of_another_time(analysis: Analysis, index: int) -> bool:
    """Tell whether a sentence names a year that is not the article's, or says that it tells of another time."""
    words = {token.lower_ for token in analysis.sentences[index].doc}
    if not words.isdisjoint(_words("another_time", analysis.lexicon)):
        return True
    published = analysis.article.published
    now = published.days.first.year if published is not None and published.days is not None else None
    times = [mention.detail for mention in analysis.of_kind(MentionKind.TIME, sentence=index)]
    written = [
        time for time in times if isinstance(time, Time) and (time.year_written or time.form in {"year", "other"})
    ]
    return any(time.days is None or time.days.first.year != now for time in written)


def _beside_a_relative(analysis: Analysis, name: Mention, age: Mention) -> bool:
    span = analysis.span(min(name.start, age.start), max(name.end, age.end), name.sentence)
    assert span is not None
    doc = analysis.sentences[name.sentence].doc
    near = (*doc[max(0, span.start - _NEAR) : span.start], *doc[span.end : span.end + _NEAR])
    return not {token.lower_ for token in near}.isdisjoint(_words("relatives", analysis.lexicon))


@cache
def _words(name: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.load("ages", dict[str, list[str]])[name])
