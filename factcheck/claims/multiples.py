"""Claims that a figure is a multiple of the one before: "doubled from 12 to 25", "9 million, thrice the 3 million"."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import msgspec

from factcheck.claims.arithmetic import Figures, comparable
from factcheck.domain import Claim, Hedge, MentionKind, Operand, QuantityKind
from factcheck.language.analysis import Token
from factcheck.language.quantities_moves import move_lemma
from factcheck.lexicon import Lexicon

_OBJECT = 4  # words of "9 million euros on roads"
_LONGEST = 6  # words of "as much as in 2022, when they lost", times aside


class MultipleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of multiples.yml."""

    verbs: dict[str, float]
    softened: frozenset[str]
    over: frozenset[str]
    under: frozenset[str]
    skipped: frozenset[str]
    joint: frozenset[str]
    plainly: tuple[tuple[str, ...], ...]
    once_more: tuple[tuple[str, ...], ...]
    told: frozenset[str]


@cache
def _words(lexicon: Lexicon) -> MultipleWords:
    return lexicon.load("multiples", MultipleWords)


def multiple_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attribute "multiple" and the roles from, to and verb; the value is the factor.

    The scope has "softened" when the text says about, more than or almost, with "over" or "under" for the side that it
    is off to; "once more" for "three times more than", which some mean as four times.
    """
    yield from _by_verb(figures)
    yield from _by_times(figures)


def _by_verb(figures: Figures) -> Iterator[Claim]:
    """Read "doubled from 12 to 25" and "doubled to 25 from 12"."""
    words = _words(figures.analysis.lexicon)
    for at in range(len(figures.mentions) - 1):
        opening, between = figures.before(at), figures.plain(at, at + 1)
        if not comparable(figures.quantity(at), figures.quantity(at + 1)):
            continue
        forward = opening[-1:] == ("from",) and between == ("to",)
        if not forward and not (opening[-1:] == ("to",) and between in {("from",), (",", "from")}):
            continue
        verb = _verb_before(figures, at)
        if verb is None:
            continue
        whole = figures.analysis.sentences[figures.sentence]
        place = figures.analysis.locate(whole.start + verb.idx, whole.start + verb.idx + len(verb), figures.sentence)
        before, after = (at, at + 1) if forward else (at + 1, at)
        operands = (
            figures.operand("from", before),
            figures.operand("to", after),
            Operand("verb", place, value=verb.lower_),
        )
        led = {token.lower_ for token in whole.doc[max(0, verb.i - 3) : verb.i]}
        claim = figures.claim(
            "multiple", place.start, figures.mentions[at + 1].end, operands, f"{words.verbs[move_lemma(verb)]:g}"
        )
        yield replace(claim, scope=_scope(led & words.softened, words))


def _verb_before(figures: Figures, at: int) -> Token | None:
    """Return the verb of a multiple that a pair of figures follows, times aside: "doubled in three years, from"."""
    words, whole = _words(figures.analysis.lexicon), figures.analysis.sentences[figures.sentence]
    times = figures.analysis.of_kind(MentionKind.TIME, sentence=figures.sentence)
    inside = [(time.start - whole.start, time.end - whole.start) for time in times]
    end = figures.mentions[at].start - whole.start
    for token in reversed([token for token in whole.doc if token.idx < end]):
        if token.lower_ in words.skipped or any(start <= token.idx < stop for start, stop in inside):
            continue
        return token if token.pos_ == "VERB" and move_lemma(token) in words.verbs else None
    return None


def _scope(softening: frozenset[str] | set[str], words: MultipleWords) -> tuple[str, ...]:
    sides = [name for name, side in (("over", words.over), ("under", words.under)) if softening & side]
    return ("softened", *(sides if len(sides) == 1 else ())) if softening else ()


def _by_times(figures: Figures) -> Iterator[Claim]:
    """Read "9 million, more than three times the 3 million of last year"."""
    words = _words(figures.analysis.lexicon)
    for at in range(1, len(figures.mentions) - 1):
        times = figures.quantity(at)
        if times.kind is not QuantityKind.MULTIPLIER or times.low is None or times.low != times.high:
            continue
        led, behind = figures.plain(at - 1, at), figures.plain(at, at + 1)
        base = figures.quantity(at + 1)
        if not comparable(figures.quantity(at - 1), replace(base, hedge=Hedge.EXACT)):
            continue
        form = _form(behind, words)
        if form is None or not _joined(led, words):
            continue
        if "(" in behind and figures.behind(at + 1)[:1] != (")",):
            continue
        before = figures.operand("from", at + 1)
        before = replace(before, quantity=replace(base, hedge=Hedge.EXACT))
        operands = (before, figures.operand("to", at - 1), replace(figures.operand("verb", at), quantity=None))
        scope = _scope(set(led) & words.softened, words)
        claim = figures.claim(
            "multiple", figures.mentions[at - 1].start, figures.mentions[at + 1].end, operands, f"{times.low:g}"
        )
        yield replace(claim, scope=(*scope, *(["once more"] if form in words.once_more else [])))


def _joined(led: tuple[str, ...], words: MultipleWords) -> bool:
    """Tell whether "three times" follows a figure, and a few words of what it is for, behind a comma."""
    comma = led.index(",") if "," in led else len(led)
    return comma <= _OBJECT and set(led[comma:]) <= words.joint and "," in led and not {"and", "but"} & set(led[:comma])


def _form(behind: tuple[str, ...], words: MultipleWords) -> tuple[str, ...] | None:
    """Return the words that lead from "three times" to the figure before, when no more than a time follows them."""
    if len(behind) > _LONGEST + 2:
        return None
    for form in (*words.plainly, *words.once_more):
        if behind[: len(form)] == form and set(behind[len(form) :]) <= words.told:
            return form
    return None
