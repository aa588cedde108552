"""Who speaks: the person that the words around a quotation name, or whom "he" or "the governor" stands for."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from factcheck.domain import Mention, Name, NameKind
from factcheck.lexicon import Lexicon

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?…]['\"”’»)]*(?:\s|(?<=[a-z]{2}.)(?=[A-Z]))")
LONGEST_ATTRIBUTION = 240
_POSSESSIVE = ("'s", "’s")
_CLOSING = ('"', "”", "»", "''")


@dataclass(frozen=True, slots=True)
class Reporting:
    """The word lists of lexicon/reporting.yml that find a speaker; titles by the number of their office."""

    verbs: frozenset[str]
    between: frozenset[str]
    pronouns: frozenset[str]
    titles: Mapping[str, int]
    title_words: frozenset[str]
    not_before: frozenset[str]
    first_person: frozenset[str]


@dataclass(frozen=True, slots=True)
class Page:
    """What finding a speaker needs of an article: its text, the people named, and the offices they hold."""

    text: str
    people: tuple[Mention, ...]
    starts: tuple[int, ...]
    lists: Reporting
    holders: Mapping[int, frozenset[str]]

    def named(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the people named within text[start:end]."""
        found = self.people[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return tuple(name for name in found if name.end <= end)


@cache
def reporting(lexicon: Lexicon) -> Reporting:
    """Return the word lists of a lexicon."""
    lists = lexicon.load("reporting", dict[str, list[str]])
    sets = {name: frozenset(words) for name, words in lists.items()}
    titles = {title.strip(): number for number, line in enumerate(lists["titles"]) for title in line.split("=")}
    return Reporting(
        sets["verbs"],
        sets["between"],
        sets["pronouns"],
        titles,
        sets["title_words"],
        sets["not_before"],
        sets["first_person"],
    )


def only_a_name(page: Page, start: int, end: int) -> str | None:
    """Return the person whose name, with a title or without, is all that text[start:end] holds."""
    for name in page.named(start, end):
        if end - name.end <= 1:
            before = WORD.findall(page.text, start, name.start)
            if all(word.lower() in page.lists.title_words or word[0].isupper() for word in before):
                return _key(name)
    return None


def page_of(text: str, names: Sequence[Mention], lists: Reporting) -> Page:
    """Return what finding speakers needs of an article, given its names."""
    people = sorted(
        (name for name in names if isinstance(name.detail, Name) and name.detail.kind is NameKind.PERSON),
        key=lambda name: (name.start, name.end),
    )
    page = Page(text, tuple(people), tuple(name.start for name in people), lists, {})
    holders: dict[int, set[str]] = {}
    for name in people:
        for office in _offices(page, name):
            holders.setdefault(office, set()).add(_key(name))
    return Page(text, page.people, page.starts, lists, {office: frozenset(keys) for office, keys in holders.items()})


def _key(name: Mention) -> str:
    assert isinstance(name.detail, Name)
    return name.detail.key


def _offices(page: Page, name: Mention) -> Iterator[int]:
    """Yield the offices that an article gives a person beside the name: "President Jane Roe", "Jane Roe, the mayor"."""
    title = _title_before(page.text, name.start, page.lists)
    after = re.match(r",\s+(?:the\s+)?((?:[\w-]+\s+){0,2}[\w-]+)", page.text[name.end : name.end + 60])
    following = after.group(1).lower() if after else ""
    for words, office in page.lists.titles.items():
        if (f" {words} " in f" {title} " and "deputy" not in title and "vice" not in title) or (
            f"{following} ".startswith(f"{words} ")
        ):
            yield office


def _title_before(text: str, start: int, lists: Reporting) -> str:
    """Return the words of a title right before a name, lower case: "governor of the northern province"."""
    words = list(WORD.finditer(text, max(0, start - 80), start))
    title: list[str] = []
    follows = start
    for word in reversed(words):
        if text[word.end() : follows].strip() or not (word.group()[0].isupper() or word.group() in lists.title_words):
            break
        title.append(word.group().lower())
        follows = word.start()
    return " ".join(reversed(title))


def alone(page: Page, start: int, end: int) -> str | None:
    """Return the person whom a paragraph's first words are about, if they name nobody else."""
    if end - start > 4 * LONGEST_ATTRIBUTION:
        return None
    keys = {_key(name) for name in page.named(start, end)}
    return _first_name(page, start, end) if len(keys) == 1 else None


def speaker_before(page: Page, start: int, end: int, last: str | None) -> tuple[bool, bool, str | None]:
    """Return whether the words before a quotation are of its own sentence, whether they attribute it, and to whom."""
    stops = [stop.end() for stop in SENTENCE_END.finditer(page.text, start, end)]
    first = max((stop for stop in stops if WORD.search(page.text, stop, end)), default=start)
    lead = page.text[first:end].rstrip()
    attached = bool(lead) and lead[-1] not in ".!?…" and not lead.endswith(_CLOSING)
    verbs = _verbs(page, first, end)
    if lead.endswith(":"):
        who = only_a_name(page, first, first + len(lead) - 1)
        if who is not None or not verbs:
            return True, True, who or _first_name(page, first, end)
    for verb in reversed(verbs):
        if not verb.group().lower().endswith("ing") or verb is verbs[0]:
            return attached, True, _subject(page, first, verb, last) or _inverted(page, verb, end, last)
    return attached, False, None


def _first_name(page: Page, start: int, end: int) -> str | None:
    """Return the person that a clause begins with."""
    for name in page.named(start, min(end, start + LONGEST_ATTRIBUTION))[:1]:
        before = page.text[start : name.start]
        titled = page.lists.title_words.issuperset(word.lower() for word in WORD.findall(before))
        if (titled or before.rstrip().endswith(",")) and not page.text.startswith(_POSSESSIVE, name.end):
            return _key(name)
    return None


def speaker_after(page: Page, spoken: int, closed: int, end: int, last: str | None) -> tuple[bool, str | None]:
    """Return whether the words after a quotation attribute it, and to whom.

    `spoken` is the end of the spoken words, `closed` that of the closing mark; after a full stop a new sentence begins.
    """
    text = page.text
    if text[spoken - 1] in ".…" and "," not in text[spoken : closed + 1]:
        return False, None
    end = min(end, closed + LONGEST_ATTRIBUTION)
    stop = SENTENCE_END.search(text, closed, end)
    until = stop.start() + 1 if stop else end
    for verb in _verbs(page, closed, until):
        if not verb.group().lower().endswith("ing"):
            return True, _subject(page, closed, verb, last) or _inverted(page, verb, until, last)
    return False, None


def speaker_inside(page: Page, parts: Sequence[tuple[int, int]]) -> str | None:
    """Return the speaker that attribution between the parts of a quotation names."""
    for (_, stop), (resume, _) in pairwise(parts):
        for verb in _verbs(page, stop, resume):
            return _subject(page, stop, verb, None) or _inverted(page, verb, resume, None)
    return None


def _verbs(page: Page, start: int, end: int) -> list[re.Match[str]]:
    words = WORD.finditer(page.text, start, end)
    return [word for word in words if word.group().lower() in page.lists.verbs]


def _subject(page: Page, start: int, verb: re.Match[str], last: str | None) -> str | None:
    """Return the speaker named right before a reporting verb; helping words and one apposition may stand between."""
    text, lists = page.text, page.lists
    words = list(WORD.finditer(text, start, verb.start()))
    while words and (words[-1].group().lower() in lists.between or words[-1].group().endswith("ly")):
        words.pop()
    if not words:
        return None
    at = words[-1].end()
    key = _name_ending(page, start, at)
    if key is None and text[at : verb.start()].lstrip().startswith(","):
        comma = text.rfind(",", max(start, at - 120), at)
        return _name_ending(page, start, comma) if comma > 0 else None
    return key or _stands_for(page, [word.group().lower() for word in words], last)


def _name_ending(page: Page, start: int, at: int) -> str | None:
    for name in page.named(max(start, at - 80), at):
        if name.end == at and not _in_passing(page, start, name):
            return _key(name)
    return None


def _in_passing(page: Page, start: int, name: Mention) -> bool:
    """Tell whether a preposition governs a name: "an aide to President Roe", but not "the head of Iowa Jane Roe"."""
    words = WORD.findall(page.text, start, name.start)
    capitals = 0
    while words and words[-1][0].isupper():
        capitals += words[-1].lower() not in page.lists.title_words
        words.pop()
    return bool(words) and words[-1] in page.lists.not_before and not capitals


def _stands_for(page: Page, words: Sequence[str], last: str | None) -> str | None:
    """Return whom "he" or "the governor" at the end of some words stands for; None where that isn't certain."""
    if words[-1] in page.lists.pronouns:
        return last if len(words) == 1 or words[-2] not in page.lists.not_before else None
    for title, office in page.lists.titles.items():
        size = title.count(" ") + 1
        if " ".join(words[-size:]) == title and words[-size - 1 : -size] in (["the"], []):
            holders = page.holders.get(office, frozenset())
            return next(iter(holders)) if len(holders) == 1 else None
    return None


def _inverted(page: Page, verb: re.Match[str], end: int, last: str | None) -> str | None:
    """Return the speaker named right after a reporting verb: "said Jane Roe", "said the mayor"."""
    text = page.text
    for name in page.named(verb.end(), end)[:1]:
        between = WORD.findall(text, verb.end(), name.start)
        if "," in text[verb.end() : name.start] or text.startswith(_POSSESSIVE, name.end):
            break
        titled = all(word[0].isupper() or word in page.lists.title_words for word in between)
        return _key(name) if titled and not _in_passing(page, verb.end(), name) else None
    stop = re.search(r"[,.;:]", text[verb.end() : end])
    phrase = WORD.findall(text, verb.end(), verb.end() + stop.start() if stop else end)
    return _stands_for(page, [word.lower() for word in phrase], last) if 0 < len(phrase) <= 5 else None
