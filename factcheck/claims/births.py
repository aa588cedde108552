"""Claims of a person's age and date of birth: "Rosa Quispe, 68, was born in 1957"."""

from collections.abc import Iterator

from factcheck.claims.build import make_claim
from factcheck.claims.deaths import PRONOUNS, age_at_death, ages, people
from factcheck.claims.frames import is_quoted
from factcheck.domain import Claim, Kind, Mention, MentionKind, Name, Operand, Quantity, Time
from factcheck.language.analysis import Analysis, Token
from factcheck.language.places import folded
from factcheck.language.syntax import described, subjects

_REACH = 80  # characters from "born" to the year
_BEHIND_NAME = 3  # characters from a name to the age behind it: "Rosa Quispe, 68"


def birth_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield each date of birth with an age of the same person (roles born, age; the subject is the person's key).

    The age stands in the same sentence, with at most one person, behind the person's name in another one, or is that of
    the person's death, which the lead tells.
    """
    died = age_at_death(analysis)
    for sentence in analysis.sentences:
        for token in sentence.doc:
            if token.lower_ == "born" and not is_quoted(analysis, sentence.start + token.idx):
                born = _year_of_birth(analysis, sentence.index, sentence.start + token.idx)
                person = _person(analysis, token, sentence.index, died[0] if died is not None else None)
                age = _age(analysis, sentence.index, person, died) if born is not None and person is not None else None
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


def _person(analysis: Analysis, born: Token, sentence: int, died: str | None) -> str | None:
    """Return the key of whoever was born: "" for one only described, None when it may be another than the one named.

    "She", and whoever a sentence is of that opens with "Born in", is the one person named last.
    """
    here = _keys(analysis, sentence)
    noun = described(born)
    found = [noun] if noun is not None else subjects(born)
    if any(token.lower_ in PRONOUNS for token in found) or (not here and _opens_hers(born)):
        before = next(filter(None, (_keys(analysis, at) for at in range(sentence - 1, max(-1, sentence - 3), -1))), [])
        return before[0] if len(before) == 1 and (not here or here == before or _is_birth_name(born, here)) else None
    if len(here) > 1:
        return None
    if not here and died is not None and [folded(token.text) for token in found] == died.split()[-1:]:
        return died  # a surname that begins its sentence is not always taken for a name
    if any(token.pos_ == "NOUN" and "old" not in token.text and not _has_age(token) for token in found):
        return None
    return here[0] if here else ""


def _opens_hers(born: Token) -> bool:
    """Tell whether "Born in Lima" opens a sentence whose first clause is his or hers: "..., she studied law"."""
    commas = (token.i for token in born.doc if token.text == ",")
    return born.i == 0 and any(born.doc[at + 1].lower_ in PRONOUNS for at in commas if at + 1 < len(born.doc))


def _is_birth_name(born: Token, people: list[str]) -> bool:
    """Tell whether the only name of a sentence stands behind "born": "She was born Rosa Maria Quispe in ..."."""
    following = born.doc[born.i + 1].lower_ if born.i + 1 < len(born.doc) else ""
    return len(people) == 1 and people[0].split()[0] == following


def _has_age(token: Token) -> bool:
    return any(child.text.endswith("old") for child in token.children)


def _keys(analysis: Analysis, sentence: int) -> list[str]:
    return sorted({name.detail.key for name in people(analysis, sentence) if isinstance(name.detail, Name)})


def _age(analysis: Analysis, sentence: int, person: str, died: tuple[str, Mention] | None) -> Mention | None:
    """Return the age that is told of a person now, or at a death just told; None where there are none or several."""
    if died is not None and died[0] == person:
        return died[1]
    here = [age for age in ages(analysis, sentence) if _is_told_now(analysis, age)]
    if here:
        return here[0] if len(here) == 1 else None
    if not person:
        return None
    behind = [age for age in _all_ages(analysis) if _is_told_now(analysis, age) and _follows(analysis, age, person)]
    return behind[0] if len({age.value for age in behind}) == 1 else None


def _all_ages(analysis: Analysis) -> Iterator[Mention]:
    for sentence in analysis.sentences:
        yield from ages(analysis, sentence.index)


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
