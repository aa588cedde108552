"""Claims that a length of time lies between dates: "Six years later, in 2019", "began on 3 March and lasted a week"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from factcheck.claims.build import make_claim
from factcheck.claims.frames import is_quoted
from factcheck.claims.lengths import length_words
from factcheck.domain import Claim, Kind, Mention, MentionKind, Operand, Time
from factcheck.language.analysis import Analysis

_BESIDE = re.compile(r"\s*,?\s*(?:in|on)\s*\Z", re.IGNORECASE)
_UNITS = frozenset({"day", "week", "month", "year"})
_MINUTES = {"hour": 60, "minute": 1}


def elapsed_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield lengths of time with the date they begin at.

    The attributes are "later" ("six years later, in 2019": roles length, date, and since for each time told before, the
    nearest last), "hours" ("at 7 p.m., five hours later": the same roles, the length in minutes), "lasted" ("began on
    3 March and lasted a week": roles length and since).
    """
    times = [
        (mention, mention.detail) for mention in analysis.of_kind(MentionKind.TIME) if isinstance(mention.detail, Time)
    ]
    for at, (one, two) in enumerate(pairwise(times)):
        if one[0].sentence == two[0].sentence and not is_quoted(analysis, one[0].start):
            yield from _later(analysis, one, two, times[:at])
            yield from _lasted(analysis, one, two)
            yield from _hours_later(analysis, one, two, times[:at], times[at + 2 :])


def _later(
    analysis: Analysis, first: tuple[Mention, Time], second: tuple[Mention, Time], before: list[tuple[Mention, Time]]
) -> Iterator[Claim]:
    """Yield "six years later, in 2019": a length from a date told before, with the date that it leads to beside it."""
    (length, elapsed), (date, reached) = first, second
    text = analysis.article.text
    written = text[length.start : length.end].lower()
    if not written.endswith(" later") or not _is_exact(elapsed) or not _is_dated(reached):
        return
    if not _BESIDE.match(text[length.end : date.start]) or not (reached.year_written or elapsed.unit == "day"):
        return
    since = [
        (mention, time) for mention, time in before if time.days is not None and not analysis.in_title(mention.start)
    ]
    if since and _is_dated(since[-1][1]) and _nothing_happens_between(analysis, since[-1][0], length):
        roles = [("length", length, elapsed), ("date", date, reached), *(("since", *pair) for pair in since)]
        yield _claim(analysis, "later", length, date, roles)


def _nothing_happens_between(analysis: Analysis, date: Mention, length: Mention) -> bool:
    """Tell whether a length counts from a date: the last one of its sentence or the one before, with no verb behind."""
    if length.sentence - date.sentence > 1:
        return False
    return not any(
        token.pos_ in {"VERB", "AUX"} and date.end <= sentence.start + token.idx < length.start
        for sentence in analysis.sentences[date.sentence : length.sentence + 1]
        for token in sentence.doc
    )


def _lasted(analysis: Analysis, first: tuple[Mention, Time], second: tuple[Mention, Time]) -> Iterator[Claim]:
    """Yield "began on 3 March and lasted three weeks", of one thing."""
    (date, begun), (length, lasted) = first, second
    if lasted.type != "DURATION" or lasted.amount is None or lasted.unit not in _UNITS or not _is_dated(begun):
        return
    words = length_words(analysis.lexicon)
    started = analysis.span(date.start, date.end, date.sentence)
    long = analysis.span(length.start, length.end, length.sentence)
    if started is None or long is None or not (begun.explicit or begun.year_written):
        return
    doc = started.doc
    before = [token.lower_ for token in doc[max(0, started.start - 2) : started.start]]
    between = [token.lower_ for token in doc[started.end : long.start]]
    at = between.index("lasted") if "lasted" in between else -1
    joined = at >= 0 and all(word in words.relating for word in between[:at])
    hedged = all(word in words.measuring for word in between[at + 1 :])
    if len(before) == 2 and before[0] in words.begun and before[1] in {"in", "on"} and joined and hedged:
        yield _claim(analysis, "lasted", date, length, [("length", length, lasted), ("since", date, begun)])


def _hours_later(
    analysis: Analysis,
    first: tuple[Mention, Time],
    second: tuple[Mention, Time],
    before: list[tuple[Mention, Time]],
    behind: list[tuple[Mention, Time]],
) -> Iterator[Claim]:
    """Yield "at 7.35 p.m., five hours and 35 minutes later" with every clock time told before, the nearest last."""
    (clock, reached), (length, elapsed) = first, second
    text = analysis.article.text
    parts, end = [elapsed], length.end
    if behind and text[length.end : behind[0][0].start] == " and " and behind[0][1].unit == "minute":
        parts, end = [elapsed, behind[0][1]], behind[0][0].end
    exact = all(part.amount is not None and part.unit in _MINUTES and part.mod is None for part in parts)
    told = text[length.start : end]
    later = told.lower().endswith(" later") or text[end:].startswith(" later")
    if reached.minute is None or text[clock.end : length.start] != ", " or not exact or not later:
        return
    since = [
        (mention, time) for mention, time in before if time.minute is not None and not analysis.in_title(mention.start)
    ]
    if not since or length.sentence - since[-1][0].sentence > 1:
        return
    minutes = sum((part.amount or 0.0) * _MINUTES[part.unit or ""] for part in parts)
    whole = replace(length, end=end)
    span = Time("DURATION", f"PT{minutes:g}M", amount=minutes, unit="minute")
    roles = [("length", whole, span), ("date", clock, reached), *(("since", *pair) for pair in since)]
    yield _claim(analysis, "hours", clock, whole, roles)


def _is_exact(time: Time) -> bool:
    return time.amount is not None and time.unit in _UNITS and time.mod is None


def _is_dated(time: Time) -> bool:
    return time.form in {"date", "month", "year"} and time.days is not None and time.fault is None


def _claim(
    analysis: Analysis, attribute: str, first: Mention, last: Mention, roles: list[tuple[str, Mention, Time]]
) -> Claim:
    operands = tuple(
        Operand(role, analysis.locate(each.start, each.end, each.sentence, time.value), time=time, value=time.value)
        for role, each, time in roles
    )
    return make_claim(
        analysis,
        Kind.DURATION,
        attribute,
        first.start,
        last.end,
        first.sentence,
        when=roles[0][2],
        value=":".join(time.value for _, _, time in roles[:2]),
        operands=operands,
    )
