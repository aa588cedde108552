"""XML to Articles, by its root: RSS, Atom, NITF, NewsML-G2, or a page in XHTML."""

from collections.abc import Callable, Mapping, Sequence

from factcheck.domain import Article, Unread
from factcheck.errors import UnreadableArticleError
from factcheck.readers.feeds import atom_entries, rss_items
from factcheck.readers.files import File
from factcheck.readers.html import read_html
from factcheck.readers.newsml import news_items
from factcheck.readers.nitf import nitf_items
from factcheck.readers.xmlitems import Item, articles_of
from factcheck.readers.xmltree import Xml, xml_tree

_READERS: Mapping[str, Callable[[Xml, File], Sequence[Item]]] = {
    "rss": rss_items,
    "RDF": rss_items,
    "http://www.w3.org/1999/02/22-rdf-syntax-ns# RDF": rss_items,
    "feed": atom_entries,
    "nitf": nitf_items,
    "newsItem": news_items,
    "newsMessage": news_items,
}
ROOTS = ("rss", "RDF", "feed", "nitf", "newsItem", "newsMessage", "html")


def read_xml(file: File) -> Sequence[Article | Unread]:
    """Return the articles of an XML file; offsets count characters of the decoded file.

    Raises UnreadableArticleError for what is not well-formed, declares entities, or is no news.
    """
    document = xml_tree(file)
    if document.root.tag == "html":
        return read_html(file)
    reader = _READERS.get(document.root.tag)
    if reader is None:
        hint = f"the roots known are {', '.join(ROOTS)}"
        raise UnreadableArticleError(f"is XML but no news: <{document.root.tag[:60]}>", path=file.path, hint=hint)
    return articles_of(document, reader(document, file), file)
