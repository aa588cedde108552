"""What a page says of its article beside the text: JSON-LD, <meta>, <time> and the page's language."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck.domain import Basis
from factcheck.lexicon import Lexicon
from factcheck.readers.facts import Stated
from factcheck.readers.jsonvalues import Text, json_value
from factcheck.readers.tree import Attribute, Element, Run

_DEEPEST = 20
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage")
_MOST_CHARACTERS = 400


@dataclass(slots=True)
class PageFacts:
    """What a page states: dates in order of trust, publisher, language, the headline and text of JSON-LD."""

    dates: list[Stated] = field(default_factory=list)
    publisher: str | None = None
    language: str | None = None
    headline: Attribute | Text | None = None
    body: Text | None = None


def page_facts(root: Element, article: Element, source: str, lexicon: Lexicon) -> PageFacts:
    """Return what a page states of the article that stands in one of its elements.

    Dates of JSON-LD come first, then those of <meta> and microdata, then <time> in the article.
    """
    lists = lexicon.load("pages", dict[str, Any])
    facts = PageFacts()
    for item in _articles(root, source, frozenset(lists["types"])):
        _read_item(item, facts)
        break
    _read_meta(root, article, lists, facts)
    _read_times(article, facts)
    html = root.first("html")
    if html is not None and facts.language is None:
        facts.language = html.get("lang") or html.get("xml:lang") or None
    return facts


def _articles(root: Element, source: str, types: frozenset[str]) -> Iterator[dict[str, Any]]:
    """Yield the articles that JSON-LD says the page is or holds; what is no JSON is passed over."""
    for script in root.descendants("script"):
        if script.get("type").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        for run in script.children:
            if isinstance(run, Run):
                try:
                    value = json_value(source, run.start, run.end)
                except (json.JSONDecodeError, RecursionError):
                    continue
                yield from _typed(value, types, 0)


def _typed(value: Any, types: frozenset[str], depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _typed(item, types, depth + 1)
    elif isinstance(value, dict):
        stated = value.get("@type")
        named = stated if isinstance(stated, list) else [stated]
        if any(isinstance(name, str) and name.rpartition("/")[2] in types for name in named):
            yield value
        else:
            # Elsewhere, in lists of links and in what is mentioned, stand other articles.
            for name in _HOLDERS:
                yield from _typed(value.get(name), types, depth + 1)


def _read_item(item: dict[str, Any], facts: PageFacts) -> None:
    for basis, field_name in ((Basis.METADATA, "datePublished"), (Basis.UPDATED, "dateModified")):
        value = item.get(field_name)
        if isinstance(value, Text):
            facts.dates.append(Stated(basis, value, value.start, value.end))
    publisher: Any = item.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    facts.publisher = str(name) if isinstance(name, str) else None
    language, headline, body = item.get("inLanguage"), item.get("headline"), item.get("articleBody")
    facts.language = str(language) if isinstance(language, str) else None
    facts.headline = headline if isinstance(headline, Text) else None
    facts.body = body if isinstance(body, Text) else None


def _read_meta(root: Element, article: Element, lists: dict[str, Any], facts: PageFacts) -> None:
    """Read <meta>, and microdata in the article; of the names of one thing the first in the lexicon's order counts."""
    named: dict[str, Attribute] = {}
    for element in root.descendants():
        value = element.attributes.get("content" if element.tag == "meta" else "datetime")
        inside = element.tag == "meta" or article.start <= element.start < article.end
        if value is None or not inside or not value.value.strip() or len(value.value) > _MOST_CHARACTERS:
            continue
        for key in ("property", "name", "itemprop") if element.tag == "meta" else ("itemprop",):
            if name := element.get(key).lower():
                named.setdefault(name, value)
    for basis, key in ((Basis.METADATA, "published"), (Basis.UPDATED, "updated")):
        found = next((named[name.lower()] for name in lists[key] if name.lower() in named), None)
        if found:
            facts.dates.append(Stated(basis, found.value, found.start, found.end))
    publisher = next((named[name] for name in lists["publisher"] if name in named), None)
    if facts.publisher is None and publisher:
        facts.publisher = publisher.value
    if facts.headline is None:
        facts.headline = next((named[name] for name in lists["title"] if name in named), None)


def _read_times(article: Element, facts: PageFacts) -> None:
    """Read the first <time> in the article that is said to be its publication, or stands in its header."""
    for element in article.descendants("time"):
        value = element.attributes.get("datetime")
        parent = element.parent
        in_header = parent is not None and (parent.tag == "header" or (parent.parent and parent.parent.tag == "header"))
        if value is not None and ("pubdate" in element.attributes or in_header):
            facts.dates.append(Stated(Basis.METADATA, value.value, value.start, value.end))
            return
