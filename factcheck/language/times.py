"""Expressions of time in a text: found on tokens by their words' classes, then resolved one after the other."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.domain import Article, Mention
from factcheck.language.english import Sentence
from factcheck.language.times_patterns import CLASSLESS, matcher
from factcheck.language.times_words import Grammar, classes_of, grammar, rules_at, signs_of, value_of
from factcheck.language.timex import resolve, start
from factcheck.language.timex_words import Reading
from factcheck.language.tokens import Doc, Token
from factcheck.lexicon import Lexicon


class TimeSpan(NamedTuple):
    """Tokens `start` to before `end` that write a time, and the form they have in times_patterns.yml.

    `parts` are the tokens that it is read from: its own and shared ones ("4" of "4-7 February" is read with February).
    """

    start: int
    end: int
    form: str
    parts: tuple[int, ...]


def recognise(doc: Doc, lexicon: Lexicon) -> list[TimeSpan]:
    """Return the expressions of time in a tokenised text, left to right, none overlapping; needs no parse."""
    known = grammar(lexicon)
    signs = signs_of(doc, known)
    places = range(len(signs)) if "" not in signs else [at for at, sign in enumerate(signs) if sign]
    line = "".join(signs)
    found: list[TimeSpan] = []
    beginning = known.beginning
    end = 0
    for at, sign in enumerate(line):
        if sign == CLASSLESS or at < end:
            continue
        rules = beginning.get(line[at : at + 2])
        for rule in rules_at(line[at : at + 2], known) if rules is None else rules:
            match = matcher(rule.expression).match(line, at)
            if match is not None:
                end = match.end()
                if rule.form != "skip":
                    found.extend(_split(doc, rule.form, tuple(places[at:end]), lexicon))
                break
    return found


def _split(doc: Doc, form: str, parts: tuple[int, ...], lexicon: Lexicon) -> Iterator[TimeSpan]:
    """Yield one span for each of the times that one expression writes: two for a range or a pair."""
    cut = _CUTS.get(form)
    if cut is None and form not in _SHARED:
        yield TimeSpan(parts[0], parts[-1] + 1, form, parts)
        return
    known = grammar(lexicon)
    if form in _SHARED:
        yield from _SHARED[form](doc, parts, known)
        return
    two = [at for at in parts if classes_of(doc[at].text, known) & (cut or frozenset())][:2]
    if len(two) < 2:
        yield TimeSpan(parts[0], parts[-1] + 1, form, parts)
        return
    first, second = two
    shared = (
        [at for at in parts if at <= first or at > second]
        if form != "range_years"
        else [at for at in parts if at <= first]
    )
    yield TimeSpan(parts[0], first + 1, "shared" if form == "day_range" else form, tuple(shared))
    begin = next(at for at in parts if at > first and not classes_of(doc[at].text, known) & _BETWEEN)
    beside = [at for at in parts if at >= begin]
    if form == "day_range":
        beside = [at for at in parts if at < first and "month" in classes_of(doc[at].text, known)] + beside
    yield TimeSpan(begin, parts[-1] + 1, form, tuple(beside))


def _days_listed(doc: Doc, parts: tuple[int, ...], known: Grammar) -> Iterator[TimeSpan]:
    """Yield each day of "January 3, 4 and 5" and "3, 4 and 5 January": all are read with the month and the year."""
    days, rest = _dated(doc, parts, known)
    for number, at in enumerate(days):
        start = parts[0] if number == 0 else at
        end = parts[-1] + 1 if number == len(days) - 1 else at + 1
        yield TimeSpan(start, end, "date", tuple(sorted((at, *rest))))


def _dated(doc: Doc, parts: tuple[int, ...], known: Grammar) -> tuple[list[int], list[int]]:
    """Return the tokens of a list that are days, and those of its month and year ("'24" is no day)."""
    days, rest = [], []
    for place, at in enumerate(parts):
        kinds = classes_of(doc[at].text, known)
        quoted = place > 0 and "apostrophe" in classes_of(doc[parts[place - 1]].text, known)
        if kinds & _CUTS["day_range"] and not quoted:
            days.append(at)
        elif not kinds & {"and", "or"}:
            rest.append(at)
    return days, rest


def _years_shared(doc: Doc, parts: tuple[int, ...], known: Grammar) -> Iterator[TimeSpan]:
    """Yield both of "28 February to 3 March 2024", read with one year unless the months run over its turn."""
    months = [at for at in parts if "month" in classes_of(doc[at].text, known)]
    cut = next(at for at in parts if at > months[0] and classes_of(doc[at].text, known) & _BETWEEN)
    last = months[1]
    following = next((at for at in parts if at > last), None)
    if following is not None and classes_of(doc[following].text, known) & _CUTS["day_range"]:
        last = following
    one, two = (value_of(doc[at].text, "month", known) for at in months)
    shared = (
        tuple(at for at in parts if at > last) if isinstance(one, int) and isinstance(two, int) and one <= two else ()
    )
    before = tuple(at for at in parts if at < cut)
    beside = tuple(at for at in parts if at > cut)
    form = "date" if any(classes_of(doc[at].text, known) & _CUTS["day_range"] for at in before) else "month"
    yield TimeSpan(before[0], before[-1] + 1, form, before + shared)
    yield TimeSpan(beside[0], beside[-1] + 1, form, beside)


_SHARED = {"day_list": _days_listed, "year_shared": _years_shared}
_CUTS = {
    "day_range": frozenset({"day", "daynth"}),
    "ordinal_pair": frozenset({"ordinal", "quarter_code"}),
    "range_years": frozenset({"year", "two_digits"}),
}
_BESIDE = frozenset({"on", "comma", "open", "close", "zone", "local", "time_word"})
_DAYS = frozenset({"weekday", "date", "today"})
_DAY_WORDS = frozenset({"weekday", "weekday_short", "today", "month"})
_BETWEEN = frozenset({"hyphen", "to", "and", "or"})


def time_mentions(
    article: Article,
    sentences: Sequence[Sentence],
    lexicon: Lexicon,
    spans_by_sentence: Sequence[Sequence[TimeSpan]] | None = None,
) -> list[Mention]:
    """Return the times of an article as mentions with TIMEX3 values, sorted, none overlapping another.

    They are resolved against the article's day of publication; without one, or its year, relative ones stay open.
    `spans_by_sentence` is what `recognise` gives for the sentences, where that is known already.
    """
    days = article.published.days if article.published else None
    known = start(days.first if days is not None and days.first == days.last else None)
    words = grammar(lexicon)
    mentions: list[Mention] = []
    if spans_by_sentence is None:
        spans_by_sentence = [recognise(sentence.doc, lexicon) for sentence in sentences]
    for sentence, spans in zip(sentences, spans_by_sentence, strict=True):
        doc = sentence.doc
        for at, span in enumerate(spans):
            before = doc[span.start - 1].lower_ if span.start else ""
            after = doc[span.end].lower_ if span.end < len(doc) else ""
            parts = span.parts + (_day_behind(doc, spans[at:], words) if span.form == "clock" else ())
            texts = tuple(doc[at].text for at in parts)
            detail, known = resolve(Reading(span.form, texts, _head(doc, span), before, after, words, lexicon), known)
            if detail is None:
                continue
            first, last = doc[span.start], doc[span.end - 1]
            begin, end = sentence.start + first.idx, sentence.start + last.idx + len(last)
            mentions.append(Mention(begin, end, sentence.index, detail.value, detail))
    return mentions


def _day_behind(doc: Doc, spans: Sequence[TimeSpan], known: Grammar) -> tuple[int, ...]:
    """Return the tokens of the day behind a clock time, over a bracket: "3 p.m. (1300 GMT) on Tuesday"."""
    end = spans[0].end
    if any(classes_of(doc[at].text, known) & _DAY_WORDS for at in spans[0].parts):
        return ()
    for span in spans[1:]:
        if not all(classes_of(doc[at].text, known) & _BESIDE for at in range(end, span.start)):
            break
        if span.form in _DAYS:
            return span.parts
        if span.form != "clock":
            break
        end = span.end
    return ()


def _head(doc: Doc, span: TimeSpan) -> Token:
    return doc[span.start : span.end].root if doc.parsed else doc[span.end - 1]
