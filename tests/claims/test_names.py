"""Names as claims: spellings of one key."""

from collections.abc import Callable

from factcheck.claims.names import name_claims, skeleton
from factcheck.domain import Claim
from factcheck.language.analysis import Analysis


def _by_value(analysis: Analysis) -> dict[str | None, Claim]:
    return {claim.value: claim for claim in name_claims(analysis)}


def test_a_claim_for_each_spelling_with_its_count(analysed: Callable[[str], Analysis]) -> None:
    text = (
        "Economist Aleksandr Petrenko spoke in Riga. Many heard Petrenko, and Alexander Petrenko left. Petrenko slept."
    )
    found = _by_value(analysed(text))
    assert found["Petrenko"].scope == ("count:2",)
    assert found["Aleksandr Petrenko"].scope == ("count:1", "introduced", "title:economist")
    assert found["Alexander Petrenko"].subjects == found["Petrenko"].subjects == ("aleksandr petrenko",)
    assert found["Riga"].attribute == "place"
    assert found["Petrenko"].keys[0] == "name:aleksandr petrenko"


def test_likely_misspellings_meet_under_loose_keys(analysed: Callable[[str], Analysis]) -> None:
    found = _by_value(analysed("They met Ivan Gusev. Later Ivan Gusyev left."))
    assert found["Ivan Gusev"].subjects != found["Ivan Gusyev"].subjects
    assert found["Ivan Gusev"].keys[1:] == found["Ivan Gusyev"].keys[1:] == ("words:|@article.txt", "given:ivan|gsv")


def test_a_capitalised_word_that_is_no_name_by_itself_is_a_word(analysed: Callable[[str], Analysis]) -> None:
    found = _by_value(analysed("They met Ivan Gusev. Gusyev left. Schools stayed closed."))
    assert found["Gusyev"].attribute == "word"
    assert found["Gusyev"].keys == ("words:|@article.txt",)
    assert "Schools" not in found


def test_a_byline_and_a_line_of_capitals_say_nothing(analysed: Callable[[str], Analysis]) -> None:
    text = "FLOODS IN NORWAY\n\nBy Emma Larsen\n\nThe river rose in Denmark on Monday."
    assert set(_by_value(analysed(text))) == {"Denmark"}


def test_the_skeleton_keeps_consonants_once() -> None:
    assert skeleton("Petrenko") == "ptrnk"
    assert skeleton("Rossi") == skeleton("Rosi") == "rs"
    assert skeleton("Aoye") == "aoye"
