"""Front matter: the fields between "---" (YAML) or "+++" (TOML) at the head of a Markdown file, with their places.

python-frontmatter, and YAML loaders too, give values without places; PyYAML's nodes have them.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from factcheck.errors import UnreadableArticleError
from factcheck.readers.jsonvalues import Text, block_of
from factcheck.readers.lines import line_end
from factcheck.readers.mapped import Block, Weaver, verbatim

_FENCE = re.compile(r"(---|\+\+\+)[ \t]{0,9}(?:\r\n|\r|\n)")
_TOML_LINE = re.compile(r"([A-Za-z_-]{1,40})[ \t]{0,9}=[ \t]{0,9}(\S[^\r\n]{0,2000})")
_LONGEST = 20_000  # characters: YAML is read by slow means, and front matter is short


@dataclass(frozen=True, slots=True)
class Value:
    """A field's value: its words, the slice of the source that gives them, and the words with their places if exact."""

    text: str
    start: int
    end: int
    block: Block | None = None


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a front matter by their names in small letters, and where the text after it begins."""

    end: int = 0
    values: Mapping[str, Value] = field(default_factory=dict)


def read_front_matter(source: str, *, path: str) -> FrontMatter:
    """Return the front matter of a source, an empty one where there is none.

    Raises UnreadableArticleError for one that is no YAML or TOML.
    """
    fence = _FENCE.match(source)
    if fence is None:
        return FrontMatter()
    closing = re.compile(rf"^(?:{re.escape(fence[1])}{'|[.]{3}' if fence[1] == '---' else ''})[ \t]*$", re.MULTILINE)
    # Lines end with CR alone in old files, which "$" doesn't know.
    found = closing.search(source.replace("\r", "\n"), fence.end())
    if found is None:
        return FrontMatter()
    if found.start() - fence.end() > _LONGEST:
        return FrontMatter(found.end())
    read = _yaml_values if fence[1] == "---" else _toml_values
    return FrontMatter(found.end(), read(source, fence.end(), found.start(), path))


def _yaml_values(source: str, start: int, end: int, path: str) -> dict[str, Value]:
    try:
        node = yaml.compose(source[start:end], yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 2})" if mark else ""
        reason = getattr(error, "problem", None) or "it can't be read"
        raise UnreadableArticleError(f"has front matter that is no YAML: {reason}{where}", path=path) from error
    values: dict[str, Value] = {}
    if not isinstance(node, yaml.MappingNode):
        return values
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode):
            first, last = start + value.start_mark.index, start + value.end_mark.index
            block = _yaml_block(source, first, last, value.value, value.style)
            values.setdefault(key.value.lower(), Value(value.value, first, last, block))
    return values


def _yaml_block(source: str, start: int, end: int, value: str, style: str | None) -> Block | None:
    """Return a scalar's words with their places; None for one folded over lines, whose words stand apart."""
    if style is None:
        return verbatim(source, start, end) if source[start:end] == value else None
    if style == "'":
        return _single_quoted(source, start + 1, end - 1, value)
    return _double_quoted(source, start + 1, end - 1, value) if style == '"' else None


def _single_quoted(source: str, start: int, end: int, value: str) -> Block | None:
    if source[start:end].replace("''", "'") != value:
        return None
    weaver = Weaver()
    at = start
    for quote in re.finditer("''", source[start:end]):
        first = start + quote.start()
        weaver.add(source[at:first], at)
        weaver.add("'", first, 2)
        at = first + 2
    weaver.add(source[at:end], at)
    return weaver.block()


def _double_quoted(source: str, start: int, end: int, value: str) -> Block | None:
    try:
        if json.loads(f'"{source[start:end]}"') != value:
            return None
    except json.JSONDecodeError:
        return None
    text = Text(value)
    text.start, text.end = start, end
    return block_of(text, source)


def _toml_values(source: str, start: int, end: int, path: str) -> dict[str, Value]:
    """Return the fields of TOML that stand on a line of their own before its first table."""
    try:
        tomllib.loads(source[start:end].replace("\r\n", "\n").replace("\r", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableArticleError(f"has front matter that is no TOML: {error}", path=path) from error
    values: dict[str, Value] = {}
    at = start
    while at < end and source[at] != "[":
        stop = line_end(source, at)
        found = _TOML_LINE.match(source, at, stop)
        if found:
            values.setdefault(found[1].lower(), _toml_value(source, found.start(2), found.end(2)))
        at = stop + (2 if source.startswith("\r\n", stop) else 1)
    return values


def _toml_value(source: str, start: int, end: int) -> Value:
    mark = source[start]
    closing = source.rfind(mark, start + 1, end) if mark in "\"'" else -1
    if closing < 0:
        text = source[start:end].partition("#")[0].rstrip()
        return Value(text, start, start + len(text))
    inner = source[start + 1 : closing]
    if mark == "'":
        return Value(inner, start + 1, closing, verbatim(source, start + 1, closing))
    try:
        value = json.loads(f'"{inner}"')
    except json.JSONDecodeError:
        return Value(inner, start + 1, closing)
    return Value(value, start + 1, closing, _double_quoted(source, start + 1, closing, value))
