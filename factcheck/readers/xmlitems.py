"""The articles in an XML document, from the parts that its vocabulary names."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.domain import Article, Basis, Unread
from factcheck.errors import UnreadableArticleError
from factcheck.lexicon import Lexicon
from factcheck.readers.comments import comments_in
from factcheck.readers.facts import Facts, Stated, article_of
from factcheck.readers.files import File
from factcheck.readers.htmlstructure import reading_of, words_of
from factcheck.readers.htmltext import paragraphs
from factcheck.readers.lines import line_starts
from factcheck.readers.mapped import Block
from factcheck.readers.members import Names
from factcheck.readers.prose import markup, prose
from factcheck.readers.tree import Element, raw_text, text_of
from factcheck.readers.xmltree import Xml


@dataclass(frozen=True, slots=True)
class Item:
    """An article of an XML document: its element, title, text, and what is stated beside it.

    `listed` says that it is one of many; `name` is its own id.
    """

    element: Element
    title: Block | None
    text: Sequence[Block]
    dates: tuple[Stated, ...] = ()
    publisher: str | None = None
    language: str | None = None
    name: str | None = None
    listed: bool = False


def articles_of(document: Xml, items: Sequence[Item], file: File) -> Sequence[Article | Unread]:
    """Return the articles of a document's items; an item without text loses only itself.

    Raises UnreadableArticleError when there are no items.
    """
    if not items:
        raise UnreadableArticleError("holds no article", path=file.path)
    starts, names = line_starts(document.source), Names()
    articles: list[Article | Unread] = []
    for item in items:
        member = names.name(item.name) if item.listed else None
        inside = _inside(item.element, document.comments)
        facts = Facts(
            titled=item.title is not None,
            dates=item.dates,
            publisher=item.publisher,
            language=item.language,
            comments=comments_in(document.source, inside),
        )
        blocks = [*([item.title] if item.title else []), *item.text]
        try:
            articles.append(article_of(file, document.source, blocks, facts, member=member, starts=starts))
        except UnreadableArticleError as error:
            if member is None:
                raise
            articles.append(Unread(f"{file.id}#{member}", file.path, error.message))
    return tuple(articles)


def _inside(element: Element, spans: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Return the spans, sorted as they are, that begin inside an element."""
    first, last = (bisect_left(spans, at, key=lambda span: span[0]) for at in (element.start, element.end))
    return spans[first:last]


def title_of(element: Element | None, source: str, lexicon: Lexicon) -> Block | None:
    """Return a title, which may be plain or HTML with its markup escaped."""
    block = text_of(element, source)
    return next(iter(prose(block, lexicon)), None) if block else None


def escaped_text(element: Element | None, source: str, lexicon: Lexicon, *, is_markup: bool = False) -> list[Block]:
    """Return the paragraphs of a text that is plain, or HTML with its markup escaped or in CDATA."""
    block = raw_text(element, source) if element is not None else None
    if block is None:
        return []
    return markup(block, lexicon) if is_markup else prose(block, lexicon)


def marked_text(element: Element | None, source: str, lexicon: Lexicon) -> list[Block]:
    """Return the paragraphs of a text whose markup is part of the document."""
    if element is None:
        return []
    reading = reading_of(element, source, words_of(lexicon))
    return [paragraph.block for paragraph in paragraphs(element, source, reading)]


def date_in(element: Element | None, basis: Basis, source: str) -> tuple[Stated, ...]:
    """Return the date that an element's text is."""
    block = text_of(element, source)
    return (Stated(basis, block.text, *block.span),) if block else ()


def date_at(element: Element | None, name: str, basis: Basis) -> tuple[Stated, ...]:
    """Return the date that an element's attribute is."""
    found = element.attributes.get(name) if element is not None else None
    return (Stated(basis, found.value, found.start, found.end),) if found else ()


def words_in(element: Element | None, source: str) -> str | None:
    """Return an element's text on one line."""
    block = text_of(element, source)
    return block.text if block else None
