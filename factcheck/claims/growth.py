"""Claims that a sum and all of its parts grew: exports by so much, imports by so much, and trade by so much."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

import msgspec

from factcheck.claims.arithmetic import Figures, figures_of
from factcheck.domain import Claim, MentionKind, Name, NameKind, Operand, Quantity, QuantityKind
from factcheck.language.analysis import Analysis, Span, Token
from factcheck.language.places import demonym
from factcheck.lexicon import Lexicon

_FEWEST = 3  # a sum and two parts
_LONGEST = 5  # words of a phrase that names a sum or part
_NEAR = 4  # words behind a figure that name what grew ("a 3 percent rise in exports")
_OF = frozenset({"in", "of"})
_PARTNERS = frozenset({"to", "from", "with"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_MOST_PLACES = 2
_LEVEL = (
    70.0  # percent, from which on a figure without a verb may be an index ("104.2% of last year's, imports 105.1%")
)


class _Sum(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    whole: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]


class GrowthWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of growth.yml."""

    sums: tuple[_Sum, ...]
    before: frozenset[str]
    elided: frozenset[str]
    other_base: tuple[str, ...]
    steps: tuple[frozenset[str], ...]


class _Named(NamedTuple):
    """What a phrase of tokens first to before last names: the whole of a sum or one of its parts, by number."""

    first: int
    last: int
    role: str


@dataclass(frozen=True, slots=True)
class _Growth:
    """A figure with the role of what grew, whose it is ("Norway's exports") and with whom ("exports to Chile")."""

    role: str
    operand: Operand
    owner: str | None
    partner: str | None


@cache
def growth_words(lexicon: Lexicon) -> GrowthWords:
    """Return growth.yml; raises RuleError when it is broken."""
    return lexicon.load("growth", GrowthWords)


def growth_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield claims with the attribute "growth" and the roles whole and part.

    The figures stand in one sentence or in two adjacent ones, in which nothing else is told in percent, no other
    period, partner or owner is named, and each of the parts has its figure. The operands' values are what grew.
    """
    sentences = {figures.sentence: figures for figures in figures_of(analysis)}
    done: set[int] = set()
    for at in sorted(sentences):
        for window in ((at,), (at, at + 1)):
            if not done & set(window) and all(index in sentences for index in window):
                claim = _claim(analysis, [sentences[index] for index in window])
                if claim is not None:
                    done |= set(window)
                    yield claim


def _claim(analysis: Analysis, window: Sequence[Figures]) -> Claim | None:
    shares = [mention for figures in window for mention in figures.mentions if _is_percent(mention.detail)]
    if len(shares) < _FEWEST or analysis.in_title(shares[0].start) or _doubtful(analysis, window, shares[0].start):
        return None
    for index, of_sum in enumerate(growth_words(analysis.lexicon).sums):
        grown = [growth for figures in window for growth in _grown(figures, index)]
        wanted = ["whole", *(f"part{at}" for at in range(len(of_sum.parts)))]
        if sorted(growth.role for growth in grown) == sorted(wanted) and _of_one(grown):
            operands = [replace(growth.operand, role=growth.role.rstrip("0123456789")) for growth in grown]
            start, end = operands[0].place.start, operands[-1].place.end
            return window[0].claim("growth", start, end, operands)
    return None


def _doubtful(analysis: Analysis, window: Sequence[Figures], first: int) -> bool:
    """Tell whether sentences speak of several periods, comparisons, places or units, or of another base.

    `first` is where their first percentage begins.
    """
    words = growth_words(analysis.lexicon)
    text = " ".join(token.lower_ for figures in window for token in analysis.sentences[figures.sentence].doc)
    if any(f" {phrase} " in f" {text} " for phrase in words.other_base):
        return True
    behind = {
        token.lower_
        for figures in window
        for token in analysis.sentences[figures.sentence].doc
        if analysis.sentences[figures.sentence].start + token.idx > first
    }
    times = [time for figures in window for time in analysis.of_kind(MentionKind.TIME, sentence=figures.sentence)]
    places = {
        name.detail.key
        for figures in window
        for name in analysis.of_kind(MentionKind.NAME, sentence=figures.sentence)
        if isinstance(name.detail, Name) and name.detail.kind is NameKind.PLACE
    }
    levels = [figures.quantity(at) for figures in window for at in range(len(figures.mentions))]
    units = {level.unit for level in levels if level.unit and not _is_percent(level)}
    return (
        len(units) > 1
        or sum(bool(step & behind) for step in words.steps) > 1
        or (len({time.value for time in times}) > 1 and any(time.start > first for time in times))
        or len(places) > _MOST_PLACES
    )


def _is_percent(detail: object) -> bool:
    return isinstance(detail, Quantity) and detail.kind in {QuantityKind.PERCENT, QuantityKind.POINTS}


def _of_one(grown: Sequence[_Growth]) -> bool:
    """Tell whether what grew is one owner's, with one partner; the whole's alone counts for the parts behind it."""
    owners = {growth.owner for growth in grown} - {None}
    partners = [growth.partner for growth in grown]
    by_whole = grown[0].role == "whole" and set(partners[1:]) == {None}
    return len(owners) <= 1 and (len(set(partners)) == 1 or by_whole)


def _grown(figures: Figures, of_sum: int) -> Iterator[_Growth]:
    """Yield the growth that each percentage of a sentence tells; one of something else has the role "other"."""
    last: Quantity | None = None
    before = 0
    for at, mention in enumerate(figures.mentions):
        if not _is_percent(mention.detail):
            continue
        span = figures.analysis.span(mention.start, mention.end, figures.sentence)
        assert span is not None, mention
        found = _named(figures, span, before, of_sum)
        quantity = figures.quantity(at)
        if found is not None and not quantity.change:
            quantity = _with_verb_before(quantity, last, span, found, figures)
        before, last = max(span.end, found.last if found else 0), quantity if quantity.change else None
        role = found.role if found is not None and quantity.change else "other"
        operand = replace(figures.operand(role, at), quantity=quantity, value=_phrase(span, found))
        owner, partner = _owner_and_partner(figures, span, found) if found else (None, None)
        yield _Growth(role, operand, owner, partner)


def _phrase(span: Span, found: _Named | None) -> str:
    return span.doc[found.first : found.last].text.lower() if found else ""


def _with_verb_before(
    quantity: Quantity, last: Quantity | None, span: Span, found: _Named, figures: Figures
) -> Quantity:
    """Return a figure without a verb as a change like the one before: "exports fell 3 percent, imports 5 percent"."""
    between = {token.lower_ for token in span.doc[found.last : span.start]}
    if last is None or not between <= growth_words(figures.analysis.lexicon).elided:
        return quantity
    if quantity.low is None or quantity.high is None or quantity.low > _LEVEL:
        return quantity
    if (last.low or 0.0) < 0:
        return replace(quantity, low=-quantity.high, high=-quantity.low, change=True)
    return replace(quantity, change=True)


def _named(figures: Figures, span: Span, before: int, of_sum: int) -> _Named | None:
    """Return what a percentage is of: "a 3 percent rise in exports", else the one phrase since the figure before."""
    doc = span.doc
    led = span.end + 1 < len(doc) and doc[span.end].pos_ == "NOUN" and doc[span.end + 1].lower_ in _OF
    told = list(_phrases(figures, doc[span.end : span.end + _NEAR] if led else doc[before : span.start], of_sum))
    return told[0] if len(told) == 1 and _is_whole_phrase(told[0], figures, doc[:]) else None


def _phrases(figures: Figures, span: Span, of_sum: int) -> Iterator[_Named]:
    """Yield the longest phrases of a sum and its parts in some tokens, in order."""
    known = _roles(figures.analysis.lexicon)[of_sum]
    at = span.start
    while at < span.end:
        for size in range(min(_LONGEST, span.end - at), 0, -1):
            role = known.get(span.doc[at : at + size].text.lower())
            if role is not None:
                yield _Named(at, at + size, role)
                at += size - 1
                break
        at += 1


@cache
def _roles(lexicon: Lexicon) -> tuple[dict[str, str], ...]:
    return tuple(
        {
            **dict.fromkeys(of_sum.whole, "whole"),
            **{phrase: f"part{at}" for at, part in enumerate(of_sum.parts) for phrase in part},
        }
        for of_sum in growth_words(lexicon).sums
    )


def _is_whole_phrase(found: _Named, figures: Figures, doc: Span) -> bool:
    """Tell whether a phrase stands alone: no "car exports", "export prices", "exports of cars", "trade in goods"."""
    behind = list(doc[found.last : found.last + 2])
    timed = bool(behind) and behind[0].lower_ == "in" and _is_time(figures, behind[0])
    if behind and behind[0].lower_ in _OF | {"-", "and"} and not timed:
        return False
    misread = [token.lower_ for token in behind[1:]] == ["by"]  # of "trade grew by" the verb may be tagged a noun
    if behind and behind[0].pos_ in {"NOUN", "PROPN"} and not misread:
        return False
    if found.first == 0:
        return True
    before = doc[found.first - 1]
    words = growth_words(figures.analysis.lexicon).before
    return before.lower_ in words or before.pos_ not in _NOMINAL or _place_of(figures, before) is not None


def _is_time(figures: Figures, preposition: Token) -> bool:
    start = figures.analysis.sentences[figures.sentence].start + preposition.idx + len(preposition)
    times = figures.analysis.of_kind(MentionKind.TIME, sentence=figures.sentence)
    return any(0 < time.start - start <= len(" the ") for time in times)


def _owner_and_partner(figures: Figures, span: Span, found: _Named) -> tuple[str | None, str | None]:
    doc, words = span.doc, growth_words(figures.analysis.lexicon)
    at = found.first - 1
    while at >= 0 and doc[at].lower_ in words.before:
        at -= 1
    owner = _place_of(figures, doc[at]) if at >= 0 else None
    at = found.last
    if at + 1 >= len(doc) or doc[at].lower_ not in _PARTNERS:
        return owner, None
    goal = at + 2 if doc[at + 1].lower_ == "the" and at + 2 < len(doc) else at + 1
    return owner, _place_of(figures, doc[goal]) or doc[goal].lower_


def _place_of(figures: Figures, token: Token) -> str | None:
    """Return the key of the name that a token belongs to, or of the place whose demonym it is."""
    at = figures.analysis.sentences[figures.sentence].start + token.idx
    for name in figures.analysis.of_kind(MentionKind.NAME, sentence=figures.sentence):
        if name.start <= at < name.end:
            return demonym(token.text, figures.analysis.lexicon) or name.value
    return demonym(token.text, figures.analysis.lexicon)
