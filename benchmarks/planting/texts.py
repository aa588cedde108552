"""How text is put into an article, and the sentences and words that are put in."""

import random
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from string import Formatter

import yaml

from planting.plants import BREAK, Draft, Kind, Place, Plant, Slots

Values = Callable[[Draft, random.Random, str], tuple[Slots, Slots] | None]
"""Gives the slots of a sentence for the plant and for the control; None where the article lacks what they need."""


def replaced(text: str, start: int, end: int, words: str) -> str:
    """Return a text with other words in the place of text[start:end]."""
    return text[:start] + words + text[end:]


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence, or what plain full stops make of it, that text[start:end] stands in."""
    begin = max(text.rfind(stop, 0, start) + len(stop) for stop in (". ", "\n", '" '))
    ends = [at for stop in (". ", "\n", '." ') if (at := text.find(stop, end)) >= 0]
    return begin, min(ends, default=len(text))


def edited(kind: str, code: str, draft: Draft, span: tuple[int, int], wrong: str, right: str) -> Plant:
    """Return a plant that has other words in the place of the article's own."""
    start, end = span
    text, control = replaced(draft.text, start, end, wrong), replaced(draft.text, start, end, right)
    where = Place(0, *sentence_around(text, start, start + len(wrong)))
    return Plant(code, kind, draft.name, (draft.text,), (text,), (control,), (where,), edited=True)


def middle(draft: Draft) -> int:
    """Return the end of the paragraph nearest the middle behind which no quotation is open."""
    ends = [found.start() for found in BREAK.finditer(draft.text, draft.body)] or [len(draft.text.rstrip())]
    closed = [at for at in ends if draft.text.count('"', 0, at) % 2 == 0] or ends
    half = (draft.body + len(draft.text)) // 2
    return min(closed, key=lambda at: abs(at - half))


def inserted(draft: Draft, sentence: str) -> tuple[str, Place]:
    """Return the article with a sentence as a paragraph of its own in the middle, and where that stands."""
    at = middle(draft)
    text = replaced(draft.text, at, at, f"\n\n{sentence}")
    return text, Place(0, at + 2, at + 2 + len(sentence))


def sentence(code: str, kind: str, values: Values) -> Kind:
    """Return the kind of a sentence put into the article, filled wrongly in the plant, rightly in the control."""

    def plant(draft: Draft, drawn: random.Random, turn: int) -> Plant | None:
        template = wording(kind, turn)
        names = common_words(template, draft, drawn)
        slots = values(draft, drawn, template)
        if slots is None:
            return None
        (text, where), (control, _) = (inserted(draft, template.format_map({**names, **filled})) for filled in slots)
        return Plant(code, kind, draft.name, (draft.text,), (text,), (control,), (where,), template)

    return Kind(code, kind, plant)


def wording(kind: str, turn: int) -> str:
    """Return the sentence of a kind whose turn it is."""
    return sentences()[kind][turn % len(sentences()[kind])]


@cache
def sentences() -> Mapping[str, tuple[str, ...]]:
    """Return the sentences to plant, by kind."""
    read: dict[str, list[str]] = yaml.safe_load(_beside("sentences.yml"))
    return {kind: tuple(templates) for kind, templates in read.items()}


@cache
def words() -> Mapping[str, tuple[str, ...]]:
    """Return the words that fill slots, by slot."""
    read: dict[str, list[str]] = yaml.safe_load(_beside("words.yml"))
    return {slot: tuple(listed) for slot, listed in read.items()}


def _beside(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def common_words(template: str, draft: Draft, drawn: random.Random) -> dict[str, str]:
    """Return words for a template's slots of names, none twice and none that the article has itself.

    {place}, {place2} and {place3} are three places; {Party} and {PLACE} are {party} and {place}, written otherwise.
    """
    own = draft.text.lower()
    filled: dict[str, str] = {}
    for slot, listed in words().items():
        free = [word for word in listed if word.lower() not in own] or list(listed)
        for number, word in enumerate(drawn.sample(free, min(4, len(free))), start=1):
            name = slot if number == 1 else f"{slot}{number}"
            filled |= {name: word, name.capitalize(): word[0].upper() + word[1:], name.upper(): word.upper()}
    slots = {name for _, name, _, _ in Formatter().parse(template) if name}
    return {name: filled[name] for name in sorted(slots) if name in filled}
