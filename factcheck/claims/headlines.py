"""Figures of a headline that the text below it has nowhere: only these can be another figure than the text's."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations, permutations

from factcheck.domain import Claim, MentionKind, Quantity, QuantityKind, Time
from factcheck.language.analysis import Analysis

_MOST_TOGETHER = 6  # figures of a sentence beyond which what they make together says nothing
_SLACK = 1e-6
_ROUND = 100
_FEW = 3  # people and things that a text may name instead of counting them
_WITHIN = 0.1


def with_untold(analysis: Analysis, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims; figures of the headline that the text does not tell get the scope "untold".

    The text tells a figure when it has it in any unit and of any noun: as a count, an ordinal or a length of time, as
    an index ("114.3% of last year's level" for 14.3%), more exactly where the headline's is a round number ("38,000"
    for 38,214), or as the sum of two or three figures of one sentence; a percentage also where two of them make it. Up
    to three things may be named one by one.
    """
    told: list[float] | None = None
    for claim in claims:
        if not claim.in_title or claim.quantity is None:
            yield claim
            continue
        if told is None:
            told = list(_told(analysis))
        yield claim if _is_told(claim.quantity, told, analysis) else replace(claim, scope=(*claim.scope, "untold"))


def _is_told(quantity: Quantity, told: Sequence[float], analysis: Analysis) -> bool:
    sizes = _sizes(quantity)
    if quantity.kind is QuantityKind.COUNT and sizes and max(sizes) <= _FEW:
        return True
    made = _made(analysis) if quantity.kind is QuantityKind.PERCENT else ()
    return any(_is_of(size, quantity, other) for other in chain(told, made) for size in sizes)


def _told(analysis: Analysis) -> Iterator[float]:
    """Yield the size of each figure of the text, and the sums of some figures of one sentence."""
    for found in _of_sentences(analysis):
        for sizes in found:
            yield from sizes
        if len(found) <= _MOST_TOGETHER:
            for number in (2, 3):
                yield from map(sum, combinations([sizes[0] for sizes in found], number))


def _made(analysis: Analysis) -> Iterator[float]:
    """Yield what percentage one figure of a sentence is of another, and how far it lies from it."""
    for found in _of_sentences(analysis):
        firsts = [sizes[0] for sizes in found if sizes[0]]
        if len(firsts) <= _MOST_TOGETHER:
            for one, two in permutations(firsts, 2):
                yield from (_ROUND * one / two, abs(_ROUND * one / two - _ROUND))


def _of_sentences(analysis: Analysis) -> Iterator[list[list[float]]]:
    """Yield the sizes of each figure of the text, sentence by sentence."""
    for index in range(len(analysis.sentences)):
        found = (
            _sizes(mention.detail)
            for kind in (MentionKind.QUANTITY, MentionKind.TIME)
            for mention in analysis.of_kind(kind, sentence=index)
            if isinstance(mention.detail, Quantity | Time) and not analysis.in_title(mention.start)
        )
        yield [sizes for sizes in found if sizes]


def _sizes(detail: Quantity | Time) -> list[float]:
    """Return how large a figure is, without its sign; an index of a percentage as a change too."""
    if isinstance(detail, Time):
        return [float(detail.amount)] if detail.type == "DURATION" and detail.amount is not None else []
    sizes = list(dict.fromkeys(abs(bound) for bound in (detail.low, detail.high) if bound is not None))
    changes = [abs(size - _ROUND) for size in sizes] if detail.unit == "percent" and not detail.change else []
    return sizes + changes


def _is_of(size: float, headline: Quantity, other: float) -> bool:
    """Tell whether a headline's figure is one of the text, or that one rounded."""
    half = headline.step / 2
    if size >= _ROUND and size % _ROUND == 0:
        half = max(half, min(_round_step(size) / 2, _WITHIN * size))
    return abs(size - other) <= half + _SLACK * max(size, other)


def _round_step(size: float) -> float:
    """Return the worth of the last digit of a whole number that is no zero."""
    step = 1.0
    while size % (10 * step) == 0:
        step *= 10
    return step
