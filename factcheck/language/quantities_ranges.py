"""Numbers with their units, joined to ranges, and units shared along a row of numbers."""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.domain import QuantityKind
from factcheck.language.numerals import Numeral
from factcheck.language.pieces import Pieces
from factcheck.language.quantities_units import Unit, per, unit_before, unit_behind, unit_lexicon
from factcheck.lexicon import Lexicon

_SHARING = frozenset({",", "and", "or", "to", "-", "–", "—", "against"})


class Figure(NamedTuple):
    """A number or range with its unit; `first` and `last` are the pieces it is written in, unit included."""

    numeral: Numeral
    first: int
    last: int
    unit: Unit | None
    own: bool = True
    dropped: bool = False


def figures_of(text: Pieces, numbers: list[Numeral], lexicon: Lexicon) -> Iterator[Figure]:
    """Yield the numbers with their units; ranges are joined, "5, 6 and 7 percent" share their unit."""
    figures = [_with_unit(text, number, lexicon) for number in numbers]
    for at in range(len(figures) - 2, -1, -1):
        if at == 0 or not _ends_range(text, figures[at - 1], figures[at]):
            figures[at] = _shared(text, figures[at], figures[at + 1])
    for at in range(1, len(figures)):
        figures[at] = _shared_forward(text, figures[at - 1], figures[at])
    at = 0
    while at < len(figures):
        figure = figures[at]
        following = figures[at + 1] if at + 1 < len(figures) else None
        joined = _range(text, figure, following, lexicon) if following is not None else None
        if joined is not None:
            yield joined
            at += 2
            continue
        if following is not None and (_paired(text, figure, following) or _digit_run(text, figure, following)):
            at = _past_pairs(text, figures, at)  # a score, a telephone number: "6-3", "555-0134-2"
            continue
        yield figure
        at += 1


def _with_unit(text: Pieces, number: Numeral, lexicon: Lexicon) -> Figure:
    before = unit_before(text, number, lexicon)
    if before is not None and number.spelled:
        before = None
    behind = unit_behind(text, number, lexicon)
    if behind is None and number.round and text.word(number.last) == "of":
        behind = unit_behind(text, number._replace(last=number.last + 1), lexicon)
    if before is not None:
        last = number.last
        if behind is not None and behind.kind is QuantityKind.MONEY and behind.name != "cent":
            last = behind.last  # "$5 million dollars", "US$5 USD"
        return _rated(text, Figure(number, before.first, last, before), lexicon)
    if behind is None:
        return Figure(number, number.first, number.last, None)
    return _rated(text, Figure(number, number.first, behind.last, behind), lexicon)


def _rated(text: Pieces, figure: Figure, lexicon: Lexicon) -> Figure:
    """Take what the figure is per into it ("$27 a share")."""
    assert figure.unit is not None
    rate = per(text, figure.last, lexicon)
    if rate is None:
        rate = _rate_behind_bracket(text, figure, lexicon)
        return figure if rate is None else figure._replace(unit=figure.unit._replace(per=rate[0]))
    return figure._replace(last=rate[1], unit=figure.unit._replace(per=rate[0]))


def _rate_behind_bracket(text: Pieces, figure: Figure, lexicon: Lexicon) -> tuple[str, int] | None:
    """Return what both figures of "450 kilometres (280 miles) an hour" are per."""
    at = figure.last
    if text.word(at) == "(":
        at = next((index for index in range(at + 1, min(at + 7, len(text.words))) if text.words[index] == ")"), at)
    return per(text, at + 1, lexicon) if text.word(at) == ")" else None


def _ends_range(text: Pieces, low: Figure, high: Figure) -> bool:
    """Tell whether a figure ends a range whose beginning has its currency: the 320 of "$315-320 and 5 percent"."""
    begun = low.unit is not None and not low.unit.behind
    return begun and high.first == low.last + 1 and text.word(low.last) in {"-", "–"}


def _shared(text: Pieces, figure: Figure, following: Figure) -> Figure:
    """Give a bare number the unit (and scale) of the next one that it is joined to."""
    unit, number = following.unit, figure.numeral
    if unit is None or following.first != figure.last + 1:
        return figure
    link, opening = text.word(figure.last), text.word(figure.first - 1)
    if link not in _SHARING and not (link == "from" and opening in {"to", "at"}):
        return figure
    prefixed = figure.unit is not None and not figure.unit.behind and not unit.behind and figure.unit.name == unit.name
    if figure.unit is not None and not prefixed and not (figure.unit.kind is unit.kind and not figure.unit.behind):
        return figure
    if figure.unit is None and (not unit.behind or (link in {",", "and"} and opening in {"from", "against"})):
        return figure  # "1.52 pounds from 1.53 and 2.1 euros": what came before decides
    if figure.unit is None and (
        (number.decimal is False and _yearlike(text, number))
        or (text.glued(number.first) and text.kind(number.first - 1) == "w")
    ):
        return figure
    if text.word(figure.last) in {"-", "–", "to", "or", "and"}:
        number = _scaled(number, following.numeral)
    return figure._replace(
        numeral=number, unit=figure.unit or unit._replace(first=0, last=0), own=figure.unit is not None
    )


def _scaled(number: Numeral, following: Numeral) -> Numeral:
    """Give a number the scale word of the one that it is joined to ("$26 and $31 million")."""
    scale = following.scale
    if scale <= 1 or number.scale != 1 or number.low >= 1000:
        return number
    low, high, step = number.low * scale, number.high * scale, number.step * scale
    return number._replace(low=low, high=high, step=step, scale=scale, scaled=True)


def _yearlike(text: Pieces, number: Numeral) -> bool:
    written = text.words[number.first]
    return written.isdigit() and len(written) == 4 and written[:2] in {"18", "19", "20"}


def _shared_forward(text: Pieces, before: Figure, figure: Figure) -> Figure:
    """Give a bare number the unit of the figure before it ("to 47 percent from 41", "between $26 and 31")."""
    unit = before.unit
    if figure.unit is not None or unit is None:
        return figure
    if figure.first == before.last + 1 and text.word(before.last) in {"-", "–", "and", "to"} and not unit.behind:
        opened = text.word(before.first - 1) in {"between", "from"} or text.word(before.last) in {"-", "–"}
        return figure._replace(unit=unit._replace(first=0, last=0), own=False) if opened else figure
    came = figure.first == before.last + 1 and text.word(before.last) in {"from", "against"}
    went = text.word(before.first - 1) in {"to", "at"}
    bare = text.word(figure.last) in {"", ".", ",", ";", "in", "a", "last", "the", ")", "earlier", "previously"}
    if came and went and bare and unit.per is None:
        return figure._replace(unit=unit._replace(first=0, last=0), own=False)
    return figure


def _range(text: Pieces, low: Figure, high: Figure, lexicon: Lexicon) -> Figure | None:
    """Join two numbers to a range: "5-6 percent", "between $26 and $31 million", "two or three soldiers"."""
    if high.first != low.last + 1 or low.numeral.round:
        return None
    link = text.word(low.last)
    high = _in_full(text, low, high)
    if high.numeral.scaled:
        low = low._replace(numeral=_scaled(low.numeral, high.numeral))
    if low.numeral.low >= high.numeral.low:
        return None
    kinds = low.unit.kind if low.unit else None, high.unit.kind if high.unit else None
    if kinds[0] is not kinds[1] or (low.unit and high.unit and low.unit.name != high.unit.name):
        return None
    if text.hyphen(high.last) and text.kind(high.last + 1) == "n":
        return None
    opening = text.word(low.first - 1)
    if not _joins(text, low, high, link, opening):
        return None
    unit = high.unit or low.unit
    if unit is None and (
        _scored(text, high, lexicon) or (text.glued(low.first) and text.kind(low.first - 1) in {"w", "n"})
    ):
        return None
    number = high.numeral._replace(
        first=low.numeral.first, low=low.numeral.low, high=high.numeral.high,
        step=min(low.numeral.step, high.numeral.step),
    )  # fmt: skip
    return Figure(number, low.first, high.last, unit)


def _in_full(text: Pieces, low: Figure, high: Figure) -> Figure:
    """Give the end of a range its whole number when only its decimals are written ("1.62-67 euros")."""
    whole, _, decimals = text.words[low.numeral.first].partition(".")
    tail, number = text.words[high.numeral.first], high.numeral
    if len(decimals) < 2 or len(tail) != len(decimals) or not text.hyphen(low.last) or not tail.isdigit():
        return high
    if low.numeral.scaled or number.scaled or number.first != low.last + 1 or number.last != number.first + 1:
        return high
    value = float(f"{whole.replace(',', '')}.{tail}")
    return high._replace(numeral=number._replace(low=value, high=value, step=low.numeral.step, decimal=True))


def _joins(text: Pieces, low: Figure, high: Figure, link: str, opening: str) -> bool:
    if link == "and":
        return opening == "between" or text.words[max(0, low.first - 3) : low.first][:1] == ("between",)
    if link == "or":
        return low.unit is None or not low.own
    if link in {"-", "–", "‑"}:
        return True
    if link != "to" or opening in {"from", "by", "up", "down"}:
        return opening == "by" and link == "to" and low.unit is not None and not low.own
    if low.unit is not None and low.own and low.unit.behind:
        return False
    widest = 3 if high.unit is not None and high.unit.name == "point" else 10
    percent = high.unit is not None and high.unit.kind is QuantityKind.PERCENT
    return percent or high.numeral.low <= widest * low.numeral.low


def _scored(text: Pieces, high: Figure, lexicon: Lexicon) -> bool:
    return text.word(high.last) in unit_lexicon(lexicon).scores


def _paired(text: Pieces, figure: Figure, following: Figure) -> bool:
    """Tell whether a hyphen without spaces ties two numbers that are no range."""
    return figure.unit is None and following.first == figure.last + 1 and text.hyphen(figure.last)


def _digit_run(text: Pieces, figure: Figure, following: Figure) -> bool:
    """Tell whether two groups of digits stand side by side, as in a telephone number."""
    bare = figure.unit is None and not figure.numeral.spelled and not following.numeral.spelled
    return bare and following.first == figure.last and not figure.numeral.scaled and text.word(figure.last) != ","


def _past_pairs(text: Pieces, figures: list[Figure], at: int) -> int:
    while at + 1 < len(figures):
        figure, following = figures[at], figures[at + 1]
        tied = following.first == figure.last + 1 and text.hyphen(figure.last)
        if not tied and not _digit_run(text, figure, following):
            break
        at += 1
    return at + 1
