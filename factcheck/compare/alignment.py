"""Two quoted sentences side by side: the words that both have, and the words that one sets for the other's."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from factcheck.domain import Claim
from factcheck.lexicon import Lexicon

_OPENING, _CLOSING = "([", ")]"
_SENTENCES = 5000  # whose words are held
_STEMS = 20_000  # pairs of words that were held against each other
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """What the lexicon says of words that count; pronouns, modal verbs and halves of the day by their line."""

    common: frozenset[str]
    negations: frozenset[str]
    quantifiers: frozenset[str]
    helpers: frozenset[str]
    titles: frozenset[str]
    persons: Mapping[str, int]
    modalities: Mapping[str, int]
    halves: Mapping[str, int]
    contractions: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, float]
    ordinals: frozenset[str]
    scales: Mapping[str, float]
    proper: Mapping[str, str]

    def distinct(self, a: str, b: str) -> bool:
        """Tell whether two words are known to name two different things, be they spelled alike or not."""
        if any(word in self.numbers or word in self.scales for word in (a, b)):
            return a != b
        return a in self.proper and b in self.proper and self.proper[a] != self.proper[b]


@dataclass(frozen=True, slots=True)
class Word:
    """A word as compared, where in the claim's place it stands, and whether it is capitalised like a name."""

    text: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of one sentence set for words of the other, and where in the places; one of the two may be empty."""

    ours: tuple[Word, ...]
    theirs: tuple[Word, ...]
    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two sentences side by side.

    `shared` are words that stand in both, `inner` the differences but for a cut-off beginning or end, `length` the
    words of the longer one without what is cut off; `cut` says that something is, `respelled` holds words
    with another ending or spelling, both ways. `bounds` are where, in characters of either, the shared words begin and
    end.
    """

    shared: tuple[Word, ...]
    inner: tuple[Difference, ...]
    length: int
    cut: bool
    respelled: tuple[tuple[Word, Word], ...]
    bounds: tuple[tuple[int, int], tuple[int, int]]


@cache
def wording(lexicon: Lexicon) -> Wording:
    """Return the word lists of a lexicon."""
    lists = lexicon.load("reporting", dict[str, list[str]])
    numerals = lexicon.load("numerals", dict[str, dict[str, object]])
    short = dict(entry.split(" = ") for entry in lists["contractions"])
    return Wording(
        common=frozenset(lists["common"]),
        negations=frozenset(lists["negations"]),
        quantifiers=frozenset(lists["quantifiers"]),
        helpers=frozenset(lists["helpers"]),
        titles=frozenset(lists["title_words"] + lists["honorifics"]),
        persons={word: place for place, line in enumerate(lists["persons"]) for word in line.split()},
        modalities={word: place for place, line in enumerate(lists["modalities"]) for word in line.split()},
        halves={word: place for place, line in enumerate(lists["halves"]) for word in line.split()},
        contractions={word: tuple(full.split()) for word, full in short.items()},
        numbers={word: float(str(value)) for name in ("ones", "tens") for word, value in numerals[name].items()},
        ordinals=frozenset(numerals["ordinals"]),
        scales={word: float(str(value)) for word, value in numerals["scales"].items()},
        proper={**{word: word for word in lists["calendar"]}, **_places(lexicon)},
    )


def _places(lexicon: Lexicon) -> dict[str, str]:
    """Return the places of the lexicon that are one word, and their peoples, by their keys."""
    found: dict[str, str] = {}
    for row in lexicon.table("places"):
        for name in (row["name"], *row["demonyms"].split("|"), *row["aliases"].split("|")):
            if name.isalpha():
                found.setdefault(name.lower(), row["key"])
    return found


def quoted_words(claim: Claim, lists: Wording) -> tuple[Word, ...]:
    """Return the words of a quoted sentence without bracketed insertions and doubled words, contractions in full."""
    bounds = ((part.place.start - claim.place.start, part.place.end - claim.place.start) for part in claim.operands)
    return _quoted(claim.place.text, claim.words, tuple(bounds), lists)


@lru_cache(_SENTENCES)
def _quoted(text: str, words: tuple[str, ...], parts: tuple[tuple[int, int], ...], lists: Wording) -> tuple[Word, ...]:
    return tuple(_words_of(text, words, parts or ((0, len(text)),), lists))


def _words_of(text: str, words: tuple[str, ...], bounds: tuple[tuple[int, int], ...], lists: Wording) -> Iterator[Word]:
    folded = (
        "".join(char.lower() if len(char.lower()) == 1 else char for char in text).replace("’", "'").replace("‘", "'")
    )
    inserted = _bracketed(text)
    at, bound, last = bounds[0][0], 0, ""
    for word in words:
        found = folded.find(word, at, bounds[bound][1])
        while found < 0 and bound + 1 < len(bounds):
            bound += 1
            found = folded.find(word, bounds[bound][0], bounds[bound][1])
        if found < 0:
            return
        at = found + len(word)
        if any(first <= found < end for first, end in inserted):
            continue
        capital = text[found].isupper() and found > 0
        for full in _in_full(word, lists):
            if full != last:
                yield Word(full, found, at, capital)
            last = full


def _bracketed(text: str) -> list[tuple[int, int]]:
    spans, opened = [], -1
    for at, char in enumerate(text):
        if char in _OPENING:
            opened = at
        elif char in _CLOSING and opened >= 0:
            spans.append((opened, at))
            opened = -1
    return spans


def _in_full(word: str, lists: Wording) -> tuple[str, ...]:
    if word in lists.contractions:
        return lists.contractions[word]
    for ending in ("n't", word[word.find("'") :] if "'" in word else ""):
        if ending in lists.contractions and word.endswith(ending) and len(word) > len(ending):
            return (word.removesuffix(ending), *lists.contractions[ending])
    return (word,)


@lru_cache(_STEMS)
def akin(a: str, b: str, lists: Wording) -> bool:
    """Tell whether two words share a stem or are one word misspelled: supply and supplies, between and beween."""
    if a == b:
        return True
    if min(len(a), len(b)) < _SHORTEST_STEM or a[0] != b[0] or not (a.isalpha() and b.isalpha()):
        return False
    if lists.distinct(a, b):
        return False
    common = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return (common >= _SHORTEST_STEM and common >= 0.6 * max(len(a), len(b))) or fuzz.ratio(a, b) >= 85


def align(ours: tuple[Word, ...], theirs: tuple[Word, ...], lists: Wording) -> Alignment:
    """Lay two sentences side by side by the fewest insertions, deletions and replacements of words (Levenshtein)."""
    blocks = list(_blocks(ours, theirs, lists))
    shared: list[Word] = []
    same: list[Word] = []
    inner: list[Difference] = []
    length, at, cut = [0, 0], (0, 0), False
    respelled: list[tuple[Word, Word]] = []
    for place, (left, right, equal) in enumerate(blocks):
        here, at = at, (left[-1].end if left else at[0], right[-1].end if right else at[1])
        if equal:
            shared += left
            same += right
            respelled += [(a, b) for a, b in zip(left, right, strict=True) if a.text != b.text]
        elif place in (0, len(blocks) - 1) and not (left and right):
            cut = True
            continue
        elif not _same_number(left, right, lists):
            inner.append(Difference(left, right, here))
        length = [length[0] + len(left), length[1] + len(right)]
    return Alignment(tuple(shared), tuple(inner), max(length), cut, tuple(respelled), (_bounds(shared), _bounds(same)))


def _bounds(words: Sequence[Word]) -> tuple[int, int]:
    return (words[0].start, words[-1].end) if words else (0, 0)


def _blocks(
    ours: tuple[Word, ...], theirs: tuple[Word, ...], lists: Wording
) -> Iterator[tuple[tuple[Word, ...], tuple[Word, ...], bool]]:
    """Yield the words of both in turns: those that are the same, and those that stand for each other."""
    known = {word.text: word.text for word in ours}
    others = [word.text for word in theirs if word.text not in known]
    stems = _by_letter(ours) if others else {}
    for text in others:
        alike = stems.get(text[:1], ())
        known[text] = next((other for other in alike if akin(other, text, lists)), text)
    left, right = 0, 0
    steps = Levenshtein.opcodes([word.text for word in ours], [known[word.text] for word in theirs])
    for same in steps.as_matching_blocks():
        if left < same.a or right < same.b:
            yield ours[left : same.a], theirs[right : same.b], False
        left, right = same.a + same.size, same.b + same.size
        if same.size:
            yield ours[same.a : left], theirs[same.b : right], True


def _by_letter(words: tuple[Word, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return the words that another may be akin to, in their order, by their first letter."""
    found: dict[str, dict[str, None]] = {}
    for word in words:
        if len(word.text) >= _SHORTEST_STEM and word.text.isalpha():
            found.setdefault(word.text[0], {})[word.text] = None
    return {letter: tuple(alike) for letter, alike in found.items()}


def number(words: Sequence[Word], lists: Wording) -> float | None:
    """Return the value of a number, in digits or spelled; None when the words are no number."""
    total, current, seen = 0.0, 0.0, False
    for word in words:
        digits = word.text.replace(",", "")
        if word.text in lists.numbers:
            current += lists.numbers[word.text]
        elif word.text in lists.scales:
            scale = lists.scales[word.text]
            current = (current or 1.0) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        elif digits.replace(".", "", 1).isdecimal() and digits.isascii():
            current += float(digits)
        else:
            return None
        seen = True
    return total + current if seen else None


def numbers(words: Sequence[Word], lists: Wording) -> float | None:
    """Return the value of the number among some words; None without one."""
    return number([word for word in words if number((word,), lists) is not None], lists)


def _same_number(ours: Sequence[Word], theirs: Sequence[Word], lists: Wording) -> bool:
    value = number(ours, lists)
    return value is not None and value == number(theirs, lists)
