"""Which parts of a page are read: what is left out by its kind, its name or as hidden, and where paragraphs stand."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from factcheck.lexicon import Lexicon
from factcheck.readers.tree import Element, Run

_NOT_SEEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z]+")
# Elements that are named like surroundings but hold more than this part of the paragraphs are the article's frame.
_MOST_OF_SURROUNDINGS = 0.4
_MUCH_TEXT = 200  # characters in one cell of a table
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
    """Which elements are not read, how many characters of paragraphs are inside each, and how many directly in it."""

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


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around an element: the paragraph, the cell and the table it is in, whether it is in an article."""

    out: bool = False
    paragraph: Element | None = None
    cell: Element | None = None
    table: Element | None = None
    in_article: bool = False


def reading_of(root: Element, source: str, words: Words) -> Reading:
    """Look through an element: what is not to be read in it, and where its paragraphs stand."""
    reading = Reading(words)
    around = {root: _Around()}
    named: list[Element] = []
    for element in root.descendants():
        above = around[element.parent or root]
        around[element] = below = _below(element, above, words)
        if below.out:
            reading.left_out.add(element)
        elif element.tag not in _FRAMES and _is_named(element, words):
            named.append(element)
    _count(around, source, reading)
    _leave_out_data(around, reading)
    most = _MOST_OF_SURROUNDINGS * reading.inside.get(root, 0)
    reading.left_out.update(element for element in named if reading.inside.get(element, 0) <= most)
    return reading


def _below(element: Element, above: _Around, words: Words) -> _Around:
    """Return what stands around the things inside an element."""
    return _Around(
        out=above.out or _is_left_out(element, words, in_article=above.in_article),
        paragraph=element if element.tag == "p" else above.paragraph,
        cell=element if element.tag in {"td", "th"} else None if element.tag == "table" else above.cell,
        table=element if element.tag == "table" else above.table,
        in_article=above.in_article or element.tag in {"article", "main"},
    )


def _is_left_out(element: Element, words: Words, *, in_article: bool) -> bool:
    if element.tag in words.never or "hidden" in element.attributes or element.get("aria-hidden").lower() == "true":
        return True
    if element.get("role").lower() in words.roles or _NOT_SEEN.search(element.get("style")[:500]):
        return True
    return element.tag == "header" and not in_article


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


def _count(around: dict[Element, _Around], source: str, reading: Reading) -> None:
    """Count the characters of paragraphs, for the element right around each and for all around that."""
    lengths: dict[Element, int] = {}
    for element, place in around.items():
        if place.paragraph is not None and not place.out:
            lengths[place.paragraph] = lengths.get(place.paragraph, 0) + _own_text(element, source)
    for paragraph, length in lengths.items():
        if paragraph.parent is not None:
            reading.direct[paragraph.parent] = reading.direct.get(paragraph.parent, 0) + length
    inside = reading.inside
    for element in reversed(around):
        parent = element.parent
        if parent in around and (length := inside.get(element, 0) + lengths.get(element, 0)):
            inside[parent] = inside.get(parent, 0) + length


def _own_text(element: Element, source: str) -> int:
    return sum(len(source[child.start : child.end].strip()) for child in element.children if isinstance(child, Run))


def _leave_out_data(around: dict[Element, _Around], reading: Reading) -> None:
    """Leave out tables of data: their cells are no sentences.

    A table with paragraphs in it, or a cell of much text, is the page's layout.
    """
    cells: dict[Element, int] = {}
    for element, place in around.items():
        if place.cell is not None:
            length = sum(child.end - child.start for child in element.children if isinstance(child, Run))
            cells[place.cell] = cells.get(place.cell, 0) + length
    layout = {around[cell].table for cell, length in cells.items() if length >= _MUCH_TEXT}
    for element in reversed(around):
        if element.tag != "table":
            continue
        if element in layout:
            # What stands around a table of layout is layout too.
            layout.add(around[element.parent].table if element.parent in around else None)
        elif not reading.inside.get(element):
            reading.left_out.add(element)
