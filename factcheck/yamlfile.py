"""YAML 1.2 files read into typed values, with the file, line and column of whatever is wrong in them."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from factcheck.errors import FactcheckError, RuleError

T = TypeVar("T")
_DEEPEST = 8
_LONGEST = 4000  # characters of a value; Python refuses to read longer numbers

# libyaml where PyYAML was built with it, which all its wheels are: fifteen times as fast
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SafeLoader):  # type: ignore[misc]
    """PyYAML's safe loader with the scalars of YAML 1.2's core schema: "no", "on" and "12:30" are words."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 (PyYAML's own form)

    def construct_mapping(self, node: MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return a mapping; YAML 1.2 wants its keys to be unique, which PyYAML lets pass."""
        seen = set()
        for name, _ in node.value:
            if isinstance(name, ScalarNode) and name.value in seen:
                message = f"found duplicate key {name.value!r}"
                raise yaml.constructor.ConstructorError(None, None, message, name.start_mark)
            seen.add(str(name.value))
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        return mapping


for _tag, _shape, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_shape})\Z"), list(_first))


def read_yaml(path: Path, shape: type[T]) -> T:
    """Read a YAML file into a value of the given type.

    Raises RuleError with the place of the first fault: bad YAML, an unknown field, a value of the wrong type.
    """
    try:
        source = path.read_text(encoding="utf-8")
    except OSError as error:
        raise RuleError(f"can't be read: {error.strerror}", path=path) from error
    except UnicodeDecodeError as error:
        raise RuleError("is not UTF-8 text", path=path, hint="save it as UTF-8") from error
    try:
        value = yaml.load(source, _Loader)  # noqa: S506 (a safe loader)
    except yaml.YAMLError as error:
        raise _not_yaml(error, path, RuleError) from error
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        message, _, where = str(error).partition(" - at `")
        line, column = place_in(source, where.rstrip("`"), unknown_field=_unknown_field(message))
        raise RuleError(message, path=path, line=line, column=column) from error


@dataclass(frozen=True, slots=True)
class PlainYaml:
    """A YAML document's value beside its nodes, which know their places."""

    value: Any
    node: Node


def plain_yaml(source: str, path: str, *, error: type[FactcheckError]) -> PlainYaml | None:
    """Return a document of plain lists, mappings and scalars from somewhere unknown; None when it is empty.

    Raises the given error for bad YAML, and for anchors, aliases, tags, deep nesting and endless values, which plain
    data has no need of and a hostile file may be made of.
    """
    try:
        _require_plain(source, path, error)
        loader = _Loader(source)
        node = loader.get_single_node()
        return None if node is None else PlainYaml(loader.construct_document(node), node)
    except yaml.YAMLError as fault:
        raise _not_yaml(fault, path, error) from fault


def _require_plain(source: str, path: str, error: type[FactcheckError]) -> None:
    """Look at the events of a document one by one, so that no depth of nesting is followed."""
    depth = 0
    for event in yaml.parse(source, _Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        reason = None
        if depth > _DEEPEST:
            reason = f"is nested more than {_DEEPEST} deep"
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            reason = "has an anchor or alias (& or *), which are not allowed here"
        elif getattr(event, "tag", None) is not None:
            reason = "has a tag (!), which is not allowed here"
        elif len(getattr(event, "value", "")) > _LONGEST:
            reason = f"has a value of more than {_LONGEST} characters"
        if reason is not None:
            assert event.start_mark is not None
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            raise error(reason, path=path, line=line, column=column, hint="write plain values")


def _not_yaml(fault: yaml.YAMLError, path: str | Path, error: type[FactcheckError]) -> FactcheckError:
    if not isinstance(fault, yaml.MarkedYAMLError):
        return error(f"is not YAML: {fault}", path=path)
    mark = fault.problem_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
    return error(f"is not YAML: {fault.problem}", path=path, line=line, column=column)


def _unknown_field(message: str) -> str | None:
    found = re.search(r"unknown field `([^`]*)`", message)
    return found.group(1) if found else None


def place_in(source: str, where: str, *, unknown_field: str | None = None) -> tuple[int, int]:
    """Return line and column of the value at a msgspec path such as $[3].severity, or of an unknown field's key."""
    node: Node | None = yaml.compose(source, _Loader)
    if node is None:
        return 1, 1
    mark = node.start_mark
    for key, index in re.findall(r"\.([\w-]+)|\[(\d+|\.\.\.)\]", where):
        child = _child(node, key, index)
        if child is None:
            break
        node, mark = child, child.start_mark
    if unknown_field is not None and isinstance(node, MappingNode):
        for name, _ in node.value:
            if name.value == unknown_field:
                mark = name.start_mark
    return mark.line + 1, mark.column + 1


def _child(node: Node, key: str, index: str) -> Any:
    if key and isinstance(node, MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    if index.isdigit() and isinstance(node, SequenceNode) and int(index) < len(node.value):
        return node.value[int(index)]
    return None
