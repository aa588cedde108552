"""D113: a lead's bare weekday against the day on which the article is dated. 2025-04-05 is a Saturday."""

import pytest

from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rulebook import load_rulebook

# Each tells of a Sunday, six days before or one after the Saturday of the header.
FIRING = [
    "Fire destroyed a market hall in Turin, police said Sunday.",
    "Police said on Sunday that a fire had destroyed a market hall in Turin.",
    "Police in Turin said late Sunday they had arrested two men.",
    "The company told investors in Oslo Sunday that sales had doubled.",
    "Kenya said Sunday it had reopened the border with Uganda.",
    "A court in Lima ruled Sunday that two officers had beaten students.",
    "Police Sunday arrested two men in the port of Bergen.",
    "The parliament of Malta on Sunday approved the budget.",
    "Two climbers were killed Sunday when an avalanche hit their camp.",
    "A ferry capsized off Bergen Sunday, and 12 people drowned.",
    "Peruvian President Rosa Quispe announced Sunday that she would step down.",
    "Chilean miners ended a long strike on Sunday night.",
    "The euro fell, dealers reported Sunday. Trading was thin.",
    "Two ferries collided off Bergen. The captains were arrested Sunday.",
]
SILENT = [
    "Fire destroyed a market hall in Turin, police said Saturday.",
    "Fire destroyed a market hall in Turin, police said Friday.",
    "Fire destroyed a market hall in Turin, police said Wednesday.",
    "The parliament of Malta votes Sunday on the budget.",
    "The parliament of Malta will vote Sunday on the budget, its speaker said.",
    "The speaker said Sunday's vote would be close.",
    "The speaker said Sunday would be a holiday.",
    "The president declared Sunday a day of mourning.",
    "The clubs agreed to meet Sunday in Oslo.",
    "The talks planned Sunday were called off.",
    "The leaders have agreed to talks in Oslo on Sunday.",
    "The minister accepted an invitation to the summit Sunday.",
    "Fans bought tickets for the concert Sunday.",
    "The party lost ground before the election on Sunday.",
    "Voters set Sunday as the day of the fair.",
    "The court did not meet Sunday.",
    "Two ferries collided last Sunday off Bergen, police said.",
    "Two ferries collided a week ago Sunday off Bergen.",
    "Police said Saturday they had found a climber who disappeared Sunday.",
    "Police found a climber on Friday. He disappeared Sunday.",
    '"We sailed Sunday," the captain said.',
    "The shop opened between Sunday and Friday.",
    "The gunmen killed two men on Easter Sunday.",
    "Bells rang. Ships hooted. The fair opened. The choir sang Sunday.",
    "The strike began Monday and ended Friday.",
]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(load_rulebook(select=["D113"], known_checks=KNOWN_CHECKS))


def variants(text: str, settings: Settings) -> list[str | None]:
    return [finding.variant for finding in check_texts([text], settings).findings]


@pytest.mark.parametrize("text", FIRING)
def test_a_lead_of_tomorrow_is_found(text: str, settings: Settings) -> None:
    (finding,) = check_texts([f"date 2025-04-05 {text}"], settings).findings
    assert "Sunday" in finding.primary.text


@pytest.mark.parametrize("text", FIRING)
def test_the_same_lead_is_silent_on_its_day_and_the_next(text: str, settings: Settings) -> None:
    for day in ("2025-04-06", "2025-04-07"):
        assert variants(f"date {day} {text}", settings) == []


@pytest.mark.parametrize("text", SILENT)
def test_it_is_silent(text: str, settings: Settings) -> None:
    assert variants(f"date 2025-04-05 {text}", settings) == []


def test_an_article_that_tells_of_the_next_day_throughout_is_only_noted(settings: Settings) -> None:
    text = "Police arrested two men, they said Sunday. A judge questioned the men Sunday."
    assert variants(f"date 2025-04-05 {text}", settings) == ["next_day"]


def test_an_article_that_tells_of_another_day_throughout_has_a_doubtful_date(settings: Settings) -> None:
    text = "Police arrested two men, they said Tuesday. A judge questioned the men Tuesday."
    assert variants(f"date 2025-04-04 {text}", settings) == []
    assert variants(f"date 2025-04-06 {text}", settings) == ["header"]


def test_other_days_that_fit_the_date_leave_the_lead_alone(settings: Settings) -> None:
    text = "Police arrested two men, they said Sunday. A judge questioned the men Saturday."
    assert variants(f"date 2025-04-05 {text}", settings) == ["weekday"]


def test_without_a_date_there_is_nothing_to_hold_it_against(settings: Settings) -> None:
    assert variants("Police arrested two men, they said Sunday.", settings) == []
