"""Claims that give the length of something beside its dates: a visit's days, a plan's years, a half-year's months."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import msgspec

from factcheck.claims.build import make_claim
from factcheck.claims.dates import date_claims
from factcheck.claims.frames import is_quoted
from factcheck.domain import Claim, Kind, Mention, MentionKind, Operand, Time
from factcheck.language.analysis import Analysis
from factcheck.language.syntax import verb_group
from factcheck.lexicon import Lexicon

_UNITS = frozenset({"day", "week", "year"})
_REACH = 80  # characters from a length to the dates it is held against
_JOINED = re.compile(r"\s*(?:-|–|—|to|through|until)\s*\Z", re.IGNORECASE)
_OPENED = re.compile(
    r"(?:\s+of\s+(?:the\s+year|this\s+year|last\s+year|next\s+year|\d{4})|\s+\d{4})?\s*"
    r"(?P<opening>\(|,?\s+from\s+|,\s+)\Z",
    re.IGNORECASE,
)


class LengthWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """rules/lexicon/en/lengths.yml."""

    running: frozenset[str]
    turning: frozenset[str]
    months: dict[str, int]
    ordinals: frozenset[str]
    beginnings: frozenset[str]
    anniversaries: frozenset[str]
    festivities: frozenset[str]
    settings: frozenset[str]
    foundings: frozenset[str]
    belated: frozenset[str]
    begun: frozenset[str]
    relating: frozenset[str]
    measuring: frozenset[str]
    opening: frozenset[str]
    ending: frozenset[str]
    bounds: frozenset[str]


@cache
def length_words(lexicon: Lexicon) -> LengthWords:
    """Return lengths.yml; raises RuleError when it is broken."""
    return lexicon.load("lengths", LengthWords)


def length_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield what an article says of lengths and dates at once.

    The attribute is "dated" for a length in days, weeks or years with the range of its dates (roles length, from, to),
    "period" for a part of a year with its months (from, to; the value is the number of months that it has).
    """
    times = [
        (mention, mention.detail) for mention in analysis.of_kind(MentionKind.TIME) if isinstance(mention.detail, Time)
    ]
    ranges = [claim for claim in date_claims(analysis) if claim.attribute == "range"]
    for claim in ranges:
        yield from _dated(analysis, claim, times)
    for one, two in pairwise(times):
        if one[0].sentence == two[0].sentence and one[1].form == two[1].form == "month":
            yield from _period(analysis, *one, *two)


def _dated(analysis: Analysis, dates: Claim, times: list[tuple[Mention, Time]]) -> Iterator[Claim]:
    """Yield "a three-day visit to Oslo on 4-9 May" when nothing between length and dates may own the dates."""
    before = [pair for pair in times if pair[0].end <= dates.place.start]
    if not before or is_quoted(analysis, dates.place.start):
        return
    mention, length = before[-1]
    gap = dates.place.start - mention.end
    if length.type != "DURATION" or length.unit not in _UNITS or length.amount is None or length.mod or gap > _REACH:
        return
    if mention.start < dates.place.sentence_start or not _belongs(analysis, mention, dates.place.start):
        return
    place = analysis.locate(mention.start, mention.end, mention.sentence, length.value)
    yield make_claim(
        analysis,
        Kind.DURATION,
        "dated",
        mention.start,
        dates.place.end,
        mention.sentence,
        when=length,
        value=f"{length.value}:{dates.value}",
        operands=(Operand("length", place, time=length), *dates.operands),
    )


def _belongs(analysis: Analysis, length: Mention, start: int) -> bool:
    """Tell whether dates from `start` on are those of what has the length: nothing but names stands between."""
    words = length_words(analysis.lexicon)
    between = analysis.span(length.end, start, length.sentence)
    if between is None:
        return False
    owner = True  # the nouns directly behind the length are what has it
    tokens = [token for token in between if token.idx + analysis.sentences[length.sentence].start < start]
    for at, token in enumerate(tokens):
        opens = token.lower_ == "for" and at == len(tokens) - 1  # "a five-year plan for 2025-2030"
        if (token.lower_ in words.turning and not opens) or token.text in {";", ":"}:
            return False
        if token.lemma_.lower() in words.running:
            if token.pos_ == "VERB" and not verb_group(token).finite:
                return False
        elif token.pos_ in {"VERB", "AUX"} or (token.pos_ in {"NOUN", "NUM"} and not owner):
            return False
        owner = owner and (token.pos_ in {"NOUN", "ADJ", "PROPN"} or token.is_punct)
    return True


def _period(analysis: Analysis, first: Mention, start: Time, second: Mention, end: Time) -> Iterator[Claim]:
    """Yield "the first half (January-March)": a part of a year with the first and last of its months."""
    text = analysis.article.text
    if not _JOINED.match(text[first.end : second.start]) or is_quoted(analysis, first.start):
        return
    begin = analysis.sentences[first.sentence].start
    before = text[begin : first.start]
    opened = _OPENED.search(before)
    named = _named_months(before[: opened.start()], analysis.lexicon) if opened else None
    if opened is None or named is None:
        return
    bracketed = opened["opening"] == "("
    if bracketed and not text[second.end :].lstrip().startswith(")"):
        return
    operands = tuple(
        Operand(
            role, analysis.locate(mention.start, mention.end, mention.sentence, time.value), time=time, value=time.value
        )
        for role, mention, time in (("from", first, start), ("to", second, end))
    )
    label, months = named
    yield make_claim(
        analysis,
        Kind.DURATION,
        "period",
        begin + opened.start() - len(label),
        second.end,
        first.sentence,
        when=start,
        scope=("bracketed",) if bracketed else (),
        value=str(months),
        operands=(
            Operand(
                "label", analysis.locate(begin + opened.start() - len(label), begin + opened.start(), first.sentence)
            ),
            *operands,
        ),
    )


def _named_months(before: str, lexicon: Lexicon) -> tuple[str, int] | None:
    """Return the name of a part of a year that a text ends with, and how many months it has."""
    words = length_words(lexicon)
    parts = before.split()
    if len(parts) < 2 or parts[-2].lower() not in words.ordinals or parts[-1].lower() not in words.months:
        return None
    label = before[before.rindex(parts[-2]) :]
    return label, words.months[parts[-1].lower()]
