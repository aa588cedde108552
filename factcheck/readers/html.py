"""HTML to an Article: the article's own text, title and dates, without the page around it.

The article is looked for by structure: what is marked as the article's body, the <article>, the body that JSON-LD
gives, <main>, or else the element that holds most paragraphs. Only the text that a page shows is read.
trafilatura and readability choose well, but give a text made anew, without places, and another one with each release;
a finding that can't be shown in its source is worth little here. How pages name their parts is data, in pages.yml.
"""

from collections.abc import Iterator, Sequence

from factcheck.domain import Article
from factcheck.errors import UnreadableArticleError
from factcheck.readers.comments import comments_in
from factcheck.readers.decode import declared_in_html, declared_in_xml, decode
from factcheck.readers.facts import Facts, article_of
from factcheck.readers.files import File
from factcheck.readers.htmlfacts import PageFacts, page_facts
from factcheck.readers.htmlstructure import Reading, reading_of, words_of
from factcheck.readers.htmltext import Paragraph, paragraphs
from factcheck.readers.htmltree import Page, html_tree
from factcheck.readers.jsonvalues import Text, block_of
from factcheck.readers.mapped import Block, cut
from factcheck.readers.prose import prose
from factcheck.readers.tree import Attribute, Element, Run, text_of

# An article's element must hold this part of the page's paragraphs, else it is a teaser among others.
_ENOUGH = 0.3
_SITE_MARKS = (" | ", " - ", " – ", " — ", " · ", " :: ", " » ")
_MOST_TITLE = 300


def read_html(file: File) -> Sequence[Article]:
    """Return the article that an HTML page holds; offsets count characters of the decoded page.

    Raises UnreadableArticleError when the page holds no text.
    """
    source = decode(file.data, path=file.path, declared=declared_in_html(file.data) or declared_in_xml(file.data))
    if not source.strip():
        raise UnreadableArticleError("is empty", path=file.path)
    page = html_tree(source)
    words = words_of(file.lexicon)
    reading = reading_of(page.root, source, words)
    body = article_element(page.root, reading)
    facts = page_facts(page.root, body, source, file.lexicon)
    found = list(paragraphs(body, source, reading))
    if facts.body is not None and len(facts.body) > 2 * sum(len(paragraph.block.text) for paragraph in found):
        found = [Paragraph(block) for block in prose(block_of(facts.body, source), file.lexicon)]
    title, rest = _title(page, body, found, facts, source, reading)
    blocks = [*([title] if title else []), *rest]
    if not blocks:
        raise UnreadableArticleError("holds no text", path=file.path, hint="text that scripts write can't be read")
    said = Facts(
        titled=title is not None,
        dates=tuple(facts.dates),
        publisher=facts.publisher,
        language=facts.language,
        comments=comments_in(source, page.comments),
    )
    return (article_of(file, source, blocks, said),)


def article_element(root: Element, reading: Reading) -> Element:
    """Return the element that holds the article."""
    whole = reading.inside.get(root, 0)
    for candidates in (_marked(root), root.descendants("article"), _main(root)):
        best = max(
            (each for each in candidates if reading.shows(each)),
            key=lambda each: (reading.inside.get(each, 0), -each.start),
            default=None,
        )
        if best is not None and (reading.inside.get(best, 0) > _ENOUGH * whole or (not whole and _alone(best))):
            return best
    return _densest(root, reading)


def _marked(root: Element) -> Iterator[Element]:
    return (each for each in root.descendants() if each.get("itemprop").lower() == "articlebody" and each.tag != "meta")


def _main(root: Element) -> Iterator[Element]:
    return (each for each in root.descendants() if each.tag == "main" or each.get("role").lower() == "main")


def _alone(element: Element) -> bool:
    """Tell whether there is text in an element, on a page whose paragraphs are not marked as such."""
    return any(not isinstance(child, Element) for child in element.walk())


def _densest(root: Element, reading: Reading) -> Element:
    """Return the element with most paragraphs directly in it; half of them count for the element around it."""
    scores: dict[Element, float] = {}
    for element, length in reading.direct.items():
        if not reading.shows(element):
            continue
        scores[element] = scores.get(element, 0) + length
        if element.parent is not None:
            scores[element.parent] = scores.get(element.parent, 0) + length / 2
    return max(scores, key=lambda element: (scores[element], -element.start), default=root)


def _title(
    page: Page, body: Element, found: Sequence[Paragraph], facts: PageFacts, source: str, reading: Reading
) -> tuple[Block | None, list[Block]]:
    """Return the title and the paragraphs without it.

    It is the first <h1> of the article, else the last one before it; else what JSON-LD, <meta> or <title> say.
    """
    at = next((at for at, paragraph in enumerate(found) if paragraph.heading == "h1"), None)
    if at is not None:
        before = [paragraph.block for paragraph in found[:at]]
        return found[at].block, [*before, *(paragraph.block for paragraph in found[at + 1 :])]
    rest = [paragraph.block for paragraph in found]
    above = [each for each in page.root.descendants("h1") if each.start < body.start and reading.shows(each)]
    heading = next((each for each in reversed(above) if text_of(each, source)), None)
    if heading is not None:
        return text_of(heading, source), rest
    if facts.headline is not None:
        return _stated_title(facts.headline, source), rest
    return _page_title(page, facts, source), rest


def _stated_title(stated: Attribute | Text, source: str) -> Block | None:
    if isinstance(stated, Text):
        return _trimmed(block_of(stated, source))
    return text_of(Element("", stated.start, children=[Run(stated.start, stated.end)]), source)


def _page_title(page: Page, facts: PageFacts, source: str) -> Block | None:
    """Return the <title> without the site's name behind it."""
    block = text_of(next(page.root.descendants("title"), None), source)
    if block is None:
        return None
    marks = [mark for mark in _SITE_MARKS if mark in block.text]
    for mark in marks:
        name, _, site = block.text.rpartition(mark)
        if mark == " | " or (facts.publisher and site.strip().lower() == facts.publisher.strip().lower()):
            return _trimmed(cut(block, 0, len(name)))
    return block


def _trimmed(block: Block) -> Block | None:
    text = block.text[:_MOST_TITLE]
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return cut(block, start, end) if start < end else None
