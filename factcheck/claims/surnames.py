"""Surnames that speak in an article without ever having been introduced: no given name, office or description."""

from collections.abc import Iterator
from functools import cache

import msgspec

from factcheck.claims.build import make_claim
from factcheck.domain import Claim, Kind, Mention, MentionKind, Name, NameKind
from factcheck.language.analysis import Analysis, Token
from factcheck.language.namewords import name_words, title_before
from factcheck.language.places import demonym, folded, place
from factcheck.language.syntax import is_full_verb, subjects
from factcheck.lexicon import Lexicon
from factcheck.rarity import is_common

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_INTRODUCING = frozenset({".", "the", "a", "-"})  # "Mr. Sidorov", "the Sidorov brothers"
_SHORTEST = 3  # letters


class SurnameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of surnames.yml."""

    pronouns: frozenset[str]
    known: frozenset[str]
    describing: frozenset[str]


@cache
def _words(lexicon: Lexicon) -> SurnameWords:
    return lexicon.load("surnames", SurnameWords)


def surname_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield a claim with the attribute "surname" for each surname that says something and is nowhere introduced.

    It stands at the first place where it speaks. Its sentence or the next one goes on with "he" or "she", which firms
    and agencies that speak are not.
    """
    speakers: dict[str, tuple[int, Token]] = {}
    for index, sentence in enumerate(analysis.sentences):
        for token in sentence.doc:
            known = token.text in speakers or not _speaks(token, analysis.lexicon)
            if not known and _may_be_a_surname(analysis, token, index) and _goes_on_as_a_person(analysis, token, index):
                speakers[token.text] = index, token
    introduced = _introduced(analysis, frozenset(speakers))
    for word, (index, token) in speakers.items():
        start = analysis.sentences[index].start + token.idx
        if word not in introduced:
            yield make_claim(
                analysis,
                Kind.NAME,
                "surname",
                start,
                start + len(token),
                index,
                subjects=(folded(word),),
                value=word,
            )


def _speaks(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a token is a name that is the subject of a verb of speech."""
    verb = token.head
    return (
        token.tag_ == "NNP"
        and token.text.istitle()
        and token.is_alpha
        and len(token) >= _SHORTEST
        and is_full_verb(verb)
        and verb.lemma_.lower() in name_words(lexicon).reporting
        and token in subjects(verb)
    )


def _may_be_a_surname(analysis: Analysis, token: Token, sentence: int) -> bool:
    """Tell whether a word is a name by itself that the lexicon does not know as anything else."""
    lexicon, start = analysis.lexicon, analysis.sentences[sentence].start + token.idx
    plain, words = folded(token.text), name_words(lexicon)
    if plain in words.given or plain in words.organisations or plain in words.titles | words.time_words:
        return False
    if plain in _words(lexicon).known or is_common(plain, lexicon) or analysis.in_title(start):
        return False
    if place(token.text, lexicon) is not None or demonym(token.text, lexicon) is not None:
        return False
    return all(
        _is_lone_surname(mention, start, len(token))
        for mention in analysis.of_kind(MentionKind.NAME, sentence=sentence)
        if mention.start <= start < mention.end
    )


def _is_lone_surname(mention: Mention, start: int, length: int) -> bool:
    name = mention.detail
    assert isinstance(name, Name)
    alone = (mention.start, mention.end) == (start, start + length) and name.given is None
    return alone and name.kind in {NameKind.PERSON, NameKind.OTHER}


def _goes_on_as_a_person(analysis: Analysis, token: Token, sentence: int) -> bool:
    """Tell whether "he" or "she" follows, in the sentence or the next, before any other name."""
    pronouns, speaks = _words(analysis.lexicon).pronouns, analysis.sentences[sentence].start + token.idx
    for whole in analysis.sentences[sentence : sentence + 2]:
        names = analysis.of_kind(MentionKind.NAME, sentence=whole.index)
        others = {name.start for name in names if name.value != folded(token.text)}
        for other in whole.doc:
            at = whole.start + other.idx
            if at > speaks and other.lower_ in pronouns:
                return True
            if at > speaks and at in others:
                return False
    return False


def _introduced(analysis: Analysis, surnames: frozenset[str]) -> frozenset[str]:
    """Return the surnames that stand anywhere beside what introduces them: a name, title, age or description."""
    written = {form: word for word in surnames for form in (word, f"{word}s", word.upper())}
    return frozenset(
        written[token.text]
        for sentence in (analysis.sentences if surnames else ())
        for token in sentence.doc
        if token.text in written and _introduces(token, analysis.lexicon)
    )


def _introduces(token: Token, lexicon: Lexicon) -> bool:
    doc, at = token.doc, token.i
    if title_before(doc, at, lexicon) is not None:
        return True
    before, behind = doc[max(0, at - 1) : at], doc[at + 1 : at + 3]
    if any(other.pos_ in _NOMINAL or other.text in _INTRODUCING or _is_name_like(other) for other in before):
        return True
    if any(other.pos_ == "PROPN" and other.text[:1].isupper() for other in behind[:1]):
        return True
    if len(behind) == 2 and behind[0].text in {",", "(", "-"}:
        return behind[1].is_digit or behind[1].lower_ in _words(lexicon).describing or behind[0].text != ","
    return False


def _is_name_like(token: Token) -> bool:
    """Tell whether a word within its sentence is written with a capital, whatever its tag ("Do Muoi")."""
    return token.i > 0 and token.text[:1].isupper()
