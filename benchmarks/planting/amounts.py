"""Amounts for planted figures, rounded as they are written, so that sums are those of what a reader sees."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

_CURRENCIES = ("${} {}", "{} {} euros", "{} {} dollars", "{} {} pounds", "{} {} crowns", "{} {} zlotys", "£{} {}")
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class Unit:
    """How amounts of one kind are written: around the number, its decimals, and what is drawn at least and at most."""

    form: str
    decimals: int
    low: float
    high: float

    def draw(self, drawn: random.Random) -> float:
        """Return an amount, rounded as it will be written."""
        return self.rounded(drawn.uniform(self.low, self.high))

    def rounded(self, value: float) -> float:
        """Return a value as it will be written."""
        return round(value, self.decimals)

    def write(self, value: float) -> str:
        """Return an amount in words and digits."""
        return self.form.format(f"{value:,.{self.decimals}f}")

    @property
    def slack(self) -> float:
        """Return half of what the last written digit is worth."""
        return 0.5 * 10**-self.decimals


def money(drawn: random.Random) -> Unit:
    """Return a currency with a scale."""
    form = drawn.choice(_CURRENCIES)
    if drawn.random() < 0.5:
        return Unit(form.format("{}", "billion"), 1, 2.0, 60.0)
    if drawn.random() < 0.5:
        return Unit(form.format("{}", "million"), 1, 2.0, 99.0)
    return Unit(form.format("{}", "million"), 0, 110, 900)


def counted(noun: str, low: float = 1200, high: float = 48000) -> Unit:
    """Return whole numbers of something; without a noun the number stands alone."""
    return Unit(f"{{}} {noun}".strip(), 0, low, high)


SUBJECTS: tuple[tuple[str, Unit | None], ...] = (
    ("Revenue", None),
    ("Net profit", None),
    ("Turnover at the port", None),
    ("Trade between the two countries", None),
    ("Foreign investment in the region", None),
    ("Steel output", Unit("{} million tonnes", 1, 2.0, 60.0)),
    ("Cargo traffic", counted("tonnes")),
    ("The wheat harvest", Unit("{} million tons", 2, 1.0, 9.0)),
    ("The number of overseas visitors", counted("")),
    ("Car production", counted("vehicles")),
    ("The order backlog", counted("ships", 31, 98)),
    ("Average attendance", counted("")),
    ("The jobless total", counted("", 110_000, 900_000)),
)
"""What rises and falls, with the unit of its amounts; None is money."""

UP = {
    "rose": ("rose", "climbed", "increased", "grew", "jumped"),
    "risen": ("risen", "climbed", "increased", "grown"),
    "up": ("up",),
    "an_increase": ("an increase", "a rise", "a gain"),
    "more": ("more",),
    "sign": ("+",),
    "surplus": ("surplus",),
}
DOWN = {
    "rose": ("fell", "dropped", "declined", "decreased", "slipped"),
    "risen": ("fallen", "dropped", "declined", "decreased"),
    "up": ("down",),
    "an_increase": ("a decrease", "a fall", "a drop", "a decline"),
    "more": ("less",),
    "sign": ("-",),
    "surplus": ("deficit",),
}


def direction(drawn: random.Random, *, up: bool) -> dict[str, str]:
    """Return words of rising, or of falling, for the slots of a sentence."""
    return {slot: drawn.choice(choice) for slot, choice in (UP if up else DOWN).items()}


def percent(value: float, style: str, decimals: int) -> str:
    """Return a percentage: "25 percent", "25 per cent" or "25%"."""
    return f"{value:.{decimals}f}{style}"


def listing(items: Sequence[str]) -> str:
    """Return items as a list: "a, b and c"."""
    return f"{', '.join(items[:-1])} and {items[-1]}"
