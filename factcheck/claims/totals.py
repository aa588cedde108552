"""Claims that parts make a total: "12 men and 9 women, 21 in all"."""

from collections.abc import Iterator

from factcheck.claims.arithmetic import Figures, comparable
from factcheck.domain import Claim, QuantityKind

_FEWEST = 2
_CUTS = frozenset({",", "-", "–", "—"})
_COLONS = {(":",), ("–",), ("—",)}
_CALLED = frozenset({"total", "totalled", "totaled", "all", "altogether"})
_TAIL = 5  # words behind the last part


def total_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attribute "total" and the roles part and total: "12 men and 9 women, 21 in all".

    The parts are all figures of the total's unit before it, or behind its colon, comma or "of which"; a word must close
    them. The value is "partly" when there may be more parts than those told ("90, of which 12 were Poles, 9 Czechs").
    """
    if figures.all_words() & figures.words.open_parts - _closing(figures):
        return
    count = len(figures.mentions)
    last = count - 1
    if count > _FEWEST and _closed(figures, last):
        first = _unlike(figures, last)
        if alike(figures, range(first, last), last):
            yield total_of(figures, range(first, last), last)
            return
    for at in range(count - _FEWEST):
        if _opened(figures, at) and alike(figures, range(at + 1, count), at):
            partly = "which" in figures.between(at, at + 1) and not _complementary(figures, at)
            yield total_of(figures, range(at + 1, count), at, "partly" if partly else None)
            return


def _complementary(figures: Figures, total: int) -> bool:
    """Tell whether the parts behind a total are by their names all that there is: exports and imports."""
    named = figures.all_words()
    joints = [figures.between(at, at + 1) for at in range(total + 1, len(figures.mentions) - 1)]
    return any(named.issuperset(pair) for pair in figures.words.complements) and all(
        len(joint) <= 3 for joint in joints
    )


def _unlike(figures: Figures, last: int) -> int:
    """Return the first figure behind all counts, where the total is none of them ("two mines", of tonnes)."""
    if figures.quantity(last).kind is QuantityKind.COUNT:
        return 0
    counts = [
        at
        for at in range(last)
        if figures.quantity(at).kind is QuantityKind.COUNT and figures.quantity(at).unit is not None
    ]
    return max(counts, default=-1) + 1


def _closing(figures: Figures) -> frozenset[str]:
    """Return the words that a total's own phrase may hold ("a total of 780 to date" may not)."""
    return frozenset({"in", "which", "respectively"}) | figures.words.closed_by


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


def _opened(figures: Figures, at: int) -> bool:
    """Tell whether a figure is a total whose parts follow up to the sentence's end.

    They stand behind a colon, dash or "of which", or behind a comma when the total is called one.
    """
    before, between = figures.before(at), figures.between(at, at + 1)
    called = set(before[-4:]) & _CALLED
    told = called or {"together", "total"} & set(before) or before[:2] == ("in", "all") or _summed(between)
    if not told or figures.quantity(at).kind is QuantityKind.ORDINAL:
        return False
    joint = between[-1:] if len(between) <= 3 and between[-1:] in _COLONS else between[:1]
    behind = figures.behind(len(figures.mentions) - 1)
    if joint in _COLONS:
        return len(behind) <= _TAIL
    if between[:3] == (",", "of", "which"):
        return len(behind) <= _TAIL
    return bool(called) and between == (",",) and behind[:1] == (",",)


def _summed(between: tuple[str, ...]) -> bool:
    """Tell whether a figure is called the sum by the words behind it: "40 ships in total: ..."."""
    return between[:1] == ("altogether",) or any(phrase in " ".join(between) for phrase in ("in all", "in total"))


def alike(figures: Figures, parts: range, total: int) -> bool:
    """Tell whether parts and total are of one unit, and the parts joined by nothing but commas and one "and".

    Behind "40 ships in total:" parts are kinds of the whole, whatever their nouns.
    """
    if len(parts) < _FEWEST:
        return False
    whole = figures.quantity(total)
    behind = figures.between(total, total + 1) if total < parts[0] else ()
    kinds = behind[-1:] in _COLONS and _summed(behind) and len(behind) <= _FEWEST + 1
    for at in parts:
        part = figures.quantity(at)
        people = part.kind is QuantityKind.COUNT and whole.kind is QuantityKind.COUNT and part.unit is not None
        if not (comparable(part, whole) or (people and (kinds or whole.unit in {None, "people", "person"}))):
            return False
    joints = [figures.between(at, at + 1) for at in parts[:-1]]
    if any(":" in joint or ";" in joint or "(" in joint or len(joint) > 10 for joint in joints):
        return False
    return "and" in joints[-1] and all("," in joint or "and" in joint for joint in joints)


def total_of(figures: Figures, parts: range, total: int, value: str | None = None) -> Claim:
    """Return the claim that the figures of the range make the total."""
    operands = [*(figures.operand("part", at) for at in parts), figures.operand("total", total)]
    start = min(operand.place.start for operand in operands)
    end = max(operand.place.end for operand in operands)
    return figures.claim("total", start, end, operands, value)
