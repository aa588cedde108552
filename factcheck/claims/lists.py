"""Claims that a count is followed by the list of what it counts: "three regions: Bryansk and Smolensk"."""

import re
from collections.abc import Iterator

from factcheck.claims.arithmetic import Figures
from factcheck.domain import Claim, Operand, QuantityKind

_OPENING = re.compile(r"[^.,;:()!?\n]{0,80}(?::|\s[–—-]{1,2})\s+")
_CLOSING = re.compile(r"\s[–—-]{1,2}\s|[.;!?()\n]")
_JOINT = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s*&\s*")
_FEWEST = 2
_LONGEST_NAME = 5
_LONGEST_LIST = 400


def list_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attribute "list" and the roles count and item.

    The list must follow the counted noun behind a colon or dash and hold nothing but names.
    """
    for at, mention in enumerate(figures.mentions):
        quantity = figures.quantity(at)
        exact = quantity.hedge == "exact" and quantity.low == quantity.high and quantity.step == 0
        if (
            quantity.kind is not QuantityKind.COUNT
            or quantity.head is None
            or not exact
            or figures.analysis.in_title(mention.start)
        ):
            continue
        items = _items(figures, mention.end, quantity.head[1])
        if items is None:
            continue
        operands = [figures.operand("count", at)]
        for start, end in items:
            place = figures.analysis.locate(start, end, figures.sentence)
            operands.append(Operand("item", place, value=place.text))
        yield figures.claim("list", mention.start, items[-1][1], operands, str(len(items)))


def _items(figures: Figures, end: int, head: int) -> list[tuple[int, int]] | None:
    """Return the spans of the names listed behind a count, None unless the list is closed and clear."""
    text = figures.analysis.article.text
    last = figures.analysis.sentences[figures.sentence].end
    opening = _OPENING.match(text, max(end, head), last)
    if opening is None or _holds_verb_or_more(opening.group()[:-2].split(), figures):
        return None
    start = opening.end()
    closing = _CLOSING.search(text, start, min(last, start + _LONGEST_LIST))
    stop = closing.start() if closing else last
    if stop - start >= _LONGEST_LIST or (
        closing is not None and closing.group().strip() not in {".", ";"} and text[stop:last].strip(" .–—-")
    ):
        return None
    spans = _split(text, start, stop)
    if len(spans) < _FEWEST or not all(_is_name(text[first:final], figures) for first, final in spans):
        return None
    return spans if re.search(r"\band\b|&", text[start:stop]) else None


def _split(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    spans, at = [], start
    for joint in [*_JOINT.finditer(text, start, stop), None]:
        end = joint.start() if joint else stop
        spans.append((at, end))
        at = joint.end() if joint else stop
    return [(first, final) for first, final in spans if first < final]


def _holds_verb_or_more(words: list[str], figures: Figures) -> bool:
    """Tell whether the words between noun and list name some of its members already or leave it open."""
    return any(word.lower() in figures.words.open_list or word[0].isupper() for word in words)


def _is_name(name: str, figures: Figures) -> bool:
    words = name.split()
    if not 0 < len(words) <= _LONGEST_NAME:
        return False
    capital = all(word[0].isupper() or word in figures.words.name_words for word in words)
    listed = any(word.lower() in figures.words.open_list for word in words)
    return capital and not listed and words[0] != "The" and not any(character.isdigit() for character in name)
