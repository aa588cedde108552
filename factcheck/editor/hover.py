"""What stands below the pointer: the claims that were read there, and what each was compared with."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from lsprotocol import types

from factcheck.domain import Claim, Kind, Location, Pair, Result
from factcheck.editor.positions import Page, UriOf
from factcheck.reports.escape import visible_words
from factcheck.reports.layout import cut
from factcheck.reports.rows import claimed

_MOST = 6  # claims, and pairs of all claims, in one hover
_LONGEST = 160  # columns of an article's words
# Whatever CommonMark and its common extensions make markup, a link or an entity of, wherever it stands in a line.
_SPECIAL = re.compile(r"[\\`*_~\[\]<>&|$#!:@^=]|(?<=www)\.", re.IGNORECASE)

_SAFE = "/:%-._~!$&'*+,;=@"  # what may stand in an address (RFC 3986) without ending a link of Markdown

Escape = Callable[[str], str]


class _Met(NamedTuple):
    """A pair with its place below the pointer, and the other one."""

    pair: Pair
    here: Location
    there: Location


def hover(
    result: Result, path: str, position: types.Position, page: Page, *, uri_of: UriOf, markdown: bool
) -> types.Hover | None:
    """Return what is known of a position in a document; None where nothing was read."""
    at = page.place(position)
    claims = [claim for claim in result.claims if claim.kind is not Kind.SENTENCE and _is_at(claim.place, path, at)]
    claims.sort(key=lambda claim: _length(claim.place))
    met = sorted(_met(result.pairs, path, at), key=lambda one: _length(one.here))
    places = [*(claim.place for claim in claims), *(one.here for one in met)]
    if not places:
        return None
    say = escaped if markdown else visible_words
    lines = [*_limited(_claims(claims, say)), *_limited(_pairs(met, say, uri_of if markdown else None))]
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, "\n".join(lines)), page.range(min(places, key=_length)))


def escaped(text: str) -> str:
    """Return an article's words so that Markdown shows them as they are: no markup, HTML, links or line breaks."""
    return _SPECIAL.sub(r"\\\g<0>", visible_words(text))


def _claims(claims: Iterable[Claim], say: Escape) -> Iterator[str]:
    for claim in claims:
        about = claim.kind if claim.attribute == claim.kind else f"{claim.kind} {claim.attribute}"
        value, when = claimed(claim), claim.when.value if claim.when else ""
        parts = [about, value, ", ".join(claim.subjects), "" if when in value else when]
        yield f"- {' · '.join(say(cut(part, _LONGEST)) for part in parts if part)}"


def _pairs(met: Iterable[_Met], say: Escape, uri_of: UriOf | None) -> Iterator[str]:
    for one in met:
        other = one.there
        name = say(f"{other.path.rpartition('/')[2]}:{other.line}")
        where = name if uri_of is None else _linked(name, uri_of(other.path), other.line)
        words = say(cut(visible_words(other.text), _LONGEST))
        verdict = one.pair.verdict if uri_of is None else f"**{one.pair.verdict}**"
        yield f"- {verdict} {where} “{words}”: {say(one.pair.why)}"


def _linked(name: str, uri: str, line: int) -> str:
    """Return a name as a link to a file's line; only a name where the article is no file."""
    return f"[{name}]({quote(uri, safe=_SAFE)}#L{line})" if uri.startswith("file:") else name


def _limited(lines: Iterator[str]) -> list[str]:
    found = list(lines)
    more = [f"- and {len(found) - _MOST:,} more"] if len(found) > _MOST else []
    return found[:_MOST] + more


def _met(pairs: Iterable[Pair], path: str, at: tuple[int, int]) -> Iterator[_Met]:
    for pair in pairs:
        if _is_at(pair.a_place, path, at):
            yield _Met(pair, pair.a_place, pair.b_place)
        elif _is_at(pair.b_place, path, at):
            yield _Met(pair, pair.b_place, pair.a_place)


def _length(place: Location) -> int:
    return place.end - place.start


def _is_at(place: Location, path: str, at: tuple[int, int]) -> bool:
    """Tell whether a line and column are within a place, or just behind it."""
    return place.path == path and (place.line, place.column) <= at <= (place.end_line, place.end_column)
