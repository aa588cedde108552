"""An HTML element to its paragraphs: what a person who reads the article sees, without the page around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from factcheck.lexicon import Lexicon
from factcheck.readers.mapped import Block, Weaver
from factcheck.readers.tree import Element, Run, add_run

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NOT_SEEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z]+")
_WORDS_IN_LINKS = 0.9
# Elements that are named like surroundings but hold more than this part of the paragraphs are the article's frame.
_MOST_OF_SURROUNDINGS = 0.4
_FRAMES = frozenset(("", "html", "body", "main", "article"))


@dataclass(frozen=True, slots=True)
class Words:
    """How pages name what is not the article (rules/lexicon/en/pages.yml)."""

    surroundings: frozenset[str]
    names: frozenset[str]
    never: frozenset[str]
    roles: frozenset[str]
    lines: frozenset[str]


@cache
def words_of(lexicon: Lexicon) -> Words:
    """Return the words of the lexicon for pages."""
    lists = lexicon.load("pages", dict[str, Any])
    return Words(*(frozenset(lists[name]) for name in ("surroundings", "surrounding_names", "never", "roles", "lines")))


@dataclass(slots=True)
class Reading:
    """Which elements of a page are read, and how many characters of paragraphs each holds."""

    words: Words
    left_out: set[Element] = field(default_factory=set)
    inside: dict[Element, int] = field(default_factory=dict)
    direct: dict[Element, int] = field(default_factory=dict)

    def reads(self, element: Element) -> bool:
        """Tell whether an element is read, as far as it and not its surroundings decide."""
        return element not in self.left_out

    def shows(self, element: Element) -> bool:
        """Tell whether an element and all around it are read."""
        here: Element | None = element
        while here is not None and self.reads(here):
            here = here.parent
        return here is None


def reading_of(root: Element, source: str, words: Words) -> Reading:
    """Look through a page: what is left out by its kind, its name or as hidden, and where paragraphs stand."""
    reading = Reading(words)
    named: list[Element] = []
    paragraphs: list[Element] = []
    out: dict[Element, bool] = {root: False}
    for element in root.descendants():
        parent = element.parent or root
        if out[parent] or _is_left_out(element, words):
            out[element] = True
            reading.left_out.add(element)
            continue
        out[element] = False
        if element.tag not in _FRAMES and _is_named(element, words):
            named.append(element)
        if element.tag == "p":
            paragraphs.append(element)
    for paragraph in paragraphs:
        _count(paragraph, source, reading)
    _leave_out_data(root, reading)
    whole = reading.inside.get(root, 0)
    reading.left_out.update(
        element for element in named if reading.inside.get(element, 0) <= _MOST_OF_SURROUNDINGS * whole
    )
    return reading


def _is_left_out(element: Element, words: Words) -> bool:
    if element.tag in words.never or "hidden" in element.attributes or element.get("aria-hidden").lower() == "true":
        return True
    if element.get("role").lower() in words.roles or _NOT_SEEN.search(element.get("style")[:500]):
        return True
    return element.tag == "header" and not _stands_in(element, ("article", "main"))


def _stands_in(element: Element, tags: Sequence[str]) -> bool:
    parent = element.parent
    while parent is not None:
        if parent.tag in tags:
            return True
        parent = parent.parent
    return False


def _is_named(element: Element, words: Words) -> bool:
    """Tell whether the classes or the id of an element name it as surroundings."""
    names = f"{element.get('class')[:500]} {element.get('id')[:100]}".lower().split()
    on_some_screens = any(":" in name for name in names)  # "hidden lg:block"
    for name in names:
        first = _NAME.match(name)
        if name in words.names and not on_some_screens:
            return True
        if first and first.group() in words.surroundings and not name[first.end() :].isalnum():
            return True
    return False


def _count(paragraph: Element, source: str, reading: Reading) -> None:
    """Add a paragraph's characters to all elements around it."""
    length = sum(len(source[child.start : child.end].strip()) for child in paragraph.walk() if isinstance(child, Run))
    parent = paragraph.parent
    if parent is not None:
        reading.direct[parent] = reading.direct.get(parent, 0) + length
    while parent is not None:
        reading.inside[parent] = reading.inside.get(parent, 0) + length
        parent = parent.parent


def _leave_out_data(root: Element, reading: Reading) -> None:
    """Leave out tables of data: their cells are no sentences. A table with paragraphs in it is the page's layout."""
    for table in root.descendants("table"):
        if not reading.inside.get(table):
            reading.left_out.add(table)


@dataclass(slots=True)
class _Block:
    """A block in the making, with how much of it stands in links."""

    heading: str = ""
    weaver: Weaver = field(default_factory=Weaver)
    linked: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text and the heading it is ("h1"), "" for a paragraph."""

    block: Block
    heading: str = ""


def paragraphs(element: Element, source: str, reading: Reading) -> Iterator[Paragraph]:
    """Yield the paragraphs inside an element, headings among them; what consists of links alone is no paragraph."""
    made = _Block(element.tag if element.tag in HEADINGS else "")
    for child, in_link, ends in _visible(element, reading):
        if isinstance(child, Run):
            before = made.weaver.length
            add_run(made.weaver, source, child)
            made.linked += (made.weaver.length - before) * in_link
        elif child.tag == "br" and not ends:
            if made.weaver.pieces:
                made.weaver.add("\n", child.start, child.end - child.start)
        elif child.tag in reading.words.lines:
            yield from _finished(made)
            made = _Block(child.tag if child.tag in HEADINGS and not ends else "")
    yield from _finished(made)


def _visible(element: Element, reading: Reading) -> Iterator[tuple[Element | Run, bool, bool]]:
    """Yield runs, and elements when they begin and when they end, each with whether it stands in a link."""
    waiting: list[tuple[Element, Iterator[Element | Run], bool]] = [(element, iter(element.children), False)]
    while waiting:
        parent, children, in_link = waiting[-1]
        child = next(children, None)
        if child is None:
            waiting.pop()
            if waiting:
                yield parent, in_link, True
        elif isinstance(child, Run):
            yield child, in_link, False
        elif reading.reads(child):
            yield child, in_link, False
            waiting.append((child, iter(child.children), in_link or child.tag == "a"))
        elif child.tag in reading.words.lines:
            yield child, in_link, True


def _finished(made: _Block) -> Iterator[Paragraph]:
    block = made.weaver.block()
    if block is None:
        return
    if not made.heading and made.linked > _WORDS_IN_LINKS * made.weaver.length:
        return
    yield Paragraph(block, made.heading)
