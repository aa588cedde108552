"""Fixtures that every test may use."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language

from factcheck.language.english import pipeline
from factcheck.lexicon import Lexicon

sys.path.insert(0, str(Path(__file__).parent))

settings.register_profile("without_a_clock", deadline=None)
settings.load_profile("without_a_clock")


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the user's own cache out of the tests, and the tests out of it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("FACTCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


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


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Return a function that runs git in a folder of its own, with no settings of the machine or its user."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Desk")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "desk@news.example")
        monkeypatch.setenv(f"GIT_{role}_DATE", "2025-03-08T12:00:00Z")

    def call(*arguments: str | bytes, folder: Path = tmp_path) -> str:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True)
        return done.stdout.decode("utf-8", "surrogateescape").strip()

    return call
