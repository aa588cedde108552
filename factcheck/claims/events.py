"""Claims that an event took place, or will, at a time."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from factcheck.articleids import own_key
from factcheck.claims.adverbials import is_past_aside, is_plain_adverbial, when_clause
from factcheck.claims.build import make_claim
from factcheck.claims.frames import Frame, event_lexicon, frame_of
from factcheck.claims.wordorder import does_at_once, reporting_forms, told_by
from factcheck.domain import Claim, Kind, Mention, MentionKind, Modality, Time
from factcheck.language.analysis import Analysis
from factcheck.language.syntax import governing_clauses, subjects

_MOST_KEYS = 12


def event_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield a claim for each date or clock time that says when its clause's event is.

    `when` is the time; `scope` holds how the time is attached: "adverbial" when it is the plain adverb of a finite
    predicate (nothing like until, by, since before it), "quoted", "recurs", "prospective", and the objects and places.
    Against a headline's time ("untold" when no time of the body has a day in common with it) stands the body's "only"
    one of its kind of event.
    """
    found = list(_dated_clauses(analysis))
    titled = {claim.attribute for claim in found if claim.in_title}
    told: dict[str, set[str | None]] = defaultdict(set)
    for claim in found:
        if not claim.in_title:
            told[claim.attribute].add(claim.value)
    for claim in found:
        if claim.attribute not in titled:
            yield claim
            continue
        alone = _is_untold(analysis, claim) if claim.in_title else len(told[claim.attribute]) == 1
        scope = (*claim.scope, *([("untold" if claim.in_title else "only")] if alone else []))
        keys = (*claim.keys, own_key(f"event:{claim.attribute}", analysis.article.id))
        yield replace(claim, scope=scope, keys=keys)


def _is_untold(analysis: Analysis, title: Claim) -> bool:
    days = title.when.days if title.when else None
    return days is not None and not any(
        time.days is not None and time.days.meets(days)
        for mention in analysis.of_kind(MentionKind.TIME)
        if isinstance(time := mention.detail, Time) and not analysis.in_title(mention.start)
    )


def _dated_clauses(analysis: Analysis) -> Iterator[Claim]:
    for mention in analysis.of_kind(MentionKind.TIME):
        time = mention.detail
        if isinstance(time, Time) and time.type in {"DATE", "TIME"} and time.days is not None:
            phrase = analysis.span(mention.start, mention.end, mention.sentence)
            if phrase is None or _is_note(analysis, mention.sentence):
                continue
            verb = told_by(phrase, analysis.lexicon) or when_clause(phrase) if time.form == "date" else None
            frame = frame_of(analysis, verb or phrase.root, mention.sentence)
            if frame is not None:
                plain = is_plain_adverbial(phrase, frame, verb, analysis.lexicon)
                plain = plain and not (_is_of_other_year(analysis, mention, time) or _is_second_day(analysis, mention))
                aside = is_past_aside(frame, analysis.lexicon)
                acts = aside or (verb is not None and does_at_once(verb, phrase, analysis.lexicon))
                yield _claim(analysis, mention, time, frame, plain=plain, acts=acts, aside=aside)


def _is_of_other_year(analysis: Analysis, mention: Mention, time: Time) -> bool:
    """Tell whether a day without a year may be of an earlier one that is told: "in 2016 he won, on April 29, ...".

    That year stands in its sentence or in the one before, of the same paragraph.
    """
    if time.year_written or time.days is None:
        return False
    start = analysis.sentences[mention.sentence].start
    near = [mention.sentence]
    if mention.sentence and "\n" not in analysis.article.text[analysis.sentences[mention.sentence - 1].end : start]:
        near.append(mention.sentence - 1)
    return any(
        isinstance(other.detail, Time)
        and (other.detail.form == "year" or other.detail.year_written)
        and other.detail.days is not None
        and other.detail.days.last < time.days.first
        for at in near
        for other in analysis.of_kind(MentionKind.TIME, sentence=at)
    )


def _is_second_day(analysis: Analysis, mention: Mention) -> bool:
    """Tell whether "and" or "but" joins a day to an earlier one: "opened on May 1 and ends on June 6"."""
    days = [
        other
        for other in analysis.of_kind(MentionKind.TIME, sentence=mention.sentence)
        if isinstance(other.detail, Time) and other.detail.type == "DATE" and other.end <= mention.start
    ]
    between = analysis.span(days[-1].end, mention.start, mention.sentence) if days else None
    return between is not None and any(token.lower_ in {"and", "but", "or"} for token in between)


def _is_note(analysis: Analysis, sentence: int) -> bool:
    """Tell whether a sentence speaks of the report itself: when it was amended, or what an earlier version had."""
    text = analysis.sentences[sentence].doc.text.lower()
    return any(words in text for words in event_lexicon(analysis.lexicon).notes)


def _claim(
    analysis: Analysis, mention: Mention, time: Time, frame: Frame, *, plain: bool, acts: bool, aside: bool
) -> Claim:
    """Return the claim of a dated clause.

    It `acts` when the day is surely its own and not one that it sets ("the court on April 9 set the trial"); an `aside`
    is a participle that tells what had been done.
    """
    scope = [
        *(["adverbial"] if plain else []),
        *(["recurs"] if frame.recurs else []),
        *(["prospective"] if _is_prospective(analysis, frame, acts=acts) else []),
        *(["quoted"] if frame.quoted else []),
        *(f"object:{lemma}" for lemma in frame.objects),
        *(f"place:{key}" for key in frame.places),
        *(f"office:{key}" for key in frame.offices),
        *(["past"] if frame.group.tense == "past" or frame.group.perfect or aside else []),
        *(["future"] if frame.group.tense == "future" else []),
        *(["reported"] if _is_reported(analysis, mention) else []),
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
        modality=Modality.HAPPENED if acts else _modality(frame),
        keys=tuple(keys[:_MOST_KEYS]),
        value=time.value,
    )


def _is_reported(analysis: Analysis, mention: Mention) -> bool:
    """Tell whether a sentence gives somebody's words, which were true on the day they were said."""
    saying = reporting_forms(analysis.lexicon)
    return any(token.lower_ in saying and token.pos_ == "VERB" for token in analysis.sentences[mention.sentence].doc)


def _modality(frame: Frame) -> Modality:
    """A present tense with a date is a timetable ("parliament meets on May 3")."""
    if frame.modality is Modality.HAPPENED and frame.group.tense == "present" and not frame.group.perfect:
        return Modality.PLANNED
    return frame.modality


def _is_prospective(analysis: Analysis, frame: Frame, *, acts: bool) -> bool:
    """Tell whether a clause sets a day rather than tells of it, or bounds a period ("the quarter ended Oct. 31")."""
    words = event_lexicon(analysis.lexicon)
    if any(subject.lower_ in words.periods for subject in subjects(frame.verb)):
        return True
    if acts:
        return False
    if frame.modality is not Modality.HAPPENED or frame.group.lemma in words.prospective:
        return True
    return any(verb.lemma_.lower() in words.expecting for verb in governing_clauses(frame.verb))
