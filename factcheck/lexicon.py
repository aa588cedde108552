"""What the checker knows about a language and the world, read from rules/lexicon: YAML files and TSV tables."""

import csv
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from factcheck.errors import RuleError
from factcheck.yamlfile import read_yaml

T = TypeVar("T")


def rules_root() -> Path:
    """Return the folder of the built-in rules: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


class Lexicon(NamedTuple):
    """The lexicon of one language, from the built-in rules and then from the user's rule packs, which add to it."""

    roots: tuple[Path, ...] = ()
    language: str = "en"

    def load(self, name: str, shape: type[T]) -> T:
        """Return NAME.yml as a value of the given type; lists and mappings of later packs are added to earlier ones."""
        return _load(self, name, shape)  # type: ignore[no-any-return, arg-type]

    def table(self, name: str) -> tuple[dict[str, str], ...]:
        """Return the rows of NAME.tsv by the names in its first line; lines that begin with # are left out."""
        return _table(self, name)


def _files(lexicon: Lexicon, name: str) -> list[Path]:
    folders = [root / "lexicon" / lexicon.language for root in (rules_root(), *lexicon.roots)]
    files = [folder / name for folder in folders if (folder / name).is_file()]
    if not files:
        raise RuleError(f"lexicon file {name} is missing", path=folders[0])
    return files


@cache
def _load(lexicon: Lexicon, name: str, shape: Any) -> Any:
    first, *more = [read_yaml(path, shape) for path in _files(lexicon, f"{name}.yml")]
    for other in more:
        first = _joined(first, other)
    return first


def _joined(first: Any, other: Any) -> Any:
    if isinstance(first, list) and isinstance(other, list):
        return [*first, *other]
    if isinstance(first, dict) and isinstance(other, dict):
        return {**first, **{key: _joined(first[key], value) if key in first else value for key, value in other.items()}}
    return other


@cache
def _table(lexicon: Lexicon, name: str) -> tuple[dict[str, str], ...]:
    rows: list[dict[str, str]] = []
    for path in _files(lexicon, f"{name}.tsv"):
        with path.open(encoding="utf-8", newline="") as lines:
            kept = (line for line in lines if line.strip() and not line.startswith("#"))
            reader = csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)
            for row in reader:
                if None in row or None in row.values():
                    raise RuleError(
                        f"row {next(iter(row.values()))!r} has not as many fields as the first line", path=path
                    )
                rows.append(row)
    return tuple(rows)
