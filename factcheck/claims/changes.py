"""Claims that something moved from one figure to another, with the percentage and the verb that tell how."""

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.claims.arithmetic import Figures, comparable
from factcheck.domain import Claim, Operand, QuantityKind
from factcheck.language.quantities_moves import move_lemma, move_lexicon
from factcheck.lexicon import Lexicon

_LONGEST_GAP = 8  # words of time or manner between the two figures
_REACH = 9  # tokens between a verb and its figures
_TURNS = frozenset(
    {
        "and",
        "but",
        "while",
        ";",
        ":",
        "(",
        ")",
        "or",
        "which",
        "with",
        "after",
        "against",
        "when",
        "on",
        "where",
        "who",
        "as",
    }
)


def change_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attribute "change"; the value is up or down, as the verb has it.

    Roles: from, to, change, verb; other and other beside for the sentence's further figures. Operands in the roles
    "other base" and "inverse" have no quantity: the sentence speaks of another base, or of something of which less
    can be more.
    """
    for at in range(len(figures.mentions) - 1):
        pair = _from_to(figures, at)
        if pair is None:
            continue
        before, after, own = pair
        first, last = min(before, after), max(before, after)
        verb = _verb(figures, first) if own else None
        change = _change(figures, first, last, own=own)
        if verb is None and change is None:
            continue
        taken = [index for index in (first, last, change) if index is not None]
        operands = [figures.operand("from", before), figures.operand("to", after)]
        if change is not None:
            operands.append(figures.operand("change", change))
            near = {change - 1, change + 1} - set(taken)
            others = [index for index in range(len(figures.mentions)) if index not in taken]
            operands += [figures.operand("other beside" if index in near else "other", index) for index in others]
        places = [
            operand.place
            for operand in operands
            if operand.role in {"from", "to"} or (operand.role == "change" and verb is None)
        ]
        if verb is not None:
            operands.append(verb)
            places.append(verb.place)
        operands += _doubts(figures, first, verb)
        start, end = min(place.start for place in places), max(place.end for place in places)
        yield figures.claim("change", start, end, operands, _direction(figures, verb))


def _from_to(figures: Figures, at: int) -> tuple[int, int, bool] | None:
    """Return which figures something moved from and to, and whether they are the verb's own.

    "from 41 to 47", "to 47 from 41"; and "47, up 15 percent from 41", which has no verb of its own.
    """
    opening = figures.before(at)[-1:]
    between = figures.between(at, at + 1)
    if comparable(figures.quantity(at), figures.quantity(at + 1)) and _quiet(between):
        if opening == ("from",) and between[-1:] == ("to",):
            return at, at + 1, True
        if opening == ("to",) and between[-1:] == ("from",):
            return at + 1, at, True
    if at + 2 < len(figures.mentions) and figures.quantity(at + 1).kind is QuantityKind.PERCENT:
        told = len(between) <= 5 and between[-1:] in {("up",), ("down",)} and "," in between[:-1] and _quiet(between)
        if (
            told
            and figures.between(at + 1, at + 2) == ("from",)
            and comparable(figures.quantity(at), figures.quantity(at + 2))
        ):
            return at + 2, at, False
    return None


def _quiet(words: Sequence[str]) -> bool:
    return len(words) <= _LONGEST_GAP and not _TURNS & set(words)


def _change(figures: Figures, first: int, last: int, *, own: bool) -> int | None:
    """Return the percentage that tells the change: between verb and figures, or directly behind them."""
    if not own:
        return first + 1
    if first > 0 and figures.quantity(first - 1).kind is QuantityKind.PERCENT and figures.quantity(first - 1).change:
        between = figures.between(first - 1, first)
        if between in {("from",), ("to",), (",", "from"), (",", "to")}:
            return first - 1
    following = last + 1
    if following < len(figures.mentions) and figures.quantity(following).kind is QuantityKind.PERCENT:
        between = figures.between(last, following)
        linked = (
            0 < len(between) <= 5
            and set(between) <= figures.words.change_links
            and between[0] in {",", "(", "-", "–", "—", "or"}
        )
        if linked and (figures.quantity(following).change or "or" in between):
            return following
    return None


@cache
def _directions(lexicon: Lexicon) -> dict[str, str]:
    moves = move_lexicon(lexicon)
    up, down = moves.rising | moves.acting_rising, moves.falling | moves.acting_falling
    return {**dict.fromkeys(sorted(up), "up"), **dict.fromkeys(sorted(down), "down")}


def _verb(figures: Figures, first: int) -> Operand | None:
    """Return the verb of change that directly governs a pair of figures; adverbs and the amount may stand between."""
    whole = figures.analysis.sentences[figures.sentence]
    start = figures.mentions[first].start - whole.start
    inside = [(mention.start - whole.start, mention.end - whole.start) for mention in figures.mentions[:first]]
    span = whole.doc.char_span(0, max(start, 1), alignment_mode="contract")
    if span is None:
        return None
    tokens = list(span)[-_REACH:]
    if not tokens or tokens.pop().lower_ not in {"to", "from"}:
        return None
    for token in reversed(tokens):
        if (
            any(begin <= token.idx < end for begin, end in inside)
            or token.tag_ in {"RB", "RBR"}
            or token.lower_ in {"by", ",", "a", "about"}
        ):
            continue
        if token.pos_ in {"VERB", "NOUN"} and move_lemma(token) in _directions(figures.analysis.lexicon):
            place = figures.analysis.locate(
                whole.start + token.idx, whole.start + token.idx + len(token), figures.sentence
            )
            return Operand("verb", place, value=move_lemma(token))
        return None
    return None


def _direction(figures: Figures, verb: Operand | None) -> str | None:
    return _directions(figures.analysis.lexicon)[verb.value] if verb is not None and verb.value else None


def _doubts(figures: Figures, first: int, verb: Operand | None) -> Iterator[Operand]:
    words = figures.all_words()
    place = figures.operand("from", first).place
    if words & figures.words.other_base:
        yield Operand("other base", place)
    if verb is not None and (verb.value in figures.words.of_worth or words & figures.words.inverse):
        yield Operand("inverse", place)
