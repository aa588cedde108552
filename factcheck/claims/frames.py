"""The frame of a clause: who does what to whom, where, and whether it is told as happened."""

from dataclasses import dataclass
from functools import cache

import msgspec

from factcheck.domain import Mention, MentionKind, Modality, Name, NameKind, Office, Quote
from factcheck.language.analysis import Analysis, Token
from factcheck.language.places import country_of
from factcheck.language.syntax import VerbGroup, modality, objects, predicate, subjects, verb_group
from factcheck.lexicon import Lexicon


class EventWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of event: the verbs and nouns that tell it, whether it recurs, or comes once in a life."""

    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    recurs: bool = False
    once: bool = False


class EventLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """rules/lexicon/en/events.yml."""

    events: dict[str, EventWords]
    light: frozenset[str]
    prospective: frozenset[str]
    expecting: frozenset[str]
    announcing: frozenset[str]
    not_on_the_day: frozenset[str]
    turning: frozenset[str]
    dated: frozenset[str]
    embargo: frozenset[str]
    periods: frozenset[str]
    notes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause: its predicate, the kind of event it tells, the keys of those named in it, and its objects' lemmas."""

    verb: Token
    group: VerbGroup
    event: str
    recurs: bool
    actors: tuple[str, ...]
    places: tuple[str, ...]
    offices: tuple[str, ...]
    objects: tuple[str, ...]
    modality: Modality
    quoted: bool


@cache
def event_lexicon(lexicon: Lexicon) -> EventLexicon:
    """Return the event words of a language."""
    return lexicon.load("events", EventLexicon)


@cache
def _kinds(lexicon: Lexicon) -> tuple[dict[str, str], dict[str, str]]:
    events = event_lexicon(lexicon).events
    verbs = {verb: kind for kind, words in events.items() for verb in words.verbs}
    nouns = {noun: kind for kind, words in events.items() for noun in words.nouns}
    return verbs, nouns


def event_kind(verb: Token, lexicon: Lexicon) -> str:
    """Return the kind of event that a predicate tells; a verb unknown to the lexicon is its own kind."""
    verbs, nouns = _kinds(lexicon)
    lemma = verb.lemma_.lower()
    if lemma in event_lexicon(lexicon).light:
        for noun in [*objects(verb), *subjects(verb)]:
            kind = nouns.get(noun.lower_) or nouns.get(noun.lemma_.lower())
            if kind is not None:
                return kind
    return verbs.get(lemma, lemma)


def frame_of(analysis: Analysis, token: Token, sentence: int) -> Frame | None:
    """Return the frame of the clause that a token stands in; None without a predicate."""
    verb = predicate(token)
    if verb is None:
        return None
    lexicon = analysis.lexicon
    group = verb_group(verb)
    kind = event_kind(verb, lexicon)
    words = event_lexicon(lexicon)
    names = [
        mention
        for mention in analysis.of_kind(MentionKind.NAME, sentence=sentence)
        if _in_clause(analysis, mention, verb)
    ]
    offices = [
        mention
        for mention in analysis.of_kind(MentionKind.OFFICE, sentence=sentence)
        if _in_clause(analysis, mention, verb)
    ]
    return Frame(
        verb=verb,
        group=group,
        event=kind,
        recurs=kind in words.events and words.events[kind].recurs,
        actors=_keys([name for name in names if _acts(analysis, name, verb)]),
        places=_keys([name for name in names if not _acts(analysis, name, verb)]),
        offices=tuple(sorted({key for mention in offices if (key := _office_key(mention, lexicon))})),
        objects=tuple(sorted({noun.lemma_.lower() for noun in objects(verb)})),
        modality=modality(group, expecting=words.expecting),
        quoted=is_quoted(analysis, analysis.sentences[sentence].start + token.idx),
    )


def _in_clause(analysis: Analysis, mention: Mention, verb: Token) -> bool:
    head = analysis.head(mention)
    return predicate(head) == verb or head in subjects(verb)


def _acts(analysis: Analysis, mention: Mention, verb: Token) -> bool:
    """Tell whether a name takes part: any person or organisation, a place only as subject ("Chile signed")."""
    if not isinstance(mention.detail, Name) or mention.detail.kind is not NameKind.PLACE:
        return True
    return analysis.head(mention) in subjects(verb)


def _keys(names: list[Mention]) -> tuple[str, ...]:
    return tuple(sorted({mention.detail.key for mention in names if isinstance(mention.detail, Name)}))


def _office_key(mention: Mention, lexicon: Lexicon) -> str | None:
    """Return "class|country", by which "the head of Bavaria" and "German premiers" meet."""
    office = mention.detail
    if not isinstance(office, Office) or office.jurisdiction is None:
        return None
    country = country_of(office.jurisdiction, lexicon)
    return f"{office.office}|{country}" if country else None


def is_quoted(analysis: Analysis, offset: int) -> bool:
    """Tell whether an offset of the article stands within somebody's quoted words."""
    return speaker_at(analysis, offset) is not None


def speaker_at(analysis: Analysis, offset: int) -> str | None:
    """Return the key of whoever's quoted words an offset stands in ("" when the speaker is not known); None outside."""
    mention = analysis.quote_at(offset)
    quote = mention.detail if mention is not None else None
    if isinstance(quote, Quote) and any(start <= offset < end for start, end in quote.parts):
        return quote.speaker or ""
    return None
