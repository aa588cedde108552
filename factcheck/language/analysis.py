"""An article understood: its sentences with their parses, and the mentions found in them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
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
    _of_sentence: Mapping[int, tuple[Mention, ...]] = field(default_factory=dict, repr=False, compare=False)
    _quotes: tuple[Mention, ...] = field(default=(), repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the mentions by sentence, so that looking at each sentence of a long article stays linear."""
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.sentence, []).append(mention)
        object.__setattr__(self, "_of_sentence", {at: tuple(group) for at, group in found.items()})
        quotes = tuple(mention for mention in self.mentions if mention.kind is MentionKind.QUOTE)
        object.__setattr__(self, "_quotes", quotes)

    def of_kind(self, kind: MentionKind, *, sentence: int | None = None) -> Iterator[Mention]:
        """Yield the mentions of one kind, of the whole article or of one sentence."""
        for mention in self.mentions if sentence is None else self._of_sentence.get(sentence, ()):
            if mention.kind is kind:
                yield mention

    def quote_at(self, offset: int) -> Mention | None:
        """Return the quotation whose span holds an offset of the article; None outside of all."""
        at = bisect_right(self._quotes, offset, key=lambda quote: quote.start) - 1
        return self._quotes[at] if at >= 0 and offset < self._quotes[at].end else None

    def span(self, start: int, end: int, sentence: int) -> Span | None:
        """Return the tokens of one sentence that cover text[start:end] of the article; None when there are none."""
        whole = self.sentences[sentence]
        return whole.doc.char_span(start - whole.start, end - whole.start, alignment_mode="expand")

    def head(self, mention: Mention) -> Token:
        """Return the token of a mention that governs its others."""
        span = self.span(mention.start, mention.end, mention.sentence)
        assert span is not None, mention
        return span.root

    def locate(self, start: int, end: int, sentence: int, value: str | None = None) -> Location:
        """Return the location of text[start:end] with the sentence it stands in."""
        whole = self.sentences[sentence]
        return self.article.locate(start, end, value=value, sentence=(whole.start, whole.end))

    def in_title(self, start: int) -> bool:
        """Tell whether an offset stands in the article's title."""
        title = self.article.title
        return title is not None and title[0] <= start < title[1]
