"""How rare a word is, by a table that is shipped: never by the corpus at hand."""

import math
from collections.abc import Iterable
from functools import cache

from factcheck.lexicon import Lexicon


@cache
def _rarities(lexicon: Lexicon) -> dict[str, float]:
    """Return the rarity of each word of the table; that of the empty word is any other's."""
    counts = {row["word"]: int(row["passages"]) for row in lexicon.table("rarity")}
    total = counts.pop("")
    return {"": math.log(total)} | {word: math.log(total / count) for word, count in counts.items()}


def rarity(word: str, lexicon: Lexicon) -> float:
    """Return how rare a lemma is: the logarithm of the passages there are to those that have it, 0 to about 7."""
    table = _rarities(lexicon)
    return table.get(word, table[""])


def weight(words: Iterable[str], lexicon: Lexicon) -> float:
    """Return the sum of the rarities of some words, exact and so the same in any order."""
    table = _rarities(lexicon)
    rare = table[""]
    return math.fsum([table.get(word, rare) for word in words])


def is_common(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a lemma is among those of the table: those that stand in two of its passages or more."""
    return word in _rarities(lexicon)
