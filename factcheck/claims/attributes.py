"""Claims that somebody's measure stands at a figure: "support for Unity fell to five percent", "Unity's lead"."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import msgspec

from factcheck.claims.arithmetic import Figures, calculation_words
from factcheck.claims.build import make_claim
from factcheck.claims.changeverbs import directions
from factcheck.domain import Claim, Kind, Mention, MentionKind, Name, Operand, Quantity, QuantityKind
from factcheck.language.analysis import Analysis, Token
from factcheck.language.quantities_moves import move_lemma
from factcheck.lexicon import Lexicon

_KINDS = {
    QuantityKind.PERCENT: Kind.PERCENTAGE,
    QuantityKind.POINTS: Kind.PERCENTAGE,
    QuantityKind.MONEY: Kind.MONEY,
}
_REACH = 14  # tokens from a figure back to its measure
_OWNER = 6  # tokens from "support for" to the owner's name
_WITHIN = 2  # sentences in which another's figure of the same poll or report stands


class AttributeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of attributes.yml."""

    families: Mapping[str, Mapping[str, tuple[str, ...]]]
    owned_by: frozenset[str]
    wholes: frozenset[str]


class _Told(NamedTuple):
    family: str
    attribute: str
    token: Token


@cache
def attribute_words(lexicon: Lexicon) -> AttributeWords:
    """Return attributes.yml; raises RuleError when it is broken."""
    return lexicon.load("attributes", AttributeWords)


@cache
def _words(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """Return family and attribute by word."""
    words = attribute_words(lexicon)
    return {
        form: (family, attribute)
        for family, attributes in words.families.items()
        for attribute, forms in attributes.items()
        for form in forms
    }


def attribute_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield a claim for each level of a measure that has a named owner, with the way in which it got there.

    The scope holds "way:down", "way:up" or "way:level", and "whole" for a share of which a lead is a part; the operands
    in the role other are the shares that the same and the next sentence give to others.
    """
    wholes = attribute_words(analysis.lexicon).wholes
    for mention in analysis.of_kind(MentionKind.QUANTITY):
        quantity = mention.detail
        if not isinstance(quantity, Quantity) or quantity.kind not in _KINDS or quantity.change or quantity.per:
            continue
        told = _measure(analysis, mention)
        owner = _owner(analysis, told, mention.sentence) if told is not None else None
        if told is None or owner is None:
            continue
        unit = "share" if _KINDS[quantity.kind] is Kind.PERCENTAGE else quantity.unit
        yield make_claim(
            analysis,
            _KINDS[quantity.kind],
            f"{told.attribute} level",
            *_span(analysis, told, mention),
            mention.sentence,
            subjects=(owner,),
            quantity=quantity,
            scope=(f"way:{_way(analysis, told, mention)}", *(["whole"] if told.attribute in wholes else [])),
            operands=tuple(_others(analysis, mention, quantity)),
            keys=(f"attribute:{told.family}|{owner}|{unit}",),
            value=mention.value,
        )


def _measure(analysis: Analysis, mention: Mention) -> _Told | None:
    """Return the nearest measure of a family between a figure and the level before it, else that directly behind it."""
    measures = _words(analysis.lexicon)
    doc = analysis.sentences[mention.sentence].doc
    span = analysis.span(mention.start, mention.end, mention.sentence)
    if span is None:
        return None
    found = [token for token in doc[max(0, span.start - _REACH) : span.start] if token.lower_ in measures]
    if not found:
        found = [token for token in doc[span.end : span.end + 1] if token.lower_ in measures]
    if not found or found[-1].pos_ == "VERB" or _figure_between(analysis, found[-1], mention):
        return None
    return _Told(*measures[found[-1].lower_], found[-1])


def _figure_between(analysis: Analysis, token: Token, mention: Mention) -> bool:
    """Tell whether another level stands between a measure and a figure; a change may ("falling three points to")."""
    start = analysis.sentences[mention.sentence].start + token.idx
    return any(
        isinstance(other.detail, Quantity) and not other.detail.change and start < other.start < mention.start
        for other in analysis.of_kind(MentionKind.QUANTITY, sentence=mention.sentence)
    )


def _owner(analysis: Analysis, told: _Told, sentence: int) -> str | None:
    """Return the key of whose measure it is: "Unity's lead", "Unity support", "support for the ruling Unity"."""
    doc, at = told.token.doc, told.token.i
    names = {
        index: name.detail.key
        for name in analysis.of_kind(MentionKind.NAME, sentence=sentence)
        if isinstance(name.detail, Name)
        for index in _tokens(analysis, name)
    }
    before = at - 2 if at > 1 and doc[at - 1].lower_ in {"'s", "’s", "'", "’"} else at - 1
    if before in names:
        return names[before]
    if at + 1 < len(doc) and doc[at + 1].lower_ in attribute_words(analysis.lexicon).owned_by:
        return next((names[index] for index in range(at + 2, min(at + 2 + _OWNER, len(doc))) if index in names), None)
    return None


def _tokens(analysis: Analysis, name: Mention) -> list[int]:
    span = analysis.span(name.start, name.end, name.sentence)
    return [token.i for token in span] if span is not None else []


def _way(analysis: Analysis, told: _Told, mention: Mention) -> str:
    """Return whether the measure moved down or up to the figure, by the verbs and nouns of its sentence before it."""
    doc = told.token.doc
    end = mention.start - analysis.sentences[mention.sentence].start
    moves = directions(analysis.lexicon)
    before = [token for token in doc if token.idx < end and token.pos_ in {"VERB", "NOUN"}]
    ways = {moves[lemma] for token in before if (lemma := move_lemma(token)) in moves}
    return ways.pop() if len(ways) == 1 else "level"


def _span(analysis: Analysis, told: _Told, mention: Mention) -> tuple[int, int]:
    start = analysis.sentences[mention.sentence].start + told.token.idx
    return min(start, mention.start), max(start + len(told.token), mention.end)


def _others(analysis: Analysis, mention: Mention, quantity: Quantity) -> Iterator[Operand]:
    """Yield the shares that stand by a figure: behind it in its sentence, and in the next."""
    if _KINDS[quantity.kind] is not Kind.PERCENTAGE:
        return
    words = calculation_words(analysis.lexicon)
    for sentence in range(mention.sentence, min(mention.sentence + _WITHIN, len(analysis.sentences))):
        found = analysis.of_kind(MentionKind.QUANTITY, sentence=sentence)
        figures = Figures(analysis, sentence, found, words)
        for at, other in enumerate(found):
            value = figures.quantity(at)
            if other.start > mention.end and not value.change and value.kind in {*_KINDS, QuantityKind.COUNT}:
                yield figures.operand("other", at)
