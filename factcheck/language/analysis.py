"""An article understood: its sentences with their parses, and the mentions found in them."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.domain import Article, Location, Mention, MentionKind
from factcheck.language.english import Sentence
from factcheck.language.tokens import Span, Token
from factcheck.lexicon import Lexicon

__all__ = ["Analysis", "Span", "Token"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the language stage gives to the claims stage; mentions are sorted by start, then end."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    lexicon: Lexicon
    _sorted: Mapping[tuple[MentionKind, int | None], tuple[Mention, ...]] = field(init=False, repr=False, compare=False)
    _spans: dict[tuple[int, int, int], Span | None] = field(default_factory=dict, repr=False, compare=False)
    _heads: dict[tuple[int, int], Token] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the mentions by kind and sentence: each sentence is looked at by every kind of claim."""
        found: dict[tuple[MentionKind, int | None], list[Mention]] = {}
        for mention in self.mentions:
            kind = mention.kind
            found.setdefault((kind, None), []).append(mention)
            found.setdefault((kind, mention.sentence), []).append(mention)
        object.__setattr__(self, "_sorted", {place: tuple(group) for place, group in found.items()})

    def close(self) -> None:
        """Give its sentences' memory back; what has been read out of them stays."""
        for sentence in self.sentences:
            sentence.doc.close()

    def of_kind(self, kind: MentionKind, *, sentence: int | None = None) -> tuple[Mention, ...]:
        """Return the mentions of one kind, of the whole article or of one sentence, in the order of the text."""
        return self._sorted.get((kind, sentence), ())

    def quote_at(self, offset: int) -> Mention | None:
        """Return the quotation whose span holds an offset of the article; None outside of all."""
        quotes = self.of_kind(MentionKind.QUOTE)
        at = bisect_right(quotes, offset, key=lambda quote: quote.start) - 1
        return quotes[at] if at >= 0 and offset < quotes[at].end else None

    def span(self, start: int, end: int, sentence: int) -> Span | None:
        """Return the tokens of one sentence that cover text[start:end] of the article; None when there are none."""
        place = start, end, sentence
        if place not in self._spans:
            whole = self.sentences[sentence]
            self._spans[place] = whole.doc.char_span(start - whole.start, end - whole.start, alignment_mode="expand")
        return self._spans[place]

    def head(self, mention: Mention) -> Token:
        """Return the token of a mention that governs its others."""
        place = mention.start, mention.end
        if place not in self._heads:
            span = self.span(*place, mention.sentence)
            assert span is not None, mention
            self._heads[place] = span.root
        return self._heads[place]

    def locate(self, start: int, end: int, sentence: int, value: str | None = None) -> Location:
        """Return the location of text[start:end] with the sentence it stands in."""
        whole = self.sentences[sentence]
        return self.article.locate(start, end, value=value, sentence=(whole.start, whole.end))

    def in_title(self, start: int) -> bool:
        """Tell whether an offset stands in the article's title."""
        title = self.article.title
        return title is not None and title[0] <= start < title[1]
