"""Which words of two passages differ, when the two are much the same."""

import re

from rapidfuzz.distance import Levenshtein

Spans = tuple[tuple[int, int], ...]

_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*%?|[^\W\d_]+|[%$€£¥]")
_FEWEST = 3
_MOST = 400
_ALIKE = 0.3


def differing(ours: str, theirs: str) -> tuple[Spans, Spans]:
    """Return where in either passage the words stand that the other doesn't have in their place.

    The words are laid side by side by the fewest insertions, deletions and replacements (Levenshtein); capitals don't
    count. Passages of a word or two, and those with little in common, differ as a whole.
    """
    left, right = _words(ours), _words(theirs)
    if not _FEWEST <= min(len(left), len(right)) <= max(len(left), len(right)) <= _MOST:
        return _whole(ours), _whole(theirs)
    steps = Levenshtein.opcodes([word for word, _, _ in left], [word for word, _, _ in right])
    same = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    if same < _ALIKE * max(len(left), len(right)) or same == len(left) == len(right):
        return _whole(ours), _whole(theirs)
    changed = [step for step in steps if step.tag != "equal"]
    return (
        _spans(left, [(step.src_start, step.src_end) for step in changed]),
        _spans(right, [(step.dest_start, step.dest_end) for step in changed]),
    )


def _words(passage: str) -> list[tuple[str, int, int]]:
    folded = passage.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
    return [(found.group().casefold(), *found.span()) for found in _WORD.finditer(folded)]


def _spans(words: list[tuple[str, int, int]], ranges: list[tuple[int, int]]) -> Spans:
    joined: list[tuple[int, int]] = []
    for first, end in ranges:
        if joined and joined[-1][1] == first:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((first, end))
    return tuple((words[first][1], words[end - 1][2]) for first, end in joined if first < end)


def _whole(passage: str) -> Spans:
    return ((0, len(passage)),) if passage else ()
