"""Offices in the text, with jurisdiction and holder: by the office's words and the names right beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.domain import Article, Mention, Name, NameKind, Office
from factcheck.language.english import Sentence
from factcheck.language.namewords import title_at
from factcheck.language.officewords import (
    HYPHENS,
    after_qualifier,
    level,
    office_class,
    office_of,
    office_words,
    phrase_size,
    qualifier_before,
)
from factcheck.language.places import demonym, folded, place
from factcheck.language.tokens import Doc
from factcheck.lexicon import Lexicon

__all__ = ["office_class", "office_mentions"]

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_SHORT = 2  # letters of "PM"
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})


@dataclass(frozen=True, slots=True)
class Beside:
    """A jurisdiction beside an office: its key, its level, and how far it reaches, in tokens."""

    key: str | None
    level: str | None
    first: int
    last: int
    several: bool = False


@dataclass(slots=True)
class Scene:
    """A sentence with its names by first and by last token."""

    doc: Doc
    starts: dict[int, tuple[int, Mention]]
    ends: dict[int, tuple[int, Mention]]
    lexicon: Lexicon
    recent: dict[str, str]


@dataclass(slots=True)
class Found:
    """An office found in a sentence, in tokens."""

    first: int
    last: int
    office: Office
    sentence: Sentence


def office_mentions(
    article: Article, sentences: Sequence[Sentence], names: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Return the offices of an article in the order of the text; a mention's value is office|jurisdiction|holder.

    A jurisdiction that is not beside the office is taken from another mention of the same holder in that office, or
    from the office that it is coordinated with; "the region" is the one last named in the paragraph.
    """
    by_sentence: dict[int, list[Mention]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence, []).append(name)
    found: list[Found] = []
    recent: dict[str, str] = {}
    for at, sentence in enumerate(sentences):
        if at and sentences[at - 1].paragraph != sentence.paragraph:
            recent = {}
        found.extend(_offices(sentence, by_sentence.get(sentence.index, []), recent, lexicon))
    _complete(found)
    return [_mention(office) for office in found]


def _offices(sentence: Sentence, names: Sequence[Mention], recent: dict[str, str], lexicon: Lexicon) -> list[Found]:
    """Return the offices of a sentence, and note the jurisdictions it names for the sentences after it."""
    doc = sentence.doc
    scene = Scene(doc, {}, {}, lexicon, recent)
    for name in names:
        span = doc.char_span(name.start - sentence.start, name.end - sentence.start, alignment_mode="expand")
        if span is not None:
            scene.starts[span.start] = (span.end, name)
            scene.ends[span.end] = (span.start, name)
    words = office_words(lexicon)
    plain = [folded(token.text) for token in doc]
    found: list[Found] = []
    at = 0
    while at < len(plain):
        size = phrase_size(plain, at, lexicon) if plain[at] in words.first else 0
        if size:
            office = _office(scene, plain, at, at + size)
            if office is not None:
                first, last, detail = office
                found.append(Found(first, last, _coordinated(detail, first, found, plain), sentence))
                at = max(at + size, last)
                continue
        if at in scene.starts:
            _note(scene, at)
        at += max(size, 1)
    for start in scene.starts:
        _note(scene, start)
    return found


def _note(scene: Scene, at: int) -> None:
    detail = scene.starts[at][1].detail
    assert isinstance(detail, Name)
    rank = level(detail, scene.lexicon)
    if rank is not None:
        scene.recent[rank] = detail.key


def _office(scene: Scene, plain: Sequence[str], at: int, end: int) -> tuple[int, int, Office] | None:
    words = office_words(scene.lexicon)
    phrase = " ".join(word for word in plain[at:end] if word not in HYPHENS)
    several = phrase in words.plurals and phrase not in words.entries
    phrase = words.plurals[phrase] if several else phrase
    if scene.doc[end - 1].tag_.startswith("V") or _inside_a_name(scene, at) or _half_of_day(scene.doc, at, phrase):
        return None
    first, qualifier = qualifier_before(plain, at, scene.lexicon)
    last, following = after_qualifier(plain, end, scene.lexicon)
    qualifier = qualifier or following
    right = _right(scene, plain, last)
    left = _left(scene, first)
    beside = right or left
    office = office_of(phrase, beside.level if beside else None, scene.lexicon)
    if office is None and right is not None and left is not None:
        beside, office = left, office_of(phrase, left.level, scene.lexicon)
    if office is None and beside is not None and beside.level == "country":
        office = office_of(phrase, None, scene.lexicon)
        beside = beside if several else replace(beside, key=None)
    if office is None:
        return None
    if left is not None:
        first, outer = qualifier_before(plain, left.first, scene.lexicon)
        qualifier = outer or qualifier
    if right is not None and beside is right:
        last = right.last
    several = several or (right is not None and right.several)
    holder = None if several else _holder(scene, plain, first, last, right is not None)
    detail = Office(office, beside.key if beside and not (right and right.several) else None, None, qualifier)
    if holder is None:
        return first, last, detail
    start, stop, name = holder
    detail = replace(detail, holder=name.value, holder_span=(name.start, name.end))
    return min(first, start), max(last, stop), detail


def _half_of_day(doc: Doc, at: int, phrase: str) -> bool:
    """Tell whether a short form tells the time: it is written small, or stands behind a figure ("3 P.M.")."""
    if len(phrase) > _SHORT:
        return False
    return not doc[at].text[:1].isupper() or (at > 0 and doc[at - 1].pos_ == "NUM")


def _inside_a_name(scene: Scene, at: int) -> bool:
    """Tell whether an office's word is part of a name ("Chancellor House")."""
    return any(start <= at < end for start, (end, _) in scene.starts.items())


def _right(scene: Scene, plain: Sequence[str], end: int) -> Beside | None:
    """Return the jurisdiction that "of" joins to an office: a name (the last possessed), or "the region"."""
    if end >= len(plain) or plain[end] != "of":
        return None
    at = end + 1
    while at < len(plain) and plain[at] in _ARTICLES:
        at += 1
    words = office_words(scene.lexicon)
    if at < len(plain) and plain[at] in words.common and (at + 1 == len(plain) or plain[at + 1] != "of"):
        for rank in words.common[plain[at]]:
            if rank in scene.recent:
                return Beside(scene.recent[rank], rank, end, at + 1)
        return Beside(None, words.common[plain[at]][0], end, at + 1)
    while at < len(plain) and demonym(plain[at], scene.lexicon) and at not in scene.starts:
        at += 1
    if at not in scene.starts:
        return None
    stop, name = scene.starts[at]
    while (
        stop < len(plain)
        and plain[stop] in {"s", ""}
        and scene.doc[stop].text in _POSSESSIVE
        and stop + 1 in scene.starts
    ):
        stop, name = scene.starts[stop + 1]
    detail = name.detail
    assert isinstance(detail, Name)
    if detail.kind is NameKind.PERSON:
        return None
    several = stop + 1 < len(plain) and plain[stop] == "and" and _place_at(scene, stop + 1)
    return Beside(detail.key, level(detail, scene.lexicon), end, stop, several)


def _place_at(scene: Scene, at: int) -> bool:
    if at not in scene.starts:
        return False
    detail = scene.starts[at][1].detail
    return isinstance(detail, Name) and detail.kind is NameKind.PLACE


def _left(scene: Scene, first: int) -> Beside | None:
    """Return the jurisdiction right before an office: a name, a name's possessive, a demonym."""
    at = first
    if at and scene.doc[at - 1].text in _POSSESSIVE:
        at -= 1
    if at in scene.ends:
        start, name = scene.ends[at]
        detail = name.detail
        assert isinstance(detail, Name)
        if detail.kind is NameKind.PERSON:
            return None
        return Beside(detail.key, level(detail, scene.lexicon), start, first)
    for size in (2, 1):
        if at == first and at >= size:
            key = demonym(scene.doc[at - size : at].text, scene.lexicon)
            found = place(key, scene.lexicon) if key else None
            if found is not None:
                return Beside(found.key, found.kind, at - size, first)
    return None


def _holder(scene: Scene, plain: Sequence[str], first: int, last: int, told: bool) -> tuple[int, int, Mention] | None:
    """Return the person beside an office: right after it, in a closed apposition, or before a comma or "is"."""
    behind = last + title_at(plain, last, scene.lexicon)
    if behind in scene.starts and _is_person(scene.starts[behind][1]):
        return behind, scene.starts[behind][0], scene.starts[behind][1]
    if told and last < len(plain) and plain[last] == "," and last + 1 in scene.starts:
        stop, name = scene.starts[last + 1]
        closed = stop >= len(plain) or plain[stop] in {",", "", ")", ";"}
        if _is_person(name) and closed and not _listed(scene, plain, stop + 1):
            return last + 1, stop, name
    before = first
    while before > 0 and plain[before - 1] in _ARTICLES:
        before -= 1
    if before > 1 and plain[before - 1] in {",", "is", "("} and before - 1 in scene.ends:
        start, name = scene.ends[before - 1]
        if _is_person(name) and (told or first < before + 4) and plain[before - 1 : before] != [""]:
            closed = (
                last >= len(plain)
                or plain[last] in {",", "", ")", ";", "who", "and", "said"}
                or plain[before - 1] == "is"
            )
            return (start, last, name) if closed else None
    return None


def _listed(scene: Scene, plain: Sequence[str], at: int) -> bool:
    """Tell whether a list of persons goes on ("the president of France, Angela Merkel, and Mark Rutte")."""
    follows = at + 1 if at < len(plain) and plain[at] == "and" else at
    return follows in scene.starts and _is_person(scene.starts[follows][1])


def _is_person(name: Mention) -> bool:
    return isinstance(name.detail, Name) and name.detail.kind is NameKind.PERSON


def _coordinated(office: Office, first: int, before: Sequence[Found], plain: Sequence[str]) -> Office:
    """Return an office with the jurisdiction of the one before it ("French President A and Prime Minister B")."""
    if office.jurisdiction is not None or not before or office.holder is None:
        return office
    last = before[-1]
    if last.office.jurisdiction is None or last.office.holder is None or first == 0:
        return office
    joined = plain[first - 1] in {"and", ","} and first - 1 - last.last <= 1
    return replace(office, jurisdiction=last.office.jurisdiction) if joined else office


def _complete(found: Sequence[Found]) -> None:
    """Give a holder's office the jurisdiction that another mention of the same holder in that office has."""
    told: dict[tuple[str, str], set[str]] = {}
    for item in found:
        if item.office.holder and item.office.jurisdiction:
            told.setdefault((item.office.office, item.office.holder), set()).add(item.office.jurisdiction)
    for item in found:
        if item.office.holder and item.office.jurisdiction is None:
            known = told.get((item.office.office, item.office.holder), set())
            if len(known) == 1:
                item.office = replace(item.office, jurisdiction=min(known))


def _mention(found: Found) -> Mention:
    span = found.sentence.doc[found.first : found.last]
    office = found.office
    value = "|".join((office.office, office.jurisdiction or "", office.holder or ""))
    start = found.sentence.start
    return Mention(start + span.start_char, start + span.end_char, found.sentence.index, value, office)
