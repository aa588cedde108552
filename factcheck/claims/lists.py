"""Claims that a count is followed by the list of what it counts: "three regions: Bryansk and Smolensk"."""

import re
from collections.abc import Iterator

from factcheck.claims.appositions import plain_items
from factcheck.claims.arithmetic import Figures
from factcheck.domain import Claim, Operand, QuantityKind
from factcheck.language.syntax import objects, predicate

_OPENING = re.compile(r"[^.,;:()!?\n]{0,80}?(?:(?::|\s[–—-]{1,2})\s+|\s\()")
_CLOSING = re.compile(r"\s[–—-]{1,2}(?=\s)|[.;!?()\n]")
_BEFORE = re.compile(r",\s+(?:the|those|these)\s+$")
_JOINT = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s*&\s*")
_AND = re.compile(r"\band\b|&")
_FEWEST = 2
_LONGEST_NAME = 5
_LONGEST_LIST = 400


def list_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attribute "list" and the roles count and item.

    The list must follow the counted noun behind a colon, dash or bracket, or open the sentence and be counted behind a
    comma ("Lyon, Nice and Lille, the two cities, ..."), and hold nothing but names; for others see `appositions`.
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
        items = _items(figures, mention.start, mention.end, quantity.head[1])
        if items is None and quantity.low is not None:
            items = plain_items(figures, mention, quantity)
        if (
            items is None
            or _counted_otherwise(figures, at, len(items))
            or quantity.low == _divided_by_commas(figures, items)
        ):
            continue
        operands = [figures.operand("count", at)]
        for start, end in items:
            place = figures.analysis.locate(start, end, figures.sentence)
            operands.append(Operand("item", place, value=place.text))
        start, end = min(mention.start, items[0][0]), max(mention.end, items[-1][1])
        yield figures.claim("list", start, end, operands, str(len(items)))


def _counted_otherwise(figures: Figures, at: int, length: int) -> bool:
    """Tell whether another count of the sentence is that of the list."""
    others = (figures.quantity(other) for other in range(len(figures.mentions)) if other != at)
    return any(other.kind is QuantityKind.COUNT and other.low == length for other in others)


def _divided_by_commas(figures: Figures, items: list[tuple[int, int]]) -> int | None:
    """Return how many items a list has if only its commas divide them: "Highland, Argyll and Bute, and Orkney"."""
    whole = figures.analysis.article.text[items[0][0] : items[-1][1]]
    return whole.count(",") + 1 if re.search(r",\s+and\s", whole) else None


def _items(figures: Figures, start: int, end: int, head: int) -> list[tuple[int, int]] | None:
    """Return the spans of the names listed behind a count or before it, None unless the list is closed and clear."""
    text = figures.analysis.article.text
    sentence = figures.analysis.sentences[figures.sentence]
    opening = _OPENING.match(text, max(end, head), sentence.end)
    if opening is None:
        return _items_before(figures, start, max(end, head))
    sign = opening.group().strip()[-1]
    if sign == "(" and _is_object(figures, start, end):
        return None  # "the largest states have two seats (Bavaria and Saxony)" lists who has them
    if _holds_verb_or_more(opening.group().strip().rstrip("-–—:(").split(), figures):
        return None
    stop = _stop(text, opening.end(), sentence.end, sign)
    return None if stop is None else _names(figures, opening.end(), stop)


def _is_object(figures: Figures, start: int, end: int) -> bool:
    span = figures.analysis.span(start, end, figures.sentence)
    verb = predicate(span.root) if span is not None else None
    return span is not None and verb is not None and span.root in objects(verb)


def _stop(text: str, start: int, last: int, sign: str) -> int | None:
    """Return where a list ends: at its bracket or second dash, else with the sentence; None when it is not clear."""
    closing = _CLOSING.search(text, start, min(last, start + _LONGEST_LIST))
    stop = closing.start() if closing else last
    if stop - start >= _LONGEST_LIST:
        return None
    ended = closing.group().strip() if closing else ""
    if sign == "(":
        return stop if ended == ")" else None
    if sign != ":" and ended and ended[0] == sign:
        return stop
    rest = text[stop:last].strip(" .–—-")
    return None if closing is not None and (ended not in {".", ";"} and rest) else stop


def _items_before(figures: Figures, start: int, end: int) -> list[tuple[int, int]] | None:
    """Return the names that open a sentence and are counted behind: "Lyon, Nice and Lille, the two cities, ..."."""
    text = figures.analysis.article.text
    sentence = figures.analysis.sentences[figures.sentence]
    before = _BEFORE.search(text, max(sentence.start, start - 8), start)
    if before is None or start - sentence.start > _LONGEST_LIST or text[end : end + 1] != ",":
        return None
    return _names(figures, sentence.start, before.start())


def _names(figures: Figures, start: int, stop: int) -> list[tuple[int, int]] | None:
    text = figures.analysis.article.text
    spans = _split(text, start, stop)
    if len(spans) < _FEWEST or not all(_is_name(text[first:final], figures) for first, final in spans):
        return None
    return spans if len(_AND.findall(text, start, stop)) == 1 else None  # a second one may stand in a name


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
