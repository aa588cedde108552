"""Two quoted sentences, to a verdict: the same words, the same utterance in other words, or altered."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from factcheck.compare.alignment import (
    Alignment,
    Difference,
    Word,
    Wording,
    akin,
    align,
    quoted_words,
    wording,
)
from factcheck.compare.differences import ALTERATIONS, clause_of, shown, sides
from factcheck.compare.judgement import Judgement
from factcheck.domain import Claim, Verdict
from factcheck.lexicon import Lexicon

NEAR_WORDS = 8
_NEAR = 0.85
_STEM, _FEWEST_STEMS, _SENTENCES = 4, 3, 5000
_SUBSTANCE = 4  # content words
_SPOKEN_ONCE = frozenset({"modality", "word"})
"""What may differ between two speeches as well, so that only the words of one speech are altered by it."""
_ALIKE = 75  # percent of letters, from which on two names may be one


def compare_quotes(a: Claim, b: Claim, lexicon: Lexicon, *, one_event: bool = False) -> Judgement | None:
    """Return how two quoted sentences of two articles relate; None when they are not surely one utterance.

    A conflict needs at least eight words aligned in near-identical sentences and a number, a negation or a name that
    differs; in reports of one event another modal verb or word will do, where it is all that differs. None of the two
    may be one of two sentences of its article that differ so. A changed person (I, you, we, they) is a rewording of the
    variant "person".
    """
    if a.place.article == b.place.article:
        return None
    lists = wording(lexicon)
    mine, yours = _stems(a.words, lists), _stems(b.words, lists)
    if len(mine & yours) < min(_FEWEST_STEMS, len(mine), len(yours)):
        return None
    ours, theirs = quoted_words(a, lists), quoted_words(b, lists)
    if not ours or not theirs:
        return None
    alignment = align(ours, theirs, lists)
    same_speaker = of_one_speaker(a, b)
    if not alignment.inner:
        same = _same_words(alignment, same_speaker, lists)
        return _of_two_speakers(a, b) if same is not None and same_speaker is False and _both_named(a, b) else same
    if same_speaker is False:
        return None
    altered = _altered(a, b, alignment, lists, one_event=one_event)
    return altered or _reworded(ours, theirs, alignment, same_speaker, lists)


@lru_cache(_SENTENCES)
def _stems(words: tuple[str, ...], lists: Wording) -> frozenset[str]:
    """Return how a sentence's content words begin: with less than three in common two are not laid side by side."""
    return frozenset(word[:_STEM] for word in words if _is_content(word, lists))


def of_one_speaker(a: Claim, b: Claim) -> bool | None:
    """Tell whether two speakers are one person, by surname and first initial; None when one is unknown."""
    if a.speaker is None or b.speaker is None:
        return None
    ours, theirs = a.speaker.split(), b.speaker.split()
    if fuzz.ratio(ours[-1], theirs[-1]) < _ALIKE:
        return False
    return len(ours) == 1 or len(theirs) == 1 or ours[0][0] == theirs[0][0]


def _both_named(a: Claim, b: Claim) -> bool:
    """Tell whether each quotation names its speaker beside it, and the two are surely not one person."""
    if a.speaker is None or b.speaker is None or "named" not in a.scope or "named" not in b.scope:
        return False
    return all(fuzz.ratio(ours, theirs) < _ALIKE for ours in a.speaker.split() for theirs in b.speaker.split())


# Verdicts


def _of_two_speakers(a: Claim, b: Claim) -> Judgement:
    assert a.speaker is not None
    assert b.speaker is not None
    return Judgement(Verdict.CONFLICT, f"{a.speaker.title()} / {b.speaker.title()}, the same words", "speaker")


def _content(words: Sequence[Word], lists: Wording) -> list[str]:
    return list(dict.fromkeys(word.text for word in words if _is_content(word.text, lists)))


def _is_content(word: str, lists: Wording) -> bool:
    return word not in lists.common and len(word) > 1


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


def _altered(a: Claim, b: Claim, alignment: Alignment, lists: Wording, *, one_event: bool) -> Judgement | None:
    """Return a conflict, or a changed person, where near-identical sentences differ in a word that counts."""
    if len(alignment.shared) < NEAR_WORDS or "parallel" in (*a.scope, *b.scope):
        return None
    odd = (
        sum(bool({word.text for word in side} & lists.negations) for each in alignment.inner for side in sides(each))
        % 2
    )
    for variant, differs in ALTERATIONS.items():
        changed = [difference for difference in alignment.inner if differs(difference, lists)]
        if (variant == "negation" and not odd) or (variant == "name" and _each_at_home(a, b, changed)):
            continue
        if variant in _SPOKEN_ONCE and not (one_event and _alone(alignment, lists)):
            continue
        size = sum(max(len(difference.ours), len(difference.theirs)) for difference in changed)
        if changed and len(alignment.shared) + size >= _NEAR * alignment.length:
            first = changed[0]
            return Judgement(
                Verdict.REWORDING if variant == "person" else Verdict.CONFLICT,
                f"{shown(a, first.ours)} / {shown(b, first.theirs)} in otherwise the same words",
                variant,
                a_place=clause_of(a.place, first.ours, first.at[0], alignment.bounds[0]),
                b_place=clause_of(b.place, first.theirs, first.at[1], alignment.bounds[1]),
            )
    return None


def _alone(alignment: Alignment, lists: Wording) -> bool:
    """Tell whether two sentences of some substance differ in one place only."""
    return len(alignment.inner) == 1 and len(_content(alignment.shared, lists)) >= _SUBSTANCE


def _each_at_home(a: Claim, b: Claim, changed: Sequence[Difference]) -> bool:
    """Tell whether each article has its own name elsewhere too: a stock phrase on two occasions, not an altered one."""
    return all(
        all(f"elsewhere:{word.text}" in claim.scope for word in side)
        for difference in changed
        for claim, side in zip((a, b), sides(difference), strict=True)
    )


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
