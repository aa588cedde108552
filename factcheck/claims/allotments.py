"""Claims that seats or medals are shared out among parties, over neighbouring sentences: parts of a stated total."""

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from factcheck.claims.build import make_claim, quantity_operand
from factcheck.domain import Claim, Hedge, Kind, Mention, MentionKind, Quantity, QuantityKind
from factcheck.language.analysis import Analysis, Span, Token
from factcheck.lexicon import Lexicon

_FEWEST = 3
_SENTENCES = 3
_REACH = 4  # words from the verb to the number won


class AllotmentWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of allotments.yml."""

    won: frozenset[str]
    shared_out: frozenset[str]
    rest: frozenset[str]
    open: frozenset[str]


@cache
def _words(lexicon: Lexicon) -> AllotmentWords:
    return lexicon.load("allotments", AllotmentWords)


def allotment_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield claims with the attribute "total": seats that parties won, in up to three sentences, and all there were.

    Every number of the sentences must be a share that somebody won or the one total, and the last share must be that
    of the rest ("the independents", "other parties"): only then are they all told.
    """
    last = -1
    for at in range(len(analysis.sentences)):
        if at > last:
            found = _shared_out(analysis, at)
            if found is not None:
                yield found[0]
                last = found[1]


def _shared_out(analysis: Analysis, first: int) -> tuple[Claim, int] | None:
    total, parts = None, []
    for sentence in range(first, min(first + _SENTENCES, len(analysis.sentences))):
        counts = list(_counts(analysis, sentence))
        if not counts or _words(analysis.lexicon).open & {token.lower_ for token in analysis.sentences[sentence].doc}:
            return None
        for mention in counts:
            if _won(analysis, mention):
                parts.append(mention)
            elif total is None and not parts and _unit(mention) in _words(analysis.lexicon).shared_out:
                total = mention
            else:
                return None
        if total is None:
            return None
        if len(parts) >= _FEWEST and _of_the_rest(analysis, parts[-1]):
            return _claim(analysis, total, parts), sentence
    return None


def _counts(analysis: Analysis, sentence: int) -> Iterator[Mention]:
    for mention in analysis.of_kind(MentionKind.QUANTITY, sentence=sentence):
        if isinstance(mention.detail, Quantity) and mention.detail.kind is not QuantityKind.ORDINAL:
            yield mention


def _unit(mention: Mention) -> str | None:
    return mention.detail.unit if isinstance(mention.detail, Quantity) else None


def _won(analysis: Analysis, mention: Mention) -> bool:
    """Tell whether a number is what somebody won: it stands close behind such a verb, and is exact."""
    quantity, words = mention.detail, _words(analysis.lexicon)
    if (
        not isinstance(quantity, Quantity)
        or quantity.kind is not QuantityKind.COUNT
        or quantity.hedge is not Hedge.EXACT
    ):
        return False
    if quantity.unit not in words.shared_out and quantity.unit is not None:
        return False
    span = analysis.span(mention.start, mention.end, mention.sentence)
    return span is not None and any(token.lemma_.lower() in words.won for token in _before(span[0]))


def _before(token: Token) -> Span:
    return token.doc[max(0, token.i - _REACH) : token.i]


def _of_the_rest(analysis: Analysis, mention: Mention) -> bool:
    """Tell whether the sentence of a share gives one to the rest."""
    words = _words(analysis.lexicon)
    doc = analysis.sentences[mention.sentence].doc
    return any(token.lower_ in words.rest for token in doc)


def _claim(analysis: Analysis, total: Mention, parts: Sequence[Mention]) -> Claim:
    operands = [quantity_operand(analysis, "part", part) for part in parts] + [
        quantity_operand(analysis, "total", total)
    ]
    end = parts[-1].end
    return make_claim(analysis, Kind.CALCULATION, "total", total.start, end, total.sentence, operands=operands)
