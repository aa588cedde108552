"""How far from UTC the clocks of a place may be."""

import pytest

from factcheck.language.places import gazetteer
from factcheck.language.zones import clock_words, offsets, zones_on_earth, zones_vary
from factcheck.lexicon import Lexicon


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Riga", {120, 180}),
        ("Tokyo", {540}),
        ("Nepal", {330, 345}),
        ("Turkey", {120, 180, 240}),
        ("Europe", set()),
        ("Atlantis", set()),
    ],
)
def test_a_place_has_its_zone_its_summer_time_and_its_former_zone(
    name: str, expected: set[int], lexicon: Lexicon
) -> None:
    assert offsets(name, lexicon) == expected


def test_a_large_country_has_all_its_zones_and_a_city_in_it_only_its_own(lexicon: Lexicon) -> None:
    assert {-480, -300} <= offsets("United States", lexicon)
    assert offsets("Moscow", lexicon) == {180, 240}
    assert zones_vary("Canada", lexicon)
    assert not zones_vary("Moscow", lexicon)


def test_no_clocks_are_seven_minutes_from_an_hour(lexicon: Lexicon) -> None:
    assert {345, 0, -210} <= zones_on_earth(lexicon)
    assert all(minutes % 15 == 0 for minutes in zones_on_earth(lexicon))


def test_every_place_of_the_clock_words_is_in_the_lexicon(lexicon: Lexicon) -> None:
    words = clock_words(lexicon)
    assert {*words.several, *words.shifted, *words.no_summer} <= gazetteer(lexicon).by_key.keys()
