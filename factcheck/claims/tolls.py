"""Claims that the dead of single days are part of a toll told since the beginning: "seven on Wednesday, 15 in all"."""

from collections.abc import Iterator
from functools import cache

import msgspec

from factcheck.claims.build import make_claim, quantity_operand
from factcheck.domain import Claim, Hedge, Kind, Mention, MentionKind, Quantity, QuantityKind, Time
from factcheck.language.analysis import Analysis, Span
from factcheck.lexicon import Lexicon

_BESIDE = 3  # words from the verb to its weekday
_REACH = 9  # words from the weekday to the number
_FEWEST_DAYS = 2


class TollWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of tolls.yml."""

    killed: frozenset[str]
    hurt: frozenset[str]
    toll: frozenset[str]
    since: frozenset[str]
    beginning: frozenset[str]
    verbs: frozenset[str]
    revised: frozenset[str]


@cache
def _words(lexicon: Lexicon) -> TollWords:
    return lexicon.load("tolls", TollWords)


def toll_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield a claim with the attribute "total": a toll since the beginning, and the tolls of the days it is made of.

    One of the days must stand in the toll's own sentence, so that it is surely among them; each day counts once, with
    the highest number told for it.
    """
    days: dict[str, Mention] = {}
    for mention, day in _of_days(analysis):
        known = days.get(day)
        if known is None or _low(mention) > _low(known):
            days[day] = mention
    for mention in analysis.of_kind(MentionKind.QUANTITY):
        if _is_whole_toll(analysis, mention):
            parts = [part for part in days.values() if part is not mention]
            beside = any(part.sentence == mention.sentence for part in parts)
            if len(parts) >= _FEWEST_DAYS and beside:
                yield _claim(analysis, mention, parts)
                return


def _low(mention: Mention) -> float:
    return (mention.detail.low or 0.0) if isinstance(mention.detail, Quantity) else 0.0


def _is_count(mention: Mention) -> bool:
    return isinstance(mention.detail, Quantity) and mention.detail.kind is QuantityKind.COUNT


def _of_days(analysis: Analysis) -> Iterator[tuple[Mention, str]]:
    """Yield the only number of dead of a sentence that says on which day they were killed, with the day's value."""
    words = _words(analysis.lexicon)
    for time in analysis.of_kind(MentionKind.TIME):
        detail = time.detail
        span = analysis.span(time.start, time.end, time.sentence)
        if not isinstance(detail, Time) or detail.form != "weekday" or detail.type != "DATE" or span is None:
            continue
        if any(token.lower_ in words.killed for token in span.doc[max(0, span.start - _BESIDE) : span.start]):
            near = list(_counts_near(analysis, span, time.sentence))
            if len(near) == 1:
                yield near[0], detail.value


def _counts_near(analysis: Analysis, day: Span, sentence: int) -> Iterator[Mention]:
    for mention in analysis.of_kind(MentionKind.QUANTITY, sentence=sentence):
        span = analysis.span(mention.start, mention.end, sentence)
        if span is None or not _is_count(mention) or abs(span.start - day.start) > _REACH:
            continue
        following = span.doc[span.end : span.end + 1]
        if not any(token.lower_ in _words(analysis.lexicon).hurt for token in (*span, *following)):
            yield mention


def _is_whole_toll(analysis: Analysis, mention: Mention) -> bool:
    """Tell whether a number is the exact toll from the beginning: "the toll since the start of the raid rose to 15"."""
    span = analysis.span(mention.start, mention.end, mention.sentence)
    quantity = mention.detail
    if span is None or not isinstance(quantity, Quantity) or quantity.hedge is not Hedge.EXACT:
        return False
    words = _words(analysis.lexicon)
    before = [token.lower_ for token in span.doc[max(0, span.start - 2 * _REACH) : span.start]]
    toll = next((at for at, word in enumerate(before) if word in words.toll), None)
    if toll is None or not _is_count(mention):
        return False
    rest = before[toll:]
    return bool(words.since & set(rest)) and bool(words.beginning & set(rest)) and not any(map(str.isdigit, rest))


def _claim(analysis: Analysis, total: Mention, parts: list[Mention]) -> Claim:
    operands = [
        *(quantity_operand(analysis, "part", part) for part in parts),
        quantity_operand(analysis, "total", total),
    ]
    return make_claim(analysis, Kind.CALCULATION, "total", total.start, total.end, total.sentence, operands=operands)
