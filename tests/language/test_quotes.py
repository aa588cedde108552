"""Quotations and their speakers, as a reader of the article would see them."""

import re
import time

import pytest

from factcheck.domain import Article, Mention, Name, NameKind, Quote
from factcheck.language.annotation import read_out
from factcheck.language.english import Sentence, analyse
from factcheck.language.quotes import quote_mentions

PEOPLE = ("Marta Lind", "Oskar Brandt")


@pytest.fixture
def quotes(nlp, lexicon):
    """Return a function from a text to (parts, speaker, marked) of its quotations; the people named are given."""

    def find(text):
        article = Article(id="a.txt", path="a.txt", text=text)
        sentences = analyse(article, nlp, lexicon)
        names = [
            Mention(found.start(), found.end(), 0, person.lower(), Name(NameKind.PERSON, person.lower()))
            for person in PEOPLE
            for found in re.finditer(f"{person}|(?<!{person.split()[0]} ){person.split()[1]}", text)
        ]
        shown = []
        for mention in quote_mentions(article, sentences, names, lexicon):
            assert isinstance(mention.detail, Quote)
            assert mention.start <= mention.detail.parts[0][0]
            assert mention.detail.parts[-1][1] <= mention.end
            assert sentences[mention.sentence].start <= mention.start
            parts = [text[start:end] for start, end in mention.detail.parts]
            shown.append((parts, mention.detail.speaker, mention.detail.marked))
        return shown

    return find


@pytest.mark.parametrize(
    "text",
    [
        '"The river will fall by the weekend," Marta Lind said.',
        "“The river will fall by the weekend,” Marta Lind said.",
        "«The river will fall by the weekend», Marta Lind said.",
        '"The river will fall by the weekend," said Marta Lind.',
        'Marta Lind said: "The river will fall by the weekend."',
        'Marta Lind: "The river will fall by the weekend."',
        "‘The river will fall by the weekend,’ Marta Lind said.",
    ],
)
def test_marks_of_every_kind_and_attribution_on_either_side(quotes, text):
    [(parts, speaker, marked)] = quotes(text)
    assert [part.rstrip(".") for part in parts] == ["The river will fall by the weekend"]
    assert (speaker, marked) == ("marta lind", True)


def test_attribution_in_the_middle_joins_two_parts(quotes):
    found = quotes('"We lost two bridges," Marta Lind said. "They will be rebuilt before the winter."')
    assert found == [(["We lost two bridges", "They will be rebuilt before the winter."], "marta lind", True)]


def test_two_people_in_one_paragraph_are_two_quotations(quotes):
    found = quotes('"We lost two bridges," Marta Lind said. "They can be rebuilt soon," Oskar Brandt added.')
    assert [speaker for _, speaker, _ in found] == ["marta lind", "oskar brandt"]


def test_a_quotation_over_two_paragraphs_is_one(quotes):
    found = quotes('Marta Lind said: "The first dam held well.\n\n"The second one did not hold," she said.')
    assert found == [(["The first dam held well.", "The second one did not hold"], "marta lind", True)]


def test_a_missing_closing_mark_ends_with_the_paragraph(quotes):
    found = quotes("Marta Lind told reporters: “The dam held through the night.\n\nThe storm moved on to the east.")
    assert found == [(["The dam held through the night."], "marta lind", True)]


def test_dash_style_of_attribution_inside_the_marks(quotes):
    found = quotes('"The plant lost a tenth of its orders, said Oskar Brandt. - We must win them back this year."')
    assert found == [
        (["The plant lost a tenth of its orders", "We must win them back this year."], "oskar brandt", True)
    ]


def test_nested_marks_stay_inside(quotes):
    [(parts, _, _)] = quotes("“He told me ‘never again’ and left the hall,” Marta Lind said.")
    assert parts == ["He told me ‘never again’ and left the hall"]


def test_speech_without_marks_signed_with_a_name(quotes):
    found = quotes(
        "The mayor spoke.\n\nWe are ready to rebuild the school. I thank the firemen. Marta Lind\n\nIt rained."
    )
    assert found == [(["We are ready to rebuild the school. I thank the firemen."], "marta lind", False)]


def test_speech_without_marks_announced_by_a_name(quotes):
    found = quotes("Marta Lind:\n\nWe are ready to rebuild the school before autumn.\n\nIt rained all day in the town.")
    assert found == [(["We are ready to rebuild the school before autumn."], "marta lind", False)]


def test_an_office_with_one_holder_stands_for_that_person(quotes):
    found = quotes('Mayor Marta Lind met the firemen.\n\n"You saved the old town tonight," the mayor said.')
    assert found[0][1] == "marta lind"


def test_an_office_with_two_holders_is_nobody_in_particular(quotes):
    text = 'Mayor Marta Lind met mayor Oskar Brandt.\n\n"You saved the old town tonight," the mayor said.'
    assert quotes(text)[0][1] is None


def test_a_spokesman_is_not_the_person_he_speaks_for(quotes):
    assert quotes('"The minister will not step down," a spokesman for Marta Lind said.')[0][1] is None
    assert quotes('"The minister will not step down," Marta Lind\'s lawyer said.')[0][1] is None


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "peace train" left the city on Monday.',
        'They screened "The Long Road Home" in the festival hall.',
        "The players' union and the owners' club met on Monday.",
        "It was a 6'2\" door.",
        "The mayor opened the bridge. Marta Lind",
    ],
)
def test_scare_quotes_titles_and_apostrophes_are_no_quotation(quotes, text):
    assert quotes(text) == []


@pytest.mark.parametrize(
    "line", ['"' * 100_000, "“" * 100_000, '" said ' * 15_000, ", - said x" * 10_000, "‘a " * 30_000]
)
def test_a_hostile_line_takes_no_long_time(nlp, lexicon, line):
    article = Article(id="a.txt", path="a.txt", text=line)
    sentences = [Sentence(0, 0, 0, len(line), read_out(nlp.make_doc("unparsed")))]
    started = time.perf_counter()
    quote_mentions(article, sentences, [], lexicon)
    assert time.perf_counter() - started < 5
