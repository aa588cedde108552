"""Offices with their jurisdictions and holders."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from factcheck.domain import Article, Office
from factcheck.language.english import analyse
from factcheck.language.names import name_mentions
from factcheck.language.offices import office_class, office_mentions
from factcheck.lexicon import Lexicon

Rows = list[tuple[str, str | None, str | None, str | None]]


@pytest.fixture
def offices(nlp: Language, lexicon: Lexicon) -> Callable[[str], Rows]:
    """Return a function from a text to its offices: class, jurisdiction, holder, qualifier."""

    def find(text: str) -> Rows:
        article = Article(id="a", path="a", text=text)
        sentences = analyse(article, nlp, lexicon)
        found = office_mentions(article, sentences, name_mentions(article, sentences, lexicon), lexicon)
        rows: Rows = []
        for mention in found:
            office = mention.detail
            assert isinstance(office, Office)
            rows.append((office.office, office.jurisdiction, office.holder, office.qualifier))
        return rows

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan President William Ruto spoke.", ("head_of_state", "kenya", "william ruto", None)),
        (
            "They met the Governor of Russia's Perm Territory Dmitry Makhonin.",
            ("regional_head", "perm territory", "dmitry makhonin", None),
        ),
        ("Texas Governor Greg Abbott spoke.", ("regional_head", "texas", "greg abbott", None)),
        (
            "They met the head of Tatarstan Rustam Minnikhanov.",
            ("regional_head", "tatarstan", "rustam minnikhanov", None),
        ),
        (
            "Talks with the head of Tatarstan, Rustam Minnikhanov, went on.",
            ("regional_head", "tatarstan", "rustam minnikhanov", None),
        ),
        ("Anna Kovacs, the mayor of Budapest, spoke.", ("mayor", "budapest", "anna kovacs", None)),
        ("French Foreign Minister Claire Martin left.", ("foreign_minister", "france", "claire martin", None)),
        (
            "Former British Prime Minister Tony Blair spoke.",
            ("head_of_government", "united kingdom", "tony blair", "former"),
        ),
        (
            "Acting Governor of Oryol Oblast Ivan Petrov spoke.",
            ("regional_head", "oryol region", "ivan petrov", "acting"),
        ),
        ("Chinese Deputy Foreign Minister Tang Wei left.", ("foreign_minister", "china", "wei tang", "deputy")),
        ("Ex-President Nicolas Leroy spoke.", ("head_of_state", None, "nicolas leroy", "ex")),
        (
            "They met the Chairman of the Oslo Harbour Committee Erik Dahl.",
            ("chairman", "oslo harbor committee", "erik dahl", None),
        ),
        ("Two Russian governors came.", ("regional_head", "russia", None, None)),
        ("The heads of Chuvashia and Tatarstan came.", ("regional_head", None, None, None)),
        ("The president spoke.", ("head_of_state", None, None, None)),
    ],
)
def test_an_office_with_jurisdiction_holder_and_qualifier(
    text: str, expected: tuple[str, str | None, str | None, str | None], offices: Callable[[str], Rows]
) -> None:
    assert offices(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The meeting began at 3 p.m. in Berlin.",
        "The meeting began at 3 pm Berlin time.",
        "THE MEETING BEGAN AT 3 P.M. IN BERLIN.",
        "The meeting began at three p.m. on Monday.",
    ],
)
def test_a_half_of_the_day_is_no_premier(text: str, offices: Callable[[str], Rows]) -> None:
    assert offices(text) == []


def test_a_premier_may_be_written_in_two_capitals(offices: Callable[[str], Rows]) -> None:
    assert offices("Indian PM Manmohan Singh spoke.") == [("head_of_government", "india", "manmohan singh", None)]


def test_the_head_of_something_else_is_no_office(offices: Callable[[str], Rows]) -> None:
    assert offices("The head of the delegation, Maria Lopez, hit her head on a leader of the line.") == []


def test_a_coordinated_minister_is_of_the_same_country(offices: Callable[[str], Rows]) -> None:
    found = offices("French President Louis Martin and Prime Minister Anne Durand came.")
    assert found == [
        ("head_of_state", "france", "louis martin", None),
        ("head_of_government", "france", "anne durand", None),
    ]


def test_the_jurisdiction_is_taken_from_another_mention_of_the_holder(offices: Callable[[str], Rows]) -> None:
    found = offices("Kenyan President William Ruto flew in. Later President Ruto left.")
    assert found[1] == ("head_of_state", "kenya", "william ruto", None)


def test_the_region_is_the_one_last_named_in_the_paragraph(offices: Callable[[str], Rows]) -> None:
    text = "The head of Tatarstan Rustam Minnikhanov came. He became the head of the region in 2010."
    assert offices(text)[1] == ("regional_head", "tatarstan", None, None)
    assert offices(text.replace(". He", ".\n\nHe"))[1] == ("regional_head", None, None, None)


@pytest.mark.parametrize(
    ("word", "office"), [("governor", "regional_head"), ("mayors", "mayor"), ("head", None), ("table", None)]
)
def test_the_office_of_a_word_by_itself(word: str, office: str | None, lexicon: Lexicon) -> None:
    assert office_class(word, lexicon) == office
