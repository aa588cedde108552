"""What an article is about: its most telling words, weighted by how rare they are and where they stand."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from factcheck.domain import Article
from factcheck.language.english import Sentence
from factcheck.language.tokens import Token
from factcheck.lexicon import Lexicon
from factcheck.rarity import rarity

_MOST = 60
_TITLE, _LEAD, _NAME = 3.0, 2.0, 1.3
_LEAD_SENTENCES = 2
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})


def is_content(token: Token) -> bool:
    """Tell whether a token is a noun, verb, adjective or name of more than one letter."""
    return token.pos_ in _CONTENT and token.text[0].isalpha() and len(token) > 1


def profile_of(article: Article, sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[tuple[str, float], ...]:
    """Return an article's 60 most telling lemmas with their weights, a vector of length 1, in alphabetical order.

    A word weighs its rarity times one plus the logarithm of its weighted count: in the title it counts three times,
    in the first two sentences twice; names weigh a third more.
    """
    counts: defaultdict[str, float] = defaultdict(float)
    names: set[str] = set()
    body = 0
    for sentence in sentences:
        titled = article.title is not None and article.title[0] <= sentence.start < article.title[1]
        body += not titled
        worth = _TITLE if titled else _LEAD if body <= _LEAD_SENTENCES else 1.0
        for token in sentence.doc:
            if token.pos_ == "PROPN":
                names.add(token.lemma_.lower())
            if is_content(token):
                counts[token.lemma_.lower()] += worth
    weights = {
        lemma: (1 + math.log(count)) * rarity(lemma, lexicon) * (_NAME if lemma in names else 1.0)
        for lemma, count in counts.items()
    }
    return _unit(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_MOST])


def _unit(weights: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    found = sorted(weights)
    length = math.sqrt(sum(weight * weight for _, weight in found))
    return tuple((lemma, round(weight / length, 4)) for lemma, weight in found) if length else ()
