"""The words by which names are recognised: titles, given names, words of organisations, small words inside names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.language.places import folded, gazetteer
from factcheck.language.tokens import Doc, Token
from factcheck.lexicon import Lexicon

_LONGEST_TITLE = 4


@dataclass(frozen=True, slots=True)
class NameWords:
    """Word lists of a lexicon, folded. `phrases` are names of several words, by their first word, longest first."""

    titles: frozenset[str]
    courtesy: frozenset[str]
    follows: frozenset[str]
    qualifiers: frozenset[str]
    particles: frozenset[str]
    surname_first: frozenset[str]
    reporting: frozenset[str]
    ambiguous_titles: frozenset[str]
    given: Mapping[str, str]
    organisations: Mapping[str, str]
    heads: frozenset[str]
    head_first: frozenset[str]
    agents: frozenset[str]
    never_alone: frozenset[str]
    suffixes: frozenset[str]
    spelling: Mapping[str, str]
    not_names: frozenset[str]
    time_words: frozenset[str]
    joins: frozenset[str]
    features: frozenset[str]
    feature_first: frozenset[str]
    feature_after: frozenset[str]
    introduce: frozenset[str]
    locative: frozenset[str]
    kinds: frozenset[str]
    phrases: Mapping[str, tuple[int, ...]]


@cache
def name_words(lexicon: Lexicon) -> NameWords:
    """Return the lexicon's words for names."""
    titles = lexicon.load("titles", dict[str, list[str]])
    listed = lexicon.load("organisations", dict[str, list[str]])
    known = lexicon.load("known_organisations", dict[str, list[str]])
    spelling = lexicon.load("spelling", dict[str, str])
    places = lexicon.load("place_words", dict[str, dict[str, str] | list[str]])
    organisations: dict[str, str] = {}
    for key, names in known.items():
        for name in map(folded, [key, *names]):
            organisations[name] = organisations[_spelled(name, spelling)] = _spelled(key, spelling)
    given = {folded(row["name"]): row["name"] for row in lexicon.table("given_names")}
    for row in lexicon.table("given_names"):
        for variant in filter(None, row["variants"].split("|")):
            given.setdefault(folded(variant), row["name"])
    return NameWords(
        titles=_set([*titles["titles"], *titles["courtesy"]]),
        courtesy=_set(titles["courtesy"]),
        follows=_set([*titles["follows"], *titles["titles"]]),
        qualifiers=_set(titles["qualifiers"]),
        particles=_set(titles["particles"]),
        surname_first=_set(titles["surname_first"]),
        reporting=_set(titles["reporting"]),
        ambiguous_titles=_set(titles["also_organisations"]),
        given=given,
        organisations=organisations,
        heads=_set(listed["heads"]),
        head_first=_set(listed["first"]),
        agents=frozenset(titles["agents"]),
        never_alone=_set(listed["never_alone"]),
        suffixes=_set(listed["suffixes"]),
        spelling=spelling,
        not_names=_set(listed["not_names"]),
        time_words=_set(listed["time_words"]),
        joins=_set(listed["joins"]),
        features=_set(places["features"]),
        feature_first=_set(places["before"]),
        feature_after=_set(places["follows"]),
        introduce=_set(places["introduce"]),
        locative=_set(places["locative"]),
        kinds=_set(places["kinds"]),
        phrases=_phrases([*organisations, *gazetteer(lexicon).by_name]),
    )


def _spelled(name: str, spelling: Mapping[str, str]) -> str:
    return " ".join(spelling.get(word, word) for word in name.split(" "))


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(folded, words))


def _phrases(names: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Return for each first word the lengths, in words, of the names that begin with it, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        words = name.replace("-", " ").split(" ")
        lengths.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()}


def title_at(words: Sequence[str], at: int, lexicon: Lexicon) -> int:
    """Return how many words a title takes from words[at] on (folded, hyphens as words of their own); 0 for none."""
    titles = name_words(lexicon).titles
    for size in range(min(_LONGEST_TITLE, len(words) - at), 0, -1):
        if " ".join(words[at : at + size]).replace(" - ", "-") in titles:
            return size
    return 0


def title_before(doc: Doc, at: int, lexicon: Lexicon) -> str | None:
    """Return the longest title that ends right before token `at` ("prime minister"); None when there is none."""
    titles = name_words(lexicon).titles
    if at > 2 and doc[at - 1].lower_ in {"elect", "designate"} and doc[at - 2].text == "-":
        at -= 2
    start = max(0, at - _LONGEST_TITLE)
    words = [folded(token.text) for token in doc[start:at]]
    for first in range(len(words)):
        phrase = " ".join(words[first:]).replace(" - ", "-")
        if phrase in titles:
            return phrase
    return None


def initial(token: Token) -> bool:
    """Tell whether a capital may come from its place: it begins the sentence or follows an opening mark or colon."""
    before = token.i - 1
    while before >= 0 and not any(map(str.isalnum, token.doc[before].text)):
        text = token.doc[before].text
        if text in {":", "(", "“", "‘", "«", '"', "...", "…", "–", "—", "``"} or text == "-":
            return text not in {"("} and (text != "-" or bool(token.doc[before].whitespace_))
        before -= 1
    return before < 0
