"""Claims that a figure is told again in another unit: "20 million baht (800,000 dollars)", "100 km (62 miles)"."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from factcheck.claims.arithmetic import Figures
from factcheck.claims.build import make_claim
from factcheck.domain import Claim, Hedge, Kind, MentionKind, Operand, Quantity, QuantityKind, Time
from factcheck.language.numerals import number_words, numerals
from factcheck.language.pieces import pieces
from factcheck.lexicon import Lexicon
from factcheck.units import in_unit, readings

_NEAR_DAYS = 45  # between a sum's own date and publication: rates move with the months
_BOUNDS = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.LESS_THAN, Hedge.UP_TO, Hedge.ROUND})
_BROKEN = re.compile(r"\d[.,]\s+$")  # "3. 46 trillion won": the figure begins before the gap
_BRACKETS = {"(": ")", "[": "]"}


class RestatementWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of restatements.yml."""

    opening: tuple[str, ...]
    softening: tuple[str, ...]
    closing: frozenset[str]
    equals: frozenset[str]
    other_rate: tuple[str, ...]
    shared: frozenset[str]


@cache
def _words(lexicon: Lexicon) -> RestatementWords:
    return lexicon.load("restatements", RestatementWords)


@cache
def _joints(lexicon: Lexicon) -> frozenset[tuple[str, ...]]:
    """Return every opening, alone and with each softening word behind it, as pieces."""
    words = _words(lexicon)
    openings = [pieces(opening).words for opening in words.opening]
    softenings = [(), *(pieces(softening).words for softening in words.softening)]
    return frozenset(opening + softening for opening in openings for softening in softenings)


def restatement_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attributes "exchange" and "conversion" and the roles stated and converted.

    An exchange's value names its two currencies in order ("IEP|USD"); its scope says which of them are named by a word
    that countries share ("shared:USD"), and "dated" that a rate of another day may be meant. A conversion has the
    first figure in the unit of the second too, in the role recomputed, once for each size that the units may have.
    """
    for at in range(len(figures.mentions) - 1):
        stated, converted = figures.quantity(at), figures.quantity(at + 1)
        if stated.kind is not converted.kind or stated.unit == converted.unit or not _restated(figures, at):
            continue
        if in_unit(stated, converted.unit or "", figures.analysis.lexicon) and stated.kind is QuantityKind.MONEY:
            continue  # "$2 million, or 20 cents a share"
        if stated.kind is QuantityKind.MONEY:
            if not {stated.hedge, converted.hedge} & _BOUNDS and not _at_another_rate(figures):
                yield _exchange(figures, at, stated, converted)
        elif stated.kind is QuantityKind.MEASURE and not _compound(figures, at):
            sizes = readings(stated, converted.unit or "", figures.analysis.lexicon)
            if sizes:
                yield _conversion(figures, at, sizes)


def _restated(figures: Figures, at: int) -> bool:
    """Tell whether the next figure stands behind this one as the same amount in another unit, and nothing else."""
    words = _words(figures.analysis.lexicon)
    between = figures.between(at, at + 1)
    if len(between) == 1 and between[0] in words.equals:
        return True
    stated, converted = figures.quantity(at), figures.quantity(at + 1)
    opening = figures.mentions[at].start
    if _BROKEN.search(figures.analysis.article.text, max(0, opening - 8), opening):
        return False
    if between not in _joints(figures.analysis.lexicon) or converted.per not in {None, stated.per}:
        return False
    if (stated.low == stated.high) != (converted.low == converted.high):
        return False
    behind = figures.behind(at + 1)[:1]
    closed = _BRACKETS.get(between[0])
    return behind == (closed,) if closed else not behind or behind[0] in words.closing


def _compound(figures: Figures, at: int) -> bool:
    """Tell whether a measure is the last part of one written in two units ("six feet two inches")."""
    if at == 0 or len(figures.between(at - 1, at)) > 1:
        return False
    before, unit = figures.quantity(at - 1), figures.quantity(at).unit
    return bool(readings(before, unit or "", figures.analysis.lexicon)) or before.unit == unit


def _exchange(figures: Figures, at: int, stated: Quantity, converted: Quantity) -> Claim:
    currencies = "|".join(sorted((stated.unit or "", converted.unit or "")))
    shared = [
        f"shared:{figures.quantity(index).unit}"
        for index in (at, at + 1)
        if _currency_word(figures, index) in _words(figures.analysis.lexicon).shared
    ]
    scope = (*sorted(shared), *(["dated"] if _dated(figures) else []))
    return _claim(
        figures,
        "exchange",
        at,
        (),
        value=currencies,
        scope=scope,
        keys=() if "dated" in scope else (f"rate:{currencies}",),
    )


def _conversion(figures: Figures, at: int, sizes: tuple[Quantity, ...]) -> Claim:
    place = figures.operand("stated", at).place
    return _claim(
        figures, "conversion", at, tuple(Operand("recomputed", place, quantity=size) for size in sizes), value=None
    )


def _claim(
    figures: Figures,
    attribute: str,
    at: int,
    more: tuple[Operand, ...],
    *,
    value: str | None,
    scope: tuple[str, ...] = (),
    keys: tuple[str, ...] = (),
) -> Claim:
    return make_claim(
        figures.analysis,
        Kind.CALCULATION,
        attribute,
        figures.mentions[at].start,
        figures.mentions[at + 1].end + _closed(figures, at),
        figures.sentence,
        operands=(figures.operand("stated", at), figures.operand("converted", at + 1), *more),
        value=value,
        scope=scope,
        keys=keys,
    )


def _closed(figures: Figures, at: int) -> bool:
    """Tell whether the bracket that holds the second figure is closed directly behind it."""
    end = figures.mentions[at + 1].end
    return figures.between(at, at + 1)[0] in _BRACKETS and figures.analysis.article.text[end] in _BRACKETS.values()


def _currency_word(figures: Figures, at: int) -> str:
    """Return what a sum of money is called where it is written: its text without the number."""
    mention, lexicon = figures.mentions[at], figures.analysis.lexicon
    text = pieces(figures.analysis.article.text[mention.start : mention.end])
    numbers = {index for found in numerals(text, number_words(lexicon)) for index in range(found.first, found.last)}
    return " ".join(word for index, word in enumerate(text.words) if index not in numbers)


def _dated(figures: Figures) -> bool:
    """Tell whether the sentence, or the one before it, speaks of a day that is not about that of publication."""
    analysis = figures.analysis
    published = analysis.article.published
    for sentence in {max(0, figures.sentence - 1), figures.sentence}:
        for mention in analysis.of_kind(MentionKind.TIME, sentence=sentence):
            time = mention.detail
            if not isinstance(time, Time) or time.type != "DATE":
                continue
            if time.days is None or published is None or published.days is None:
                if time.year_written:
                    return True
            elif abs(time.days.days_after(published.days)) > _NEAR_DAYS:
                return True
    return False


def _at_another_rate(figures: Figures) -> bool:
    whole = figures.analysis.sentences[figures.sentence]
    text = f" {' '.join(figures.analysis.article.text[whole.start : whole.end].lower().split())} "
    return any(word in text for word in _words(figures.analysis.lexicon).other_rate)
