"""Which reader reads which kind of file: the built-in formats, then those of other packages."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from factcheck.domain import Article
from factcheck.readers.docx import read_docx
from factcheck.readers.files import File
from factcheck.readers.formats import Format
from factcheck.readers.html import read_html
from factcheck.readers.json import read_json, read_json_lines
from factcheck.readers.plain import read_plain
from factcheck.readers.plugins import Plugins, installed
from factcheck.readers.sniff import (
    has_front_matter,
    is_docx,
    is_html,
    is_json,
    is_json_lines,
    is_json_news,
    is_xml,
    is_xml_news,
)
from factcheck.readers.xml import read_xml


def _plain(file: File) -> Sequence[Article]:
    return (read_plain(file.data, article_id=file.id, path=file.path, lexicon=file.lexicon),)


def _markdown(file: File) -> Sequence[Article]:
    # The parser is as slow to import as all other readers together, and most folders hold no Markdown.
    from factcheck.readers.markdown import read_markdown

    return read_markdown(file)


PLAIN = Format("text", (".txt",), _plain)
FORMATS: tuple[Format, ...] = (
    PLAIN,
    Format("markdown", (".md", ".markdown"), _markdown, begins=has_front_matter),
    Format("html", (".html", ".htm", ".xhtml"), read_html, begins=is_html),
    Format("json-lines", (".jsonl", ".ndjson"), read_json_lines, begins=is_json_lines),
    Format("json", (".json",), read_json, begins=is_json, is_news=is_json_news),
    Format("xml", (".xml", ".nitf", ".rss", ".atom"), read_xml, begins=is_xml, is_news=is_xml_news),
    Format("docx", (".docx",), read_docx, begins=is_docx),
)


@cache
def plugins() -> Plugins:
    """Return the formats of other packages; those whose suffix is taken are among the faults."""
    return installed({suffix for known in FORMATS for suffix in known.suffixes})


@cache
def by_suffix() -> dict[str, Format]:
    """Return the format of each known suffix."""
    return {suffix: known for known in (*FORMATS, *plugins().formats) for suffix in known.suffixes}


def format_of(file: File) -> Format:
    """Return the format of a file by its suffix, else by how it begins; what nothing tells is plain text."""
    known = by_suffix().get(Path(file.path).suffix.lower())
    if known is not None:
        return known
    every = (*FORMATS, *plugins().formats)
    return next((known for known in every if known.begins is not None and known.begins(file)), PLAIN)
