"""Word documents (.docx, ISO/IEC 29500) to an Article.

A document has no characters that a person could count: it is a ZIP archive of XML. Its decoded source is therefore the
text of its paragraphs, a line for each, so that line 12 is the twelfth paragraph. python-docx would bring lxml along to
read the same few elements, and unpacks whatever it is given; here nothing larger than the size limit is unpacked.
"""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO

from factcheck.domain import Article
from factcheck.errors import UnreadableArticleError
from factcheck.readers.decode import decode
from factcheck.readers.facts import Facts, article_of
from factcheck.readers.files import File
from factcheck.readers.mapped import Block, verbatim
from factcheck.readers.tree import Element, raw_text, text_of
from factcheck.readers.xmltree import tree_of

_TEXT, _PROPERTIES = "word/document.xml", "docProps/core.xml"
# Deleted text, field codes, text boxes (which stand twice, for old programs too), tables, pictures, and properties,
# whose tab stops are no tabs.
_LEFT_OUT = frozenset(
    ("del", "moveFrom", "instrText", "tbl", "txbxContent", "AlternateContent", "pict", "drawing", "pPr", "rPr")
)
_SIGNS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_TITLES = frozenset(("Title", "Heading1"))


def read_docx(file: File) -> Sequence[Article]:
    """Return the article that a Word document holds; its first paragraph in the style Title or Heading 1 is the title.

    The document's own properties tell when the file was made and not when the article was published: they date nothing.
    Raises UnreadableArticleError for a damaged archive, one that unpacks to more than the size limit, and no text.
    """
    archive = _archive(file)
    source = _member(archive, _TEXT, file)
    if source is None:
        raise UnreadableArticleError("is a ZIP archive, but no Word document", path=file.path)
    paragraphs = [*_paragraphs(tree_of(source, path=file.path).root)]
    lines = [_words(paragraph, source) for paragraph in paragraphs]
    decoded = "\n".join(lines)
    first = next((each for each, line in zip(paragraphs, lines, strict=True) if line.strip()), None)
    style = first.first("pPr", "pStyle") if first else None
    facts = Facts(titled=style is not None and style.get("val") in _TITLES, language=_language(archive, file))
    return (article_of(file, decoded, list(_blocks(decoded)), facts),)


def _archive(file: File) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(file.data))
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise UnreadableArticleError(f"is no Word document: {_reason(error)}", path=file.path) from error


def _member(archive: zipfile.ZipFile, name: str, file: File) -> str | None:
    """Return the text of a member, None when the archive has no such; never unpacks more than the size limit."""
    if name not in archive.NameToInfo:
        return None
    try:
        with archive.open(name) as stream:
            data = stream.read(file.max_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableArticleError(f"is a damaged Word document: {_reason(error)}", path=file.path) from error
    if len(data) > file.max_size:
        hint = "raise --max-size to read it"
        raise UnreadableArticleError("unpacks to more than the size limit", path=file.path, hint=hint)
    return decode(data, path=file.path)


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__


def _language(archive: zipfile.ZipFile, file: File) -> str | None:
    """Return the language that the document's properties name."""
    source = _member(archive, _PROPERTIES, file)
    if source is None:
        return None
    block = text_of(tree_of(source, path=file.path).root.first("language"), source)
    return block.text if block else None


def _paragraphs(root: Element) -> Iterator[Element]:
    """Yield the paragraphs of the text, those of lists and content controls among them."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag == "p":
            yield element
        else:
            inside = [child for child in element.elements() if child.tag not in _LEFT_OUT]
            waiting += reversed(inside)


def _words(paragraph: Element, source: str) -> str:
    """Return the words of a paragraph as they are shown, on one line; hidden and deleted text is none."""
    words: list[str] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        if element.tag == "t":
            block = raw_text(element, source)
            words.append(block.text if block else "")
        elif element.tag in _SIGNS:
            words.append(_SIGNS[element.tag])
        elif element.tag != "r" or not _hidden(element):
            waiting += reversed([child for child in element.elements() if child.tag not in _LEFT_OUT])
    return " ".join("".join(words).replace("\u00ad", "").splitlines())


def _hidden(run: Element) -> bool:
    hidden = run.first("rPr", "vanish")
    return hidden is not None and hidden.get("val") not in {"0", "false", "off"}


def _blocks(decoded: str) -> Iterator[Block]:
    """Yield the lines that have words."""
    at = 0
    for line in decoded.split("\n"):
        if line.strip():
            yield verbatim(decoded, at + len(line) - len(line.lstrip()), at + len(line.rstrip()))
        at += len(line) + 1
