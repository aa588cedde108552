"""Words of time sorted into classes; each set of classes is one sign, and a sentence a string of signs."""

import re
from dataclasses import dataclass, field
from functools import cache

from factcheck.language.times_patterns import CLASSLESS, Rule, beginning, compiled
from factcheck.language.tokens import Doc
from factcheck.lexicon import Lexicon

Value = str | int | float
_FIRST_SIGN = 0xE000  # private use: no sign means anything in a regular expression
_KNOWN_LIMIT = 100_000  # words remembered at once; texts are hostile, and may hold any number of different ones
_MIXED = ("3.30",)  # figures of mixed classes, which arise where a clock may be written with a point

# The classes of tokens with digits: the first that fits counts.
_DIGITS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(rf"(?:{shape})\Z", re.IGNORECASE), tuple(classes.split()))
    for shape, classes in (
        (r"0[1-9]|[12]\d|3[01]", "number figure day two_digits"),
        (r"[1-9]", "number figure day"),
        (r"3[2-9]", "number figure two_digits beyond_month"),
        (r"\d\d", "number figure two_digits"),
        (r"(?:19|20)[0-5][1-9]", "number figure year odd_year any_year clock_four"),
        (r"(?:19|20)[0-5]0", "number figure year any_year clock_four"),
        (r"(?:19|20)\d[1-9]", "number figure year odd_year any_year"),
        (r"(?:19|20)\d0", "number figure year any_year"),
        (r"1[0-8][0-5]\d", "number figure any_year clock_four"),
        (r"(?:0\d|2[0-4])[0-5]\d", "number figure clock_four"),
        (r"1\d{3}|2[01]\d\d", "number figure any_year"),
        (r"\d{4}", "number figure bad_clock"),
        (r"\d+(?:[.,]\d+)?[½¼¾]?|\d{1,3}(?:,\d{3})+", "number figure"),
        (r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)", "daynth ordinal"),
        (r"\d{1,3}(?:st|nd|rd|th)", "ordinal"),
        (r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?", "clock"),
        (r"\d{1,2}:\d\d", "bad_clock"),
        (r"(?:1[0-2]|0?\d)(?:[:.][0-5]\d)?[ap]\.?m\.?", "clock_half"),
        (r"[1-9]\d{0,2}/[1-9]\d?", "fraction"),
        (r"\d{1,2}/\d{1,2}/\d{4}", "slash_date"),
        (r"\d{1,2}\.\d{1,2}\.\d{4}", "dot_date"),
        (r"\d\dT\d\d:?\d\d(?::?\d\d)?(?:Z|[+-]\d\d:?\d\d)?", "iso_tail"),
        (r"(?:1\d|20)\d0['’]?s", "decade"),
        (r"[2-9]0['’]?s", "short_decade"),
        (r"mid-(?:1[89]|20)\d\d", "mid_year"),
        (r"mid-(?:1[89]|20)?[2-9]?\d0['’]?s", "mid_decade"),
        (r"(?:19|20)\d\d[/–-]\d\d(?:\d\d)?", "year_span"),
        (r"(?:0?[1-9]|[12]\d|3[01])[–-](?:0?[1-9]|[12]\d|3[01])", "day_span"),
        (r"FY(?:19|20)?\d\d", "fiscal_code"),
        (r"[QH][1-4]|[1-4]Q(?:\d\d|20\d\d)?|[12]H(?:\d\d|20\d\d)?", "quarter_code"),
    )
)
_CLOCK_DOT = re.compile(r"(?:1?\d|2[0-3])\.[0-5]\d\Z")
_HAS_DIGIT = re.compile(r"\d|[½¼¾]")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of time by class with their values, a sign for each set of classes, and the rules, by two signs too."""

    words: dict[str, dict[str, Value]]
    classes: dict[str, frozenset[str]]
    signs: dict[frozenset[str], str]
    rules: tuple[Rule, ...]
    beginning: dict[str, tuple[Rule, ...]] = field(repr=False)
    known: dict[int, str] = field(repr=False)


def digit_classes(text: str) -> frozenset[str]:
    """Return the classes of a token that holds digits."""
    for shape, classes in _DIGITS:
        if shape.match(text):
            return frozenset((*classes, "clock_dot")) if _CLOCK_DOT.match(text) else frozenset(classes)
    return frozenset()


def classes_of(text: str, grammar: Grammar) -> frozenset[str]:
    """Return the classes of a token: those of the word as it is written, else in lower case, else of its digits."""
    found = grammar.classes.get(text) or grammar.classes.get(text.lower())
    if found is None:
        found = digit_classes(text) if len(text) < 20 and _HAS_DIGIT.search(text) else frozenset()
    return found


def value_of(text: str, name: str, grammar: Grammar) -> Value | None:
    """Return a word's value in a class, None when it isn't in it."""
    words = grammar.words.get(name, {})
    return words.get(text, words.get(text.lower()))


@cache
def grammar(lexicon: Lexicon) -> Grammar:
    """Return a lexicon's grammar of times; raises RuleError when a pattern names a class that there is not."""
    words = {row["class"]: _entries(row["words"]) for row in lexicon.table("times")}
    classes: dict[str, set[str]] = {}
    for name, entries in words.items():
        for word in entries:
            classes.setdefault(word, set()).add(name)
    for word, found in classes.items():  # a capitalised word is also what it is in lower case
        if word != word.lower():
            found.update(classes.get(word.lower(), ()))
    frozen = {word: frozenset(found) for word, found in classes.items()}
    digits = {digit_classes(text) for text in _MIXED} | {frozenset(kinds) for _, kinds in _DIGITS}
    sets = sorted({*frozen.values(), *digits} - {frozenset()}, key=sorted)
    signs = {found: chr(_FIRST_SIGN + number) for number, found in enumerate(sets)}
    return Grammar(words, frozen, signs, tuple(compiled(lexicon, signs)), {}, {})


def _entries(words: str) -> dict[str, Value]:
    entries: dict[str, Value] = {}
    for entry in words.split(" "):
        word, _, value = entry.partition("=") if len(entry) > 1 else (entry, "", "")
        for spelling in {word, word.upper()} if word != word.lower() else {word}:
            entries[spelling] = _value(value or "1")
    return entries


def _value(written: str) -> Value:
    try:
        return float(written) if "." in written else int(written)
    except ValueError:
        return written


def signs_of(doc: Doc, known: Grammar) -> list[str]:
    """Return a sign a token: its classes; white space has the empty sign, a word of no class a full stop."""
    numbers = doc.orths
    table = known.known
    signs = list(map(table.get, numbers))
    if None in signs:
        if len(table) > _KNOWN_LIMIT:
            table.clear()
        for at, number in enumerate(numbers):
            if signs[at] is None:
                text = doc[at].text
                sign = "" if text.isspace() else known.signs.get(classes_of(text, known), CLASSLESS)
                signs[at] = table[number] = sign
    return signs  # type: ignore[return-value]


def rules_at(signs: str, known: Grammar) -> tuple[Rule, ...]:
    """Return the rules that may match at a sign and the one behind it, and keep them in `known.beginning`."""
    found = known.beginning[signs] = beginning(known.rules, signs)
    return found
