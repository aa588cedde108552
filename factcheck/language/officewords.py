"""The lexicon of offices: which words stand for which office, over what, and whether one alone holds it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from factcheck.domain import Name, NameKind
from factcheck.language.places import folded, place
from factcheck.lexicon import Lexicon

HYPHENS = frozenset({"-", "‑"})
_LAST_WORDS = {
    "region": "region",
    "territory": "region",
    "province": "region",
    "state": "region",
    "republic": "region",
    "autonomous district": "region",
    "prefecture": "region",
    "governorate": "region",
    "canton": "region",
    "county": "county",
    "district": "district",
    "city": "city",
    "town": "city",
    "village": "city",
}


class OfficeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One office of the lexicon; see rules/lexicon/en/offices.yml."""

    office: str
    levels: list[str]
    unique: bool
    words: list[str]
    bound: bool = False
    own: list[str] = []


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """Offices by their folded words, plurals apart; `first` are the first words of all of them."""

    entries: Mapping[str, tuple[OfficeEntry, ...]]
    plurals: Mapping[str, str]
    first: frozenset[str]
    longest: int
    unique: frozenset[str]
    qualifiers: frozenset[str]
    after: frozenset[str]
    neutral: frozenset[str]
    posts: frozenset[str]
    may_be: Mapping[str, list[str]]
    other_time: frozenset[str]
    standing_in: frozenset[str]
    common: Mapping[str, list[str]]


@cache
def office_words(lexicon: Lexicon) -> OfficeWords:
    """Return the lexicon's offices and the words around them."""
    entries: dict[str, list[OfficeEntry]] = {}
    listed = lexicon.load("offices", list[OfficeEntry])
    for entry in listed:
        for word in entry.words:
            entries.setdefault(_plain(word), []).append(entry)
    around = lexicon.load("office_words", dict[str, list[str] | dict[str, list[str]]])
    common, may_be = around["common"], around["may_be"]
    assert isinstance(common, dict)
    assert isinstance(may_be, dict)
    plurals = {plural(word): word for word in entries}
    return OfficeWords(
        entries={word: tuple(found) for word, found in entries.items()},
        plurals=plurals,
        first=frozenset(word.split(" ")[0] for word in (*entries, *plurals)),
        longest=max(len(word.split(" ")) for word in entries),
        unique=frozenset(entry.office for entry in listed if entry.unique),
        qualifiers=frozenset(map(_plain, around["qualifiers"])),
        after=frozenset(map(_plain, around["after"])),
        neutral=frozenset(map(_plain, around["neutral"])),
        posts=frozenset(around["posts"]),
        may_be=may_be,
        other_time=frozenset(map(_plain, around["other_time"])),
        standing_in=frozenset(map(_plain, around["standing_in"])),
        common=common,
    )


def _plain(word: str) -> str:
    return folded(word).replace("-", " ")


def plural(phrase: str) -> str:
    """Return the plural of an office's words: of the noun before "of", "for" or "general", else of the last word."""
    words = phrase.split(" ")
    at = next((i - 1 for i, word in enumerate(words) if i and word in {"of", "for", "without"}), len(words) - 1)
    if words[at] == "general" and at:
        at -= 1
    if words[at].endswith("man"):
        words[at] = f"{words[at][:-3]}men"
    elif words[at].endswith("y") and not words[at].endswith("ey"):
        words[at] = f"{words[at][:-1]}ies"
    else:
        words[at] += "es" if words[at].endswith(("ss", "ch")) and not words[at].endswith("arch") else "s"
    return " ".join(words)


def office_class(word: str, lexicon: Lexicon) -> str | None:
    """Return the office that a word stands for by itself ("governor"), None where it needs a jurisdiction ("head")."""
    words = office_words(lexicon)
    plain = _plain(word)
    found = words.entries.get(words.plurals.get(plain, plain), ())
    return next((entry.office for entry in found if not entry.bound), None)


def is_unique(office: str, lexicon: Lexicon) -> bool:
    """Tell whether an office has one holder at a time."""
    return office in office_words(lexicon).unique


def level(name: Name, lexicon: Lexicon) -> str | None:
    """Return what a name is as a jurisdiction: country, region, city, organisation, district; None when not known."""
    known = place(name.key, lexicon) if name.kind is NameKind.PLACE else None
    if known is not None:
        return known.kind
    if name.kind is NameKind.PLACE:
        words = name.key.split(" ")
        return _LAST_WORDS.get(" ".join(words[-2:])) or _LAST_WORDS.get(words[-1])
    return "organisation" if name.kind is NameKind.ORGANISATION else None


def office_of(phrase: str, jurisdiction: str | None, lexicon: Lexicon) -> str | None:
    """Return the office that words stand for over a jurisdiction of a level; without one, the first not bound."""
    for entry in office_words(lexicon).entries.get(phrase, ()):
        if jurisdiction in entry.levels or (jurisdiction is None and not entry.bound):
            return entry.office
    return None


def phrase_size(plain: Sequence[str], at: int, lexicon: Lexicon) -> int:
    """Return how many tokens the longest office takes that begins at a token; hyphens inside count as spaces."""
    words = office_words(lexicon)
    best = 0
    phrase = ""
    taken = 0
    for step in range(at, min(len(plain), at + 2 * words.longest)):
        if plain[step] in HYPHENS:
            continue
        phrase = f"{phrase} {plain[step]}" if phrase else plain[step]
        taken += 1
        if phrase in words.entries or phrase in words.plurals:
            best = step + 1 - at
        if taken == words.longest:
            break
    return best


def qualifier_before(plain: Sequence[str], at: int, lexicon: Lexicon) -> tuple[int, str | None]:
    """Return where the words before an office begin that qualify it, and the qualifier, the outermost first."""
    words = office_words(lexicon)
    qualifier = None
    while at > 0:
        back = 2 if plain[at - 1] in HYPHENS and at > 1 else 1
        word = plain[at - back]
        pair = " ".join(part for part in plain[max(0, at - back - 2) : at] if part not in HYPHENS)
        if pair in words.qualifiers and at - back - 2 >= 0:
            qualifier, at = pair.replace(" ", "-"), at - back - 2
        elif word in words.qualifiers:
            qualifier, at = word, at - back
        elif word in words.neutral:
            at -= back
        else:
            break
    return at, qualifier


def after_qualifier(plain: Sequence[str], end: int, lexicon: Lexicon) -> tuple[int, str | None]:
    """Return where a qualifier after an office ends, and the qualifier ("President-elect")."""
    if end + 1 < len(plain) and plain[end] in HYPHENS and plain[end + 1] in office_words(lexicon).after:
        return end + 2, plain[end + 1]
    return end, None


@cache
def succession_verbs(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """Return for each verb of succession the aspect and whose it is: the subject's, the object's, or both ones'."""
    words = lexicon.load("office_words", dict[str, list[str] | dict[str, list[str]]])
    verbs = {str(verb): ("exchange", "exchange") for verb in words["exchange"]}
    for aspect in ("began", "ended"):
        listed = words[aspect]
        assert isinstance(listed, dict)
        for whose, names in listed.items():
            verbs.update(dict.fromkeys(names, (aspect, whose)))
    return verbs
