"""The language stage on one page: an article to its sentences and mentions."""

from spacy.language import Language

from factcheck.domain import Article
from factcheck.language.analysis import Analysis
from factcheck.language.english import analyse
from factcheck.language.names import name_mentions
from factcheck.language.offices import office_mentions
from factcheck.language.quantities import quantity_mentions
from factcheck.language.quotes import quote_mentions
from factcheck.language.times import time_mentions
from factcheck.lexicon import Lexicon


def understand(article: Article, nlp: Language, lexicon: Lexicon) -> Analysis:
    """Parse an article and find its times, quantities, names, offices and quotations, sorted by place."""
    sentences = analyse(article, nlp, lexicon)
    times = time_mentions(article, sentences, lexicon)
    quantities = quantity_mentions(article, sentences, times, lexicon)
    names = name_mentions(article, sentences, lexicon)
    offices = office_mentions(article, sentences, names, lexicon)
    quotes = quote_mentions(article, sentences, names, lexicon)
    mentions = sorted(
        (*times, *quantities, *names, *offices, *quotes), key=lambda mention: (mention.start, mention.end, mention.kind)
    )
    return Analysis(article, tuple(sentences), tuple(mentions), lexicon)
