"""Descriptions of persons of which each has one at a time: a rank, an occupation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import msgspec

from factcheck.claims.build import make_claim
from factcheck.claims.frames import is_quoted
from factcheck.domain import Claim, Kind, Mention, MentionKind, Name, NameKind
from factcheck.language.analysis import Analysis
from factcheck.language.english import Sentence
from factcheck.language.places import folded
from factcheck.lexicon import Lexicon

_DETERMINERS = frozenset({"a", "an", "the"})
_HYPHENS = frozenset({"-", "‑"})
_SIGNS = _HYPHENS | {""}  # hyphens, and the stops of "Lt. Col.", of which nothing is left in plain letters
_CLOSING = frozenset(
    {",", ".", ";", ")", "who", "whose", "from", "in", "of", "at", "with", "on", "near", "for", "-", "–", "—"}
)
_JOINING = frozenset({"and", "or", "turned", "/", "&", "but", "as"})
_DESCRIBING = frozenset({"ADJ", "NOUN", "NUM", "PROPN", "VERB", "ADV", "PUNCT"})
_LONGEST = 4  # words of a description
_LONGEST_PHRASE = 7  # tokens from the article to the noun


class DescriptorWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of descriptors.yml."""

    kinds: Mapping[str, Mapping[str, tuple[str, ...]]]
    may_be: Mapping[str, frozenset[str]]
    capital: frozenset[str]
    no_rank: frozenset[str]
    other_time: frozenset[str]
    retired: frozenset[str]
    changing: frozenset[str]


class _Described(NamedTuple):
    """The kind and class of a description, and the tokens first to before last that its words take."""

    kind: str
    name: str
    first: int
    last: int
    joint: bool


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence's tokens in plain letters, and the words of descriptions."""

    sentence: Sentence
    plain: Sequence[str]
    words: DescriptorWords
    known: Mapping[str, tuple[str, str]]


@cache
def descriptor_words(lexicon: Lexicon) -> DescriptorWords:
    """Return descriptors.yml; raises RuleError when it is broken."""
    return lexicon.load("descriptors", DescriptorWords)


@cache
def _known(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """Return kind and class of a description by its words."""
    words = descriptor_words(lexicon)
    found = {
        phrase: (kind, name)
        for kind, classes in words.kinds.items()
        for name, phrases in classes.items()
        for phrase in phrases
    }
    return {**found, **dict.fromkeys(words.no_rank, ("", ""))}


def descriptor_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield a claim for each rank or occupation that stands beside a person's name: attribute "rank" or "occupation".

    The subject is the person, known by given name and surname, the value what he or she is. The scope has "joint" when
    more is told in the same breath, "changing" when the article tells of another time in a sentence with the name.
    """
    changing = _changing(analysis)
    for mention in analysis.of_kind(MentionKind.NAME):
        name = mention.detail
        if not isinstance(name, Name) or name.kind is not NameKind.PERSON or not (name.given and name.surname):
            continue
        if analysis.in_title(mention.start) or is_quoted(analysis, mention.start):
            continue
        for found in _descriptions(analysis, mention):
            sentence = analysis.sentences[mention.sentence]
            span = sentence.doc[found.first : found.last]
            scope = [*(["joint"] if found.joint else []), *(["changing"] if name.key in changing else [])]
            yield make_claim(
                analysis,
                Kind.DESCRIPTOR,
                found.kind,
                sentence.start + span.start_char,
                sentence.start + span.end_char,
                mention.sentence,
                subjects=(name.key,),
                value=found.name,
                scope=tuple(scope),
                keys=(f"descriptor:{name.key}",),
            )


def _changing(analysis: Analysis) -> frozenset[str]:
    """Return the keys of those who are named in a sentence that tells of another time, a new rank or a part played."""
    words = descriptor_words(analysis.lexicon).changing
    return frozenset(
        mention.value
        for index, sentence in enumerate(analysis.sentences)
        if any(token.lemma_.lower() in words for token in sentence.doc)
        for mention in analysis.of_kind(MentionKind.NAME, sentence=index)
    )


def _descriptions(analysis: Analysis, mention: Mention) -> Iterator[_Described]:
    """Yield the descriptions right before a name, and behind it after a comma or "is"."""
    span = analysis.span(mention.start, mention.end, mention.sentence)
    assert span is not None, mention
    sentence = analysis.sentences[mention.sentence]
    plain = [folded(token.text) for token in sentence.doc]
    scene = _Scene(sentence, plain, descriptor_words(analysis.lexicon), _known(analysis.lexicon))
    before = _ending_at(scene, span.start)
    if before is not None and _now(scene, before):
        yield before
    behind = _behind(scene, span.end)
    if behind is not None and _now(scene, behind):
        yield behind


def _ending_at(scene: _Scene, end: int) -> _Described | None:
    """Return the longest description that ends before a token; what needs a capital must have one."""
    best = None
    first, taken = end, 0
    while first > 0 and taken < _LONGEST:
        first -= 1
        if scene.plain[first] in _SIGNS:
            continue
        taken += 1
        found = scene.known.get(" ".join(word for word in scene.plain[first:end] if word not in _SIGNS))
        if found is not None:
            best = (*found, first)
    if best is None or not best[0]:
        return None
    kind, name, first = best
    last = max(at for at in range(first, end) if scene.plain[at] not in _SIGNS)
    if scene.plain[last] in scene.words.capital and not scene.sentence.doc[last].text[:1].isupper():
        return None
    joint = first > 0 and scene.plain[first - 1] in _JOINING
    return _Described(kind, name, first, end, joint)


def _behind(scene: _Scene, at: int) -> _Described | None:
    """Return the description in an apposition ("Ana Zupan, 54, a retired nurse") or behind "is"."""
    plain, doc = scene.plain, scene.sentence.doc
    if at + 1 >= len(plain) or doc[at].text not in {",", "is"}:
        return None
    if doc[at].text == "," and plain[at + 1].isdigit() and at + 3 < len(plain) and doc[at + 2].text == ",":
        at += 2
    first = at + 1
    if first >= len(plain) or plain[first] not in _DETERMINERS:
        return None
    for end in range(first + 2, min(len(plain), first + _LONGEST_PHRASE) + 1):
        closing = doc[end].text.lower() if end < len(plain) else "."
        if closing in _CLOSING | _JOINING and not (closing == "-" and not doc[end - 1].whitespace_):
            found = _ending_at(scene, end) if not _listed(scene, end) else None
            return found._replace(joint=found.joint or closing in _JOINING) if found is not None else None
        if doc[end - 1].pos_ not in _DESCRIBING:
            return None
    return None


def _listed(scene: _Scene, comma: int) -> bool:
    """Tell whether others follow, so that a description may be of another: "he met Ana Zupan, a nurse, and a baker"."""
    behind = [word for word in scene.plain[comma : comma + 3] if word != "and"]
    return behind[:1] == [","] and bool(_DETERMINERS.intersection(behind[1:2]))


def _now(scene: _Scene, found: _Described) -> bool:
    """Tell whether nothing before a description puts it at another time: "former", "ex-", and of ranks "retired"."""
    over = scene.words.other_time | (scene.words.retired if found.kind == "rank" else frozenset())
    at = found.first - 1
    while at >= 0 and (scene.sentence.doc[at].pos_ in {"ADJ", "NOUN", "ADV", "VERB"} or scene.plain[at] in _HYPHENS):
        if scene.plain[at] in over:
            return False
        at -= 1
    return at < 0 or scene.plain[at] not in over
