"""How a file's format is told, which files of a folder are taken, and what other packages may add."""

import json
from importlib.metadata import EntryPoint

import pytest
from asread import FILES, SAMPLES, articles_in, file_of

from factcheck.cli import main
from factcheck.config import JsonFields
from factcheck.domain import Article
from factcheck.errors import UnreadableArticleError
from factcheck.lexicon import Lexicon
from factcheck.readers import plugins, table
from factcheck.readers.discover import discover
from factcheck.readers.formats import Format
from factcheck.readers.read import read


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_a_file_without_a_suffix_is_known_by_how_it_begins(path):
    expected = table.format_of(file_of(path.read_bytes(), path.name)).name
    found = table.format_of(file_of(path.read_bytes(), "article")).name
    if expected == "markdown" and not path.read_bytes().startswith((b"---", b"+++")):
        expected = "text"  # Markdown without front matter is plain text for all that can be seen
    assert found == expected


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The river rose.", "text"),
        ("", "text"),
        ("--- a rule\nThe river rose.", "text"),
        ("{curly} braces", "text"),
        ("[1] a footnote", "text"),
        ("<3 the river", "text"),
        ("  \n<!DOCTYPE HTML>", "html"),
        ('{\n "title": "x"}', "json"),
        ('{"a": 1}\n{"a": 2}', "json-lines"),
        ("\ufeff<rss/>", "xml"),
    ],
)
def test_what_looks_like_no_format_is_plain_text(source, name):
    assert table.format_of(file_of(source, "article")).name == name


def test_a_known_suffix_counts_whatever_the_file_holds():
    assert table.format_of(file_of("<html>", "a.TXT")).name == "text"
    assert table.format_of(file_of("The river rose.", "a.Markdown")).name == "markdown"


def taken(folder, **settings):
    found = discover([folder], max_size=10**6, **settings)
    return [source.file.name for source in found.sources], dict(found.skipped)


def test_json_and_xml_in_a_folder_are_taken_when_they_are_news(tmp_path):
    article = {"title": "River", "text": "The river rose."}
    files = {
        "a.json": json.dumps(article),
        "b.json": json.dumps({"name": "package", "version": "1", "description": "The river rose."}),
        "c.json": "[1, 2",
        "d.xml": "<?xml version='1.0'?><!-- x --><rss><channel/></rss>",
        "e.xml": "<project/>",
        "f.xml": "no XML",
        "g.json": "",
        "h.jsonl": json.dumps(article),
        "i.html": "<p>The river rose.",
        "j.nitf": "<nitf/>",
        "k.md": "The river rose.",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    names = ["a.json", "d.xml", "g.json", "h.jsonl", "i.html", "j.nitf", "k.md"]
    assert taken(tmp_path) == (names, {"not news": 4})


def test_the_configurations_fields_tell_news_too(tmp_path):
    (tmp_path / "a.json").write_text('{"titel": "River", "inhalt": "The river rose."}')
    assert taken(tmp_path) == ([], {"not news": 1})
    assert taken(tmp_path, fields=JsonFields(title=("titel",), text=("inhalt",)))[0] == ["a.json"]


def test_a_file_given_by_name_is_read_whether_it_looks_like_news_or_not(tmp_path):
    (tmp_path / "a.json").write_text("{}")
    (source,) = discover([tmp_path / "a.json"], max_size=100).sources
    with pytest.raises(UnreadableArticleError, match="holds no article"):
        read(source, max_size=100, lexicon=Lexicon())


def read_log(file):
    if b"!" in file.data:
        raise ZeroDivisionError("so it is")
    return (Article(file.id, file.path, file.data.decode()),)


LOG = Format("log", (".log",), read_log, begins=lambda file: file.data.startswith(b"LOG"))
TAKEN = Format("other", (".txt", ".other"), read_log)
NO_FORMAT = "a string"


@pytest.fixture
def installed(monkeypatch):
    """Return a function that installs entry points by their values, as packages would."""

    def install(**values):
        points = [EntryPoint(name, value, plugins.GROUP) for name, value in values.items()]
        monkeypatch.setattr(plugins, "entry_points", lambda *, group: points if group == plugins.GROUP else [])
        table.plugins.cache_clear()
        table.by_suffix.cache_clear()

    monkeypatch.syspath_prepend(str(SAMPLES.parent))
    yield install
    table.plugins.cache_clear()
    table.by_suffix.cache_clear()


def test_another_package_adds_a_reader(installed, tmp_path):
    installed(log="test_formats:LOG")
    (tmp_path / "a.log").write_text("The river rose.")
    assert taken(tmp_path) == (["a.log"], {})
    assert articles_in("The river rose.", "a.log")[0].text == "The river rose."
    assert table.format_of(file_of("LOG of the river", "a")).name == "log"


def test_a_broken_package_names_itself_and_the_run_goes_on(installed, tmp_path, capsys):
    installed(
        broken="no_such_module:x", none="test_formats:NO_FORMAT", log="test_formats:LOG", taken="test_formats:TAKEN"
    )
    assert table.plugins().faults == (
        "the reader 'broken' can't be loaded: ModuleNotFoundError: No module named 'no_such_module'",
        "the reader 'none' is no factcheck.readers.formats.Format but str",
        "the reader 'taken' is left out: .txt has a reader already",
    )
    (tmp_path / "a.log").write_text("The river rose.")
    (tmp_path / "b.log").write_text("!")
    assert main([str(tmp_path), "--format", "json"]) == 0
    captured = capsys.readouterr()
    assert "factcheck: warning: the reader 'broken' can't be loaded" in captured.err
    assert "the reader 'log' failed: ZeroDivisionError: so it is" in captured.out


def test_the_example_in_the_docs_reads_its_format():
    docs = (SAMPLES.parent.parent.parent / "docs" / "readers.md").read_text(encoding="utf-8")
    names = {}
    exec(docs.partition("```python\n")[2].partition("```")[0], names)
    (article,) = names["WIRE"].read(file_of("\x01head\x02The river rose.\x03", "a.wire"))
    assert (article.text, article.source, article.locate(4, 9).in_source) == ("The river rose.", "Wire", (10, 15))
