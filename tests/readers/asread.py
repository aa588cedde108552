"""How each format says that its source is to be read, written down once more for the tests, apart from the readers."""

import html
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from factcheck.config import NO_FIELDS
from factcheck.errors import UnreadableArticleError
from factcheck.lexicon import Lexicon
from factcheck.readers.files import File
from factcheck.readers.table import format_of

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted(path for path in SAMPLES.rglob("*") if path.is_file())
ENCODINGS = {"latin.txt": "cp1252", "budget.htm": "cp1252", "windows.jsonl": "cp1252", "plain.xml": "latin-1"}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def file_of(data, path, fields=NO_FIELDS, max_size=10_000_000):
    data = data.encode() if isinstance(data, str) else data
    return File(path, path, data, Lexicon(), max_size, fields)


def articles_in(data, path, fields=NO_FIELDS, max_size=10_000_000):
    file = file_of(data, path, fields, max_size)
    return list(format_of(file).read(file))


def article_in(data, path, **settings):
    (article,) = articles_in(data, path, **settings)
    return article


def refusal(data, path):
    """Return why a file is refused."""
    with pytest.raises(UnreadableArticleError) as caught:
        articles_in(data, path)
    return caught.value.message


def source_of(article):
    return article.text if article.decoded is None else article.decoded


def decoded(path):
    """Return the source of a sample as the format's page in docs/readers.md says, without a reader."""
    if path.suffix == ".docx":
        return word_text(path)
    encoding = ENCODINGS.get(path.name, "utf-8") if path.parent.name != "newsml" else "utf-8"
    if path.name == "namespaced.nitf":
        encoding = "cp1252"
    return path.read_bytes().decode(encoding)


def word_text(path):
    root = ET.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    lines = []
    for paragraph in root.find(f"{WORD}body").findall(f"{WORD}p"):
        words = ""
        for run in paragraph.findall(f"{WORD}r"):
            if run.find(f"{WORD}rPr/{WORD}vanish") is not None:
                continue
            for part in run:
                words += {f"{WORD}tab": "\t", f"{WORD}br": " "}.get(
                    part.tag, part.text if part.tag == f"{WORD}t" else ""
                )
        lines.append(words)
    return "\n".join(lines)


def spaces(text):
    return re.sub("[\u00a0\u2007\u2009\u202f]", " ", text)


def of_markup(text):
    text = re.sub(r"<!--.*?-->|<script\b.*?</script>|<(figure|table|media)\b.*?</\1>", "", text, flags=re.DOTALL)
    text = re.sub(r"<br ?/?>\s*", "\n", re.sub(r"<!\[CDATA\[|\]\]>|<(?!br\b)/?[A-Za-z][^>]*>", "", text))
    text = re.sub(
        r"[ \t\r\f]*\n[ \t]*|[ \t\r\n\f]+", lambda found: found.group() if found.group() == "\n" else " ", text
    )
    return re.sub("[\u00ad\u200b]", "", html.unescape(text))


def collapsed(text):
    return re.sub(r"\s+", " ", spaces(text))


def of_markdown(text):
    text = re.sub(r"<!--.*?-->|~~.*?~~|!\[[^\]]*\]\([^)]*\)", "", text, flags=re.DOTALL)
    text = re.sub(r"\]\([^)]*\)|\]\[[^\]]*\]|\[(?!\d\])", "", text)
    text = re.sub(r"\*\*|(?<=\S)\*|\*(?=\S)|\b_|_\b|`", "", text)
    text = re.sub(r"\n(?:>|\s)*", "\n", text)
    return re.sub(r"\\([^\w\s])", r"\1", html.unescape(text))


def of_json(text):
    return json.loads(f'"{text}"', strict=False)


def of_feed(text):
    once = re.sub(r"<!\[CDATA\[|\]\]>", "", text)
    return html.unescape(html.unescape(of_markup(of_markup(html.unescape(once)))))


READ = {
    "text": lambda text: text,
    "docx": lambda text: text,
    "markdown": of_markdown,
    "html": of_markup,
    "json": lambda text: of_markup(of_json(text)),
    "json-lines": lambda text: of_markup(of_json(text)),
    "ninjs": lambda text: of_markup(of_json(text)),
    "rss": of_feed,
    "atom": of_feed,
    "nitf": of_markup,
    "newsml": of_markup,
}
