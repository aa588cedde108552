"""IPTC ninjs: news in JSON (versions 1 to 3, iptc.org/std/ninjs)."""

from collections.abc import Iterator
from typing import Any

from factcheck.domain import Basis
from factcheck.readers.facts import Facts, Stated
from factcheck.readers.files import File
from factcheck.readers.jsonvalues import Text, block_of
from factcheck.readers.mapped import Block
from factcheck.readers.prose import markup, prose

# Version 1 and 2 have body_text, body_html and body_xhtml; version 3 lists of bodies and headlines with their kinds.
_BODIES = ("body_text", "body_xhtml", "body_html")
_MARKS = ("versioncreated", "firstcreated", "pubstatus", "copyrightholder", "located", "contentcreated", "firstCreated")
_TYPES = frozenset(("text", "composite"))
_DATES = (
    (
        Basis.METADATA,
        ("firstpublished", "firstPublished", "firstcreated", "firstCreated", "contentcreated", "contentCreated"),
    ),
    (Basis.UPDATED, ("versioncreated", "versionCreated")),
)


def is_ninjs(value: dict[str, Any]) -> bool:
    """Tell whether an object is a ninjs item of text: it has a uri, a body, and a field that only ninjs has."""
    if not isinstance(value.get("uri"), Text):
        return False
    bodies = any(isinstance(value.get(name), Text) for name in _BODIES) or isinstance(value.get("bodies"), list)
    return bodies and value.get("type", "text") in _TYPES and any(name in value for name in _MARKS)


def read_item(value: dict[str, Any], source: str, file: File) -> tuple[list[Block], Facts]:
    """Return the text of an item, title first where it has one, and what is stated beside it."""
    title = next(_headlines(value), None)
    headline = prose(block_of(title, source), file.lexicon)[:1] if title else []
    body, is_markup = next(_bodies(value), (None, False))
    read = markup if is_markup else prose
    text = read(block_of(body, source), file.lexicon) if body is not None else []
    dates = [
        Stated(basis, date, date.start, date.end)
        for basis, names in _DATES
        if (date := next((date for name in names if isinstance(date := value.get(name), Text)), None)) is not None
    ]
    facts = Facts(
        titled=bool(headline),
        dates=tuple(dates),
        publisher=_publisher(value),
        language=value.get("language") if isinstance(value.get("language"), str) else None,
    )
    return [*headline, *text], facts


def _headlines(value: dict[str, Any]) -> Iterator[Text]:
    for item in value.get("headlines") or () if isinstance(value.get("headlines"), list) else ():
        if isinstance(item, dict) and isinstance(item.get("value"), Text) and item["value"].strip():
            yield item["value"]
    for name in ("headline", "title"):
        if isinstance(value.get(name), Text) and value[name].strip():
            yield value[name]


def _bodies(value: dict[str, Any]) -> Iterator[tuple[Text, bool]]:
    """Yield the bodies of an item, plain ones first, each with whether it is HTML."""
    listed = (
        [item for item in value.get("bodies") or () if isinstance(item, dict)]
        if isinstance(value.get("bodies"), list)
        else []
    )
    kinds = [
        (item.get("value"), "html" in str(item.get("contenttype") or item.get("contentType") or "")) for item in listed
    ]
    kinds += [(value.get(name), name != "body_text") for name in _BODIES]
    for body, is_markup in sorted(kinds, key=lambda kind: kind[1]):
        if isinstance(body, Text) and body.strip():
            yield body, is_markup


def _publisher(value: dict[str, Any]) -> str | None:
    """Return who publishes an item: its information source, else the holder of its copyright."""
    for listed in (value.get("infosources"), value.get("infosource")):
        for item in listed if isinstance(listed, list) else ():
            if isinstance(item, dict) and isinstance(item.get("name"), str):
                return str(item["name"])
    for name in ("copyrightholder", "copyrightHolder"):
        if isinstance(value.get(name), str) and value[name].strip():
            return str(value[name])
    return None
