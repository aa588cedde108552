"""The map: one file to the claims of its articles; needs nothing but the file, the lexicon and the model.

The language stage is imported when the first article is read: a run that finds all readings in the cache needs none.
"""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from factcheck.config import NO_FIELDS, JsonFields
from factcheck.domain import Article, Location, Mention, Reading, Unread
from factcheck.errors import UnreadableArticleError
from factcheck.extractor import extractor_version
from factcheck.lexicon import Lexicon
from factcheck.readers.discover import Source
from factcheck.readers.files import File
from factcheck.readers.read import articles_in, bytes_of, content_hash, read

if TYPE_CHECKING:
    from factcheck.language.analysis import Analysis

KNOWN_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Extractor:
    """What a file is read with: the lexicon, the language model, the largest file in bytes, the fields of JSON."""

    lexicon: Lexicon
    model: str | None
    max_size: int
    fields: JsonFields = NO_FIELDS

    def version(self) -> str:
        """Return all of this that decides what is read out of an article, as one word."""
        return extractor_version(self.lexicon, self.model, self.fields)

    def readings(self, source: Source) -> tuple[Reading, ...]:
        """Return the readings of a file."""
        try:
            data = bytes_of(source, max_size=self.max_size)
        except UnreadableArticleError as error:
            return self.unread(source, error)
        content = content_hash(data)
        file = File(source.id, source.path, data, self.lexicon, self.max_size, self.fields, source.suffix)
        found = self.understood(source.id, source.path, partial(articles_in, file))
        return tuple(replace(reading, content=content) for reading in found)

    def understood(
        self, article_id: str, path: str, read_articles: Callable[[], Sequence[Article | Unread]]
    ) -> tuple[Reading, ...]:
        """Return what the articles of a file claim; what can't be read or understood is a reading without claims."""
        from factcheck.reading import unreadable

        try:
            return tuple(self._understood(article) for article in read_articles())
        except UnreadableArticleError as error:
            return (unreadable(article_id, path, error),)
        except MemoryError:
            greedy = UnreadableArticleError("can't be read: it needs more memory than there is")
            return (unreadable(article_id, path, greedy),)

    def unread(self, source: Source, error: UnreadableArticleError) -> tuple[Reading, ...]:
        """Return the reading of a file that can't be read."""
        from factcheck.reading import unreadable

        return (unreadable(source.id, source.path, error),)

    def mentions(self, source: Source) -> tuple[tuple[Location, Mention], ...]:
        """Return the mentions of a file's articles with their places, of those that can be read and understood."""
        from factcheck.reading import located

        return tuple(mention for analysis in self._analyses(source) for mention in located(analysis))

    def _analyses(self, source: Source) -> "Iterator[Analysis]":
        """Yield the articles of a file that can be read and understood."""
        try:
            articles = read(source, max_size=self.max_size, lexicon=self.lexicon, fields=self.fields)
        except UnreadableArticleError:
            return
        for article in articles:
            if not isinstance(article, Unread) and self._language(article) == KNOWN_LANGUAGE:
                yield self._analysed(article)

    def _understood(self, article: Article | Unread) -> Reading:
        from factcheck.claims.extract import extract
        from factcheck.reading import not_understood, reading_of, unreadable

        if isinstance(article, Unread):
            return unreadable(article.id, article.path, UnreadableArticleError(article.reason))
        language = self._language(article)
        if language != KNOWN_LANGUAGE:
            return not_understood(article, language)
        analysis = self._analysed(article)
        reading = reading_of(analysis, extract(analysis))
        analysis.close()
        return reading

    def _language(self, article: Article) -> str:
        from factcheck.language.identify import language_of

        return language_of(article.text[article.body :], self.lexicon, stated=article.stated_language)

    def _analysed(self, article: Article) -> "Analysis":
        from factcheck.language.english import pipeline
        from factcheck.language.understand import understand

        return understand(article, pipeline(self.model), self.lexicon)


def let_go() -> None:
    """Give the memory of language models back, if any was loaded; whatever is read after that loads it again."""
    if "factcheck.language.english" in sys.modules:
        from factcheck.language.english import pipeline

        pipeline.cache_clear()
        gc.collect()
