"""The words of planting: an article as a draft, a plant with its control, and a kind of contradiction."""

import datetime as dt
import random
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

_HEADER = re.compile(r"\A\s*date (\d{4})-(\d\d)-(\d\d) ?([^\n]*)")
BREAK = re.compile(r"\n[ \t]*\n\s*")
"""What parts two paragraphs."""
_BESIDE = 100  # characters beside a passage, for a reader


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
        """Return the planted passage with what stands beside it in its line, or the control's in its place."""
        place = self.where[-1]
        text, plant = (self.control if control else self.texts)[place.text], self.texts[place.text]
        end = place.end + len(text) - len(plant)
        before = text[text.rfind("\n", 0, place.start) + 1 : place.start]
        behind = text[end:].partition("\n")[0]
        return " ".join(f"{before[-_BESIDE:]}{text[place.start : end]}{behind[:_BESIDE]}".split())


@dataclass(frozen=True, slots=True)
class Draft:
    """An article to plant into: its text, the day of its header if it has one, and the span of its title."""

    name: str
    text: str
    published: dt.date | None
    title: tuple[int, int]

    @property
    def body(self) -> int:
        """Return where the first paragraph after the header starts."""
        found = BREAK.search(self.text, self.title[1])
        return found.end() if found else len(self.text)


Planter = Callable[[Draft, random.Random, int], Plant | None]
"""Plants into an article, None where it can't; the number turns through the wordings, so that all come up as often."""
Slots = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of contradiction: the check that should find it, and how it is planted. `edits` are rarer than inserts."""

    code: str
    name: str
    plant: Planter
    edits: bool = False


def drafts_of(texts: Iterable[tuple[str, str]]) -> list[Draft]:
    """Return the articles that are in English, with what their headers say."""
    return [draft_of(name, text) for name, text in texts if _is_english(text)]


def draft_of(name: str, text: str) -> Draft:
    """Return an article with what its header says, if it has one: "date 2025-03-03 Title"."""
    header = _HEADER.match(text)
    if header is None:
        return Draft(name, text, None, (0, 0))
    year, month, day = (int(header.group(at)) for at in (1, 2, 3))
    return Draft(name, text, dt.date(year, month, day), header.span(4))


def _is_english(text: str) -> bool:
    """Tell whether a text looks like English: one word in forty is "the"."""
    return text.lower().split().count("the") * 40 >= len(text.split()) > 0
