"""The spaCy pipeline, and an article's text as sentences that it has analysed one by one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from factcheck.domain import Article
from factcheck.errors import ModelError
from factcheck.language.sentences import paragraphs, sentences
from factcheck.lexicon import Lexicon

SHIPPED = Path(__file__).parent / "model"
_CHUNK = re.compile(r"[^\s]{120}|[^\w\s]{40}")
_PIECES = re.compile(r"\w{1,40} ?|[^\w ]{1,40} ?| ")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span in the article, its paragraph's number, and its parse; token.idx counts from `start`."""

    index: int
    paragraph: int
    start: int
    end: int
    doc: Doc


_SPACES = {ord(char): " " for char in "\n\r\t"}


@cache
def pipeline(model: str | None = None) -> Language:
    """Load the shipped model, or another spaCy pipeline by name or path.

    Raises ModelError when there is no such pipeline or it lacks a tagger or parser.
    """
    name = model or SHIPPED
    try:
        nlp = spacy.load(name, exclude=["ner", "senter", "entity_linker", "textcat"])
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(f"language model {str(name)!r} can't be loaded: {error}", hint="see --model") from error
    for needed in ("parser", "lemmatizer"):
        if needed not in nlp.pipe_names:
            raise ModelError(
                f"language model {str(name)!r} has no {needed}", hint="use a full spaCy pipeline for English"
            )
    return nlp


def split(article: Article, lexicon: Lexicon) -> Iterator[tuple[int, int, int]]:
    """Yield paragraph number, start and end of each sentence, from the article's body on."""
    for number, (first, last) in enumerate(paragraphs(article.text, article.body)):
        for start, end in sentences(article.text, first, last, lexicon):
            yield number, start, end


def analyse(article: Article, nlp: Language, lexicon: Lexicon) -> list[Sentence]:
    """Tokenise and parse an article sentence by sentence; a line break within a sentence is read as a space."""
    spans = list(split(article, lexicon))
    docs = parse((article.text[start:end].translate(_SPACES) for _, start, end in spans), nlp)
    return [
        Sentence(index, paragraph, start, end, doc)
        for index, ((paragraph, start, end), doc) in enumerate(zip(spans, docs, strict=True))
    ]


def parse(texts: Iterable[str], nlp: Language) -> Iterator[Doc]:
    """Parse texts that are one sentence each; the parser may not split them further."""
    return nlp.pipe((_whole(_tokenised(text, nlp)) for text in texts), batch_size=64)


def _tokenised(text: str, nlp: Language) -> Doc:
    """Tokenise a sentence; one with a chunk that no language has is cut by plain rule.

    spaCy's tokeniser takes quadratic time on a long run without spaces.
    """
    if _CHUNK.search(text) is None:
        return nlp.make_doc(text)
    pieces = _PIECES.findall(text)
    words = [piece.rstrip(" ") or " " for piece in pieces]
    return Doc(nlp.vocab, words=words, spaces=[piece != " " and piece.endswith(" ") for piece in pieces])


def _whole(doc: Doc) -> Doc:
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc
