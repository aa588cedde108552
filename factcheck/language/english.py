"""The spaCy pipeline, and an article's text as sentences that it has analysed one by one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.attrs import IS_SPACE, LANG, LOWER, NORM, PREFIX, SHAPE, SUFFIX
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from thinc.api import use_ops

from factcheck.domain import Article
from factcheck.errors import ModelError
from factcheck.language.annotation import parse
from factcheck.language.embedding import embed_forms_once
from factcheck.language.sentences import paragraphs, sentences
from factcheck.language.tokens import Doc
from factcheck.lexicon import Lexicon

SHIPPED = Path(__file__).parent / "model"
_ASKED = (LOWER, NORM, PREFIX, SUFFIX, SHAPE, IS_SPACE, LANG)
"""What the shipped pipeline asks of a word's form."""


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
        with use_ops("numpy", use_blis=False):
            nlp = spacy.load(name, exclude=["ner", "senter", "entity_linker", "textcat"])
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(f"language model {str(name)!r} can't be loaded: {error}", hint="see --model") from error
    for needed in ("parser", "lemmatizer"):
        if needed not in nlp.pipe_names:
            raise ModelError(
                f"language model {str(name)!r} has no {needed}", hint="use a full spaCy pipeline for English"
            )
    _index_lemmas(nlp)
    embed_forms_once(nlp)
    if model is None:
        _ask_less(nlp)
    return nlp


def _index_lemmas(nlp: Language) -> None:
    """Turn the lemmatiser's lists of known lemmas into sets: spaCy would read a list from its start for each word."""
    lemmatiser = nlp.get_pipe("lemmatizer")
    if isinstance(lemmatiser, Lemmatizer) and lemmatiser.lookups.has_table("lemma_index"):
        table = lemmatiser.lookups.get_table("lemma_index")
        for part_of_speech in list(table):
            table[part_of_speech] = frozenset(table[part_of_speech])


def _ask_less(nlp: Language) -> None:
    """Leave out what spaCy finds out about each new word's form and the shipped pipeline never asks (is_stop, ...)."""
    vocabulary: Any = nlp.vocab
    getters = vocabulary.lex_attr_getters
    vocabulary.lex_attr_getters = {asked: getters[asked] for asked in _ASKED}


def split(article: Article, lexicon: Lexicon) -> Iterator[tuple[int, int, int]]:
    """Yield paragraph number, start and end of each sentence, from the article's body on."""
    for number, (first, last) in enumerate(paragraphs(article.text, article.body)):
        for start, end in sentences(article.text, first, last, lexicon):
            yield number, start, end


def analyse(
    article: Article, nlp: Language, lexicon: Lexicon, needs: Callable[[Doc], bool] | None = None
) -> list[Sentence]:
    """Tokenise and tag an article sentence by sentence; a line break within a sentence is read as a space.

    `needs` is asked of each in turn whether it is to be parsed too; all are by default.
    """
    spans = list(split(article, lexicon))
    docs = parse((article.text[start:end].translate(_SPACES) for _, start, end in spans), nlp, needs)
    return [
        Sentence(index, paragraph, start, end, doc)
        for index, ((paragraph, start, end), doc) in enumerate(zip(spans, docs, strict=True))
    ]
