from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Article, Segment
from factcheck.domain.sources import clipped, source_span
from factcheck.readers.lines import line_starts
from factcheck.readers.mapped import Block, Weaver, cut, joined, through, verbatim

# A source is written from pieces: as it stands, an escape of one character, or markup that is no text.
PIECES = st.lists(
    st.one_of(
        st.tuples(st.just("verbatim"), st.text("ab \n", min_size=1, max_size=4)),
        st.tuples(st.just("escape"), st.sampled_from("&<x")),
        st.tuples(st.just("markup"), st.sampled_from(["<b>", "</b>", "\r\n"])),
    ),
    max_size=8,
)


def woven(pieces, at=0):
    """Return a source, the weaver that read it from an offset on, and for each character where it stands."""
    source, weaver, spans = "." * at, Weaver(), []
    for kind, text in pieces:
        start = len(source)
        if kind == "verbatim":
            source += text
            weaver.add(text, start)
            spans += [(start + number, start + number + 1) for number in range(len(text))]
        elif kind == "escape":
            source += f"\\{text};"
            weaver.add(text, start, 3)
            spans.append((start, start + 3))
        else:
            source += text
    return source, Block("".join(weaver.pieces), tuple(weaver.segments)), spans


@given(PIECES, st.integers(0, 3), st.data())
def test_a_span_of_text_is_the_slice_from_its_first_character_to_its_last(pieces, at, data):
    _, block, spans = woven(pieces, at)
    start = data.draw(st.integers(0, len(block.text)))
    end = data.draw(st.integers(start, len(block.text)))
    first, last = source_span(block.segments, start, end)
    if start < end:
        assert (first, last) == (spans[start][0], spans[end - 1][1])
    else:
        assert first == last


@given(PIECES, st.data())
def test_what_is_clipped_or_cut_keeps_its_places(pieces, data):
    _, block, spans = woven(pieces)
    start = data.draw(st.integers(0, len(block.text)))
    end = data.draw(st.integers(start, len(block.text)))
    part, origin = cut(block, start, end), source_span(block.segments, start, end)[0]
    inner = clipped(block.segments, start, end)
    assert part.text == block.text[start:end]
    for at in range(start, end):
        assert source_span(part.segments, at - start, at - start + 1) == spans[at]
        within = source_span(inner, at - start, at - start + 1)
        assert (within[0] + origin, within[1] + origin) == spans[at]


@given(PIECES, PIECES)
def test_a_text_read_out_of_a_text_keeps_the_places_of_the_source(outer_pieces, inner_pieces):
    _, outer, outer_spans = woven(outer_pieces)
    # The inner text is every second character of the outer one, and pairs of them read as one.
    weaver, expected = Weaver(), []
    for at in range(0, len(outer.text) - 1, 3):
        weaver.add(outer.text[at], at)
        weaver.add("#", at + 1, min(2, len(outer.text) - at - 1))
        last = min(at + 2, len(outer.text) - 1)
        expected += [outer_spans[at], (outer_spans[at + 1][0], outer_spans[last][1])]
    composed = through(Block("".join(weaver.pieces), tuple(weaver.segments)), outer.segments)
    assert [source_span(composed.segments, at, at + 1) for at in range(len(composed.text))] == expected


@given(st.lists(PIECES, max_size=4))
def test_blocks_are_joined_by_blank_lines_and_keep_their_places(many):
    source, blocks, spans = "", [], []
    for pieces in many:
        whole, block, found = woven(pieces, len(source))
        if block.text:
            blocks.append(block)
            spans.append(found)
        source += whole[len(source) :]
    text = joined(blocks)
    assert text.text == "\n\n".join(block.text for block in blocks)
    at = 0
    for block, found in zip(blocks, spans, strict=True):
        for number, span in enumerate(found):
            assert source_span(text.segments, at + number, at + number + 1) == span
        at += len(block.text) + 2


@given(PIECES, st.data())
def test_a_part_of_a_place_is_the_place_of_the_part(pieces, data):
    source, block, _ = woven([*pieces, ("verbatim", "a")])
    article = Article("a", "a", block.text, line_starts=line_starts(source), decoded=source, segments=block.segments)
    points = sorted(data.draw(st.lists(st.integers(0, len(block.text)), min_size=4, max_size=4)))
    outer, inner, last, end = points
    whole, part = article.locate(outer, end), article.locate(inner, last)
    found = whole.part(inner - outer, last - outer)
    assert (found.text, found.start, found.end) == (part.text, part.start, part.end)
    if inner < last:
        assert (found.source_text, found.in_source, found.segments) == (part.source_text, part.in_source, part.segments)
        assert (found.line, found.column, found.end_line, found.end_column) == (
            part.line,
            part.column,
            part.end_line,
            part.end_column,
        )
        assert source[slice(*found.in_source)] == found.source_text


def test_plain_text_is_its_own_source():
    article = Article("a", "a", "The river\r\nrose.", line_starts=(0, 11))
    place = article.locate(11, 15)
    assert (place.in_source, place.source_text, place.line, place.column) == ((11, 15), None, 2, 1)
    assert place.part(1, 3).in_source == (12, 14)
    assert article.locate(4, 16).part(7, 9).line == 2


def test_a_place_beside_the_text_is_a_slice_of_the_source():
    article = Article(
        "a", "a", "x", line_starts=(0, 4), decoded='d=1\ndate="2025-02-04"', segments=(Segment(0, 0, 1, 1),)
    )
    place = article.locate_source(10, 20, value="2025-02-04")
    assert (place.text, place.line, place.column, place.in_source) == ("2025-02-04", 2, 7, (10, 20))


def test_white_space_at_the_ends_of_a_block_is_cut_off():
    weaver = Weaver()
    weaver.add(" a ", 5)
    block = weaver.block()
    assert block is not None
    assert (block.text, block.span) == ("a", (6, 7))
    assert Weaver().block() is None
    assert verbatim("xay", 1, 2).span == (1, 2)
