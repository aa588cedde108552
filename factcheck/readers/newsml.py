"""NewsML-G2: IPTC's news items, alone or in a message of many, with their text in NITF, XHTML or plain."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.domain import Basis
from factcheck.readers.files import File
from factcheck.readers.mapped import Block
from factcheck.readers.nitf import nitf_item
from factcheck.readers.tree import Element
from factcheck.readers.xmlitems import Item, date_in, escaped_text, marked_text, title_of, words_in
from factcheck.readers.xmltree import Xml

_TEXT_CLASSES = ("text", "composite")


def news_items(document: Xml, file: File) -> Sequence[Item]:
    """Return the items of text in a document, each known by its guid; pictures and other media are no articles."""
    if document.root.tag == "newsItem":
        return (_item(document.root, document, file),)
    every = (item for message in document.root.elements("itemSet") for item in message.elements("newsItem"))
    return [replace(_item(item, document, file), listed=True) for item in every if _is_text(item)]


def _is_text(item: Element) -> bool:
    """Tell whether an item is said to be a text, or is not said to be anything."""
    kind = item.first("itemMeta", "itemClass")
    return kind is None or kind.get("qcode").rpartition(":")[2] in ("", *_TEXT_CLASSES)


def _item(item: Element, document: Xml, file: File) -> Item:
    source, lexicon = document.source, file.lexicon
    meta, content = item.first("itemMeta"), item.first("contentMeta")
    nitf = next(item.descendants("nitf"), None)
    inner = nitf_item(nitf, document, file) if nitf is not None else None
    title = title_of(content.first("headline") if content else None, source, lexicon) or (
        inner.title if inner else None
    )
    text = list(inner.text) if inner else _text(item, document, file)
    if title and text and text[0].text == title.text:
        text = text[1:]
    language = content.first("language") if content else None
    first = (meta.first("firstCreated") if meta else None) or (content.first("contentCreated") if content else None)
    return Item(
        item,
        title=title,
        text=text,
        dates=(
            *date_in(first, Basis.METADATA, source),
            *date_in(meta.first("versionCreated") if meta else None, Basis.UPDATED, source),
            *(inner.dates if inner else ()),
        ),
        publisher=_publisher(item, source) or (inner.publisher if inner else None),
        language=(language.get("tag") if language else None) or item.get("lang") or None,
        name=item.get("guid") or None,
    )


def _text(item: Element, document: Xml, file: File) -> list[Block]:
    """Return the text of the first rendition that has one."""
    for content in item.descendants("inlineXML", "inlineData"):
        kind = content.get("contenttype").lower()
        if content.tag == "inlineXML":
            body = next(content.descendants("body"), content)
            text = marked_text(body, document.source, file.lexicon)
        else:
            text = escaped_text(content, document.source, file.lexicon, is_markup="html" in kind)
        if text:
            return text
    return []


def _publisher(item: Element, source: str) -> str | None:
    """Return the name of an item's information source, else of its provider, else of who holds the rights."""
    for path in (("contentMeta", "infosource"), ("itemMeta", "provider"), ("rightsInfo", "copyrightHolder")):
        found = item.first(*path)
        if found is not None:
            name = (
                words_in(found.first("name"), source) or found.get("literal") or found.get("qcode").rpartition(":")[2]
            )
            if name:
                return name
    return None
