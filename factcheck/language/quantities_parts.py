"""Ordinals, fractions, ratios and multipliers, and the forms of an age."""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.domain import Hedge, Quantity, QuantityKind
from factcheck.language.counts import counted, noun_name
from factcheck.language.numerals import NumberWords, Numeral
from factcheck.language.pieces import Pieces
from factcheck.language.quantities_moves import hedge_before
from factcheck.language.quantities_units import unit_lexicon
from factcheck.language.tokens import Token
from factcheck.lexicon import Lexicon

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_OLDEST = 120
_YOUNGEST = 4  # for a bare number behind a name


@dataclass(frozen=True, slots=True)
class Part:
    """A quantity written in pieces `first` to before `last`; `spanned` says that it reaches to its head noun."""

    first: int
    last: int
    quantity: Quantity
    head: Token | None = None
    spanned: bool = False


def is_age(text: Pieces, number: Numeral) -> bool:
    """Tell whether a number is somebody's age: "42-year-old", "aged 24", "24 years old", "Ana Horvat, 24,"."""
    first, last = number.first, number.last
    if not 0 < number.high <= _OLDEST or number.scaled:
        return False
    at = last + 1 if text.hyphen(last) else last
    if text.word(at) in {"year", "years"}:
        at += 1
        old = at + 1 if text.hyphen(at) else at
        return text.word(old) in {"old", "olds"} or text.words[at : at + 2] == ("of", "age")
    before = text.word(first - 1)
    if before in {"aged", "age"} or text.words[max(0, first - 2) : first] in {
        ("age", "of"),
        ("aged", "about"),
        ("aged", "between"),
    }:
        return True
    verb = first - 2 if before in {"only", "just"} else first - 1
    if text.word(verb) in {"was", "is", "turned", "be"} and text.word(verb - 1) in {"he", "she"} and not number.spelled:
        return number.low >= _YOUNGEST and text.word(last) in {"", ".", ",", ";", "and", "but", "when", "at"}
    if (
        before == "and"
        and text.word(first - 3) in {"aged", "between"}
        and text.kind(first - 2) == "n"
        and "aged" in text.words[max(0, first - 4) : first]
    ):
        return True
    if number.spelled or before != "," or text.word(last) not in {",", ";", ".", ")"} or number.low != int(number.low):
        return False
    if text.kind(first - 2) != "w" or not text.text[text.starts[first - 2]].isupper() or number.low < _YOUNGEST:
        return False
    full = text.kind(first - 3) == "w" and text.text[text.starts[first - 3]].isupper()
    return text.word(last) == "," or (full and last >= len(text.words) - 1)


def age_end(text: Pieces, number: Numeral) -> int:
    """Return the piece before which an age ends, "-year-old" and "years old" included."""
    for at in range(number.last, min(number.last + 5, len(text.words))):
        if text.words[at] in {"old", "olds"}:
            return at + 1
        if text.words[at] not in {"year", "years"} and not text.hyphen(at):
            break
    return number.last


def parts(
    text: Pieces, every: list[Numeral], tokens: dict[int, Token], words: NumberWords, lexicon: Lexicon
) -> Iterator[Part]:
    """Yield the ordinals, fractions, ratios and multipliers of a sentence."""
    done = -1
    for found in sorted(_all(text, every, tokens, words, lexicon), key=lambda part: (part.first, -part.last)):
        if found.first >= done:
            yield found
            done = found.last


def _all(
    text: Pieces, every: list[Numeral], tokens: dict[int, Token], words: NumberWords, lexicon: Lexicon
) -> Iterator[Part]:
    for at, number in enumerate(every):
        following = every[at + 1] if at + 1 < len(every) else None
        found = (
            _fraction(text, number, words, lexicon)
            or _times(text, tokens, number, lexicon)
            or (_ratio(text, tokens, number, following, lexicon) if following is not None else None)
            or _suffixed(text, tokens, number, lexicon)
        )
        if found is not None:
            yield found
    for at, word in enumerate(text.words):
        if word in words.parts:
            found = _spelled(text, tokens, at, word, words, lexicon)
            if found is not None:
                yield found


def _spelled(
    text: Pieces, tokens: dict[int, Token], at: int, word: str, words: NumberWords, lexicon: Lexicon
) -> Part | None:
    if word in words.multipliers:
        return _part(
            text,
            at,
            at + 1,
            Quantity(QuantityKind.MULTIPLIER, words.multipliers[word], words.multipliers[word], change=True),
            lexicon,
        )
    if word == "twice" and text.word(at + 1) in {"as", "the", "that", "its", "their", "more", "what"}:
        return _part(text, at, at + 1, Quantity(QuantityKind.MULTIPLIER, 2, 2), lexicon)
    if word in {"a", "half"} and not text.hyphen(at + 1):
        noun = word if word == "half" else text.word(at + 1)
        last = at + 1 if word == "half" else at + 2
        if (
            noun in words.fractions
            and noun not in {"halves"}
            and text.word(last) == "of"
            and text.word(at - 1) not in {"first", "second"}
        ):
            value = 1 / words.fractions[noun]
            return _part(text, at, last, Quantity(QuantityKind.FRACTION, value, value, step=0.05), lexicon)
    if word in words.ordinals:
        return _ordinal(text, tokens, at, at + 1, words.ordinals[word], lexicon)
    return None


def _part(text: Pieces, first: int, last: int, quantity: Quantity, lexicon: Lexicon) -> Part:
    hedge = hedge_before(text, first, lexicon)
    if hedge is None or hedge[0] is Hedge.EXACT:
        return Part(first, last, quantity)
    return Part(
        first,
        last,
        Quantity(
            quantity.kind,
            quantity.low,
            quantity.high,
            hedge=hedge[0],
            step=quantity.step,
            unit=quantity.unit,
            change=quantity.change,
        ),
    )


def _fraction(text: Pieces, number: Numeral, words: NumberWords, lexicon: Lexicon) -> Part | None:
    """Read "two-thirds", "three quarters of", "one-third", "3/4 of"."""
    at = number.last + 1 if text.hyphen(number.last) else number.last
    under = words.fractions.get(text.word(at))
    if (
        under is not None
        and number.spelled
        and number.low < under
        and not number.scaled
        and text.word(at) not in {"second", "half"}
    ):
        plural = text.words[at].endswith("s") or text.words[at] == "halves"
        if plural == (number.low > 1) and (at > number.last or text.word(at + 1) == "of" or plural):
            value = number.low / under
            return _part(text, number.first, at + 1, Quantity(QuantityKind.FRACTION, value, value, step=0.05), lexicon)
    if (
        number.decimal
        and number.low < 1
        and "/" in text.words[number.first : number.last]
        and text.word(number.last) == "of"
    ):
        return _part(
            text,
            number.first,
            number.last,
            Quantity(QuantityKind.FRACTION, number.low, number.high, step=0.05),
            lexicon,
        )
    return None


def _times(text: Pieces, tokens: dict[int, Token], number: Numeral, lexicon: Lexicon) -> Part | None:
    """Read "5 times" as a multiple behind a verb of growth or before a comparison, "5-fold", and else as a count."""
    if text.word(number.last + text.hyphen(number.last)) == "fold":
        at = number.last + text.hyphen(number.last)
        return _part(
            text,
            number.first,
            at + 1,
            Quantity(QuantityKind.MULTIPLIER, number.low, number.high, step=number.step, change=True),
            lexicon,
        )
    if text.word(number.last) != "times":
        return None
    units = unit_lexicon(lexicon)
    before = [
        tokens[text.starts[index]].lemma_.lower()
        for index in range(max(0, number.first - 3), number.first)
        if text.starts[index] in tokens
    ]
    grown = any(lemma in units.times_before for lemma in before)
    if grown or text.word(number.last + 1) in units.times_after:
        value = Quantity(QuantityKind.MULTIPLIER, number.low, number.high, step=number.step, change=grown)
        return _part(text, number.first, number.last + 1, value, lexicon)
    return None


def _ratio(text: Pieces, tokens: dict[int, Token], part: Numeral, whole: Numeral, lexicon: Lexicon) -> Part | None:
    """Read "15 of 60 plants", "one in five", "three out of ten voters"; not "15 of the 60", which is two counts."""
    if whole.first - part.last > 2:
        return None
    link = text.words[part.last : whole.first]
    near = link in {("of",), ("in",), ("out", "of"), ("in", "every")}
    if not near or not 0 < part.low <= part.high or part.scaled or whole.scaled or part.decimal or whole.decimal:
        return None
    if text.kind(whole.last) == "s" and text.word(whole.last) in {"%", "-", "/", "°"} and text.word(whole.last) != "-":
        return None
    if link[0] == "in" and not (part.spelled and whole.spelled and part.low < whole.low <= 100):
        return None
    if link == ("of",) and (whole.low < 2 or (text.words[whole.first].isdigit() and len(text.words[whole.first]) == 4)):
        return None
    if (
        text.word(whole.last) in unit_lexicon(lexicon).durations
        or text.word(part.first - 1) in unit_lexicon(lexicon).labels
    ):
        return None
    value = part.low / whole.low if whole.low else 0.0
    token = tokens.get(text.starts[whole.last - 1])
    noun = counted(token, lexicon) if token is not None else None
    unit = noun_name(noun, lexicon) if noun is not None else None
    found = _part(text, part.first, whole.last, Quantity(QuantityKind.RATIO, value, value, unit=unit), lexicon)
    return Part(found.first, found.last, found.quantity, noun, spanned=True)


def _suffixed(text: Pieces, tokens: dict[int, Token], number: Numeral, lexicon: Lexicon) -> Part | None:
    """Read "118th"."""
    at = number.last
    if number.spelled or number.decimal or number.scaled or text.word(at) not in _SUFFIXES or not text.glued(at):
        return None
    return _ordinal(text, tokens, number.first, at + 1, number.low, lexicon)


def _ordinal(
    text: Pieces, tokens: dict[int, Token], first: int, last: int, value: float, lexicon: Lexicon
) -> Part | None:
    token = tokens.get(text.starts[first])
    if token is None or text.word(last) in unit_lexicon(lexicon).durations:
        return None
    noun = counted(token.doc[token.i], lexicon) if text.word(last) != "of" else None
    capital = text.text[text.starts[first]].isupper() and first > 0
    if capital and text.text[text.starts[last] : text.starts[last] + 1].isupper() if last < len(text.words) else False:
        return None  # "the Second World War"
    if noun is None and text.kinds[first] == "w":
        return None  # "first", "second" as adverbs
    unit = noun_name(noun, lexicon) if noun is not None else None
    return Part(first, last, Quantity(QuantityKind.ORDINAL, value, value, unit=unit), noun)
