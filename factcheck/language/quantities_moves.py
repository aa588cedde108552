"""What stands around a figure: hedges, signs, and whether it is the amount of a change."""

from collections.abc import Iterable
from functools import cache
from itertools import islice

import msgspec

from factcheck.domain import Hedge, QuantityKind
from factcheck.language.pieces import Pieces, pieces
from factcheck.language.syntax import is_predicate
from factcheck.language.tokens import Token
from factcheck.lexicon import Lexicon

_REACH = 7  # pieces that may stand between a verb of change and its amount
_MINUS = frozenset({"minus", "-", "−", "–"})
_PLUS = frozenset({"plus", "+"})
_LEVEL = frozenset({"above", "below", "under", "higher", "lower"})
_SHARES = frozenset({QuantityKind.PERCENT, QuantityKind.POINTS})


class HedgeLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of hedges.yml."""

    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]
    between: frozenset[str]


class MoveLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of moves.yml."""

    rising: frozenset[str]
    falling: frozenset[str]
    acting_rising: frozenset[str]
    acting_falling: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    amounts: frozenset[str]
    undone_by: frozenset[str]
    particle_verbs: frozenset[str]
    index_of: frozenset[str]
    index_when: frozenset[str]


Phrases = dict[str, list[tuple[tuple[str, ...], Hedge]]]


@cache
def hedge_lexicon(lexicon: Lexicon) -> HedgeLexicon:
    """Return hedges.yml; raises RuleError when it is broken."""
    return lexicon.load("hedges", HedgeLexicon)


@cache
def move_lexicon(lexicon: Lexicon) -> MoveLexicon:
    """Return moves.yml; raises RuleError when it is broken."""
    return lexicon.load("moves", MoveLexicon)


@cache
def _hedges(lexicon: Lexicon) -> tuple[Phrases, Phrases]:
    words = hedge_lexicon(lexicon)
    return _indexed(words.before, -1), _indexed(words.after, 0)


def _indexed(table: dict[str, tuple[str, ...]], by: int) -> Phrases:
    index: Phrases = {}
    for name, forms in table.items():
        for form in forms:
            phrase = pieces(form).words
            index.setdefault(phrase[by], []).append((phrase, Hedge(name)))
    return {word: sorted(entries, key=lambda entry: -len(entry[0])) for word, entries in index.items()}


def hedge_before(text: Pieces, first: int, lexicon: Lexicon) -> tuple[Hedge, int] | None:
    """Return the hedge that ends directly before a piece, and where it begins; one article may stand between."""
    for end in (first, first - 1 if text.word(first - 1) in {"a", "an", "another", "the"} else first):
        for phrase, hedge in _hedges(lexicon)[0].get(text.word(end - 1), ()):
            begin = end - len(phrase)
            if begin >= 0 and text.words[begin:end] == phrase:
                return hedge, begin
    return None


def hedge_after(text: Pieces, ends: Iterable[int], lexicon: Lexicon) -> Hedge | None:
    """Return the hedge that begins directly behind a figure or its unit ("or more", "-odd")."""
    for end in ends:
        begin = end + 1 if text.hyphen(end) else end
        for phrase, hedge in _hedges(lexicon)[1].get(text.word(begin), ()):
            if text.words[begin : begin + len(phrase)] == phrase and (phrase[0] != "plus" or begin > end):
                return hedge
    return None


def written_sign(text: Pieces, first: int) -> int:
    """Return -1 or +1 for "minus 5", "-5", "plus 5", 0 without a sign; a hyphen behind a word or digit is none."""
    word = text.word(first - 1)
    if word in {"minus", "plus"}:
        return -1 if word == "minus" else 1
    if (
        word in _MINUS | _PLUS
        and text.glued(first)
        and (first < 2 or not text.glued(first - 1) or text.word(first - 2) == "(")
    ):
        return -1 if word in _MINUS else 1
    return 0


def direction(
    text: Pieces, tokens: dict[int, Token], first: int, last: int, kind: QuantityKind, lexicon: Lexicon
) -> int:
    """Return +1 or -1 when the figure in pieces first to before last is the amount by which something moved, else 0."""
    moves = move_lexicon(lexicon)
    return _moved_before(text, tokens, first, last, kind, moves, lexicon) or _moved_behind(
        text, first, last, kind, moves
    )


def _moved_before(
    text: Pieces,
    tokens: dict[int, Token],
    first: int,
    last: int,
    kind: QuantityKind,
    moves: MoveLexicon,
    lexicon: Lexicon,
) -> int:
    at, by, of = first - 1, False, False
    between = hedge_lexicon(lexicon).between
    while at >= max(0, first - _REACH):
        word = text.words[at]
        hedge = hedge_before(text, at + 1, lexicon)
        if word in moves.up or word in moves.down:
            if word in {"up", "down"}:
                return 0 if _is_particle(text, tokens, at, moves) else 1 if word == "up" else -1
            if not of and not by:
                break
        if word in _LEVEL or (hedge is not None and hedge[0] is Hedge.UP_TO and text.word(hedge[1]) == "up"):
            return 0
        if hedge is not None:
            at = hedge[1] - 1
        elif word in between or (word.endswith("ly") and text.kinds[at] == "w"):
            by, of = by or word == "by", of or word == "of"
            at -= 1
        else:
            break
    token = tokens.get(text.starts[at]) if at >= 0 else None
    if token is None:
        return 0
    shares = kind in _SHARES or text.word(last - 1) in {"point", "points"}
    shares = shares or (text.word(last) == "to" and text.kind(last + 1) == "n")  # "lost 3 rupees to 273"
    named = of and kind is QuantityKind.MONEY and token.lemma_.lower() in moves.amounts
    found = 0 if named else _moving(token, moves, acting=by or shares, noun=of or by)
    if not found and by and kind is not QuantityKind.MEASURE:
        amount = tokens.get(text.starts[first])
        steps = islice(amount.ancestors, 8) if amount is not None else ()
        found = next((_moving(step, moves, acting=True, noun=False) for step in steps if is_predicate(step)), 0)
    return found


def _is_particle(text: Pieces, tokens: dict[int, Token], at: int, moves: MoveLexicon) -> bool:
    """Tell whether "up" or "down" belongs to a verb that tells no change ("made up 90 percent")."""
    before = tokens.get(text.starts[at - 1]) if at else None
    return before is not None and before.lemma_.lower() in moves.particle_verbs


def move_lemma(token: Token) -> str:
    """Return a verb's lemma; of a regular past form also where it was taken for a noun."""
    word, lemma = token.lower_, token.lemma_.lower()
    if lemma == word and word.endswith("ed") and len(word) > len("shed"):
        return word.removesuffix("ed")
    return lemma


def _moving(token: Token, moves: MoveLexicon, *, acting: bool, noun: bool) -> int:
    """Return the direction that a verb (or, before "of" and "by", a noun) of change names."""
    lemma = move_lemma(token)
    if token.pos_ in {"NOUN", "PROPN"} and noun:
        return (lemma in moves.up or lemma in moves.rising) - (lemma in moves.down or lemma in moves.falling)
    if noun and token.pos_ not in {"VERB", "AUX", "NOUN"}:
        return 0
    direct = (lemma in moves.rising) - (lemma in moves.falling)
    return direct or (acting * ((lemma in moves.acting_rising) - (lemma in moves.acting_falling)))


def _moved_behind(text: Pieces, first: int, last: int, kind: QuantityKind, moves: MoveLexicon) -> int:
    """Read "5 percent higher", "5 percent up", "a 5 percent increase", "5 percent pay rise"."""
    if text.hyphen(last):
        last += 1
    reach = 3 if text.word(first - 1) in {"a", "an"} else 2  # "a 5 percent interest rate cut"
    for at in range(last, last + reach):
        word = text.word(at)
        adverb = word in {
            "up",
            "down",
            "higher",
            "lower",
            "firmer",
            "weaker",
            "stronger",
            "dearer",
            "cheaper",
            "more",
            "less",
            "fewer",
            "above",
            "below",
        }
        if (adverb and at > last) or (not adverb and kind not in _SHARES) or text.kind(at) != "w":
            break
        if word in moves.up or word in moves.down:
            reached = text.word(at + 1) == "to" and text.kind(at + 2) == "n" and word != "up"  # "a cut to 3 percent"
            undone = not reached and (
                text.word(at + 1) in moves.undone_by
                and word in {"up", "gain", "cut", "more", "less"}
                and text.word(at + 1) != "than"
            )
            if undone and text.word(at + 1) not in {"on", "from"}:
                return 0
            return 1 if word in moves.up else -1
        if word in {
            "of",
            "to",
            "from",
            "in",
            "on",
            "and",
            "or",
            "at",
            "by",
            "for",
            "the",
            "a",
            "as",
            "with",
            "against",
        }:
            break
    return 0


def is_index(text: Pieces, last: int, lexicon: Lexicon) -> bool:
    """Tell whether a percentage ending before a piece is an index against an earlier level, not a share or change."""
    moves = move_lexicon(lexicon)
    against = text.words[last : last + 2] == ("as", "against")
    if text.word(last) != "of" and not against:
        return False
    window = text.words[last + 1 : last + 8]
    base = next((at for at, word in enumerate(window) if word in moves.index_when), None)
    level = [word for word in window[:base] if word != "the"][-2:]
    if base is not None and not against and level[1:] == ["of"] and level[0] in moves.index_of:
        return True  # "of the level of the corresponding period"
    if base is None or base > 3:
        return False
    following = window[base:]
    if against:
        return any(word in {"period", "month", "year", "quarter", "half", "level", "figure"} for word in following[:4])
    return any(word in moves.index_of for word in following[:4])
