"""All spellings of what may be one name, to verdicts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.compare.context import adjacent, other_source
from factcheck.compare.judgement import Judgement
from factcheck.compare.slips import given_name, last_word, slip
from factcheck.domain import ArticleRecord, Claim, Verdict
from factcheck.lexicon import Lexicon

_SHARED_NAMES = 2


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


def compare_across(
    claims: Sequence[Claim], records: Mapping[str, ArticleRecord], lexicon: Lexicon
) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield a spelling judgement for one person whose surname two articles of one matter spell in two ways."""
    first: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        if given_name(claim) is not None:
            first.setdefault((claim.place.article, claim.subjects[0]), claim)
    told: set[frozenset[str]] = set()
    for a, b in combinations(first.values(), 2):
        names = frozenset((a.subjects[0], b.subjects[0]))
        record_a, record_b = records[a.place.article], records[b.place.article]
        if names in told or given_name(a) != given_name(b) or not slip(last_word(a), last_word(b)):
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
    if sounds_alike(last_word(a), last_word(b), lexicon):
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


def sounds_alike(a: str, b: str, lexicon: Lexicon) -> bool:
    """Tell whether two spellings are transliterations of one: equal after the usual exchanges of letters."""
    return _folded(a, lexicon) == _folded(b, lexicon)


def _folded(word: str, lexicon: Lexicon) -> str:
    for row in lexicon.table("transliteration"):
        word = word.replace(row["written"], row["folded"])
    return word
