"""Lists of places between commas, and of common nouns behind a colon: "two ports, Brest and Vigo, ..."."""

import re

from factcheck.claims.arithmetic import Figures
from factcheck.domain import Mention, Quantity
from factcheck.language.places import folded, gazetteer

_COLON = re.compile(r":\s+([^.;:()!?\n\d\"“”–—]{3,200}?)\s*\.?\s*$")
_COMMAS = re.compile(r",\s+([^.;:()!?\n\d\"“”–—]{3,200}?\sand\s[^,.;:()!?\n\d\"“”–—]{2,40}),\s(?!and\b|as well\b)")
_JOINT = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_FEWEST = 2
_SLIP = 1  # a longer or shorter list is of something else
_LONGEST = 3  # words of an item
_NOUNS = frozenset({"NOUN", "PROPN"})
_CITIES = frozenset({"city", "town", "port", "capital", "resort"})

Spans = list[tuple[int, int]]


def plain_items(figures: Figures, mention: Mention, quantity: Quantity) -> Spans | None:
    """Return the spans of the things listed right behind a counted noun, None unless as many as told or one off."""
    text, sentence = figures.analysis.article.text, figures.analysis.sentences[figures.sentence]
    if quantity.head is None or quantity.unit is None or quantity.low is None or quantity.low < _FEWEST:
        return None
    start = max(mention.end, quantity.head[1])
    noun = _singular(text[quantity.head[0] : quantity.head[1]].lower())
    whole = text[start : sentence.end]
    colon, commas = _COLON.match(whole), _COMMAS.match(whole)
    listed = colon or commas
    if listed is None or len(re.findall(r"\band\b", listed[1])) != 1:
        return None
    spans = _split(text, start + listed.start(1), start + listed.end(1))
    if len(spans) < _FEWEST or abs(len(spans) - quantity.low) > _SLIP:
        return None
    if colon:
        clear = noun not in figures.words.groupings and all(_is_noun(figures, *span) for span in spans)
    else:
        first = "," not in text[sentence.start : mention.start]
        clear = first and _are_places(figures, noun, [text[begin:end] for begin, end in spans])
    return spans if clear else None


def _split(text: str, start: int, stop: int) -> Spans:
    edges = [(joint.start(), joint.end()) for joint in _JOINT.finditer(text, start, stop)]
    begins = [start, *(end for _, end in edges)]
    return list(zip(begins, [*(begin for begin, _ in edges), stop], strict=True))


def _singular(noun: str) -> str:
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")


def _is_noun(figures: Figures, start: int, end: int) -> bool:
    """Tell whether an item is a common noun with no more than adjectives and nouns before it: "copper wire"."""
    span = figures.analysis.span(start, end, figures.sentence)
    if span is None or len(span) > _LONGEST or span[-1].pos_ not in _NOUNS:
        return False
    plain = all(token.pos_ in {*_NOUNS, "ADJ"} for token in span)
    return plain and span.text.islower() and not {token.lower_ for token in span} & figures.words.open_list


def _are_places(figures: Figures, noun: str, names: list[str]) -> bool:
    """Tell whether names are places of the noun's kind: not "two cities, Turin, Italy and Lyon"."""
    kind = "city" if noun in _CITIES else noun
    if kind not in {"city", "country"} or not all(
        name[:1].isupper() and len(name.split()) <= _LONGEST for name in names
    ):
        return False
    by_name = gazetteer(figures.analysis.lexicon).by_name
    known = [place.kind for name in names if (place := by_name.get(folded(name))) is not None]
    return bool(known) and set(known) == {kind}
