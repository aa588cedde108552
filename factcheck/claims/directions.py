"""In which part of a country, or in which direction from another place, a place is said to lie."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from factcheck.claims.build import make_claim
from factcheck.domain import Claim, Kind, Mention, MentionKind, Name, NameKind
from factcheck.language.analysis import Analysis
from factcheck.language.english import Sentence
from factcheck.language.places import country_of, demonym, folded, part_of, place
from factcheck.lexicon import Lexicon

_BETWEEN = 3  # words between a direction and the kind of place ("the northern Nigerian port city of ...")
_HYPHENED = 3  # tokens of "north-east"
_DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN"})
_JOINED = frozenset({"and", "or", "/", "-", "to", "–"})


class DirectionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of directions.yml."""

    degrees: dict[str, int]
    town: frozenset[str]
    region: frozenset[str]
    extended: frozenset[str]
    here: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """A direction in degrees, the place that it is a part of (None when it is not said), and the tokens that say so."""

    degrees: int
    whole: str | None
    first: int
    last: int
    kind: str | None = None


@cache
def direction_words(lexicon: Lexicon) -> DirectionWords:
    """Return directions.yml; raises RuleError when it is broken."""
    return lexicon.load("directions", DirectionWords)


@cache
def _degrees(lexicon: Lexicon) -> Mapping[str, int]:
    lines = [line.split() for line in lexicon.load("copies", dict[str, list[str]])["directions"]]
    known = direction_words(lexicon).degrees
    return {word: known[line[0]] for line in lines if line[0] in known for word in line}


def direction_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield a claim for each place that is said to lie in one part of a country or region.

    The subject is the place, the value the direction in degrees; the scope has "in:KEY", the country or region where it
    is said or known to lie, "kind:town" or "kind:region", and "known" for a place of the lexicon.
    """
    for index, sentence in enumerate(analysis.sentences):
        names = _names(analysis, index)
        for name in names.values():
            part = _part_of(sentence, name, names, analysis)
            if part is not None and _may_lie(name, part, analysis.lexicon):
                yield _claim(analysis, sentence, name, part)


def _claim(analysis: Analysis, sentence: Sentence, name: Mention, part: _Part) -> Claim:
    lexicon = analysis.lexicon
    whole = part.whole or country_of(name.value, lexicon)
    known = place(name.value, lexicon)
    kind = part.kind or (known and {"city": "town", "region": "region"}.get(known.kind)) or _own_kind(analysis, name)
    span = sentence.doc[part.first : part.last]
    return make_claim(
        analysis,
        Kind.PLACE,
        "direction",
        min(name.start, sentence.start + span.start_char),
        max(name.end, sentence.start + span.end_char),
        sentence.index,
        subjects=(name.value,),
        value=str(part.degrees),
        scope=(
            *([f"in:{whole}"] if whole else []),
            *([f"kind:{kind}"] if kind else []),
            *(["known"] if known is not None else []),
        ),
        keys=(f"lies:{name.value}",),
    )


def _names(analysis: Analysis, index: int) -> dict[int, Mention]:
    """Return the names of a sentence that may be places', by their first token."""
    found = {}
    for mention in analysis.of_kind(MentionKind.NAME, sentence=index):
        span = analysis.span(mention.start, mention.end, index)
        if isinstance(mention.detail, Name) and mention.detail.kind in {NameKind.PLACE, NameKind.OTHER} and span:
            found[span.start] = mention
    return found


def _own_kind(analysis: Analysis, name: Mention) -> str | None:
    last = folded(analysis.article.text[name.start : name.end]).split()[-1]
    words = direction_words(analysis.lexicon)
    return "town" if last in words.town else "region" if last in words.region else None


def _may_lie(name: Mention, part: _Part, lexicon: Lexicon) -> bool:
    """Tell whether a place can lie in one part of the other: not vast, no direction itself, and not elsewhere."""
    words = set(name.value.replace("-", " ").split())
    if words & (direction_words(lexicon).extended | _degrees(lexicon).keys()):
        return False
    known = place(name.value, lexicon)
    if known is not None and known.kind == "country":
        return False
    if part.whole is None:
        return True
    if country_of(part.whole, lexicon) is None or part.whole == name.value:
        return False
    return known is None or part_of(name.value, part.whole, lexicon)


# The forms of words


def _part_of(sentence: Sentence, name: Mention, names: Mapping[int, Mention], analysis: Analysis) -> _Part | None:
    """Return the part of a country in which a name's place is said to lie."""
    span = analysis.span(name.start, name.end, sentence.index)
    if span is None:
        return None
    reading = _Sentence(sentence, names, analysis)
    return (
        reading.possessed(span.start)
        or reading.kind_before(span.start, span.end)
        or reading.behind(span.start, span.end)
        or reading.kind_behind(span.end)
    )


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence's tokens and its names by first token."""

    sentence: Sentence
    names: Mapping[int, Mention]
    analysis: Analysis

    def word(self, at: int) -> str:
        """Return a token in lower case, "" outside of the sentence."""
        doc = self.sentence.doc
        return doc[at].lower_ if 0 <= at < len(doc) else ""

    def possessed(self, start: int) -> _Part | None:
        """Read "western Norway's Bergen"."""
        if self.word(start - 1) not in {"'s", "’s"}:
            return None
        first = next((at for at in self.names if self._end(at) == start - 1), None)
        direction = self._direction_before(first) if first is not None else None
        if direction is None or first is None:
            return None
        return _Part(direction[0], self.names[first].value, direction[1], start)

    def kind_before(self, start: int, end: int) -> _Part | None:
        """The northern Nigerian city of Kano; the northern city of Kano in Nigeria."""
        kind = self._kind(start - 2) if self.word(start - 1) == "of" else None
        if kind is None:
            return None
        whole: str | None = None
        for at in range(start - 2, start - 3 - _BETWEEN, -1):
            direction = self._direction_before(at)
            if direction is not None:
                return _Part(direction[0], whole or self._whole_behind(end), direction[1], start, kind)
            if at < 1 or self.sentence.doc[at - 1].pos_ not in _DESCRIBING:
                return None
            whole = whole or self._whole_at(at - 1)
        return None

    def behind(self, start: int, end: int) -> _Part | None:
        """Kano in northern Nigeria; in Kano, northern Nigeria; Kano, in the north of Nigeria."""
        comma = self.word(end) == ","
        at = end + comma
        located = self.word(at) == "in"
        if not located and (not comma or self.word(start - 1) not in direction_words(self.analysis.lexicon).here):
            return None
        if self._unplaced(start):
            return None
        at += located
        at += self.word(at) == "the"
        direction = self._direction_at(at)
        if direction is None:
            return None
        degrees, at = direction
        at += self.word(at) == "of"
        name = self.names.get(at)
        if name is None or (not located and self.word(self._end(at)) in {*_JOINED, ""}):
            return None
        return _Part(degrees, name.value, end, self._end(at))

    def kind_behind(self, end: int) -> _Part | None:
        """Kano, a northern city."""
        if self.word(end) != "," or self.word(end + 1) not in {"a", "the"}:
            return None
        direction = self._direction_at(end + 2)
        if direction is None:
            return None
        degrees, at = direction
        whole = self._whole_at(at)
        at += whole is not None
        kind = self._kind(at)
        return _Part(degrees, whole, end, at + 1, kind) if kind is not None else None

    def _whole_behind(self, end: int) -> str | None:
        """Return what a place is said to lie in right behind it ("Kano, Nigeria", "Kano in Nigeria")."""
        name = self.names.get(end + 1) if self.word(end) in {"in", ","} else None
        return name.value if name is not None and country_of(name.value, self.analysis.lexicon) else None

    def _unplaced(self, start: int) -> bool:
        """Tell whether a name that the lexicon does not know stands where no place does ("met Kabila in ...")."""
        known = self.names[start].detail
        before = self.word(start - 1)
        is_place = isinstance(known, Name) and known.kind is NameKind.PLACE
        return not is_place and before not in direction_words(self.analysis.lexicon).here

    def _whole_at(self, at: int) -> str | None:
        """Return the country of a demonym, or the place of one word named at a token."""
        if at in self.names and self._end(at) == at + 1:
            return self.names[at].value
        doc = self.sentence.doc
        return (
            demonym(doc[at].text, self.analysis.lexicon) if 0 <= at < len(doc) and doc[at].text[0].isupper() else None
        )

    def _kind(self, at: int) -> str | None:
        words = direction_words(self.analysis.lexicon)
        return "town" if self.word(at) in words.town else "region" if self.word(at) in words.region else None

    def _end(self, at: int) -> int:
        name = self.names[at]
        span = self.analysis.span(name.start, name.end, self.sentence.index)
        return span.end if span is not None else at + 1

    def _direction_at(self, at: int) -> tuple[int, int] | None:
        """Return the degrees of a direction that begins at a token and where it ends; None for one of two joined."""
        known = _degrees(self.analysis.lexicon)
        for size in (_HYPHENED, 1):
            text = self._text(at, at + size)
            if text in known and not self._joined(at - 1, at + size):
                return known[text], at + size
        return None

    def _direction_before(self, end: int) -> tuple[int, int] | None:
        """Return the degrees of a direction that ends before a token, and where it begins."""
        known = _degrees(self.analysis.lexicon)
        for size in (_HYPHENED, 1):
            text = self._text(end - size, end)
            if text in known and not self._joined(end - size - 1, end):
                return known[text], end - size
        return None

    def _text(self, first: int, last: int) -> str:
        """Return some tokens in lower case; "" where a capital within the sentence makes them a part of a name."""
        text = self.sentence.doc[first:last].text if first >= 0 else ""
        return text.lower() if text.islower() or first == 0 else ""

    def _joined(self, before: int, after: int) -> bool:
        return self.word(before) in _JOINED or self.word(after) in _JOINED
