"""P103: surnames that speak and were never introduced."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]

MISSING = [
    "The bridge over the Neris was closed on Monday. Sidorkin said he had warned the council in May.",
    'Farmers blocked the road. "Nobody listens to the farmers of the valley," Sidorkin said. She has lost her herd.',
    "The strike at the mine goes on, Sidorkin told the council, which he left early.",
]
INTRODUCED = [
    "The bridge was closed by Pavel Sidorkin on Monday. Sidorkin said he had warned the council in May.",
    "The bridge was closed by engineer Sidorkin on Monday. Sidorkin said he had warned the council in May.",
    "The bridge was closed on Monday. Sidorkin, a farmer, said he had warned the council in May.",
    "The bridge was closed on Monday. Sidorkin, 54, said he had warned the council in May.",
    "The bridge was closed on Monday. Mr. Sidorkin said he had warned the council in May.",
    "The bridge was closed on Monday. Sidorkin (Labour) said he had warned the council in May.",
    "The bridge was closed on Monday. Sidorkin said it had warned the council in May.",
    "The bridge was closed on Monday. Sidorkin said Mayor Ana Zupan was late, and she agreed.",
    "The bridge was closed on Monday. Reuters said he had warned the council in May.",
    "The bridge was closed on Monday. Vilnius said he had warned the council in May.",
    "The bridge was closed on Monday. Pavel said he had warned the council in May.",
    "The bridge was closed on Monday. Shakespeare wrote that he had seen it.",
    "The bridge was closed on Monday. Police said he had warned the council in May.",
]


@pytest.mark.parametrize("text", MISSING)
def test_a_surname_out_of_nowhere_is_found_once(found: Found, text: str) -> None:
    assert found("P103", f"{text} Sidorkin said he was tired.") == [("a.txt", "Sidorkin")]


@pytest.mark.parametrize("text", INTRODUCED)
def test_whoever_is_introduced_or_known_or_no_person_is_silent(found: Found, text: str) -> None:
    assert found("P103", text) == []


def test_a_headline_introduces_but_does_not_speak(found: Found) -> None:
    text = "Sidorkin said he is ready\n\nThe bridge was closed on Monday.\n"
    assert found("P103", f"date 2025-03-03\n\n{text}") == []
    text = (
        "Engineer Pavel Sidorkin warns\n\nThe bridge was closed on Monday. Sidorkin said he had warned the council.\n"
    )
    assert found("P103", f"date 2025-03-03\n\n{text}") == []
