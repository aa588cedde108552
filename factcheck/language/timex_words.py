"""A recognised expression of time as its words, and the numbers and lengths that such words write."""

import re
from dataclasses import dataclass

from factcheck.language.times_words import Grammar, Value, classes_of, value_of
from factcheck.language.tokens import Token
from factcheck.lexicon import Lexicon

UNIT_NAMES = {
    "S": "second", "MIN": "minute", "H": "hour", "D": "day", "W": "week", "FN": "fortnight", "M": "month",
    "Q": "quarter", "Y": "year", "DE": "decade", "CE": "century", "ML": "millennium",
}  # fmt: skip
_YEARS = {"DE": 10, "CE": 100, "ML": 1000}
_VAGUE = {"DE": "PXE", "CE": "PXC", "ML": "PXL", "FN": "PXW"}
_MODS = {
    "about": "APPROX",
    "nearly": "APPROX",
    "almost": "APPROX",
    "roughly": "APPROX",
    "approximately": "APPROX",
    "around": "APPROX",
}
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one expression as written, and its form in times_patterns.yml.

    `token` is where its clause is sought from; `before` and `after` are the words beside it, lower case.
    """

    form: str
    words: tuple[str, ...]
    token: Token
    before: str
    after: str
    grammar: Grammar
    lexicon: Lexicon

    def has(self, name: str) -> bool:
        """Tell whether a word of the expression is in a class."""
        return any(name in classes_of(word, self.grammar) for word in self.words)

    def first(self, name: str) -> Value | None:
        """Return the value of the first word in a class, None when there is none."""
        return next((found for word in self.words if (found := value_of(word, name, self.grammar)) is not None), None)

    def every(self, name: str) -> list[str]:
        """Return the words of a class as written, in order."""
        return [word for word in self.words if name in classes_of(word, self.grammar)]


def whole(value: Value | None) -> int | None:
    """Return a lexicon's value as a whole number."""
    return int(value) if isinstance(value, int | float) else None


def leading_number(word: str) -> int | None:
    """Return the number that a word's digits begin with: 4 for "4th"."""
    found = re.match(r"\d{1,9}", word)
    return int(found.group()) if found else None


def amount(reading: Reading, words: tuple[str, ...] | None = None) -> float | None:
    """Return the number that an expression's words write, None for "several", "a few" and ranges."""
    total, current, found, vague = 0.0, 0.0, False, False
    for word in words if words is not None else reading.words:
        lower = word.lower()
        names = classes_of(word, reading.grammar)
        digits = _DIGITS.fullmatch(word.rstrip("½¼¾"))
        if digits and "fraction" not in names:
            sign = _SIGNS.get(word[-1], 0.0)
            current, found = current + float(digits.group().replace(",", "")) + sign, True
        elif "fraction" in names and ("/" in word or word in _SIGNS or lower == "half"):
            current, found = current + _fraction(word, reading), True
        elif "number" in names:
            value = float(value_of(word, "number", reading.grammar) or 0)
            if value in {12, 100, 1000} and lower not in {"twelve"}:
                current = max(current, 1) * value
                total, current = (total + current, 0.0) if value == 1000 else (total, current)
            else:
                current += value
            found = True
        elif names & {"a_few", "several"}:
            if lower == "couple":
                current, found = 2.0, True
            else:
                vague = True
    if found:
        return total + current
    return None if vague else 1.0


def _fraction(word: str, reading: Reading) -> float:
    if "/" in word:
        top, _, bottom = word.partition("/")
        return int(top) / int(bottom)
    return float(value_of(word, "fraction", reading.grammar) or 0)


def spelled_number(reading: Reading) -> int | None:
    """Return the year that words write: nineteen ninety-six, two thousand and five; None when they write none."""
    numbers = [int(found) for word in reading.words if (found := value_of(word, "number", reading.grammar)) is not None]
    if not numbers or len(numbers) < 2 or numbers[0] > 20:
        return None
    if numbers[1] == 1000:
        return 1000 * numbers[0] + sum(numbers[2:])
    return numbers[0] * 100 + (0 if numbers[1] == 100 else sum(numbers[1:])) if numbers[0] > 12 else None


def length(count: float | None, unit: str) -> str:
    """Return a duration's TIMEX3 value: P3D, PT2H, P2.5Y, PXM; None counts are X."""
    clock = unit in {"S", "MIN", "H"}
    code = {"MIN": "M"}.get(unit, unit)
    if count is None:
        return _VAGUE.get(unit) or f"P{'T' if clock else ''}X{code}"
    if unit == "FN":
        count, code = 2 * count, "W"
    if unit in _YEARS and count == 1:
        return _VAGUE[unit].replace("X", "1")
    if unit in _YEARS:
        count, code = count * _YEARS[unit], "Y"
    if unit == "H" and count == 0.5:
        count, code = 30, "M"
    if unit == "Y" and count == 0.5:
        count, code = 6, "M"
    if unit == "H" and count % 24 == 0 and count > 0:
        return f"P{count / 24:g}D"
    return f"P{'T' if clock else ''}{count:.10g}{code}"


def hedge(reading: Reading) -> str | None:
    """Return TIMEX3's mod for the words around an amount: APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE (or LESS)."""
    words = [word.lower() for word in reading.words]
    if "than" in words:
        more = words[words.index("than") - 1] in {"more", "longer"}
        if "no" in words or "not" in words:
            return "EQUAL_OR_LESS" if more else "EQUAL_OR_MORE"
        return "MORE_THAN" if more else "LESS_THAN"
    if "least" in words:
        return "EQUAL_OR_MORE"
    return next((_MODS[word] for word in words if word in _MODS), None)


def edge(reading: Reading) -> str | None:
    """Return TIMEX3's mod for a part of a period: START, MID, END."""
    for name in ("early", "earlier_mod", "edge", "mid"):
        found = reading.first(name)
        if found is not None:
            return str(found)
    return None
