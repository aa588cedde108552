"""Claims of ballots: the votes for and against in up to three neighbouring sentences, and all that could be cast."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from factcheck.claims.arithmetic import Figures
from factcheck.claims.build import make_claim
from factcheck.domain import Claim, Hedge, Kind, Operand, Quantity, QuantityKind
from factcheck.language.analysis import Analysis
from factcheck.language.pieces import pieces
from factcheck.lexicon import Lexicon

_LONGEST = 4  # words of "were declared invalid"
_MOST_SENTENCES = 3
_AFTER = frozenset({",", ".", ";", ")", "and", "with", "while", "-", "–", "in", "out"})  # behind "12 against"
_ALL = frozenset({"seats", "present", "voters", "ballots"})


class BallotWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of ballots.yml."""

    in_favour: tuple[str, ...] = msgspec.field(name="for")
    against: tuple[str, ...]
    abstained: tuple[str, ...]
    spoiled: tuple[str, ...]
    in_favour_before: tuple[str, ...] = msgspec.field(name="for_before")
    members: frozenset[str]
    papers: frozenset[str]
    valid: frozenset[str]
    casting: frozenset[str]
    sized: tuple[str, ...]
    tallied: tuple[str, ...]
    present: frozenset[str]
    voted: frozenset[str]
    bodies: frozenset[str]


@cache
def _words(lexicon: Lexicon) -> BallotWords:
    return lexicon.load("ballots", BallotWords)


def ballot_claims(analysis: Analysis, sentences: Mapping[int, Figures]) -> Iterator[Claim]:
    """Yield claims with the attribute "ballot": for, against, abstained and spoiled, and how many there could be.

    That is in one of the roles seats ("the 110-seat parliament"), present ("all 58 members were present"), voters
    ("all nine members voted") and ballots ("of the 934 ballots"). A sentence apart from the votes must not name another
    body; two sentences apart stand voters alone. `sentences` are the figures of each sentence that has some.
    """
    every = [list(_told(analysis, sentences.get(index), index)) for index in range(len(analysis.sentences))]
    if not {"for", "against"} <= {operand.role for told in every for operand in told}:
        return
    last = -1
    for at in range(len(analysis.sentences)):
        for length in range(1, _MOST_SENTENCES + 1):
            window = range(at, min(at + length, len(analysis.sentences)))
            if at <= last or analysis.in_title(analysis.sentences[at].start):
                break
            claim = _ballot(analysis, every, window)
            if claim is not None:
                yield claim
                last = window[-1]


def _ballot(analysis: Analysis, every: Sequence[Sequence[Operand]], window: Sequence[int]) -> Claim | None:
    found: dict[str, tuple[Operand, int]] = {}
    for index in window:
        for operand in every[index]:
            if operand.role in found:
                return None
            found[operand.role] = operand, index
    whole = [found[role] for role in found.keys() & _ALL]
    if not {"for", "against"} <= found.keys() or not whole:
        return None
    size, at = min(whole, key=lambda told: told[1])
    left_out = _ALL | ({"spoiled"} if _valid(analysis, size) else set())
    votes = [(operand, index) for operand, index in found.values() if operand.role not in left_out]
    if not _of_one_body(analysis, size, at, votes) or (len(window) == _MOST_SENTENCES and size.role != "voters"):
        return None
    if _tie_broken(analysis, window):
        return None
    operands = [*(operand for operand, _ in votes), size]
    places = [operand.place for operand in operands]
    start, end = min(place.start for place in places), max(place.end for place in places)
    return make_claim(analysis, Kind.CALCULATION, "ballot", start, end, window[0], operands=tuple(operands))


def _tie_broken(analysis: Analysis, window: Sequence[int]) -> bool:
    """Tell whether the sentences, or the one behind them, speak of a vote more than there are members."""
    near = analysis.sentences[window[0] : window[-1] + 2]
    return bool({token.lower_ for sentence in near for token in sentence.doc} & _words(analysis.lexicon).casting)


def _valid(analysis: Analysis, size: Operand) -> bool:
    """Tell whether only valid votes are counted ("of the 2,169 valid votes"), so that spoiled ones are none of them."""
    return bool(set(pieces(size.place.text).words) & _words(analysis.lexicon).valid)


def _of_one_body(analysis: Analysis, size: Operand, at: int, votes: Sequence[tuple[Operand, int]]) -> bool:
    """Tell whether votes are of the body whose size sentence `at` tells: beside it, or where no other is named.

    "All nine members voted" is of the body that is named with the votes before it.
    """
    if any(index == at for _, index in votes):
        return True
    bodies = _words(analysis.lexicon).bodies
    named = {token.lower_ for _, index in votes for token in analysis.sentences[index].doc} & bodies
    ours = {token.lower_ for token in analysis.sentences[at].doc} & bodies
    follows = size.role in {"voters", "present"} and all(index < at for _, index in votes)
    return not named or (named <= ours if ours else follows)


def _told(analysis: Analysis, figures: Figures | None, index: int) -> Iterator[Operand]:
    """Yield what a sentence tells of a ballot, each figure in its role."""
    yield from _tally(analysis, index)
    sized = list(_sized(analysis, index))
    sizes = False
    for at in range(len(figures.mentions)) if figures is not None else ():
        assert figures is not None
        role = _side(figures, at) or _of_pair(figures, at)
        if role is None and (role := _size(figures, at)) is not None:
            sizes = True
        if role is not None:
            yield figures.operand(role, at)
    if len(sized) == 1 and not sizes:
        yield sized[0]


def _side(figures: Figures, at: int) -> str | None:
    """Return what a number of votes is by the words directly behind it or before it, or by the noun that it counts."""
    quantity = figures.quantity(at)
    if quantity.kind is not QuantityKind.COUNT or quantity.hedge is not Hedge.EXACT or quantity.change:
        return None
    sides = _sides(figures.analysis.lexicon)
    behind = figures.behind(at)
    last = pieces(figures.analysis.article.text[figures.mentions[at].start : figures.mentions[at].end]).words[-1:]
    for length in range(_LONGEST, 0, -1):
        form = behind[:length] if behind[:length] in sides else (*last, *behind[: length - 1])
        found = sides.get(form)
        if found is not None:
            following = behind[length if form == behind[:length] else length - 1 :][:1]
            free = found == "for" or "voted" in form
            return found if free or not following or following[0] in _AFTER else None
    led = " ".join(figures.before(at)[-_LONGEST:])
    backed = any(f" {led}".endswith(f" {form}") for form in _words(figures.analysis.lexicon).in_favour_before)
    return "for" if backed and quantity.unit in {None, *_words(figures.analysis.lexicon).members} else None


def _of_pair(figures: Figures, at: int) -> str | None:
    """Return which of the two figures of "by 31 votes to 22" a figure is."""
    for first, role in ((at, "for"), (at - 1, "against")):
        if 0 <= first < len(figures.mentions) - 1 and figures.quantity(first).unit == "vote":
            second = figures.quantity(first + 1)
            joined = figures.before(first)[-1:] == ("by",) and figures.between(first, first + 1) == ("to",)
            if joined and second.kind is QuantityKind.COUNT and second.unit in {None, "vote"}:
                return role
    return None


@cache
def _sides(lexicon: Lexicon) -> dict[tuple[str, ...], str]:
    words = _words(lexicon)
    sides = (
        ("for", words.in_favour),
        ("against", words.against),
        ("abstained", words.abstained),
        ("spoiled", words.spoiled),
    )
    return {pieces(form).words: side for side, forms in sides for form in forms}


def _size(figures: Figures, at: int) -> str | None:
    """Return as what a count is that of all: "of the 110 members", "all nine judges voted", "of the 934 ballots"."""
    quantity, words = figures.quantity(at), _words(figures.analysis.lexicon)
    if quantity.kind is not QuantityKind.COUNT or quantity.hedge is not Hedge.EXACT or quantity.unit is None:
        return None
    before, behind = figures.before(at), set(figures.behind(at))
    if quantity.unit in words.papers and before[-2:] == ("of", "the"):
        return "ballots"
    if quantity.unit not in words.members:
        return None
    if before[-1:] == ("all",) and behind & words.voted and "not" not in behind:
        return "voters"
    if before[-1:] == ("all",) and behind & words.present and "not" not in behind:
        return "present"
    return "seats" if before[-2:] == ("of", "the") else None


def _sized(analysis: Analysis, index: int) -> Iterator[Operand]:
    """Yield the seats of a body whose size is written with a hyphen: "the 110-seat parliament"."""
    whole = analysis.sentences[index]
    for found in _size_form(analysis.lexicon).finditer(analysis.article.text, whole.start, whole.end):
        yield _operand(analysis, "seats", found, 1, index)


def _tally(analysis: Analysis, index: int) -> Iterator[Operand]:
    """Yield the votes of the only "voted 6-4" or "a vote of 6-4-1" of a sentence."""
    whole = analysis.sentences[index]
    found = list(_tally_form(analysis.lexicon).finditer(analysis.article.text, whole.start, whole.end))
    if len(found) == 1:
        for group, role in enumerate(("for", "against", "abstained"), 1):
            if found[0].group(group) is not None:
                yield _operand(analysis, role, found[0], group, index)


def _operand(analysis: Analysis, role: str, found: re.Match[str], group: int, index: int) -> Operand:
    number = float(found.group(group).replace(",", ""))
    place = analysis.locate(found.start(group), found.end(group), index)
    return Operand(role, place, quantity=Quantity(QuantityKind.COUNT, number, number), value=place.text)


@cache
def _size_form(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(\d{{1,4}}|\d,\d{{3}})(?=-(?:{'|'.join(map(re.escape, _words(lexicon).sized))})\b)")


@cache
def _tally_form(lexicon: Lexicon) -> re.Pattern[str]:
    led = "|".join(map(re.escape, _words(lexicon).tallied))
    return re.compile(rf"\b(?:{led}) (\d{{1,3}})[-–](\d{{1,3}})(?:[-–](\d{{1,3}}))?\b(?![-–./,]\d)")
