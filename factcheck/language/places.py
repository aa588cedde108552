"""The lexicon of places: what a name of a place stands for, what it lies in, whose demonym a word is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from anyascii import anyascii

from factcheck.lexicon import Lexicon

_SILENT = re.compile(r"[.'’‘ʼ`´]")
_SPACES = re.compile(r"\s+")
_PREFIXES = ("the ", "republic of ", "state of ", "city of ", "province of ")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the lexicon: `kind` is country, region or city, `part_of` a key, `offset` minutes east of UTC."""

    key: str
    name: str
    kind: str
    part_of: str | None
    offset: int | None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The places of a lexicon by folded name and by key, their demonyms, and the words for kinds of regions."""

    by_name: Mapping[str, Place]
    by_key: Mapping[str, Place]
    demonyms: Mapping[str, str]
    kinds: Mapping[str, str]


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """Return a name in lower-case Latin letters without accents, stops and apostrophes, single-spaced."""
    if not name.isascii():
        name = anyascii(name)
    return _SPACES.sub(" ", _SILENT.sub("", name)).strip().lower()


@cache
def gazetteer(lexicon: Lexicon) -> Gazetteer:
    """Return the lexicon's places; of a name that several places share, the first row's counts."""
    by_name: dict[str, Place] = {}
    by_key: dict[str, Place] = {}
    demonyms: dict[str, str] = {}
    kinds = lexicon.load("place_words", dict[str, dict[str, str] | list[str]])["kinds"]
    assert isinstance(kinds, dict)
    for row in lexicon.table("places"):
        offset = int(row["utc_offset"]) if row["utc_offset"] else None
        place = Place(row["key"], row["name"], row["kind"], row["part_of"] or None, offset)
        by_key.setdefault(place.key, place)
        for name in _names(row, kinds):
            by_name.setdefault(name, place)
        for word in filter(None, row["demonyms"].split("|")):
            demonyms.setdefault(folded(word), place.key)
            demonyms.setdefault(f"{folded(word)}s", place.key)
    return Gazetteer(by_name, by_key, demonyms, kinds)


def _names(row: Mapping[str, str], kinds: Mapping[str, str]) -> Iterator[str]:
    """Yield the folded names of a place: each also with other words for its kind of region."""
    for name in (row["name"], *filter(None, row["aliases"].split("|")), row["key"]):
        plain = folded(name)
        yield plain
        if row["kind"] == "region":
            for word, kind in kinds.items():
                if plain.endswith(f" {kind}") and word != kind:
                    yield f"{plain[: -len(kind)]}{word}"


def region_name(name: str, lexicon: Lexicon) -> str:
    """Return a folded name with its last words in the lexicon's word for that kind of region: oblast becomes region."""
    kinds = gazetteer(lexicon).kinds
    words = name.split(" ")
    for size in (2, 1):
        kind = kinds.get(" ".join(words[-size:]))
        if kind is not None and len(words) > size:
            return " ".join([*words[:-size], kind])
    return name


def place(name: str, lexicon: Lexicon) -> Place | None:
    """Return the place that a name or key stands for, None when the lexicon has none."""
    by_name = gazetteer(lexicon).by_name
    plain = folded(name)
    for prefix in ("", *_PREFIXES):
        if plain.startswith(prefix):
            bare = plain[len(prefix) :]
            found = by_name.get(bare) or by_name.get(region_name(bare, lexicon))
            if found is not None:
                return found
    words = plain.split(" ")
    if len(words) > 1 and words[-1] in {"province", "state", "republic", "region", "prefecture"}:
        found = by_name.get(" ".join(words[:-1]))
        return found if found is not None and found.kind == "region" else None
    return None


def part_of(inner: str, outer: str, lexicon: Lexicon) -> bool:
    """Tell whether a place lies in another or is the same, by their keys or names; False when one is unknown."""
    here, there = place(inner, lexicon), place(outer, lexicon)
    if here is None or there is None:
        return False
    by_key = gazetteer(lexicon).by_key
    step: Place | None = here
    for _ in range(8):
        if step is None:
            return False
        if step.key == there.key:
            return True
        step = by_key.get(step.part_of) if step.part_of else None
    return False


def demonym(word: str, lexicon: Lexicon) -> str | None:
    """Return the key of the place that a word is the adjective or people of ("Russians"), None for other words."""
    return gazetteer(lexicon).demonyms.get(folded(word))


def country_of(name: str, lexicon: Lexicon) -> str | None:
    """Return the key of the country that a place lies in or is, by its key or name; None when it is unknown."""
    by_key = gazetteer(lexicon).by_key
    step = place(name, lexicon)
    for _ in range(8):
        if step is None or step.kind == "country":
            return step.key if step else None
        step = by_key.get(step.part_of) if step.part_of else None
    return None
