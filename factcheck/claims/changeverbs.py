"""The verb or noun of change that governs a pair of figures: "fell by a fifth to", "was down to"."""

from functools import cache

from factcheck.claims.arithmetic import Figures
from factcheck.domain import MentionKind, Operand
from factcheck.language.analysis import Token
from factcheck.language.quantities_moves import move_lemma, move_lexicon
from factcheck.lexicon import Lexicon

UP_DOWN = {"up": "up", "down": "down"}
_REACH = 9  # tokens between a verb and its figures
_OBJECT = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON"})
_LINKING = frozenset({"in", "of", "between", "at"})
_SKIPPED = frozenset({"by", ",", "a", "about"})


@cache
def directions(lexicon: Lexicon) -> dict[str, str]:
    """Return up or down by the lemma of a verb or noun of change."""
    moves = move_lexicon(lexicon)
    up, down = moves.rising | moves.acting_rising, moves.falling | moves.acting_falling
    return {**dict.fromkeys(sorted(up), "up"), **dict.fromkeys(sorted(down), "down")}


@cache
def _acting(lexicon: Lexicon) -> frozenset[str]:
    moves = move_lexicon(lexicon)
    return moves.acting_rising | moves.acting_falling


def change_verb(figures: Figures, first: int) -> Operand | None:
    """Return the verb of change that governs a pair of figures; adverbs and the amount may stand between.

    "fell by a fifth to 47", "was down to 47", "raised its dividend to 47": of verbs that act, an object too.
    """
    tokens = _tokens_before(figures, first)
    if not tokens or tokens.pop().lower_ not in {"to", "from"}:
        return None
    if tokens and tokens[-1].lower_ in UP_DOWN:
        return _operand(figures, tokens[-1], tokens[-1].lower_)
    object_seen = linked = False
    for token in reversed(tokens):
        if token.tag_ in {"RB", "RBR"} or token.lower_ in _SKIPPED:
            continue
        lemma = move_lemma(token)
        if token.pos_ in {"VERB", "NOUN"} and lemma in directions(figures.analysis.lexicon):
            transitive = token.pos_ == "VERB" and lemma in _acting(figures.analysis.lexicon)
            transitive = transitive or (token.pos_ == "NOUN" and linked)
            return _operand(figures, token, lemma) if transitive or not object_seen else None
        if token.pos_ not in _OBJECT and not (object_seen and token.lower_ in _LINKING):
            return None
        object_seen, linked = True, token.lower_ in _LINKING
    return None


def _tokens_before(figures: Figures, first: int) -> list[Token]:
    """Return the last tokens before a figure, without those of other figures and of parts such as "a fifth"."""
    whole = figures.analysis.sentences[figures.sentence]
    start = figures.mentions[first].start - whole.start
    inside = [(mention.start - whole.start, mention.end - whole.start) for mention in figures.mentions[:first]]
    times = figures.analysis.of_kind(MentionKind.TIME, sentence=figures.sentence)
    inside += [(time.start - whole.start, time.end - whole.start) for time in times]
    span = whole.doc.char_span(0, max(start, 1), alignment_mode="contract")
    return [
        token
        for token in (list(span)[-_REACH:] if span is not None else ())
        if token.lower_ not in figures.words.fractions and not any(begin <= token.idx < end for begin, end in inside)
    ]


def _operand(figures: Figures, token: Token, value: str) -> Operand:
    start = figures.analysis.sentences[figures.sentence].start + token.idx
    return Operand("verb", figures.analysis.locate(start, start + len(token), figures.sentence), value=value)


def direction_of(figures: Figures, verb: Operand | None) -> str | None:
    """Return up or down, as a verb of change has it; None without one."""
    if verb is None or not verb.value:
        return None
    return UP_DOWN.get(verb.value) or directions(figures.analysis.lexicon)[verb.value]
