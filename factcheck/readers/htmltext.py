"""An HTML element to its paragraphs: what a person who reads the article sees, without the page around it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.readers.htmlstructure import Reading
from factcheck.readers.mapped import Block, Weaver
from factcheck.readers.tree import Element, Run, add_run

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WORDS_IN_LINKS = 0.9


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
