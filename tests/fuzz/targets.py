"""What is fuzzed: each reader and the recognisers, as functions from bytes that fail when something does not hold."""

import re
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from invariants import read_or_refused, require_places, require_reading

from factcheck.claims.extract import extract
from factcheck.domain import Unread
from factcheck.errors import UnreadableArticleError
from factcheck.language.english import analyse, pipeline
from factcheck.language.understand import understand
from factcheck.lexicon import Lexicon
from factcheck.readers.files import File
from factcheck.readers.plain import read_plain

Result = TypeVar("Result")

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests" / "readers" / "samples"
FOUND = Path(__file__).parent / "found"
LEXICON = Lexicon()
SECONDS, BYTES = 1.0, 100_000
"""No input of so many bytes may take longer; a shorter one may take as long."""
FIRST_WORD = 0x6000
WORD_FILES = ("times.tsv", "numerals.yml", "units.yml", "currencies.tsv", "measures.yml", "office_words.yml")
WORD_FILES += ("titles.yml", "reporting.yml", "hedges.yml", "directions.yml", "calculations.yml", "datelines.yml")


@dataclass(frozen=True, slots=True)
class Target:
    """What is fuzzed: a function that takes bytes and returns its seconds of work, and inputs to begin with."""

    run: Callable[[bytes], float]
    seeds: Callable[[], Iterator[bytes]]


def too_slow(seconds: float, size: int) -> bool:
    """Tell whether an input of so many bytes took too long."""
    return seconds > SECONDS * max(1.0, size / BYTES)


def stretched(data: bytes, at: int, length: int) -> bytes:
    """Return an input in which one piece is repeated until it has the length of which the time is limited."""
    piece = data[at : at + length]
    return data[:at] + piece * ((BYTES - len(data)) // max(1, len(piece))) + data[at:]


def reader(suffix: str, *kinds: str) -> Target:
    """Return the target of a reader: a file is read by its suffix, and by how it begins."""

    def run(data: bytes) -> float:
        return max(_read(data, suffix), _read(data, ""))

    return Target(run, lambda: (path.read_bytes() for kind in kinds for path in sorted((SAMPLES / kind).iterdir())))


def _read(data: bytes, suffix: str) -> float:
    began = time.process_time()
    articles = read_or_refused(File("a", f"a{suffix}", data, LEXICON, 10_000_000))
    took = time.process_time() - began
    for article in articles:
        if not isinstance(article, Unread):
            require_places(article)
    return took


def _word(data: bytes) -> float:
    """Read a Word file, and one whose document is the input."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", data)
    return max(_read(data, ".docx"), _read(made.getvalue(), ".docx"))


def _word_seeds() -> Iterator[bytes]:
    for path in sorted((SAMPLES / "docx").iterdir()):
        yield path.read_bytes()
        yield zipfile.ZipFile(path).read("word/document.xml")


@cache
def words() -> tuple[str, ...]:
    """Return the words of the lexicon that times, figures, offices and quotations are made of."""
    folder = ROOT / "rules" / "lexicon" / "en"
    lines = [line for name in WORD_FILES for line in (folder / name).read_text("utf-8").splitlines()]
    known = {word for line in lines if not line.startswith("#") for word in re.findall("[A-Za-z]+", line)}
    return tuple(sorted(known | {word.capitalize() for word in known}))


def text_of(data: bytes) -> str:
    """Return the text that an input stands for: each two bytes are a character or, above FIRST_WORD, a word."""
    numbers = [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data) - 1, 2)]
    known = words()
    return "".join(
        chr(number) if number < FIRST_WORD else f"{known[(number - FIRST_WORD) % len(known)]} " for number in numbers
    )


def bytes_of(text: str) -> bytes:
    """Return the input that stands for a text."""
    return b"".join(ord(char).to_bytes(2, "big") for char in text if ord(char) < FIRST_WORD)


def _recognised(data: bytes) -> float:
    """Understand a text; return the seconds of the recognisers or those of the claims, whichever took longer.

    Those of the model do not count, and the others count as if the text were as long as what stands for it.
    """
    nlp = pipeline()
    text = text_of(data)
    try:
        article = read_plain(text.encode(), article_id="a", path="a.txt", lexicon=LEXICON)
    except UnreadableArticleError:
        return 0.0
    share = min(1.0, len(data) / len(text))
    understood, analysis = _timed(lambda: understand(article, nlp, LEXICON))
    claimed, _ = _timed(lambda: extract(analysis))
    require_reading(analysis)
    if too_slow(understood * share, len(data)):
        understood -= _timed(lambda: analyse(article, nlp, LEXICON))[0]
    return max(understood, claimed) * share


def _timed(job: Callable[[], Result]) -> tuple[float, Result]:
    began = time.process_time()
    result = job()
    return time.process_time() - began, result


def _texts() -> Iterator[bytes]:
    for folder in (ROOT / "seeds", ROOT / "tests" / "articles"):
        for path in sorted(folder.rglob("*.txt")):
            for paragraph in path.read_text("utf-8").split("\n\n"):
                yield bytes_of(paragraph[:600])


TARGETS: Mapping[str, Target] = {
    "text": reader(".txt", "text"),
    "markdown": reader(".md", "markdown"),
    "html": reader(".html", "html"),
    "json": reader(".json", "json", "ninjs"),
    "json-lines": reader(".jsonl", "json-lines"),
    "xml": reader(".xml", "rss", "atom", "nitf", "newsml"),
    "docx": Target(_word, _word_seeds),
    "recognisers": Target(_recognised, _texts),
}
