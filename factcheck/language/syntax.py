"""Subject, object, tense, modality and head noun: the only module that knows dependency labels and tags.

It reads Universal Dependencies as the shipped model gives them and ClearNLP labels as other spaCy pipelines do.
Tags are the Penn Treebank's, which both give.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.domain import Modality
from factcheck.language.labels import (
    AUXILIARY,
    CASE,
    CONDITIONAL,
    COPULA,
    FUTURE_AUX,
    MODAL_AUX,
    NEGATION,
    NOBODY,
    NOMINAL_MODIFIER,
    NON_FINITE,
    NOUN_INSIDE,
    OBJECT,
    OBLIQUE,
    PASSIVE,
    RELATIVE,
    SUBJECT,
)
from factcheck.language.tokens import Span, Token

_REMEMBERED = 4096  # tokens: the claims of a sentence ask for the same ones again and again


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A predicate with its auxiliaries.

    `tense` is past, present, future or none; `finite` tells whether a finite verb heads it.
    """

    head: Token
    tense: str
    finite: bool
    perfect: bool
    progressive: bool
    passive: bool
    negated: bool
    modal: bool
    conditional: bool

    @property
    def lemma(self) -> str:
        """Return the predicate's lemma, lower case."""
        return self.head.lemma_.lower()


@lru_cache(_REMEMBERED)
def predicate(token: Token) -> Token | None:
    """Return the verb (or the word with a copula) whose clause a token stands in; None in a text without a verb."""
    for step in (token, *token.ancestors):
        if is_predicate(step):
            return step
    return None


@lru_cache(_REMEMBERED)
def is_predicate(token: Token) -> bool:
    """Tell whether a token heads a clause: a full verb, an auxiliary without one, or a word with a copula."""
    if token.pos_ == "VERB" and (token.dep_ not in {"amod", "compound"} or _has_own_subject(token)):
        return True
    if token.pos_ == "AUX" and token.dep_ not in AUXILIARY | COPULA:
        return True
    return any(child.dep_ in COPULA for child in token.children)


def is_full_verb(token: Token) -> bool:
    """Tell whether a predicate is a verb of its own and not a word with a copula."""
    return token.pos_ == "VERB" and not any(child.dep_ in COPULA for child in token.children)


def _has_own_subject(verb: Token) -> bool:
    """Tell whether a participle that the parse took for an adjective has a subject ("Smith was elected president")."""
    return any(child.dep_ in AUXILIARY | SUBJECT for child in verb.children)


@lru_cache(_REMEMBERED)
def verb_group(head: Token) -> VerbGroup:
    """Return a predicate with what its auxiliaries say of tense, aspect, voice, polarity and modality."""
    helpers = _helpers(head)
    words = {token.lower_ for token in helpers}
    lemmas = {token.lemma_.lower() for token in helpers}
    tense = _tense(head, helpers)
    return VerbGroup(
        head=head,
        tense=tense,
        finite=tense != "none" or bool(words & MODAL_AUX),
        perfect="have" in lemmas and head.tag_ in {"VBN", "VBD"},
        progressive=head.tag_ == "VBG" and "be" in lemmas,
        passive=any(token.dep_ in PASSIVE for token in (*helpers, *head.children)),
        negated=_negated(head) or any(_negated(token.head) for token in helpers if token.head.i != head.i),
        modal=bool(words & MODAL_AUX),
        conditional=_conditional(head),
    )


def _helpers(head: Token) -> list[Token]:
    """Return a predicate's auxiliaries and copula; a conjoined infinitive or participle shares the first verb's."""
    own = [child for child in head.children if child.dep_ in AUXILIARY | COPULA]
    shares = head.dep_ == "conj" and head.tag_ in NON_FINITE
    if own or not shares or any(child.dep_ in SUBJECT | {"mark"} for child in head.children):
        return own
    return _helpers(head.head)


def _tense(head: Token, helpers: list[Token]) -> str:
    verbs = sorted([*helpers, *([head] if head.pos_ in {"VERB", "AUX"} else [])], key=lambda token: token.i)
    first = verbs[0] if verbs else head
    if any(token.lower_ in FUTURE_AUX for token in helpers) or _going_to(head):
        return "future"
    if first.tag_ == "VBD" or first.lower_ in {"was", "were", "had", "did"}:
        return "past"
    if first.tag_ in {"VBP", "VBZ"}:
        return "present"
    return "past" if not helpers and _past_like_participle(head) else "none"


def _going_to(head: Token) -> bool:
    """Tell whether a verb is the "going" or the infinitive of "is going to visit"; "was going to" is no future."""
    going = head.head if head.dep_ == "xcomp" else head
    labels = {child.dep_ for child in going.children if going.lower_ == "going"}
    return "xcomp" in labels and all(child.tag_ != "VBD" for child in going.children)


def _past_like_participle(head: Token) -> bool:
    """Tell whether what is tagged as a participle must be a past tense: it has a subject, or joins a past tense."""
    if head.tag_ != "VBN":
        return False
    if any(child.dep_ == "nsubj" for child in head.children) or (head.dep_ == "conj" and head.head.tag_ == "VBD"):
        return True
    return _is_garden_path(head)


def _is_garden_path(verb: Token) -> bool:
    """Tell whether a participle after the sentence's root noun must be its verb: "The ministers signed the accord."

    A sentence that ends in a full stop has a finite verb; where the parse finds none but this, it is this one.
    """
    root = verb.head
    if (
        verb.dep_ not in RELATIVE
        or root.dep_ != "ROOT"
        or root.pos_ not in {"NOUN", "PROPN"}
        or verb.doc[-1].text != "."
    ):
        return False
    return not any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.i < verb.i for token in verb.doc)


def heads_sentence(verb: Token) -> bool:
    """Tell whether a verb is its sentence's main verb."""
    return verb.dep_ == "ROOT" or _is_garden_path(verb)


def _negated(head: Token) -> bool:
    """Tell whether a predicate has a negation, or a subject or object that is none ("no deal was reached")."""
    for child in head.children:
        if child.lower_ in NEGATION and abs(child.i - head.i) <= 4:
            return True
        if child.dep_ in SUBJECT | OBJECT and (child.lower_ in NOBODY or any(map(_none_of, child.children))):
            return True
    return False


def _none_of(token: Token) -> bool:
    following = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return token.dep_ == "det" and token.lower_ in {"no", "neither"} and following not in {"fewer", "less", "more"}


def _conditional(head: Token) -> bool:
    return any(
        child.lower_ in CONDITIONAL
        for step in (head, *head.ancestors)
        if is_predicate(step)
        for child in step.children
        if child.i < step.i and child.dep_ in {"mark", "advmod", "aux"}
    )


def modality(group: VerbGroup, *, expecting: frozenset[str] = frozenset()) -> Modality:
    """Return whether a clause tells its event as past, planned, expected or denied.

    `expecting` are the lemmas of verbs whose complement is not told as happened (expect, plan, schedule).
    """
    if group.negated:
        return Modality.DENIED
    if group.modal or group.conditional:
        return Modality.EXPECTED
    if group.tense == "future":
        return Modality.PLANNED
    governors = [group.head, *(step for step in group.head.ancestors if is_predicate(step))]
    if any(step.lemma_.lower() in expecting for step in governors):
        return Modality.EXPECTED
    return Modality.HAPPENED if group.finite else Modality.EXPECTED


def governing_clauses(token: Token) -> Iterator[Token]:
    """Yield the predicates above a token, nearest first, not the token itself."""
    for step in token.ancestors:
        if is_predicate(step):
            yield step


def subjects(verb: Token) -> list[Token]:
    """Return the heads of a predicate's subjects; a conjoined verb without one takes the first verb's."""
    found = [child for child in verb.children if child.dep_ in SUBJECT and child.dep_ != "expl"]
    if not found and verb.tag_ in {"VBN", "VBD"} and _is_garden_path(verb):
        found = [verb.head]
    if not found and verb.dep_ in {"conj", "xcomp"} and verb.head.i != verb.i:
        return subjects(verb.head)
    return [token for head in found for token in (head, *conjuncts(head))]


def described(verb: Token) -> Token | None:
    """Return the noun that a relative clause or participle describes; None for another clause."""
    return verb.head if verb.dep_ in RELATIVE else None


def objects(verb: Token) -> list[Token]:
    """Return the heads of a predicate's objects."""
    return [token for child in verb.children if child.dep_ in OBJECT for token in (child, *conjuncts(child))]


def of_complements(noun: Token) -> list[Token]:
    """Return the heads of what "of" joins to a noun: the library of "the building of a library"."""
    return [child for child in noun.children if child.dep_ == "nmod" and preposition(child) == "of"]


def conjuncts(token: Token) -> list[Token]:
    """Return the tokens coordinated with a token, without it."""
    return list(token.conjuncts)


def preposition(token: Token) -> str | None:
    """Return the preposition or subordinator that introduces a phrase, lower case; None for a bare one."""
    for child in token.children:
        if child.dep_ in CASE and child.i < token.i:
            return child.lower_
    if token.dep_ in {"pobj", "pcomp"}:
        return token.head.lower_
    return None


def is_adverbial_of(token: Token, verb: Token) -> bool:
    """Tell whether a phrase modifies the verb itself and not a noun or another clause."""
    step = token
    while (
        step.dep_ in {"pobj", "pcomp", "nummod", "compound", "flat", "nmod:unmarked", "appos", "nmod"}
        and step.head.i != step.i
    ):
        if step.dep_ in {"nmod", "appos"} and step.head.pos_ == "NOUN" and not _is_date_word(step.head):
            return False
        step = step.head
        if step.i == verb.i:
            return True
    return step.head.i == verb.i and step.dep_ in OBLIQUE | {"parataxis"} and step.i != verb.i


def _is_date_word(token: Token) -> bool:
    return token.pos_ in {"PROPN", "NUM"} or token.lower_ in {
        "day",
        "morning",
        "afternoon",
        "evening",
        "night",
        "week",
        "month",
        "year",
    }


def noun_phrase_head(token: Token) -> Token:
    """Return the noun that a modifier (number, adjective, compound part) belongs to."""
    while token.dep_ in NOUN_INSIDE and token.head.i != token.i:
        token = token.head
    return token


def head_noun(span: Span) -> Token:
    """Return the head noun of a phrase."""
    return noun_phrase_head(span.root)


def modifiers(noun: Token) -> list[Token]:
    """Return a noun's restrictive modifiers: adjectives, compounds, possessors and prepositional phrases' heads."""
    found: list[Token] = []
    for child in noun.children:
        if child.dep_ in NOMINAL_MODIFIER and child.pos_ not in {"DET", "PRON"}:
            found.append(child)
        elif child.dep_ == "prep":
            found.extend(below for below in child.children if below.dep_ == "pobj")
    return sorted(found, key=lambda token: token.i)
