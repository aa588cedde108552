"""Two quoted sentences, to a verdict: the same words, the same utterance in other words, or altered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from factcheck.compare.alignment import (
    Alignment,
    Difference,
    Word,
    Wording,
    akin,
    align,
    number,
    numbers,
    quoted_words,
    wording,
)
from factcheck.compare.judgement import Judgement
from factcheck.domain import Claim, Location, Verdict
from factcheck.lexicon import Lexicon

NEAR_WORDS = 8
_NEAR = 0.85
_CLAUSE_ENDS = ',;:.!?…—–()[]"“”«»\n'


def compare_quotes(a: Claim, b: Claim, lexicon: Lexicon) -> Judgement | None:
    """Return how two quoted sentences of two articles relate; None when they are not surely one utterance.

    A conflict needs at least eight words aligned in near-identical sentences and a number, a negation or a name that
    differs. A changed person (I, you, we, they) is a rewording of the variant "person".
    """
    if a.place.article == b.place.article:
        return None
    lists = wording(lexicon)
    ours, theirs = tuple(quoted_words(a, lists)), tuple(quoted_words(b, lists))
    if not ours or not theirs:
        return None
    alignment = align(ours, theirs, lists)
    same_speaker = _same_speaker(a, b)
    if not alignment.inner:
        return _same_words(alignment, same_speaker, lists)
    if same_speaker is False:
        return None
    return _altered(a, b, alignment, lists) or _reworded(ours, theirs, alignment, same_speaker, lists)


def _same_speaker(a: Claim, b: Claim) -> bool | None:
    """Tell whether two speakers are one person, by surname and first initial; None when one is unknown."""
    if a.speaker is None or b.speaker is None:
        return None
    ours, theirs = a.speaker.split(), b.speaker.split()
    if fuzz.ratio(ours[-1], theirs[-1]) < 75:
        return False
    return len(ours) == 1 or len(theirs) == 1 or ours[0][0] == theirs[0][0]


# Verdicts


def _content(words: Sequence[Word], lists: Wording) -> list[str]:
    return list(dict.fromkeys(word.text for word in words if word.text not in lists.common and len(word.text) > 1))


def _same_words(alignment: Alignment, same_speaker: bool | None, lists: Wording) -> Judgement | None:
    size, content = len(alignment.shared), len(_content(alignment.shared, lists))
    if alignment.cut:
        enough = size >= 10 or (size >= 5 and content >= 3)
    else:
        enough = size >= NEAR_WORDS or content >= (2 if same_speaker else 3)
    if same_speaker is False:
        enough = size >= NEAR_WORDS and content >= 4
    if not enough:
        return None
    if alignment.respelled:
        return Judgement(Verdict.REWORDING, "the same words, but for endings or spelling", "rewording")
    return Judgement(Verdict.AGREE, "one is a part of the other" if alignment.cut else "the same words")


def _altered(a: Claim, b: Claim, alignment: Alignment, lists: Wording) -> Judgement | None:
    """Return a conflict, or a changed person, where near-identical sentences differ in a word that counts."""
    if len(alignment.shared) < NEAR_WORDS:
        return None
    odd = (
        sum(bool({word.text for word in side} & lists.negations) for each in alignment.inner for side in _sides(each))
        % 2
    )
    for variant, differs in _VARIANTS.items():
        changed = [difference for difference in alignment.inner if differs(difference, lists)]
        if (variant == "negation" and not odd) or (variant == "name" and _each_at_home(a, b, changed)):
            continue
        size = sum(max(len(difference.ours), len(difference.theirs)) for difference in changed)
        if changed and len(alignment.shared) + size >= _NEAR * alignment.length:
            first = changed[0]
            return Judgement(
                Verdict.REWORDING if variant == "person" else Verdict.CONFLICT,
                f"{_shown(a, first.ours)} / {_shown(b, first.theirs)} in otherwise the same words",
                variant,
                a_place=_clause(a.place, first.ours, first.at[0], alignment.bounds[0]),
                b_place=_clause(b.place, first.theirs, first.at[1], alignment.bounds[1]),
            )
    return None


def _each_at_home(a: Claim, b: Claim, changed: Sequence[Difference]) -> bool:
    """Tell whether each article has its own name elsewhere too: a stock phrase on two occasions, not an altered one."""
    return all(
        all(f"elsewhere:{word.text}" in claim.scope for word in side)
        for difference in changed
        for claim, side in zip((a, b), _sides(difference), strict=True)
    )


def _sides(difference: Difference) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    return difference.ours, difference.theirs


def _other_number(difference: Difference, lists: Wording) -> bool:
    """Tell whether one number, or one half of the day, stands for another that isn't its rounding."""
    halves = [lists.halves.get(side[0].text) for side in _sides(difference) if len(side) == 1]
    if len(halves) == 2 and None not in halves:
        return halves[0] != halves[1]
    ours, theirs = numbers(difference.ours, lists), numbers(difference.theirs, lists)
    if ours is None or theirs is None or ours == theirs or round(ours) == theirs or round(theirs) == ours:
        return False
    return all(sum(number((word,), lists) is None for word in side) <= 1 for side in _sides(difference))


def _negated(difference: Difference, lists: Wording) -> bool:
    ours, theirs = ({word.text for word in side} for side in _sides(difference))
    return (
        bool(ours & lists.negations) != bool(theirs & lists.negations)
        and ours | theirs <= lists.negations | lists.helpers
    )


def _other_name(difference: Difference, lists: Wording) -> bool:
    """Tell whether one proper name stands for another: no title, acronym, part or spelling of it."""
    ours, theirs = _sides(difference)
    if not ours or len(ours) != len(theirs) or not all(word.capital for word in (*ours, *theirs)):
        return False
    plain = {word.text for word in (*ours, *theirs)}
    if plain & (lists.titles | lists.common) or any("." in word or len(word) < 4 for word in plain):
        return False
    if any(lists.distinct(a.text, b.text) for a, b in zip(ours, theirs, strict=True)):
        return True
    known = any(lists.proper.get(a.text, a) == lists.proper.get(b.text, b) for a in ours for b in theirs)
    return not known and all(fuzz.ratio(a.text, b.text) < 60 for a in ours for b in theirs)


def _other_person(difference: Difference, lists: Wording) -> bool:
    persons = [{lists.persons[word.text] for word in side if word.text in lists.persons} for side in _sides(difference)]
    rest = {word.text for side in _sides(difference) for word in side} - lists.persons.keys() - lists.helpers
    return all(len(side) == 1 for side in persons) and persons[0] != persons[1] and not rest


_VARIANTS: Mapping[str, Callable[[Difference, Wording], bool]] = {
    "number": _other_number,
    "negation": _negated,
    "name": _other_name,
    "person": _other_person,
}


def _reworded(
    ours: Sequence[Word], theirs: Sequence[Word], alignment: Alignment, same_speaker: bool | None, lists: Wording
) -> Judgement | None:
    """Return a rewording where nearly all words are the same, or where most content words are, in nearly one order."""
    left, right = _content(ours, lists), _content(theirs, lists)
    shared, ordered = _in_common(left, right, lists)
    size = len(alignment.shared)
    replaced = any(_content(each.ours, lists) and _content(each.theirs, lists) for each in alignment.inner)
    near = (
        size >= 5
        and size >= 0.8 * alignment.length
        and len(_content(alignment.shared, lists)) >= (5 if replaced else 3)
    )
    fewest, least = (5, 0.6) if same_speaker else (6, 0.65)
    alike = (
        shared >= fewest
        and shared >= least * min(len(left), len(right))
        and 2 * shared >= 0.6 * (len(left) + len(right))
        and ordered >= 0.7 * shared
    )
    return Judgement(Verdict.REWORDING, "one utterance in other words", "rewording") if near or alike else None


def _in_common(left: Sequence[str], right: Sequence[str], lists: Wording) -> tuple[int, int]:
    """Return how many content words two sentences share by stem, and how many of them in one order."""
    stems, free = [], list(left)
    for word in right:
        stem = next((other for other in free if akin(other, word, lists)), None)
        if stem is not None:
            free.remove(stem)
        stems.append(stem or word)
    return sum(stem in left for stem in stems), int(LCSseq.similarity(left, stems))


# Places


def _shown(claim: Claim, words: Sequence[Word]) -> str:
    return f'"{claim.place.text[words[0].start : words[-1].end]}"' if words else "nothing"


def _clause(place: Location, words: Sequence[Word], at: int, bounds: tuple[int, int]) -> Location:
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
    line, column = _position(place, start)
    end_line, end_column = _position(place, end)
    return replace(
        place,
        start=place.start + start,
        end=place.start + end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        text=text[start:end],
        value=text[first:last] or None,
    )


def _ends_clause(text: str, at: int) -> bool:
    if text[at] not in _CLAUSE_ENDS:
        return False
    between_digits = 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()
    return not between_digits


def _position(place: Location, offset: int) -> tuple[int, int]:
    before = place.text[:offset]
    lines = before.count("\n") + before.count("\r") - before.count("\r\n")
    column = place.column + offset if not lines else offset - max(before.rfind("\n"), before.rfind("\r"))
    return place.line + lines, column
