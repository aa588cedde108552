"""Comments that ask for findings to be left untold: `<!-- factcheck: ignore D101, N203 -- the reason -->`."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.domain import Article, Suppression
from factcheck.readers.lines import line_end

_OURS = re.compile(r"<!--\s{0,20}factcheck:\s{0,20}ignore(?![\w-])")
_CODE = re.compile(r"[A-Za-z][\w-]*")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of ours: its slice of the source, the codes or names of rules in it, and its reason."""

    start: int
    end: int
    codes: tuple[str, ...]
    reason: str | None


def comment_at(source: str, start: int, end: int) -> Comment | None:
    """Return what a comment of the source asks for, None when it is somebody else's."""
    found = _OURS.match(source, start, end)
    if found is None:
        return None
    codes, _, reason = source[found.end() : end].removesuffix("-->").partition("--")
    named = tuple(dict.fromkeys(code.group() for code in _CODE.finditer(codes)))
    return Comment(start, end, named, " ".join(reason.split()) or None)


def comments_in(source: str, spans: Iterable[tuple[int, int]]) -> tuple[Comment, ...]:
    """Return the comments of ours among those of a source."""
    return tuple(comment for start, end in spans if (comment := comment_at(source, start, end)))


def suppressions(
    article: Article, comments: Sequence[Comment], blocks: Sequence[tuple[int, int]]
) -> tuple[Suppression, ...]:
    """Return the comments with what they speak of, `blocks` being the slices of the source that are paragraphs.

    A comment in a paragraph speaks of the line it stands on, as far as the paragraph goes; one behind a paragraph, on
    its last line, of that line; any other of the next paragraph.
    """
    ordered = sorted(blocks)
    return tuple(
        Suppression(
            comment.codes,
            comment.reason,
            article.locate_source(comment.start, comment.end),
            _covered(article, comment, ordered),
        )
        for comment in comments
    )


def _covered(article: Article, comment: Comment, blocks: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    source = article.text if article.decoded is None else article.decoded
    line, _ = article.position(comment.start)
    first, last = article.line_starts[line - 1], line_end(source, comment.end)
    at = bisect_left(blocks, comment.start, key=lambda block: block[0])
    before, after = (blocks[at - 1] if at else None), (blocks[at] if at < len(blocks) else None)
    if before and before[1] > first and (before[1] > comment.start or after is None or after[0] > last):
        return ((max(before[0], first), min(before[1], last)),)
    return (after,) if after else ()
