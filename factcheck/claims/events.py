"""Claims that an event took place, or will, at a time."""

from collections.abc import Iterator

from factcheck.claims.build import make_claim
from factcheck.claims.frames import Frame, event_lexicon, frame_of
from factcheck.domain import Claim, Kind, Mention, MentionKind, Modality, Time
from factcheck.language.analysis import Analysis, Span, Token
from factcheck.language.syntax import governing_clauses, is_adverbial_of

_MOST_KEYS = 12


def event_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield a claim for each date or clock time that says when its clause's event is.

    `when` is the time; `scope` holds how the time is attached: "adverbial" when it is the plain adverb of a finite
    predicate (nothing like until, by, since before it), "quoted", "recurs", "prospective", and the objects and places.
    """
    for mention in analysis.of_kind(MentionKind.TIME):
        time = mention.detail
        if isinstance(time, Time) and time.type in {"DATE", "TIME"} and time.days is not None:
            phrase = analysis.span(mention.start, mention.end, mention.sentence)
            frame = frame_of(analysis, phrase.root, mention.sentence) if phrase is not None else None
            if phrase is not None and frame is not None:
                yield _claim(analysis, mention, time, phrase, frame)


def _claim(analysis: Analysis, mention: Mention, time: Time, phrase: Span, frame: Frame) -> Claim:
    scope = [
        *(["adverbial"] if _is_plain_adverbial(analysis, phrase, frame) else []),
        *(["recurs"] if frame.recurs else []),
        *(["prospective"] if _is_prospective(analysis, frame) else []),
        *(["quoted"] if frame.quoted else []),
        *(f"object:{lemma}" for lemma in frame.objects),
        *(f"place:{key}" for key in frame.places),
        *(f"office:{key}" for key in frame.offices),
        *(["past"] if frame.group.tense == "past" or frame.group.perfect else []),
        f"verb:{frame.group.lemma}",
    ]
    participants = [*frame.actors, *frame.places]
    keys = [f"event:{frame.event}|{key}" for key in participants] + [f"event:{key}" for key in frame.offices]
    return make_claim(
        analysis,
        Kind.EVENT,
        frame.event,
        mention.start,
        mention.end,
        mention.sentence,
        subjects=frame.actors,
        when=time,
        scope=tuple(scope),
        affirmed=not frame.group.negated,
        modality=_modality(frame),
        keys=tuple(keys[:_MOST_KEYS]),
        value=time.value,
    )


def _modality(frame: Frame) -> Modality:
    """A present tense with a date is a timetable ("parliament meets on May 3")."""
    if frame.modality is Modality.HAPPENED and frame.group.tense == "present" and not frame.group.perfect:
        return Modality.PLANNED
    return frame.modality


def _is_plain_adverbial(analysis: Analysis, phrase: Span, frame: Frame) -> bool:
    """Tell whether the time is the adverb of a finite past, present or future predicate and says when it takes place.

    The parse must say so, and the words must not speak against it: no "until" or "before" on the way from the verb, and no
    noun just before the date that may own it ("the election on May 1").
    """
    words = event_lexicon(analysis.lexicon)
    verb = frame.verb
    if not frame.group.finite or verb.pos_ != "VERB":
        return False
    if _opens_sentence(phrase):
        return verb.dep_ == "ROOT"
    if not is_adverbial_of(phrase.root, verb):
        return False
    if phrase.root.head.i != verb.i and phrase.root.head in phrase.doc[phrase.end :]:
        return False
    between = (
        phrase.doc[verb.i + 1 : phrase.start]
        if verb.i < phrase.start
        else phrase.doc[max(0, phrase.start - 2) : phrase.start]
    )
    if any(token.lower_ in words.not_on_the_day and token.pos_ in {"ADP", "SCONJ", "ADV"} for token in between):
        return False
    owner = _noun_before(phrase)
    if owner is not None and owner.i > verb.i and owner.lower_ in words.dated:
        return False
    return not any(token.lower_ in words.embargo for token in phrase.doc)


def _opens_sentence(phrase: Span) -> bool:
    """Tell whether the sentence begins with the phrase and a plain preposition ("On March 17 rescuers ...")."""
    return phrase.start == 1 and phrase.doc[0].lower_ == "on"


def _noun_before(phrase: Span) -> Token | None:
    """Return the noun that stands just before a time phrase and its preposition."""
    for index in (phrase.start - 1, phrase.start - 2):
        if index >= 0 and phrase.doc[index].pos_ in {"NOUN", "PROPN"}:
            return phrase.doc[index]
        if index >= 0 and phrase.doc[index].pos_ != "ADP":
            return None
    return None


def _is_prospective(analysis: Analysis, frame: Frame) -> bool:
    words = event_lexicon(analysis.lexicon)
    if frame.modality is not Modality.HAPPENED or frame.group.lemma in words.prospective:
        return True
    return any(verb.lemma_.lower() in words.expecting for verb in governing_clauses(frame.verb))
