"""Units behind and before a figure: percent, points, currencies and measures, from the lexicon."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import msgspec

from factcheck.domain import QuantityKind
from factcheck.language.numerals import Numeral
from factcheck.language.pieces import Pieces, pieces
from factcheck.lexicon import Lexicon

Phrases = dict[str, list[tuple[tuple[str, ...], "Unit"]]]


class MeasureUnit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A unit of units.yml; `conversion` gives it as a number of another unit, `also` are other sizes of the word.

    `zero` is where its scale puts the zero of the other.
    """

    unit: str
    words: tuple[str, ...]
    glued: tuple[str, ...] = ()
    conversion: tuple[float, str] | None = msgspec.field(default=None, name="is")
    also: tuple[float, ...] = ()
    zero: float = 0.0


class UnitLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of units.yml."""

    percent: tuple[str, ...]
    points: tuple[str, ...]
    units: tuple[MeasureUnit, ...]
    weighs: frozenset[str]
    per: frozenset[str]
    durations: frozenset[str]
    labels: frozenset[str]
    streets: frozenset[str]
    nominal: frozenset[str]
    plural: frozenset[str]
    scores: frozenset[str]
    uncounted: frozenset[str]
    times_before: frozenset[str]
    times_after: frozenset[str]


class Unit(NamedTuple):
    """A unit found at pieces `first` to before `last`; `behind` says that it stands behind its figure."""

    kind: QuantityKind
    name: str
    first: int = 0
    last: int = 0
    behind: bool = True
    per: str | None = None


@cache
def unit_lexicon(lexicon: Lexicon) -> UnitLexicon:
    """Return units.yml; raises RuleError when it is broken."""
    return lexicon.load("units", UnitLexicon)


@cache
def _behind(lexicon: Lexicon) -> Phrases:
    """Return the phrases that may stand behind a figure, by their first word, longest first."""
    words = unit_lexicon(lexicon)
    found: list[tuple[str, Unit]] = [(form, Unit(QuantityKind.PERCENT, "percent")) for form in words.percent]
    found += [(form, Unit(QuantityKind.POINTS, "points")) for form in words.points]
    for entry in words.units:
        kind = QuantityKind.POINTS if entry.unit == "basis point" else QuantityKind.MEASURE
        found += [(form, Unit(kind, entry.unit)) for form in (*entry.words, *entry.glued)]
    for row in lexicon.table("currencies"):
        found += [(form, Unit(QuantityKind.MONEY, row["code"])) for form in _forms(row["after"])]
    return _indexed(found, 0)


@cache
def _before(lexicon: Lexicon) -> Phrases:
    """Return the currency signs and codes that stand before a figure, by their last piece, longest first."""
    rows = lexicon.table("currencies")
    found = [(form, Unit(QuantityKind.MONEY, row["code"])) for row in rows for form in _forms(row["before"])]
    return _indexed(found, -1)


def _forms(field: str) -> list[str]:
    return [form for form in field.split(";") if form and form != "-"]


def _indexed(found: Iterable[tuple[str, Unit]], by: int) -> Phrases:
    index: Phrases = {}
    for form, unit in found:
        phrase = pieces(form).words
        index.setdefault(phrase[by], []).append((phrase, unit))
    return {word: sorted(entries, key=lambda entry: -len(entry[0])) for word, entries in index.items()}


def unit_before(text: Pieces, numeral: Numeral, lexicon: Lexicon) -> Unit | None:
    """Return the currency whose sign or code stands directly before a figure ("$ 315", "Br9.9", "US$5")."""
    at = numeral.first - 1
    previous = text.words[at - 1] if at > 0 else ""
    for phrase, unit in _before(lexicon).get(text.word(at), ()):
        if len(phrase) > 1 and phrase[-2] != previous:
            continue
        first = at - len(phrase) + 1
        if first < 0 or text.words[first : at + 1] != phrase:
            continue
        if any(not text.glued(inner) for inner in range(first + 1, at + 1)):
            continue
        written = text.text[text.starts[first]]
        if written.isalpha() and (
            not written.isupper() or (first > 0 and text.glued(first) and text.kinds[first - 1] == "n")
        ):
            continue
        if not written.isalpha() and text.glued(first) and text.kinds[first - 1] == "w":
            return Unit(unit.kind, f"{text.words[first - 1]}{phrase[0]}", first - 1, at + 1, behind=False)
        return Unit(unit.kind, unit.name, first, at + 1, behind=False)
    return None


def unit_behind(text: Pieces, numeral: Numeral, lexicon: Lexicon) -> Unit | None:
    """Return the unit directly behind a figure, over a hyphen too ("271-million-dollar", "5 per cent", "45p")."""
    at = numeral.last
    if text.hyphen(at):
        at += 1
    for phrase, unit in _behind(lexicon).get(text.word(at), ()):
        last = at + len(phrase)
        if text.words[at:last] == phrase and _fits(text, numeral, phrase, at, last, unit, lexicon):
            named = _weight(text, unit, at, last, lexicon)
            return Unit(named.kind, named.name, at, last)
    return _foreign(text, at, lexicon)


def _fits(
    text: Pieces, numeral: Numeral, phrase: tuple[str, ...], at: int, last: int, unit: Unit, lexicon: Lexicon
) -> bool:
    """Tell whether a phrase is a unit here: letters stand glued to digits, "won" is no verb, "mark" no target."""
    if phrase == ("us",):
        return text.word(last) == ")"  # "(130 US)"
    if len(phrase) == 1 and len(phrase[0]) <= 2 and phrase[0].isalpha():
        glued = text.glued(at) and not numeral.spelled
        if len(phrase[0]) == 1:
            return glued and not text.written(at, last).isupper()
        return glued or (
            not numeral.spelled
            and text.written(at, last) in {phrase[0], phrase[0].upper(), "kW", "MW", "GW", "MHz", "Mb"}
        )
    if phrase == ("won",):
        return numeral.scaled or numeral.low >= 1000
    if phrase in {("mark",), ("sterling",)} and unit.kind is QuantityKind.MONEY:
        return numeral.scaled and text.hyphen(at - 1)
    if phrase == ("foot",) or phrase == ("yard",):
        return text.hyphen(at - 1) or numeral.low in {0.5, 1.0}
    if (
        unit.kind is QuantityKind.MEASURE
        and text.word(last) in unit_lexicon(lexicon).durations
        and text.word(last - 1) == "light"
    ):
        return False
    return not (text.glued(last) and text.kind(last) == "n" and phrase[-1].isalpha())


def _weight(text: Pieces, unit: Unit, at: int, last: int, lexicon: Lexicon) -> Unit:
    """Return pounds as a weight when a word of weighing stands near, else the unit as it is."""
    if unit.name != "GBP" or text.words[at] not in {"pound", "pounds"} or last - at > 1:
        return unit
    near = {*text.words[max(0, at - 8) : at], *text.words[last : last + 5]}
    if near & unit_lexicon(lexicon).weighs and text.word(at - 2) not in "£$":
        return Unit(QuantityKind.MEASURE, "pound")
    return unit


def _foreign(text: Pieces, at: int, lexicon: Lexicon) -> Unit | None:
    """Return a currency with an unknown country's adjective ("Namibian dollars"), as a unit of its own."""
    if at + 1 >= len(text.words) or text.kinds[at] != "w" or not text.text[text.starts[at]].isupper():
        return None
    for phrase, unit in _behind(lexicon).get(text.words[at + 1], ()):
        if (
            len(phrase) == 1
            and unit.kind is QuantityKind.MONEY
            and len(phrase[0]) > 3
            and unit.name not in {"cent", "penny"}
        ):
            singular = phrase[0].removesuffix("s")
            return Unit(unit.kind, f"{text.words[at]} {singular}", at, at + 2)
    return None


def per(text: Pieces, at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """Return what a figure is per and where that ends ("a share", "per barrel", "to the dollar")."""
    words = unit_lexicon(lexicon).per
    word, following = text.word(at), text.word(at + 1)
    if word == "per" and text.kind(at + 1) == "w":
        return following, at + 2
    if (
        word in {"a", "an"}
        and following in words
        and text.word(at + 2) not in {"ago", "earlier", "later", "before", "after"}
    ):
        return following, at + 2
    if word == "/" and following in words and text.glued(at):
        return following, at + 2
    if (
        word == "to"
        and following == "the"
        and text.word(at + 2) in {"dollar", "pound", "euro", "mark", "yen", "rouble", "ruble"}
    ):
        return text.word(at + 2), at + 3
    return None
