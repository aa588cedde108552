"""Fixtures that every test may use."""

from collections.abc import Callable

import pytest
from hypothesis import settings
from spacy.language import Language

from factcheck.language.english import pipeline
from factcheck.lexicon import Lexicon

settings.register_profile("without_a_clock", deadline=None)
settings.load_profile("without_a_clock")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon()


@pytest.fixture(scope="session")
def nlp() -> Language:
    return pipeline()


@pytest.fixture(scope="session")
def analysed(nlp: Language, lexicon: Lexicon) -> Callable[..., object]:
    """Return a function from an article's text to its Analysis, as the whole language stage gives it."""
    from factcheck.language.understand import understand
    from factcheck.readers.plain import read_plain

    def analyse_text(text: str, path: str = "article.txt") -> object:
        return understand(read_plain(text.encode(), article_id=path, path=path, lexicon=lexicon), nlp, lexicon)

    return analyse_text
