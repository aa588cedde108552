"""A facts file to entries, each with its place; every fault of its form with file, line and column."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec
from yaml.nodes import MappingNode, Node, SequenceNode

from factcheck.domain import Location
from factcheck.errors import FactsError
from factcheck.facts.schema import SECTIONS, Entry
from factcheck.yamlfile import PlainYaml, plain_yaml

MOST_BYTES = 20_000_000
_SIDE = {"offices": "holder", "names": "name", "events": "on", "figures": "value"}


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry with the field that an article is held against, and the place of each of its fields."""

    entry: Entry
    place: Location
    fields: Mapping[str, tuple[int, int]]

    def fault(self, field: str, message: str, hint: str | None = None) -> FactsError:
        """Return what is wrong with a field of the entry, at its line and column."""
        line, column = self.fields.get(field, (self.place.line, self.place.column))
        return FactsError(message, path=self.place.path, line=line, column=column, hint=hint)


def read_facts(path: Path) -> tuple[Placed | FactsError, ...]:
    """Return the entries of a facts file and the faults of the others, in the order of the file.

    Raises FactsError for a file that can't be read, is too large, or is no YAML of four lists.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FactsError(f"can't be read: {error.strerror}", path=path) from error
    if len(data) > MOST_BYTES:
        raise FactsError(f"is larger than {MOST_BYTES // 1_000_000} MB", path=path, hint="divide it into several files")
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FactsError("is not UTF-8 text", path=path, hint="save it as UTF-8") from error
    return parse_facts(source, str(path))


def parse_facts(source: str, path: str) -> tuple[Placed | FactsError, ...]:
    """Return the entries of a facts file's text; see read_facts."""
    document = plain_yaml(source, path, error=FactsError)
    if document is None:
        return ()
    return tuple(_sections(document, _Source(source, path)))


@dataclass(frozen=True, slots=True)
class _Source:
    """A facts file's text and path."""

    text: str
    path: str

    def locate(self, node: Node, entry: Node) -> Location:
        """Return a node's place, with the entry around it as its sentence."""
        start, mark = node.start_mark.index, node.start_mark
        text = self.text[start : node.end_mark.index].rstrip()  # a list in lines of its own reaches to the next key
        breaks = text.count("\n")
        return Location(
            article=self.path,
            path=self.path,
            start=start,
            end=start + len(text),
            line=mark.line + 1,
            column=mark.column + 1,
            end_line=mark.line + 1 + breaks,
            end_column=len(text) - text.rfind("\n") if breaks else mark.column + 1 + len(text),
            text=text,
            sentence=self.text[entry.start_mark.index : entry.end_mark.index].rstrip(),
            sentence_start=entry.start_mark.index,
        )


def _sections(document: PlainYaml, source: _Source) -> Iterator[Placed | FactsError]:
    if not isinstance(document.node, MappingNode):
        hint = f"its keys are {', '.join(SECTIONS)}, each with a list of entries"
        raise FactsError("is not a mapping", path=source.path, line=1, column=1, hint=hint)
    for key, node in document.node.value:
        name = key.value
        if name not in SECTIONS:
            yield _fault(source, key, f"unknown key {name!r}", _nearest(name, tuple(SECTIONS)))
        elif not isinstance(node, SequenceNode):
            yield _fault(source, node, f"{name} is not a list of entries", "begin each entry with a hyphen")
        else:
            values = document.value[name]
            for entry, value in zip(node.value, values, strict=True):
                yield _entry(name, entry, value, source)


def _entry(section: str, node: Node, value: Any, source: _Source) -> Placed | FactsError:
    shape = SECTIONS[section]
    nodes = {key.value: child for key, child in node.value} if isinstance(node, MappingNode) else {}
    try:
        entry = msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        message, _, where = str(error).partition(" - at `$")
        unknown = re.search(r"unknown field `([^`]*)`", message)
        names = shape.__struct_encode_fields__
        field = unknown.group(1) if unknown else where.lstrip(".").split("`")[0].split("[")[0]
        at = next((key for key, _ in node.value if key.value == field), node) if unknown else nodes.get(field, node)
        hint = _nearest(field, names) if unknown else f"an entry of {section} has {', '.join(names)}"
        return _fault(source, at, f"{field}: {message}" if field and not unknown else message, hint)
    fields = {name: (child.start_mark.line + 1, child.start_mark.column + 1) for name, child in nodes.items()}
    return Placed(entry, source.locate(nodes[_SIDE[section]], node), fields)


def _fault(source: _Source, node: Node, message: str, hint: str | None) -> FactsError:
    mark = node.start_mark
    return FactsError(message, path=source.path, line=mark.line + 1, column=mark.column + 1, hint=hint)


def _nearest(word: str, known: Sequence[str]) -> str:
    near = get_close_matches(word, known, n=1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
