"""The words of an article around a place, cut to a width, and where in them the place stands."""

from dataclasses import dataclass

from factcheck.domain import Location
from factcheck.reports.escape import visible_words
from factcheck.reports.layout import columns, fitting

_MARK = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of an article; `before` and `within` are the terminal columns in front of the place and under it."""

    line: str
    before: int
    within: int

    @property
    def carets(self) -> str:
        """Return the line that marks exactly the words of the place."""
        return " " * self.before + "^" * self.within


def excerpt(place: Location, width: int) -> Excerpt:
    """Return the sentence of a place in at most `width` columns, the far words cut off where it is longer."""
    before, words, after = parts(place)
    room = width - columns(words)
    if room < 2 * len(_MARK):
        kept = words[: fitting(words, width - 2 * len(_MARK))]
        lead = _MARK if before else ""
        return Excerpt(lead + kept + _MARK, len(lead), columns(kept))
    left, right = columns(before), columns(after)
    if left + right > room:
        # two thirds of the room go in front: an English clause names who and what before when and how many
        left_room = max(room - right, room * 2 // 3) if right < room else room * 2 // 3
        before = last_words(before, min(left_room, room))
        after = first_words(after, room - columns(before))
    return Excerpt(before + words + after, columns(before), columns(words))


def parts(place: Location) -> tuple[str, str, str]:
    """Return what stands before, in and after a place in its sentence, each safe to show."""
    start = place.start - place.sentence_start
    end = start + len(place.text)
    if start < 0 or place.sentence[start:end] != place.text:
        return "", visible_words(place.text), ""
    sentence = place.sentence
    before, within, after = (visible_words(part) for part in (sentence[:start], sentence[start:end], sentence[end:]))
    return before.lstrip(), within, after.rstrip()


def last_words(text: str, width: int) -> str:
    """Return the last words of a text that fit into some columns, behind an ellipsis where others had to go."""
    if columns(text) <= width:
        return text
    if width < 2 * len(_MARK):
        return ""
    kept = text[::-1][: fitting(text[::-1], width - 2 * len(_MARK))][::-1]
    _, gap, whole_words = kept.partition(" ")
    return f"{_MARK} {whole_words}" if gap else _MARK + kept


def first_words(text: str, width: int) -> str:
    """Return the first words of a text that fit into some columns, and an ellipsis where others had to go."""
    if columns(text) <= width:
        return text
    if width < 2 * len(_MARK):
        return ""
    kept = text[: fitting(text, width - 2 * len(_MARK))]
    whole_words, gap, _ = kept.rpartition(" ")
    return f"{whole_words} {_MARK}" if gap else kept + _MARK
