"""Heads of institutions: whom an article names as the one director, chairman or editor of a body."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import msgspec

from factcheck.claims.build import make_claim
from factcheck.claims.frames import is_quoted
from factcheck.domain import Claim, Kind, Mention, MentionKind, Name, NameKind
from factcheck.language.analysis import Analysis
from factcheck.language.places import folded
from factcheck.language.tokens import Doc
from factcheck.lexicon import Lexicon

_HYPHENS = frozenset({"-", "‑"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OWN = frozenset({"its", "their", "our"})
_ENDS = frozenset({",", ".", ";", ")", ""})
_BODIES = frozenset({NameKind.ORGANISATION, NameKind.OTHER})
_LONGEST = 3  # words of a title
_FARTHEST = 8  # tokens from a comma to a title's last
_LOOSE = frozenset({"VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PUNCT"})
"""What may stand before a title without saying whose it is: "said director Ana Zupan"."""


class HeadWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of heads.yml."""

    titles: Mapping[str, tuple[str, ...]]
    divided: frozenset[str]
    changing: frozenset[str]


class _Title(NamedTuple):
    """A title in tokens first to before last, and whose it is: a body's key, None when that can't be told.

    `qualified` marks another title ("deputy director").
    """

    name: str
    first: int
    last: int
    body: str | None
    qualified: bool


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence's tokens, in plain letters too, and its names by first and by last token.

    `named` are the names of bodies so far by their last words, `subject` is the body that the article is about.
    """

    doc: Doc
    plain: Sequence[str]
    starts: Mapping[int, tuple[int, Name]]
    ends: Mapping[int, Name]
    named: Mapping[str, str]
    subject: str | None
    lexicon: Lexicon


@cache
def _words(lexicon: Lexicon) -> HeadWords:
    return lexicon.load("heads", HeadWords)


@cache
def _titles(lexicon: Lexicon) -> Mapping[str, str]:
    return {phrase: name for name, phrases in _words(lexicon).titles.items() for phrase in phrases}


@cache
def _institutions(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.load("organisations", dict[str, list[str]])["heads"])


def head_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield who is at the head of a body: attribute the title, subject and value the person.

    The scope has "head" and "body:" with the body's key; a title alone is that of the body that the article is about.
    "qualified" marks a title with a word that makes it another one ("deputy director", "finance director"), "changing"
    what may have changed hands.
    """
    changing, subject, institutions = _changing(analysis), _subject(analysis), _institutions(analysis.lexicon)
    named: dict[str, str] = {}
    for index, sentence in enumerate(analysis.sentences):
        mentions = analysis.of_kind(MentionKind.NAME, sentence=index)
        for mention in mentions:
            last = folded(analysis.article.text[mention.start : mention.end].split()[-1])
            if (body := _body(mention)) is not None and (" " in body or last not in institutions):
                named[last] = body
        persons = [mention for mention in mentions if _is_full(mention) and not analysis.in_title(mention.start)]
        scene = _scene(analysis, index, mentions, named, subject) if persons else None
        for mention in persons:
            span = analysis.span(mention.start, mention.end, index)
            if scene is None or span is None or is_quoted(analysis, mention.start):
                continue
            for title in (_before(scene, span.start, span.end), _behind(scene, span.end)):
                if title is not None:
                    words = sentence.doc[title.first : title.last]
                    start, end = sentence.start + words.start_char, sentence.start + words.end_char
                    yield _claim(analysis, title, mention, start, end, changing)


def _body(mention: Mention) -> str | None:
    """Return the key of a name that may be an institution's: no person, no known place."""
    name = mention.detail
    return name.key if isinstance(name, Name) and name.kind in _BODIES else None


def _subject(analysis: Analysis) -> str | None:
    """Return the body that an article is about: the one named first, and oftener than any other."""
    named = Counter(body for mention in analysis.of_kind(MentionKind.NAME) if (body := _body(mention)) is not None)
    often = named.most_common(2)
    alone = bool(often) and often[0][1] > 1 and (len(often) == 1 or often[0][1] > often[1][1])
    return often[0][0] if alone and often[0][0] == next(iter(named)) else None


def _is_full(mention: Mention) -> bool:
    name = mention.detail
    return isinstance(name, Name) and name.kind is NameKind.PERSON and bool(name.given and name.surname)


def _scene(
    analysis: Analysis, index: int, mentions: Sequence[Mention], named: Mapping[str, str], subject: str | None
) -> _Scene:
    doc = analysis.sentences[index].doc
    starts: dict[int, tuple[int, Name]] = {}
    ends: dict[int, Name] = {}
    for mention in mentions:
        span = analysis.span(mention.start, mention.end, index)
        if span is not None and isinstance(mention.detail, Name):
            starts[span.start] = (span.end, mention.detail)
            ends[span.end] = mention.detail
    return _Scene(doc, [folded(token.text) for token in doc], starts, ends, named, subject, analysis.lexicon)


def _claim(
    analysis: Analysis, title: _Title, mention: Mention, start: int, end: int, changing: frozenset[str]
) -> Claim:
    last_words = {phrase.split()[-1] for phrase in _words(analysis.lexicon).titles[title.name]}
    changes = mention.value in changing or not last_words.isdisjoint(changing)
    scope = ["head", *(["qualified"] if title.qualified else []), *(["changing"] if changes else [])]
    if title.body is not None:
        scope.append(f"body:{title.body}")
    return make_claim(
        analysis,
        Kind.OFFICE,
        title.name,
        min(start, mention.start),
        max(end, mention.end),
        mention.sentence,
        subjects=(mention.value,),
        value=mention.value,
        scope=tuple(scope),
    )


def _changing(analysis: Analysis) -> frozenset[str]:
    """Return the words and the persons of all sentences that may tell of another time or holder."""
    found: set[str] = set()
    for index, sentence in enumerate(analysis.sentences):
        lemmas = {token.lemma_.lower() for token in sentence.doc}
        if not lemmas.isdisjoint(_words(analysis.lexicon).changing):
            found |= lemmas
            found.update(name.value for name in analysis.of_kind(MentionKind.NAME, sentence=index))
    return frozenset(found)


def _before(scene: _Scene, start: int, end: int) -> _Title | None:
    """Read "the museum's director, Ana Zupan," and "museum director Ana Zupan of the Tarn Museum"."""
    apposed = start > 0 and scene.plain[start - 1] == ","
    last = start - 1 if apposed else start
    found = _ending_at(scene, last)
    if found is None or (apposed and end < len(scene.plain) and scene.plain[end] not in _ENDS):
        return None
    name, first = found
    behind = _of(scene, end, name)
    owner, qualified = _owner(scene, first)
    if apposed and scene.plain[first - 1 : first] not in (["the"], ["s"], [""]):
        return None  # "a director, Ana Zupan, and others"
    return _Title(name, first, last, owner if behind is None else behind[0], qualified)


def _behind(scene: _Scene, at: int) -> _Title | None:
    """Read "Ana Zupan, 54, director of the Tarn Museum," and "Ana Zupan, the museum's director,"."""
    plain = scene.plain
    if (
        plain[at : at + 1] == [","]
        and plain[at + 1 : at + 2]
        and plain[at + 1].isdigit()
        and plain[at + 2 : at + 3] == [","]
    ):
        at += 2
    if plain[at : at + 1] != [","]:
        return None
    for last in range(at + 2, min(len(plain), at + _FARTHEST) + 1):
        found = _ending_at(scene, last)
        if found is None or found[1] <= at:
            continue
        name, first = found
        behind = _of(scene, last, name)
        if behind is None and last < len(plain) and plain[last] not in _ENDS:
            continue
        owner, qualified = _owner(scene, first)
        return _Title(name, first, last, owner if behind is None else behind[0], qualified)
    return None


def _ending_at(scene: _Scene, end: int) -> tuple[str, int] | None:
    """Return the longest title that ends before a token, and its first token; hyphens count as spaces."""
    titles, best = _titles(scene.lexicon), None
    first, taken = end, 0
    while first > 0 and taken < _LONGEST:
        first -= 1
        if scene.plain[first] in _HYPHENS:
            continue
        taken += 1
        phrase = " ".join(word for word in scene.plain[first:end] if word not in _HYPHENS).replace("-", " ")
        if phrase in titles:
            best = titles[phrase], first
    return best


def _of(scene: _Scene, at: int, title: str) -> tuple[str | None] | None:
    """Return the body that "of" joins to a title, in a tuple: a name, or one named before that a noun stands for."""
    if scene.plain[at : at + 1] != ["of"]:
        return None
    at += 1
    while at < len(scene.plain) and scene.plain[at] in {"the", *_OWN}:
        at += 1
    if at in scene.starts:
        last, name = scene.starts[at]
        whole = last >= len(scene.doc) or scene.doc[last].text not in _POSSESSIVE
        bare = last - at == 1 and scene.plain[at - 1] == "of" and title in _words(scene.lexicon).divided
        return (name.key if whole and not bare and name.kind in _BODIES else None,)
    while at + 1 < len(scene.plain) and scene.doc[at + 1].pos_ in {"NOUN", "PROPN"}:
        at += 1
    return (scene.named.get(scene.plain[at]) if at < len(scene.plain) else None,)


def _owner(scene: _Scene, first: int) -> tuple[str | None, bool]:
    """Return whose a title is by what stands before it, and whether a word there makes it another title."""
    at = first
    possessed = at > 0 and scene.doc[at - 1].text in _POSSESSIVE
    at -= possessed
    before = scene.plain[at - 1] if at else ""
    if at in scene.ends and not (" " not in scene.ends[at].key and before in _institutions(scene.lexicon)):
        name = scene.ends[at]
        return (name.key if name.kind in _BODIES else None), False
    if at == 0:
        return scene.subject, False
    if possessed or before in _institutions(scene.lexicon):
        return scene.named.get(before), False
    loose = scene.doc[at - 1].pos_ in _LOOSE and before not in _HYPHENS
    return (scene.subject, False) if loose or before in {"the", *_OWN} else (None, True)
