"""Figures found in sentences: kind, value, unit, hedge and span; and what is no figure."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from factcheck.domain import Article, Hedge, Mention, Quantity, QuantityKind
from factcheck.language.english import analyse
from factcheck.language.quantities import quantity_mentions
from factcheck.lexicon import Lexicon

Find = Callable[[str], list[tuple[str, Quantity, str]]]


@pytest.fixture(scope="module")
def mentions(nlp: Language, lexicon: Lexicon) -> Callable[[str], list[Mention]]:
    def find(text: str) -> list[Mention]:
        article = Article("a", "a", text)
        return quantity_mentions(article, analyse(article, nlp, lexicon), [], lexicon)

    return find


@pytest.fixture(scope="module")
def found(mentions: Callable[[str], list[Mention]]) -> Callable[[str], list[tuple[str, str]]]:
    def find(text: str) -> list[tuple[str, str]]:
        return [(text[mention.start : mention.end], mention.value) for mention in mentions(text)]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade slowed down last spring - minus 5-6 percent.", [("minus 5-6 percent", "-6..-5 percent")]),
        ("They reduced the deficit by about 5-6%.", [("5-6%", "-6..-5 percent")]),
        ("Sales fell 3 percent.", [("3 percent", "-3 percent")]),
        ("Sales fell to 3 percent.", [("3 percent", "3 percent")]),
        ("Prices ended 2 percent higher.", [("2 percent", "2 percent")]),
        ("It was an 8 percent cut.", [("8 percent", "-8 percent")]),
        ("Output was 104.2% of last year's level.", [("104.2%", "4.2 percent")]),
        ("Output was 59.9% as against the same period.", [("59.9%", "-40.1 percent")]),
        ("The index made 104.2% of the level of the corresponding period of 2024.", [("104.2%", "4.2 percent")]),
        ("They hold 30% of the volume of exports last year.", [("30%", "30 percent")]),
        ("The union made up 90 percent of the crowd.", [("90 percent", "90 percent")]),
        ("Taxes were cut from 40 to 30 percent.", [("40", "40 percent"), ("30 percent", "30 percent")]),
        ("Support rose 3 percentage points.", [("3 percentage points", "3 points")]),
        ("The bank cut the rate by 25 basis points.", [("25 basis points", "-25 basis point")]),
        (
            "The index rose 12.5 points, or 1.3 percent.",
            [("12.5 points", "12.5 point"), ("1.3 percent", "1.3 percent")],
        ),
    ],
)
def test_percentages_and_their_signs(found: Find, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $1.13bn (£600m).", [("$1.13bn", "1130000000 USD"), ("£600m", "600000000 GBP")]),
        ("Aid of Br9.9 trillion came.", [("Br9.9 trillion", "9900000000000 BYN")]),
        ("They spent $ 315 - 320 million.", [("$ 315 - 320 million", "315000000..320000000 USD")]),
        ("It cost between $26 and $31 million.", [("$26 and $31 million", "26000000..31000000 USD")]),
        (
            "It cost $315-320 million and 5 percent.",
            [("$315-320 million", "315000000..320000000 USD"), ("5 percent", "5 percent")],
        ),
        ("They paid $27 a share.", [("$27 a share", "27 USD/share")]),
        ("It costs 95 cents.", [("95 cents", "95 cent")]),
        ("A 271-million-dollar deal was signed.", [("271-million-dollar", "271000000 USD")]),
        ("They owe billions of dollars.", [("billions of dollars", "1000000000..10000000000 USD")]),
        ("He paid 4 billion won.", [("4 billion won", "4000000000 KRW")]),
        ("It cost 5 million Hong Kong dollars.", [("5 million Hong Kong dollars", "5000000 HKD")]),
        ("It cost 5 million Namibian dollars.", [("5 million Namibian dollars", "5000000 namibian dollar")]),
    ],
)
def test_money(found: Find, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two Russian governors came.", [("Two Russian governors", "2 governor")]),
        (
            "Twenty-four people drowned and 12 wounded sailors swam.",
            [("Twenty-four people", "24 people"), ("12 wounded sailors", "12 sailor")],
        ),
        (
            "A 23-member delegation met a 5,000-strong force.",
            [("23-member", "23 member"), ("5,000-strong", "5000 member")],
        ),
        ("About 10 to 15 soldiers fled.", [("10 to 15 soldiers", "10..15 soldier")]),
        ("In Nairobi 45 of the 40 delegates voted.", [("45", "45 delegate"), ("40 delegates", "40 delegate")]),
        ("The party won eight.", [("eight", "8")]),
        ("Hundreds of thousands of people fled.", [("Hundreds of thousands of people", "100000..1000000 people")]),
        (
            "A pike of 2.5 kilograms and 7 million hectares of land.",
            [("2.5 kilograms", "2.5 kilogram"), ("7 million hectares", "7000000 hectare")],
        ),
        ("It pumps 2,000 barrels a day.", [("2,000 barrels a day", "2000 barrel per day")]),
    ],
)
def test_counts_and_measures(found: Find, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("A 42-year-old man swam.", QuantityKind.AGE, 42),
        ("Ana Horvat, 24, said so.", QuantityKind.AGE, 24),
        ("It was the 118th session.", QuantityKind.ORDINAL, 118),
        ("Two-thirds of them left.", QuantityKind.FRACTION, 2 / 3),
        ("A third of voters stayed away.", QuantityKind.FRACTION, 1 / 3),
        ("Inspectors closed 15 of 60 bakeries.", QuantityKind.RATIO, 0.25),
        ("One in five voters stayed away.", QuantityKind.RATIO, 0.2),
        ("Profits doubled.", QuantityKind.MULTIPLIER, 2),
        ("Production has increased 5 times.", QuantityKind.MULTIPLIER, 5),
        ("It was a fivefold rise.", QuantityKind.MULTIPLIER, 5),
    ],
)
def test_other_kinds(mentions: Callable[[str], list[Mention]], text: str, kind: QuantityKind, value: float) -> None:
    details = [mention.detail for mention in mentions(text) if isinstance(mention.detail, Quantity)]
    assert [(detail.kind, detail.low) for detail in details] == [(kind, pytest.approx(value))]


@pytest.mark.parametrize(
    ("phrase", "hedge"),
    [
        ("about 300", Hedge.ABOUT),
        ("nearly 300", Hedge.ALMOST),
        ("more than 300", Hedge.MORE_THAN),
        ("at least 300", Hedge.AT_LEAST),
        ("up to 300", Hedge.UP_TO),
        ("fewer than 300", Hedge.LESS_THAN),
        ("300", Hedge.EXACT),
        ("hundreds of", Hedge.ROUND),
    ],
)
def test_hedges(mentions: Callable[[str], list[Mention]], phrase: str, hedge: Hedge) -> None:
    (mention,) = mentions(f"The town took in {phrase} refugees.")
    assert isinstance(mention.detail, Quantity)
    assert mention.detail.hedge is hedge


@pytest.mark.parametrize(
    "text",
    [
        "Flight 990 landed in fog.",
        "He met the No. 7 seed.",
        "Call +44 20 7946 0958 for details.",
        "They released version 2.0.1 of it.",
        "He lives at 10 Downing Street.",
        "She won 6-3, 6-4.",
        "A Boeing 747 landed.",
        "The 1998 elections were free.",
        "The talks lasted three days.",
        "No one came, and one of them left.",
    ],
)
def test_names_scores_years_and_durations_are_no_figures(found: Find, text: str) -> None:
    assert found(text) == []


def test_mentions_never_overlap_and_are_sorted(mentions: Callable[[str], list[Mention]]) -> None:
    text = "Between 5 and 6 percent, or $5-6 million, of two or three dozen of the 60 firms rose 2 1/2 times to 3.5."
    spans = [(mention.start, mention.end) for mention in mentions(text)]
    assert spans == sorted(spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


ROW = "5 6.8 $ % percent million two dozen of the to from - , ( ) rose fell by 1/2 third one in km 15 up £ and"
WORDS = st.sampled_from(ROW.split())


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=25))
def test_any_row_of_words_gives_sorted_spans(mentions: Callable[[str], list[Mention]], words: list[str]) -> None:
    spans = [(mention.start, mention.end) for mention in mentions(" ".join(words))]
    assert all(first[0] < first[1] <= second[0] for first, second in pairwise(spans))
