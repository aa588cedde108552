"""Whether the clause around a time looks back or forward: the direction of bare weekdays and months."""

from dataclasses import dataclass
from functools import cache

from factcheck.language.syntax import VerbGroup, governing_clauses, is_predicate, predicate, verb_group
from factcheck.language.tokens import Token
from factcheck.lexicon import Lexicon

_REACH = 6  # clauses looked at upward from a time; deeper nesting says nothing about it


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that turn a time forward or back, as times_direction.yml explains them."""

    forward: frozenset[str]
    forward_participle: frozenset[str]
    telling: frozenset[str]
    strong_before: frozenset[str]
    forward_before: frozenset[str]
    backward_before: frozenset[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    lists = lexicon.load("times_direction", dict[str, list[str]])
    return _Words(**{name: frozenset(words) for name, words in lists.items()})


def direction(token: Token, lexicon: Lexicon, *, before: str = "") -> int:
    """Return 1 when the clause of a time looks forward, -1 when it looks back, 0 when nothing tells.

    `before` is the word directly in front of the expression, lower case.
    """
    words = _words(lexicon)
    if before in words.backward_before:
        return -1
    if before in words.strong_before:
        return 1
    if not token.doc.parsed:
        return 0
    verb = token if is_predicate(token) else predicate(token)
    if verb is None:
        return 1 if before in words.forward_before else 0
    if _forward_noun(token, verb, words):
        return 1
    group = verb_group(verb)
    found = _of_clause(verb, group, words, planned=before == "for")
    if found > 0 and group.tense != "future" and not group.modal:
        if _owner(token):  # "follows Tuesday's vote"
            return -1
        if _attribute(token):  # "to end a June agreement"
            return 0
    return 1 if before in words.forward_before and found >= 0 else found


def _forward_noun(token: Token, verb: Token, words: _Words) -> bool:
    """Tell whether a word between time and verb points forward ("due Friday", "the vote scheduled for May")."""
    for step in token.ancestors:
        if step.i == verb.i:
            return False
        if step.lemma_.lower() in words.forward or step.lower_ in words.forward:
            return not _given_up(step)
    return False


def _owner(token: Token) -> bool:
    """Tell whether a time is a possessor: "Friday's vote"."""
    return any(child.lower_ in {"'s", "’s"} for child in token.children)


def _attribute(token: Token) -> bool:
    """Tell whether a time is an attribute of the noun behind it: "a June agreement"."""
    return token.head.i > token.i and token.head.pos_ == "NOUN"


def _of_clause(verb: Token, group: VerbGroup, words: _Words, *, planned: bool) -> int:
    if group.tense == "past" or group.perfect:
        set_ahead = _forward(verb, words) and (planned or group.passive or verb.pos_ != "VERB")
        return 1 if set_ahead and not _given_up(verb) else -1
    if group.tense == "future" or group.modal:
        return 1
    if group.tense == "present":
        return 0 if verb.lemma_.lower() in words.telling else 1
    if planned and _forward(verb, words):  # "the vote scheduled for Friday"
        return -1 if _given_up(verb) else 1
    return _untensed(verb, words)


def _forward(verb: Token, words: _Words) -> bool:
    return (
        verb.lemma_.lower() in words.forward or verb.lower_ in words.forward or verb.lower_ in words.forward_participle
    )


def _given_up(verb: Token) -> bool:
    """Tell whether a plan is told as past itself: "had been scheduled"."""
    return any(child.lower_ == "had" for child in verb.children)


def _untensed(verb: Token, words: _Words) -> int:
    """Return the direction of an infinitive or participle from the clauses above it."""
    infinitive = any(child.lower_ == "to" and child.i < verb.i for child in verb.children)
    for depth, above in enumerate(governing_clauses(verb)):
        if depth >= _REACH:
            break
        if infinitive and _forward(above, words):
            return -1 if _given_up(above) else 1
        group = verb_group(above)
        if group.tense == "past" or group.perfect:
            return -1
        if group.tense in {"future", "present"} or group.modal:
            return 1 if infinitive or verb.tag_ != "VBN" else -1
    if infinitive:
        return 1
    return -1 if verb.tag_ in {"VBN", "VBD"} else 0
