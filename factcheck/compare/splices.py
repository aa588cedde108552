"""A quoted sentence that another report has as two separate statements."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple

from factcheck.compare.judgement import Judgement
from factcheck.compare.quotes import NEAR_WORDS, of_one_speaker
from factcheck.domain import Claim, Kind, Operand, Verdict

_COVERED = 0.85
_APART = 120  # characters: a sentence and its attribution at least
_OMISSIONS = ("...", "…", "[", "(")


class _Run(NamedTuple):
    """The words first to before last of one sentence that stand in a row in another report's."""

    first: int
    last: int
    source: Claim


def spliced(ours: Sequence[Claim], theirs: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield each quoted sentence of one report that is made of two statements of the other.

    Either statement gives eight words in a row at least, the two together nearly all of the sentence. In their own
    report they stand apart or the other way round, and nowhere in one sentence. The second claim of a judgement is both
    statements together, its operands in the role "part".
    """
    mine, yours = _by_rows(ours), _by_rows(theirs)
    for rows, others in ((mine, yours), (yours, mine)):
        for sentence, known in rows.items():
            found = _two_statements(sentence, [source for source, told in others.items() if known & told])
            if found is not None:
                why = f"one sentence here, two statements there: {found[0].place.text!r} and {found[1].place.text!r}"
                yield sentence, _together(*found), Judgement(Verdict.REWORDING, why, "spliced")


def _by_rows(claims: Sequence[Claim]) -> dict[Claim, frozenset[tuple[str, ...]]]:
    """Return the quoted sentences of a report, each with every eight words in a row that it holds."""
    return {
        claim: frozenset(claim.words[at : at + NEAR_WORDS] for at in range(len(claim.words) - NEAR_WORDS + 1))
        for claim in claims
        if claim.kind is Kind.QUOTE and len(claim.words) >= NEAR_WORDS
    }


def _two_statements(sentence: Claim, sources: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """Return the statements that a sentence is made of, in its order; None when it is not surely run together.

    What attribution, brackets or dots break shows itself where it was joined.
    """
    length = len(sentence.words)
    if length < 2 * NEAR_WORDS or sentence.operands or any(sign in sentence.place.text for sign in _OMISSIONS):
        return None
    runs = [_run(sentence, source) for source in sources if of_one_speaker(sentence, source) is not False]
    if any(run.last - run.first >= _COVERED * length for run in runs):
        return None
    for one, other in combinations(sorted(runs, key=lambda run: run[:2]), 2):
        covered = max(one.last, other.last) - one.first - max(0, other.first - one.last)
        beyond = other.last - max(one.last, other.first) >= NEAR_WORDS
        if beyond and covered >= _COVERED * length and _apart(one.source, other.source):
            return one.source, other.source
    return None


def _run(sentence: Claim, source: Claim) -> _Run:
    """Return the longest row of words that a sentence shares with another."""
    match = SequenceMatcher(None, sentence.words, source.words, autojunk=False).find_longest_match()
    return _Run(match.a, match.a + match.size, source)


def _apart(first: Claim, second: Claim) -> bool:
    """Tell whether a sentence or more stands between two statements, or the second comes before the first."""
    return second.place.start < first.place.start or second.place.start - first.place.end > _APART


def _together(first: Claim, second: Claim) -> Claim:
    name = f"spliced\x1f{first.id}\x1f{second.id}"
    return replace(
        first,
        id=blake2b(name.encode(), digest_size=8).hexdigest(),
        words=(*first.words, *second.words),
        operands=(Operand("part", first.place), Operand("part", second.place)),
    )
