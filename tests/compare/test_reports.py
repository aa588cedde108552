"""Values that two reports of one event tell in much the same words."""

from collections.abc import Callable

import pytest

from factcheck.domain import Kind, Result, Verdict
from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rulebook import load_rulebook

ONE = """date 2025-10-02 Bus with pupils leaves road near Ostry

A bus with 24 pupils left the road near the town of Ostry on Thursday morning, police said.

Seven pupils were taken to a hospital in Ostry.

The repair of the guard rail will cost about 40,000 euros, said the road office."""
OTHER = """date 2025-10-03 Pupils of Ostry bus back at school

Most of the 24 pupils whose bus left the road near the town of Ostry on Thursday morning were back at school.

Nine pupils were taken to a hospital in Ostry.

The guard rail will be repaired for 41,500 euros, the road office said."""
OPERA = """date 2025-10-03 Opera opens with seven premieres

The opera of Vinary opens its season with seven premieres on Friday, said its director. Tickets cost 40 euros."""


@pytest.fixture(scope="module")
def check() -> Callable[..., Result]:
    settings = Settings(load_rulebook(known_checks=KNOWN_CHECKS))
    return lambda *texts: check_texts(texts, settings)


def across(result: Result) -> set[tuple[str, str, Verdict]]:
    return {
        (" ".join(pair.a_place.text.split()), " ".join(pair.b_place.text.split()), pair.verdict)
        for pair in result.pairs
        if pair.a.place.article != pair.b.place.article and pair.kind is not Kind.NAME
    }


def test_what_agrees_what_is_rounded_and_what_is_news(check: Callable[..., Result]) -> None:
    found = across(check(ONE, OTHER))
    assert ("24 pupils", "24 pupils", Verdict.AGREE) in found
    assert ("Seven pupils", "Nine pupils", Verdict.UPDATE) in found
    assert ("40,000 euros", "41,500 euros", Verdict.VAGUE) in found
    assert not check(ONE, OTHER).findings


def test_reports_of_two_events_are_not_compared(check: Callable[..., Result]) -> None:
    assert across(check(ONE, OPERA)) == set()


def test_what_one_article_tells_of_two_things_is_no_update(check: Callable[..., Result]) -> None:
    text = "date 2025-10-02 Seven pupils of Hradek were hurt near Ostry. Nine pupils of Vinary were hurt near Ostry."
    assert not [pair for pair in check(text).pairs if pair.verdict is Verdict.UPDATE]
