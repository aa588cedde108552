"""Three files of each format: what is read of them, and that every place is where it says."""

import json
import os
from itertools import pairwise

import pytest
from asread import FILES, READ, SAMPLES, articles_in, collapsed, decoded

from factcheck.cli import main
from factcheck.domain import Unread
from factcheck.language.understand import understand
from factcheck.reading import located

GOLDEN = SAMPLES.parent.parent / "goldens" / "readers.txt"
# What stands in the samples where no reader may look: pictures, tables, code, scripts, hidden and deleted text, feeds'
# own descriptions, teasers.
NEVER = (
    "31 June",
    "30 February",
    "31 September",
    "31 November",
    "31 April",
    "32 November",
    "1999",
    "2001",
    "2031",
    "1887",
)


def read(path):
    return articles_in(path.read_bytes(), path.relative_to(SAMPLES).as_posix())


def told(article):
    if isinstance(article, Unread):
        return f"== {article.id}\n  unread: {article.reason}\n"
    title = article.text[slice(*article.title)] if article.title else None
    dates = [f"{date.basis} {date.value} line {date.place.line if date.place else None}" for date in article.stated]
    facts = [
        f"  title: {title}",
        f"  source: {article.source}, language: {article.stated_language}",
        *map("  {}".format, dates),
    ]
    return "\n".join([f"== {article.id}", *facts, *(f"    {line}" for line in article.text.splitlines())]) + "\n"


def test_there_are_three_samples_of_each_format():
    counts = {folder.name: len(list(folder.iterdir())) for folder in SAMPLES.iterdir() if folder.is_dir()}
    assert counts == dict.fromkeys(READ, 3)


def test_what_is_read_of_the_samples_is_the_golden():
    written = "\n".join(told(article) for path in FILES for article in read(path))
    if os.environ.get("FACTCHECK_UPDATE_GOLDENS"):
        GOLDEN.write_text(written, encoding="utf-8")
    assert written == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_every_mention_is_the_slice_of_the_source_that_it_names(path, nlp, lexicon):
    source, as_read = decoded(path), READ[path.parent.name]
    mentions = 0
    for article in read(path):
        if isinstance(article, Unread):
            continue
        for place, mention in located(understand(article, nlp, lexicon)):
            assert_found_again(place, source, as_read)
            assert place.text == article.text[mention.start : mention.end]
            mentions += 1
        for date in article.stated:
            if date.place is not None:
                assert_found_again(date.place, source, as_read)
    assert mentions > 1


def assert_found_again(place, source, as_read):
    start, end = place.in_source
    assert (place.text if place.source_text is None else place.source_text) == source[start:end]
    assert collapsed(as_read(source[start:end])) == collapsed(place.text)
    before = source[:start].replace("\r\n", "\n").replace("\r", "\n")
    assert place.line == before.count("\n") + 1
    line_start = max(source.rfind("\n", 0, start), source.rfind("\r", 0, start)) + 1
    assert place.column == start - line_start + 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_all_words_in_a_row_are_where_they_say(path):
    source, as_read = decoded(path), READ[path.parent.name]
    for article in read(path):
        if isinstance(article, Unread):
            continue
        for words in words_in(article.text):
            for first, last in [*pairwise(words), *zip(words, words[4:], strict=False)]:
                place = article.locate(first[0], last[1])
                assert_found_again(place, source, as_read)
                part = article.locate(words[0][0], words[-1][1]).part(first[0] - words[0][0], last[1] - words[0][0])
                assert (part.in_source, part.text, part.line, part.column, part.end_line, part.end_column) == (
                    place.in_source,
                    place.text,
                    place.line,
                    place.column,
                    place.end_line,
                    place.end_column,
                )


def words_in(text):
    """Return the spans of the words of each paragraph."""
    at = 0
    for paragraph in text.split("\n\n"):
        spans, start = [], at
        for word in paragraph.split():
            start = text.index(word, start)
            spans.append((start, start + len(word)))
            start += len(word)
        yield spans
        at += len(paragraph) + 2


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_what_a_page_shows_beside_its_article_is_not_read(path):
    for article in read(path):
        text = "" if isinstance(article, Unread) else article.text
        assert not [words for words in NEVER if words in text]


def locations(value):
    """Yield every LOC in a JSON document."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from locations(inner)


@pytest.mark.parametrize("command", ["check", "mentions", "claims"])
def test_every_place_that_is_printed_is_a_slice_of_its_source(command, capsys, monkeypatch):
    monkeypatch.chdir(SAMPLES)
    main([command, ".", "--format", "json"])
    found = list(locations(json.loads(capsys.readouterr().out)))
    sources = {path.relative_to(SAMPLES).as_posix(): decoded(path) for path in FILES}
    for place in found:
        source = sources[place["path"]]
        assert place.get("source_text", place["text"]) == source[place["start"] : place["end"]]
        before = source[: place["start"]].replace("\r\n", "\n").replace("\r", "\n")
        assert place["line"] == before.count("\n") + 1
        if "source_text" in place:
            assert place["source_text"] != place["text"]
    folders = {place["path"].partition("/")[0] for place in found}
    assert command == "check" or folders == set(READ)
    assert command != "mentions" or any("source_text" in place for place in found)


def test_a_bad_member_is_told_of_by_its_own_name(capsys, monkeypatch):
    monkeypatch.chdir(SAMPLES)
    main(["check", "json-lines", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    unread = {finding["primary"]["article"]: finding["message"] for finding in found if finding["rule"] == "A105"}
    assert sorted(unread) == ["json-lines/broken.ndjson#2", "json-lines/broken.ndjson#3"]
    assert "is not JSON" in unread["json-lines/broken.ndjson#2"]
