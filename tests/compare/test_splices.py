"""Quoted sentences that are run together from two statements of another report."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from factcheck.claims.extract import extract
from factcheck.compare.splices import spliced
from factcheck.domain import Claim, Verdict

FIRST = "The ferry will not sail again before the spring tides are over"
SECOND = "every passenger gets the price of the ticket back by post"
BETWEEN = "The company has two other ferries. One lies in the dock of Oban for repairs, one is hired out to Norway."
APART = f'"{FIRST}," Captain Moira Geddes said. {BETWEEN} "{SECOND.capitalize()}," Geddes said.'

Judge = Callable[[str, str], Sequence[tuple[Claim, Claim, Any]]]


@pytest.fixture
def judged(analysed: Callable[..., Any]) -> Judge:
    def judge(ours: str, theirs: str) -> Sequence[tuple[Claim, Claim, Any]]:
        claims = [
            extract(analysed(f"date 2025-03-03 {text}", path)) for path, text in (("a.txt", ours), ("b.txt", theirs))
        ]
        return list(spliced(*claims))

    return judge


def told(sentence: str, who: str = "Captain Moira Geddes") -> str:
    return f'"{sentence}," {who} said.'


@pytest.mark.parametrize("joint", [" and ", "; "])
def test_two_statements_in_one_sentence_are_found_from_either_side(judged: Judge, joint: str) -> None:
    whole = told(f"{FIRST}{joint}{SECOND}")
    for ours, theirs in ((whole, APART), (APART, whole)):
        [(sentence, statements, judgement)] = judged(ours, theirs)
        assert sentence.place.text.startswith(FIRST + joint)
        assert [part.place.text for part in statements.operands] == [FIRST, SECOND.capitalize()]
        assert (judgement.verdict, judgement.variant) == (Verdict.REWORDING, "spliced")


def test_the_other_way_round_they_need_not_stand_apart(judged: Judge) -> None:
    near = f'"{SECOND.capitalize()}. {FIRST}," Captain Moira Geddes said.'
    assert len(judged(told(f"{FIRST} and {SECOND}"), near)) == 1


@pytest.mark.parametrize(
    "ours",
    [
        told(FIRST),
        told(f"{FIRST} ... {SECOND}"),
        told(f"{FIRST} [and] {SECOND}"),
        f'"{FIRST}," Captain Moira Geddes said, "and {SECOND}."',
        told(f"{FIRST} and {SECOND}", "Mayor Pavel Novak"),
        told(f"{FIRST} and {SECOND} if the insurers of the company agree to it before the end of the month"),
        told(f"{FIRST} and every passenger gets something"),
    ],
)
def test_other_sentences_are_not_spliced(judged: Judge, ours: str) -> None:
    assert judged(ours, APART) == []


def test_statements_side_by_side_may_be_written_as_one(judged: Judge) -> None:
    beside = f'"{FIRST}. {SECOND.capitalize()}," Captain Moira Geddes said.'
    assert judged(told(f"{FIRST} and {SECOND}"), beside) == []


def test_a_report_that_has_the_whole_sentence_too_is_no_source(judged: Judge) -> None:
    whole = told(f"{FIRST} and {SECOND}")
    assert judged(whole, f"{APART} {whole}") == []
