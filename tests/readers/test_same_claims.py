"""One article claims the same whatever format it comes in."""

import html
import json
import re
from pathlib import Path

import pytest
from asread import article_in

from factcheck.claims.extract import extract
from factcheck.language.understand import understand

ARTICLES = sorted((Path(__file__).parent.parent / "articles").rglob("2025-*.txt"))


def as_html(paragraphs):
    inside = "\n".join(f"<p>{html.escape(text).replace('percent', '<b>percent</b>')}</p>" for text in paragraphs)
    return f"<html><body><nav>On 31 June</nav><article>{inside}</article></body></html>"


def as_markdown(paragraphs):
    escaped = (re.sub(r"([\\`*_\[\]<>&#])", r"\\\1", text) for text in paragraphs)
    return "\n\n".join(re.sub(r"\b(\d{2})\b", r"**\1**", text, count=1) for text in escaped)


def as_rss(paragraphs):
    inside = html.escape("".join(f"<p>{html.escape(text)}</p>\n" for text in paragraphs))
    return f"<rss><channel><item><description>{inside}</description></item></channel></rss>"


def as_nitf(paragraphs):
    inside = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    return f"<nitf><body><body.content>{inside}</body.content></body></nitf>"


FORMATS = {
    ".html": as_html,
    ".md": as_markdown,
    ".rss": as_rss,
    ".nitf": as_nitf,
    ".json": lambda paragraphs: json.dumps({"date": "", "published": "2025", "text": "\n\n".join(paragraphs)}),
}


def claimed(article, nlp, lexicon):
    claims = extract(understand(article, nlp, lexicon))
    return [
        (claim.kind, claim.attribute, claim.value, " ".join(claim.place.text.split()), claim.subjects)
        for claim in claims
    ]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_claims_the_same_in_every_format(path, suffix, nlp, lexicon):
    text = path.read_text(encoding="utf-8").strip()
    paragraphs = [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
    plain = article_in("\n\n".join(paragraphs), "a.txt")
    other = article_in(FORMATS[suffix](paragraphs), f"a{suffix}")
    assert other.text == plain.text
    assert [(date.basis, date.value) for date in other.stated if str(date.basis) != "metadata"] == [
        (date.basis, date.value) for date in plain.stated
    ]
    assert claimed(other, nlp, lexicon) == claimed(plain, nlp, lexicon)
