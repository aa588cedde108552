"""Claims that something has a size: percentages, money, measures, ages and counts, with the whole frame of each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import msgspec

from factcheck.articleids import own_key
from factcheck.claims.build import make_claim
from factcheck.claims.frames import Frame, frame_of, speaker_at
from factcheck.domain import (
    Claim,
    Kind,
    Mention,
    MentionKind,
    Modality,
    Office,
    Quantity,
    QuantityKind,
    Time,
)
from factcheck.language.analysis import Analysis, Span, Token
from factcheck.language.officewords import office_class
from factcheck.language.places import country_of, demonym
from factcheck.language.syntax import modifiers, noun_phrase_head, objects, of_complements, predicate
from factcheck.lexicon import Lexicon

KINDS = {
    QuantityKind.PERCENT: Kind.PERCENTAGE,
    QuantityKind.POINTS: Kind.PERCENTAGE,
    QuantityKind.MONEY: Kind.MONEY,
    QuantityKind.MEASURE: Kind.MEASURE,
    QuantityKind.AGE: Kind.MEASURE,
    QuantityKind.COUNT: Kind.COUNT,
}
_CROWDED = 3


class Measure(msgspec.Struct, frozen=True):
    """A measure noun of rules/lexicon/en/measures.yml: its names, which way it moves, and what it is part of."""

    measure: str
    words: tuple[str, ...]
    moves: str | None = None
    part_of: str | None = None


@cache
def measure_words(lexicon: Lexicon) -> dict[str, str]:
    """Return the measures of the lexicon by their words, in lower case."""
    measures = lexicon.load("measures", tuple[Measure, ...])
    return {word.lower(): entry.measure for entry in measures for word in entry.words}


@cache
def _open_modifiers(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.load("modifiers", dict[str, frozenset[str]])["open"]


def figure_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield a claim for each percentage, sum, measure, age and count with a clear head.

    `attribute` is the measure ("trade") or the counted noun's lemma ("governor"); `scope` holds every restrictive
    modifier and what else must be equal before two figures can be compared; "open" marks things told apart from others
    ("three more"), "crowded" one of three or more
    figures
    of one unit in a sentence, a list or table in which frames are never clear; "only" marks the body's only value of
    its
    measure and unit, against which a headline can be held.
    """
    found = [
        claim
        for mention in analysis.of_kind(MentionKind.QUANTITY)
        if isinstance(mention.detail, Quantity) and mention.detail.kind in KINDS
        if (claim := _claim(analysis, mention, mention.detail)) is not None
    ]
    values: dict[tuple[str, str | None], set[str | None]] = defaultdict(set)
    for claim in found:
        if not claim.in_title:
            values[_measured(claim)].add(claim.value)
    for claim in found:
        only = not claim.in_title and len(values[_measured(claim)]) == 1
        yield replace(claim, scope=(*claim.scope, "only")) if only else claim
    yield from _named_heads(analysis)


def _measured(claim: Claim) -> tuple[str, str | None]:
    return claim.attribute.split()[-1], claim.quantity.unit if claim.quantity else None


def _claim(analysis: Analysis, mention: Mention, quantity: Quantity) -> Claim | None:
    token = analysis.head(mention)
    frame = frame_of(analysis, token, mention.sentence)
    if quantity.kind is QuantityKind.COUNT:
        noun = _counted(analysis, mention, quantity)
        attribute = noun.lemma_.lower().strip() if noun is not None else None
    else:
        attribute, noun = _measure(analysis.lexicon, token)
    if not attribute:  # white space that is a token of its own is no noun
        return None
    subjects = _subjects(analysis, mention, frame, noun)
    scope = tuple(_scope(analysis, mention, quantity, frame, noun))
    speaker = speaker_at(analysis, mention.start)
    return make_claim(
        analysis,
        KINDS[quantity.kind],
        attribute,
        mention.start,
        mention.end,
        mention.sentence,
        subjects=subjects,
        quantity=quantity,
        when=_period(analysis, mention),
        scope=scope,
        modality=frame.modality if frame else Modality.HAPPENED,
        affirmed=frame is None or not frame.group.negated,
        speaker=speaker or None,
        keys=tuple(_keys(analysis, quantity, attribute, subjects, frame)),
        value=mention.value,
    )


def _counted(analysis: Analysis, mention: Mention, quantity: Quantity) -> Token | None:
    if quantity.head is None:
        return None
    span = analysis.span(*quantity.head, mention.sentence)
    return span.root if span is not None else None


def _measure(lexicon: Lexicon, token: Token) -> tuple[str | None, Token | None]:
    """Return the measure of a figure with its noun: the nearest before it in its clause, else one it modifies."""
    words = measure_words(lexicon)
    doc = token.doc
    clause = predicate(token)
    for index in range(token.i - 1, max(-1, token.i - 25), -1):
        found = _measure_at(doc[max(0, index - 1) : index + 1], words)
        if found and (predicate(doc[index]) == clause or clause is None):
            return found, doc[index]
    for step in (noun_phrase_head(token), token.head):
        found = _measure_at(doc[max(0, step.i - 1) : step.i + 1], words)
        if found:
            return found, step
    return None, None


def _measure_at(span: Span, words: dict[str, str]) -> str | None:
    if len(span) == 2:
        both = words.get(span.text.lower())
        if both:
            return both
    last = span[-1]
    return words.get(last.lower_) or (words.get(last.lemma_.lower()) if last.pos_ in {"NOUN", "PROPN"} else None)


def _subjects(analysis: Analysis, mention: Mention, frame: Frame | None, noun: Token | None) -> tuple[str, ...]:
    keys = {*(frame.actors if frame else ()), *(frame.places if frame else ())}
    if noun is not None:
        keys |= {key for word in modifiers(noun) if (key := demonym(word.text, analysis.lexicon))}
    return tuple(sorted(keys))


def _scope(
    analysis: Analysis, mention: Mention, quantity: Quantity, frame: Frame | None, noun: Token | None
) -> Iterator[str]:
    if frame is not None:
        yield f"verb:{frame.group.lemma}"
        heads = [word for noun in objects(frame.verb) for word in (noun, *of_complements(noun))]
        yield from sorted({f"object:{word.lemma_.lower()}" for word in heads if not _within(word, mention, analysis)})
    if quantity.change:
        yield "change"
    if quantity.per:
        yield f"per:{quantity.per}"
    if noun is not None:
        lemmas = {word.lemma_.lower() for word in modifiers(noun) if _restricts(word, noun, analysis.lexicon)}
        yield from sorted(f"modifier:{lemma}" for lemma in lemmas)
        if lemmas & _open_modifiers(analysis.lexicon):
            yield "open"
    if _crowded(analysis, mention, quantity):
        yield "crowded"


def _within(word: Token, mention: Mention, analysis: Analysis) -> bool:
    return mention.start <= analysis.sentences[mention.sentence].start + word.idx < mention.end


def _restricts(word: Token, noun: Token, lexicon: Lexicon) -> bool:
    """Tell whether a modifier says which of the things is meant: no number, no part of the measure's own name.

    Names are no modifiers here; they are among the claim's subjects.
    """
    return word.pos_ not in {"NUM", "PROPN"} and f"{word.lower_} {noun.lower_}" not in measure_words(lexicon)


def _crowded(analysis: Analysis, mention: Mention, quantity: Quantity) -> bool:
    same = [
        other
        for other in analysis.of_kind(MentionKind.QUANTITY, sentence=mention.sentence)
        if isinstance(other.detail, Quantity)
        and other.detail.kind is quantity.kind
        and other.detail.unit == quantity.unit
    ]
    return len(same) >= _CROWDED


def _period(analysis: Analysis, mention: Mention) -> Time | None:
    """Return the only date or period of the sentence; None when there is none or more than one."""
    times = [other.detail for other in analysis.of_kind(MentionKind.TIME, sentence=mention.sentence)]
    dates = [time for time in times if isinstance(time, Time) and time.type == "DATE"]
    return dates[0] if len(dates) == 1 else None


def _keys(
    analysis: Analysis, quantity: Quantity, attribute: str, subjects: tuple[str, ...], frame: Frame | None
) -> Iterator[str]:
    unit = "count" if quantity.kind is QuantityKind.COUNT else quantity.unit
    yield own_key(f"figure:{attribute.rsplit(maxsplit=1)[-1]}|{unit}", analysis.article.id)
    if quantity.kind is QuantityKind.COUNT:
        office = office_class(attribute, analysis.lexicon)
        countries = {country for key in subjects if (country := country_of(key, analysis.lexicon))}
        if office is not None and len(countries) == 1:
            yield f"holders:{office}|{countries.pop()}"
    yield from [f"figure:{attribute}|{unit}|{key}" for key in subjects][:6]
    if frame is not None:
        yield f"figure:{attribute}|{unit}|{frame.event}"


def _named_heads(analysis: Analysis) -> Iterator[Claim]:
    """Yield, for each office of each country, a count of the holders that the article names.

    Only to be found in agreement with a stated count ("two German premiers"): an article need not name everyone.
    """
    named: dict[tuple[str, str], dict[str, Mention]] = {}
    for mention in analysis.of_kind(MentionKind.OFFICE):
        office = mention.detail
        if isinstance(office, Office) and office.holder and office.jurisdiction and not office.qualifier:
            country = country_of(office.jurisdiction, analysis.lexicon)
            if country and country != office.jurisdiction:
                named.setdefault((office.office, country), {}).setdefault(office.holder, mention)
    for (office_name, country), holders in sorted(named.items()):
        if len(holders) < 2:
            continue
        first = min(holders.values(), key=lambda mention: mention.start)
        yield make_claim(
            analysis,
            Kind.COUNT,
            office_name,
            first.start,
            first.end,
            first.sentence,
            subjects=tuple(sorted(holders)),
            quantity=Quantity(QuantityKind.COUNT, len(holders), len(holders), unit=office_name),
            scope=("named",),
            keys=(f"holders:{office_name}|{country}",),
            value=f"{len(holders)} named: {', '.join(sorted(holders))}",
        )
