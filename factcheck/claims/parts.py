"""Claims that a part is of a whole, and so many percent of it: "15 of the 60 plants (25%)"."""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.claims.arithmetic import Figures
from factcheck.claims.sums import sum_words
from factcheck.domain import Claim, Hedge, Operand, Quantity, QuantityKind
from factcheck.language.numerals import number_words, numerals
from factcheck.language.pieces import pieces

_FEWEST = 2
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our", "all", "these", "those"})
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_JOINTS = (["("], [",", "or"], ["or"], ["(", "or"], ["-", "or"])
_DASHES = (["-"], ["–"], ["—"])
_LONGEST_OWNER = 5  # words of "of the village's"
_LONGEST_SHARED = 7  # words of "of the samples, or"
_TOTAL_AT = 3  # words of "of the total"
_RATE_NEAR = 4  # words from a rate to its figure, and from a whole to what was done


class _Part(NamedTuple):
    """A part and its whole, with the first and last mention that they are written in."""

    part: Operand
    whole: Operand
    first: int
    last: int


def part_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attributes "part" ("45 of the 40 delegates") and "ratio" ("15 of 60 plants (30%)")."""
    for at in range(len(figures.mentions)):
        yield from _interrupted(figures, at)
        found = _part_of_whole(figures, at)
        if found is None:
            continue
        start, end = figures.mentions[found.first].start, figures.mentions[found.last].end
        if found.whole.quantity is None or found.whole.quantity.unit is not None:
            yield figures.claim("part", start, end, (found.part, found.whole))
        share = _share(figures, found)
        if share is not None:
            first, last = min(found.first, share), max(found.last, share)
            end = figures.mentions[last].end
            closed = figures.analysis.article.text[end : end + 1] == ")"
            operands = (found.part, found.whole, figures.operand("share", share))
            yield figures.claim("ratio", figures.mentions[first].start, end + closed, operands)


def _interrupted(figures: Figures, at: int) -> Iterator[Claim]:
    """Read a part whose share stands in brackets before its whole: "15 (25%) of the 60 plants"."""
    if at + 2 >= len(figures.mentions) or not _is_share(figures, at + 1):
        return
    part, whole = figures.quantity(at), figures.quantity(at + 2)
    counted = part.kind is QuantityKind.COUNT and whole.kind is QuantityKind.COUNT
    if not counted or whole.unit is None or part.unit not in {None, whole.unit}:
        return
    behind = figures.between(at + 1, at + 2)
    if figures.between(at, at + 1) == ("(",) and behind[:1] == (")",) and _of(behind[1:]):
        operands = (figures.operand("part", at), figures.operand("whole", at + 2), figures.operand("share", at + 1))
        yield figures.claim("ratio", figures.mentions[at].start, figures.mentions[at + 2].end, operands)


def _share(figures: Figures, found: _Part) -> int | None:
    """Return the percentage that restates a part: "15 of 60 plants (30%)", "30 percent, or 15 of the 60 plants"."""
    behind, before = found.last + 1, found.first - 1
    if behind < len(figures.mentions) and _is_share(figures, behind):
        joint = _core(figures, found.last, behind)
        dashed = joint in _DASHES
        if (joint in _JOINTS and not dashed) or (dashed and list(figures.behind(behind)[:1]) == joint):
            return behind
        if joint == [","] and figures.behind(behind)[:_TOTAL_AT] in sum_words(figures.analysis.lexicon).of_the_total:
            return behind
    if before < 0 or not _is_share(figures, before):
        return None
    words = figures.between(before, found.first)
    bracketed = words[-1:] == ("(",) and figures.behind(found.last)[:1] == (")",)
    whole_told = words[:1] == ("of",) and len(words) <= _LONGEST_OWNER and bracketed
    core = _core(figures, before, found.first)
    restated = core[-2:] == [",", "or"] and (len(core) == _FEWEST or (core[0] == "of" and len(core) <= _LONGEST_SHARED))
    return before if whole_told or restated or _counts_rate(figures, before, found) else None


def _counts_rate(figures: Figures, share: int, found: _Part) -> bool:
    """Tell whether part and whole are what a rate is made of: "Turnout was 25 percent: 15 of the 60 members voted"."""
    words = figures.before(share)
    counted = sum_words(figures.analysis.lexicon).rates_counted
    rates = [rate for rate in words if rate in counted]
    if figures.between(share, found.first) != (":",) or len(rates) != 1 or rates[0] not in words[-_RATE_NEAR:]:
        return False
    return bool(set(figures.behind(found.last)[:_RATE_NEAR]) & counted[rates[0]])


def _is_share(figures: Figures, at: int) -> bool:
    quantity = figures.quantity(at)
    return quantity.kind is QuantityKind.PERCENT and not quantity.change


def _core(figures: Figures, first: int, last: int) -> list[str]:
    return [word for word in figures.between(first, last) if word not in figures.words.softening]


def _part_of_whole(figures: Figures, at: int) -> _Part | None:
    quantity = figures.quantity(at)
    if quantity.kind is QuantityKind.RATIO:
        return _written_ratio(figures, at)
    if at + 1 >= len(figures.mentions) or quantity.kind is not QuantityKind.COUNT:
        return None
    other, between = figures.quantity(at + 1), figures.between(at, at + 1)
    if other.kind is not QuantityKind.COUNT:
        return None
    if other.unit is not None and _of(between) and quantity.unit in {None, other.unit}:
        return _Part(figures.operand("part", at), figures.operand("whole", at + 1), at, at + 1)
    if (
        quantity.unit is not None
        and between == (",",)
        and other.unit in {None, quantity.unit}
        and _announced(figures, at)
    ):
        return _Part(figures.operand("part", at + 1), figures.operand("whole", at), at, at + 1)
    return None


def _of(between: tuple[str, ...]) -> bool:
    """Tell whether a whole follows: "of the", "out of the", "of the village's"."""
    words = between[1:] if between[:1] == ("out",) else between
    if words[:1] != ("of",):
        return False
    owned = len(words) <= _LONGEST_OWNER and len(words) > 1 and words[-1].endswith(_POSSESSIVE)
    return owned or (len(words) == _FEWEST and words[1] in _DETERMINERS)


def _announced(figures: Figures, at: int) -> bool:
    """Tell whether a sentence begins with a whole: "Of the 40 delegates, 45 voted"."""
    before = tuple(word for word in figures.before(at) if word not in _DETERMINERS)
    return before in {("of",), ("out", "of")}


def _written_ratio(figures: Figures, at: int) -> _Part | None:
    """Return part and whole of "15 of 60 plants" as counts; "one in five" is a rate and says nothing of either."""
    mention, quantity = figures.mentions[at], figures.quantity(at)
    text = pieces(figures.analysis.article.text[mention.start : mention.end])
    found = list(numerals(text, number_words(figures.analysis.lexicon)))
    if len(found) != _FEWEST or text.word(found[0].last) == "in":
        return None
    operands = []
    for role, number, hedge in zip(("part", "whole"), found, (quantity.hedge, Hedge.EXACT), strict=True):
        start, end = mention.start + text.starts[number.first], mention.start + text.ends[number.last - 1]
        value = Quantity(QuantityKind.COUNT, number.low, number.high, unit=quantity.unit, hedge=hedge)
        place = figures.analysis.locate(start, end, figures.sentence)
        operands.append(Operand(role, place, quantity=value, value=place.text))
    return _Part(operands[0], operands[1], at, at)
