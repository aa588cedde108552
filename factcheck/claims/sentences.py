"""Sentences as claims: what a second report repeats nearly word for word."""

from collections.abc import Iterator

from factcheck.claims.build import make_claim
from factcheck.claims.quotes import words_of
from factcheck.domain import Claim, Kind, MentionKind, Quote
from factcheck.language.analysis import Analysis

FEWEST_WORDS = 8
MOST_WORDS = 80


def sentence_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield a claim for each sentence of 8 to 80 words outside quotations; those are claims of their own.

    Its words stand in the place's text in this order. They have no keys: sentences are held against those of reports
    of the same event alone.
    """
    text = analysis.article.text
    for index, sentence in enumerate(analysis.sentences):
        words = tuple(words_of(text[sentence.start : sentence.end]))
        if FEWEST_WORDS <= len(words) <= MOST_WORDS and not _is_quoted(analysis, index):
            yield make_claim(analysis, Kind.SENTENCE, "sentence", sentence.start, sentence.end, index, words=words)


def _is_quoted(analysis: Analysis, index: int) -> bool:
    """Tell whether most of a sentence is somebody's own words."""
    sentence = analysis.sentences[index]
    quoted = 0
    for mention in analysis.of_kind(MentionKind.QUOTE):
        if isinstance(mention.detail, Quote) and mention.start < sentence.end and sentence.start < mention.end:
            quoted += sum(
                max(0, min(end, sentence.end) - max(start, sentence.start)) for start, end in mention.detail.parts
            )
    return 2 * quoted > sentence.end - sentence.start
