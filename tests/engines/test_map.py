"""What reading an article leaves behind in memory."""

import gc
from pathlib import Path

from factcheck.engines.map import Extractor
from factcheck.language import capitals, syntax
from factcheck.language.tokens import Token
from factcheck.lexicon import Lexicon
from factcheck.readers.discover import discover

REMEMBERED = (syntax.predicate, syntax.is_predicate, syntax.verb_group, capitals.phrase_size)
ARTICLE = "Lima, March 4, 2025 - The council met on Monday and approved 12 of the 15 plans, Mayor Ana Lima said.\n"


def tokens() -> int:
    for remembered in REMEMBERED:
        remembered.cache_clear()
    return sum(isinstance(found, Token) for found in gc.get_objects())


def test_an_articles_tokens_are_freed_with_it_and_not_when_cycles_are_looked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (source,) = discover([tmp_path], max_size=1000).sources
    extractor = Extractor(Lexicon(), None, 1000)
    extractor.readings(source)
    gc.collect()
    gc.disable()
    try:
        before = tokens()
        (reading,) = extractor.readings(source)
        assert reading.claims
        assert tokens() == before
    finally:
        gc.enable()
