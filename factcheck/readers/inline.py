"""Markdown's inline tokens with their places.

markdown-it-py gives the lines of a block but no place inside of one. Its inline state knows where it stands whenever a
token is made, so that a state which writes it down gives each token its offset in the block's content.
"""

from collections.abc import Iterator
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from factcheck.readers.mapped import Block, Weaver

_AT = "at"
# Each bracket that no other closes is looked at again for every level it may be nested in; prose has few.
_MOST_BRACKETS = 1_000


class _State(StateInline):
    """An inline state that writes down where each token begins; pending text begins where its first piece was added."""

    pending_at = 0

    def append_pending(self, text: str) -> None:
        """Add text that is no markup so far."""
        if not self.pending:
            self.pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 (markdown-it's name)
        """Make a token of the pending text."""
        token = super().pushPending()
        token.meta[_AT] = self.pending_at
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Make a token of what begins here."""
        token = super().push(ttype, tag, nesting)
        token.meta[_AT] = self.pos
        return token


class _Inline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Return the tokens of a block's content, each with its place."""
        if src.count("[") > _MOST_BRACKETS:
            return [*tokens, Token("text", "", 0, content=src)]
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def parser() -> MarkdownIt:
    """Return a parser of CommonMark with tables and struck words, whose inline tokens have their places."""
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    markdown.inline = _Inline()
    # These join texts to one whose places are lost.
    markdown.inline.ruler2.disable("fragments_join")
    markdown.core.ruler.disable("text_join")
    return markdown


def read_inline(content: str, children: list[Token]) -> Block | None:
    """Return the words of a block's content, with their places in it; struck words, pictures and HTML are left out."""
    weaver = Weaver()
    at, struck, one_line = 0, 0, content.replace("\n", " ")
    for token in children:
        at = max(at, token.meta.get(_AT, at))
        struck += token.nesting if token.tag == "s" else 0
        if struck:
            continue
        if token.type == "text":
            at += content.startswith(f"<{token.content}", at)  # an address in angle brackets
            doubled = token.content.startswith(" ") and bool(weaver.pieces) and weaver.pieces[-1].endswith(" ")
            weaver.add(token.content[doubled:], at + doubled)
            at += len(token.content)
        elif token.type == "text_special":
            weaver.add(token.content, at, len(token.markup))
            at += len(token.markup)
        elif token.type == "code_inline":
            at += len(token.markup)
            at += not one_line.startswith(token.content, at)  # a space between the marks and the code
            weaver.add(token.content, at)
            at += len(token.content)
        elif token.type == "softbreak":
            weaver.add(" ", at, 1)
            at += 1
        elif token.type == "hardbreak":
            width = 2 if content.startswith("\\", at) else 1
            weaver.add("\n", at, width)
            at += width
    return weaver.block()


def comments(children: list[Token]) -> Iterator[tuple[int, int]]:
    """Yield the slices of a block's content that are comments."""
    for token in children:
        if token.type == "html_inline" and token.content.startswith("<!--"):
            at = token.meta.get(_AT, 0)
            yield at, at + len(token.content)
