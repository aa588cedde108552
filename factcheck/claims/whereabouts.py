"""The places that an article names: in one sentence, in its dateline, and anywhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.domain import Location, Mention, MentionKind, Name, NameKind
from factcheck.language.analysis import Analysis
from factcheck.language.places import demonym, place

_LONGEST_PLACE = 4  # words
_FIRST_WORDS = re.compile(r"[^\W\d_][\w.'’-]*(?:[ \t]+[^\W\d_][\w.'’-]*){0,3}")

Places = tuple[tuple[str, Location], ...]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Keys of places of the lexicon, with where they stand.

    `here` are those of the sentence, `dateline` the dateline's or nothing, `named` all of the article; `named_here` are
    the sentence's keys, those of peoples ("Latvian") too.
    """

    here: Places
    dateline: Places
    named: Places
    named_here: tuple[str, ...]


def whereabouts(analysis: Analysis, sentence: int) -> Whereabouts:
    """Return the places that an article names, seen from one of its sentences."""
    here = _places(analysis, sentence)
    top = _dateline(analysis)
    return Whereabouts(
        here=here,
        dateline=top,
        named=(*top, *_places(analysis, None)),
        named_here=(*(key for key, _ in here), *_peoples(analysis, sentence)),
    )


def _places(analysis: Analysis, sentence: int | None) -> Places:
    found: dict[str, Mention] = {}
    for mention in analysis.of_kind(MentionKind.NAME, sentence=sentence):
        name = mention.detail
        if isinstance(name, Name) and name.kind is NameKind.PLACE and place(name.key, analysis.lexicon) is not None:
            found.setdefault(name.key, mention)
    return tuple((key, analysis.locate(mention.start, mention.end, mention.sentence)) for key, mention in found.items())


def _peoples(analysis: Analysis, sentence: int) -> Iterator[str]:
    """Yield the keys of the places whose people or adjective a text names."""
    for token in analysis.sentences[sentence].doc:
        if token.text[:1].isupper() and (key := demonym(token.text, analysis.lexicon)):
            yield key


def _dateline(analysis: Analysis) -> Places:
    """Return the place that begins the line before the article's body; nothing when the lexicon has none there."""
    article = analysis.article
    start = article.text.rfind("\n", 0, article.body) + 1
    found = _FIRST_WORDS.match(article.text, start, article.body)
    words = found.group().split() if found else []
    for size in range(min(_LONGEST_PLACE, len(words)), 0, -1):
        known = place(" ".join(words[:size]), analysis.lexicon)
        if known is not None and found is not None:
            length = re.match(r"[ \t]*\S+" * size, found.group())
            assert length is not None
            return ((known.key, article.locate(start, start + length.end())),)
    return ()
