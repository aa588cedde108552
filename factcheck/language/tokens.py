"""A sentence's tokens with their tags and dependencies: plain values, read once out of spaCy's.

Names and meanings are spaCy's (token.lemma_, span.root, doc.char_span), so that its documentation holds here too. The
claims of one sentence look at each of its tokens some fifty times; spaCy makes a new object for each look.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import overload


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """One word or mark of a sentence.

    `i` counts tokens and `idx` characters of the sentence; `at_head` is the number of the token that governs this one,
    its own at the root and in a sentence that was not parsed.
    """

    doc: "Doc"
    i: int
    idx: int
    text: str
    lower_: str
    whitespace_: str
    tag_: str
    pos_: str
    lemma_: str
    dep_: str
    at_head: int

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def head(self) -> "Token":
        """Return the token that governs this one."""
        return self.doc.tokens[self.at_head]

    @property
    def children(self) -> "Sequence[Token]":
        """Return the tokens that this one governs, in the order of the text."""
        return self.doc.children[self.i]

    @property
    def rights(self) -> "list[Token]":
        """Return the children behind this token."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> "Iterator[Token]":
        """Yield this token and all below it: what stands before, itself, what stands behind."""
        for child in self.children:
            if child.i < self.i:
                yield from child.subtree
        yield self
        for child in self.children:
            if child.i > self.i:
                yield from child.subtree

    @property
    def left_edge(self) -> "Token":
        """Return the first token of the subtree."""
        return min(self.subtree, key=_place)

    @property
    def right_edge(self) -> "Token":
        """Return the last token of the subtree."""
        return max(self.subtree, key=_place)

    @property
    def ancestors(self) -> "Iterator[Token]":
        """Yield the head, its head, and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> "tuple[Token, ...]":
        """Return the tokens coordinated with this one."""
        start = self
        while start.head is not start and start.dep_ == "conj":
            start = start.head
        found = [start]
        for word in found:
            found.extend(child for child in word.rights if child.dep_ == "conj")
        return tuple(word for word in found if word is not self)

    def nbor(self, by: int = 1) -> "Token":
        """Return the token so many behind this one, before it when negative; IndexError beyond the sentence."""
        at = self.i + by
        if at < 0:
            raise IndexError(at)
        return self.doc.tokens[at]

    @property
    def is_alpha(self) -> bool:
        """Tell whether all characters are letters."""
        return self.text.isalpha()

    @property
    def is_upper(self) -> bool:
        """Tell whether all letters are capitals."""
        return self.text.isupper()

    @property
    def is_digit(self) -> bool:
        """Tell whether all characters are digits."""
        return self.text.isdigit()

    @property
    def is_punct(self) -> bool:
        """Tell whether all characters are punctuation."""
        return _is_punct(self.text)


class Span:
    """Neighbouring tokens of one sentence, `start` to `end` (exclusive)."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: "Doc", start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> "Span": ...

    def __getitem__(self, at: int | slice) -> "Token | Span":
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[self.start : self.end][at]

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Return the first token's offset in the sentence."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """Return where the last token ends."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Return the words as they stand in the sentence."""
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def root(self) -> Token:
        """Return the token nearest to the sentence's root, the first of several."""
        tokens = self.doc.tokens[self.start : self.end]
        for token in tokens:
            if token.head is token:
                return token
        outer = [token for token in tokens if not self.start <= token.head.i < self.end]
        return min(outer, key=_depth, default=tokens[0])


class Doc:
    """One sentence as tokens; `tagged` and `parsed` tell what was found out about them."""

    __slots__ = ("_children", "_starts", "orths", "parsed", "tagged", "text", "tokens")

    def __init__(self, text: str, orths: list[int], *, tagged: bool) -> None:
        self.text = text
        self.orths = orths
        self.tagged = tagged
        self.parsed = False
        self.tokens: list[Token] = []
        self._children: list[list[Token]] = []
        self._starts: list[int] = []

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __repr__(self) -> str:
        return self.text

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> Span: ...

    def __getitem__(self, at: int | slice) -> Token | Span:
        if not isinstance(at, slice):
            return self.tokens[at]
        start, end, _ = at.indices(len(self.tokens))
        return Span(self, start, max(start, end))

    def close(self) -> None:
        """Part the sentence from its tokens, which is then of no more use: what refers to itself is freed late."""
        self.tokens.clear()
        self._children.clear()

    def char_span(self, start: int, end: int, *, alignment_mode: str) -> Span | None:
        """Return the tokens of some characters: all they touch ("expand"), or those wholly within ("contract")."""
        first, last = self._token_at(start), self._token_at(end - 1)
        if first is None or last is None:
            return None
        at, behind = first.i, last.i + 1
        if alignment_mode == "contract":
            at += first.idx < start
            behind -= end < last.idx + len(last.text)
            return Span(self, at, behind) if behind > at else None
        return Span(self, at + (start == first.idx + len(first.text)), behind)

    @property
    def children(self) -> list[list[Token]]:
        """Return the tokens that each token governs."""
        if len(self._children) != len(self.tokens):
            self._children = [[] for _ in self.tokens]
            for token in self.tokens:
                if token.at_head != token.i:
                    self._children[token.at_head].append(token)
        return self._children

    def _token_at(self, offset: int) -> Token | None:
        if len(self._starts) != len(self.tokens):
            self._starts = [token.idx for token in self.tokens]
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        token = self.tokens[at]
        return token if offset < token.idx + len(token.text) + len(token.whitespace_) else None


def _place(token: Token) -> int:
    return token.i


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


@cache
def _is_punct(text: str) -> bool:
    return all(unicodedata.category(char).startswith("P") for char in text)
