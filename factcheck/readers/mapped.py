"""Text read out of markup or escapes, each character with its place in the source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from factcheck.domain import Segment
from factcheck.domain.sources import segment_at, source_span

_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Block:
    """A title or paragraph: its text, and the segments that tell where in the source it stands."""

    text: str
    segments: tuple[Segment, ...]

    @property
    def span(self) -> tuple[int, int]:
        """Return the slice of the source from the first character to the last."""
        if not self.segments or not self.text:
            return source_span(self.segments, 0, len(self.text))
        first, last = self.segments[0], self.segments[-1]
        return first.source, max(first.source, last.source + last.source_length)


@dataclass(slots=True)
class Weaver:
    """A block in the making: pieces of the source are added one after the other."""

    pieces: list[str] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, source: int, source_length: int | None = None) -> None:
        """Add text that was read from the source there; as many characters of it unless said otherwise."""
        if not text:
            return
        width = len(text) if source_length is None else source_length
        last = self.segments[-1] if self.segments else None
        if last and last.verbatim and width == len(text) and last.source + last.length == source:
            self.segments[-1] = Segment(last.start, last.source, last.length + width, last.length + width)
        else:
            self.segments.append(Segment(self.length, source, len(text), width))
        self.pieces.append(text)
        self.length += len(text)

    def block(self) -> Block | None:
        """Return the block without white space at its ends; None when nothing else is in it."""
        text = "".join(self.pieces)
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        return cut(Block(text, tuple(self.segments)), start, end) if start < end else None


def verbatim(source: str, start: int, end: int) -> Block:
    """Return a block that is a slice of the source as it stands."""
    return Block(source[start:end], (Segment(0, start, end - start, end - start),))


def cut(block: Block, start: int, end: int) -> Block:
    """Return text[start:end] of a block as a block."""
    if start == 0 and end == len(block.text):
        return block
    segments = []
    for segment in block.segments:
        first, last = max(segment.start, start), min(segment.start + segment.length, end)
        if first >= last:
            continue
        if segment.verbatim:
            segments.append(Segment(first - start, segment.source + first - segment.start, last - first, last - first))
        else:
            segments.append(Segment(first - start, segment.source, last - first, segment.source_length))
    return Block(block.text[start:end], tuple(segments))


def through(block: Block, outer: Sequence[Segment]) -> Block:
    """Return a block that was read out of a text which itself was read out of the source by `outer`."""
    weaver = Weaver()
    for segment in block.segments:
        if not segment.verbatim:
            first, last = source_span(outer, segment.source, segment.source + segment.source_length)
            weaver.add(block.text[segment.start : segment.start + segment.length], first, last - first)
            continue
        middle, end = segment.source, segment.source + segment.length
        at = segment_at(outer, middle)
        while middle < end:
            over = outer[at]
            stop = min(end, over.start + over.length)
            start = segment.start + middle - segment.source
            text = block.text[start : start + stop - middle]
            if over.verbatim:
                weaver.add(text, over.source + middle - over.start)
            else:
                weaver.add(text, over.source, over.source_length)
            middle = stop
            at += 1
    return Block(block.text, tuple(weaver.segments))


def joined(blocks: Iterable[Block]) -> Block:
    """Return blocks as one text with a blank line between them; it stands for the last character that lies between.

    All that lies between may be markup, and of the blank line's length.
    """
    weaver = Weaver()
    end = 0
    for block in blocks:
        start = block.span[0]
        if weaver.pieces:
            width = 1 if start > end else 0
            weaver.add(_GAP, start - width, width)
        offset = weaver.length
        weaver.pieces.append(block.text)
        weaver.segments += [Segment(offset + at, *place) for at, *place in block.segments]
        weaver.length += len(block.text)
        end = block.span[1]
    return Block("".join(weaver.pieces), tuple(weaver.segments))
