"""The configuration: the nearest factcheck.toml, or [tool.factcheck] in a pyproject.toml, as typed values."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import msgspec

from factcheck.domain import Verdict
from factcheck.errors import ConfigError, UsageError
from factcheck.tomlfile import parse_toml, read_source

IGNORE_FILE = "factcheck-ignore.toml"
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
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    RDJSON = "rdjson"
    HTML = "html"


class Output(msgspec.Struct, frozen=True):
    """Where a result goes, and in which format; without a file it goes to stdout."""

    form: Format
    file: Path | None = None


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
    facts: tuple[str, ...] = ()
    model: str | None = None
    max_size: int | str = 20 * MEGABYTE
    strict: bool = False
    notes: bool = False
    show: tuple[Verdict, ...] = ()
    format: Format = Format.TABLE
    against: str | None = None
    output: tuple[str, ...] = ()
    baseline: str | None = None
    ignore_file: str | None = None
    jobs: Annotated[int, msgspec.Meta(ge=1)] | None = None
    cache: bool = True
    cache_dir: str | None = None
    json_fields: JsonFields = NO_FIELDS


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """What a run is told to do; sizes are bytes.

    `root` is the folder of the configuration file (the working directory without one): the paths in the file and the
    articles in fingerprints are relative to it. `path` is the file, None without one. `ignore_file` is the one that is
    named, else factcheck-ignore.toml at the root, where it exists. `jobs` is how many processes read, None for one a
    core; `cache_dir` is where what was read is kept, None for the user's own folder.
    """

    root: Path
    path: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = FailOn.ERROR
    rules: tuple[Path, ...] = ()
    facts: tuple[Path, ...] = ()
    model: str | None = None
    max_size: int = 20 * MEGABYTE
    strict: bool = False
    notes: bool = False
    show: tuple[Verdict, ...] = ()
    format: Format = Format.TABLE
    against: str | None = None
    output: tuple[Output, ...] = ()
    baseline: Path | None = None
    ignore_file: Path | None = None
    jobs: int | None = None
    cache: bool = True
    cache_dir: Path | None = None
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
    return Config(root=folder, ignore_file=_ignore_file(folder, None))


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


def parse_output(words: str, folder: Path = Path()) -> Output:
    """Return what "FORMAT" or "FORMAT:FILE" says; "-" as the file is stdout, a relative file starts in `folder`.

    The format ends at the first colon, so that a file may be C:\\report.json. Raises UsageError for an unknown format
    and for a colon without a file.
    """
    name, colon, file = words.partition(":")
    if name not in set(Format):
        raise UsageError(f"there is no format {name!r}", hint=f"the formats are {', '.join(Format)}")
    if colon and not file:
        raise UsageError(f"{words!r} names no file", hint=f"such as {name}:report, or {name} alone for stdout")
    return Output(Format(name), folder / file if colon and file != "-" else None)


def _upward(start: Path) -> Iterator[Path]:
    # .absolute() and not .resolve(): the folder as the user names it counts, wherever a link leads
    for folder in (start, *start.parents):
        yield from (path for name in _FILES if (path := folder / name).is_file())


def _read_table(path: Path) -> dict[str, Any] | None:
    """Return the file's settings; None for a pyproject.toml that has none."""
    source = read_source(path)
    if path.name == "pyproject.toml" and "factcheck" not in source:
        return None  # someone else's file: not ours to find fault with
    values = parse_toml(source, path)
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
    except msgspec.ValidationError as error:
        raise _config_error(path, str(error)) from error
    with _key(path, "max-size"):
        size = parse_size(table.max_size)
    with _key(path, "output"):
        outputs = tuple(parse_output(words, folder) for words in table.output)
    settings = {name: getattr(table, name) for name in table.__struct_fields__}
    settings |= {
        "rules": tuple(folder / rules for rules in table.rules),
        "facts": tuple(folder / facts for facts in table.facts),
        "model": _model(folder, table.model),
        "against": table.against and _archive(folder, table.against),
        "max_size": size,
        "output": outputs,
        "baseline": folder / table.baseline if table.baseline else None,
        "ignore_file": _ignore_file(folder, table.ignore_file),
        "cache_dir": folder / table.cache_dir if table.cache_dir else None,
    }
    return Config(root=folder, path=path, **settings)


@contextmanager
def _key(path: Path, key: str) -> Iterator[None]:
    """Turn what is wrong with a value into an error of the key and its line."""
    try:
        yield
    except UsageError as error:
        raise ConfigError(f"{key}: {error.message}", path=path, line=_line(path, key), hint=error.hint) from error


def _ignore_file(folder: Path, name: str | None) -> Path | None:
    """Return the ignore file that is named, else the one of the usual name when it is there."""
    file = folder / (name or IGNORE_FILE)
    return file if name or file.is_file() else None


def _model(folder: Path, model: str | None) -> str | None:
    """Return a package's name as it is, a path relative to the configuration file."""
    if model is None or not ("/" in model or "\\" in model or model.startswith(".")):
        return model
    return str(folder / model)


def _archive(folder: Path, archive: str) -> str:
    """Return a database's address as it is, a path relative to the configuration file."""
    return archive if "://" in archive else str(folder / archive)


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
