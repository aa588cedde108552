"""HTML to a tree with exact offsets, after the tokenizer of the HTML standard (WHATWG), in linear time.

The standard library's html.parser gives the beginnings of tags, but its time grows with the square of the input on
unclosed tags in many patch releases of the supported Pythons (24 kB of "<a " took 8 seconds on 3.11.7), and other
releases read comments and scripts in other ways, so that one page would not give one answer everywhere. lxml knows
only the line of a tag and selectolax no place at all: both repair the page before anybody can ask. Reading the markup
takes no more than what is here: what HTML's tree builder repairs (misplaced tables, formatting that overlaps) changes
where elements stand, not which words follow one another.
"""

import html
import re
from collections import Counter
from dataclasses import dataclass, field

from factcheck.readers.tree import Attribute, Element, Run

_OPEN = re.compile(r"<(?:(/?)([A-Za-z][^\s/>]*)|(!--)|[!?/])")
_ATTRIBUTE = re.compile(
    r"""[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?""", re.DOTALL
)
_COMMENT_END = re.compile(r"--!?>")
_TAG_END = re.compile(r"[^>]*>")
_VOID = frozenset(  # elements without an end
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905 (one line of words)
)
# Their content is text up to their own end tag.
_RAW = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"))
_ESCAPABLE = frozenset(("title", "textarea"))
# A new one of these ends the one before it, whose end tag may be left out.
_SELF_ENDING = frozenset(("p", "li", "dt", "dd", "tr", "td", "th", "option"))
_DEEPEST = 200  # levels; what is deeper stands side by side, which changes no word


@dataclass(slots=True)
class Page:
    """A page as a tree, and the slices of its comments."""

    root: Element
    comments: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Building:
    source: str
    page: Page
    stack: list[Element]
    open: Counter[str] = field(default_factory=Counter)

    def text(self, start: int, end: int, *, literal: bool = False) -> None:
        if start < end:
            self.stack[-1].children.append(Run(start, end, literal))

    def start(self, element: Element) -> None:
        if element.tag in _SELF_ENDING and self.stack[-1].tag == element.tag:
            self.finish(element.tag, element.start)
        element.parent = self.stack[-1]
        self.stack[-1].children.append(element)
        if len(self.stack) < _DEEPEST and element.tag not in _VOID:
            self.stack.append(element)
            self.open[element.tag] += 1

    def finish(self, tag: str, end: int) -> None:
        """End the innermost element of a tag, and all inside it; an end tag without a start is passed over."""
        while self.open[tag]:
            element = self.stack.pop()
            element.end = end
            self.open[element.tag] -= 1
            if element.tag == tag:
                return


def html_tree(source: str) -> Page:
    """Return the tree of an HTML document or fragment; any text is one."""
    page = Page(Element("", 0, end=len(source)))
    building = _Building(source, page, [page.root])
    at = 0
    while found := _OPEN.search(source, at):
        building.text(at, found.start())
        at = _markup(building, found)
    building.text(at, len(source))
    for element in building.stack:
        element.end = len(source)
    return page


def _markup(building: _Building, found: re.Match[str]) -> int:
    """Read what begins with "<" and return where it ends."""
    source, (closing, tag, comment) = building.source, found.groups()
    if comment:
        ending = _COMMENT_END.search(source, found.end() - 2)
        end = ending.end() if ending else len(source)
        building.page.comments.append((found.start(), end))
        return end
    if tag is None:
        end_of = _TAG_END.match(source, found.end())
        return end_of.end() if end_of else len(source)
    tag = tag.lower()
    attributes, end = _attributes(source, found.end())
    if closing:
        building.finish(tag, end)
        return end
    element = Element(tag, found.start(), attributes, end=end)
    building.start(element)
    if tag in _RAW or tag in _ESCAPABLE:
        ending = re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE).search(source, end)
        stop = ending.start() if ending else len(source)
        if building.stack[-1] is element:
            building.text(end, stop, literal=tag in _RAW)
        return stop
    return end


def _attributes(source: str, at: int) -> tuple[dict[str, Attribute], int]:
    """Return a tag's attributes, of two of one name the first, and where the tag ends."""
    attributes: dict[str, Attribute] = {}
    while found := _ATTRIBUTE.match(source, at):
        which = found.lastindex or 1
        start, end = found.span(which) if which > 1 else (found.end(), found.end())
        value = html.unescape(source[start:end])
        attributes.setdefault(found.group(1).lower(), Attribute(value, start, end))
        at = found.end()
    ending = _TAG_END.match(source, at)
    return attributes, ending.end() if ending else len(source)
