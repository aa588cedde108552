"""The words of an article's names that differ by a letter: one name misspelt, or two names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from anyascii import anyascii
from rapidfuzz.distance import OSA

from factcheck.compare.context import scoped
from factcheck.compare.judgement import Judgement
from factcheck.domain import Claim, Verdict
from factcheck.lexicon import Lexicon

_SHORTEST = 5  # letters of the longer word
_SHORTEST_UNINTRODUCED = 6
_MUTE = "eh"  # letters that English names end in unheard
_SHORTEST_MUTE = 6
_LONG = 7  # letters, from which on two may be wrong
_MOST_EDITS = 2
_TIMES_AS_OFTEN = 3
_LONGEST_ARTICLE = 2  # letters of an Arabic name's article
_NUMBERS = re.compile(r"\d+")
_MOST_WORDS = {"person": 6, "other": 2}  # of a name whose last word may be a surname


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which an article writes the last word of names, and the names that it writes so."""

    word: str
    claims: tuple[Claim, ...]

    @property
    def count(self) -> int:
        """Return how often the word stands in the article."""
        return sum(int(next(iter(scoped(claim, "count")), "1")) for claim in self.claims)

    @property
    def given(self) -> frozenset[str]:
        """Return the given names before it."""
        return frozenset(name for claim in self.claims if (name := given_name(claim)) is not None)

    @property
    def titles(self) -> frozenset[str]:
        """Return the titles before it."""
        return frozenset(title for claim in self.claims for title in scoped(claim, "title"))


def compare_words(claims: Sequence[Claim], lexicon: Lexicon) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield a spelling for each two words of names in one article that must be one name, one of them misspelt.

    The same given name makes it certain. It is likely where a word that stands once, never introduced and known
    nowhere, differs by a letter from one that stands oftener. Names introduced in two ways are two.
    """
    forms = _forms(claims)
    for a, b in combinations(forms, 2):
        if slip(a.word, b.word):
            usual, rare = sorted((a, b), key=lambda form: (-form.count, not known(form.word, lexicon), form.word))
            if any(form is not usual and _inflected(form.word, rare.word) for form in forms if form is not rare):
                continue  # the plural of another name ("two Okonens" beside Mika Okonen)
            variant = _variant(usual, rare, lexicon)
            if variant is not None:
                one, other = a.claims[0], b.claims[0]
                yield one, other, Judgement(Verdict.SPELLING, f"{one.value} / {other.value}", variant)


def _forms(claims: Iterable[Claim]) -> list[Form]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        most = _MOST_WORDS.get(claim.attribute, 1)
        if claim.attribute != "organisation" and (claim.value or "").count(" ") < most:
            found[last_word(claim)].append(claim)
    return [Form(word, tuple(group)) for word, group in found.items() if len(word) >= _SHORTEST - 1]


def last_word(claim: Claim) -> str:
    """Return a person's surname, another name's last word, in plain lower-case letters; without "al-" or "el-"."""
    word = anyascii(claim.subjects[0].split()[-1]).lower()
    article, _, bare = word.partition("-")
    return bare if bare and len(article) <= _LONGEST_ARTICLE else word


def given_name(claim: Claim) -> str | None:
    """Return a person's given name; None for a lone surname."""
    words = claim.subjects[0].split()
    return words[0] if len(words) > 1 else None


def _variant(usual: Form, rare: Form, lexicon: Lexicon) -> str | None:
    """Return how sure it is that the rarer of two forms is the other misspelt; None when it may be another name."""
    apart = lexicon.load("titles", dict[str, list[str]])["apart"]
    if usual.given.intersection(apart) != rare.given.intersection(apart):
        return None
    if usual.given and rare.given:
        return "certain" if usual.given & rare.given else None
    if usual.titles and rare.titles and not usual.titles & rare.titles:
        return None
    if known(rare.word, lexicon) or _TIMES_AS_OFTEN * rare.count > max(_TIMES_AS_OFTEN, usual.count):
        return None
    introduced = bool(usual.given or rare.given or usual.titles or rare.titles)
    if not introduced and (usual.count == 1 or len(usual.word) < _SHORTEST_UNINTRODUCED):
        return None
    if OSA.distance(usual.word, rare.word) > 1 and not (usual.given or rare.given):
        return None
    return None if _side_by_side(usual, rare) and not (usual.given and usual.count > 1) else "likely"


def _side_by_side(usual: Form, rare: Form) -> bool:
    """Tell whether one sentence has both: then the text itself tells them apart."""
    whole = re.compile(rf"\b{re.escape(usual.word)}s?\b")
    return any(whole.search(anyascii(claim.place.sentence or "").lower()) for claim in rare.claims)


def slip(a: str, b: str) -> bool:
    """Tell whether two words differ by a slip: one or two letters, not the first, and not an ending alone."""
    if a == b or max(len(a), len(b)) < _SHORTEST or a[0] != b[0]:
        return False
    if a[:-_MOST_EDITS] == b[:-_MOST_EDITS] and OSA.distance(a, b) == _MOST_EDITS:
        return False  # two endings ("Iberian", "Iberica")
    if (numbers := _NUMBERS.findall(a)) and (others := _NUMBERS.findall(b)) and numbers != others:
        return False  # two of one series ("Comet-2", "Comet-3")
    edits = OSA.distance(a, b, score_cutoff=_MOST_EDITS)
    return edits <= (_MOST_EDITS if min(len(a), len(b)) >= _LONG else 1) and not _inflected(a, b)


def _inflected(a: str, b: str) -> bool:
    """Plurals, possessives and feminine endings (Gusev, Gusevs, Guseva) are other words, not slips.

    A letter at the end that isn't heard, or is doubled, is a slip.
    """
    if a[:-1] == b[:-1] and {a[-1], b[-1]} == {"a", "s"}:
        return True
    short, long = sorted((a, b), key=len)
    if long[:-1] == short and len(short) >= _SHORTEST_MUTE and (long[-1] in _MUTE or long[-1] == short[-1]):
        return False  # Brandt and Brandte, Hartman and Hartmann
    return long.startswith(short) or long in {short[:-1] + "a", short[:-1] + "aya", short[:-1] + "ies"}


@cache
def _known_words(lexicon: Lexicon) -> frozenset[str]:
    """Return given names, the words of places and peoples, family names and the commoner words of the language."""
    given = (name for row in lexicon.table("given_names") for name in (row["name"], *row["variants"].split("|")))
    places = (
        word
        for row in lexicon.table("places")
        for name in (row["name"], *row["aliases"].split("|"), *row["demonyms"].split("|"))
        for word in name.split()
    )
    peoples = (f"{word}s" for row in lexicon.table("places") for word in row["demonyms"].split("|"))
    families = lexicon.load("titles", dict[str, list[str]])["surname_first"]
    common = (row["word"] for row in lexicon.table("rarity"))
    return frozenset(anyascii(word).lower() for word in (*given, *places, *peoples, *families, *common))


def known(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a plain lower-case word is a given name, a place, a people, a family name or a common word."""
    return word in _known_words(lexicon) or word.removesuffix("s") in _known_words(lexicon)
