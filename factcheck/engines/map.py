"""The map: one file to the claims of its articles; needs nothing but the file, the lexicon and the model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from factcheck.claims.extract import extract
from factcheck.domain import Article, Reading
from factcheck.errors import UnreadableArticleError
from factcheck.language.english import pipeline as language_pipeline
from factcheck.language.identify import language_of
from factcheck.language.understand import understand
from factcheck.lexicon import Lexicon
from factcheck.readers.discover import Source
from factcheck.readers.read import articles_in, bytes_of, content_hash
from factcheck.reading import not_understood, reading_of, unreadable


@dataclass(frozen=True, slots=True)
class Extractor:
    """What a file is read with: the lexicon, the language model, and the largest file in bytes."""

    lexicon: Lexicon
    model: str | None
    max_size: int

    def readings(self, source: Source, *, unless: Callable[[str], bool] | None = None) -> tuple[Reading, ...] | None:
        """Return the readings of a file; None, without a look into it, where its content's hash says it is known."""
        try:
            data = bytes_of(source, max_size=self.max_size)
        except UnreadableArticleError as error:
            return (unreadable(source.id, source.path, error),)
        content = content_hash(data)
        if unless is not None and unless(content):
            return None
        found = self.understood(source.id, source.path, partial(articles_in, data, source, self.lexicon))
        return tuple(replace(reading, content=content) for reading in found)

    def understood(
        self, article_id: str, path: str, read_articles: Callable[[], Sequence[Article]]
    ) -> tuple[Reading, ...]:
        """Return what the articles of a file claim; what can't be read or understood is a reading without claims."""
        try:
            articles = read_articles()
        except UnreadableArticleError as error:
            return (unreadable(article_id, path, error),)
        return tuple(self._understood(article) for article in articles)

    def _understood(self, article: Article) -> Reading:
        language = language_of(article.text[article.body :], self.lexicon)
        if language != "en":
            return not_understood(article, language)
        analysis = understand(article, language_pipeline(self.model), self.lexicon)
        return reading_of(analysis, extract(analysis))
