"""One moment told by two clocks: a local time with its time in GMT, or in another zone, in brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from factcheck.claims.build import make_claim
from factcheck.claims.whereabouts import Whereabouts, whereabouts
from factcheck.domain import Claim, Kind, Location, Mention, MentionKind, Operand, Time
from factcheck.language.analysis import Analysis
from factcheck.language.places import country_of
from factcheck.language.zones import clock_words, named_zone, offsets, zones_on_earth, zones_vary
from factcheck.lexicon import Lexicon

DAY = 1440  # minutes
_SUMMER = 60  # minutes
_LEAST_SLIP = 5  # minutes; less is rounding
_LEAD = 2  # sentences
_NEAR = 8  # tokens before a clock time that say what it is the time of
_BRACKET = re.compile(r"(?:\s+[^\W\d_][\w.'’-]{0,20}){0,4},?\s*[(\[]")
_COMMA = re.compile(r",(?: or)? ")
_BEFORE = re.compile(r"\s(?:time )?(?:at |by |until |from )?")
_AFTER = re.compile(r"[)\]]\s(?:in|at|near) ")
_CLOSED = re.compile(r"[^()\[\]]{0,40}[)\]]")
_NAMED = re.compile(r"\s((?:[A-Z][\w.'’-]{1,20}[\s-]){1,4})[Tt]ime\b")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


@dataclass(frozen=True, slots=True)
class _Moment:
    """The two mentions that tell one moment, and how many minutes the local one is ahead of UTC, 0 to 1439."""

    local: Mention
    stated: Mention
    ahead: int
    utc: int


def clock_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield a claim for each pair of clock times that tell one moment, the one in another zone than the other.

    The operands are the two (roles local, and stated for the one with its zone), and the places whose clocks may be
    meant (beside them, here in the sentence, dateline, first of the lead). The scope has "ahead:N", the minutes from
    UTC to the local time, 0 to 1439; the zones of the places named, in minutes east of UTC: "here:N" in the sentence
    and dateline, "article:N" anywhere; "own" for a local time that names its zone too; "nowhere" if no place on earth
    has clocks that far from UTC; and "near:W" for each content word right before. The words are the sentence's.
    """
    for moment in _moments(analysis):
        local, stated = moment.local, moment.stated
        where = whereabouts(analysis, local.sentence)
        near = _near(analysis, moment)
        yield make_claim(
            analysis,
            Kind.CLOCK,
            "zone",
            min(local.start, stated.start),
            _closed(analysis, max(local.end, stated.end)),
            local.sentence,
            operands=(
                _operand(analysis, "local", local),
                _operand(analysis, "stated", stated),
                *_places(analysis, moment, where),
            ),
            scope=(f"ahead:{moment.ahead}", *_scope(analysis, moment, where), *(f"near:{word}" for word in near)),
            value=f"{_time(local).minute} at {moment.utc}",
            words=tuple(_content(analysis, moment)),
            keys=tuple(
                key
                for word in near
                for key in (f"clock:utc {moment.utc}|{word}", f"clock:local {_time(local).minute}|{word}")
            ),
        )


def _moments(analysis: Analysis) -> Iterator[_Moment]:
    """Yield the clock times that stand side by side, the second in brackets or behind a comma."""
    clocks = [mention for mention in analysis.of_kind(MentionKind.TIME) if _time(mention).form == "clock"]
    taken = -1
    for first, second in pairwise(clocks):
        if first.sentence != second.sentence or first.start < taken:
            continue
        local, stated = (first, second) if _time(second).offset is not None else (second, first)
        own, zone = _time(local).offset, _time(stated).offset
        here, there = _time(local).minute, _time(stated).minute
        if zone is None or own == zone or here is None or there is None or not _beside(analysis, first, second):
            continue
        taken = second.end
        yield _Moment(local, stated, (here - there + zone) % DAY, (there - zone) % DAY)


def _closed(analysis: Analysis, end: int) -> int:
    """Return where the two clock times end, with the bracket right behind them."""
    return end + analysis.article.text.startswith((")", "]"), end)


def _beside(analysis: Analysis, first: Mention, second: Mention) -> bool:
    text = analysis.article.text
    between, behind = text[first.end : second.start], text[second.end : second.end + 60]
    if _BRACKET.fullmatch(between):
        return _CLOSED.match(behind) is not None
    return _COMMA.fullmatch(between) is not None and "local" in text[first.start : second.end]


def _time(mention: Mention) -> Time:
    assert isinstance(mention.detail, Time)
    return mention.detail


def _operand(analysis: Analysis, role: str, mention: Mention) -> Operand:
    named = _NAMED.match(analysis.article.text, mention.end) if _named(analysis, mention) else None
    place = analysis.locate(mention.start, named.end() if named else mention.end, mention.sentence, mention.value)
    return Operand(role, place, time=_time(mention), value=mention.value)


def _places(analysis: Analysis, moment: _Moment, where: Whereabouts) -> Iterator[Operand]:
    """Yield the places named in the sentence, the dateline's, and the first of the article."""
    yield from (Operand("beside", place, value=key) for key, place in where.here if _next_to(analysis, moment, place))
    yield from (Operand("here", place, value=key) for key, place in where.here)
    yield from (Operand("dateline", place, value=key) for key, place in where.dateline)
    lead = _end_of_lead(analysis)
    yield from (
        Operand("first", place, value=key)
        for key, place in where.named
        if place.start < lead and offsets(key, analysis.lexicon)
    )


def _end_of_lead(analysis: Analysis) -> int:
    """Return where the second sentence of the text ends; a place named only later is rarely that of the news."""
    body = [sentence for sentence in analysis.sentences if not analysis.in_title(sentence.start)][:_LEAD]
    return body[-1].end if body else 0


def _next_to(analysis: Analysis, moment: _Moment, place: Location) -> bool:
    """Tell whether only a word or two stand between a place and the clock times ("in Riga at 9 a.m. (0700 GMT)")."""
    text = analysis.article.text
    first, last = sorted((moment.local, moment.stated), key=lambda mention: mention.start)
    return (
        _BEFORE.fullmatch(text[place.end : first.start]) is not None
        or _AFTER.fullmatch(text[last.end : place.start]) is not None
    )


def _scope(analysis: Analysis, moment: _Moment, where: Whereabouts) -> Iterator[str]:
    lexicon = analysis.lexicon
    own, named = _time(moment.local).offset, _named(analysis, moment.local)
    here = _zones([*where.named_here, *(key for key, _ in where.dateline)], lexicon)
    if named:
        yield "own"
        here = named
    if own is not None:
        yield "own"
        here |= {own - _SUMMER, own, own + _SUMMER}
    yield from (f"here:{minutes}" for minutes in sorted(here))
    yield from (f"article:{minutes}" for minutes in sorted(_zones(_exact(where, lexicon), lexicon) | here))
    if _nowhere(analysis, moment):
        yield "nowhere"


def _named(analysis: Analysis, local: Mention) -> frozenset[int]:
    """Return the zones of the name behind a clock time ("8 p.m. East Africa Time"), in minutes from UTC."""
    found = _NAMED.match(analysis.article.text, local.end)
    return named_zone(found[1].strip(" -"), analysis.lexicon) if found else frozenset()


def _exact(where: Whereabouts, lexicon: Lexicon) -> list[str]:
    """Return the places of the article; a country of several zones only if none within it is named."""
    keys = [key for key, _ in where.named]
    within = {country_of(key, lexicon) for key in keys if not zones_vary(key, lexicon)}
    return [key for key in keys if not zones_vary(key, lexicon) or key not in within]


def _zones(names: list[str] | tuple[str, ...], lexicon: Lexicon) -> frozenset[int]:
    return frozenset(minutes for name in names for minutes in offsets(name, lexicon))


def _nowhere(analysis: Analysis, moment: _Moment) -> bool:
    """Tell whether no clocks on earth are so far ahead of UTC; rounded times and a few minutes are no sign of that."""
    about = clock_words(analysis.lexicon).about
    for mention in (moment.local, moment.stated):
        words = analysis.article.text[max(0, mention.start - 30) : mention.end].lower().split()
        if about & set(words[-5:]):
            return False
    return all(
        abs((moment.ahead - minutes + DAY // 2) % DAY - DAY // 2) >= _LEAST_SLIP
        for minutes in zones_on_earth(analysis.lexicon)
    )


def _near(analysis: Analysis, moment: _Moment) -> list[str]:
    """Return the content words right before the two clock times, as lemmas."""
    first = min(moment.local.start, moment.stated.start)
    span = analysis.span(first, first + 1, moment.local.sentence)
    return _lemmas(analysis, moment, max(0, span.start - _NEAR), span.start) if span is not None else []


def _content(analysis: Analysis, moment: _Moment) -> list[str]:
    """Return the content words of the sentence, as lemmas, without those that write the time."""
    return _lemmas(analysis, moment, 0, len(analysis.sentences[moment.local.sentence].doc))


def _lemmas(analysis: Analysis, moment: _Moment, first: int, last: int) -> list[str]:
    whole = analysis.sentences[moment.local.sentence]
    times = [(each.start, each.end) for each in analysis.of_kind(MentionKind.TIME, sentence=moment.local.sentence)]
    return list(
        dict.fromkeys(
            token.lemma_.lower()
            for token in whole.doc[first:last]
            if token.pos_ in _CONTENT
            and token.is_alpha
            and not any(start <= whole.start + token.idx < end for start, end in times)
        )
    )
