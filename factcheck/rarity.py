"""How rare a word is, by a table that is shipped: never by the corpus at hand."""

import math
from functools import cache

from factcheck.lexicon import Lexicon


@cache
def _passages(lexicon: Lexicon) -> dict[str, int]:
    return {row["word"]: int(row["passages"]) for row in lexicon.table("rarity")}


def rarity(word: str, lexicon: Lexicon) -> float:
    """Return how rare a lemma is: the logarithm of the passages there are to those that have it, 0 to about 7."""
    counts = _passages(lexicon)
    return math.log(counts[""] / counts.get(word, 1))


def is_common(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a lemma is among those of the table: those that stand in two of its passages or more."""
    return word in _passages(lexicon)
