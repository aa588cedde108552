"""factcheck-ignore.toml read: findings that are to stay untold, each entry with a rule, a place and a reason."""

import datetime as dt
import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import NoReturn

import msgspec

from factcheck.errors import ConfigError, UsageError
from factcheck.rulebook import Rulebook
from factcheck.tomlfile import parse_toml, read_source

_HEADER = re.compile(r"\s*\[\[\s*ignore\s*\]\]")


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry as it is written."""

    rule: str | tuple[str, ...]
    reason: str
    path: str | None = None
    match: str | None = None
    until: dt.date | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ignore: tuple[_Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Ignore:
    """An entry: the codes of its rules, where, why, its last day, and its own place as "file:line"."""

    codes: frozenset[str]
    reason: str
    path: str | None
    match: str | None
    until: dt.date | None
    place: str


def read_ignores(path: Path, rulebook: Rulebook, *, shown: str) -> tuple[Ignore, ...]:
    """Return the entries of a file, in its order; `shown` is how their places name the file.

    Raises ConfigError with the line for whatever is wrong: no TOML, an unknown key, a rule that does not exist, no
    reason.
    """
    source = read_source(path)
    try:
        file = msgspec.convert(parse_toml(source, path), _File)
    except msgspec.ValidationError as error:
        _refuse(path, source, str(error))
    ignores = []
    for number, entry in enumerate(file.ignore):
        _require_where_and_why(entry, path, source, number)
        line = _line_of(source, number)
        ignores.append(
            Ignore(
                codes=_codes(entry, rulebook, path, _line_of(source, number, "rule")),
                reason=entry.reason,
                path=entry.path,
                match=entry.match,
                until=entry.until,
                place=shown if line is None else f"{shown}:{line}",
            )
        )
    return tuple(ignores)


def _require_where_and_why(entry: _Entry, path: Path, source: str, number: int) -> None:
    """Raise ConfigError for an entry that hides too much or does not say why."""
    line_of = partial(_line_of, source, number)
    if not entry.reason.strip():
        hint = "say why, for those who read it in a year"
        raise ConfigError("reason is empty", path=path, line=line_of("reason"), hint=hint)
    for key, text in (("path", entry.path), ("match", entry.match)):
        if text is not None and not text.strip():
            hint = "leave it out, or say where"
            raise ConfigError(f"{key} is empty", path=path, line=line_of(key), hint=hint)
    if entry.path is None and entry.match is None:
        hint = (
            'such as path = "wire/*.txt" or match = "words of the article"; '
            "the key ignore of the configuration switches a rule off"
        )
        raise ConfigError("needs a path or a match", path=path, line=line_of(), hint=hint)


def _codes(entry: _Entry, rulebook: Rulebook, path: Path, line: int | None) -> frozenset[str]:
    rules = (entry.rule,) if isinstance(entry.rule, str) else entry.rule
    if not rules:
        raise ConfigError("rule names no rule", path=path, line=line, hint='such as rule = "D101"')
    try:
        return frozenset(rulebook.find(rule).code for rule in rules)
    except UsageError as error:
        raise ConfigError(error.message, path=path, line=line, hint=error.hint) from error


def _refuse(path: Path, source: str, error: str) -> NoReturn:
    """Raise the ConfigError that msgspec's message stands for, with the line of what it speaks of."""
    message, _, where = error.partition(" - at `$")
    found = re.match(r"\.(?:ignore\[([0-9]+)\]\.?)?(\w*)", where)
    number, of_key = found.groups() if found else (None, "")
    entry = int(number) if number else None
    unknown = re.search(r"unknown field `([^`]*)`", message)
    missing = re.search(r"required field `([^`]*)`", message)
    key = unknown.group(1) if unknown else of_key or None
    hint = "a date such as until = 2026-12-31" if key == "until" else None
    if unknown:
        known = _File.__struct_fields__ if entry is None else _Entry.__struct_fields__
        near = get_close_matches(unknown.group(1), known, n=1)
        message = f"unknown key {unknown.group(1)!r}"
        hint = f"did you mean {near[0]}?" if near else f"the keys are {', '.join(known)}"
    elif missing:
        message = f"{missing.group(1)} is missing"
        hint = 'an entry has a rule = "D101" and a reason = "..."'
    elif key:
        message = f"{key}: {message}"
    raise ConfigError(message, path=path, line=_line_of(source, entry, key), hint=hint)


def _line_of(source: str, entry: int | None, key: str | None = None) -> int | None:
    """Return the line of a key in an entry (in the whole file without one), else that of the entry's header.

    TOML's own reader keeps no lines; entries written in another form than [[ignore]] have none.
    """
    lines = list(enumerate(source.split("\n"), 1))
    headers = [number for number, line in lines if _HEADER.match(line)]
    if entry is not None and entry >= len(headers):
        return None
    first = 1 if entry is None else headers[entry]
    if key is not None:
        for number, line in lines[first - 1 :]:
            if number in headers[(entry or 0) + 1 :] and entry is not None:
                break
            if line.partition("=")[0].strip(" \t\"'[]") == key:
                return number
    return None if entry is None else first
