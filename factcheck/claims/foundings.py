"""Anniversaries whose year stands in another sentence: "the club marks its 25th birthday. It was founded in 1994"."""

import re
from dataclasses import dataclass

from factcheck.claims.frames import is_quoted
from factcheck.claims.lengths import LengthWords, length_words
from factcheck.domain import Mention, MentionKind, Time
from factcheck.language.analysis import Analysis, Span
from factcheck.readers.dates import days_near

_LEAD = 6  # sentences; an anniversary told later may be one of long ago
_REACH = 8  # sentences from an anniversary to "The club was founded in 1994"
_NEAR_DAY = 3  # days around publication in which the day of what happened comes round
_YEAR = re.compile(r"(?<![\w,.])(?:1[5-9]|20)\d\d(?![\w,.]\d|\w)")
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Owner:
    """What has an anniversary: the last word of its name or description; whether it is what happened to it."""

    noun: str
    happened: bool


def year_elsewhere(analysis: Analysis, anniversary: Mention, number: int) -> tuple[Mention, Time] | None:
    """Return the year or day of what an anniversary remembers, told in another sentence of the same thing.

    That is "It was founded in 1994" or "Founded in 1994, it ..." in the next sentence; "The club was founded in 1994"
    or "established ties in 1994" near it; or a day that comes round with the publication ("The pier fell on 3 May").
    None where another year of the article fits the number.
    """
    words = length_words(analysis.lexicon)
    owner = _owner(analysis, anniversary, words)
    if owner is None or anniversary.sentence >= _LEAD or is_quoted(analysis, anniversary.start):
        return None
    if any(token.lower_ in words.belated for token in analysis.sentences[anniversary.sentence].doc):
        return None
    found: dict[int, tuple[Mention, Time]] = {}
    for mention in analysis.of_kind(MentionKind.TIME):
        time = mention.detail
        far = mention.sentence - anniversary.sentence
        if far and abs(far) <= _REACH and isinstance(time, Time) and _is_year(analysis, mention, time):
            tells = _tells_founding(analysis, mention, owner, words, next_one=far == 1)
            if tells or (far == 1 and owner.happened and _comes_round(analysis, mention, time, owner)):
                assert time.days is not None
                found.setdefault(time.days.first.year, (mention, time))
    if len(found) != 1 or _another_fits(analysis, next(iter(found)), number):
        return None
    return next(iter(found.values()))


def _is_year(analysis: Analysis, mention: Mention, time: Time) -> bool:
    written = _YEAR.search(analysis.article.text[mention.start : mention.end]) is not None
    return written and time.form in {"year", "month", "date"} and time.days is not None


def _another_fits(analysis: Analysis, year: int, number: int) -> bool:
    """Tell whether the article has another year that is so many years before its own date, or one off."""
    published = analysis.article.published
    if published is None or published.days is None:
        return True
    now = published.days.first.year
    others = {int(found.group()) for found in _YEAR.finditer(analysis.article.text)} - {year}
    return any(abs(now - other - number) <= 1 for other in others)


def _owner(analysis: Analysis, anniversary: Mention, words: LengthWords) -> Owner | None:
    span = analysis.span(anniversary.start, anniversary.end, anniversary.sentence)
    if span is None:
        return None
    doc, at = span.doc, span.end
    while at < len(doc) and doc[at].lower_ in words.anniversaries | words.festivities:
        at += 1
    following = doc[at].lower_ if at < len(doc) else "."
    if following == "of":
        return _after_of(doc[at + 1 :])
    before = doc[span.start - 1] if span.start else None
    if before is None or (at < len(doc) and not doc[at].is_punct and following not in words.settings):
        return None
    if before.text in {"'s", "’s"} and before.i and doc[before.i - 1].pos_ in _NOUNS:
        return Owner(doc[before.i - 1].lower_, happened=False)
    return _subject_before(doc[: before.i]) if before.lower_ in {"its", "their"} else None


def _after_of(rest: Span) -> Owner | None:
    """Return the last noun behind "anniversary of"; with an event and "of" before it, it is what that happened to."""
    noun, happened = "", False
    for token in rest:
        if token.lower_ == "of" and noun and not happened:
            noun, happened = "", True
        elif token.pos_ in _NOUNS:
            noun = token.lower_
        elif token.pos_ not in _NAMING:
            break
    return Owner(noun, happened) if noun else None


def _subject_before(clause: Span) -> Owner | None:
    """Return the noun directly before the last verb: "the club marked its", "Lyon FC will celebrate its"."""
    verbs = [token for token in clause if token.pos_ in {"VERB", "AUX"}]
    while len(verbs) > 1 and verbs[-2].i == verbs[-1].i - 1:
        verbs.pop()
    before = clause[verbs[-1].i - 1] if verbs and verbs[-1].i else None
    return Owner(before.lower_, happened=False) if before is not None and before.pos_ in _NOUNS else None


def _tells_founding(analysis: Analysis, year: Mention, owner: Owner, words: LengthWords, *, next_one: bool) -> bool:
    """Tell whether a sentence says that the owner was founded in a year, or that somebody set it up then."""
    span = analysis.span(year.start, year.end, year.sentence)
    if span is None or is_quoted(analysis, year.start):
        return False
    doc = span.doc
    verb = next((token for token in reversed(doc[: span.start]) if token.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.tag_ not in {"VBN", "VBD"} or verb.lemma_.lower() not in words.foundings:
        return False
    between = [token for token in doc[verb.i + 1 : span.start] if token.lower_ not in {"in", "on", "back"}]
    if verb.i == 0:
        return not between and next_one and _goes_on_with(doc[span.end :], owner)
    if doc[verb.i - 1].lower_ in {"was", "were"}:
        subject = doc[: verb.i - 1]
        return not between and ((next_one and subject.text == "It") or _names(subject, owner))
    return bool(between) and between[-1].lower_ == owner.noun and all(token.pos_ in _NAMING for token in between)


def _goes_on_with(rest: Span, owner: Owner) -> bool:
    """Tell whether the clause behind "Founded in 1994, ..." is the owner's."""
    for token in rest:
        if token.pos_ in {"VERB", "AUX"}:
            return False
        if token.i and token.nbor(-1).text == "," and token.lower_ == "it":
            return True
        if token.lower_ == owner.noun:
            return True
    return False


def _names(subject: Span, owner: Owner) -> bool:
    """Tell whether a sentence begins with the owner and nothing else: "The club", "Lyon FC"."""
    return len(subject) > 0 and subject[-1].lower_ == owner.noun and all(token.pos_ in _NAMING for token in subject)


def _comes_round(analysis: Analysis, day: Mention, time: Time, owner: Owner) -> bool:
    """Tell whether a sentence that begins with the owner tells what happened on a day that comes round now."""
    published, span = analysis.article.published, analysis.span(day.start, day.end, day.sentence)
    if published is None or published.days is None or time.days is None or time.form != "date" or span is None:
        return False
    verb = next((token for token in span.doc if token.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.tag_ != "VBD" or verb.i > span.start or not _names(span.doc[: verb.i], owner):
        return False
    then = time.days.first
    round_again = days_near(then.month, then.day, published.days.first)
    return round_again is not None and abs((round_again.first - published.days.first).days) <= _NEAR_DAY
