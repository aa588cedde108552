"""Claims that written dates make about themselves: a weekday, a range, "yesterday", a day that does not exist."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from factcheck.claims.build import make_claim
from factcheck.domain import Claim, Kind, Mention, MentionKind, Operand, Quote, Time
from factcheck.language.analysis import Analysis
from factcheck.language.times_words import grammar
from factcheck.lexicon import Lexicon

_JOIN = re.compile(r"\s*,?\s*(?P<join>to|until|till|through|and|[-–—])\s*(?:the\s+|on\s+)?\Z", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*\(\Z")
_NAMED = re.compile(r"\s*,\s*(?:a\s+)?\Z", re.IGNORECASE)
_APPOSED = re.compile(r"\s*(?:,|\()\s*(?:on\s+)?(?:the\s+)?\Z", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:[,.;:)?!–—]|\Z)")
_LISTED = re.compile(r"\s*,?\s*(?:and|or|&)\b", re.IGNORECASE)
_CALENDAR_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d\Z")
_FIRST_YEAR = 1925  # the last countries changed to the Gregorian calendar before
_SHORT_WEEKDAY = 3
_MONTH_END, _MONTH_START = 26, 6
_WEEKS_BEFORE = 60  # days
_LIST_GAP = 2  # characters from one day of a list to the next


def date_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield what D103 to D106 judge: weekday, impossible, range (operands from, to), relative (relative, date)."""
    times = [
        (mention, mention.detail) for mention in analysis.of_kind(MentionKind.TIME) if isinstance(mention.detail, Time)
    ]
    for mention, time in times:
        attribute = _fault(analysis.article.text, mention, time)
        if attribute is not None and not (attribute == "impossible" and _is_disowned(analysis, mention)):
            yield make_claim(
                analysis,
                Kind.DATE,
                attribute,
                mention.start,
                mention.end,
                mention.sentence,
                when=time,
                value=time.value,
            )
    for at, (one, two) in enumerate(pairwise(times)):
        if one[0].sentence == two[0].sentence:
            yield from _range(analysis, *one, *two)
            listed = at + 2 < len(times) and times[at + 2][0].start - two[0].end <= _LIST_GAP
            if _stands_beside(analysis.article.text, one[0], two[0]) and not listed:
                yield from _weekday_beside(analysis, *one, *two)
                yield from _relative(analysis, *one, *two)
                yield from _relative(analysis, *two, *one)


def _fault(text: str, mention: Mention, time: Time) -> str | None:
    if time.fault == "impossible" and time.type in {"DATE", "TIME"}:
        return "impossible"
    dated = time.form == "date" or (time.form == "clock" and time.explicit)
    if dated and time.weekday is not None and time.days is not None and time.days.first == time.days.last:
        return "weekday" if time.days.first.year >= _FIRST_YEAR and not _is_a_papers_name(text, mention) else None
    return None


def _is_disowned(analysis: Analysis, mention: Mention) -> bool:
    """Tell whether the text itself says that a date is none: "an invoice dated 31 June could not have been issued"."""
    text = analysis.sentences[mention.sentence].doc.text.lower().replace("’", "'")
    return any(words in text for words in analysis.lexicon.load("times_ranges", dict[str, list[str]])["disowned"])


def _is_a_papers_name(text: str, mention: Mention) -> bool:
    """Tell whether what looks like a short weekday ends a name: "the Harbour Sun, August 16, 2008"."""
    first = text[mention.start : mention.end].split(",", maxsplit=1)[0].split(maxsplit=1)[0]
    before = text[max(0, mention.start - 40) : mention.start]
    return len(first) <= _SHORT_WEEKDAY and re.search(r"\b[A-Z]\w* $", before) is not None


@cache
def _changes(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.load("times_ranges", dict[str, list[str]])["change"])


@cache
def _day_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(grammar(lexicon).words["today"])


def _range(analysis: Analysis, first: Mention, start: Time, second: Mention, end: Time) -> Iterator[Claim]:
    """Yield "from 9 to 12 February", "2025-2027": two days or two years in figures, joined as a range is."""
    text = analysis.article.text
    joined = _JOIN.match(text[first.end : second.start])
    if joined is None or not _comparable(first, start, second, end, text):
        return
    before = text[max(0, first.start - 12) : first.start].lower().split()
    opener = before[-1] if before else ""
    join = joined["join"].lower()
    if not _opened(join, opener, start):
        return
    if opener == "from" and _is_change(analysis, first):
        return
    operands = tuple(
        Operand(
            role, analysis.locate(mention.start, mention.end, mention.sentence, time.value), time=time, value=time.value
        )
        for role, mention, time in (("from", first, start), ("to", second, end))
    )
    yield make_claim(
        analysis,
        Kind.DATE,
        "range",
        first.start,
        second.end,
        first.sentence,
        when=start,
        value=f"{start.value}/{end.value}",
        operands=operands,
    )


def _opened(join: str, opener: str, start: Time) -> bool:
    """Tell whether a range is opened as its joining word asks: from .. to, between .. and; a hyphen needs nothing."""
    if join == "and":
        return opener == "between"
    if join in {"to", "until", "till", "through"}:
        return opener == "from" or (opener == "years" and start.form == "year")
    return opener not in {"in", "since", "."} or start.form == "year"


def _comparable(first: Mention, start: Time, second: Mention, end: Time, text: str) -> bool:
    """Tell whether two times are both full years in figures or both days whose order is certain."""
    if start.form == end.form == "year":
        figures = text[first.start : first.end], text[second.start : second.end]
        return all(len(figure) == 4 and figure.isdigit() for figure in figures)
    if not (start.form == end.form == "date" and not start.fault and not end.fault):
        return False
    if not (_CALENDAR_DAY.match(start.value) and _CALENDAR_DAY.match(end.value)):
        return False
    if start.value[:7] == end.value[:7]:  # 28 to 3 March begins in February for some writers
        over_the_end = int(start.value[8:]) >= _MONTH_END and int(end.value[8:]) < _MONTH_START
        return not over_the_end and not _is_whole_year(first, start, second, end, text)
    return (start.year_written and end.year_written) or _ends_weeks_before(start, end)


def _is_whole_year(first: Mention, start: Time, second: Mention, end: Time, text: str) -> bool:
    """Tell whether a range runs round the year: "from 6 April to 5 April", each with its month and without a year."""
    months = all(any(map(str.isalpha, text[mention.start : mention.end])) for mention in (first, second))
    return months and not start.year_written and int(start.value[8:]) - int(end.value[8:]) == 1


def _ends_weeks_before(start: Time, end: Time) -> bool:
    """Tell whether a range without years can only be reversed: as one that runs to the next year it would be odd.

    "From 1 May to 31 March" is a year of a calendar of its own.
    """
    if not (start.explicit and end.explicit and start.days and end.days):
        return False
    days = start.days.days_after(end.days)
    return 1 < days <= _WEEKS_BEFORE and start.days.first.day != 1


def _is_change(analysis: Analysis, mention: Mention) -> bool:
    token = analysis.head(mention)
    changes = _changes(analysis.lexicon)
    if any(step.lemma_.lower() in changes for step in (token, *token.ancestors)):
        return True
    words = analysis.article.text[analysis.sentences[mention.sentence].start : mention.start].lower().split()
    return words[-2:-1] != [] and words[-2].strip(",") in changes  # "told backwards from 1989 to 1951"


def _stands_beside(text: str, first: Mention, second: Mention) -> bool:
    """Tell whether the second of two times says which day the first is: "yesterday, 3 May", "9 May (Friday)"."""
    behind = text[second.end : second.end + 12]
    return bool(
        _APPOSED.match(text[first.end : second.start]) or _NAMED.match(text[first.end : second.start])
    ) and bool(_CLOSED.match(behind) and not _LISTED.match(behind))


def _weekday_beside(analysis: Analysis, first: Mention, one: Time, second: Mention, two: Time) -> Iterator[Claim]:
    """Yield "Monday (9 May)", "9 May (Monday)" and "9 May, a Monday": a weekday that is told of a date."""
    text = analysis.article.text
    between = text[first.end : second.start]
    date, day = (two, one) if one.form == "weekday" else (one, two)
    if (
        date.form != "date"
        or day.form != "weekday"
        or day.type != "DATE"
        or date.weekday is not None
        or date.days is None
    ):
        return
    bracketed = _BRACKETED.match(between) and text[second.end : second.end + 1] == ")"
    if not bracketed and (date is two or not _NAMED.match(between)):
        return
    if date.days.first == date.days.last and date.days.first.year >= _FIRST_YEAR:
        when = replace(date, weekday=day.weekday)
        yield _dated(analysis, "weekday", first, second, when=when, value=date.value)


def _relative(analysis: Analysis, first: Mention, day: Time, second: Mention, date: Time) -> Iterator[Claim]:
    """Yield "yesterday, 3 February": a day word with a date or weekday in apposition, outside quotations."""
    text = analysis.article.text
    if not _counts_from_publication(text[first.start : first.end].lower().split(), day, date, analysis.lexicon):
        return
    written = date.form == "date" and date.explicit
    if day.days is None or date.days is None or not (written or (date.form == "weekday" and date.type == "DATE")):
        return
    if _quoted(analysis, first) or (" " in text[second.start : second.end] and not written):
        return
    start, end = (first, second) if first.start < second.start else (second, first)
    operands = tuple(
        Operand(
            role, analysis.locate(mention.start, mention.end, mention.sentence, time.value), time=time, value=time.value
        )
        for role, mention, time in (("relative", first, day), ("date", second, date))
    )
    value = f"{day.value}/{date.value}"
    yield _dated(analysis, "relative", start, end, when=date, value=value, operands=operands)


def _counts_from_publication(words: list[str], day: Time, date: Time, lexicon: Lexicon) -> bool:
    """Tell whether words name a day by its distance from publication: "yesterday", "noon today", "two days ago".

    Midnight belongs to two days.
    """
    if not words or day.days is None or date.days is None or day.days.first != day.days.last:
        return False
    if day.value.endswith("T24:00") and abs((date.days.first - day.days.first).days) <= 1:
        return False
    return words[-1] in _day_words(lexicon) or (words[-1] == "ago" and day.unit == "day")


def _dated(analysis: Analysis, attribute: str, first: Mention, last: Mention, **fields: object) -> Claim:
    return make_claim(analysis, Kind.DATE, attribute, first.start, last.end, first.sentence, **fields)


def _quoted(analysis: Analysis, mention: Mention) -> bool:
    """Tell whether a mention stands in a quotation, by the quotations found or by an open mark in its sentence."""
    for quote in analysis.of_kind(MentionKind.QUOTE):
        if isinstance(quote.detail, Quote) and any(start <= mention.start < end for start, end in quote.detail.parts):
            return True
    before = analysis.article.text[analysis.sentences[mention.sentence].start : mention.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
