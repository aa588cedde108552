"""Claims of what each of many got or made: "12 firms got 5 million each, 60 million in all", "an average of 5 each"."""

from collections.abc import Iterator, Sequence

from factcheck.claims.arithmetic import Figures, comparable
from factcheck.claims.sums import sum_words
from factcheck.domain import Claim, Hedge, Operand, QuantityKind

_LONGEST = 6  # words between the amount for each and the total
_OPENING = 6  # words from the beginning of a sentence to "an average of"
_BEHIND = 7  # words behind an average that may say of when it is
_FEW = 3  # figures of "12 firms got 5 million each, 60 million in all"


def average_claims(before: Figures | None, figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attribute "average" and the roles count, each and total.

    The value is "mean" where the amount is called an average; such a claim may hold further figures as "other". The
    count and the total may stand in the sentence before, when the amount is told first in its own ("That is an average
    of 40 for each clinic").
    """
    yield from _each(figures)
    for at in range(len(figures.mentions)):
        if figures.before(at)[-2:] == ("average", "of"):
            yield from _mean(before, figures, at)


def _each(figures: Figures) -> Iterator[Claim]:
    """Read "12 firms got 5 million each, 50 million in all": a count, the amount for each, and the closed total."""
    words = sum_words(figures.analysis.lexicon)
    for at in range(len(figures.mentions) - 2):
        count, amount, total = (figures.quantity(at + step) for step in range(3))
        between = figures.between(at + 1, at + 2)
        each = bool(between) and between[0] in words.each
        closed = figures.words.closed_by - {"all"} & set(between) or figures.behind(at + 2)[:2] in {
            ("in", "all"),
            ("in", "total"),
        }
        if count.kind is not QuantityKind.COUNT or count.unit is None or not each or not closed:
            continue
        if not comparable(amount, total) or len(between) > _LONGEST or "and" in between or len(figures.mentions) > _FEW:
            continue
        operands = [figures.operand(role, at + step) for step, role in enumerate(("count", "each", "total"))]
        yield figures.claim("average", figures.mentions[at].start, figures.mentions[at + 2].end, operands)


def _mean(before: Figures | None, figures: Figures, at: int) -> Iterator[Claim]:
    """Read "treated 9,360 patients, an average of 1,560 for each clinic" where the clinics are counted too."""
    of = figures.quantity(at).per or _divisor(figures, at)
    if of is None or figures.quantity(at).hedge is not Hedge.EXACT or _compared(figures, at):
        return
    near = [(figures, other) for other in range(at)]
    if at == 0 and before is not None and len(figures.before(at)) <= _OPENING:
        near = [(before, other) for other in range(len(before.mentions))]
    totals = [told for told in near if _may_total(told, figures, at, of)]
    counts = [told for told in near if _may_count(told, totals, of)]
    if not totals or len(counts) != 1:
        return
    others = [told for told in near if told not in (counts[0], totals[-1])]
    operands = [_operand("count", counts[0]), figures.operand("each", at), _operand("total", totals[-1])]
    operands += [_operand("other", told) for told in others]
    start, end = min(operand.place.start for operand in operands), figures.mentions[at].end
    yield near[0][0].claim("average", start, end, operands, "mean")


def _compared(figures: Figures, at: int) -> bool:
    """Tell whether an average may be that of another time or of others: "against an average of 3 a match last year"."""
    led = figures.between(at - 1, at) if at > 0 else figures.before(at)
    return bool({*led, *figures.behind(at)[:_BEHIND]} & sum_words(figures.analysis.lexicon).compared)


def _operand(role: str, told: tuple[Figures, int]) -> Operand:
    return told[0].operand(role, told[1])


def _divisor(figures: Figures, at: int) -> str | None:
    """Return the noun behind "a", "per" or "for each"; "them" for "each" and "for each of them"."""
    words = sum_words(figures.analysis.lexicon)
    behind = figures.behind(at)
    for led in words.for_each:
        if behind[: len(led)] == led:
            return _noun(figures, at, behind, len(led))
    return None


def _noun(figures: Figures, at: int, behind: Sequence[str], led: int) -> str | None:
    words = sum_words(figures.analysis.lexicon)
    if behind[0] in words.each or behind[led : led + 2] == ("of", "them"):
        return "them"
    whole = figures.analysis.sentences[figures.sentence]
    end = figures.mentions[at].end - whole.start
    tokens = [token for token in whole.doc if token.idx >= end and token.text.isalpha()]
    noun = tokens[led : led + 1]
    following = behind[led + 1 : led + 2]
    plain = not following or not following[0].isalpha() or following[0] in words.behind_noun
    return noun[0].lemma_.lower() if noun and plain else None


def _may_total(told: tuple[Figures, int], figures: Figures, at: int, of: str) -> bool:
    """Tell whether a figure may be the sum of all: of the average's unit, or a count where that has none."""
    quantity, each = told[0].quantity(told[1]), figures.quantity(at)
    if quantity.change or quantity.unit == of or quantity.hedge in {Hedge.MORE_THAN, Hedge.LESS_THAN}:
        return False
    if each.unit is None:
        return quantity.kind is QuantityKind.COUNT and quantity.unit is not None
    return quantity.kind is each.kind and quantity.unit == each.unit


def _may_count(told: tuple[Figures, int], totals: Sequence[tuple[Figures, int]], of: str) -> bool:
    quantity = told[0].quantity(told[1])
    if quantity.kind is not QuantityKind.COUNT or quantity.unit is None or quantity.hedge is not Hedge.EXACT:
        return False
    return quantity.unit == of or (of == "them" and told not in totals)
