"""TOML files: their text, their values, and the line and column of whatever is wrong in them."""

import re
import tomllib
from pathlib import Path
from typing import Any

from factcheck.errors import ConfigError


def read_source(path: Path) -> str:
    """Return the text of a configuration file; raise ConfigError when it can't be read or is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"can't be read: {error.strerror or error}", path=path) from error
    except UnicodeDecodeError as error:
        raise ConfigError("can't be read: is not UTF-8 text", path=path, hint="save it as UTF-8") from error


def parse_toml(source: str, path: Path) -> dict[str, Any]:
    """Return the values of a TOML text; raise ConfigError with line and column when it is none."""
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"(.*) \(at line ([0-9]+), column ([0-9]+)\)", str(error))
        message, line, column = found.groups() if found else (str(error), None, None)
        raise ConfigError(
            f"is not TOML: {message}",
            path=path,
            line=int(line) if line else None,
            column=int(column) if column else None,
        ) from error
