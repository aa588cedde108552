"""A text inside another format, as paragraphs: plain, or a piece of HTML."""

import re

from factcheck.lexicon import Lexicon
from factcheck.readers.htmlstructure import reading_of, words_of
from factcheck.readers.htmltext import paragraphs
from factcheck.readers.htmltree import html_tree
from factcheck.readers.mapped import Block, cut, through
from factcheck.readers.tree import Element, Run, raw_text

_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|u|h[1-6]|ul|ol|li|blockquote|img|figure|section|article|table|sup|sub)(?=[\s/>])",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,6});", re.IGNORECASE)
# "... [+1234 chars]" stands at the end of what a news API gives of a longer text.
_TRUNCATED = re.compile(r"\s{0,9}(?:…|\.\.\.)?\s{0,9}\[\+\d{1,9} chars\]\s{0,9}\Z")


def prose(block: Block, lexicon: Lexicon) -> list[Block]:
    """Return the paragraphs of a text that may be plain or HTML, each with its place in the source.

    Plain text stays one block with the line breaks it has; references in it ("&amp;") are resolved, as they are left
    over where markup was taken away. What a news API says of a cut text is left out.
    """
    if _TAG.search(block.text):
        return markup(block, lexicon)
    if _REFERENCE.search(block.text):
        inner = raw_text(Element("", 0, children=[Run(0, len(block.text))]), block.text)
        block = through(inner, block.segments) if inner else block
    ending = _TRUNCATED.search(block.text, max(0, len(block.text) - 60))
    text = block.text[: ending.start()] if ending else block.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return [cut(block, start, end)] if start < end else []


def markup(block: Block, lexicon: Lexicon) -> list[Block]:
    """Return the paragraphs of a text that is HTML."""
    root = html_tree(block.text).root
    reading = reading_of(root, block.text, words_of(lexicon))
    return [through(paragraph.block, block.segments) for paragraph in paragraphs(root, block.text, reading)]
