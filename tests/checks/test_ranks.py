"""P203: ranks that only one can hold, and things counted one by one."""

import pytest

from factcheck.domain import Finding
from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rulebook import load_rulebook

SEVENTH = [
    "World number seven Ivan Petrenko won in Oslo.",
    "World No. 7 Ivan Petrenko won in Oslo.",
    "Ivan Petrenko, ranked seventh in the world, won in Oslo.",
    "Ivan Petrenko, the world number seven, won in Oslo.",
]
TRAPS = [
    ("World number seven Ivan Petrenko won in Oslo.", "Former world number seven Marco Bellini lost."),
    ("World number seven Ivan Petrenko won in Oslo.", "Joint world number seven Marco Bellini lost."),
    ("World number seven Ivan Petrenko won in Oslo.", "Marco Bellini, then the world number seven, lost in 1999."),
    ("World number seven Ivan Petrenko won in Oslo.", "World number eight Marco Bellini lost."),
    ("World number seven Ivan Petrenko won in Oslo.", "Seventh seed Marco Bellini lost."),
    ("World number seven Ivan Petrenko beat his rival.", "World number seven Maria Bellini lost her match."),
    ("World number seven Ivan Petrenko won in Oslo.", "World number seven Ivan Petrenco flew home."),
    ("World number seven Ivan Petrenko won in Oslo.", "In 2023, world number seven Marco Bellini lost."),
]
FINAL = (
    "date 2025-03-03 Ivan Petrenko won his {} title of the season on the clay courts of Split, beating Pavel Novak in "
    "three sets of the final."
)


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(load_rulebook(select=["P203"], known_checks=KNOWN_CHECKS))


def found(settings: Settings, *texts: str) -> list[Finding]:
    return list(check_texts(texts, settings).findings)


@pytest.mark.parametrize("sentence", SEVENTH)
def test_a_rank_has_one_holder(sentence: str, settings: Settings) -> None:
    (finding,) = found(settings, f"date 2025-03-03 {sentence} World number seven Marco Bellini lost to Jan Kowalski.")
    assert (finding.variant, finding.severity) == ("holders", "warning")


@pytest.mark.parametrize("sentence", SEVENTH)
def test_a_person_has_one_rank(sentence: str, settings: Settings) -> None:
    (finding,) = found(settings, f"date 2025-03-03 {sentence} World No. 12 Ivan Petrenko now meets Jan Kowalski.")
    assert finding.variant == "ranks"


@pytest.mark.parametrize(("one", "other"), TRAPS)
def test_another_list_or_time_is_silent(one: str, other: str, settings: Settings) -> None:
    assert found(settings, f"date 2025-03-03 {one} {other}") == []


def test_two_reports_of_one_event_count_one_thing_alike(settings: Settings) -> None:
    (finding,) = found(settings, FINAL.format("third"), FINAL.format("fourth"))
    assert finding.variant == "counted"
    assert found(settings, FINAL.format("third"), FINAL.format("third")) == []


def test_another_span_noun_or_day_is_another_count(settings: Settings) -> None:
    first = FINAL.format("third")
    assert found(settings, first, FINAL.format("fourth").replace("of the season", "of his career")) == []
    assert found(settings, first, FINAL.format("fourth").replace("2025-03-03", "2025-03-10")) == []
    assert found(settings, first, FINAL.format("fourth").replace("won", "hopes to win")) == []
    assert found(settings, first, f"{FINAL.format('third')} Last year Ivan Petrenko won his fourth title.") == []
