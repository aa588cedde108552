"""The configuration: the nearest factcheck.toml, or [tool.factcheck] in a pyproject.toml, as typed values."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from factcheck.domain import Verdict
from factcheck.errors import ConfigError, UsageError

MEGABYTE = 1_000_000
_FILES = ("factcheck.toml", "pyproject.toml")  # in this order within one folder
_UNITS = {"": 1, "b": 1, "kb": 1000, "mb": MEGABYTE, "gb": 1000 * MEGABYTE}
_SIZE = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,6})?) ?([kmg]?b)?", re.IGNORECASE)


class FailOn(StrEnum):
    """The least grave finding that makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


class Format(StrEnum):
    """How a result is written."""

    TABLE = "table"
    TEXT = "text"
    JSON = "json"


class JsonFields(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The names of the fields that hold an article's parts in JSON; a dot leads into an object ("fields.headline").

    They are tried before the usual names, which stand in rules/lexicon/en/fields.yml.
    """

    title: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    id: tuple[str, ...] = ()


NO_FIELDS = JsonFields()


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The keys of the file, with what holds when they are missing."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = FailOn.ERROR
    rules: tuple[str, ...] = ()
    model: str | None = None
    max_size: int | str = 20 * MEGABYTE
    strict: bool = False
    notes: bool = False
    show: tuple[Verdict, ...] = ()
    format: Format = Format.TABLE
    json_fields: JsonFields = NO_FIELDS


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """What a run is told to do; sizes are bytes.

    `root` is the folder of the configuration file (the working directory without one): the paths in the file and the
    articles in fingerprints are relative to it. `path` is the file, None without one.
    """

    root: Path
    path: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = FailOn.ERROR
    rules: tuple[Path, ...] = ()
    model: str | None = None
    max_size: int = 20 * MEGABYTE
    strict: bool = False
    notes: bool = False
    show: tuple[Verdict, ...] = ()
    format: Format = Format.TABLE
    json_fields: JsonFields = NO_FIELDS


def load_config(paths: Sequence[Path] = (), *, folder: Path | None = None) -> Config:
    """Return the nearest configuration upward from the first path, then from the working directory, else the defaults.

    `folder` takes the place of the working directory. Raises ConfigError for a file that can't be read, an unknown key
    or a value of the wrong type.
    """
    folder = (folder or Path.cwd()).absolute()
    for start in (*(folder / path for path in paths[:1]), folder):
        for path in _upward(start):
            table = _read_table(path)
            if table is not None:
                return _config(path, table)
    return Config(root=folder)


def read_config(path: Path) -> Config:
    """Return the configuration of one file; a pyproject.toml without a table of ours gives the defaults.

    Raises ConfigError as load_config does.
    """
    path = path.absolute()
    return _config(path, _read_table(path) or {})


def parse_size(size: str | int) -> int:
    """Return a file size in bytes: a whole number of bytes, or a number with kB, MB or GB (powers of 1000).

    Raises UsageError when it is neither.
    """
    match = _SIZE.fullmatch(str(size).strip())
    if match is None:
        raise UsageError(f"{size!r} is not a file size", hint="such as 20MB or 500kB, or a number of bytes")
    number, unit = match.groups(default="")
    return int(float(number) * _UNITS[unit.lower()])


def _upward(start: Path) -> Iterator[Path]:
    # .absolute() and not .resolve(): the folder as the user names it counts, wherever a link leads
    for folder in (start, *start.parents):
        yield from (path for name in _FILES if (path := folder / name).is_file())


def _read_table(path: Path) -> dict[str, Any] | None:
    """Return the file's settings; None for a pyproject.toml that has none."""
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"can't be read: {error}", path=path) from error
    if path.name == "pyproject.toml" and "factcheck" not in source:
        return None  # someone else's file: not ours to find fault with
    try:
        values = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"(.*) \(at line ([0-9]+), column ([0-9]+)\)", str(error))
        message, line, column = found.groups() if found else (str(error), None, None)
        raise ConfigError(
            f"is not TOML: {message}",
            path=path,
            line=int(line) if line else None,
            column=int(column) if column else None,
        ) from error
    if path.name != "pyproject.toml":
        return values
    table = values.get("tool", {})
    table = table.get("factcheck") if isinstance(table, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError("tool.factcheck is not a table", path=path)
    return table


def _config(path: Path, values: dict[str, Any]) -> Config:
    folder = path.parent
    try:
        table = msgspec.convert(values, _Table)
        size = parse_size(table.max_size)
    except msgspec.ValidationError as error:
        raise _config_error(path, str(error)) from error
    except UsageError as error:
        raise ConfigError(
            f"max-size: {error.message}", path=path, line=_line(path, "max-size"), hint=error.hint
        ) from error
    settings = {name: getattr(table, name) for name in table.__struct_fields__}
    settings |= {
        "rules": tuple(folder / rules for rules in table.rules),
        "model": _model(folder, table.model),
        "max_size": size,
    }
    return Config(root=folder, path=path, **settings)


def _model(folder: Path, model: str | None) -> str | None:
    """Return a package's name as it is, a path relative to the configuration file."""
    if model is None or not ("/" in model or "\\" in model or model.startswith(".")):
        return model
    return str(folder / model)


def _config_error(path: Path, error: str) -> ConfigError:
    message, _, where = error.partition(" - at `$.")
    keys = (JsonFields if where.startswith("json-fields") else _Table).__struct_encode_fields__
    unknown = re.search(r"unknown field `([^`]*)`", message)
    if unknown is not None:
        key = unknown.group(1)
        near = get_close_matches(key.replace("_", "-"), keys, n=1)
        hint = f"did you mean {near[0]}?" if near else f"the keys are {', '.join(sorted(keys))}"
        return ConfigError(f"unknown key {key!r}", path=path, line=_line(path, key), hint=hint)
    key = re.split(r"[\[.`]", where, maxsplit=1)[0]
    return ConfigError(f"{key}: {message}", path=path, line=_line(path, key), hint=_expected(key, message))


def _expected(key: str, message: str) -> str | None:
    choices: dict[str, type[StrEnum]] = {"fail-on": FailOn, "format": Format, "show": Verdict}
    if key not in choices or not message.startswith("Invalid enum value"):
        return None
    return f"one of {', '.join(choices[key])}"


def _line(path: Path, key: str) -> int | None:
    """Return the line on which a key is set, in a pyproject.toml below its table's header."""
    within = path.name != "pyproject.toml"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.lstrip().startswith("["):
            within = path.name != "pyproject.toml" or line.strip().startswith("[tool.factcheck")
        if within and line.partition("=")[0].strip(" \t\"'") == key:
            return number
    return None
