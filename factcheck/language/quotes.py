"""Quotations: the words between marks, speech without marks signed with a name, and who speaks."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from factcheck.domain import Article, Mention, Quote
from factcheck.language.english import Sentence
from factcheck.language.speakers import (
    LONGEST_ATTRIBUTION,
    SENTENCE_END,
    WORD,
    Page,
    alone,
    only_a_name,
    page_of,
    reporting,
    speaker_after,
    speaker_before,
    speaker_inside,
)
from factcheck.lexicon import Lexicon

_CLOSERS: Mapping[str, str] = {'"': '"”', "“": '”"', "„": "“”", "«": "»", "‘": "’", "``": "''", "'": "'"}
_MARK = re.compile(r"``|''|[\"“”„«»]|(?<![^\s(\[—–-])[‘'](?=\S)|(?<=\S)[’'](?![^\s)\],.;:?!—–-])")
_DASHED = re.compile(r",?[ \t][-–—][ \t]")
_SPEECH_DASH = re.compile(r"[-–—][ \t]+(?=[^\W\d_])")
_SCARE_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Quoted words with their marks: `start` and `end` hold the marks, `parts` don't; `open` has no closing mark."""

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]
    open: bool = False
    speaker: str | None = None
    marked: bool = True


def quote_mentions(
    article: Article, sentences: Sequence[Sentence], names: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Return the quotations of an article; each holds all its parts, broken by attribution or by paragraphs or not.

    One to three words in marks inside a sentence, and titles of works, are none. A speaker is given only where the
    article makes it certain.
    """
    page = page_of(article.text, names, reporting(lexicon))
    blocks = [
        (group[0].start, group[-1].end, group)
        for group in (list(found) for _, found in groupby(sentences, key=lambda sentence: sentence.paragraph))
    ]
    found: list[_Stretch] = []
    carried = announced = None
    for start, end, group in blocks:
        named = _announced(page, start, end)
        stretches = list(_stretches(page, start, end)) or list(_unmarked(page, group, announced))
        if stretches and announced is not None and stretches[0].start <= start + 1 and stretches[0].speaker is None:
            stretches[0] = _with(stretches[0], speaker=announced)
        speaking = _attributed(page, stretches, start, end)
        if carried is not None and speaking and speaking[0].start == start and speaking[0].marked:
            speaking[0] = _joined(found.pop(), speaking[0])
        found += speaking
        carried = speaking[-1] if speaking and speaking[-1].open and speaking[-1].end >= end else None
        announced = named
    starts = [sentence.start for sentence in sentences]
    return [_mention(article.text, stretch, starts) for stretch in found]


def _with(stretch: _Stretch, *, speaker: str | None) -> _Stretch:
    return _Stretch(stretch.start, stretch.end, stretch.parts, stretch.open, speaker, stretch.marked)


def _joined(first: _Stretch, second: _Stretch) -> _Stretch:
    return _Stretch(
        first.start, second.end, first.parts + second.parts, second.open, first.speaker or second.speaker, first.marked
    )


def _mention(text: str, stretch: _Stretch, starts: list[int]) -> Mention:
    sentence = max(0, bisect_right(starts, stretch.start) - 1)
    value = " ".join(WORD.findall(text[stretch.parts[0][0] : stretch.parts[0][1]].lower().replace("’", "'"))[:8])
    return Mention(stretch.start, stretch.end, sentence, value, Quote(stretch.parts, stretch.speaker, stretch.marked))


# Marks


def _stretches(page: Page, start: int, end: int) -> Iterator[_Stretch]:
    """Yield the quotations of one paragraph, those of the dash style of Eastern European agencies too."""
    text = page.text
    for first, last, after, is_open in _between_marks(text, start, end):
        parts = tuple(_without_attribution(page, first, last))
        if is_open and parts:
            parts = tuple(_without_tail(page, *parts[-1])) if len(parts) == 1 else parts
        if parts and not _scare(text, parts, start, first, after):
            speaker = speaker_inside(page, parts)
            yield _Stretch(first - _mark_width(text, first), after, parts, is_open, speaker)
    dash = _SPEECH_DASH.match(text, start, end)
    if dash is not None and '"' not in text[start:end]:
        parts = tuple(_without_attribution(page, dash.end(), end))
        if len(parts) > 1 or (parts and parts[0][1] < end - 3):
            yield _Stretch(start, end, parts, speaker=speaker_inside(page, (*parts, (end, end))))


def _mark_width(text: str, first: int) -> int:
    return 2 if text[max(0, first - 2) : first] == "``" else 1


def _between_marks(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, bool]]:
    """Yield start and end of what stands in marks, the end of the closing mark, and whether there is none.

    Single quotation marks count only where the paragraph has no double ones; inside double ones they are nested.
    """
    marks = list(_MARK.finditer(text, start, end))
    doubles = [mark for mark in marks if mark.group() not in "‘’'"]
    opened: re.Match[str] | None = None
    depth = 0
    for mark in doubles or marks:
        kind = mark.group()
        if opened is None:
            if kind in _CLOSERS and _opens(text, mark, end):
                opened, depth = mark, 0
        elif kind in _CLOSERS and _opens(text, mark, end) and text[mark.start() - 1].isspace():
            # A second opening mark: short words in marks within the quotation, or the first was never closed.
            if _nested(text, mark, end):
                depth += 1
            else:
                yield from _unclosed(text, opened.end(), mark.start())
                opened, depth = mark, 0
        elif depth:
            depth -= 1
        elif kind in _CLOSERS[opened.group()]:
            yield opened.end(), mark.start(), mark.end(), False
            opened = None
    if opened is not None and doubles:
        yield opened.end(), end, end, True


def _unclosed(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, bool]]:
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start and text[end - 1] in ".!?":
        yield start, end, end, True


def _opens(text: str, mark: re.Match[str], end: int) -> bool:
    if mark.end() >= end or text[mark.end()].isspace():
        return False
    before = text[mark.start() - 1] if mark.start() else " "
    return mark.group() in "“„«``" or not before.isalnum()


def _nested(text: str, mark: re.Match[str], end: int) -> bool:
    closers = _CLOSERS[mark.group()]
    found = [text.find(closer, mark.end(), min(end, mark.end() + 60)) for closer in closers]
    close = min((at for at in found if at > 0), default=-1)
    return close > 0 and text[close - 1] not in ",.!?" and not text[close - 1].isspace()


def _scare(text: str, parts: tuple[tuple[int, int], ...], start: int, first: int, after: int) -> bool:
    """Tell whether words in marks are no quotation: one to three, or the title of a work."""
    words = WORD.findall(" ".join(text[a:b] for a, b in parts))
    if len(words) <= _SCARE_WORDS:
        return not (words and text[after - 2] in ",.!?")
    long_words = [word for word in words if len(word) > 3]
    return all(word[0].isupper() for word in long_words) and text[after - 2] not in ",.!?"


def _without_attribution(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spoken parts of text that may hold its attribution: "Yes, said Mr Roe. - We must." """
    text = page.text
    at = start
    for stop, resume in _inner_attributions(page, start, end):
        yield from _trimmed(text, at, stop)
        at = resume
    yield from _trimmed(text, at, end)


def _without_tail(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield unclosed words without an attribution at their end: "We will go, the minister said."."""
    comma = page.text.rfind(",", max(start, end - 80), end)
    tail = WORD.findall(page.text, comma, end) if comma > 0 else []
    attributed = any(word.lower() in page.lists.verbs for word in tail[:6]) and len(tail) <= 12
    yield from _trimmed(page.text, start, comma if attributed else end)


def _inner_attributions(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    text = page.text
    dashes = [(mark.start(), mark.end()) for mark in _DASHED.finditer(text, start, end)]
    at = start
    for index, (stop, after) in enumerate(dashes):
        if stop < at:
            continue
        following = WORD.search(text, after, min(end, after + 30))
        if following is not None and following.start() == after and following.group().lower() in page.lists.verbs:
            resume = dashes[index + 1][1] if index + 1 < len(dashes) else end
            if resume - stop <= LONGEST_ATTRIBUTION or resume == end:
                yield stop, resume
                at = resume
            continue
        comma = text.rfind(",", max(at, stop - 80), stop)
        first = WORD.search(text, comma + 1, stop) if comma > 0 else None
        if first is not None and first.group().lower() in page.lists.verbs and text[stop - 1] in ".,!?":
            yield comma, after
            at = after


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    if start < end:
        yield start, end


# Speech without marks


def _announced(page: Page, start: int, end: int) -> str | None:
    """Return the person whose name and a colon are a whole paragraph."""
    if page.text[end - 1] != ":":
        return None
    return only_a_name(page, start, end - 1)


def _unmarked(page: Page, group: Sequence[Sentence], announced: str | None) -> Iterator[_Stretch]:
    """Yield a paragraph of first-person speech without marks, announced by a name or signed with one at its end."""
    signed = only_a_name(page, group[-1].start, group[-1].end) if len(group) > 1 else None
    speaker = signed or announced
    spoken = group[:-1] if signed else group
    if speaker is None or page.text[spoken[-1].end - 1] == ":":
        return
    start, end = spoken[0].start, spoken[-1].end
    words = {word.replace("’", "'") for word in WORD.findall(page.text[start:end].lower())}
    if words & page.lists.first_person:
        yield _Stretch(start, group[-1].end, ((start, end),), speaker=speaker, marked=False)


# Attribution


def _attributed(page: Page, stretches: Sequence[_Stretch], start: int, end: int) -> list[_Stretch]:
    """Return a paragraph's quotations with their speakers; what attribution breaks is joined."""
    done: list[_Stretch] = []
    last: str | None = None
    for index, stretch in enumerate(stretches):
        before = stretches[index - 1].end if index else start
        after = stretches[index + 1].start if index + 1 < len(stretches) else end
        attached, leads, who_before = speaker_before(page, before, stretch.start, last)
        he = last or alone(page, start, stretch.start)
        follows, who_after = speaker_after(page, stretch.parts[-1][1], stretch.end, after, he)
        speaker = stretch.speaker or (who_after if follows and not (attached and who_before) else who_before)
        ended = page.text[before : stretch.start].rstrip().endswith((".", "!", "?"))
        if done and not (follows and ended) and _continues(page, done[-1], stretch, speaker):
            speaker = speaker or done[-1].speaker
            done[-1] = _joined(done[-1], _with(stretch, speaker=speaker))
        else:
            if speaker is None and not leads and not follows:
                speaker = last
            done.append(_with(stretch, speaker=speaker))
        last = speaker or (None if follows or leads else last)
    return done


def _continues(page: Page, first: _Stretch, second: _Stretch, speaker: str | None) -> bool:
    """Tell whether only the attribution stands between two stretches of one quotation."""
    gap = page.text[first.end : second.start]
    if len(gap) > LONGEST_ATTRIBUTION or SENTENCE_END.search(gap[:-2]) or first.open:
        return False
    if gap.strip() and gap.rstrip()[-1] not in ",.!?;:-–—":
        return False
    if first.speaker is not None and speaker is not None and first.speaker != speaker:
        return False
    return not gap.strip() or any(word.lower() in page.lists.verbs for word in WORD.findall(gap))
