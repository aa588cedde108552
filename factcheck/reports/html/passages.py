"""Passages of articles side by side: each in its sentence, with the words marked that differ."""

from collections.abc import Iterator, Mapping, Sequence

from factcheck.domain import ArticleRecord, Basis, Location, Published, Role
from factcheck.reports.excerpt import first_words, last_words, parts
from factcheck.reports.html.differing import Spans, differing
from factcheck.reports.html.markup import Html, element, joined, path_words
from factcheck.reports.layout import cut
from factcheck.reports.words import ROLES

_AROUND = 240  # columns of a sentence that are shown on either side of a place
_HEADER = 48  # and of a header, where only the date counts
_LONGEST = 700  # columns of a place that are shown

Side = tuple[str, Location]  # what a passage is there for, and where it stands


def sides(first: Side, others: Sequence[Side], against: int, records: Mapping[str, ArticleRecord]) -> Html:
    """Return passages side by side; of the others the first `against` contradict the first one, word by word."""
    shown = [_within(first[1]), *(_within(place) for _, place in others)]
    marks: list[Spans] = [((0, len(words)),) for words in shown]
    for number in range(against, 0, -1):
        marks[0], marks[number] = differing(shown[0], shown[number])
    places = [first, *others]
    named = {place.article: number for number, (_, place) in reversed([*enumerate(places)])}
    passages = [
        _passage(side, spans, records.get(side[1].article), about=named[side[1].article] == number)
        for number, (side, spans) in enumerate(zip(places, marks, strict=True))
    ]
    return element("div", *passages, class_="sides")


def published_words(published: Published | None) -> str:
    """Return an article's day of publication, and what it rests on where the article does not state it whole."""
    if published is None:
        return "no date"
    return f"{published.value} (inferred)" if published.basis is Basis.INFERRED else published.value


def _passage(side: Side, spans: Spans, record: ArticleRecord | None, *, about: bool) -> Html:
    """Return one passage; what is known of its article is told once in a card, where `about` is set."""
    role, place = side
    around = _HEADER if role == ROLES[Role.PUBLISHED] else _AROUND
    return element(
        "div",
        element("p", role, class_="role"),
        element("blockquote", element("p", *_marked(place, spans, around)), lang=record.language if record else None),
        element(
            "p",
            element("cite", path_words(place.path), f":{place.line}:{place.column}"),
            *(_about(record) if about and record is not None else ()),
            class_="where",
        ),
        class_="passage",
    )


def _about(record: ArticleRecord) -> Iterator[Html | str]:
    if record.title:
        yield " · "
        yield element("span", record.title)
    if record.published is not None:
        yield " · "
        yield element("span", f"published {published_words(record.published)}", class_="day")


def _within(place: Location) -> str:
    return cut(parts(place)[1], _LONGEST)


def _marked(place: Location, spans: Spans, around: int) -> list[Html]:
    before, _, after = parts(place)
    words = _within(place)
    pieces, at = [], 0
    for start, end in spans:
        pieces += [words[at:start], element("mark", words[start:end])]
        at = end
    return [
        joined([last_words(before, around)]),
        element("span", *pieces, words[at:], class_="place"),
        joined([first_words(after, around)]),
    ]
