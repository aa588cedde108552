"""Claims that a whole is put together of parts: "is made up of 5 million in grants and 3 million in loans"."""

from collections.abc import Iterator

from factcheck.claims.arithmetic import Figures, comparable
from factcheck.claims.totals import alike, total_of
from factcheck.domain import Claim, QuantityKind

_FEWEST = 2
_JOINTS = {(",",), (":",), ("-",), ("–",), ("—",)}
_BRINGING = (("bringing", "the", "total", "to"), ("taking", "the", "total", "to"))
_TAIL = 5  # words behind the last part


def composition_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attribute "total" where a verb or the number of parts says that they are the whole.

    "Bringing the total to" may count earlier ones too: such a total is told as "partly" and can only be too small.
    """
    count, words = len(figures.mentions), figures.all_words()
    unusual = words & figures.words.open_parts
    if count <= _FEWEST:
        return
    if _brought(figures) and not unusual - {"bringing", "taking"}:
        yield total_of(figures, range(count - 1), count - 1, "partly")
        return
    if unusual - {"now", "up"} or len(figures.behind(count - 1)) > _TAIL:
        return
    for at in range(count - _FEWEST):
        if _made_of(figures, at) and alike(figures, range(at + 1, count), at):
            yield total_of(figures, range(at + 1, count), at)
            return
        if _in_portions(figures, at) and alike(figures, range(at + 2, count), at):
            yield total_of(figures, range(at + 2, count), at)
            return


def _brought(figures: Figures) -> bool:
    """Tell whether the last figure is the total to which those before it bring one: all of one thing."""
    last = len(figures.mentions) - 1
    joint = figures.between(last - 1, last)
    if joint[-5:-4] != (",",) or joint[-4:] not in _BRINGING or figures.behind(last) not in {(), (".",)}:
        return False
    parts = range(last)
    same = all(comparable(figures.quantity(at), figures.quantity(0)) for at in parts)
    return same and alike(figures, parts, last)


def _made_of(figures: Figures, at: int) -> bool:
    between = figures.between(at, at + 1)
    return any(between[-len(phrase) :] == phrase for phrase in figures.words.made_of) and "and" not in between


def _in_portions(figures: Figures, at: int) -> bool:
    """Tell whether a whole comes in as many portions as there are figures behind: "in two parts, 3 and 4"."""
    portions, behind = figures.quantity(at + 1), len(figures.mentions) - at - 2
    return (
        figures.quantity(at).kind is not QuantityKind.COUNT
        and portions.kind is QuantityKind.COUNT
        and portions.head is not None
        and portions.unit is not None
        and portions.unit.removesuffix("s") in figures.words.portions
        and portions.low == portions.high == behind
        and figures.between(at, at + 1)[-1:] == ("in",)
        and figures.between(at + 1, at + 2) in _JOINTS
    )
