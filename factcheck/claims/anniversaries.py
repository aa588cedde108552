"""Claims that so many years, months or days lie between now and what an article dates itself."""

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.claims.build import make_claim
from factcheck.claims.foundings import year_elsewhere
from factcheck.claims.frames import is_quoted
from factcheck.claims.lengths import LengthWords, length_words
from factcheck.domain import Claim, Kind, Mention, MentionKind, Operand, Quantity, QuantityKind, Time
from factcheck.language.analysis import Analysis, Token

_REACH = 100  # characters from an anniversary to the year of what it remembers
_WORD = 16  # characters
_YEAR = re.compile(r"\d{4}")
_BESIDE = re.compile(r"\s*,?\s*\(?\s*(?:(?:back\s+)?in|on)?\s*(?:early|late|mid)?[\s-]*\Z", re.IGNORECASE)


def anniversary_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield "the 30th anniversary of independence, gained in 1992" and "five years ago, in 1992".

    The attributes are "anniversary" (the value is its number; role since, which may stand in another sentence, and now
    for other times of the anniversary's) and "ago" (roles length, since).
    """
    numbers = {number for mention in analysis.of_kind(MentionKind.QUANTITY) if (number := _number(analysis, mention))}
    for mention in analysis.of_kind(MentionKind.QUANTITY):
        number = _number(analysis, mention)
        if number is not None and not is_quoted(analysis, mention.start):
            yield from _anniversary(analysis, mention, number, alone=len(numbers) == 1)
    for one, two in pairwise(analysis.of_kind(MentionKind.TIME)):
        if one.sentence == two.sentence and not is_quoted(analysis, one.start):
            yield from _ago(analysis, one, two)


def _number(analysis: Analysis, mention: Mention) -> int | None:
    """Return which anniversary a quantity numbers: 30 for "30th anniversary"."""
    figure = mention.detail
    if not isinstance(figure, Quantity) or figure.kind is not QuantityKind.ORDINAL or figure.low is None:
        return None
    words = length_words(analysis.lexicon)
    behind = analysis.article.text[mention.end : mention.end + _WORD].split(maxsplit=1)
    counted = figure.unit in words.anniversaries or (behind and behind[0].lower() in words.anniversaries)
    return int(figure.low) if counted else None


def _anniversary(analysis: Analysis, mention: Mention, number: int, *, alone: bool) -> Iterator[Claim]:
    times = [
        (other, other.detail)
        for other in analysis.of_kind(MentionKind.TIME, sentence=mention.sentence)
        if isinstance(other.detail, Time)
    ]
    since = [pair for pair in times if _is_year(analysis, *pair) and _is_remembered(analysis, mention, pair[0])]
    elsewhere = year_elsewhere(analysis, mention, number) if alone and not since else None
    if elsewhere is not None:
        since = [elsewhere]
    if len(since) != 1:
        return
    now = [pair for pair in times if pair is not since[0] and pair[1].days is not None]
    roles = [("since", *since[0]), *(("now", *pair) for pair in now)]
    yield make_claim(
        analysis,
        Kind.DURATION,
        "anniversary",
        mention.start,
        mention.end,
        mention.sentence,
        when=since[0][1],
        value=str(number),
        operands=tuple(_operand(analysis, *role) for role in roles),
    )


def _operand(analysis: Analysis, role: str, mention: Mention, time: Time) -> Operand:
    place = analysis.locate(mention.start, mention.end, mention.sentence, time.value)
    return Operand(role, place, time=time, value=time.value)


def _is_year(analysis: Analysis, mention: Mention, time: Time) -> bool:
    """Tell whether a time names its year in four figures."""
    written = _YEAR.search(analysis.article.text[mention.start : mention.end]) is not None
    return written and time.form in {"year", "month", "date"} and time.days is not None


def _is_remembered(analysis: Analysis, anniversary: Mention, year: Mention) -> bool:
    """Tell whether a year is that of what an anniversary remembers.

    It stands behind "anniversary of ...", with no verb between but one of beginning, or before "its 70th anniversary"
    with such a verb ("the club, founded in 1955").
    """
    words = length_words(analysis.lexicon)
    if year.start < anniversary.start:
        return _opens_with_beginning(analysis, anniversary, year, words)
    between = analysis.span(anniversary.end, year.start, year.sentence)
    if between is None or year.start - anniversary.end > _REACH:
        return False
    tokens = [token for token in between if token.idx + analysis.sentences[year.sentence].start < year.start]
    if len(tokens) < 3 or tokens[1].lower_ not in {"of", "since"}:
        return False
    verbs = [token for token in tokens if token.pos_ == "VERB"]
    if any(token.lower_ in {"who", "whose"} for token in tokens):
        return False
    if len(verbs) > 1 or not all(_begins(verb, words) for verb in verbs):
        return False
    return tokens[-1].lower_ in {"in", "on", "the", "of", "since"} and (
        bool(verbs) or not any(token.is_punct for token in tokens)
    )


def _opens_with_beginning(analysis: Analysis, anniversary: Mention, year: Mention, words: LengthWords) -> bool:
    """Tell whether a year is that of the beginning of what has the anniversary: "Founded in 1955, the club ... its"."""
    before = analysis.span(analysis.sentences[year.sentence].start, year.start, year.sentence)
    owner = analysis.span(anniversary.start, anniversary.end, anniversary.sentence)
    if before is None or owner is None or len(before) < 2 or not owner.start:
        return False
    start, noun = owner.doc[owner.start - 1], owner.doc[min(owner.end + 1, len(owner.doc) - 1)]
    at = len(before) - 2 if before[-1].lower_ == "in" else -1
    opens = at == 0 or (at > 0 and before[at - 1].text == ",")
    return opens and _begins(before[at], words) and start.lower_ in {"its", "their"} and noun.lower_ != "of"


def _begins(verb: Token, words: LengthWords) -> bool:
    return verb.tag_ in {"VBN", "VBD", "VBG"} and verb.lemma_.lower() in words.beginnings


def _ago(analysis: Analysis, first: Mention, second: Mention) -> Iterator[Claim]:
    """Yield "five years ago, in 1992": a length of time to now, with the date that it leads to beside it."""
    length, since = first.detail, second.detail
    text = analysis.article.text
    if not isinstance(length, Time) or not isinstance(since, Time) or length.amount is None or length.mod:
        return
    if not text[first.start : first.end].lower().endswith("ago") or not _is_year(analysis, second, since):
        return
    if _BESIDE.match(text[first.end : second.start]):
        yield make_claim(
            analysis,
            Kind.DURATION,
            "ago",
            first.start,
            second.end,
            first.sentence,
            when=length,
            value=f"{length.amount:g} {length.unit}:{since.value}",
            operands=(_operand(analysis, "length", first, length), _operand(analysis, "since", second, since)),
        )
