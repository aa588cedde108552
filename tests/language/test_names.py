"""Names of persons, places and organisations, and their keys."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from factcheck.domain import Article, Mention, Name
from factcheck.language.english import analyse
from factcheck.language.names import name_mentions
from factcheck.lexicon import Lexicon


@pytest.fixture
def names(nlp: Language, lexicon: Lexicon) -> Callable[[str], list[tuple[str, str, str]]]:
    """Return a function from a text to its names: surface, kind, key."""

    def find(text: str) -> list[tuple[str, str, str]]:
        article = Article(id="a", path="a", text=text)
        return [_row(text, mention) for mention in name_mentions(article, analyse(article, nlp, lexicon), lexicon)]

    return find


def _row(text: str, mention: Mention) -> tuple[str, str, str]:
    assert isinstance(mention.detail, Name)
    assert mention.value == mention.detail.key
    return text[mention.start : mention.end], mention.detail.kind.value, mention.value


def test_a_surname_alone_takes_the_key_of_the_full_name(names: Callable[[str], list[tuple[str, str, str]]]) -> None:
    assert names("Finance Minister Anna Kovacs resigned on Monday. Critics of Kovacs cheered.") == [
        ("Anna Kovacs", "person", "anna kovacs"),
        ("Kovacs", "person", "anna kovacs"),
    ]


def test_two_people_of_one_surname_stay_apart(names: Callable[[str], list[tuple[str, str, str]]]) -> None:
    found = names("Police said Ivan Gusev was seen with Pyotr Gusev. A neighbour of Gusev said nothing.")
    assert [key for _, _, key in found] == ["ivan gusev", "pyotr gusev", "gusev"]


def test_a_doubtful_spelling_keeps_its_own_key(names: Callable[[str], list[tuple[str, str, str]]]) -> None:
    found = names("Engineer Ivan Gusev opened the bridge. Later Mr Gusyev spoke.")
    assert [key for _, _, key in found] == ["ivan gusev", "gusyev"]


@pytest.mark.parametrize("given", ["Aleksandr", "Alexander", "Oleksandr"])
def test_transliterations_of_a_given_name_are_one(
    given: str, names: Callable[[str], list[tuple[str, str, str]]]
) -> None:
    assert names(f"The prize went to {given} Petrenko.") == [
        (f"{given} Petrenko", "person", "aleksandr petrenko"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They flew to Perm Krai.", [("Perm Krai", "place", "perm territory")]),
        ("They flew to Perm Territory.", [("Perm Territory", "place", "perm territory")]),
        ("They met in the Republic of Korea.", [("Republic of Korea", "place", "south korea")]),
        ("The US-led talks ended.", [("US", "place", "united states")]),
        (
            "Kenya's Rift Valley flooded.",
            [("Kenya", "place", "kenya"), ("Rift Valley", "place", "rift valley")],
        ),
        (
            "It was signed by the Ministry of Trade and Industry.",
            [
                ("Ministry of Trade and Industry", "organisation", "ministry of trade and industry"),
            ],
        ),
        ("Shares of Nordwind Corp. fell.", [("Nordwind Corp.", "organisation", "nordwind")]),
        ("They asked NORDWIND and Nordwind.", [("NORDWIND", "other", "nordwind"), ("Nordwind", "other", "nordwind")]),
    ],
)
def test_places_and_organisations(
    text: str, expected: list[tuple[str, str, str]], names: Callable[[str], list[tuple[str, str, str]]]
) -> None:
    assert names(text) == expected


def test_an_abbreviation_in_brackets_is_its_long_form(names: Callable[[str], list[tuple[str, str, str]]]) -> None:
    found = names("The National Water Agency (NWA) warned of floods. Staff of the NWA left.")
    assert {key for _, _, key in found} == {"national water agency"}


def test_demonyms_titles_weekdays_and_months_are_no_names(names: Callable[[str], list[tuple[str, str, str]]]) -> None:
    assert names("The Norwegian President spoke on Friday, 3 March, to Danish reporters.") == []


def test_a_sentence_begin_and_a_headline_prove_no_name(names: Callable[[str], list[tuple[str, str, str]]]) -> None:
    text = "Rivers Burst Banks As Storm Batters Coast\n\nFlooding was heavy. Officials in Norway praised Emma Larsen."
    assert [surface for surface, _, _ in names(text)] == ["Norway", "Emma Larsen"]


def test_a_country_is_never_a_person(names: Callable[[str], list[tuple[str, str, str]]]) -> None:
    found = names("Norway said it would pay. Portugal, who lost, agreed. Brazil told reporters so.")
    assert {kind for _, kind, _ in found} == {"place"}


def test_titles_and_places_before_a_person_are_cut_off(names: Callable[[str], list[tuple[str, str, str]]]) -> None:
    found = names("Texas Governor Greg Abbott met Secretary of State Laura Miles.")
    assert found == [
        ("Texas", "place", "texas"),
        ("Greg Abbott", "person", "greg abbott"),
        ("Laura Miles", "person", "laura miles"),
    ]


def test_an_ambiguous_word_is_place_or_person_by_its_company(
    names: Callable[[str], list[tuple[str, str, str]]],
) -> None:
    found = names("Chad Brown and Jordan Smith flew to Chad.")
    assert [(surface, kind) for surface, kind, _ in found] == [
        ("Chad Brown", "person"),
        ("Jordan Smith", "person"),
        ("Chad", "place"),
    ]


@pytest.mark.parametrize("hostile", ["A " * 20_000, "Aa of " * 10_000, "Aa-" * 15_000, "\u202e Ünï " * 5_000])
def test_hostile_lines_are_read_in_time(hostile: str, nlp: Language, lexicon: Lexicon) -> None:
    from factcheck.language.annotation import read_out
    from factcheck.language.english import Sentence

    article = Article(id="a", path="a", text=hostile)
    sentence = Sentence(0, 0, 0, len(hostile), read_out(nlp.make_doc(hostile)))
    found = name_mentions(article, [sentence], lexicon)
    assert all(0 <= mention.start < mention.end <= len(hostile) for mention in found)
