"""What stands below the pointer: the claims that were read there, and what each was compared with."""

import re
from collections.abc import Callable, Iterator

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

Escape = Callable[[str], str]


def hover(
    result: Result, path: str, position: types.Position, page: Page, *, uri_of: UriOf, markdown: bool
) -> types.Hover | None:
    """Return what is known of a position in a document; None where nothing was read."""
    at = page.place(position)
    pairs = [pair for pair in result.pairs if _side(pair, path, at) is not None]
    held = {claim.id for pair in pairs for claim in (pair.a, pair.b)}
    claims = [
        claim
        for claim in result.claims
        if _is_at(claim.place, path, at) and (claim.kind is not Kind.SENTENCE or claim.id in held)
    ]
    places = [place for pair in pairs if (place := _side(pair, path, at))] + [claim.place for claim in claims]
    if not places:
        return None
    say = escaped if markdown else visible_words
    lines = [*_limited(_claims(claims, say)), *_limited(_pairs(pairs, path, at, say, uri_of if markdown else None))]
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    narrowest = min(places, key=lambda place: (place.end - place.start, place.start))
    return types.Hover(types.MarkupContent(kind, "\n".join(lines)), page.range(narrowest))


def escaped(text: str) -> str:
    """Return an article's words so that Markdown shows them as they are: no markup, HTML, links or line breaks."""
    return _SPECIAL.sub(r"\\\g<0>", visible_words(text))


def _claims(claims: list[Claim], say: Escape) -> Iterator[str]:
    for claim in claims:
        about = claim.kind if claim.attribute == claim.kind else f"{claim.kind} {claim.attribute}"
        parts = [about, claimed(claim), ", ".join(claim.subjects), claim.when.value if claim.when else ""]
        yield f"- {' · '.join(say(cut(part, _LONGEST)) for part in parts if part)}"


def _pairs(pairs: list[Pair], path: str, at: tuple[int, int], say: Escape, uri_of: UriOf | None) -> Iterator[str]:
    for pair in pairs:
        other = pair.b_place if _side(pair, path, at) == pair.a_place else pair.a_place
        name = say(f"{other.path.rpartition('/')[2]}:{other.line}")
        where = name if uri_of is None else f"[{name}]({uri_of(other.path)}#L{other.line})"
        words = say(cut(visible_words(other.text), _LONGEST))
        verdict = pair.verdict if uri_of is None else f"**{pair.verdict}**"
        yield f"- {verdict} {where} “{words}”: {say(pair.why)}"


def _limited(lines: Iterator[str]) -> list[str]:
    found = list(lines)
    more = [f"- and {len(found) - _MOST:,} more"] if len(found) > _MOST else []
    return found[:_MOST] + more


def _side(pair: Pair, path: str, at: tuple[int, int]) -> Location | None:
    return next((place for place in (pair.a_place, pair.b_place) if _is_at(place, path, at)), None)


def _is_at(place: Location, path: str, at: tuple[int, int]) -> bool:
    """Tell whether a line and column are within a place, or just behind it."""
    return place.path == path and (place.line, place.column) <= at <= (place.end_line, place.end_column)
