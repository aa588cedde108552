"""Which words of two passages differ."""

import pytest

from factcheck.reports.html.differing import differing


@pytest.mark.parametrize(
    ("ours", "theirs", "marked"),
    [
        ("We will bring them 20 boats", "We will bring them 200 boats", (["20"], ["200"])),
        ("although you are not close", "Although we are not close", (["you"], ["we"])),
        ("it rose by 3.5 percent", "it rose by 3.6 percent", (["3.5"], ["3.6"])),
        ("we will not go there", "we will go there", (["not"], [])),
        ("the “old” bridge of Ghent", 'the "old" bridge of Turku', (["Ghent"], ["Turku"])),
        ("we met, then, at noon", "we met then at dusk", (["noon"], ["dusk"])),
        ("it is a fine day here", "it is here", (["a fine day"], [])),
        ("340 people", "430 people", (["340 people"], ["430 people"])),
        (
            "a house by the sea",
            "nothing of the kind was said",
            (["a house by the sea"], ["nothing of the kind was said"]),
        ),
        ("the same old words", "The same old words", (["the same old words"], ["The same old words"])),
        ("", "something", ([], ["something"])),
    ],
)
def test_differing(ours: str, theirs: str, marked: tuple[list[str], list[str]]) -> None:
    spans = differing(ours, theirs)
    found = [[text[start:end] for start, end in side] for text, side in zip((ours, theirs), spans, strict=True)]
    assert (found[0], found[1]) == marked


def test_a_very_long_passage_is_marked_whole() -> None:
    long = "word " * 100_000
    assert differing(long, long + "x")[0] == ((0, len(long)),)
