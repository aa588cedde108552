"""XML to a tree with exact offsets, by the standard library's expat, which tells where in its input each event begins.

expat is given the decoded text as UTF-8; offsets in that are counted back to characters. Nothing outside of the
document is ever read: external entities and DTDs are left alone, and a document that declares entities of its own,
as entity bombs must, is refused. (lxml knows only lines, and would be a compiled dependency.)
"""

import html
import re
from dataclasses import dataclass, field
from xml.parsers import expat

from factcheck.errors import UnreadableArticleError
from factcheck.readers.decode import declared_in_xml, decode
from factcheck.readers.files import File
from factcheck.readers.tree import Attribute, Element, Run

_DEEPEST = 500
# The vocabularies whose elements mean the article wherever they stand: those of feeds, XHTML, Word's and IPTC's.
_SPACES = frozenset(
    (
        "",
        "http://www.w3.org/2005/Atom",
        "http://www.w3.org/1999/xhtml",
        "http://purl.org/rss/1.0/",
        "http://purl.org/rss/1.0/modules/content/",
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://iptc.org/std/nar/2006-10-01/",
        "http://iptc.org/std/NITF/2006-10-18/",
    )
)
_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]+)\s{0,99}=\s{0,99}(?:"([^"]*)"|'([^']*)')""")


@dataclass(slots=True)
class Xml:
    """An XML document: its decoded source, its root, and the slices of its comments."""

    source: str
    root: Element
    comments: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Building:
    parser: expat.XMLParserType
    source: str
    data: bytes
    path: str
    stack: list[Element]
    comments: list[tuple[int, int]]
    bytes_seen: int = 0
    characters_seen: int = 0
    pending: tuple[str, int] | None = None
    in_cdata: bool = False
    own: str = ""

    def at(self) -> int:
        """Return the character at which the event begins that expat is telling of, and end what was open before."""
        here = self.parser.CurrentByteIndex
        self.characters_seen += len(self.data[self.bytes_seen : here].decode("utf-8"))
        self.bytes_seen = here
        self.close(self.characters_seen)
        return self.characters_seen

    def close(self, at: int) -> None:
        """Give what began with an earlier event its end: the beginning of the next."""
        if self.pending is None:
            return
        kind, start = self.pending
        self.pending = None
        if kind == "tag":
            self.stack[-1].attributes = _attributes(self.source, start, at)
        elif kind == "comment":
            self.comments.append((start, at))
        elif kind == "end":
            self.stack.pop().end = at
        else:
            self.stack[-1].children.append(Run(start, at, literal=kind == "literal"))

    def start(self, name: str, _: dict[str, str]) -> None:
        at = self.at()
        if len(self.stack) >= _DEEPEST:
            raise UnreadableArticleError("is nested too deeply", path=self.path)
        space, local = name.rpartition(" ")[::2]
        if len(self.stack) == 1:
            self.own = space
        # Names of other vocabularies ("media:title") are kept apart from those that mean the article.
        tag = local if space in _SPACES or space == self.own else name
        element = Element(tag, at, parent=self.stack[-1])
        self.stack[-1].children.append(element)
        self.stack.append(element)
        self.pending = "tag", at

    def end(self, _: str) -> None:
        self.pending = "end", self.at()

    def text(self, _: str) -> None:
        self.pending = "literal" if self.in_cdata else "text", self.at()

    def comment(self, _: str) -> None:
        self.pending = "comment", self.at()

    def cdata(self) -> None:
        self.at()
        self.in_cdata = True

    def cdata_end(self) -> None:
        self.at()
        self.in_cdata = False

    def other(self, text: str) -> None:
        at = self.at()
        if text.startswith("&"):  # a reference to an entity that a DTD outside would declare, such as &nbsp;
            self.pending = "text", at

    def entity(self, name: str, *_: object) -> None:
        raise UnreadableArticleError(f"declares entities ({name[:40]}), which are not read", path=self.path)


def xml_tree(file: File) -> Xml:
    """Return the tree of an XML file.

    Raises UnreadableArticleError for what is no well-formed XML, with line and column, and for declared entities.
    """
    source = decode(file.data, path=file.path, declared=declared_in_xml(file.data))
    if not source.strip():
        raise UnreadableArticleError("is empty", path=file.path)
    return tree_of(source, path=file.path)


def tree_of(source: str, *, path: str) -> Xml:
    """Return the tree of an XML document given as text; raises as xml_tree does."""
    parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
    root = Element("", 0, end=len(source))
    building = _Building(parser, source, source.encode("utf-8"), path, [root], [])
    parser.buffer_text = False
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartElementHandler = building.start
    parser.EndElementHandler = building.end
    parser.CharacterDataHandler = building.text
    parser.CommentHandler = building.comment
    parser.StartCdataSectionHandler = building.cdata
    parser.EndCdataSectionHandler = building.cdata_end
    parser.ProcessingInstructionHandler = lambda *_: building.other("")
    parser.EntityDeclHandler = building.entity
    parser.DefaultHandler = building.other
    try:
        parser.Parse(building.data, True)
    except expat.ExpatError as error:
        reason = f"{expat.errors.messages[error.code]} (line {error.lineno}, column {error.offset + 1})"
        raise UnreadableArticleError(f"is not well-formed XML: {reason}", path=path) from error
    building.close(len(source))
    return Xml(source, next(root.elements()), building.comments)


def _attributes(source: str, start: int, end: int) -> dict[str, Attribute]:
    """Return the attributes of a tag with the places of their values, their names without a namespace."""
    found: dict[str, Attribute] = {}
    name_end = re.compile(r"<[^\s/>]+").match(source, start, end)
    for each in _ATTRIBUTE.finditer(source, name_end.end() if name_end else start, end):
        which = 2 if each[2] is not None else 3
        value = html.unescape(each[which])
        found.setdefault(each[1].rpartition(":")[2], Attribute(value, each.start(which), each.end(which)))
    return found
