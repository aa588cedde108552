"""What is written in a supported form is read back, intervals hold what was rounded, and no line costs too much."""

import cProfile
import pstats
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from factcheck.compare.intervals import widened
from factcheck.domain import Article, Hedge, Mention, Quantity, QuantityKind
from factcheck.language.english import Sentence, analyse
from factcheck.language.numerals import number_words
from factcheck.language.quantities import quantity_mentions
from factcheck.lexicon import Lexicon

Find = Callable[[str], list[Mention]]
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
CURRENCIES = [
    ("$", "", "USD"),
    ("£", "", "GBP"),
    ("€", "", "EUR"),
    ("HK$", "", "HKD"),
    ("", " yen", "JPY"),
    ("", " euros", "EUR"),
]
WORDS = number_words(Lexicon())
ONES = [word for word, _ in sorted(WORDS.ones.items(), key=lambda item: item[1])]
TENS = ["", "", *(word for word, _ in sorted(WORDS.tens.items(), key=lambda item: item[1]))]


@pytest.fixture(scope="module")
def find(nlp: Language, lexicon: Lexicon) -> Find:
    def mentions(text: str) -> list[Mention]:
        article = Article("a", "a", text)
        return quantity_mentions(article, analyse(article, nlp, lexicon), [], lexicon)

    return mentions


def only(find: Find, text: str) -> Quantity:
    """Return the one quantity of a text."""
    (mention,) = find(text)
    assert isinstance(mention.detail, Quantity)
    return mention.detail


def in_words(value: int) -> str:
    """Spell a number of at most a million."""
    if value == 1_000_000:
        return "one million"
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10] + (f"-{ONES[value % 10]}" if value % 10 else "")
    scale, word = (1000, "thousand") if value >= 1000 else (100, "hundred")
    rest = f" {in_words(value % scale)}" if value % scale else ""
    return f"{in_words(value // scale)} {word}{rest}"


@settings(max_examples=40)
@given(value=st.integers(min_value=2, max_value=1_000_000))
def test_spelled_and_grouped_counts_are_read_back(find: Find, value: int) -> None:
    for written in (in_words(value), f"{value:,}"):
        read = only(find, f"The town sheltered about {written} refugees.")
        assert (read.kind, read.low, read.high, read.unit) == (QuantityKind.COUNT, value, value, "refugee")


@settings(max_examples=40)
@given(
    tenths=st.integers(min_value=1, max_value=9999), form=st.sampled_from(["%", " percent", " per cent", "-percent"])
)
def test_percentages_are_read_back(find: Find, tenths: int, form: str) -> None:
    read = only(find, f"The share was {tenths / 10}{form} of it.")
    assert (read.kind, read.low, read.unit, read.step) == (QuantityKind.PERCENT, tenths / 10, "percent", 0.1)


@settings(max_examples=40)
@given(
    tenths=st.integers(min_value=11, max_value=9999),
    currency=st.sampled_from(CURRENCIES),
    scale=st.sampled_from(sorted(SCALES)),
)
def test_money_is_read_back(find: Find, tenths: int, currency: tuple[str, str, str], scale: str) -> None:
    sign, name, code = currency
    read = only(find, f"The bridge cost {sign}{tenths / 10} {scale}{name} in all.")
    assert (read.kind, read.unit) == (QuantityKind.MONEY, code)
    assert read.low == pytest.approx(tenths / 10 * SCALES[scale])


@settings(max_examples=40)
@given(
    low=st.integers(min_value=2, max_value=500),
    more=st.integers(min_value=1, max_value=400),
    form=st.sampled_from(["{}-{} percent", "between {} and {} percent", "between {} percent and {} percent"]),
)
def test_ranges_are_read_back(find: Find, low: int, more: int, form: str) -> None:
    high = low + more
    read = only(find, f"The share lies {form.format(low, high)} there.")
    assert (read.low, read.high, read.unit) == (low, high, "percent")


@settings(max_examples=30)
@given(value=st.integers(min_value=1, max_value=400))
def test_ordinals_are_read_back(find: Find, value: int) -> None:
    suffix = "th" if value % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    read = only(find, f"It was the {value}{suffix} meeting.")
    assert (read.kind, read.low) == (QuantityKind.ORDINAL, value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("two-thirds", 2 / 3),
        ("three-quarters", 0.75),
        ("a quarter", 0.25),
        ("one-fifth", 0.2),
        ("half", 0.5),
        ("four-fifths", 0.8),
        ("3/4", 0.75),
        ("seven-tenths", 0.7),
    ],
)
def test_fractions_are_read_back(find: Find, written: str, value: float) -> None:
    read = only(find, f"They lost {written} of the harvest.")
    assert read.kind is QuantityKind.FRACTION
    assert read.low == pytest.approx(value)


@given(
    value=st.floats(min_value=-1e9, max_value=1e9, allow_nan=False),
    places=st.integers(0, 4),
    hedge=st.sampled_from(Hedge),
)
def test_an_interval_contains_the_value_that_was_rounded(value: float, places: int, hedge: Hedge) -> None:
    """Rounded to the last written digit; hedges that bound one side are true of the rounded value only."""
    written = round(value, places)
    interval = widened(Quantity(QuantityKind.MEASURE, written, written, hedge=hedge, step=10.0**-places))
    held = value if hedge in {Hedge.EXACT, Hedge.ABOUT} else written
    slack = 1e-6
    assert interval.low is None or interval.low <= held + slack
    assert interval.high is None or interval.high >= held - slack


PIECES = [
    "5",
    "6.8",
    "$",
    "%",
    " percent",
    "million",
    "of",
    "to",
    "from",
    "-",
    ",",
    "(",
    ")",
    "rose",
    "1/2",
    "1.62-67",
    "yen",
]


@settings(max_examples=80)
@given(row=st.lists(st.sampled_from(PIECES), max_size=30), gap=st.sampled_from(["", " "]))
def test_mentions_never_overlap(find: Find, row: list[str], gap: str) -> None:
    text = gap.join(row)
    spans = [(mention.start, mention.end) for mention in find(text)]
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The franc stood at 1.62-67 euros.", ["1.62..1.67 EUR"]),
        ("Exports shrank 17.9 percent to 635 billion yen.", ["-17.9 percent", "635000000000 JPY"]),
        ("Miner Orsk lost 1.10 dollars to 5.05 dollars.", ["-1.1 USD", "5.05 USD"]),
        ("It reported a net loss of 5 million dollars.", ["5000000 USD"]),
        ("The bank ordered a one-percent interest rate cut to 12 percent.", ["-1 percent", "12 percent"]),
        ("The plant will stay shut until at least 2041.", []),
        ("She left home when she was 15.", ["15 year"]),
        ("They closed 16 of Norway's 25 ports.", ["16 port", "25 port"]),
        ("They gave tens of thousand dollars.", ["10000..100000 USD"]),
        ("It has a 1,500-cc engine.", ["1500 cubic centimetre"]),
    ],
)
def test_faults_once_found_stay_mended(find: Find, text: str, expected: list[str]) -> None:
    assert [mention.value for mention in find(text)] == expected


def test_up_to_before_from_is_no_bound(find: Find) -> None:
    assert isinstance(
        detail := find("Sales were up to 180 million dollars from 160 million dollars.")[0].detail, Quantity
    )
    assert detail.hedge is Hedge.EXACT


ORDINARY = (
    "Officials in Harlow said on Tuesday that 24 people were hurt and about 300 homes were flooded after it rained. "
    "Sales of the group fell 3.5 percent to $1.2 billion, and it will cut 400 jobs in the two plants. "
    "The mayor, who took office in spring, said the town needed time and help from the region. "
)
HOSTILE = ["7", "1-1-1-", "5% 5% ", "$5 $5 ", "$", "([{", "January ", "one two three ", "5 and 5 ", "5% a "]
DEAR = 5  # times the calls that ordinary text takes for a character


def calls(text: str, nlp: Language, lexicon: Lexicon) -> float:
    """Return the function calls that finding quantities takes for each character, in one sentence after the other."""
    article = Article("a", "a", text)
    sentences: list[Sentence] = analyse(article, nlp, lexicon)
    quantity_mentions(article, sentences, [], lexicon)
    profile = cProfile.Profile()
    profile.runcall(quantity_mentions, article, sentences, [], lexicon)
    return float(pstats.Stats(profile).total_calls) / len(text)  # type: ignore[attr-defined]


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_line_takes_few_steps_and_linearly_many(nlp: Language, lexicon: Lexicon, unit: str) -> None:
    ordinary = calls(ORDINARY * 10, nlp, lexicon)
    short, long = (calls((unit * size)[:size], nlp, lexicon) for size in (1500, 6000))
    assert long <= DEAR * ordinary
    assert long <= 1.5 * short + 0.1 * ordinary
