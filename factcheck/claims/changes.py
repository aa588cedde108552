"""Claims that something moved from one figure to another, with the percentage and the verb that tell how."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from factcheck.claims.arithmetic import Figures, comparable
from factcheck.claims.changeverbs import UP_DOWN, change_verb, direction_of
from factcheck.domain import Claim, Hedge, MentionKind, Operand, Quantity, QuantityKind
from factcheck.language.quantities_moves import move_lexicon
from factcheck.lexicon import Lexicon
from factcheck.units import in_unit

_LONGEST_GAP = 8  # words of time or manner between the two figures
_TURNS = frozenset(
    {
        *("and", "but", "while", ";", ":", "(", ")", "or", "which", "with", "after", "against", "when", "on", "where"),
        *("who", "as"),
    }
)
_SHORT_GAP, _LED_GAP = 6, 10  # words between a figure and the share of its change
_FAR = 10  # times: "$2.53 a share, up from $100 million" are two things
_NEAR = 12  # characters from a share to the time that it is told on
_LOOSE = 5.0  # percentage points: how exactly "by a fifth" is meant


class _Move(NamedTuple):
    """Which figures something moved from and to, whether they are their verb's own, and the share told between."""

    before: int
    after: int
    own: bool
    change: int | None = None
    direction: str | None = None
    than: bool = False


def change_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attribute "change"; the value is up or down, as the verb has it.

    Roles: from, to, change, verb; other and other beside for the sentence's further figures. Operands in the roles
    "other base" and "inverse" have no quantity: the sentence speaks of another base, or of something of which less
    can be more.
    """
    for at in range(len(figures.mentions) - 1):
        move = _move(figures, at)
        if move is None:
            continue
        first, last = min(move.before, move.after), max(move.before, move.after)
        verb = change_verb(figures, first) if move.own else _particle(figures, move, last)
        change = move.change if move.change is not None else _change(figures, first, last, own=move.own)
        fraction = _fraction(figures, first, verb) if change is None else None
        if verb is not None or change is not None:
            yield _claim(figures, move, change, fraction, verb)


def _claim(figures: Figures, move: _Move, change: int | None, fraction: Operand | None, verb: Operand | None) -> Claim:
    taken = [index for index in (move.before, move.after, change) if index is not None]
    before = figures.operand("from", move.before)
    operands = [exact_base(before) if move.than else before, figures.operand("to", move.after)]
    if change is not None:
        operands.append(_share(figures, change, move.before))
    elif fraction is not None:
        operands.append(fraction)
    if change is not None or fraction is not None:
        near = {change - 1, change + 1} - set(taken) if change is not None else set()
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
    operands += _doubts(figures, min(move.before, move.after), verb, change)
    start, end = min(place.start for place in places), max(place.end for place in places)
    return figures.claim("change", start, end, operands, direction_of(figures, verb))


def exact_base(operand: Operand) -> Operand:
    """Return a base as no bound, though it follows "more than": "20 percent more than the 41 of last year"."""
    quantity = operand.quantity
    return replace(operand, quantity=replace(quantity, hedge=Hedge.EXACT)) if quantity else operand


def _is_share(figures: Figures, at: int, level: int) -> bool:
    """Tell whether a figure may be the share of a level's change: in percent, or of a percentage in points."""
    return figures.quantity(at).kind is QuantityKind.PERCENT or _in_points(figures, at, level) is not None


def _in_points(figures: Figures, at: int, level: int) -> Quantity | None:
    """Return a figure as percentage points when it is a change in points, of a percentage; else None."""
    quantity = figures.quantity(at)
    if figures.quantity(level).kind is not QuantityKind.PERCENT or not quantity.change:
        return None
    if quantity.kind is QuantityKind.POINTS:
        return quantity if quantity.unit == "points" else in_unit(quantity, "points", figures.analysis.lexicon)
    bare = quantity.kind is QuantityKind.MEASURE and quantity.unit == "point"
    return replace(quantity, kind=QuantityKind.POINTS, unit="points") if bare else None


def _share(figures: Figures, change: int, level: int) -> Operand:
    """Return the share of a level's change; "a drop of 20 percent on" tells by its noun which way it went."""
    operand, points = figures.operand("change", change), _in_points(figures, change, level)
    quantity = points or figures.quantity(change)
    operand = replace(operand, quantity=quantity)
    moves, before = move_lexicon(figures.analysis.lexicon), figures.before(change)[-2:]
    if quantity.change or quantity.low is None or quantity.high is None or before[-1:] != ("of",):
        return operand
    if before[0] in moves.down:
        quantity = replace(quantity, low=-quantity.high, high=-quantity.low, change=True)
    elif before[0] in moves.up:
        quantity = replace(quantity, change=True)
    return replace(operand, quantity=quantity)


def _move(figures: Figures, at: int) -> _Move | None:
    """Return the move that two figures tell, the second of them the next or, a share between them, the one behind.

    "from 41 to 47", "to 47 from 41", "to 47, compared with 41", "up 20 percent at 47 from 41", "47, up from 41"; and
    "47, up 15 percent from 41", "47, an increase of 15 percent on last year's 41".
    """
    if _levels(figures, at, at + 1):
        found = _beside(figures, at)
        if found is not None:
            return found
    if at + 2 < len(figures.mentions) and _levels(figures, at, at + 2):
        return _around_share(figures, at)
    return None


def _levels(figures: Figures, one: int, other: int) -> bool:
    """Tell whether two figures are levels of one unit; the second may leave out what the first is per."""
    a, b = figures.quantity(one), figures.quantity(other)
    if b.per is None and a.per is not None and _alike(a, b):
        b = replace(b, per=a.per)
    return comparable(a, b)


def _beside(figures: Figures, at: int) -> _Move | None:
    opening, between = figures.before(at)[-1:], figures.plain(at, at + 1)
    moved = between[-2:-1]
    if between[-1:] == ("from",) and between[:1] == (",",) and moved and moved[0] in UP_DOWN:
        after = _of_like_size(figures, at)
        told = set(between[:-2]) <= figures.words.being and after is not None
        return _Move(at + 1, after, own=False, direction=moved[0]) if told and after is not None else None
    if _compares(figures, between) or (opening == ("to",) and between[-1:] == ("from",) and _quiet(between)):
        return _Move(at + 1, at, own=True)
    if opening == ("from",) and between[-1:] == ("to",) and _quiet(between):
        return None if _is_earlier_range(figures, at) else _Move(at, at + 1, own=True)
    if opening == ("at",) and between == ("from",) and at > 0 and figures.plain(at - 1, at) == ("at",):
        share = figures.quantity(at - 1)
        if share.kind is QuantityKind.PERCENT and share.change:
            return _Move(at + 1, at, own=False, change=at - 1)
    return None


def _of_like_size(figures: Figures, at: int) -> int | None:
    """Return which figure went "up from" the one behind: the nearest, or the only one before it of like size.

    In "sold 28,600 tickets for 190 events, up from 22,000" that is not the nearest; of two of like size it is neither.
    """
    base = figures.quantity(at + 1)
    if base.unit is not None or base.kind is not QuantityKind.COUNT:
        return at
    levels = [level for level in range(at + 1) if comparable(figures.quantity(level), base)]
    like = [level for level in levels if _alike(figures.quantity(level), base)]
    if not like:
        return at if levels == [at] else None
    return like[0] if len(like) == 1 else None


def _alike(a: Quantity, b: Quantity) -> bool:
    return bool(a.low and b.low) and 1 / _FAR < (a.low or 0.0) / (b.low or 1.0) < _FAR


def _is_earlier_range(figures: Figures, at: int) -> bool:
    """Tell whether two figures are the range that another came "down from": "20 to 22 million, down from 26 to 28"."""
    led = figures.before(at)[-3:]
    between = figures.between(at, at + 1)
    moved = led[:1] == (",",) and led[1] in UP_DOWN
    return moved and between == ("to",) and at > 0 and comparable(figures.quantity(at - 1), figures.quantity(at + 1))


def _compares(figures: Figures, between: tuple[str, ...]) -> bool:
    """Tell whether the words between two figures hold the second against the first, and no more."""
    return tuple(word for word in between if word not in {",", "the"}) in figures.words.comparing


def _around_share(figures: Figures, at: int) -> _Move | None:
    share = figures.quantity(at + 1)
    if not _is_share(figures, at + 1, at) or not (share.change or _share(figures, at + 1, at).quantity != share):
        return None
    between, behind = figures.plain(at, at + 1), figures.plain(at + 1, at + 2)
    if behind == ("to",) and _is_earlier(figures, at):
        return _Move(at, at + 2, own=False, change=at + 1)
    led = figures.before(at) == ("at",) and between[-1:] and between[-1] in UP_DOWN  # "At 47, output was up"
    if "," not in between[:2] or len(between) > (_LED_GAP if led else _SHORT_GAP) or _TURNS & set(between):
        return None
    base = tuple(word for word in behind if word not in {"the", "'", "’", "s", "'s", "’s"})
    if base[-1:] == ("than",) and base[0] in _compared_words(figures.analysis.lexicon) and between == (",",):
        return _Move(at + 2, at, own=False, change=at + 1, than=True)
    told = between[-1] in UP_DOWN or set(between[1:]) <= figures.words.change_links
    if not told or base not in {(), ("from",), ("on",), ("over",)}:  # of "on last year's" nothing is left
        return None
    return _Move(at + 2, at, own=False, change=at + 1)


def _is_earlier(figures: Figures, at: int) -> bool:
    """Tell whether a figure is told as an earlier one: "profit, which was 41 million a year ago, rose"."""
    return figures.before(at)[-2:-1] == ("which",) and figures.before(at)[-1] in figures.words.being


@cache
def _compared_words(lexicon: Lexicon) -> frozenset[str]:
    """Return the words of "20 percent more than" and "20 percent lower than"."""
    moves = move_lexicon(lexicon)
    return moves.up | moves.down


def _quiet(words: Sequence[str]) -> bool:
    return len(words) <= _LONGEST_GAP and not _TURNS & set(words)


def _change(figures: Figures, first: int, last: int, *, own: bool) -> int | None:
    """Return the percentage that tells the change: between verb and figures, or directly behind them."""
    if own and first > 0 and _is_share(figures, first - 1, first):
        words = figures.plain(first - 1, first)
        if figures.quantity(first - 1).change and words in {("from",), ("to",), (",", "from"), (",", "to")}:
            return first - 1
    following = last + 1
    if following < len(figures.mentions) and _is_share(figures, following, first):
        between = figures.plain(last, following)
        linked = (
            0 < len(between) <= 5
            and set(between) <= figures.words.change_links
            and between[0] in {",", "(", "-", "–", "—", "or"}
        )
        if (
            linked
            and not _on_another_base(figures, following)
            and (figures.quantity(following).change or "or" in between)
        ):
            return following
    return None


def _on_another_base(figures: Figures, share: int) -> bool:
    """Tell whether a share is told on something of its own behind it ("up 10 percent on the first bid"), no time."""
    if figures.behind(share)[:1] not in {("on",), ("over",), ("from",), ("against",), ("than",), ("of",)}:
        return False
    end = figures.mentions[share].end
    times = figures.analysis.of_kind(MentionKind.TIME, sentence=figures.sentence)
    return not any(end < time.start <= end + _NEAR for time in times)


def _fraction(figures: Figures, first: int, verb: Operand | None) -> Operand | None:
    """Return "by a fifth" in front of a pair of figures as a change of 20 percent."""
    words = figures.before(first)
    parts = figures.words.fractions
    if verb is None or len(words) < 4 or words[-4] != "by" or words[-3] not in {"a", "one"} or words[-2] not in parts:
        return None
    share = parts[words[-2]]
    if direction_of(figures, verb) == "down":
        share = -share
    value = Quantity(QuantityKind.PERCENT, share, share, unit="percent", hedge=Hedge.ABOUT, step=_LOOSE, change=True)
    start = figures.analysis.article.text.rfind(words[-2], 0, figures.mentions[first].start)
    place = figures.analysis.locate(start, start + len(words[-2]), figures.sentence)
    return Operand("change", place, quantity=value, value=place.text)


def _particle(figures: Figures, move: _Move, last: int) -> Operand | None:
    """Return the "up" or "down" of "47, up from 41"."""
    if move.direction is None:
        return None
    text, end = figures.analysis.article.text, figures.mentions[last].start
    start = text.rfind(move.direction, figures.mentions[last - 1].end, end)
    if start < 0:
        return None
    place = figures.analysis.locate(start, start + len(move.direction), figures.sentence)
    return Operand("verb", place, value=move.direction)


def _doubts(figures: Figures, first: int, verb: Operand | None, change: int | None) -> Iterator[Operand]:
    words = figures.all_words() - figures.timed_words()
    if change is not None and figures.quantity(change).kind is not QuantityKind.PERCENT:
        words -= figures.words.points
    place = figures.operand("from", first).place
    if words & figures.words.other_base:
        yield Operand("other base", place)
    worth = verb is not None and verb.value in figures.words.of_worth and verb.value not in UP_DOWN
    inverse = words & figures.words.inverse
    if figures.quantity(first).kind is QuantityKind.MONEY or figures.quantity(first).unit is None:
        inverse |= words & figures.words.inverse_money
    if verb is not None and (worth or inverse):
        yield Operand("inverse", place)
