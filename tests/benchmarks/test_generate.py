"""Generated text for benchmarks: the same seed gives the same text, and as many words as asked for."""

import importlib.util
from pathlib import Path

_PATH = Path(__file__).parents[2] / "benchmarks" / "generate.py"
_SPEC = importlib.util.spec_from_file_location("benchmarks_generate", _PATH)
assert _SPEC is not None
assert _SPEC.loader is not None
generate = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(generate)


def test_generated_articles_are_the_same_each_time() -> None:
    assert generate.articles(3) == generate.articles(3)
    assert len(set(generate.articles(3))) == 3


def test_generated_articles_hold_the_words_asked_for() -> None:
    assert all(400 <= len(text.split()) < 450 for text in generate.articles(5, words=400))
