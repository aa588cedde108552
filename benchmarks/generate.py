"""Write news-like text of our own, for benchmarks where no folder of articles is at hand.

Sentences are drawn from frames with names, figures and times put in. The same seed gives the same text.
"""

import random
from collections.abc import Iterator
from string import Formatter

PLACES = ("Samos", "Bergen", "Valletta", "Tromsø", "Ghent", "Porto", "Split", "Cork", "Turku", "Aarhus")
PEOPLE = ("Ida Lund", "Marta Reis", "Piet Maas", "Nora Byrne", "Luka Horvat", "Elsa Niemi", "Jon Dahl")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "April", "June", "July", "September", "October", "November", "December")
THINGS = ("homes", "workers", "voters", "ferries", "schools", "passengers", "farms", "companies")
PERIODS = ("last week", "three days ago", "last year", "in the third quarter", "this month", "in early November")
FRAMES = (
    "{person}, the mayor of {place}, said on {day} that the council would not change its mind about the bridge.",
    "Heavy rain flooded the streets of {place} on {number} {month}, and {count} {things} were without power.",
    "The company said its profit rose {percent} percent to ${count} million in the year to {month} {year}.",
    "Residents told reporters that they had heard a loud noise and had run out of their houses.",
    "The talks between the two sides broke down {period} without a result, officials said.",
    "At least {count} {things} were hurt in {place} when a train left its rails, the railway said {period}.",
    "The court in {place} heard the case for {number} days and will rule on {month} {number}, {year}.",
    '"We have always said that this was the wrong way to go about it," {person} said.',
    "The ministry said it had no knowledge of the letter, which a newspaper had printed in full.",
    "Unemployment fell to {percent} percent from {percent} percent, the lowest level since {year}.",
    "The visitors won {small}-{small} after a goal in the last minute, and their supporters sang until midnight.",
    "Prices of fish and grain have changed little, although the harvest was poor in much of the country.",
    "{person} was elected in {year} and has led the party since, with short breaks, from a small office in {place}.",
    "Neither the government nor the union would say what had been agreed behind closed doors.",
    "The road to {place} was closed at {small}:{number} p.m. and opened again on {day} morning, police said.",
)


def sentences(words: int, seed: int = 23) -> Iterator[str]:
    """Yield sentences until they hold at least so many words."""
    drawn = random.Random(seed)
    written = 0
    while written < words:
        frame = drawn.choice(FRAMES)
        values = {name: _value(name, drawn) for _, name, _, _ in Formatter().parse(frame) if name}
        sentence = frame.format_map(values)
        written += len(sentence.split())
        yield sentence


def articles(number: int, words: int = 400, seed: int = 23) -> list[str]:
    """Return articles of at least so many words each, in paragraphs of three sentences."""
    written = []
    for at in range(number):
        lines = list(sentences(words, seed + at))
        written.append("\n\n".join(" ".join(lines[first : first + 3]) for first in range(0, len(lines), 3)) + "\n")
    return written


def _value(name: str, drawn: random.Random) -> str:
    lists = {"person": PEOPLE, "place": PLACES, "day": DAYS, "month": MONTHS, "things": THINGS, "period": PERIODS}
    if name in lists:
        return drawn.choice(lists[name])
    if name == "percent":
        return f"{drawn.uniform(0.1, 20):.1f}"
    low, high = {"number": (10, 28), "small": (1, 9), "count": (2, 950), "year": (1975, 2025)}[name]
    return str(drawn.randint(low, high))
