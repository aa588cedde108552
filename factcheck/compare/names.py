"""All spellings of what may be one name, to verdicts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from anyascii import anyascii
from rapidfuzz.distance import OSA

from factcheck.compare.context import adjacent, other_source, scoped
from factcheck.compare.judgement import Judgement
from factcheck.domain import ArticleRecord, Claim, Verdict
from factcheck.lexicon import Lexicon

_SHORTEST_SURNAME = 5
_MOST_EDITS = 2
_SHARED_NAMES = 2
_MOST_SLIPS = 2


def compare_spellings(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield one spelling judgement for each further spelling of one name: its given name, its case, its region's type.

    The claims share one canonical key. Short forms ("Gusev" for "Ivan Gusev") are no spellings of their own, nor are
    places in capitals, as datelines have them.
    """
    by_length: dict[int, dict[str, list[Claim]]] = defaultdict(dict)
    for claim in claims:
        words = _bare(claim.value or "")
        by_length[len(words)].setdefault(" ".join(words), []).append(claim)
    for spellings in by_length.values():
        usual, *others = sorted(spellings.items(), key=lambda item: (-len(item[1]), item[0]))
        for spelling, found in others:
            if _alike(usual[0], spelling) and not (
                found[0].attribute == "place" and spelling.lower() == usual[0].lower()
            ):
                a, b = _closest(usual[1], found)
                yield a, b, Judgement(Verdict.SPELLING, f"{usual[0]} / {spelling}", "transliteration")


def compare_surnames(claims: Sequence[Claim], lexicon: Lexicon) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield a conflict for each two nearly equal surnames that stand for one person within one article.

    The same given name makes it certain; a lone surname that is rare, never introduced and no given name makes it
    likely. Surnames introduced with different given names are two people.
    """
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.place.article].append(claim)
    for found in by_article.values():
        told: set[frozenset[str]] = set()
        for a, b in combinations(found, 2):
            surnames = frozenset((_surname(a), _surname(b)))
            judgement = _misspelt(a, b, _given_names(lexicon))
            if judgement is not None and surnames not in told:
                told.add(surnames)
                yield a, b, judgement


def compare_across(
    claims: Sequence[Claim], records: Mapping[str, ArticleRecord], lexicon: Lexicon
) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield a spelling judgement for one person whose surname two articles of one matter spell in two ways."""
    first: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        if _given(claim) is not None:
            first.setdefault((claim.place.article, claim.subjects[0]), claim)
    told: set[frozenset[str]] = set()
    for a, b in combinations(first.values(), 2):
        names = frozenset((a.subjects[0], b.subjects[0]))
        record_a, record_b = records[a.place.article], records[b.place.article]
        if names in told or _given(a) != _given(b) or not _one_slip(_surname(a), _surname(b)):
            continue
        if (
            record_a.id == record_b.id
            or not names.isdisjoint(record_a.names & record_b.names)
            or not _one_matter(record_a, record_b)
        ):
            continue
        told.add(names)
        yield a, b, Judgement(Verdict.SPELLING, f"{a.value} / {b.value}", _across(a, b, record_a, record_b, lexicon))


def _across(a: Claim, b: Claim, record_a: ArticleRecord, record_b: ArticleRecord, lexicon: Lexicon) -> str:
    if _sounds_alike(_surname(a), _surname(b), lexicon):
        return "transliteration"
    return "sources" if other_source(record_a, record_b) else "one_source"


def _one_matter(a: ArticleRecord, b: ArticleRecord) -> bool:
    """Two reports of about one time that name at least two others in common."""
    return adjacent(a, b) and len(a.names & b.names) >= _SHARED_NAMES


def _bare(value: str) -> list[str]:
    return [word.strip("\"'“”‘’.,") for word in value.removesuffix("’s").removesuffix("'s").split()]


def _alike(usual: str, other: str) -> bool:
    """Tell whether two spellings differ in the writing of one word only."""
    if usual.replace("-", " ").lower() == other.replace("-", " ").lower():
        return usual != other and not (usual.isupper() and len(usual) <= 3)
    differing = [(one, two) for one, two in zip(usual.split(), other.split(), strict=True) if one != two]
    return len(differing) == 1 and len(usual.split()) > 1


def _closest(usual: Sequence[Claim], other: Sequence[Claim]) -> tuple[Claim, Claim]:
    """Return the two claims to show: of one article where there is such a pair, else the first of each."""
    for a in usual:
        for b in other:
            if a.place.article == b.place.article:
                return a, b
    return usual[0], other[0]


def _surname(claim: Claim) -> str:
    return anyascii(claim.subjects[0].split()[-1]).lower()


def _given(claim: Claim) -> str | None:
    words = claim.subjects[0].split()
    return words[0] if len(words) > 1 else None


def _misspelt(a: Claim, b: Claim, given_names: frozenset[str]) -> Judgement | None:
    if a.subjects == b.subjects or not _one_slip(_surname(a), _surname(b)):
        return None
    given_a, given_b = _given(a), _given(b)
    if given_a is not None and given_b is not None:
        if given_a != given_b:
            return None
        return Judgement(Verdict.CONFLICT, f"{a.value} / {b.value}", "certain")
    lone = a if given_a is None else b
    if given_a is None and given_b is None:
        return None
    if "introduced" in lone.scope and not scoped(a, "title") & scoped(b, "title"):
        return None
    if _surname(lone) in given_names or _count(lone) > _MOST_SLIPS:
        return None
    return Judgement(Verdict.CONFLICT, f"{a.value} / {b.value}", "likely")


def _count(claim: Claim) -> int:
    return int(next(iter(scoped(claim, "count")), "1"))


@cache
def _given_names(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(
        name for row in lexicon.table("given_names") for name in (row["name"], *row["variants"].split("|"))
    )


def _one_slip(a: str, b: str) -> bool:
    """Tell whether two surnames differ by a slip: one or two letters, not the first, and not an ending alone."""
    if a == b or min(len(a), len(b)) < _SHORTEST_SURNAME or a[0] != b[0]:
        return False
    edits = OSA.distance(a, b, score_cutoff=_MOST_EDITS)
    if edits > (1 if min(len(a), len(b)) < 7 else _MOST_EDITS):
        return False
    return not _inflected(a, b)


def _inflected(a: str, b: str) -> bool:
    """Plurals, possessives and feminine endings (Gusev, Gusevs, Guseva) are other words, not slips."""
    short, long = sorted((a, b), key=len)
    return long in {short + "s", short + "es", short + "a", short + "ova", short[:-1] + "a", short[:-1] + "aya"}


def _sounds_alike(a: str, b: str, lexicon: Lexicon) -> bool:
    """Tell whether two spellings are transliterations of one: equal after the usual exchanges of letters."""
    return _folded(a, lexicon) == _folded(b, lexicon)


def _folded(word: str, lexicon: Lexicon) -> str:
    for row in lexicon.table("transliteration"):
        word = word.replace(row["written"], row["folded"])
    return word
