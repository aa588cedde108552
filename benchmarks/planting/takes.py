"""Two takes of one article: the second is dated the same day or the next, and may end sooner."""

import datetime as dt
import random
import re
from dataclasses import dataclass

from planting.plants import BREAK, Draft, Place, Plant
from planting.texts import replaced, sentence_around

_RELATIVE = re.compile(r"\b(?:yesterday|today|tomorrow|tonight|overnight|this (?:morning|evening|afternoon))\b", re.I)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Take:
    """How the second take differs from the first as a whole: its date, and how many last paragraphs it lacks."""

    published: dt.date | None
    dropped: int

    def of(self, text: str) -> str:
        """Return a text as the second take has it; places stay where they are."""
        if self.published is not None:
            text = _DAY.sub(self.published.isoformat(), text, count=1)
        breaks = [found.start() for found in BREAK.finditer(text.rstrip())]
        return text[: breaks[-self.dropped]] + "\n" if self.dropped and len(breaks) > self.dropped + 3 else text


def second_take(draft: Draft, drawn: random.Random) -> Take:
    """Return what the second take of an article is; one with "yesterday" in it keeps its date."""
    later = draft.published is not None and drawn.random() < 0.4 and not _RELATIVE.search(draft.text)
    published = draft.published + dt.timedelta(days=1) if later and draft.published is not None else None
    return Take(published, drawn.choice((0, 0, 1)))


def pair(
    code: str, kind: str, draft: Draft, take: Take, texts: tuple[str, str], place: tuple[int, int]
) -> Plant | None:
    """Return a plant of two takes, of texts that differ in one place; in the control both are as the second.

    None where the second take ends before that place.
    """
    first, other = texts
    second, both = take.of(other), (other, take.of(other))
    start, end = place
    if end > len(second.rstrip()):
        return None
    spans = [sentence_around(text, start, end) for text in texts]
    where = tuple(Place(number, *span) for number, span in enumerate(spans))
    before = (draft.text, take.of(draft.text))
    return Plant(code, kind, draft.name, before, (first, second), both, where)


def edit(code: str, kind: str, draft: Draft, drawn: random.Random, span: tuple[int, int], words: str) -> Plant | None:
    """Return a plant of two takes whose second has other words in one place."""
    start, end = span
    other = replaced(draft.text, start, end, words)
    return pair(code, kind, draft, second_take(draft, drawn), (draft.text, other), (start, start + len(words)))
