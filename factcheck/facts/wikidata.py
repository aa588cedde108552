"""A query's result from Wikidata, in the SPARQL 1.1 Query Results JSON Format, to a facts file's offices and names.

The query stands in docs/facts.md. Its variables are office, of, holder, from, to and also, all but the first three
optional; one with the ending Label is taken in its place, as Wikidata's label service gives it.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from factcheck.errors import FactsError
from factcheck.facts.load import faults_of
from factcheck.facts.schema import LONGEST, MOST, OfficeEntry
from factcheck.lexicon import Lexicon

MOST_BYTES = 200_000_000
_FORM = 'a SPARQL result in JSON, {"head": ..., "results": {"bindings": [...]}}'
_TIME = re.compile(r"\+?([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T.*)?")
_ITEM = re.compile(r"Q[0-9]+")
_PRECISIONS = {"9": 4, "10": 7, "11": 10}  # Wikidata's numbers for a year, a month and a day, to characters of a date
_NEEDED = ("office", "of", "holder", "from")


class Holding(NamedTuple):
    """What makes rows one entry."""

    of: str
    office: str
    start: str
    holder: str
    end: str | None
    item: str | None


class _Cell(msgspec.Struct, frozen=True):
    value: str


class _Results(msgspec.Struct, frozen=True):
    bindings: list[dict[str, _Cell]]


class _Answer(msgspec.Struct, frozen=True):
    results: _Results


def facts_from_wikidata(path: Path, lexicon: Lexicon) -> tuple[str, dict[str, int]]:
    """Return a facts file's text with the office holders of a query's result, and counts of rows left out by reason.

    Rows of one holder of one office since one day are one entry; their further names are its `also`. Raises FactsError
    for a file that is no result of a query.
    """
    left_out = Counter[str]()
    entries: dict[Holding, set[str]] = defaultdict(set)
    for row in _rows(path):
        values = {name: _value(row, name) for name in (*_NEEDED, "to", "also")}
        reason = _reason(values)
        if reason is not None:
            left_out[reason] += 1
            continue
        office, of, holder, start = (values[name] or "" for name in _NEEDED)
        names = entries[Holding(of, _without(office, of), start, holder, values["to"], _item(row))]
        if values["also"] is not None and values["also"] != holder:
            names.add(values["also"])
    lines = [_line(*found) for found in sorted(entries.items(), key=lambda found: tuple(map(str, found[0])))]
    unknown = {fault.line or 0 for fault in faults_of(f"offices:\n{''.join(lines)}", lexicon)} if lines else set()
    kept = [line for number, line in enumerate(lines, 2) if number not in unknown]
    if unknown:
        left_out["an office or country that the lexicon has not"] += len(unknown)
    return f"offices:\n{''.join(kept)}" if kept else "offices: []\n", dict(sorted(left_out.items()))


def _without(office: str, of: str) -> str:
    """Return an office without its jurisdiction: "governor" for "governor of Khabarovsk Krai"."""
    bare = re.sub(rf" of (?:the )?{re.escape(of)}\Z", "", office, flags=re.IGNORECASE)
    return bare or office


def _rows(path: Path) -> list[dict[str, _Cell]]:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FactsError(f"can't be read: {error.strerror}", path=path) from error
    if len(data) > MOST_BYTES:
        raise FactsError(f"is larger than {MOST_BYTES // 1_000_000} MB", path=path, hint="ask for fewer offices")
    try:
        return msgspec.json.decode(data, type=_Answer).results.bindings
    except msgspec.ValidationError as error:
        raise FactsError(f"is no query's result: {error}", path=path, hint=f"expected {_FORM}") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise FactsError(f"is not JSON: {error}", path=path, hint=f"expected {_FORM}") from error


def _value(row: Mapping[str, _Cell], name: str) -> str | None:
    cell = row.get(f"{name}Label") or row.get(name)
    text = " ".join(cell.value.split()) if cell is not None else ""
    if not text or name not in {"from", "to"}:
        return text or None
    match = _TIME.fullmatch(text)
    if match is None:
        return text
    precision = row.get(f"{name}Precision")
    return "-".join(match.groups())[: _PRECISIONS.get(precision.value if precision else "11", 0)]


def _reason(values: Mapping[str, str | None]) -> str | None:
    """Return why a row makes no entry; None when it does."""
    for name in _NEEDED:
        if values[name] is None:
            return f"no {name}"
    if any(_ITEM.fullmatch(values[name] or "") for name in ("office", "of", "holder")):
        return "no name in English"
    try:
        entry = OfficeEntry(
            office=values["office"] or "",
            of=values["of"] or "",
            holder=values["holder"] or "",
            from_=values["from"] or "",
            to=values["to"],
        )
        msgspec.convert(msgspec.to_builtins(entry), OfficeEntry)
    except (ValueError, msgspec.ValidationError):
        return "days that are none, or in the wrong order"
    return None


def _item(row: Mapping[str, _Cell]) -> str | None:
    """Return the number of the holder's item, by which an entry can be looked up again."""
    cell = row.get("holder")
    item = cell.value.rsplit("/", 1)[-1] if cell is not None else ""
    return item if _ITEM.fullmatch(item) else None


def _line(holding: Holding, names: set[str]) -> str:
    """Return an entry on a line of its own; JSON's strings are YAML's too."""
    also = [name for name in sorted(names) if len(name) <= LONGEST][:MOST]
    parts = [
        f"office: {_quoted(holding.office)}",
        f"of: {_quoted(holding.of)}",
        f"holder: {_quoted(holding.holder)}",
        *([f"also: [{', '.join(map(_quoted, also))}]"] if also else []),
        f"from: {holding.start}",
        *([f"to: {holding.end}"] if holding.end is not None else []),
        *([f"source: {_quoted(f'Wikidata {holding.item}')}"] if holding.item is not None else []),
    ]
    return f"  - {{{', '.join(parts)}}}\n"


def _quoted(text: str) -> str:
    """Return a text in quotation marks, with everything escaped that could end a line or steer a terminal."""
    return "".join(
        char if char.isprintable() else f"\\U{ord(char):08x}" for char in json.dumps(text, ensure_ascii=False)
    )
