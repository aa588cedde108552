"""One key for each person, place and organisation: titles, transliteration, case and kinds of regions folded away."""

from collections.abc import Mapping, Sequence

from factcheck.domain import NameKind
from factcheck.language.namewords import NameWords, name_words
from factcheck.language.places import folded, gazetteer, place, region_name
from factcheck.lexicon import Lexicon

Parts = tuple[str | None, str | None]


def name_key(text: str, kind: NameKind, lexicon: Lexicon) -> str:
    """Return the key of a name that is no person's: the lexicon's, else the folded words in one spelling."""
    words = name_words(lexicon)
    name = folded(text)
    if name in words.organisations:
        return words.organisations[name]
    known = place(text, lexicon)
    if known is not None:
        return known.key
    parts = [words.spelling.get(word, word) for word in name.replace(" - ", "-").replace("&", "and").split(" ")]
    if parts[0] == "the" and len(parts) > 1:
        parts = parts[1:]
    while len(parts) > 1 and kind is NameKind.ORGANISATION and parts[-1] in words.suffixes:
        parts.pop()
    joined = " ".join(parts)
    return region_name(joined, lexicon) if kind is NameKind.PLACE else words.organisations.get(joined, joined)


def person_parts(name: str, lexicon: Lexicon) -> Parts:
    """Return a person's canonical given name and folded surname; a lone name is a surname.

    Middle names, patronymics and initials between are left out; particles stay with the surname.
    """
    words = name_words(lexicon)
    parts = [_hyphened(part) for part in name.split()]
    while len(parts) > 1 and parts[-1] in {"jr", "sr", "ii", "iii", "iv"}:
        parts.pop()
    if len(parts) == 1:
        return None, parts[0]
    if parts[0] in words.surname_first and not _western(parts, words):
        return "".join(parts[1:]).replace("-", ""), parts[0]
    first = len(parts) - 1
    while first > 1 and parts[first - 1] in words.particles:
        first -= 1
    given = parts[0]
    if _initials(given) and first > 1 and not _initials(parts[1]):
        given = given[0]
    return words.given.get(given, given), " ".join(parts[first:])


def _hyphened(part: str) -> str:
    return folded(part)


def _initials(part: str) -> bool:
    return len(part) <= 2 and part.isalpha()


def _western(parts: Sequence[str], words: NameWords) -> bool:
    """Tell whether a Chinese or Korean family name is a given name here ("Kim Clijsters")."""
    return (
        parts[0] in words.given
        and len(parts) == 2
        and "-" not in parts[1]
        and parts[1] not in words.surname_first
        and len(parts[1]) > 6
    )


def acronym_of(short: str, words: Sequence[str]) -> bool:
    """Tell whether an abbreviation in capitals is made of the initials of words; small words may be left out."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    if not 2 <= len(letters) <= 8 or not short.replace(".", "").isupper():
        return False
    initials = iter(word[0] for word in words if word)
    return words[0][:1] == letters[0] and all(letter in initials for letter in letters)


class People:
    """The persons whom an article names in full: who is meant by a surname alone, an initial or a part of the name."""

    def __init__(self, named: Sequence[tuple[str | None, str | None, Sequence[str]]], lexicon: Lexicon) -> None:
        words = name_words(lexicon)
        places = gazetteer(lexicon).by_name
        by_part: dict[str, dict[Parts, None]] = {}
        self._words = words
        self._full: dict[Parts, None] = {}
        for given, surname, parts in named:
            if given is None or surname is None:
                continue
            self._full[given, surname] = None
            tails = [" ".join(parts[at:]) for at in range(1, len(parts))]
            for part in {*parts, *tails, surname} - words.particles:
                if part in places:
                    continue
                if part != parts[0] or parts[0] in words.surname_first or part not in words.given:
                    by_part.setdefault(part, {})[given, surname] = None
        self.keys = frozenset(f"{given} {surname}" for given, surname in self._full)
        self._initials: dict[Parts, list[Parts]] = {}
        for given, surname in self._full:
            if given and len(given) > 1:
                self._initials.setdefault((given[0], surname), []).append((given, surname))
        surnames = {surname for _, surname in self._full}
        self._meant = {part: self._one(persons, part in surnames, part) for part, persons in by_part.items()}

    def complete(self, given: str | None, surname: str | None) -> Parts:
        """Return given name and surname, the given name filled in where only one person can be meant."""
        if given is None:
            return (surname and self._meant.get(surname)) or (None, surname)
        if len(given) > 2 or given in self._words.given:
            return given, surname
        fitting = self._initials.get((given[0], surname), [])
        return fitting[0] if len(fitting) == 1 else (given, surname)

    def whole(self, words: Sequence[str]) -> Parts | None:
        """Return the person meant by a part of a name or by a name written elsewhere; None where none or two are."""
        full = (self._words.given.get(words[0], words[0]), " ".join(words[1:]))
        return full if full in self._full else self._meant.get(" ".join(words))

    def _one(self, persons: Mapping[Parts, None], surname: bool, part: str) -> Parts | None:
        """Return the one person of a part of a name; of two, the surname alone. Initials and full names are one."""
        apart = [person for person in persons if not self._shortened(person)]
        if len(apart) == 1:
            return apart[0]
        return (None, part) if surname else None

    def _shortened(self, person: Parts) -> bool:
        given, surname = person
        return given is not None and len(given) == 1 and (given, surname) in self._initials
