"""Entries into offices and departures from them: "He became the head of the region in September"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.domain import Mention, Modality, Name, NameKind, Office, Time
from factcheck.language.analysis import Analysis, Token
from factcheck.language.english import Sentence
from factcheck.language.officewords import succession_verbs
from factcheck.language.syntax import (
    VerbGroup,
    is_adverbial_of,
    is_predicate,
    modality,
    objects,
    predicate,
    preposition,
    subjects,
    verb_group,
)

_PRONOUNS = frozenset({"he", "she"})


@dataclass(frozen=True, slots=True)
class Succession:
    """That somebody holds an office, or (by `aspect`) that he or she entered or left it, with the time told."""

    start: int
    end: int
    sentence: int
    office: Office
    holder: str
    aspect: str | None = None
    when: Time | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence's mentions, apart by what they name, and those of the sentence before in the same paragraph."""

    sentence: Sentence
    names: tuple[Mention, ...]
    offices: tuple[Mention, ...]
    times: tuple[Mention, ...]
    before: "Scene | None"


def successions(analysis: Analysis) -> Iterator[Succession]:
    """Yield the successions that the article tells as happened, in the order of the text.

    The office is the one that the verb governs; without one, the one that the article gives to the person who leaves.
    """
    verbs = succession_verbs(analysis.lexicon)
    held: dict[str, Office] = {}
    for scene in _scenes(analysis):
        for mention in scene.offices:
            office = mention.detail
            if isinstance(office, Office) and office.holder and office.jurisdiction:
                held[office.holder] = office
        for verb in scene.sentence.doc:
            if verb.lemma_.lower() in verbs and is_predicate(verb):
                yield from _told(analysis, scene, verb, verbs[verb.lemma_.lower()], held)


def _scenes(analysis: Analysis) -> Iterator[Scene]:
    names: dict[int, list[Mention]] = {}
    offices: dict[int, list[Mention]] = {}
    times: dict[int, list[Mention]] = {}
    for mention in analysis.mentions:
        kind = mention.detail
        if isinstance(kind, Name) and kind.kind is NameKind.PERSON:
            names.setdefault(mention.sentence, []).append(mention)
        elif isinstance(kind, Office):
            offices.setdefault(mention.sentence, []).append(mention)
        elif isinstance(kind, Time):
            times.setdefault(mention.sentence, []).append(mention)
    before: Scene | None = None
    for sentence in analysis.sentences:
        at = sentence.index
        if before is not None and before.sentence.paragraph != sentence.paragraph:
            before = None
        persons = tuple(names.get(at, ()))
        scene = Scene(sentence, persons, tuple(offices.get(at, ())), tuple(times.get(at, ())), before)
        before = Scene(sentence, persons, scene.offices, scene.times, None)
        yield scene


def _told(
    analysis: Analysis, scene: Scene, verb: Token, change: tuple[str, str], held: dict[str, Office]
) -> Iterator[Succession]:
    """Yield what one verb tells."""
    group = verb_group(verb)
    if modality(group) is not Modality.HAPPENED:
        return
    changes = list(_changes(scene, group, change))
    governed = _governed(analysis, scene, verb, [holder for _, holder in changes])
    if governed is not None:
        office, start, end = governed
    else:
        leaver = next((holder for aspect, holder in changes if aspect == "ended" and holder in held), None)
        if leaver is None or (change[0] == "ended" and verb.lemma_.lower() == "step" and not _down(verb)):
            return
        office = replace(held[leaver], qualifier=None)
        start = scene.sentence.start + verb.idx
        end = start + len(verb.text)
    when = _when(analysis, scene, verb)
    for aspect, holder in changes:
        yield Succession(start, end, scene.sentence.index, office, holder, aspect, when)


def _down(verb: Token) -> bool:
    return any(child.lower_ in {"down", "aside"} for child in verb.children)


def _governed(analysis: Analysis, scene: Scene, verb: Token, holders: list[str]) -> tuple[Office, int, int] | None:
    """Return the office that a verb governs, with the span from verb to office; not one that its subject has."""
    at = scene.sentence.start + verb.idx
    for mention in scene.offices:
        office = mention.detail
        span = analysis.span(mention.start, mention.end, scene.sentence.index)
        if not isinstance(office, Office) or not office.jurisdiction or span is None:
            continue
        if office.holder in holders and mention.end <= at:
            continue
        if predicate(span.root) == verb or span.root == verb or verb in (span.root.head, *_participles(span.root)):
            return office, min(at, mention.start), max(at + len(verb.text), mention.end)
    return None


def _participles(noun: Token) -> list[Token]:
    """Return the verbs that the parse hangs on an office's noun like adjectives ("was elected president")."""
    return [child for child in noun.children if is_predicate(child)]


def _changes(scene: Scene, group: VerbGroup, change: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what changes for whom: ("began", holder), ("ended", holder)."""
    aspect, whose = change
    subject = next((key for token in subjects(group.head) if (key := _person(scene, token))), None)
    object_ = next((key for token in objects(group.head) if (key := _person(scene, token))), None)
    if aspect == "exchange":
        if group.passive:
            subject, object_ = _agent(scene, group.head), subject
        if subject:
            yield "began", subject
        if object_:
            yield "ended", object_
        return
    holder = subject if whose == "subject" or group.passive else object_
    if holder:
        yield aspect, holder


def _agent(scene: Scene, verb: Token) -> str | None:
    for token in verb.subtree:
        if token.i > verb.i and preposition(token) == "by" and (key := _person(scene, token)):
            return key
    return None


def _person(scene: Scene, token: Token) -> str | None:
    """Return the key of the person whom a token's phrase names first, or whom its pronoun means."""
    if token.lower_ in _PRONOUNS:
        return _meant(scene)
    at = scene.sentence.start + token.idx
    phrase = token.doc[token.left_edge.i : token.right_edge.i + 1]
    first, last = scene.sentence.start + phrase.start_char, scene.sentence.start + phrase.end_char
    for name in scene.names:
        if name.start <= at < name.end:
            return name.value
    for office in scene.offices:
        detail = office.detail
        if isinstance(detail, Office) and detail.holder and office.start <= at < office.end:
            return detail.holder
    inside = [name.value for name in scene.names if first <= name.start and name.end <= last]
    return inside[0] if len(inside) == 1 else None


def _meant(scene: Scene) -> str | None:
    """Return whom "he" or "she" means: the one subject or office holder of the sentence before, in the paragraph."""
    before = scene.before
    if before is None:
        return None
    holders = [office.detail.holder for office in before.offices if isinstance(office.detail, Office)]
    acting = [
        key
        for verb in before.sentence.doc
        if is_predicate(verb)
        for token in subjects(verb)
        if token.lower_ not in _PRONOUNS and (key := _person(before, token))
    ]
    meant = {key for key in (*acting[-1:], *holders[-1:]) if key}
    if not meant:
        meant = {name.value for name in before.names}
    return meant.pop() if len(meant) == 1 else None


def _when(analysis: Analysis, scene: Scene, verb: Token) -> Time | None:
    """Return the time that is the verb's adverbial, the nearest to it; None when none is told."""
    best: tuple[int, Time] | None = None
    for mention in scene.times:
        time = mention.detail
        span = analysis.span(mention.start, mention.end, mention.sentence)
        if not isinstance(time, Time) or time.type not in {"DATE", "TIME"} or span is None:
            continue
        if not is_adverbial_of(span.root, verb) and predicate(span.root) != verb and verb.head != span.root.head:
            continue
        distance = abs(span.root.i - verb.i)
        if best is None or distance < best[0]:
            best = (distance, time)
    return best[1] if best else None
