"""JSON and JSON Lines to Articles: objects with a text, and a title or a date, wherever in the document they are."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck.config import JsonFields
from factcheck.domain import Article, Basis, Unread
from factcheck.errors import UnreadableArticleError
from factcheck.lexicon import Lexicon
from factcheck.readers.decode import decode
from factcheck.readers.facts import Facts, Stated, article_of
from factcheck.readers.files import File
from factcheck.readers.jsonvalues import Text, block_of, json_value
from factcheck.readers.lines import line_end, line_starts
from factcheck.readers.mapped import Block
from factcheck.readers.members import Names
from factcheck.readers.ninjs import is_ninjs, read_item
from factcheck.readers.prose import prose

_DEEPEST = 12
_FEWEST_WORDS = 3
Fields = Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """An object that is an article, and whether it is one of a list."""

    value: dict[str, Any]
    listed: bool


def read_json(file: File) -> Sequence[Article | Unread]:
    """Return the articles of a JSON document, ninjs items among them.

    An object alone has the id of its file; those of a list have it with a member: their own id, else their number.
    Raises UnreadableArticleError for what is no JSON, and when there is no article in it.
    """
    source = _decoded(file)
    try:
        value = json_value(source)
    except json.JSONDecodeError as error:
        raise UnreadableArticleError(f"is not JSON: {_reason(error)}", path=file.path) from error
    except RecursionError as error:
        raise UnreadableArticleError("is nested too deeply", path=file.path) from error
    starts = line_starts(source)
    names = Names()
    articles = [_article(file, source, found, names, starts) for found in _found(value, fields_of(file))]
    return _all_of(articles, file)


def read_json_lines(file: File) -> Sequence[Article | Unread]:
    """Return the articles of a file with one JSON document a line; a bad line loses only itself."""
    source = _decoded(file)
    starts = line_starts(source)
    fields, names = fields_of(file), Names()
    articles: list[Article | Unread] = []
    for number, start in enumerate(starts, 1):
        end = line_end(source, start)
        if not source[start:end].strip():
            continue
        try:
            found = list(_found(json_value(source, start, end), fields))
        except json.JSONDecodeError as error:
            articles.append(
                Unread(f"{file.id}#{number}", file.path, f"is not JSON: {error.msg} (column {error.colno})")
            )
        except RecursionError:
            articles.append(Unread(f"{file.id}#{number}", file.path, "is nested too deeply"))
        else:
            articles += [
                _article(file, source, Found(each.value, listed=True), names, starts, number) for each in found
            ]
            if not found:
                articles.append(Unread(f"{file.id}#{number}", file.path, f"holds no article: {_WANTED}"))
    return _all_of(articles, file)


_WANTED = "no object with a text and a title or date"


def _all_of(articles: list[Article | Unread], file: File) -> Sequence[Article | Unread]:
    if not articles:
        hint = "name its fields in the configuration, [json-fields]"
        raise UnreadableArticleError(f"holds no article: {_WANTED}", path=file.path, hint=hint)
    return tuple(articles)


def _decoded(file: File) -> str:
    source = decode(file.data, path=file.path)
    if not source.strip():
        raise UnreadableArticleError("is empty", path=file.path)
    return source


def _reason(error: json.JSONDecodeError) -> str:
    return f"{error.msg} (line {error.lineno}, column {error.colno})"


def fields_of(file: File) -> Fields:
    """Return the paths of names for each part of an article: the configuration's, then the usual ones."""
    return _fields(file.fields, file.lexicon)


@cache
def _fields(own: JsonFields, lexicon: Lexicon) -> Fields:
    usual = lexicon.load("fields", dict[str, list[str]])
    return {
        part: tuple(tuple(name.split(".")) for name in (*getattr(own, part), *names)) for part, names in usual.items()
    }


def _found(value: Any, fields: Fields, depth: int = 0, *, listed: bool = False) -> Iterator[Found]:
    """Yield the objects that are articles, in the document's order; nothing inside an article is one."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _found(item, fields, depth + 1, listed=True)
    elif isinstance(value, dict):
        if is_ninjs(value) or _is_article(value, fields):
            yield Found(value, listed)
        else:
            for item in value.values():
                yield from _found(item, fields, depth + 1, listed=listed)


def _is_article(value: dict[str, Any], fields: Fields) -> bool:
    text = stated(value, fields["text"])
    if text is None or len(text.split(None, _FEWEST_WORDS)) < _FEWEST_WORDS:
        return False
    return stated(value, fields["title"]) is not None or stated(value, fields["published"]) is not None


def stated(value: dict[str, Any], paths: Sequence[Sequence[str]]) -> Text | None:
    """Return the first of several fields that holds words."""
    for path in paths:
        here: Any = value
        for name in path:
            here = here.get(name) if isinstance(here, dict) else None
        if isinstance(here, Text) and here.strip():
            return here
    return None


def _article(
    file: File, source: str, found: Found, names: Names, starts: Sequence[int], number: int | None = None
) -> Article | Unread:
    fields = fields_of(file)
    part = {name: stated(found.value, fields[name]) for name in fields}
    member = names.name(part["id"], number) if found.listed else None
    if is_ninjs(found.value):
        blocks, facts = read_item(found.value, source, file)
    else:
        blocks, facts = _blocks(part, source, file), _facts(part)
    try:
        return article_of(file, source, blocks, facts, member=member, starts=starts)
    except UnreadableArticleError as error:
        return Unread(f"{file.id}#{member}" if member else file.id, file.path, error.message)


def _blocks(part: Mapping[str, Text | None], source: str, file: File) -> list[Block]:
    title, text = part["title"], part["text"]
    headline = prose(block_of(title, source), file.lexicon)[:1] if title else []
    return [*headline, *(prose(block_of(text, source), file.lexicon) if text else [])]


def _facts(part: Mapping[str, Text | None]) -> Facts:
    dates = ((Basis.METADATA, part["published"]), (Basis.UPDATED, part["updated"]))
    return Facts(
        titled=part["title"] is not None,
        dates=tuple(Stated(basis, date, date.start, date.end) for basis, date in dates if date is not None),
        publisher=part["source"],
        language=part["language"],
    )
