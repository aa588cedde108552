import pytest
from builders import record, spelled

from factcheck.compare.names import compare_across, compare_spellings
from factcheck.compare.slips import compare_words
from factcheck.domain import Verdict
from factcheck.lexicon import Lexicon


def variants(found):
    return [(a.value, b.value, judgement.verdict, judgement.variant) for a, b, judgement in found]


def test_each_further_spelling_of_one_name_is_one_pair() -> None:
    claims = [
        spelled("a", "dmitry orlov", "Dmitry Orlov"),
        spelled("b", "dmitry orlov", "Dmitri Orlov"),
        spelled("c", "dmitry orlov", "Dmitry Orlov"),
        spelled("c", "dmitry orlov", "Orlov"),
    ]
    assert variants(compare_spellings(claims)) == [
        ("Dmitry Orlov", "Dmitri Orlov", Verdict.SPELLING, "transliteration")
    ]


def test_a_longer_form_of_a_name_is_no_other_spelling() -> None:
    claims = [spelled("a", "united nations", "United Nations"), spelled("a", "united nations", "UN")]
    assert variants(compare_spellings(claims)) == []


def test_a_misspelt_surname_beside_the_same_given_name_is_certain() -> None:
    claims = [spelled("a", "samuel okonkwo", "Samuel Okonkwo"), spelled("a", "samuel okonwko", "Samuel Okonwko")]
    assert variants(compare_words(claims, Lexicon())) == [
        ("Samuel Okonkwo", "Samuel Okonwko", Verdict.SPELLING, "certain")
    ]


def test_a_misspelt_surname_alone_is_likely() -> None:
    claims = [spelled("a", "samuel okonkwo", "Samuel Okonkwo"), spelled("a", "okonwko", "Okonwko")]
    assert [judgement.variant for _, _, judgement in compare_words(claims, Lexicon())] == ["likely"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("peter mwangi", "paul mwangi"),
        ("ivan gusev", "gusevs"),
        ("ivan gusev", "anna guseva"),
        ("jane smith", "smyth-jones"),
        ("li wang", "wong"),
        ("karl maier", "baier"),
    ],
)
def test_two_people_are_not_one_misspelt(one: str, two: str) -> None:
    claims = [spelled("a", one, one.title()), spelled("a", two, two.title())]
    assert variants(compare_words(claims, Lexicon())) == []


def across(
    one: str, two: str, *, shared: frozenset[str] = frozenset({"ada bell", "riga"}), **fields: str
) -> list[str | None]:
    claims = [spelled("a", one.lower(), one), spelled("b", two.lower(), two)]
    records = {
        "a": record("a", names=shared | {one.lower()}, source="AAA"),
        "b": record("b", names=shared | {two.lower()}, source=fields.get("source", "AAA")),
    }
    return [judgement.variant for _, _, judgement in compare_across(claims, records, Lexicon())]


def test_articles_that_transliterate_differently_are_told_apart_from_slips() -> None:
    assert across("Ivan Gusev", "Ivan Gusyev") == ["transliteration"]
    assert across("Karim Salemi", "Karim Salimi") == ["transliteration"]
    assert across("Samuel Okonkwo", "Samuel Okonwko") == ["one_source"]
    assert across("Samuel Okonkwo", "Samuel Okonwko", source="BBB") == ["sources"]


def test_people_of_two_matters_are_two_people() -> None:
    assert across("Samuel Okonkwo", "Samuel Okonwko", shared=frozenset({"riga"})) == []
