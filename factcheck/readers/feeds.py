"""RSS (0.9x, 1.0 and 2.0) and Atom (RFC 4287) files: an article for each item or entry.

feedparser reads feeds that are no XML, too, but gives no places; here a feed that is no XML is said to be so.
"""

from collections.abc import Sequence

from factcheck.domain import Basis
from factcheck.lexicon import Lexicon
from factcheck.readers.files import File
from factcheck.readers.mapped import Block
from factcheck.readers.tree import Element
from factcheck.readers.xmlitems import Item, date_in, escaped_text, marked_text, title_of, words_in
from factcheck.readers.xmltree import Xml


def rss_items(document: Xml, file: File) -> Sequence[Item]:
    """Return the items of an RSS feed, each known by its guid, else its link."""
    root, source, lexicon = document.root, document.source, file.lexicon
    channel = root.first("channel")
    inside = [*(channel.elements("item") if channel else ()), *root.elements("item")]
    publisher = words_in(channel.first("title"), source) if channel else None
    language = channel.first("language") if channel else None
    return [
        Item(
            item,
            title=title_of(item.first("title"), source, lexicon),
            text=_rss_text(item, source, lexicon),
            dates=(
                *date_in(item.first("pubDate") or item.first("date"), Basis.METADATA, source),
                *date_in(item.first("modified"), Basis.UPDATED, source),
            ),
            publisher=words_in(item.first("source"), source) or words_in(item.first("publisher"), source) or publisher,
            language=words_in(item.first("language") or language, source),
            name=words_in(item.first("guid"), source) or words_in(item.first("link"), source),
            listed=True,
        )
        for item in inside
    ]


def _rss_text(item: Element, source: str, lexicon: Lexicon) -> list[Block]:
    """Return the whole text where the feed has it, else the description."""
    whole = escaped_text(item.first("encoded"), source, lexicon, is_markup=True)
    return whole or escaped_text(item.first("description"), source, lexicon)


def atom_entries(document: Xml, file: File) -> Sequence[Item]:
    """Return the entries of an Atom feed, each known by its id."""
    root, source, lexicon = document.root, document.source, file.lexicon
    publisher = words_in(root.first("title"), source)
    return [
        Item(
            entry,
            title=title_of(entry.first("title"), source, lexicon),
            text=_atom_text(entry.first("content"), source, lexicon)
            or _atom_text(entry.first("summary"), source, lexicon),
            dates=(
                *date_in(entry.first("published") or entry.first("issued"), Basis.METADATA, source),
                *date_in(entry.first("updated"), Basis.UPDATED, source),
            ),
            publisher=words_in(entry.first("source", "title"), source) or publisher,
            language=entry.get("lang") or root.get("lang") or None,
            name=words_in(entry.first("id"), source),
            listed=True,
        )
        for entry in root.elements("entry")
    ]


def _atom_text(element: Element | None, source: str, lexicon: Lexicon) -> list[Block]:
    """Return a text construct: XHTML has its markup in the feed, HTML has it escaped, text has none."""
    if element is None:
        return []
    kind = element.get("type").lower()
    if kind in {"xhtml", "application/xhtml+xml"}:
        return marked_text(element, source, lexicon)
    return escaped_text(element, source, lexicon, is_markup=kind in {"html", "text/html"})
