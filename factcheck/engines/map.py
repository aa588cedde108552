"""The map: one file to the claims of its articles; needs nothing but the file, the lexicon and the model.

The language stage is imported when the first article is read: a run that finds all readings in the cache needs none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from factcheck.domain import Article, Location, Mention, Reading
from factcheck.errors import UnreadableArticleError
from factcheck.lexicon import Lexicon
from factcheck.readers.discover import Source
from factcheck.readers.read import articles_in, bytes_of, content_hash

if TYPE_CHECKING:
    from factcheck.language.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Extractor:
    """What a file is read with: the lexicon, the language model, and the largest file in bytes."""

    lexicon: Lexicon
    model: str | None
    max_size: int

    def readings(self, source: Source) -> tuple[Reading, ...]:
        """Return the readings of a file."""
        try:
            data = bytes_of(source, max_size=self.max_size)
        except UnreadableArticleError as error:
            return self.unread(source, error)
        content = content_hash(data)
        found = self.understood(source.id, source.path, partial(articles_in, data, source, self.lexicon))
        return tuple(replace(reading, content=content) for reading in found)

    def understood(
        self, article_id: str, path: str, read_articles: Callable[[], Sequence[Article]]
    ) -> tuple[Reading, ...]:
        """Return what the articles of a file claim; what can't be read or understood is a reading without claims."""
        from factcheck.reading import unreadable

        try:
            return tuple(self._understood(article) for article in read_articles())
        except UnreadableArticleError as error:
            return (unreadable(article_id, path, error),)
        except MemoryError:
            error = UnreadableArticleError("can't be read: it needs more memory than there is")
            return (unreadable(article_id, path, error),)

    def unread(self, source: Source, error: UnreadableArticleError) -> tuple[Reading, ...]:
        """Return the reading of a file that can't be read."""
        from factcheck.reading import unreadable

        return (unreadable(source.id, source.path, error),)

    def mentions(self, source: Source) -> tuple[tuple[Location, Mention], ...]:
        """Return the mentions of a file's articles, with their places; of what can't be read or understood there are none."""
        from factcheck.reading import located

        try:
            articles = articles_in(bytes_of(source, max_size=self.max_size), source, self.lexicon)
        except UnreadableArticleError:
            return ()
        return tuple(
            pair for article in articles if self._language(article) == "en" for pair in located(self._analysed(article))
        )

    def _understood(self, article: Article) -> Reading:
        from factcheck.claims.extract import extract
        from factcheck.reading import not_understood, reading_of

        language = self._language(article)
        if language != "en":
            return not_understood(article, language)
        analysis = self._analysed(article)
        return reading_of(analysis, extract(analysis))

    def _language(self, article: Article) -> str:
        from factcheck.language.identify import language_of

        return language_of(article.text[article.body :], self.lexicon)

    def _analysed(self, article: Article) -> "Analysis":
        from factcheck.language.english import pipeline
        from factcheck.language.understand import understand

        return understand(article, pipeline(self.model), self.lexicon)
