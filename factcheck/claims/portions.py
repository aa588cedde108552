"""Claims of parts whose whole is told before: "1,648 claims, and 206 of them, or one in eight", "a quarter (25%)"."""

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from factcheck.claims.arithmetic import Figures
from factcheck.domain import Claim, Hedge, QuantityKind
from factcheck.lexicon import Lexicon

_CLAUSE = 5  # words of "of those who were scanned"
_NEAR = 6  # tokens between a whole and its "of whom"
_SHARES = frozenset({QuantityKind.PERCENT, QuantityKind.RATIO, QuantityKind.FRACTION})
_SPLIT = frozenset({QuantityKind.RATIO, QuantityKind.FRACTION})


class PortionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of portions.yml."""

    pointing: frozenset[str]
    restating: frozenset[tuple[str, ...]]
    closing: frozenset[str]
    other: frozenset[str]


@cache
def _words(lexicon: Lexicon) -> PortionWords:
    return lexicon.load("portions", PortionWords)


def portion_claims(before: Sequence[Figures], figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attributes "fraction", "ratio" and "part"; `before` are the figures of sentences before.

    A fraction has the roles fraction and share ("a quarter (25%)"). The others have part, whole and share as "15 of the
    60 plants (25%)" has, but their whole is told before: "of them", "of whom". What else may be the whole is "other".
    """
    for at in range(len(figures.mentions)):
        share = _restated(figures, at)
        if share is not None and figures.quantity(at).kind in _SPLIT:
            if figures.quantity(share).kind is QuantityKind.PERCENT:
                operands = (figures.operand("fraction", at), figures.operand("share", share))
                yield figures.claim("fraction", figures.mentions[at].start, figures.mentions[share].end, operands)
        elif _is_part(figures, at):
            yield from _of_whole(before, figures, at, share)


def _restated(figures: Figures, at: int) -> int | None:
    """Return the share right behind a figure that says it again, if there is one."""
    share = at + 1
    if share >= len(figures.mentions) or figures.quantity(share).kind not in _SHARES or figures.quantity(share).change:
        return None
    words, lexicon = figures.between(at, share), _words(figures.analysis.lexicon)
    core = tuple(word for word in words if word not in figures.words.softening)
    if core[:1] == ("of",) and core[1:2] and core[1] in lexicon.pointing and len(core) <= _CLAUSE + _CLAUSE:
        cut = next((index for index, word in enumerate(core) if word in {",", "("}), len(core))
        core = core[cut:]
    if core not in lexicon.restating:
        return None
    behind = figures.behind(share)[:1]
    closed = behind == (")",) if core == ("(",) else not behind or behind[0] in lexicon.closing
    return share if closed else None


def _is_part(figures: Figures, at: int) -> bool:
    """Tell whether a count is of something told before: "206 of them", "of whom 206"."""
    quantity, pointing = figures.quantity(at), _words(figures.analysis.lexicon).pointing
    if quantity.kind is not QuantityKind.COUNT or quantity.unit is not None or quantity.hedge is not Hedge.EXACT:
        return False
    behind = figures.behind(at)[:2]
    led = tuple(word for word in figures.before(at)[-3:] if word != ",")[-2:]
    return any(len(pair) == 2 and pair[0] == "of" and pair[1] in pointing for pair in (behind, led))


def _of_whole(before: Sequence[Figures], figures: Figures, at: int, share: int | None) -> Iterator[Claim]:
    words = figures.all_words().union(*(earlier.all_words() for earlier in before))
    if words & _words(figures.analysis.lexicon).other:
        return
    last = [earlier for earlier in before if earlier.sentence == figures.sentence - 1]
    here = [figures.operand("whole", other) for other in _things(figures, at)]
    wholes = here or [earlier.operand("whole", other) for earlier in last for other in _things(earlier)]
    if len(wholes) != 1 or (here and _follows_other(figures, next(_things(figures, at)), at)):
        return
    part, end = figures.operand("part", at), figures.mentions[at if share is None else share].end
    if share is not None:
        used = {wholes[0].place.start, part.place.start}
        others = [
            every.operand("other", other)
            for every in (*before, figures)
            for other in range(len(every.mentions))
            if every.quantity(other).kind is QuantityKind.COUNT and every.mentions[other].start not in used
        ]
        operands = (part, wholes[0], figures.operand("share", share), *others)
        yield figures.claim("ratio", figures.mentions[at].start, end, operands)
    if here and _stands_beside(figures, next(_things(figures, at)), at):
        yield figures.claim("part", wholes[0].place.start, end, (part, wholes[0]))


def _things(figures: Figures, end: int | None = None) -> Iterator[int]:
    """Yield the counts of things, those before a mention."""
    for at in range(len(figures.mentions) if end is None else end):
        quantity = figures.quantity(at)
        if quantity.kind is QuantityKind.COUNT and quantity.unit is not None and not quantity.change:
            yield at


def _follows_other(figures: Figures, whole: int, at: int) -> bool:
    """Tell whether "of them" may be of a count without a noun: "three people died and 58 hurt, 11 of them badly"."""
    return any(figures.quantity(other).kind is QuantityKind.COUNT for other in range(whole + 1, at))


def _stands_beside(figures: Figures, whole: int, at: int) -> bool:
    """Tell whether no other noun in the plural stands between a whole's and the "of whom" that points at it."""
    head = figures.quantity(whole).head
    start = max(figures.mentions[whole].end, head[1] if head else 0)
    span = figures.analysis.span(start, figures.mentions[at].start, figures.sentence)
    return span is not None and len(span) <= _NEAR and not any(token.tag_ in {"NNS", "NNPS"} for token in span)
