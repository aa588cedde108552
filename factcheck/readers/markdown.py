"""Markdown (CommonMark) with front matter to an Article.

Paragraphs, headings, lists and quotations are read; code, tables, pictures and raw HTML are not.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from factcheck.domain import Article, Basis, Segment
from factcheck.domain.sources import source_span
from factcheck.errors import UnreadableArticleError
from factcheck.readers.comments import comments_in
from factcheck.readers.decode import decode
from factcheck.readers.facts import Facts, Stated, article_of
from factcheck.readers.files import File
from factcheck.readers.frontmatter import FrontMatter, Value, read_front_matter
from factcheck.readers.htmltree import html_tree
from factcheck.readers.inline import comments, parser, read_inline
from factcheck.readers.json import fields_of
from factcheck.readers.lines import line_end, line_starts
from factcheck.readers.mapped import Block, through


@dataclass(slots=True)
class _Blocks:
    """What the body of a file holds: its blocks, whether the first is a heading, and the slices of its comments."""

    blocks: list[Block] = field(default_factory=list)
    titled: bool = False
    comments: list[tuple[int, int]] = field(default_factory=list)


def read_markdown(file: File) -> Sequence[Article]:
    """Return the article that a Markdown file holds; offsets count characters of the decoded file.

    Its title is a heading of the first level before the text, else the front matter's. Raises UnreadableArticleError
    for front matter that can't be read and for a file without text.
    """
    source = decode(file.data, path=file.path)
    if not source.strip():
        raise UnreadableArticleError("is empty", path=file.path)
    front = read_front_matter(source, path=file.path)
    starts = line_starts(source)
    body = _body(source, front.end, starts)
    stated = {part: _first(front, paths) for part, paths in fields_of(file).items()}
    blocks, title = body.blocks, stated["title"]
    if not body.titled and title is not None and title.block is not None:
        blocks = [title.block, *blocks]
    facts = Facts(
        titled=body.titled or blocks is not body.blocks,
        dates=(*_date(Basis.METADATA, stated["published"]), *_date(Basis.UPDATED, stated["updated"])),
        publisher=stated["source"].text if stated["source"] else None,
        language=stated["language"].text if stated["language"] else None,
        comments=comments_in(source, body.comments),
    )
    return (article_of(file, source, blocks, facts, starts=starts),)


def _first(front: FrontMatter, paths: Sequence[Sequence[str]]) -> Value | None:
    names = [path[0].lower() for path in paths if len(path) == 1]
    return next(
        (front.values[name] for name in names if name in front.values and front.values[name].text.strip()), None
    )


def _date(basis: Basis, value: Value | None) -> tuple[Stated, ...]:
    return (Stated(basis, value.text, value.start, value.end),) if value else ()


def _body(source: str, start: int, starts: Sequence[int]) -> _Blocks:
    """Return the blocks of a source from an offset on."""
    found = _Blocks()
    at = bisect_right(starts, start) - 1
    in_table, heading = False, ""
    for token in parser().parse(source[start:]):
        in_table = token.type == "table_open" or (in_table and token.type != "table_close")
        if token.type == "heading_open":
            heading = token.tag
        if token.map is None:
            continue
        lines = [(max(starts[line], start), line_end(source, starts[line])) for line in _numbers(token.map, at, starts)]
        if token.type == "html_block":
            first = lines[0][0]
            spans = html_tree(source[first : lines[-1][1]]).comments
            found.comments += [(first + begin, first + end) for begin, end in spans]
        elif token.type == "inline" and not in_table:
            _add(found, token, source, lines, heading)
            heading = ""
    return found


def _numbers(lines: Sequence[int], first: int, starts: Sequence[int]) -> range:
    """Return the lines of the source that a token's lines are, the body beginning on the given one."""
    return range(first + lines[0], min(first + lines[1], len(starts)))


def _add(found: _Blocks, token: Token, source: str, lines: Sequence[tuple[int, int]], heading: str) -> None:
    """Add the words and the comments of a block."""
    outer = tuple(_content(token.content, source, lines))
    children = token.children or []
    found.comments += [source_span(outer, begin, end) for begin, end in comments(children)]
    block = read_inline(token.content, children)
    if block is not None:
        found.titled = found.titled or (heading == "h1" and not found.blocks)
        found.blocks.append(through(block, outer))


def _content(content: str, source: str, lines: Sequence[tuple[int, int]]) -> Iterator[Segment]:
    """Yield where the lines of a block's content stand: each is the end of a line of the source, without its marks."""
    begin = lines[0][0] + len(source[slice(*lines[0])].rstrip()) - len(content.partition("\n")[0].rstrip())
    if begin >= lines[0][0] and source.startswith(content, begin):
        yield Segment(0, begin, len(content), len(content))
        return
    at = 0
    for words, (start, end) in zip(content.split("\n"), lines, strict=False):
        bare = words.strip()
        line = source[start:end].rstrip()
        if not line.endswith(bare):
            line = line.rstrip("#").rstrip()
        first = start + len(line) - len(bare)
        lead = len(words) - len(words.lstrip())
        if lead:
            yield Segment(at, first, lead, 0)
        yield Segment(at + lead, first, len(bare), len(bare))
        # White space behind the words, and the break of the line.
        yield Segment(at + lead + len(bare), first + len(bare), len(words) - lead - len(bare) + 1, 1)
        at += len(words) + 1
