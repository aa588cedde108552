"""NITF: IPTC's News Industry Text Format (3.x); a document is one article."""

from collections.abc import Sequence

from factcheck.domain import Basis
from factcheck.readers.files import File
from factcheck.readers.tree import Element
from factcheck.readers.xmlitems import Item, date_at, marked_text, title_of, words_in
from factcheck.readers.xmltree import Xml


def nitf_items(document: Xml, file: File) -> Sequence[Item]:
    """Return the article of a NITF document.

    Its date is that of publication, else of release, else of issue; a dateline's date counts as one.
    """
    return (nitf_item(document.root, document, file),)


def nitf_item(nitf: Element, document: Xml, file: File) -> Item:
    """Return the article of a <nitf> element."""
    source, lexicon = document.source, file.lexicon
    data, head = nitf.first("head", "docdata"), nitf.first("body", "body.head")
    published = [
        *date_at(nitf.first("head", "pubdata"), "date.publication", Basis.METADATA),
        *(date_at(data.first("date.release"), "norm", Basis.METADATA) if data else ()),
        *(date_at(data.first("date.issue"), "norm", Basis.METADATA) if data else ()),
    ]
    dateline = date_at(head.first("dateline", "story.date"), "norm", Basis.DATELINE) if head else ()
    headline = (head.first("hedline", "hl1") or head.first("headline", "hl1")) if head else None
    pubdata = nitf.first("head", "pubdata")
    return Item(
        nitf,
        title=title_of(headline, source, lexicon) or title_of(nitf.first("head", "title"), source, lexicon),
        text=marked_text(nitf.first("body", "body.content"), source, lexicon),
        dates=(*published[:1], *dateline),
        publisher=words_in(head.first("distributor"), source) or (pubdata.get("name") if pubdata else None)
        if head
        else None,
        language=nitf.get("lang") or None,
    )
