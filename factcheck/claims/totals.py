"""Claims that parts make a total, or that a part is of a whole and so many percent of it."""

from collections.abc import Iterator

from factcheck.claims.arithmetic import Figures, comparable
from factcheck.domain import Claim, Operand, Quantity, QuantityKind
from factcheck.language.numerals import number_words, numerals
from factcheck.language.pieces import pieces

_FEWEST = 2
_CUTS = frozenset({",", "-", "–", "—"})
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our", "all", "these", "those"})


def total_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attribute "total" and the roles part and total: "12 men and 9 women, 21 in all".

    The parts are all figures before the total (or behind its colon), of one unit; a word must close them.
    """
    if figures.all_words() & figures.words.open_parts - _closing(figures):
        return
    count = len(figures.mentions)
    if count <= _FEWEST:
        return
    last = count - 1
    if _closed(figures, last) and _alike(figures, range(last), last):
        yield _total(figures, range(last), last)
    elif _opened(figures) and _alike(figures, range(1, count), 0):
        yield _total(figures, range(1, count), 0)


def _closing(figures: Figures) -> frozenset[str]:
    """Return the words that a total's own phrase may hold ("a total of 780 to date" may not)."""
    return frozenset({"in"}) | figures.words.closed_by


def _closed(figures: Figures, at: int) -> bool:
    """Tell whether the words around the last figure make it a total of those before it."""
    between = figures.between(at - 1, at)
    behind = figures.behind(at)[:2]
    if behind in {("in", "all"), ("in", "total")} or behind[:1] == ("altogether",):
        return bool({*_CUTS, "or"} & set(between))
    cut = next((at for at, word in enumerate(between) if word in _CUTS), None)
    if cut is None or "and" in between[cut:]:
        return False
    return bool((figures.words.closed_by - {"all"}) & set(between[-4:]))


def _opened(figures: Figures) -> bool:
    """Tell whether the first figure is a total whose parts follow behind a colon or dash up to the sentence's end."""
    opening = set(figures.before(0)[-4:])
    if not opening & {"total", "totalled", "totaled", "all", "altogether"}:
        return False
    return figures.between(0, 1)[:1] in {(":",), ("–",), ("—",)}


def _alike(figures: Figures, parts: range, total: int) -> bool:
    """Tell whether parts and total are of one unit, and the parts joined by nothing but commas and one "and"."""
    if len(parts) < _FEWEST:
        return False
    whole = figures.quantity(total)
    for at in parts:
        part = figures.quantity(at)
        people = part.kind is QuantityKind.COUNT and whole.kind is QuantityKind.COUNT and part.unit is not None
        if not (comparable(part, whole) or (people and (whole.unit in {None, "people", "person"}))):
            return False
    joints = [figures.between(at, at + 1) for at in parts[:-1]]
    if any(":" in joint or ";" in joint or "(" in joint or len(joint) > 10 for joint in joints):
        return False
    return "and" in joints[-1] and all("," in joint or "and" in joint for joint in joints)


def _total(figures: Figures, parts: range, total: int) -> Claim:
    operands = [*(figures.operand("part", at) for at in parts), figures.operand("total", total)]
    start = min(operand.place.start for operand in operands)
    end = max(operand.place.end for operand in operands)
    return figures.claim("total", start, end, operands)


def part_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attributes "part" ("45 of the 40 delegates") and "ratio" ("15 of 60 plants (30%)")."""
    for at, mention in enumerate(figures.mentions):
        found = _part_of_whole(figures, at)
        if found is None:
            continue
        part, whole, last = found
        end = figures.mentions[last].end
        yield figures.claim("part", mention.start, end, (part, whole))
        if last + 1 < len(figures.mentions):
            share = figures.quantity(last + 1)
            between = figures.between(last, last + 1)
            if share.kind is QuantityKind.PERCENT and not share.change and _restates(between):
                operands = (part, whole, figures.operand("share", last + 1))
                end = figures.mentions[last + 1].end
                closed = figures.analysis.article.text[end : end + 1] == ")"
                yield figures.claim("ratio", mention.start, end + closed, operands)


def _restates(between: tuple[str, ...]) -> bool:
    core = [
        word
        for word in between
        if word
        not in {
            "about",
            "some",
            "around",
            "nearly",
            "almost",
            "roughly",
            "just",
            "over",
            "under",
            "more",
            "less",
            "than",
        }
    ]
    return core in (["("], [",", "or"], ["or"], ["(", "or"], ["-", "or"])


def _part_of_whole(figures: Figures, at: int) -> tuple[Operand, Operand, int] | None:
    quantity = figures.quantity(at)
    if quantity.kind is QuantityKind.RATIO:
        return _written_ratio(figures, at)
    if at + 1 >= len(figures.mentions) or quantity.kind is not QuantityKind.COUNT:
        return None
    whole = figures.quantity(at + 1)
    between = figures.between(at, at + 1)
    determined = between[:1] == ("of",) and len(between) == 2 and between[1] in _DETERMINERS
    if not determined or whole.kind is not QuantityKind.COUNT or whole.unit is None or quantity.unit != whole.unit:
        return None
    return figures.operand("part", at), figures.operand("whole", at + 1), at + 1


def _written_ratio(figures: Figures, at: int) -> tuple[Operand, Operand, int] | None:
    """Return part and whole of "15 of 60 plants" as counts; "one in five" is a rate and says nothing of either."""
    mention, quantity = figures.mentions[at], figures.quantity(at)
    text = pieces(figures.analysis.article.text[mention.start : mention.end])
    found = list(numerals(text, number_words(figures.analysis.lexicon)))
    if len(found) != _FEWEST or text.word(found[0].last) == "in" or quantity.unit is None:
        return None
    operands = []
    for role, number in zip(("part", "whole"), found, strict=True):
        start, end = mention.start + text.starts[number.first], mention.start + text.ends[number.last - 1]
        value = Quantity(QuantityKind.COUNT, number.low, number.high, unit=quantity.unit, hedge=quantity.hedge)
        place = figures.analysis.locate(start, end, figures.sentence)
        operands.append(Operand(role, place, quantity=value, value=place.text))
    return operands[0], operands[1], at
