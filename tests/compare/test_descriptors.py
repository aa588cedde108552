"""The ranks and occupations that one person is given."""

from dataclasses import replace

import pytest
from builders import holder, record

from factcheck.compare.descriptors import compare_descriptors
from factcheck.domain import Claim, Kind, Verdict
from factcheck.lexicon import Lexicon

ALIKE = (("depot", 1.0),)


def described(article: str, value: str, *scope: str, kind: str = "rank") -> Claim:
    claim = holder(article, "ada bell")
    return replace(claim, kind=Kind.DESCRIPTOR, attribute=kind, value=value, scope=scope)


def judged(lexicon: Lexicon, *claims: Claim, profile: tuple[tuple[str, float], ...] = ALIKE) -> list[Verdict]:
    records = {
        name: record(name, profile=ALIKE if name == "a" else profile)
        for name in sorted({claim.place.article for claim in claims})
    }
    return [judgement.verdict for _, _, judgement in compare_descriptors(claims, records, lexicon)]


def test_two_ranks_of_one_person_conflict_within_and_across_reports(lexicon: Lexicon) -> None:
    assert judged(lexicon, described("a", "sergeant"), described("a", "captain")) == [Verdict.CONFLICT]
    assert judged(lexicon, described("a", "sergeant"), described("b", "captain")) == [Verdict.CONFLICT]


def test_an_officer_is_no_sergeant_but_may_be_a_captain(lexicon: Lexicon) -> None:
    officer = described("a", "commissioned officer")
    assert judged(lexicon, officer, described("a", "sergeant")) == [Verdict.CONFLICT]
    assert judged(lexicon, officer, described("a", "captain")) == []


@pytest.mark.parametrize(
    "other",
    [
        described("a", "sergeant"),
        described("a", "nurse", kind="occupation"),
        described("a", "captain", "joint"),
        described("a", "captain", "changing"),
    ],
)
def test_what_goes_together_is_silent(lexicon: Lexicon, other: Claim) -> None:
    assert judged(lexicon, described("a", "sergeant"), other) == []


def test_one_sentence_may_say_both(lexicon: Lexicon) -> None:
    first = described("a", "farmer", kind="occupation")
    second = described("a", "electrician", kind="occupation")
    second = replace(second, place=replace(second.place, sentence_start=first.place.sentence_start))
    assert judged(lexicon, first, second) == []


def test_reports_of_other_events_may_speak_of_a_namesake(lexicon: Lexicon) -> None:
    ours, theirs = described("a", "sergeant"), described("b", "captain")
    assert judged(lexicon, ours, theirs, profile=(("choir", 1.0),)) == []
