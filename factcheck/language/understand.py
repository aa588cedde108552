"""The language stage on one page: an article to its sentences and mentions."""

from spacy.language import Language

from factcheck.domain import Article
from factcheck.language.analysis import Analysis
from factcheck.language.english import analyse
from factcheck.language.names import name_mentions
from factcheck.language.needs import needs_parse
from factcheck.language.offices import office_mentions
from factcheck.language.quantities import quantity_mentions
from factcheck.language.quotes import quote_mentions
from factcheck.language.times import TimeSpan, recognise, time_mentions
from factcheck.language.tokens import Doc
from factcheck.lexicon import Lexicon


def understand(article: Article, nlp: Language, lexicon: Lexicon) -> Analysis:
    """Return an article's sentences, and its times, quantities, names, offices and quotations, sorted by place.

    Only sentences that may make a claim which the parse decides are parsed.
    """
    spans: list[list[TimeSpan]] = []

    def may_claim(doc: Doc) -> bool:
        spans.append(recognise(doc, lexicon))
        return bool(spans[-1]) or needs_parse(doc, lexicon)

    sentences = analyse(article, nlp, lexicon, may_claim)
    times = time_mentions(article, sentences, lexicon, spans)
    quantities = quantity_mentions(article, sentences, times, lexicon)
    names = name_mentions(article, sentences, lexicon)
    offices = office_mentions(article, sentences, names, lexicon)
    quotes = quote_mentions(article, sentences, names, lexicon)
    mentions = sorted(
        (*times, *quantities, *names, *offices, *quotes), key=lambda mention: (mention.start, mention.end, mention.kind)
    )
    return Analysis(article, tuple(sentences), tuple(mentions), lexicon)
