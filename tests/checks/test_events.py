"""Which dates tell when an event was: the attachment that D101 and D201 stand on."""

import pytest

from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rulebook import load_rulebook

TOLD = [
    "The rebels killed 12 people on March 9.",
    "The two ministers signed the accord on March 9.",
    "The ministers signed the accord in Riga on March 9 and left.",
    "On March 9, police arrested a woman.",
    "Police arrested a woman on March 9, the ministry said.",
    "The company announced the results on 9 March 2025.",
    "A fire broke out on March 9 in the port.",
    "The plane, which crashed on March 9, was new.",
    "He died on March 9.",
    "The court, meeting in Lyon, sentenced him on March 9.",
    "The bridge was opened on March 9 by the mayor.",
    "The strike began on March 9.",
    "The army announced the end of the operation on March 9.",
    "In the town of Lom, founded in 1802, three people were killed in a fire on March 9, 2025.",
    "Thousands of people marched through the capital on March 9 to protest against the law.",
    "The president met his Turkish counterpart on March 9 in Ankara.",
    "The bank raised its key rate to 4 percent on March 9.",
    "The two leaders met March 9 in Geneva.",
    "The two leaders signed the treaty on Sunday, March 9, 2025.",
    "The two leaders signed the treaty on the 9th of March.",
    "On 9 March 2025, the parliament passed the bill.",
    "The man was arrested March 9 at the airport.",
    "The central bank cut its main interest rate by a quarter point on March 9.",
    "Officials said that on March 9 the army entered the village.",
    "The court on March 9 rejected the appeal.",
    "The council, police said, met on March 9.",
    "In a speech on March 9, the president rejected the plan.",
    "At a meeting in Oslo on March 9, the directors voted to merge.",
    "The miners went on strike on March 9.",
    "The council voted on March 9 to lift the ban.",
    "The budget, presented in Oslo on March 9, raised the tax on fuel.",
    "It was the second such storm since March 9, when a tower fell in the harbour.",
    "The embassy on March 9 urged its citizens to leave.",
    "The party withdrew its support from the government on March 9, the speaker said.",
    "The Senate approved the judge on March 9 after a delay due to the strike.",
    "A judge sentenced on March 9 a sailor from the port of Toulon.",
    "A sailor was sentenced on March 9 to 16 years in prison.",
    "Customs officers seized 40 kilos of heroin on March 9 in Rotterdam.",
]
NOT_TOLD = [
    "Traders showed little hope of a cut when the bank meets on March 9-10, down from a week ago.",
    "Candidates in the election on March 9 called the raid an embarrassment.",
    "The office said its confirmed figures, with a table by country, will be out on March 9.",
    "The governor, who faces an election on March 9, called a meeting of his council.",
    "The union has announced a picket outside the ministry on March 9, when the plan is to be discussed.",
    "The club announced a concert in the town hall on March 9.",
    "Debate on the budget began on March 1 and ends on Sunday, March 9, with a vote.",
    "In 2016 the miners won, on March 29, a case against the company.",
    "He was elected mayor in 2012. On March 29 he opened the first school.",
    "The match, planned for March 9, drew a crowd of buyers to the ticket office.",
    "The law, passed by parliament last year, will be in force from March 9, when the old one expires.",
    "The club, expected on March 9 in Turin, sold two players.",
    "The ministers will sign the accord on March 9.",
    "The ministers agreed to meet on March 9.",
    "The party lost ground before the election on March 9.",
    "He won the right to host the game on March 9.",
    "Parliament set the vote for March 9.",
    "The court adjourned the trial to March 9.",
    "Talks were expected to begin on March 9.",
    "The company said it planned to open the plant on March 9.",
    "The ministers would have signed the accord on March 9.",
    "The ministers did not sign the accord on March 9.",
    "She bought tickets for the concert on March 9.",
    "The union called a strike on March 9.",
    "The party named its candidate for the vote on March 9.",
    "The law took effect until March 9.",
    "The deadline was extended to March 9.",
    "The ministry has scheduled a hearing on March 9.",
    "Investors awaited the bank's decision on March 9.",
    '"We signed it on March 9," he said.',
    "They had hoped to finish on March 9.",
    "Fans queued for the opening on March 9.",
    "If it rained on March 9, the match was off.",
    "The club has a match on March 9.",
    "Organisers sold 4,000 seats for the show on March 9.",
    "The council approved a march on March 9.",
    "The team prepared for the final on March 9.",
    "The directors approved a dividend of 12 cents, payable March 9 to holders of record.",
    "The council passed a smoking ban effective on March 9.",
    "The bank issued bonds due March 9, 2026.",
    "In the year-ago period, the second quarter ended March 9, sales fell.",
    "The leaders have agreed to talks on March 9.",
    "In a dispute over the election on March 9, the court heard both sides.",
    "In a bid to win the vote on March 9, the party promised lower taxes.",
    "The ministers accepted an invitation to the summit on March 9.",
    "The clubs cut prices by 10 percent by March 9.",
    "The parties said that on March 9 the men who held the town will leave.",
    "The March 9 deadline passed.",
    "The clubs settled on March 9 for the final.",
    "The clubs agreed on March 9 as the day of the final.",
    "On March 9 the men held in the port will be freed.",
    "The Senate approved the plant, due to open on March 9.",
    "The fair ran from March 1 to March 9.",
    "Opponents called for a boycott of the March 9 vote.",
]

COMING = [
    "The ministers will meet in Riga on February 27.",
    "The museum in Oslo will reopen its doors on 27 February 2025.",
    "On 27 February 2025, the museum in Oslo will reopen its doors.",
    "The two teams will play again on Thursday, February 27, in Nantes.",
    "The exhibition will be opened on February 27 by the queen.",
]
NOT_COMING = [
    "The ministers will meet in Riga on March 6.",
    "The ministry said on February 24 that the ministers will meet on February 27.",
    "The museum in Oslo will reopen on January 9.",
    "The ministers would meet in Riga on February 27.",
    "The ministers met in Riga on February 27.",
    "The club will sell the players it bought on February 27.",
    '"We will meet on February 27," she promised.',
    "The court will study the ruling of February 27.",
    "The law will not apply on February 27.",
]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(load_rulebook(select=["D101"], known_checks=KNOWN_CHECKS))


@pytest.mark.parametrize("sentence", TOLD)
def test_an_event_told_on_a_later_day_is_found(sentence: str, settings: Settings) -> None:
    (finding,) = check_texts([f"date 2025-03-03 {sentence}"], settings).findings
    assert "March" in finding.primary.text


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_a_date_that_is_not_the_events_own_is_silent(sentence: str, settings: Settings) -> None:
    assert check_texts([f"date 2025-03-03 {sentence}"], settings).findings == ()


@pytest.mark.parametrize("sentence", TOLD)
def test_the_same_sentence_is_silent_once_the_day_is_over(sentence: str, settings: Settings) -> None:
    assert check_texts([f"date 2025-03-10 {sentence}"], settings).findings == ()


@pytest.fixture(scope="module")
def coming() -> Settings:
    return Settings(load_rulebook(select=["D102"], known_checks=KNOWN_CHECKS))


@pytest.mark.parametrize("sentence", COMING)
def test_a_plan_whose_day_is_over_is_found(sentence: str, coming: Settings) -> None:
    (finding,) = check_texts([f"date 2025-03-03 {sentence}"], coming).findings
    assert "February" in finding.primary.text


@pytest.mark.parametrize("sentence", NOT_COMING)
def test_a_plan_that_was_none_on_the_day_is_silent(sentence: str, coming: Settings) -> None:
    assert check_texts([f"date 2025-03-03 {sentence}"], coming).findings == ()


@pytest.mark.parametrize("sentence", COMING)
def test_the_same_plan_is_silent_before_its_day(sentence: str, coming: Settings) -> None:
    assert check_texts([f"date 2025-02-20 {sentence}"], coming).findings == ()
