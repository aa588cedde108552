"""What is planted: an article as plain text, a contradiction with its control, and how a sentence is put in."""

import datetime as dt
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

import yaml

_HEADER = re.compile(r"\A\s*date (\d{4})-(\d\d)-(\d\d) ?([^\n]*)")
_BREAK = re.compile(r"\n[ \t]*\n\s*")
_NUMBERED = re.compile(r"([a-z]+)(\d)")


@dataclass(frozen=True, slots=True)
class Place:
    """Characters start..end of one of a plant's texts."""

    text: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Plant:
    """A contradiction of a kind, which the check `code` should find, and its control, in which nothing contradicts.

    `before` are the articles as they were, `where` the places of which a finding must touch one. `edited` tells an edit
    of the article's own words from an inserted sentence, whose `wording` is given. `found_by` are checks that may speak
    in the place of `code`.
    """

    code: str
    kind: str
    article: str
    before: tuple[str, ...]
    texts: tuple[str, ...]
    control: tuple[str, ...]
    where: tuple[Place, ...]
    wording: str = "the article's own words"
    edited: bool = False
    found_by: tuple[str, ...] = ()

    def passage(self, *, control: bool = False) -> str:
        """Return the planted passage, or what stands in its place in the control."""
        place = self.where[-1]
        texts = self.control if control else self.texts
        shorter = len(texts[place.text]) - len(self.texts[place.text])
        return " ".join(texts[place.text][place.start : place.end + shorter].split())


@dataclass(frozen=True, slots=True)
class Draft:
    """An article to plant into: its text, the day of its header, and where header and title end."""

    name: str
    text: str
    published: dt.date | None
    title: tuple[int, int]

    @property
    def body(self) -> int:
        """Return where the first paragraph after the header starts."""
        found = _BREAK.search(self.text, self.title[1])
        return found.end() if found else len(self.text)


Planter = Callable[[Draft, random.Random], Plant | None]
Slots = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of contradiction: the check that should find it, and how it is planted; None where it can't be."""

    code: str
    name: str
    plant: Planter
    edits: bool = False


def is_english(text: str) -> bool:
    """Tell whether a text looks like English: one word in forty is "the"."""
    return text.lower().split().count("the") * 40 >= len(text.split()) > 0


def draft_of(name: str, text: str) -> Draft:
    """Return an article with what its header says, if it has one: "date 2025-03-03 Title"."""
    header = _HEADER.match(text)
    if header is None:
        return Draft(name, text, None, (0, 0))
    year, month, day = (int(header.group(at)) for at in (1, 2, 3))
    return Draft(name, text, dt.date(year, month, day), header.span(4))


def replaced(text: str, start: int, end: int, words: str) -> str:
    """Return a text with other words in the place of text[start:end]."""
    return text[:start] + words + text[end:]


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence, or what plain full stops make of it, that text[start:end] stands in."""
    begin = max(text.rfind(stop, 0, start) + len(stop) for stop in (". ", "\n", '" '))
    ends = [at for stop in (". ", "\n", '." ') if (at := text.find(stop, end)) >= 0]
    return begin, min(ends, default=len(text))


def edited(kind: str, code: str, draft: Draft, span: tuple[int, int], wrong: str, right: str) -> Plant:
    """Return a plant that has other words in the place of the article's own."""
    start, end = span
    text, control = replaced(draft.text, start, end, wrong), replaced(draft.text, start, end, right)
    where = Place(0, *sentence_around(text, start, start + len(wrong)))
    return Plant(code, kind, draft.name, (draft.text,), (text,), (control,), (where,), edited=True)


def middle(draft: Draft) -> int:
    """Return the end of the paragraph nearest the middle behind which no quotation is open."""
    ends = [found.start() for found in _BREAK.finditer(draft.text, draft.body)] or [len(draft.text.rstrip())]
    closed = [at for at in ends if draft.text.count('"', 0, at) % 2 == 0] or ends
    half = (draft.body + len(draft.text)) // 2
    return min(closed, key=lambda at: abs(at - half))


def inserted(draft: Draft, sentence: str, at: int | None = None) -> tuple[str, Place]:
    """Return the article with a sentence as a paragraph of its own in the middle, and where that stands."""
    at = middle(draft) if at is None else at
    text = replaced(draft.text, at, at, f"\n\n{sentence}")
    return text, Place(0, at + 2, at + 2 + len(sentence))


def planted(kind: str, code: str, draft: Draft, template: str, wrong: Slots, right: Slots) -> Plant:
    """Return a plant that has a sentence put into the article, filled wrongly in the plant, rightly in the control."""
    text, where = inserted(draft, template.format_map(wrong))
    control, _ = inserted(draft, template.format_map(right))
    return Plant(code, kind, draft.name, (draft.text,), (text,), (control,), (where,), template)


@cache
def sentences() -> Mapping[str, tuple[str, ...]]:
    """Return the sentences to plant, by kind."""
    read: dict[str, list[str]] = yaml.safe_load(_beside("sentences.yml"))
    return {kind: tuple(templates) for kind, templates in read.items()}


@cache
def words() -> Mapping[str, tuple[str, ...]]:
    """Return the words that fill slots, by slot."""
    read: dict[str, list[str]] = yaml.safe_load(_beside("words.yml"))
    return {slot: tuple(listed) for slot, listed in read.items()}


def _beside(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def slots_of(template: str) -> Iterator[str]:
    """Yield the names of a template's slots."""
    return (name for _, name, _, _ in Formatter().parse(template) if name)


def common_words(template: str, draft: Draft, drawn: random.Random) -> dict[str, str]:
    """Return words for a template's slots of names, none twice and none that the article has itself.

    {place}, {place2} and {place3} are three places; {Party} and {PLACE} are {party} and {place}, written otherwise.
    """
    filled: dict[str, str] = {}
    for slot, listed in words().items():
        own = draft.text.lower()
        free = [word for word in listed if word.lower() not in own] or list(listed)
        for number, word in enumerate(drawn.sample(free, min(4, len(free))), start=1):
            name = slot if number == 1 else f"{slot}{number}"
            filled |= {name: word, name.capitalize(): word[0].upper() + word[1:], name.upper(): word.upper()}
    return {name: filled[name] for name in slots_of(template) if name in filled}
