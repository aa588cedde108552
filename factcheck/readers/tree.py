"""A document of markup as a tree whose parts know where in the source they stand; HTML and XML have the same."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.readers.mapped import Block, Weaver

_WHITE = " \t\n\r\f"
_NOTHING = ("\u00ad", "\u200b", "\u2060", "\ufeff")
_WORD = rf"[^{_WHITE}&{''.join(_NOTHING)}]+|[{''.join(_NOTHING)}]"
# A named reference has at most 32 letters (HTML's table); without a semicolon `html.unescape` knows which still count.
_REFERENCE = r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{0,31};?)"
_PIECE = re.compile(rf"[{_WHITE}]+|{_REFERENCE}|{_WORD}|&")
_LITERAL_PIECE = re.compile(rf"[{_WHITE}]+|{_WORD}|&")


class Attribute(NamedTuple):
    """An attribute's value, unescaped, and the slice of the source between its quotation marks."""

    value: str
    start: int
    end: int


class Run(NamedTuple):
    """A run of text in the source; `literal` where "&" is nothing but itself (CDATA, scripts)."""

    start: int
    end: int
    literal: bool = False


@dataclass(slots=True, eq=False)
class Element:
    """An element: its tag without a namespace, in small letters in HTML, and what it holds in the source's order."""

    tag: str
    start: int
    attributes: dict[str, Attribute] = field(default_factory=dict)
    parent: "Element | None" = field(default=None, repr=False)
    children: "list[Element | Run]" = field(default_factory=list, repr=False)
    end: int = 0

    def get(self, name: str) -> str:
        """Return an attribute's value, "" when it is missing."""
        found = self.attributes.get(name)
        return found.value if found else ""

    def elements(self, *tags: str) -> "Iterator[Element]":
        """Yield the elements directly inside, of the given tags if any are given."""
        for child in self.children:
            if isinstance(child, Element) and (not tags or child.tag in tags):
                yield child

    def first(self, *path: str) -> "Element | None":
        """Return the first element by a path of tags, each directly inside the one before."""
        here: Element | None = self
        for tag in path:
            here = next(here.elements(tag), None) if here is not None else None
        return here

    def walk(self) -> "Iterator[Element | Run]":
        """Yield what is inside at any depth, in the source's order."""
        waiting = self.children[::-1]
        while waiting:
            child = waiting.pop()
            yield child
            if isinstance(child, Element):
                waiting += child.children[::-1]

    def descendants(self, *tags: str) -> "Iterator[Element]":
        """Yield the elements inside at any depth, of the given tags if any are given."""
        for child in self.walk():
            if isinstance(child, Element) and (not tags or child.tag in tags):
                yield child


def add_run(weaver: Weaver, source: str, run: Run) -> None:
    """Add a run as it is read.

    References are resolved, white space counts as one space and none at the beginning of a line, and soft hyphens and
    zero-width spaces are nothing.
    """
    for found in (_LITERAL_PIECE if run.literal else _PIECE).finditer(source, run.start, run.end):
        piece, at = found.group(), found.start()
        if piece[0] in _WHITE:
            if weaver.pieces and not weaver.pieces[-1].endswith((" ", "\n")):
                weaver.add(" ", at, len(piece))
            continue
        read = piece
        if piece[0] == "&" and not run.literal:
            read = _lawful(html.unescape(piece))
        if read not in _NOTHING:
            weaver.add(read, at, len(piece))


def _lawful(text: str) -> str:
    """Return text without half surrogates, which no encoding can write."""
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def text_of(element: Element | None, source: str) -> Block | None:
    """Return all the text inside an element as one block, None where there is none."""
    if element is None:
        return None
    weaver = Weaver()
    for child in element.walk():
        if isinstance(child, Run):
            add_run(weaver, source, child)
    return weaver.block()


def raw_text(element: Element, source: str) -> Block | None:
    """Return the text inside an element with its white space kept, as a document inside the document."""
    weaver = Weaver()
    for child in element.walk():
        if not isinstance(child, Run):
            continue
        if child.literal:
            weaver.add(source[child.start : child.end], child.start)
            continue
        for piece in re.finditer(r"&[^;&\s]{1,40};|[^&]+|&", source[child.start : child.end]):
            read = _lawful(html.unescape(piece.group())) if piece.group().endswith(";") else piece.group()
            weaver.add(read, child.start + piece.start(), len(piece.group()))
    return Block("".join(weaver.pieces), tuple(weaver.segments)) if weaver.pieces else None
