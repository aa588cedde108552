"""Claims of changes told over two neighbouring sentences: "There were 620. That is a rise of 20 percent."."""

from collections.abc import Iterator
from functools import cache

import msgspec

from factcheck.claims.arithmetic import Figures, comparable
from factcheck.claims.changes import change_claims, exact_base
from factcheck.domain import Claim, Operand, QuantityKind
from factcheck.language.quantities_moves import move_lexicon
from factcheck.lexicon import Lexicon

_LONGEST_OPENING = 6  # words of "this represents an overall increase of"
_LONGEST_EARLIER = 14  # words of "in the same five months of last year, there had been"


class ComparisonWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of comparisons.yml."""

    pointing: tuple[str, ...]
    between: frozenset[str]
    on: frozenset[tuple[str, ...]]
    earlier: tuple[str, ...]
    being: frozenset[str]


@cache
def _words(lexicon: Lexicon) -> ComparisonWords:
    return lexicon.load("comparisons", ComparisonWords)


def comparison_claims(one: Figures, two: Figures) -> Iterator[Claim]:
    """Yield claims with the attribute "change" and its roles from, to and change, of two neighbouring sentences.

    The second sentence points back at a figure and tells its change ("That is 20 percent more than the 516 of 2023"),
    or it tells the figure before ("A year earlier there were 516").
    """
    if two.sentence != one.sentence + 1 or one.analysis.in_title(one.mentions[0].start):
        return
    if _points_back(two):
        yield from _pointed(one, two)
    elif _tells_earlier(two):
        yield from _earlier(one, two)


def _points_back(two: Figures) -> bool:
    """Tell whether a sentence begins with "That is a rise of" and a share."""
    share, lexicon = two.quantity(0), two.analysis.lexicon
    opening = " ".join(two.before(0))
    led = [form for form in _words(lexicon).pointing if f"{opening} ".startswith(f"{form} ")]
    if share.kind is not QuantityKind.PERCENT or not share.change or not led:
        return False
    rest = opening.removeprefix(max(led, key=len)).split()
    moves = move_lexicon(lexicon)
    return len(rest) <= _LONGEST_OPENING and set(rest) <= _words(lexicon).between | moves.up | moves.down


def _pointed(one: Figures, two: Figures) -> Iterator[Claim]:
    share = two.operand("change", 0)
    if len(two.mentions) > 1 and two.plain(0, 1) in _on(two):
        base = two.quantity(1)
        like = [at for at in range(len(one.mentions)) if comparable(one.quantity(at), base)]
        if len(like) == 1 and _same_noun(one, like[0], two, 1):
            used = (one.operand("to", like[0]), exact_base(two.operand("from", 1)), share)
            yield from _claims(one, two, used)
    elif _ends(two, 0):
        for claim in change_claims(one):
            by_role = {operand.role: operand for operand in claim.operands}
            if "change" not in by_role:
                yield from _claims(one, two, (by_role["to"], by_role["from"], share))


def _on(two: Figures) -> frozenset[tuple[str, ...]]:
    """Return what leads from a share to its base: "over the", "more than the"."""
    moves, phrases = move_lexicon(two.analysis.lexicon), _words(two.analysis.lexicon).on
    compared = {(word, "than", *tail) for word in moves.up | moves.down for tail in ((), ("the",))}
    return frozenset(phrases | compared)


def _ends(two: Figures, at: int) -> bool:
    """Tell whether no base is named behind a share: a comma, a stop or a time follows, or "on the year before"."""
    return two.behind(at)[:1] in {(",",), (".",), (), (";",), ("and",)}


def _same_noun(one: Figures, at: int, two: Figures, base: int) -> bool:
    """Tell whether two figures are of one thing: money and measures of one unit, counts of one noun."""
    a, b = one.quantity(at), two.quantity(base)
    return a.kind is not QuantityKind.COUNT or b.kind is not QuantityKind.COUNT or a.unit == b.unit


def _tells_earlier(two: Figures) -> bool:
    """Tell whether a sentence begins with a time before and has one figure: "A year earlier it was 45 million"."""
    words = _words(two.analysis.lexicon)
    opening = two.before(0)
    text = " ".join(opening)
    led = any(text.startswith(form) for form in words.earlier)
    return led and len(opening) <= _LONGEST_EARLIER and len(two.mentions) == 1 and bool(words.being & set(opening[-3:]))


def _earlier(one: Figures, two: Figures) -> Iterator[Claim]:
    """Read "rose 12 percent to 56 million" or "56 million, up 12 percent" with the figure before behind it."""
    for at in range(len(one.mentions) - 1):
        for share, level in ((at, at + 1), (at + 1, at)):
            joint = one.between(at, at + 1)
            behind = joint in {(",", "up"), (",", "down")} and _ends(one, share)
            told = joint in {("to",), (",", "to")} if share < level else behind
            if not told or one.quantity(share).kind is not QuantityKind.PERCENT or not one.quantity(share).change:
                continue
            levels = [other for other in range(len(one.mentions)) if comparable(one.quantity(other), two.quantity(0))]
            if levels == [level] and _same_noun(one, level, two, 0):
                used = (one.operand("to", level), two.operand("from", 0), one.operand("change", share))
                yield from _claims(one, two, used)


def _claims(one: Figures, two: Figures, used: tuple[Operand, ...]) -> Iterator[Claim]:
    """Yield the claim of a change unless a sentence speaks of another base."""
    if any((figures.all_words() - figures.timed_words()) & figures.words.other_base for figures in (one, two)):
        return
    taken = {operand.place.start for operand in used}
    others = [
        figures.operand("other", at)
        for figures in (one, two)
        for at in range(len(figures.mentions))
        if figures.mentions[at].start not in taken
    ]
    start, end = min(taken), max(operand.place.end for operand in used)
    yield one.claim("change", start, end, (*used, *others))
