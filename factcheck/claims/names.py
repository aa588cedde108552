"""Names as claims: how an article spells what it names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.claims.build import make_claim
from factcheck.domain import Claim, Kind, Mention, MentionKind, Name, NameKind
from factcheck.language.analysis import Analysis
from factcheck.language.namewords import title_before
from factcheck.language.places import folded

_UNSTABLE = re.compile(r"[aeiouyjhw]|[^a-z]")
_DOUBLED = re.compile(r"(.)\1+")
_LONGEST_BYLINE = 12


@dataclass(slots=True)
class Spelling:
    """One way in which an article writes one name: its first mention, how often, and with which titles."""

    first: Mention
    name: Name
    text: str
    count: int = 0
    introduced: bool = False
    titles: dict[str, None] = field(default_factory=dict)


def name_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield a claim for each spelling of each name, at its first place.

    `attribute` is the kind of name, `value` the spelling; the scope counts its mentions, and says whether they
    introduce the name (with a given name or a title). Persons meet their likely misspellings under given name and
    consonants of the surname.
    """
    spellings: dict[tuple[str, str], Spelling] = {}
    for mention in analysis.of_kind(MentionKind.NAME):
        name = mention.detail
        if not isinstance(name, Name) or _left_out(analysis, mention):
            continue
        text = " ".join(analysis.article.text[mention.start : mention.end].split())
        spelling = spellings.setdefault((name.key, text), Spelling(mention, name, text))
        spelling.count += 1
        title = _title(analysis, mention)
        if title is not None:
            spelling.titles[title] = None
        full = name.given is not None and " " in text
        spelling.introduced = spelling.introduced or full or title is not None
    for spelling in spellings.values():
        yield _claim(analysis, spelling)


def _claim(analysis: Analysis, spelling: Spelling) -> Claim:
    mention, name = spelling.first, spelling.name
    scope = [f"count:{spelling.count}"]
    if spelling.introduced and name.kind is NameKind.PERSON:
        scope.append("introduced")
        scope.extend(f"title:{title}" for title in spelling.titles)
    return make_claim(
        analysis,
        Kind.NAME,
        name.kind.value,
        mention.start,
        mention.end,
        mention.sentence,
        subjects=(name.key,),
        value=spelling.text,
        scope=tuple(scope),
        keys=tuple(_keys(name, analysis.article.id)),
    )


def _keys(name: Name, article: str) -> Iterator[str]:
    """Yield the name's key and, for persons, the looser ones under which spellings of one surname meet."""
    yield f"name:{name.key}"
    if name.kind is NameKind.PERSON and name.given and name.surname:
        yield f"given:{name.given}|{skeleton(name.surname)}"
    if name.kind is NameKind.PERSON:
        yield f"given:@{article}|{skeleton(name.surname or name.key)}"


def skeleton(surname: str) -> str:
    """Return the consonants of a surname that transliteration keeps: doubled ones once, without h, j, w and y.

    A surname of vowels alone is its own skeleton.
    """
    plain = folded(surname)
    return _DOUBLED.sub(r"\1", _UNSTABLE.sub("", plain)) or plain


def _title(analysis: Analysis, mention: Mention) -> str | None:
    span = analysis.span(mention.start, mention.end, mention.sentence)
    return title_before(span.doc, span.start, analysis.lexicon) if span is not None else None


def _left_out(analysis: Analysis, mention: Mention) -> bool:
    """Tell whether a name stands in a byline or in a line of capitals: neither says how the article spells it."""
    doc = analysis.sentences[mention.sentence].doc
    if doc.text.isupper():
        return True
    span = analysis.span(mention.start, mention.end, mention.sentence)
    if span is None or doc[-1].text in {".", "!", "?"} or len(doc) > 2 * _LONGEST_BYLINE:
        return False
    by = span.start > 0 and doc[span.start - 1].lower_ == "by"
    return by and (span.end == len(doc) or (span.start == 1 and len(doc) <= _LONGEST_BYLINE))
