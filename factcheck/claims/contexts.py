"""The context of every value that an article tells, and claims for the values that no frame is clear enough for."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from factcheck.claims.ages import AGE
from factcheck.claims.build import make_claim
from factcheck.claims.figures import KINDS
from factcheck.claims.frames import event_lexicon
from factcheck.domain import (
    UNFRAMED,
    Claim,
    Context,
    Kind,
    Mention,
    MentionKind,
    Modality,
    Quantity,
    QuantityKind,
    Time,
)
from factcheck.language.analysis import Analysis, Token
from factcheck.language.profile import is_content
from factcheck.language.syntax import is_predicate, modality, predicate, verb_group

_KINDS = {**KINDS, QuantityKind.ORDINAL: Kind.RANK}
_place = attrgetter("i")
_FRAMED = frozenset({Kind.EVENT, *_KINDS.values()}) - {Kind.RANK}


def with_contexts(analysis: Analysis, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims, those of values with their contexts, and one for each value that has none.

    Such a claim has the scope "unframed" and no key: it is compared only with what a report of the same event says in
    nearly the same words.
    """
    contexts = dict(_contexts(analysis))
    told = set()
    for claim in claims:
        place = claim.place.start, claim.place.end
        if claim.kind in _FRAMED and place in contexts and "named" not in claim.scope and claim.attribute != AGE:
            told.add(place)
            yield replace(claim, context=contexts[place])
        else:
            yield claim
    for mention in _values(analysis):
        if (mention.start, mention.end) not in told:
            yield from _unframed(analysis, mention, contexts[mention.start, mention.end])


def _values(analysis: Analysis) -> Iterator[Mention]:
    for mention in analysis.mentions:
        if mention.kind in {MentionKind.TIME, MentionKind.QUANTITY}:
            yield mention


def _unframed(analysis: Analysis, mention: Mention, context: Context) -> Iterator[Claim]:
    detail = mention.detail
    kind = attribute = None
    if isinstance(detail, Quantity):
        kind, attribute = _KINDS.get(detail.kind), detail.unit or detail.kind.value
    elif isinstance(detail, Time) and detail.type in {"DATE", "TIME", "DURATION"} and detail.value[:1].isalnum():
        kind = Kind.DURATION if detail.type == "DURATION" else Kind.DATE
        attribute = "lasts" if kind is Kind.DURATION else "day"
    if kind is None or attribute is None or mention.value.endswith("_REF"):
        return
    yield make_claim(
        analysis,
        kind,
        attribute,
        mention.start,
        mention.end,
        mention.sentence,
        quantity=detail if isinstance(detail, Quantity) else None,
        when=detail if isinstance(detail, Time) else None,
        scope=(UNFRAMED,),
        modality=_modality(analysis, mention),
        value=mention.value,
        context=context,
    )


def _modality(analysis: Analysis, mention: Mention) -> Modality:
    verb = predicate(analysis.head(mention))
    expecting = event_lexicon(analysis.lexicon).expecting
    return modality(verb_group(verb), expecting=expecting) if verb is not None else Modality.HAPPENED


def _contexts(analysis: Analysis) -> Iterator[tuple[tuple[int, int], Context]]:
    """Yield the context of each time and quantity by its place."""
    for index, sentence in enumerate(analysis.sentences):
        values = list(_values_of(analysis, index))
        if not values:
            continue
        spans = [(mention.start - sentence.start, mention.end - sentence.start) for mention in values]
        tokens = [token for token in sentence.doc if is_content(token) and not _inside(token, values, sentence.start)]
        words = tuple(token.lemma_.lower() for token in tokens)
        names = frozenset(token.lemma_.lower() for token in tokens if token.pos_ == "PROPN")
        predicates = [token for token in sentence.doc if is_predicate(token)]
        for mention, (start, _) in zip(values, spans, strict=True):
            at = sum(token.idx < start for token in tokens)
            verbs = frozenset(_verbs(analysis.head(mention), predicates))
            yield (mention.start, mention.end), Context(words, at, names, verbs, index)


def _values_of(analysis: Analysis, sentence: int) -> Iterator[Mention]:
    for kind in (MentionKind.TIME, MentionKind.QUANTITY):
        yield from analysis.of_kind(kind, sentence=sentence)


def _inside(token: Token, values: Iterable[Mention], offset: int) -> bool:
    """Tell whether a token writes a value: it stands in one, and is not the noun that a count counts."""
    start = offset + token.idx
    for mention in values:
        if mention.start <= start < mention.end:
            head = mention.detail.head if isinstance(mention.detail, Quantity) else None
            return head is None or not head[0] <= start < head[1]
    return False


def _verbs(head: Token, predicates: Sequence[Token]) -> Iterator[str]:
    """Yield the lemmas of the clause's verb by the parse and of the nearest verb before, which parsers often miss.

    `predicates` are those of the sentence.
    """
    by_parse = predicate(head)
    if by_parse is not None:
        yield by_parse.lemma_.lower()
    before = bisect_left(predicates, head.i, key=_place)
    if before:
        yield predicates[before - 1].lemma_.lower()
