"""What one wording sets for another: a number, a negation, a name, another person or word; and where it stands."""

from collections.abc import Callable, Mapping, Sequence

from rapidfuzz import fuzz

from factcheck.compare.alignment import Difference, Word, Wording, number, numbers
from factcheck.domain import Claim, Location

_SPELLED_ALIKE = 70  # percent of letters
_CLAUSE_ENDS = ',;:.!?…—–()[]"“”«»\n'


def sides(difference: Difference) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return the words of both sides."""
    return difference.ours, difference.theirs


def other_number(difference: Difference, lists: Wording) -> bool:
    """Tell whether one number, or one half of the day, stands for another that isn't its rounding."""
    halves = [lists.halves.get(side[0].text) for side in sides(difference) if len(side) == 1]
    if len(halves) == 2 and None not in halves:
        return halves[0] != halves[1]
    if all(len(side) == 1 and side[0].text in lists.ordinals for side in sides(difference)):
        return True
    ours, theirs = numbers(difference.ours, lists), numbers(difference.theirs, lists)
    if ours is None or theirs is None or ours == theirs or round(ours) == theirs or round(theirs) == ours:
        return False
    return all(sum(number((word,), lists) is None for word in side) <= 1 for side in sides(difference))


def negated(difference: Difference, lists: Wording) -> bool:
    """Tell whether one side negates and the other has at most a quantifier or a number for that."""
    ours, theirs = ({word.text for word in side} for side in sides(difference))
    if bool(ours & lists.negations) == bool(theirs & lists.negations):
        return False
    rest = (ours | theirs) - lists.negations - lists.helpers - lists.quantifiers
    return all(number((word,), lists) is not None for side in sides(difference) for word in side if word.text in rest)


def other_name(difference: Difference, lists: Wording) -> bool:
    """Tell whether one proper name stands for another: no title, acronym, part or spelling of it."""
    ours, theirs = sides(difference)
    if not ours or len(ours) != len(theirs) or not all(word.capital for word in (*ours, *theirs)):
        return False
    plain = {word.text for word in (*ours, *theirs)}
    if plain & (lists.titles | lists.common) or any("." in word or len(word) < 4 for word in plain):
        return False
    if any(lists.distinct(a.text, b.text) for a, b in zip(ours, theirs, strict=True)):
        return True
    known = any(lists.proper.get(a.text, a) == lists.proper.get(b.text, b) for a in ours for b in theirs)
    return not known and all(fuzz.ratio(a.text, b.text) < 60 for a in ours for b in theirs)


def other_person(difference: Difference, lists: Wording) -> bool:
    """Tell whether I, you, we or they stand for one another."""
    persons = [{lists.persons[word.text] for word in side if word.text in lists.persons} for side in sides(difference)]
    rest = {word.text for side in sides(difference) for word in side} - lists.persons.keys() - lists.helpers
    return all(len(side) == 1 for side in persons) and persons[0] != persons[1] and not rest


def other_modality(difference: Difference, lists: Wording) -> bool:
    """Tell whether a thing told as certain is possible, owed or done on the other side: "will" for "could"."""
    ours, theirs = ([lists.modalities.get(word.text) for word in side] for side in sides(difference))
    return len(ours) == len(theirs) == 1 and None not in (*ours, *theirs) and ours != theirs


def other_word(difference: Difference, lists: Wording) -> bool:
    """Tell whether one plain word that tells something stands for another: no name, number or spelling of it."""
    ours, theirs = sides(difference)
    if len(ours) != 1 or len(theirs) != 1 or not all(_tells(word, lists) for word in (*ours, *theirs)):
        return False
    return fuzz.ratio(ours[0].text, theirs[0].text) < _SPELLED_ALIKE


def _tells(word: Word, lists: Wording) -> bool:
    if word.capital or not word.text.isalpha() or number((word,), lists) is not None:
        return False
    empty = lists.common | lists.negations | lists.quantifiers | lists.helpers | lists.titles | lists.ordinals
    return word.text not in empty and word.text not in lists.persons and word.text not in lists.modalities


ALTERATIONS: Mapping[str, Callable[[Difference, Wording], bool]] = {
    "number": other_number,
    "negation": negated,
    "name": other_name,
    "person": other_person,
    "modality": other_modality,
    "word": other_word,
}


def shown(claim: Claim, words: Sequence[Word]) -> str:
    """Return words as the claim's text has them, in quotation marks; "nothing" for none."""
    return f'"{claim.place.text[words[0].start : words[-1].end]}"' if words else "nothing"


def clause_of(place: Location, words: Sequence[Word], at: int, bounds: tuple[int, int]) -> Location:
    """Return the clause of a quoted sentence that holds some of its words, or the spot where the other has some.

    It is cut to what the two sentences share and the words themselves.
    """
    text = place.text
    first, last = (words[0].start, words[-1].end) if words else (at, at)
    start, end = first, last
    while start > min(first, bounds[0]) and not _ends_clause(text, start - 1):
        start -= 1
    while end < max(last, bounds[1]) and not _ends_clause(text, end):
        end += 1
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return place.part(start, end, value=text[first:last] or None)


def _ends_clause(text: str, at: int) -> bool:
    if text[at] not in _CLAUSE_ENDS:
        return False
    between_digits = 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()
    return not between_digits
