"""Lengths of time held against two dates that are told apart: "14 months in jail, from her arrest on ... until ..."."""

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.claims.build import make_claim
from factcheck.claims.frames import is_quoted
from factcheck.claims.lengths import length_words
from factcheck.domain import Claim, Kind, Mention, MentionKind, Operand, Time
from factcheck.language.analysis import Analysis, Span, Token

_UNITS = frozenset({"day", "week", "month", "year"})
_BEHIND, _BEFORE = 2, 4  # sentences about the days in which their length may stand
_FROM_REACH, _TO_REACH = 60, 50  # characters from a length to its first date, and from there to "until"
_MOST_BACK = 60  # days by which a range may be reversed
_STEM = 4  # letters that two words of one stem share: close and closure
_FROM = re.compile(r",?\sfrom\s[^,;:()]*\w\s(?:on|in)\s\Z", re.IGNORECASE)
_UNTIL = re.compile(r",?\s(?:until|till|to)\s[^,;:()]*\w\s(?:on|in)\s\Z", re.IGNORECASE)
_JOINING = frozenset({"of", "for", "with", "by"})  # words of `turning` that leave a length's own days its own
_NOUNS = frozenset({"NOUN", "PROPN"})


def span_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield claims "dated" (roles length, from, to): a length with two days of one sentence, or of the one beside it.

    Where such a sentence has its days in the wrong order it is a claim "range" (roles from, to). In one sentence "from"
    and "until" stand before the days. In the next one verbs of beginning and ending do ("will close on 10 March and
    reopen on 21 March"), and length and days are told of one thing ("the four-week closure").
    """
    for first, second in _pairs_of_days(analysis):
        if is_quoted(analysis, first.start):
            continue
        if not _in_order(first, second):
            if _surely_reversed(first, second) and _begins_and_ends(analysis, first, second):
                yield _claim(analysis, "range", None, first, second)
            continue
        length = _length_before(analysis, first, second)
        if length is None and _begins_and_ends(analysis, first, second):
            length = _length_beside(analysis, first)
        if length is not None:
            yield _claim(analysis, "dated", length, first, second)


def _pairs_of_days(analysis: Analysis) -> Iterator[tuple[Mention, Mention]]:
    """Yield the first two days of each sentence, in their order."""
    for sentence in analysis.sentences:
        days = [mention for mention in analysis.of_kind(MentionKind.TIME, sentence=sentence.index) if _is_day(mention)]
        yield from pairwise(days[:2])


def _days_between(first: Mention, second: Mention) -> int:
    one, two = first.detail, second.detail
    assert isinstance(one, Time)
    assert isinstance(two, Time)
    assert one.days is not None
    assert two.days is not None
    return two.days.days_after(one.days)


def _in_order(first: Mention, second: Mention) -> bool:
    return _days_between(first, second) > 0


def _surely_reversed(first: Mention, second: Mention) -> bool:
    """Tell whether the second day can't be of the next year: years are written, or its weekday fits this year's."""
    one, two = first.detail, second.detail
    assert isinstance(one, Time)
    assert isinstance(two, Time)
    assert two.days is not None
    fits = two.weekday is not None and two.weekday == two.days.first.weekday()
    return -_MOST_BACK <= _days_between(first, second) < 0 and ((one.year_written and two.year_written) or fits)


def _is_day(mention: Mention) -> bool:
    time = mention.detail
    return (
        isinstance(time, Time)
        and time.form in {"date", "clock"}
        and time.fault is None
        and time.days is not None
        and time.days.first == time.days.last
        and (time.explicit or time.year_written)
    )


def _is_length(mention: Mention) -> bool:
    time = mention.detail
    return (
        isinstance(time, Time)
        and time.type == "DURATION"
        and time.unit in _UNITS
        and bool(time.amount)
        and not time.mod
    )


def _length_before(analysis: Analysis, first: Mention, second: Mention) -> Mention | None:
    """Return the length of "14 months in prison, from his arrest on 8 May until his release on 3 June"."""
    text = analysis.article.text
    lengths = [each for each in analysis.of_kind(MentionKind.TIME, sentence=first.sentence) if _is_length(each)]
    if len(lengths) != 1 or lengths[0].end >= first.start:
        return None
    opening, between = text[lengths[0].end : first.start], text[first.end : second.start]
    found = _FROM.search(opening)
    if found is None or len(found.group()) > _FROM_REACH or not _UNTIL.match(between) or len(between) > _TO_REACH:
        return None
    doc, start = analysis.sentences[first.sentence].doc, analysis.sentences[first.sentence].start
    inside = [token for token in doc if lengths[0].end <= start + token.idx < second.start]
    turning = length_words(analysis.lexicon).turning - _JOINING
    ahead = {token.lower_ for token in inside if start + token.idx < lengths[0].end + found.start()}
    return None if ahead & turning or any(token.pos_ in {"VERB", "AUX"} for token in inside) else lengths[0]


def _begins_and_ends(analysis: Analysis, first: Mention, second: Mention) -> bool:
    """Tell whether a sentence says when one thing begins and when it ends, and nothing of another."""
    one = analysis.span(first.start, first.end, first.sentence)
    two = analysis.span(second.start, second.end, second.sentence)
    if one is None or two is None:
        return False
    words = length_words(analysis.lexicon)
    before = [token.lemma_.lower() for token in one.doc[: one.start] if token.pos_ == "VERB"]
    between = one.doc[one.end : two.start]
    if not before or before[-1] not in words.opening or any(_is_another(token) for token in between):
        return False
    verbs = [token.lemma_.lower() for token in between if token.pos_ == "VERB" and token.tag_ != "VBG"]
    bounded = any(token.lower_ in words.bounds for token in between)
    return len(verbs) == 1 and (verbs[0] in words.ending or (verbs[0] in words.running and bounded))


def _is_another(token: Token) -> bool:
    """Tell whether a word between two days may be what the second is of: "opens on 4 May and that of judges ends"."""
    return token.pos_ in _NOUNS or token.lower_ in {"that", "those", "which", "another", "other"}


def _length_beside(analysis: Analysis, first: Mention) -> Mention | None:
    """Return the length that a sentence near that of two days tells of the same thing; None where they tell several."""
    told = _told(analysis.span(first.start, first.end, first.sentence))
    found = []
    for at in range(max(0, first.sentence - _BEFORE), min(len(analysis.sentences), first.sentence + _BEHIND + 1)):
        for each in analysis.of_kind(MentionKind.TIME, sentence=at):
            if at == first.sentence or not _is_length(each) or analysis.in_title(each.start):
                continue
            having = _having(analysis.span(each.start, each.end, at))
            if having is not None and any(_one_stem(having, word) for word in told):
                found.append(each)
    alone = len({each.value for each in found}) == 1 and not is_quoted(analysis, found[0].start)
    return found[0] if alone else None


def _told(day: Span | None) -> frozenset[str]:
    """Return the subject's noun and the verb before a day: "The suspension starts", "the bridge will close"."""
    if day is None:
        return frozenset()
    verb = next((token for token in reversed(day.doc[: day.start]) if token.pos_ == "VERB"), None)
    noun = next((token for token in day.doc if token.pos_ in _NOUNS), None)
    return frozenset(token.lemma_.lower() for token in (verb, noun) if token is not None)


def _having(length: Span | None) -> str | None:
    """Return the word that a length is told of: "the four-week closure", "was suspended for 30 days"."""
    if length is None:
        return None
    doc = length.doc
    if length.start and doc[length.start - 1].lower_ == "for":
        verb = next((token for token in reversed(doc[: length.start - 1]) if token.pos_ in {"VERB", "AUX"}), None)
        return verb.lemma_.lower() if verb is not None and verb.pos_ == "VERB" else None
    following: Token | None = doc[length.end] if length.end < len(doc) else None
    return following.lemma_.lower() if following is not None and following.pos_ in _NOUNS else None


def _one_stem(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= _STEM and a[:_STEM] == b[:_STEM]


def _claim(analysis: Analysis, attribute: str, length: Mention | None, first: Mention, second: Mention) -> Claim:
    roles = [*([("length", length)] if length is not None else []), ("from", first), ("to", second)]
    operands = []
    for role, mention in roles:
        assert isinstance(mention.detail, Time)
        place = analysis.locate(mention.start, mention.end, mention.sentence, mention.value)
        operands.append(Operand(role, place, time=mention.detail, value=mention.value))
    start, end = (length.start, length.end) if length is not None else (first.start, second.end)
    return make_claim(
        analysis,
        Kind.DURATION if length is not None else Kind.DATE,
        attribute,
        start,
        end,
        roles[0][1].sentence,
        when=operands[0].time,
        value="/".join(mention.value for _, mention in roles),
        operands=tuple(operands),
    )
