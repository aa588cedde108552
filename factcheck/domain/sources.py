"""Where the characters of a text stand in the source it was read from, with its markup and escapes."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

_START = attrgetter("start")


class Segment(NamedTuple):
    """A run of characters: text[start : start + length] was read from source[source : source + source_length].

    Of equal lengths, each character of the text is one of the source; else the whole run stands for the whole slice
    (an entity, an escape, white space that counts as one space). What lies between two segments is markup.
    """

    start: int
    source: int
    length: int
    source_length: int

    @property
    def verbatim(self) -> bool:
        """Tell whether each character stands for one of the source."""
        return self.length == self.source_length


def source_span(segments: Sequence[Segment], start: int, end: int) -> tuple[int, int]:
    """Return the slice of the source that text[start:end] was read from; without segments the text is the source.

    Segments are sorted by their start and cover the text. An empty span is a point in the source.
    """
    if not segments:
        return start, end
    first = _point(segments, start)
    if end <= start:
        return first, first
    return first, max(first, _point(segments, end - 1, behind=True))


def segment_at(segments: Sequence[Segment], offset: int) -> int:
    """Return the number of the segment that holds an offset of the text; the last for one behind the text."""
    return max(0, bisect_right(segments, offset, key=_START) - 1)


def _point(segments: Sequence[Segment], offset: int, *, behind: bool = False) -> int:
    """Return where a character of the text begins in the source, or where it ends."""
    segment = segments[segment_at(segments, offset)]
    within = offset - segment.start
    if within >= segment.length:
        return segment.source + segment.source_length
    if segment.verbatim:
        return segment.source + within + behind
    return segment.source + (segment.source_length if behind else 0)


def clipped(segments: Sequence[Segment], start: int, end: int) -> tuple[Segment, ...]:
    """Return the segments of text[start:end], with offsets from its start and from the start of its source slice."""
    if not segments:
        return ()
    origin, _ = source_span(segments, start, end)
    found = []
    at = segment_at(segments, start)
    while at < len(segments) and segments[at].start < end:
        segment = segments[at]
        first, last = max(segment.start, start), min(segment.start + segment.length, end)
        if first < last and segment.verbatim:
            source = segment.source + first - segment.start
            found.append(Segment(first - start, source - origin, last - first, last - first))
        elif first < last:
            found.append(Segment(first - start, segment.source - origin, last - first, segment.source_length))
        at += 1
    return tuple(found)
