"""Plain text to an Article."""

from dataclasses import replace

from factcheck.domain import Article
from factcheck.errors import UnreadableArticleError
from factcheck.lexicon import Lexicon
from factcheck.readers.decode import decode
from factcheck.readers.head import read_head
from factcheck.readers.lines import line_starts
from factcheck.readers.publication import publication, stated_dates


def read_plain(data: bytes, *, article_id: str, path: str, lexicon: Lexicon) -> Article:
    """Return the article that a plain-text file holds; all offsets count characters of the decoded text.

    Raises UnreadableArticleError when the file is empty or no text.
    """
    text = decode(data, path=path)
    if not text.strip():
        raise UnreadableArticleError("is empty", path=path)
    head = read_head(text, lexicon)
    article = Article(
        id=article_id,
        path=path,
        text=text,
        title=head.title,
        body=head.body,
        source=head.source,
        line_starts=line_starts(text),
    )
    stated = stated_dates(article, head.dates)
    return replace(article, stated=stated, published=publication(stated))
