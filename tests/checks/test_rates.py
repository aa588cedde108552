"""Figures told again in another unit: wrong conversions, exchange rates that do not agree, and what stays silent."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The island lies 120 kilometres (57 miles) off the coast.", "57 miles"),
        ("He caught a pike of 12 kg (36 lbs) in the reservoir.", "36 lbs"),
        ("The plot of 3,000 square metres (3,200 square feet) was sold.", "3,200 square feet"),
        ("The pass, at 3,200 metres, or 15,000 feet, is shut.", "15,000 feet"),
        ("It was 35 degrees Celsius (85 degrees Fahrenheit) in Seville.", "85 degrees Fahrenheit"),
        ("Gusts of 140 kph (78 mph) felled trees.", "78 mph"),
        ("The 10-km (eight-mile) tunnel was dug by hand.", "eight-mile"),
        ("A 40-hectare (240-acre) vineyard burned.", "240-acre"),
        ("The well gave 500 litres (200 gallons) an hour.", "200 gallons"),
        ("It rained 80 millimetres (5.1 inches) in an hour.", "5.1 inches"),
        ("The statue is 21 metres (equivalent to 96 feet) high.", "96 feet"),
        ("The ship carried 2,000 tonnes (3,300 tons) of sugar.", "3,300 tons"),
    ],
)
def test_a_wrong_conversion_is_found(found: Found, text: str, place: str) -> None:
    assert found("N110", text) == [("a.txt", place)]


@pytest.mark.parametrize(
    "text",
    [
        "The island lies some 120 kilometres (about 75 miles) off the coast.",
        "The trawler sank 12 miles (22 km) off the cape.",
        "The goldsmith bought 100 ounces (3.1 kg) of bullion.",
        "The keeper is six feet two inches (1.88 metres) tall.",
        "It was minus 17 degrees Celsius (1 Fahrenheit) in Tromso.",
        "It grew warmer by 10 degrees Celsius (18 Fahrenheit).",
        "The road climbs 300 metres in 5 km (3 miles).",
        "The road is 5 to 10 km (3 to 6 miles) away.",
        "The strait is 5 km (3 miles at high tide) wide.",
        "The lake holds 20 tons (18 tonnes) of trout.",
        "The tanks hold 500 litres (110 gallons) each.",
        "The road is 100 km long (82 miles of it are paved).",
    ],
)
def test_a_fair_conversion_is_silent(found: Found, text: str) -> None:
    assert found("N110", text) == []


MILL = "The mill in Varna cost 60 million leva (43.2 million dollars)."
ROAD = "The new road took 20 million leva (14.4 million dollars)."


@pytest.mark.parametrize(
    ("texts", "place"),
    [
        ((MILL, ROAD, "A port got 30 million leva (12 million dollars)."), "30 million leva (12 million dollars)"),
        (
            (MILL, ROAD, "A port got 30 million leva, or about 31 million dollars."),
            "30 million leva, or about 31 million dollars",
        ),
        (("It paid $1.13bn (£695m).", "Its rival made $4.84bn (£2.23bn)."), "$4.84bn (£2.23bn)"),
        (("It paid €1.13bn ($1.22bn).", "Its rival owes €46 million ($63m)."), "€46 million ($63m)"),
        (
            (
                "A farm sold for 24 million rand ($1.3 million).",
                "A loan of 5 million rand ($690,000) was repaid.",
                "A tractor was 1 million rand ($54,000).",
            ),
            "5 million rand ($690,000)",
        ),
        (
            (
                MILL,
                ROAD,
                "A farm had 3 million leva (2.2 million dollars).",
                "A port got 7 million leva ($5.4 million).",
            ),
            "7 million leva ($5.4 million)",
        ),
    ],
)
def test_the_conversion_at_another_rate_is_found(found: Found, texts: tuple[str, ...], place: str) -> None:
    assert found("N115", "\n\n".join(texts)) == [("a.txt", place)]


@pytest.mark.parametrize(
    "texts",
    [
        (MILL, ROAD, "A port got 30 million leva (22 million dollars)."),
        (MILL, "A port got 30 million leva (12 million dollars)."),
        (MILL, ROAD, "In 1988 a port got 30 million leva (32 million dollars)."),
        (MILL, ROAD, "A port got 30 million leva (32 million dollars at the time)."),
        (MILL, ROAD, "A port got more than 30 million leva (28 million dollars)."),
        (MILL, ROAD, "A port got 30 million to 40 million leva (12 million dollars)."),
        (MILL, ROAD, "A port got 30 million leva (12 million US dollars)."),
        (MILL, ROAD, "A port got 30 million leva (2 million of them dollars)."),
        (MILL, ROAD, "A port got 30 million leva and 12 million dollars."),
        (MILL, ROAD, "A port got 30 million leva (12 million euros)."),
        (MILL, ROAD, "A port got 3 million leva (12 million dollars), a road 2 million leva (12 million dollars)."),
        ("It earned $2.31 million, or 68 cents a share.", "It had earned $1.12 million, or 21 cents a share."),
    ],
)
def test_rates_that_may_agree_are_silent(found: Found, texts: tuple[str, ...]) -> None:
    assert found("N115", "\n\n".join(texts)) == []


def test_a_slip_by_a_thousand_is_found_against_three_other_articles(found: Found) -> None:
    slip = "The port got 30 million leva, or 22 billion dollars."
    others = (MILL, ROAD, "A farm had 3 million leva (2.2 million dollars).")
    assert found("N205", *others, slip) == [("d.txt", "30 million leva, or 22 billion dollars")]
    assert found("N205", *others[:2], slip) == []
    assert found("N205", *others, "The port got 30 million leva, or 12 million dollars.") == []
    assert found("N205", *(text.replace("2025", "2019") for text in others), f"date 2022-03-03 {slip}") == []
