"""Copies of one sentence in two reports: a static fact that one sets for the other's, a name spelled another way.

Numbers in copies are nearly always updates; what a changed copy shows are names, places, years and days.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA

from factcheck.compare.alignment import Alignment, Difference, Wording, align, quoted_words, wording
from factcheck.compare.differences import clause_of, shown, sides
from factcheck.compare.judgement import Judgement
from factcheck.compare.static import Change, is_known, static_fact
from factcheck.domain import ArticleRecord, Claim, Kind, Verdict
from factcheck.lexicon import Lexicon
from factcheck.pairing.overlap import days_apart

_ALIGNED = 8
_NEAR = 0.8
_WHOLE = 0.67
_CHANGES = 2
_OVERLAP = 0.6
_HALF = 0.5
_LETTER_SLIPS = 2
_ALONE = frozenset({"negation", "date", "weekday"})
_SHORTEST_NAME = 4

Lists = Mapping[str, Sequence[str]]
Sentences = Sequence[tuple[Claim, frozenset[str]]]


def sentences_of(claims: Sequence[Claim]) -> Sentences:
    """Return the sentences of a report, each with the set of its words."""
    return [(claim, frozenset(claim.words)) for claim in claims if claim.kind is Kind.SENTENCE]


def compare_copies(
    ours: Sentences, theirs: Sentences, a: ArticleRecord, b: ArticleRecord, lexicon: Lexicon
) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield judgements of the sentences that both reports have nearly word for word.

    A conflict needs eight words in common, four fifths of what is laid side by side and two thirds of the longer
    sentence, at most two changes, and a static fact that neither report has elsewhere as the other has it (of two takes
    of one text: that not both have).
    """
    lists, words = lexicon.load("copies", dict[str, list[str]]), wording(lexicon)
    takes = _are_takes(ours, theirs)
    for one, mine in ours:
        for other, yours in theirs:
            if len(mine & yours) >= max(_ALIGNED - 2, _OVERLAP * min(len(mine), len(yours))):
                yield from _copied(one, other, a, b, words, lists, takes=takes)


def _are_takes(ours: Sentences, theirs: Sentences) -> bool:
    """Tell whether two reports are takes of one text: half of the shorter one's sentences stand in the other."""
    mine, yours = ({claim.words for claim, _ in sentences} for sentences in (ours, theirs))
    return len(mine & yours) >= _HALF * min(len(mine), len(yours))


def _copied(
    one: Claim, other: Claim, a: ArticleRecord, b: ArticleRecord, words: Wording, lists: Lists, *, takes: bool
) -> Iterator[tuple[Claim, Claim, Judgement]]:
    ours, theirs = quoted_words(one, words), quoted_words(other, words)
    alignment = align(ours, theirs, words)
    longer = max(len(ours), len(theirs))
    if len(alignment.shared) < max(_ALIGNED, _NEAR * alignment.length, _WHOLE * longer):
        return
    if len(alignment.inner) > _CHANGES:
        return
    for difference in alignment.inner:
        change = Change(difference, one.place.text, other.place.text, words, lists)
        variant = static_fact(change)
        if variant is None or is_known(change, variant, a, b, takes=takes):
            continue
        if variant == "weekday" and days_apart(a, b) != 0:
            continue
        if variant in _ALONE and len(alignment.inner) > 1:
            continue  # "opened on March 3", "closed on March 5"
        yield one, other, _changed(one, other, alignment, difference, variant, _corrects(a, b, lists))
        return
    for pair in _misspelt(alignment, words):
        yield one, other, _changed(one, other, alignment, pair, "spelling", corrected=False)
        return


def _changed(
    one: Claim, other: Claim, alignment: Alignment, difference: Difference, variant: str, corrected: bool
) -> Judgement:
    verdict = Verdict.CORRECTED if corrected else Verdict.SPELLING if variant == "spelling" else Verdict.CONFLICT
    return Judgement(
        verdict,
        f"{shown(one, difference.ours)} / {shown(other, difference.theirs)} in otherwise the same words",
        variant,
        a_place=clause_of(one.place, difference.ours, difference.at[0], alignment.bounds[0]),
        b_place=clause_of(other.place, difference.theirs, difference.at[1], alignment.bounds[1]),
    )


def _corrects(a: ArticleRecord, b: ArticleRecord, lists: Lists) -> bool:
    titles = re.findall(r"[a-z]+", f"{a.title or ''} {b.title or ''}".lower())
    return not set(lists["corrections"]).isdisjoint(titles)


def _misspelt(alignment: Alignment, words: Wording) -> Iterator[Difference]:
    """Yield a name that one copy spells with another letter or two: no other ending, no other known word."""
    replaced = [sides(difference) for difference in alignment.inner]
    single = [(ours[0], theirs[0]) for ours, theirs in replaced if len(ours) == len(theirs) == 1]
    for ours, theirs in (*alignment.respelled, *single):
        both_known = ours.text in words.proper and theirs.text in words.proper
        if both_known or not (ours.capital and theirs.capital) or len(ours.text) < _SHORTEST_NAME:
            continue
        if OSA.distance(ours.text, theirs.text) <= _LETTER_SLIPS:
            yield Difference((ours,), (theirs,), (ours.start, theirs.start))
