"""Claims of votes: those for and against in one ballot, with the body's seats or the majority."""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.claims.arithmetic import Figures
from factcheck.claims.sums import sum_words
from factcheck.domain import Claim, Hedge, Operand, Quantity, QuantityKind
from factcheck.language.pieces import pieces
from factcheck.lexicon import Lexicon

_LONGEST = 3  # words of "voted in favour"
_AFTER = frozenset({",", ".", ";", ")", "and", "with", "while", "-", "–", "in", "out"})  # behind "12 against"


def vote_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attributes "ballot" and "majority".

    A ballot has the roles for, against, abstained and seats; a majority has for, against and majority.
    """
    yield from _ballots(figures)
    yield from _majorities(figures)


@cache
def _sides(lexicon: Lexicon) -> dict[tuple[str, ...], str]:
    words = sum_words(lexicon)
    sides = (("for", words.in_favour), ("against", words.against), ("abstained", words.abstained))
    return {pieces(form).words: side for side, forms in sides for form in forms}


def _ballots(figures: Figures) -> Iterator[Claim]:
    found: dict[str, Operand] = {}
    for at in range(len(figures.mentions)):
        role = _side(figures, at) or ("seats" if _members(figures, at) else None)
        if role is None:
            continue
        if role in found:
            return
        found[role] = figures.operand(role, at)
    seats = _house(figures)
    if seats is not None and "seats" not in found:
        found["seats"] = seats
    if {"for", "against", "seats"} <= found.keys():
        places = [operand.place for operand in found.values()]
        start, end = min(place.start for place in places), max(place.end for place in places)
        yield figures.claim("ballot", start, end, list(found.values()))


def _side(figures: Figures, at: int) -> str | None:
    """Return what a number of votes is by the words directly behind it, or by the noun that it counts."""
    quantity = figures.quantity(at)
    if quantity.kind is not QuantityKind.COUNT or quantity.hedge is not Hedge.EXACT or quantity.change:
        return None
    sides = _sides(figures.analysis.lexicon)
    behind = figures.behind(at)
    last = pieces(figures.analysis.article.text[figures.mentions[at].start : figures.mentions[at].end]).words[-1:]
    for length in range(_LONGEST, 0, -1):
        found = sides.get(behind[:length]) or sides.get((*last, *behind[: length - 1]))
        if found is not None:
            following = behind[length if behind[:length] in sides else length - 1 :][:1]
            return found if found == "for" or not following or following[0] in _AFTER else None
    return None


def _members(figures: Figures, at: int) -> bool:
    """Tell whether a count is that of all who may vote: "of the 110 members"."""
    quantity = figures.quantity(at)
    members = sum_words(figures.analysis.lexicon).members
    return quantity.kind is QuantityKind.COUNT and quantity.unit in members and figures.before(at)[-2:] == ("of", "the")


def _house(figures: Figures) -> Operand | None:
    """Return the seats of the only body whose size is written with a hyphen: "the 110-seat parliament"."""
    whole = figures.analysis.sentences[figures.sentence]
    found = list(_sized(figures.analysis.lexicon).finditer(figures.analysis.article.text, whole.start, whole.end))
    if len(found) != 1:
        return None
    size = float(found[0].group(1).replace(",", ""))
    place = figures.analysis.locate(found[0].start(), found[0].end(), figures.sentence)
    return Operand("seats", place, quantity=Quantity(QuantityKind.COUNT, size, size), value=place.text)


@cache
def _sized(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(\d{{1,4}}|\d,\d{{3}})-(?:{'|'.join(map(re.escape, sum_words(lexicon).sized))})\b")


def _majorities(figures: Figures) -> Iterator[Claim]:
    """Read "by 98 votes to 12, a majority of 86"."""
    joints = {pieces(joint).words for joint in sum_words(figures.analysis.lexicon).majority}
    for at in range(len(figures.mentions) - 2):
        quantities = [figures.quantity(at + step) for step in range(3)]
        if any(quantity.kind is not QuantityKind.COUNT for quantity in quantities):
            continue
        units = {quantity.unit for quantity in quantities[:2]}
        led = figures.before(at)[-1:] in {("by",), ("of",), ("voted",)}
        told = led and units <= {None, "vote"} and figures.between(at, at + 1) in {("to",), ("votes", "to")}
        majority = figures.between(at + 1, at + 2)
        if told and (majority in joints or (majority[:1] == ("votes",) and majority[1:] in joints)):
            operands = [figures.operand(role, at + step) for step, role in enumerate(("for", "against", "majority"))]
            yield figures.claim("majority", figures.mentions[at].start, figures.mentions[at + 2].end, operands)
