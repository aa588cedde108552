"""Whether a date says when its clause's verb took place, and not when something else did."""

from factcheck.claims.frames import EventLexicon, Frame, event_lexicon
from factcheck.language.analysis import Span, Token
from factcheck.language.labels import AUXILIARY
from factcheck.language.syntax import (
    governing_clauses,
    heads_sentence,
    is_adverbial_of,
    is_full_verb,
    is_predicate,
    objects,
    verb_group,
)
from factcheck.lexicon import Lexicon

_OPENING = 4  # words of "In a short letter"
_JOINING = frozenset({"-", "–", "—", "/", "and", "or", "to", "&"})


def is_plain_adverbial(phrase: Span, frame: Frame, told_by: Token | None, lexicon: Lexicon) -> bool:
    """Tell whether a time phrase is the adverb of a finite verb and says when that took place.

    `told_by` is the past verb whose day the phrase is by the order of words, if it is any's. Else the parse must say
    so, and the words must not speak against it: no "until" or "before" on the way from the verb, and no noun just
    before the date that may own it ("the election on May 1").
    """
    words = event_lexicon(lexicon)
    verb = frame.verb
    if (
        not (frame.group.finite or is_past_aside(frame, lexicon))
        or not is_full_verb(verb)
        or any(_embargoes(token, words) for token in phrase.doc)
    ):
        return False
    if any(child.dep_ in AUXILIARY and child.lower_ in {"has", "have"} for child in verb.children):
        return False  # a present perfect has no day of its own: "has announced a march on May 1"
    if frame.group.tense == "past" and verb.tag_ == "VB" and all(child.lower_ != "did" for child in verb.children):
        return False  # a noun taken for a verb ("the expansion of the limit on May 1")
    if phrase.start and phrase.doc[phrase.start - 1].text in _JOINING:
        return False
    if any(token.tag_ == "MD" for token in phrase.doc[verb.i + 1 : phrase.start]):
        return False  # a verb ahead has the day: "the confirmed figures will be out on May 1"
    if frame.group.lemma in words.announcing and _announces_news(verb, phrase):
        return False
    if told_by == verb:
        return not _of_adjective(phrase.doc[max(0, phrase.start - 2) : phrase.start])
    if _opens_sentence(phrase):
        return heads_sentence(verb)
    return _attached(phrase, verb) and not _turned_away(phrase, verb, words) and not _owned(phrase, frame, words)


def is_past_aside(frame: Frame, lexicon: Lexicon) -> bool:
    """Tell whether a participle tells what had been done: "the law, passed in May, was", "In a letter sent in May,"."""
    verb, words = frame.verb, event_lexicon(lexicon)
    if verb.tag_ != "VBN" or frame.group.finite or verb.i == 0:
        return False
    if verb.doc[verb.i - 1].text != "," and not _opens_with_noun(verb):
        return False
    if verb.lemma_.lower() in words.prospective | words.expecting:
        return False
    above = next(governing_clauses(verb), None)
    return above is not None and verb_group(above).tense == "past"


def _opens_with_noun(verb: Token) -> bool:
    """Tell whether a sentence opens with "In a letter" or the like and a participle of it."""
    opening = verb.doc[1 : verb.i]
    plain = all(token.pos_ in {"DET", "ADJ", "NOUN"} for token in opening)
    return verb.doc[0].lower_ == "in" and 0 < len(opening) <= _OPENING and plain and opening[-1].pos_ == "NOUN"


def when_clause(phrase: Span) -> Token | None:
    """Return the past verb of a clause that says what happened on a day: "since May 3, when the bank failed"."""
    doc = phrase.doc
    if [token.lower_ for token in doc[phrase.end : phrase.end + 2]] != [",", "when"]:
        return None
    verb = next((token for token in doc[phrase.end + 2 :] if is_predicate(token)), None)
    if verb is None:
        return None
    group = verb_group(verb)
    return verb if group.finite and group.tense == "past" and not group.modal else None


def _announces_news(verb: Token, phrase: Span) -> bool:
    """Tell whether something new stands between a verb and a date: "a picket", but not "the results"."""
    between = [token for token in objects(verb) if verb.i < token.i < phrase.start]
    return any(all(child.lower_ != "the" and child.tag_ != "PRP$" for child in token.children) for token in between)


def _embargoes(token: Token, words: EventLexicon) -> bool:
    """Tell whether a word speaks of a day that is set: "due to open", but not "due to the rain"."""
    if token.lower_ not in words.embargo:
        return False
    following = token.doc[token.i + 1 : token.i + 3]
    return not (len(following) == 2 and following[0].lower_ == "to" and following[1].tag_ != "VB")


def _opens_sentence(phrase: Span) -> bool:
    """Tell whether the sentence begins with the phrase and a plain preposition ("On March 17 rescuers ...")."""
    return phrase.start == 1 and phrase.doc[0].lower_ == "on"


def _attached(phrase: Span, verb: Token) -> bool:
    """Tell whether the parse hangs the phrase on the verb, or on an object that it follows at the end of the clause.

    Parsers often hang the date of "killed 12 people on March 9" on the people.
    """
    head = phrase.root.head
    if is_adverbial_of(phrase.root, verb):
        return head.i == verb.i or head.i < phrase.end
    if phrase.start < 2 or phrase.doc[phrase.start - 1].lower_ != "on" or head not in objects(verb):
        return False
    return _ends_clause(phrase) and phrase.doc[phrase.start - 2] in (head, *head.rights)


def _ends_clause(phrase: Span) -> bool:
    return phrase.end >= len(phrase.doc) or phrase.doc[phrase.end].pos_ in {"PUNCT", "CCONJ"}


def _turned_away(phrase: Span, verb: Token, words: EventLexicon) -> bool:
    """Tell whether a word before the date, or on the way to it from the verb, gives it to something else."""
    before = phrase.doc[max(0, phrase.start - 2) : phrase.start]
    if any(token.lower_ in words.not_on_the_day and token.pos_ in {"ADP", "SCONJ"} for token in before):
        return True
    if _of_adjective(before):
        return True
    between = phrase.doc[verb.i + 1 : phrase.start]
    return any(token.lower_ in words.turning and token.pos_ in {"ADP", "SCONJ", "ADV"} for token in between)


def _of_adjective(before: Span) -> bool:
    """Tell whether the date is an adjective's own ("payable May 7", "effective on May 7")."""
    words = [token for token in before if token.lower_ != "on"]
    return bool(words) and words[-1].pos_ == "ADJ"


def _owned(phrase: Span, frame: Frame, words: EventLexicon) -> bool:
    """Tell whether the noun just before the date has a day of its own, which the verb does not itself give it."""
    first = frame.verb.i + 1 if frame.verb.i < phrase.start else 0
    for index in (phrase.start - 1, phrase.start - 2):
        token = phrase.doc[index] if index >= first else None
        if token is None or token.pos_ not in {"NOUN", "PROPN", "ADP"}:
            return False
        if token.pos_ != "ADP":
            return token.lower_ in words.dated and frame.group.lemma not in words.light
    return False
