"""Quotations to claims, a quoted sentence each, with keys under which altered and reworded copies meet."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations, pairwise

from factcheck.claims.build import make_claim
from factcheck.domain import Claim, Kind, Mention, MentionKind, Name, NameKind, Operand, Quote
from factcheck.language.analysis import Analysis
from factcheck.language.sentences import sentences
from factcheck.lexicon import Lexicon

FEWEST_WORDS = 4
MOST_WORDS = 150
_WORD = re.compile(
    r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])|\d+(?:[.,]\d+)*(?:[^\W\d_]+)?|[^\W_]+(?:['’‘][^\W_]+)*"
)
_CAPITAL = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W\d_]{3,}")
_FOLDED = str.maketrans({"’": "'", "‘": "'"})
_STOPS = tuple(".!?…")
_STEM = 6
_PAIRED = 4
_NEIGHBOURS = 2
_SPOKEN = 4

Pieces = list[tuple[int, int]]


def quote_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield a claim for each quoted sentence of at least four words; its words stand in the place's text in this order.

    A sentence broken by attribution has its pieces as operands in the role "part". The scope has "named" where the
    sentence names the speaker and nobody else, "parallel" where another quoted sentence differs from it in one word,
    and the capitalised words that the article uses elsewhere too.
    """
    starts = [sentence.start for sentence in analysis.sentences]
    named = Counter(_CAPITAL.findall(analysis.article.text))
    said = list(_said(analysis))
    parallel = _parallel(words for _, _, words in said)
    for mention, pieces, words in said:
        quote = mention.detail
        assert isinstance(quote, Quote)
        start, end = pieces[0][0], pieces[-1][1]
        yield make_claim(
            analysis,
            Kind.QUOTE,
            "quotation",
            start,
            end,
            bisect_right(starts, start) - 1,
            subjects=(quote.speaker,) if quote.speaker else (),
            speaker=quote.speaker,
            words=words,
            scope=(
                *_elsewhere(analysis.article.text[start:end], named),
                *(["named"] if _names_its_speaker(analysis, mention, quote) else []),
                *(["parallel"] if words in parallel else []),
            ),
            keys=_keys(_stems(analysis, pieces, starts), words, quote.speaker),
            operands=_parts(analysis, pieces, starts),
        )


def _said(analysis: Analysis) -> Iterator[tuple[Mention, Pieces, tuple[str, ...]]]:
    """Yield each quoted sentence of the length of a claim: its mention, its pieces and its words."""
    for mention in analysis.of_kind(MentionKind.QUOTE):
        quote = mention.detail
        assert isinstance(quote, Quote)
        for pieces in _quoted_sentences(analysis, quote):
            words = tuple(word for start, end in pieces for word in words_of(analysis.article.text[start:end]))
            if FEWEST_WORDS <= len(words) <= MOST_WORDS:
                yield mention, pieces, words


def _parallel(said: Iterable[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    """Return the sentences of which an article has two that differ in one word: "We will win", "We can win"."""
    halves: dict[tuple[int, bool, tuple[str, ...]], list[tuple[str, ...]]] = {}
    for words in dict.fromkeys(said):
        middle = len(words) // 2
        for first, half in ((True, words[:middle]), (False, words[middle:])):  # one of them is the same in both
            halves.setdefault((len(words), first, half), []).append(words)
    but_one: dict[tuple[int, tuple[str, ...]], list[tuple[str, ...]]] = {}
    for words in {words for alike in halves.values() if len(alike) > 1 for words in alike}:
        for at in range(len(words)):
            but_one.setdefault((at, (*words[:at], *words[at + 1 :])), []).append(words)
    return frozenset(words for alike in but_one.values() if len(alike) > 1 for words in alike)


def _names_its_speaker(analysis: Analysis, mention: Mention, quote: Quote) -> bool:
    """Tell whether the speaker is the only person named in the sentences of a quotation, outside of its words."""
    last = bisect_right([sentence.start for sentence in analysis.sentences], mention.end - 1) - 1
    named = {
        name.value
        for index in range(mention.sentence, last + 1)
        for name in analysis.of_kind(MentionKind.NAME, sentence=index)
        if isinstance(name.detail, Name) and name.detail.kind is NameKind.PERSON
        if not any(start <= name.start < end for start, end in quote.parts)
    }
    return named == {quote.speaker}


def _elsewhere(text: str, named: Counter[str]) -> tuple[str, ...]:
    """Return the capitalised words of a quotation that its article uses outside it too, as "elsewhere:name"."""
    here = Counter(_CAPITAL.findall(text))
    return tuple(sorted({f"elsewhere:{word.lower()}" for word, count in here.items() if named[word] > count}))


def _parts(analysis: Analysis, pieces: Pieces, starts: list[int]) -> tuple[Operand, ...]:
    if len(pieces) == 1:
        return ()
    return tuple(Operand("part", analysis.locate(start, end, bisect_right(starts, start) - 1)) for start, end in pieces)


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, with straight apostrophes."""
    return [word.translate(_FOLDED).lower() for word in _WORD.findall(text)]


def _quoted_sentences(analysis: Analysis, quote: Quote) -> Iterator[Pieces]:
    """Yield the sentences of a quotation, each as its pieces: more than one where attribution breaks it."""
    text = analysis.article.text
    open_pieces: Pieces = []
    for start, end in quote.parts:
        for first, last in sentences(text, start, end, analysis.lexicon):
            if open_pieces and text[first].isupper() and _ended_between(text, open_pieces[-1][1], first):
                yield open_pieces
                open_pieces = []
            open_pieces = [*open_pieces, (first, last)]
            if last < end or text[last - 1] in _STOPS:
                yield open_pieces
                open_pieces = []
    if open_pieces:
        yield open_pieces


def _ended_between(text: str, start: int, end: int) -> bool:
    """Tell whether the attribution between two pieces ends the sentence, or a paragraph does."""
    return any(stop in text[start:end] for stop in (*_STOPS, ":", "\n"))


@cache
def _common(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.load("reporting", dict[str, list[str]])["common"])


def _stems(analysis: Analysis, pieces: Pieces, starts: list[int]) -> list[str]:
    """Return the first letters of the content words' lemmas, in the order of the text."""
    common = _common(analysis.lexicon)
    found = []
    for start, end in pieces:
        for index in range(bisect_right(starts, start) - 1, bisect_right(starts, end - 1)):
            sentence = analysis.sentences[index]
            for token in sentence.doc:
                at = sentence.start + token.idx
                lemma = token.lemma_.lower()
                if start <= at < end and len(lemma) > 2 and lemma.isalpha() and not {lemma, token.lower_} & common:
                    found.append(lemma[:_STEM])
    return found


def _keys(stems: list[str], words: tuple[str, ...], speaker: str | None) -> tuple[str, ...]:
    """Return at most twelve keys: pairs of the longest content words, neighbours, and the speaker with single ones.

    Long words are rare ones, by and large (Zipf's law of abbreviation), and this needs no count of any corpus.
    """
    rarest = sorted(dict.fromkeys(stems), key=lambda stem: (-len(stem), stem))
    pairs = [*combinations(rarest[:_PAIRED], 2), *list(pairwise(stems))[:_NEIGHBOURS]]
    keys = {f"quote:{min(pair)}|{max(pair)}" for pair in pairs if pair[0] != pair[1]}
    if speaker is not None:
        keys |= {f"quote:{speaker.split()[-1]}:{stem}" for stem in rarest[:_SPOKEN]}
    if len(rarest) < 2:
        keys.add("quote:=" + " ".join(words[:FEWEST_WORDS]))
    return tuple(sorted(keys))
