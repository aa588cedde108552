"""The lexicon of places: names, part of, demonyms."""

import pytest

from factcheck.language.places import country_of, demonym, gazetteer, part_of, place
from factcheck.lexicon import Lexicon


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Portugal", "portugal"),
        ("U.S.", "united states"),
        ("the Republic of Moldova", "moldova"),
        ("Burma", "myanmar"),
        ("Perm Krai", "perm territory"),
        ("Perm Territory", "perm territory"),
        ("Oryol Oblast", "oryol region"),
        ("Republic of Karelia", "karelia"),
        ("Khanty-Mansi Autonomous Okrug", "khanty-mansi autonomous district"),
        ("Sichuan Province", "sichuan"),
        ("Kiev", "kyiv"),
        ("St. Petersburg", "st petersburg"),
        ("Sao Paulo", "sao paulo"),
        ("São Paulo", "sao paulo"),
    ],
)
def test_names_and_their_variants_stand_for_one_place(name: str, key: str, lexicon: Lexicon) -> None:
    found = place(name, lexicon)
    assert found is not None
    assert found.key == key


def test_an_unknown_name_is_no_place(lexicon: Lexicon) -> None:
    assert place("Brobdingnag", lexicon) is None
    assert place("", lexicon) is None


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("Sochi", "Krasnodar Territory", True),
        ("Sochi", "Russia", True),
        ("Lyon", "France", True),
        ("Brooklyn", "United States", True),
        ("France", "France", True),
        ("France", "Lyon", False),
        ("Lyon", "Germany", False),
        ("Brobdingnag", "France", False),
    ],
)
def test_part_of_is_transitive(inner: str, outer: str, expected: bool, lexicon: Lexicon) -> None:
    assert part_of(inner, outer, lexicon) is expected


@pytest.mark.parametrize(
    ("word", "key"),
    [("Kenyan", "kenya"), ("Norwegians", "norway"), ("Dutch", "netherlands"), ("Bavarian", "bavaria"), ("table", None)],
)
def test_demonyms_stand_for_their_place(word: str, key: str | None, lexicon: Lexicon) -> None:
    assert demonym(word, lexicon) == key


def test_the_country_of_a_city_is_found(lexicon: Lexicon) -> None:
    assert country_of("Nagoya", lexicon) == "japan"
    assert country_of("Brobdingnag", lexicon) is None


def test_every_part_of_names_a_place_and_no_place_lies_in_itself(lexicon: Lexicon) -> None:
    by_key = gazetteer(lexicon).by_key
    for key, found in by_key.items():
        seen = {key}
        step = found.part_of
        while step is not None:
            assert step not in seen
            seen.add(step)
            step = by_key[step].part_of


def test_offsets_are_minutes_on_the_clock(lexicon: Lexicon) -> None:
    offsets = {found.offset for found in gazetteer(lexicon).by_key.values() if found.offset is not None}
    assert min(offsets) >= -720
    assert max(offsets) <= 840
    assert all(offset % 15 == 0 for offset in offsets)
    kathmandu = place("Kathmandu", lexicon)
    assert kathmandu is not None
    assert kathmandu.offset == 345
