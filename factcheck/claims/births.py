"""Claims of a person's age and year of birth: "Rosa Quispe, 68, was born in 1957"."""

from collections.abc import Iterator

from factcheck.claims.build import make_claim
from factcheck.claims.frames import is_quoted
from factcheck.domain import Claim, Kind, Mention, MentionKind, Name, NameKind, Operand, Quantity, QuantityKind, Time
from factcheck.language.analysis import Analysis, Token
from factcheck.language.syntax import described, subjects

_REACH = 60  # characters from "born" to the year
_BEHIND_NAME = 3  # characters from a name to the age behind it: "Rosa Quispe, 68"


def birth_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield each year of birth with an age of the same person (roles born, age; the subject is the person's key).

    The age stands in the same sentence, with at most one person, or behind the person's name in another one.
    """
    for sentence in analysis.sentences:
        for token in sentence.doc:
            if token.lower_ == "born" and not is_quoted(analysis, sentence.start + token.idx):
                born = _year_of_birth(analysis, sentence.index, sentence.start + token.idx)
                person = _person(analysis, token, sentence.index)
                age = _age(analysis, sentence.index, person) if born is not None and person is not None else None
                if born is not None and age is not None:
                    yield _claim(analysis, born, age, person or "")


def _claim(analysis: Analysis, born: Mention, age: Mention, person: str) -> Claim:
    assert isinstance(born.detail, Time)
    assert isinstance(age.detail, Quantity)
    places = [analysis.locate(mention.start, mention.end, mention.sentence, mention.value) for mention in (age, born)]
    return make_claim(
        analysis,
        Kind.DATE,
        "born",
        born.start,
        born.end,
        born.sentence,
        subjects=(person,) if person else (),
        when=born.detail,
        quantity=age.detail,
        value=f"{born.value}:{age.value}",
        operands=(Operand("age", places[0], quantity=age.detail), Operand("born", places[1], time=born.detail)),
    )


def _year_of_birth(analysis: Analysis, sentence: int, born: int) -> Mention | None:
    """Return the time directly behind "born" that names its year, places and prepositions between them."""
    for mention in analysis.of_kind(MentionKind.TIME, sentence=sentence):
        if mention.start > born and isinstance(mention.detail, Time):
            span = analysis.span(born, mention.start, sentence)
            near = mention.start - born <= _REACH and span is not None
            plain = near and span is not None and not any(token.pos_ in {"VERB", "AUX"} for token in span[1:])
            written = mention.detail.year_written and mention.detail.days is not None
            return mention if plain and written else None
    return None


def _person(analysis: Analysis, born: Token, sentence: int) -> str | None:
    """Return the key of whoever was born: "" for one only described, None when it may be another than the one named."""
    people = _people(analysis, sentence)
    if len(people) > 1:
        return None
    noun = described(born)
    found = [noun] if noun is not None else subjects(born)
    if any(token.pos_ == "NOUN" and "old" not in token.text and not _has_age(token) for token in found):
        return None
    if people:
        return people[0]
    if any(token.lower_ in {"he", "she"} for token in found) and sentence:
        before = _people(analysis, sentence - 1)
        return before[0] if len(before) == 1 else None
    return ""


def _has_age(token: Token) -> bool:
    return any(child.text.endswith("old") for child in token.children)


def _people(analysis: Analysis, sentence: int) -> list[str]:
    keys = {
        mention.detail.key
        for mention in analysis.of_kind(MentionKind.NAME, sentence=sentence)
        if isinstance(mention.detail, Name) and mention.detail.kind is NameKind.PERSON
    }
    return sorted(keys)


def _age(analysis: Analysis, sentence: int, person: str) -> Mention | None:
    """Return the age that is told of a person now; None where there are none or several."""
    here = [age for age in _ages(analysis, sentence) if _is_told_now(analysis, age)]
    if here:
        return here[0] if len(here) == 1 else None
    if not person:
        return None
    behind = [age for age in _all_ages(analysis) if _is_told_now(analysis, age) and _follows(analysis, age, person)]
    return behind[0] if len({age.value for age in behind}) == 1 else None


def _all_ages(analysis: Analysis) -> Iterator[Mention]:
    for sentence in analysis.sentences:
        yield from _ages(analysis, sentence.index)


def _ages(analysis: Analysis, sentence: int) -> Iterator[Mention]:
    for mention in analysis.of_kind(MentionKind.QUANTITY, sentence=sentence):
        if isinstance(mention.detail, Quantity) and mention.detail.kind is QuantityKind.AGE:
            yield mention


def _is_told_now(analysis: Analysis, age: Mention) -> bool:
    """Tell whether an age is today's: written "68-year-old" or in commas, in a sentence that tells of no other year."""
    text = analysis.article.text
    written = text[age.start : age.end].endswith("old") or text[max(0, age.start - 2) : age.start] in {", ", " ("}
    published = analysis.article.published
    if not written or published is None or published.days is None:
        return False
    years = [
        mention.detail.days.first.year
        for mention in analysis.of_kind(MentionKind.TIME, sentence=age.sentence)
        if isinstance(mention.detail, Time) and mention.detail.days is not None and not _is_birth(analysis, mention)
    ]
    return all(year == published.days.first.year for year in years)


def _is_birth(analysis: Analysis, time: Mention) -> bool:
    before = analysis.article.text[analysis.sentences[time.sentence].start : time.start]
    return "born" in before.lower()[-_REACH:]


def _follows(analysis: Analysis, age: Mention, person: str) -> bool:
    """Tell whether an age stands directly behind a person's name."""
    return any(
        isinstance(name.detail, Name) and name.detail.key == person and 0 < age.start - name.end <= _BEHIND_NAME
        for name in analysis.of_kind(MentionKind.NAME, sentence=age.sentence)
    )
