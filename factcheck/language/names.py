"""Names of persons, places and organisations, each with one key: from capitals, titles and the lexicon alone."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.domain import Article, Mention, Name, NameKind
from factcheck.language.capitals import Stretch, is_headline, phrase_size, stretches
from factcheck.language.english import Sentence
from factcheck.language.namekeys import People, acronym_of, name_key, person_parts
from factcheck.language.namewords import NameWords, name_words
from factcheck.language.places import folded, place
from factcheck.language.tokens import Doc
from factcheck.lexicon import Lexicon

_LONGEST_PERSON = 6
_APART = 3
_LONGEST_REPORTING = 4


@dataclass(slots=True)
class Candidate:
    """A stretch on its way to a mention."""

    sentence: Sentence
    stretch: Stretch
    text: str
    words: list[str]
    kind: NameKind
    key: str
    given: str | None = None
    surname: str | None = None
    headline: bool = False

    @property
    def evident(self) -> bool:
        """Tell whether the capitals prove a name by themselves."""
        return not self.stretch.doubtful


def name_mentions(article: Article, sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Mention]:
    """Return the names of an article in the order of the text; a mention's value is its key.

    A surname alone takes the key of the one person of that surname whom the article names in full; where there are two,
    it keeps the surname as its key.
    """
    found = [
        _candidate(sentence, stretch, headline, lexicon)
        for sentence in sentences
        for headline in [is_headline(sentence.doc)]
        for stretch in stretches(sentence.doc, lexicon, headline=headline)
    ]
    _join_abbreviations(found)
    people = People(
        [(candidate.given, candidate.surname, candidate.words) for candidate in found if _full_person(candidate)],
        lexicon,
    )
    found = [part for candidate in found for part in _apart(candidate, people, lexicon)]
    seen = _seen(found)
    common = frozenset(token.text for sentence in sentences for token in sentence.doc if token.text.islower())
    for candidate in found:
        _resolve(candidate, people, lexicon)
    counts = Counter(candidate.key for candidate in found)
    kept = [candidate for candidate in found if _is_name(candidate, seen, common, counts, people, lexicon)]
    _one_kind(kept)
    return [_mention(candidate) for candidate in kept]


def _candidate(sentence: Sentence, stretch: Stretch, headline: bool, lexicon: Lexicon) -> Candidate:
    doc = sentence.doc
    text = doc[stretch.first : stretch.last].text
    words = [folded(token.text) for token in doc[stretch.first : stretch.last] if token.text != "-"]
    kind = _kind(doc, stretch, text, words, lexicon)
    candidate = Candidate(sentence, stretch, text, words, kind, "", headline=headline)
    if kind is NameKind.PERSON:
        candidate.given, candidate.surname = person_parts(text, lexicon)
        candidate.key = " ".join(filter(None, (candidate.given, candidate.surname)))
    else:
        candidate.key = name_key(text, kind, lexicon)
    return candidate


def _kind(doc: Doc, stretch: Stretch, text: str, plain: list[str], lexicon: Lexicon) -> NameKind:
    """Return what a stretch names, by the lexicon, its own words and what stands around it."""
    words = name_words(lexicon)
    name = folded(text)
    person = _person_evidence(doc, stretch, plain, lexicon)
    if name in words.organisations:
        return NameKind.ORGANISATION
    if place(text, lexicon) is not None and not (stretch.titled and stretch.titled in words.courtesy):
        return NameKind.PLACE
    if plain[0] in words.given and person and len(plain) <= _LONGEST_PERSON and not _organisation(plain, words):
        return NameKind.PERSON
    if _organisation(plain, words):
        return NameKind.ORGANISATION
    if _place_words(doc, stretch, plain, words):
        return NameKind.PLACE
    if person and len(plain) <= _LONGEST_PERSON and not any(word in {"of", "for", "&", "and"} for word in plain):
        return NameKind.PERSON
    return NameKind.OTHER


def _organisation(plain: list[str], words: NameWords) -> bool:
    if len(plain) > 1 and (plain[-1] in words.heads or plain[-1] in words.suffixes or plain[0] in words.head_first):
        return True
    return any(word in words.heads and after in {"of", "for"} for word, after in pairwise(plain))


def _place_words(doc: Doc, stretch: Stretch, plain: list[str], words: NameWords) -> bool:
    if len(plain) > 1 and (plain[-1] in words.kinds or plain[-1] in words.features or plain[0] in words.feature_first):
        return True
    if len(plain) > 2 and plain[1] == "of" and (plain[0] in words.kinds or plain[0] in words.features):
        return True
    if stretch.last < len(doc) and doc[stretch.last].text in words.feature_after and not stretch.titled:
        return not doc[stretch.first].is_upper and (len(plain) == 1 or plain[0] not in words.given)
    before = [token.lower_ for token in doc[max(0, stretch.first - 2) : stretch.first]]
    return len(before) == 2 and before[1] == "of" and before[0] in words.introduce


def _person_evidence(doc: Doc, stretch: Stretch, plain: list[str], lexicon: Lexicon) -> bool:
    """Tell whether a title, a given name, an age, an apposition or a reporting verb shows that a name is a person's."""
    words = name_words(lexicon)
    if stretch.titled and not (stretch.titled in words.ambiguous_titles and plain[0] not in words.given):
        return True
    size = sum(word not in words.particles for word in plain)
    if size >= 2 and (plain[0] in words.given or plain[0] in words.surname_first):
        return True
    if size >= 2 and " ".join(token.lower_ for token in doc[max(0, stretch.first - 2) : stretch.first]) in words.agents:
        return True
    if _apposition(doc, stretch.last, size, words):
        return True
    return (
        2 <= size <= _LONGEST_REPORTING
        and not phrase_size(doc, stretch.first, lexicon)
        and _reports(doc, stretch, words)
        and not doc[stretch.first].is_upper
    )


def _apposition(doc: Doc, after: int, size: int, words: NameWords) -> bool:
    if after + 2 >= len(doc) or doc[after].text != ",":
        return False
    if doc[after + 1].is_digit and len(doc[after + 1].text) == 2 and doc[after + 2].text in {",", ".", ")"}:
        return True
    if doc[after + 1].lower_ in {"who", "whose"}:
        return True
    return size >= 2 and any(token.lower_ in words.follows for token in doc[after + 1 : after + 1 + _APART])


def _reports(doc: Doc, stretch: Stretch, words: NameWords) -> bool:
    after = stretch.last + (stretch.last < len(doc) and doc[stretch.last].tag_ == "RB")
    beside = [*doc[max(0, stretch.first - 1) : stretch.first], *doc[after : after + 1]]
    return any(token.lemma_.lower() in words.reporting and token.tag_.startswith("VB") for token in beside)


def _full_person(candidate: Candidate) -> bool:
    return candidate.kind is NameKind.PERSON and candidate.given is not None and candidate.surname is not None


def _apart(candidate: Candidate, people: People, lexicon: Lexicon) -> list[Candidate]:
    """Return a place and a known person's surname that stand side by side ("visit in Vietnam Rubin") as two names."""
    doc, stretch = candidate.sentence.doc, candidate.stretch
    size = phrase_size(doc, stretch.first, lexicon)
    if candidate.kind is not NameKind.OTHER or not 0 < size < stretch.last - stretch.first:
        return [candidate]
    rest = replace(stretch, first=stretch.first + size)
    person = _candidate(candidate.sentence, rest, candidate.headline, lexicon)
    if people.whole(person.words) is None:
        return [candidate]
    return [_candidate(candidate.sentence, replace(stretch, last=rest.first), candidate.headline, lexicon), person]


def _seen(found: Sequence[Candidate]) -> frozenset[str]:
    """Return the words of all names whose capitals prove them."""
    return frozenset(word for candidate in found if candidate.evident for word in candidate.words)


def _is_name(
    candidate: Candidate,
    seen: frozenset[str],
    common: frozenset[str],
    counts: Mapping[str, int],
    people: People,
    lexicon: Lexicon,
) -> bool:
    words = name_words(lexicon)
    alone = len(candidate.words) == 1 or candidate.kind is not NameKind.ORGANISATION
    if alone and all(word in words.never_alone for word in candidate.words) and not candidate.stretch.known:
        return False
    if all(len(word) <= (2 if "." in candidate.text else 1) for word in candidate.words):
        return candidate.stretch.known
    if candidate.evident or candidate.stretch.known:
        return _proper(candidate, words)
    if candidate.headline:
        return candidate.key in people.keys or all(word in seen or word in words.joins for word in candidate.words)
    if candidate.kind is NameKind.PERSON or len(candidate.words) > 1:
        return True
    token = candidate.sentence.doc[candidate.stretch.first]
    lower = token.lower_
    if candidate.words[0] in seen or token.is_upper:
        return True
    twice = counts[candidate.words[0]] > 1
    return twice and token.tag_ in {"NNP", "NNPS"} and not {lower, lower.removesuffix("s"), f"{lower}s"} & common


def _proper(candidate: Candidate, words: NameWords) -> bool:
    """Tell a name from a common word that only begins a sentence: known places need a proper noun's tag there."""
    token = candidate.sentence.doc[candidate.stretch.first]
    if candidate.stretch.doubtful and len(candidate.words) == 1:
        return token.tag_ in {"NNP", "NNPS", "NN", "JJ", "FW"} or token.is_upper
    return True


def _resolve(candidate: Candidate, people: People, lexicon: Lexicon) -> None:
    """Give a name the key of the person it means, by its surname or because it is a person's elsewhere."""
    if candidate.kind is NameKind.PERSON:
        candidate.given, candidate.surname = people.complete(candidate.given, candidate.surname)
    elif candidate.kind is NameKind.OTHER or (candidate.kind is NameKind.PLACE and _surname_rather(candidate, lexicon)):
        whole = people.whole(candidate.words)
        if whole is None:
            return
        candidate.kind = NameKind.PERSON
        candidate.given, candidate.surname = whole
    else:
        return
    candidate.key = " ".join(filter(None, (candidate.given, candidate.surname)))


def _surname_rather(candidate: Candidate, lexicon: Lexicon) -> bool:
    """Tell whether the name of a place may be a person's surname: it does not stand where places stand."""
    first = candidate.stretch.first
    before = candidate.sentence.doc[first - 1].lower_ if first else ""
    return len(candidate.words) == 1 and before not in name_words(lexicon).locative


def _join_abbreviations(found: Sequence[Candidate]) -> None:
    """Give an abbreviation in all the article the key of the long form beside it, one of them in brackets."""
    keys: dict[str, tuple[str, NameKind]] = {}
    for long, short in pairwise(found):
        if long.sentence is not short.sentence:
            continue
        doc = long.sentence.doc
        if short.stretch.first - long.stretch.last != 1 or doc[long.stretch.last].text != "(":
            continue
        if long.kind is not NameKind.PERSON and acronym_of(short.text, long.words):
            keys.setdefault(short.text, (long.key, long.kind))
        elif short.kind is not NameKind.PERSON and acronym_of(long.text, short.words):
            keys.setdefault(long.text, (short.key, short.kind))
    for candidate in found:
        if candidate.text in keys and candidate.kind is not NameKind.PERSON:
            candidate.key, candidate.kind = keys[candidate.text]


def _one_kind(found: Sequence[Candidate]) -> None:
    """Give the mentions of one key one kind: a person's, else a place's, else an organisation's."""
    order = [NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION, NameKind.OTHER]
    best: dict[str, NameKind] = {}
    for candidate in found:
        best[candidate.key] = min(best.get(candidate.key, NameKind.OTHER), candidate.kind, key=order.index)
    for candidate in found:
        if candidate.kind is NameKind.OTHER:
            candidate.kind = best[candidate.key]


def _mention(candidate: Candidate) -> Mention:
    sentence, stretch = candidate.sentence, candidate.stretch
    span = sentence.doc[stretch.first : stretch.last]
    return Mention(
        start=sentence.start + span.start_char,
        end=sentence.start + span.end_char,
        sentence=sentence.index,
        value=candidate.key,
        detail=Name(candidate.kind, candidate.key, candidate.given, candidate.surname),
    )
