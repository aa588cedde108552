"""Claims that something was done or said on a bare weekday ("police said Sunday"), read off the order of words.

Parsers hang a bare weekday on whatever noun stands before it; the words around it say more plainly whose day it is.
"""

from collections.abc import Iterator
from functools import cache

from factcheck.claims.build import make_claim
from factcheck.claims.frames import event_lexicon, is_quoted
from factcheck.domain import Claim, Kind, Mention, MentionKind, Modality, Time
from factcheck.language.analysis import Analysis, Span, Token
from factcheck.language.syntax import heads_sentence, modality, verb_group
from factcheck.lexicon import Lexicon

_REACH = 12  # words from a verb to its day
_LEAD = ("first", "second")


@cache
def _words(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Return weekdays.yml."""
    return lexicon.load("weekdays", dict[str, frozenset[str]])


@cache
def _reporting(lexicon: Lexicon) -> frozenset[str]:
    """Return the verbs that bring in somebody's words, in the forms that reporting.yml writes."""
    return frozenset(lexicon.load("reporting", dict[str, list[str]])["verbs"])


def weekday_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield a claim for each bare weekday that says when a past act was; its attribute is "told".

    `scope` holds "report" when the act is one of saying, where the sentence stands ("title", "first" or "second" of the
    text, "body"), and "main" when it is the sentence's main clause.
    """
    for mention in analysis.of_kind(MentionKind.TIME):
        time = mention.detail
        if not isinstance(time, Time) or time.weekday is None or time.form not in {"weekday", "clock"}:
            continue
        phrase = analysis.span(mention.start, mention.end, mention.sentence)
        verb = told_by(phrase, analysis.lexicon) if phrase is not None else None
        if verb is not None and not is_quoted(analysis, mention.start):
            yield _claim(analysis, mention, time, verb)


def _claim(analysis: Analysis, mention: Mention, time: Time, verb: Token) -> Claim:
    scope = [
        *(["report"] if verb.lower_ in _reporting(analysis.lexicon) else []),
        *(["main"] if heads_sentence(verb) else []),
        _place(analysis, mention),
    ]
    return make_claim(
        analysis,
        Kind.DATE,
        "told",
        mention.start,
        mention.end,
        mention.sentence,
        when=time,
        value=time.value,
        scope=tuple(scope),
    )


def _place(analysis: Analysis, mention: Mention) -> str:
    """Return which sentence of the article a mention stands in: title, first or second of the text, body."""
    if analysis.in_title(mention.start):
        return "title"
    before = sum(not analysis.in_title(sentence.start) for sentence in analysis.sentences[: mention.sentence])
    return _LEAD[before] if before < len(_LEAD) else "body"


def told_by(phrase: Span, lexicon: Lexicon) -> Token | None:
    """Return the past verb whose day a weekday is; None when it may be another's, an object, or still to come."""
    words = _words(lexicon)
    start = phrase.start
    if any(token.lower_ in words["relative"] for token in phrase):
        return None
    if start and phrase.doc[start - 1].lower_ in words["not_before"]:
        return None
    while start and phrase.doc[start - 1].lower_ in words["loose"]:
        start -= 1
    verb = _verb_behind(phrase, start) or _verb_before(phrase, start, lexicon)
    if verb is None or not _is_past(verb):
        return None
    return verb


def _is_past(verb: Token) -> bool:
    """Tell whether a verb is in the simple past or past perfect, by a form that can't be a present one ("shift").

    With a present perfect a day is never the verb's own: "has agreed to talks Friday".
    """
    group = verb_group(verb)
    past = group.tense == "past" or (verb.tag_ == "VBD" and group.tense == "none")
    told = verb.lower_ != verb.lemma_.lower() or group.perfect or group.passive
    return past and told and not group.negated and modality(group) is Modality.HAPPENED


def _verb_behind(phrase: Span, start: int) -> Token | None:
    """Return the verb directly behind the day of its subject: "Police Sunday arrested", "the court on Friday ruled"."""
    doc, at = phrase.doc, phrase.end
    if at >= len(doc) or not start or doc[start - 1].pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    while at < len(doc) - 1 and doc[at].pos_ == "ADV":
        at += 1
    return doc[at] if doc[at].tag_ in {"VBD", "VBN"} and doc[at].pos_ == "VERB" else None


def _verb_before(phrase: Span, start: int, lexicon: Lexicon) -> Token | None:
    """Return the nearest verb before the day, over objects and places only: "killed two men in the port on Sunday"."""
    doc, words, dated = phrase.doc, _words(lexicon), event_lexicon(lexicon).dated
    if not _stands_alone(phrase, words):
        return None
    over: set[str] = set()
    for at in range(start - 1, max(-1, start - 1 - _REACH), -1):
        token = doc[at]
        if token.tag_ in {"VBD", "VBN"} and token.pos_ == "VERB":
            fits = _is_predicate(token) and _ends_there(token, phrase, lexicon)
            owned = over & dated and token.lemma_.lower() not in event_lexicon(lexicon).light
            return token if fits and not owned else None
        if not _may_stand_between(token) or token.lower_ in words["turning"]:
            return None
        over.add(token.lower_)
    return None


def _is_predicate(token: Token) -> bool:
    """Tell whether a past form is a verb with its own auxiliary or subject: not "the embattled", "the rules unveiled"."""
    if token.i and token.nbor(-1).pos_ in {"DET", "ADP", "PART"}:
        return False
    return token.tag_ == "VBD" or verb_group(token).tense == "past"


def _ends_there(verb: Token, phrase: Span, lexicon: Lexicon) -> bool:
    """Tell whether a clause may end with its day; what follows may make the day an object or an attribute.

    Only a verb of saying has words that begin with a name behind it ("said Sunday Iran had"), unless it may have the day
    as its object ("declared Sunday a holiday").
    """
    said = verb.lower_ in _reporting(lexicon)
    keeps = verb.lemma_.lower() in event_lexicon(lexicon).prospective
    following = phrase.doc[phrase.end].pos_ if phrase.end < len(phrase.doc) else "PUNCT"
    if following in {"PROPN", "DET", "PRON"}:
        return said and not keeps
    return following not in {"NOUN", "ADJ", "NUM"} and (said or not keeps)


def _may_stand_between(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "ADP", "ADV"} or token.text in {"'s", "’s", "-"}


def _stands_alone(phrase: Span, words: dict[str, frozenset[str]]) -> bool:
    """Tell whether neither a verb of which the day is the subject nor "and", "of" or "'s" follows the day."""
    if phrase.end >= len(phrase.doc):
        return True
    following = phrase.doc[phrase.end]
    return following.pos_ not in {"AUX", "VERB"} and following.lower_ not in words["not_behind"]
