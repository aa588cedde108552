"""Lists of people or things with semicolons: "The four winners are Ana Lima, a baker; Ivo Kos; ...; and ..."."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from factcheck.claims.arithmetic import CalculationWords, calculation_words
from factcheck.claims.build import make_claim, quantity_operand
from factcheck.claims.frames import is_quoted
from factcheck.domain import Claim, Hedge, Kind, Mention, MentionKind, Operand, Quantity, QuantityKind
from factcheck.language.analysis import Analysis
from factcheck.lexicon import Lexicon

_REACH = 3  # sentences before a list in which its number may stand
_FEWEST = 3
_TWO_NAMES = re.compile(r"[A-Z]\w+ (?:and|&) (?:[A-Z]|the |his |her )")


class RollWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of rolls.yml."""

    before: tuple[str, ...]
    members: tuple[str, ...]
    other: tuple[str, ...]
    behind: tuple[str, ...]
    being: tuple[str, ...]
    people: frozenset[str]
    led: frozenset[str]


@cache
def _words(lexicon: Lexicon) -> RollWords:
    return lexicon.load("rolls", RollWords)


@cache
def _opening(lexicon: Lexicon) -> re.Pattern[str]:
    """Return how a list begins: "They are", "Its members are as follows:", "The four winners this year are"."""
    words = _words(lexicon)
    before, members, other, behind, being = (
        "|".join(map(re.escape, each)) for each in (words.before, words.members, words.other, words.behind, words.being)
    )
    counted = rf"The (?P<number>[\w-]+) (?:[\w-]+ ){{0,2}}?[\w-]+?s(?: (?:{behind}))?"
    return re.compile(rf"(?:(?P<before>{before})|(?P<members>{members})|(?P<other>{other})|{counted}) (?:{being}) ")


def roll_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield claims with the attribute "list" (roles count, item) for lists whose items semicolons divide.

    The number stands in the sentence ("The four winners are") or, for "They are" and "Its members are", is the one
    count of the sentence before, or of people in the sentences before.
    """
    words = calculation_words(analysis.lexicon)
    for sentence in analysis.sentences:
        text = analysis.article.text[sentence.start : sentence.end]
        opening = _opening(analysis.lexicon).match(text)
        if opening is None or text.count(";") < _FEWEST - 1 or is_quoted(analysis, sentence.start):
            continue
        items = _items(text, opening.end(), words)
        count = _count(analysis, sentence.index, opening) if items else None
        if items and count is not None and not _another_fits(analysis, sentence.index, len(items)):
            yield _claim(analysis, count, [(sentence.start + start, sentence.start + end) for start, end in items])


def _items(text: str, start: int, words: CalculationWords) -> list[tuple[int, int]]:
    """Return the spans of the items between semicolons; none where one may be two, or the list is open."""
    spans = []
    for piece in re.finditer(r"[^;]+", text[start:]):
        bare = piece.group().strip(" .").removeprefix("and ")
        first = bare.split(maxsplit=1)[0].lower() if bare else ""
        head = bare.split(",", maxsplit=1)[0]
        if not bare or first in words.open_list or _TWO_NAMES.search(head) or not re.search(r"[A-Z]", head):
            return []
        at = text.index(bare, start + piece.start())
        spans.append((at, at + len(bare)))
    closed = re.search(r";\s+and\s", text[start:]) is not None
    return spans if closed and len(spans) >= _FEWEST else []


def _count(analysis: Analysis, sentence: int, opening: re.Match[str]) -> Mention | None:
    """Return the number that a list is to have; None where none or several may be meant."""
    if opening["number"] is not None:
        start = analysis.sentences[sentence].start
        found = [each for each in _counts(analysis, sentence) if each.start < start + opening.end()]
        return found[0] if len(found) == 1 else None
    if opening["members"] is not None:
        near = range(max(0, sentence - _REACH), sentence)
        people = [
            each for at in near for each in _counts(analysis, at) if _unit(each) in _words(analysis.lexicon).people
        ]
        return people[0] if len(people) == 1 and not _is_led(analysis, people[0].sentence, sentence) else None
    found = list(_counts(analysis, sentence - 1)) if sentence and opening["before"] is not None else []
    return found[0] if len(found) == 1 else None


def _is_led(analysis: Analysis, first: int, last: int) -> bool:
    """Tell whether sentences say who leads a body, whom the list of its members may leave out."""
    words = _words(analysis.lexicon).led
    return any(token.lemma_.lower() in words for at in range(first, last) for token in analysis.sentences[at].doc)


def _counts(analysis: Analysis, sentence: int) -> Iterator[Mention]:
    for mention in analysis.of_kind(MentionKind.QUANTITY, sentence=sentence):
        count = mention.detail
        if isinstance(count, Quantity) and count.kind is QuantityKind.COUNT and count.head is not None:
            exact = count.hedge is Hedge.EXACT and count.low == count.high and not count.step
            if exact and (count.low or 0) >= _FEWEST and not analysis.in_title(mention.start):
                yield mention


def _unit(count: Mention) -> str | None:
    return count.detail.unit if isinstance(count.detail, Quantity) else None


def _another_fits(analysis: Analysis, sentence: int, listed: int) -> bool:
    """Tell whether any figure of the sentence or of those before is that of the list."""
    return any(
        isinstance(mention.detail, Quantity) and mention.detail.low == listed
        for at in range(max(0, sentence - _REACH), sentence + 1)
        for mention in analysis.of_kind(MentionKind.QUANTITY, sentence=at)
    )


def _claim(analysis: Analysis, count: Mention, items: list[tuple[int, int]]) -> Claim:
    assert isinstance(count.detail, Quantity)
    sentence = next(each.index for each in reversed(analysis.sentences) if each.start <= items[0][0])
    places = [analysis.locate(start, end, sentence) for start, end in items]
    return make_claim(
        analysis,
        Kind.CALCULATION,
        "list",
        items[0][0],
        items[-1][1],
        sentence,
        operands=(
            quantity_operand(analysis, "count", count),
            *(Operand("item", place, value=place.text) for place in places),
        ),
        value=str(len(items)),
    )
