"""The figures of one sentence with the words between them: what calculation claims are read from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import msgspec

from factcheck.claims.build import make_claim, quantity_operand
from factcheck.domain import Claim, Kind, Mention, MentionKind, Operand, Quantity, QuantityKind
from factcheck.language.analysis import Analysis
from factcheck.language.pieces import pieces
from factcheck.lexicon import Lexicon


class CalculationWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of calculations.yml."""

    change_links: frozenset[str]
    other_base: frozenset[str]
    points: frozenset[str]
    of_time: frozenset[str]
    closed_by: frozenset[str]
    open_parts: frozenset[str]
    inverse: frozenset[str]
    of_worth: frozenset[str]
    open_list: frozenset[str]
    name_words: frozenset[str]
    being: frozenset[str]
    complements: tuple[frozenset[str], ...]
    softening: frozenset[str]
    temporal: frozenset[str]
    inverse_money: frozenset[str]
    fractions: dict[str, float]
    comparing: frozenset[tuple[str, ...]]
    made_of: frozenset[tuple[str, ...]]
    portions: frozenset[str]
    groupings: frozenset[str]


@cache
def calculation_words(lexicon: Lexicon) -> CalculationWords:
    """Return calculations.yml; raises RuleError when it is broken."""
    return lexicon.load("calculations", CalculationWords)


_MILLION = 1e6
_MOST = 12  # quantities of a sentence; one with more is a table
_TIME = "\0"  # stands for a time in a list of words
_BEFORE_TIMES = frozenset({"in", "on", "for", "during", "the", "at", "of", "a"})


@dataclass(frozen=True, slots=True)
class Figures:
    """The quantities of one sentence in order."""

    analysis: Analysis
    sentence: int
    mentions: tuple[Mention, ...]
    words: CalculationWords

    def quantity(self, at: int) -> Quantity:
        """Return the value of a mention."""
        detail = self.mentions[at].detail
        assert isinstance(detail, Quantity)
        return detail

    def between(self, first: int, last: int) -> tuple[str, ...]:
        """Return the words and signs from one mention's end to another's start."""
        return pieces(self.analysis.article.text[self.mentions[first].end : self.mentions[last].start]).words

    def plain(self, first: int, last: int) -> tuple[str, ...]:
        """Return what `between` does without times ("in the same period last year"), each with its preposition."""
        start, end = self.mentions[first].end, self.mentions[last].start
        words: list[str] = []
        for time in self.analysis.of_kind(MentionKind.TIME, sentence=self.sentence):
            if start <= time.start and time.end <= end:
                words += [*pieces(self.analysis.article.text[start : time.start]).words, _TIME]
                start = time.end
        words += pieces(self.analysis.article.text[start:end]).words
        return _untimed(words, self.words.temporal)

    def before(self, at: int) -> tuple[str, ...]:
        """Return the words and signs of the sentence before a mention."""
        start = self.analysis.sentences[self.sentence].start
        return pieces(self.analysis.article.text[start : self.mentions[at].start]).words

    def behind(self, at: int) -> tuple[str, ...]:
        """Return the words and signs of the sentence behind a mention."""
        end = self.analysis.sentences[self.sentence].end
        return pieces(self.analysis.article.text[self.mentions[at].end : end]).words

    def all_words(self) -> frozenset[str]:
        """Return every word of the sentence."""
        whole = self.analysis.sentences[self.sentence]
        words = pieces(self.analysis.article.text[whole.start : whole.end]).words
        return frozenset(word for word, following in pairwise((*words, "")) if (word, following) != ("per", "cent"))

    def timed_words(self) -> frozenset[str]:
        """Return the words that tell of another base, such as "previous", where they stand in times only."""
        text, inside = self.analysis.article.text, list[str]()
        for time in self.analysis.of_kind(MentionKind.TIME, sentence=self.sentence):
            inside += pieces(text[time.start : time.end]).words
        whole = self.analysis.sentences[self.sentence]
        every = pieces(text[whole.start : whole.end]).words
        return frozenset(word for word in self.words.of_time if every.count(word) <= inside.count(word))

    def operand(self, role: str, at: int) -> Operand:
        """Return a mention in its role."""
        return quantity_operand(self.analysis, role, self.mentions[at])

    def claim(
        self, attribute: str, start: int, end: int, operands: Sequence[Operand], value: str | None = None
    ) -> Claim:
        """Return the claim over text[start:end]."""
        return make_claim(
            self.analysis, Kind.CALCULATION, attribute, start, end, self.sentence, operands=tuple(operands), value=value
        )


def figures_of(analysis: Analysis) -> Iterator[Figures]:
    """Yield the quantities of each sentence that has some and is no table; ordinals are none."""
    words = calculation_words(analysis.lexicon)
    grouped: dict[int, list[Mention]] = {}
    for mention in analysis.of_kind(MentionKind.QUANTITY):
        if isinstance(mention.detail, Quantity) and mention.detail.kind is not QuantityKind.ORDINAL:
            grouped.setdefault(mention.sentence, []).append(mention)
    for sentence, mentions in grouped.items():
        if len(mentions) <= _MOST:
            yield Figures(analysis, sentence, tuple(mentions), words)


def _untimed(words: Sequence[str], temporal: frozenset[str]) -> tuple[str, ...]:
    """Return words without those of time, nor what leads up to them."""
    kept: list[str] = []
    dropped = False
    for word in reversed(words):
        dropped = word == _TIME or word in temporal or (dropped and word in _BEFORE_TIMES)
        if not dropped:
            kept.append(word)
    return tuple(reversed(kept))


def comparable(a: Quantity, b: Quantity) -> bool:
    """Tell whether two figures are levels of one kind and unit; a bare number takes the other's noun or unit."""
    if a.change or b.change or a.per != b.per or a.low is None or b.low is None:
        return False
    if a.kind is QuantityKind.COUNT and b.kind is QuantityKind.COUNT:
        return a.unit == b.unit or a.unit is None or b.unit is None
    compared = {QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.MEASURE}
    if a.kind in compared and a.kind is b.kind:
        return a.unit == b.unit
    return (_bare_million(a) and b.kind in compared) or (_bare_million(b) and a.kind in compared)


def _bare_million(quantity: Quantity) -> bool:
    """Tell whether a figure is a bare "200 million", whose currency or unit is the one told before."""
    bare = quantity.kind in {QuantityKind.COUNT, QuantityKind.MEASURE} and quantity.unit is None
    return bare and quantity.step >= _MILLION / 1000
