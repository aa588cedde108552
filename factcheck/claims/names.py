"""Names as claims: how an article spells what it names."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.articleids import own_key
from factcheck.claims.build import make_claim
from factcheck.domain import Claim, Kind, Mention, MentionKind, Name, NameKind
from factcheck.language.analysis import Analysis, Token
from factcheck.language.namewords import title_before
from factcheck.language.places import folded
from factcheck.lexicon import Lexicon
from factcheck.rarity import is_common

_UNSTABLE = re.compile(r"[aeiouyjhw]|[^a-z]")
_DOUBLED = re.compile(r"(.)\1+")
_LONGEST_BYLINE = 12
_SHORTEST_STRAY = 4  # letters
_KNOWN = (MentionKind.NAME, MentionKind.TIME, MentionKind.OFFICE)
_PROPER = frozenset({"NNP", "NNPS"})


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
    introduce the name (with a given name or a title). All meet in their article, where a misspelt one stands beside the
    right one; persons meet those of other articles under given name and consonants of the surname.
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
    yield from _strays(analysis)


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
    """Yield the name's key, that of its article's words, and a person's looser one, for a surname spelled otherwise."""
    yield f"name:{name.key}"
    yield own_key("words:", article)
    if name.kind is NameKind.PERSON and name.given and name.surname:
        yield f"given:{name.given}|{skeleton(name.surname)}"


def _strays(analysis: Analysis) -> Iterator[Claim]:
    """Yield a claim of the kind "word" for each capitalised word that is no name by itself, but may be one misspelt.

    It stands once in the article, begins its sentence or clause, and is none of the commoner words.
    """
    counts = Counter(token.lower_ for sentence in analysis.sentences for token in sentence.doc)
    for index, sentence in enumerate(analysis.sentences):
        known = [(mention.start, mention.end) for kind in _KNOWN for mention in analysis.of_kind(kind, sentence=index)]
        for token in sentence.doc:
            start = sentence.start + token.idx
            if counts[token.lower_] == 1 and _may_be_a_name(token, analysis.lexicon) and not _within(start, known):
                yield make_claim(
                    analysis,
                    Kind.NAME,
                    "word",
                    start,
                    start + len(token),
                    index,
                    subjects=(folded(token.text),),
                    value=token.text,
                    scope=("count:1",),
                    keys=(own_key("words:", analysis.article.id),),
                )


def _may_be_a_name(token: Token, lexicon: Lexicon) -> bool:
    return (
        token.text.istitle()
        and token.is_alpha
        and token.tag_ in _PROPER
        and len(token) >= _SHORTEST_STRAY
        and not is_common(token.lemma_.lower(), lexicon)
        and not is_common(token.lower_, lexicon)
        and not is_common(token.lower_.removesuffix("s"), lexicon)
    )


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


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
