"""Which past verb a day belongs to, read off the order of words ("police said Sunday", "the court on 9 April ruled").

Parsers hang a day on whatever noun stands before it; the words around it say more plainly whose day it is.
"""

from functools import cache

from factcheck.claims.frames import event_lexicon
from factcheck.domain import Modality
from factcheck.language.analysis import Span, Token
from factcheck.language.syntax import modality, subjects, verb_group
from factcheck.lexicon import Lexicon

_REACH = 12  # words from a verb to its day
_JOINING = frozenset({"-", "–", "—", "/", "and", "or", "to", "&"})


@cache
def _words(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Return day_words.yml."""
    return lexicon.load("day_words", dict[str, frozenset[str]])


@cache
def reporting_forms(lexicon: Lexicon) -> frozenset[str]:
    """Return the verbs that bring in somebody's words, in the forms that reporting.yml writes."""
    return frozenset(lexicon.load("reporting", dict[str, list[str]])["verbs"])


def told_by(phrase: Span, lexicon: Lexicon) -> Token | None:
    """Return the past verb whose day a phrase is; None when it may be another's, an object, or still to come."""
    words = _words(lexicon)
    doc, start = phrase.doc, phrase.start
    if any(token.lower_ in words["relative"] for token in phrase):
        return None
    while start and doc[start - 1].lower_ in words["loose"]:
        start -= 1
    if start and (doc[start - 1].lower_ in words["not_before"] or doc[start - 1].text in _JOINING):
        return None
    if not _stands_alone(phrase, words):
        return None
    verb = (
        _verb_ahead(phrase, start, words)
        or _verb_behind(phrase, start, lexicon)
        or _verb_before(phrase, start, lexicon)
    )
    return verb if verb is not None and _is_past(verb) else None


def _is_past(verb: Token) -> bool:
    """Tell whether a verb is in the simple past or past perfect, by a form that can't be a present one ("they shift").

    With a present perfect a day is never the verb's own: "has agreed to talks Friday".
    """
    group = verb_group(verb)
    past = group.tense == "past" or (verb.tag_ == "VBD" and group.tense == "none")
    told = verb.lower_ != verb.lemma_.lower() or group.perfect or group.passive or _of_one(verb)
    return past and told and not group.negated and modality(group) is Modality.HAPPENED


def _of_one(verb: Token) -> bool:
    """Tell whether a verb without a present's -s has a subject in the singular, and so is past ("the bank cut")."""
    return verb.tag_ == "VBD" and any(subject.tag_ in {"NN", "NNP"} for subject in subjects(verb))


def _verb_ahead(phrase: Span, start: int, words: dict[str, frozenset[str]]) -> Token | None:
    """Return the verb of the clause that a day opens: "said that on April 9 the army entered"."""
    doc, at = phrase.doc, phrase.end
    if at >= len(doc) or not _opens_clause(phrase, start, words):
        return None
    if doc[at].text == ",":
        at += 1
    for token in doc[at : at + _REACH]:
        if token.pos_ == "VERB":
            return token if token.tag_ in {"VBD", "VBN"} and not _is_followed_by_modal(token) else None
        helping = token.lower_ in words["helping"]
        if token.tag_ in {"WP", "WDT"} or not (helping or _may_stand_between(token)):
            return None
    return None


def _is_followed_by_modal(verb: Token) -> bool:
    """Tell whether what looks like a clause's verb describes the subject of another: "the men held in Rome will"."""
    for token in verb.doc[verb.i + 1 : verb.i + _REACH]:
        if token.pos_ in {"PUNCT", "CCONJ", "SCONJ"}:
            return False
        if token.tag_ == "MD":
            return True
    return False


def _opens_clause(phrase: Span, start: int, words: dict[str, frozenset[str]]) -> bool:
    """Tell whether a day stands first in its clause, alone or as the day of what happened "in a vote on April 9,"."""
    doc = phrase.doc
    if not start:
        return True
    if doc[start - 1].lower_ == "that" and doc[start - 1].pos_ == "SCONJ":
        return True
    if not 3 <= start < _REACH or doc[phrase.end].text != "," or doc[0].lower_ not in words["occasion"]:
        return False
    return all(token.pos_ in {"DET", "ADJ", "NOUN", "PROPN"} or token.lower_ in {"in", "at"} for token in doc[1:start])


def _verb_behind(phrase: Span, start: int, lexicon: Lexicon) -> Token | None:
    """Return the verb directly behind the day of its subject: "Police Sunday arrested", "the court on Friday ruled".

    A noun that often has a day of its own has it here ("candidates in the election on May 1 called").
    """
    doc, at = phrase.doc, phrase.end
    if at >= len(doc) or not start or doc[start - 1].pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    if doc[start - 1].lower_ in event_lexicon(lexicon).dated:
        return None
    while at < len(doc) - 1 and doc[at].pos_ == "ADV":
        at += 1
    return doc[at] if doc[at].tag_ in {"VBD", "VBN"} and doc[at].pos_ == "VERB" else None


def _verb_before(phrase: Span, start: int, lexicon: Lexicon) -> Token | None:
    """Return the nearest verb before the day, over objects and places only: "killed two men in the port on Sunday"."""
    doc, words, dated = phrase.doc, _words(lexicon), event_lexicon(lexicon).dated
    over: set[str] = set()
    for at in range(start - 1, max(-1, start - 1 - _REACH), -1):
        token = doc[at]
        if token.tag_ in {"VBD", "VBN"} and token.pos_ == "VERB":
            fits = _is_predicate(token) and _ends_there(token, phrase, lexicon)
            theirs = over & dated and token.lemma_.lower() not in event_lexicon(lexicon).light
            return token if fits and not theirs else None
        owned = token.lower_ == "of" and doc[at + 1].pos_ == "PROPN"  # "the port of Toulon"
        if not _may_stand_between(token) or (token.lower_ in words["turning"] and not owned):
            return None
        over.add(token.lower_)
    return None


def _is_predicate(token: Token) -> bool:
    """Tell whether a past form is a verb of its own, neither "the embattled" nor "the rules unveiled"."""
    if token.i and token.nbor(-1).pos_ in {"DET", "ADP", "PART"}:
        return False
    return token.tag_ == "VBD" or verb_group(token).tense == "past"


def _ends_there(verb: Token, phrase: Span, lexicon: Lexicon) -> bool:
    """Tell whether a clause may end with its day; what follows may make the day a subject, object or attribute.

    Only a verb of saying has words that begin with a name behind it ("said Sunday Iran had"), unless it may have the
    day as its object ("declared Sunday a holiday").
    """
    said = verb.lower_ in reporting_forms(lexicon)
    keeps = verb.lemma_.lower() in event_lexicon(lexicon).prospective and not does_at_once(verb, phrase, lexicon)
    following = phrase.doc[phrase.end].pos_ if phrase.end < len(phrase.doc) else "PUNCT"
    if following in {"PROPN", "DET", "PRON"}:
        return said and not keeps
    return following not in {"NOUN", "ADJ", "NUM", "AUX", "VERB"} and (said or not keeps)


def does_at_once(verb: Token, phrase: Span, lexicon: Lexicon) -> bool:
    """Tell whether a day directly beside its verb is the day on which something was decided or asked for.

    "The council voted on April 9 to merge", but not "settled on April 9 for the vote".
    """
    words, doc = _words(lexicon), phrase.doc
    if verb.i >= phrase.end:
        return True
    beside = all(token.lower_ in words["loose"] for token in doc[verb.i + 1 : phrase.start])
    following = doc[phrase.end].lower_ if phrase.end < len(doc) else ""
    return beside and verb.lemma_.lower() in words["at_once"] and following not in {"as", "for"}


def _may_stand_between(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "ADP", "ADV"} or token.text in {"'s", "’s", "-"}


def _stands_alone(phrase: Span, words: dict[str, frozenset[str]]) -> bool:
    """Tell whether the day ends where the phrase does: no "of", "'s" or second day behind it."""
    if phrase.end >= len(phrase.doc):
        return True
    following = phrase.doc[phrase.end].lower_
    if following in {"to", "and"}:
        return not _may_be_day(phrase.doc[phrase.end + 1 : phrase.end + 3])
    return following not in words["not_behind"]


def _may_be_day(words: Span) -> bool:
    """Tell whether words may begin a second day: a name, or figures that count nothing ("to 9 April", "and 10")."""
    if not len(words) or words[0].pos_ == "PROPN":
        return True
    return words[0].text.isdigit() and (len(words) < 2 or words[1].pos_ != "NOUN")
