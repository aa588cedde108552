"""The spaCy pipeline, and an article's text as sentences that it has analysed one by one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import spacy
from spacy.attrs import DEP, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, SPACY, TAG
from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc
from thinc.api import use_ops

from factcheck.domain import Article
from factcheck.errors import ModelError
from factcheck.language.sentences import paragraphs, sentences
from factcheck.language.tokens import Doc, Token
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
_ATTRIBUTES: list[int | str] = [ORTH, IDX, SPACY, TAG, POS, LEMMA, DEP, HEAD]
_NAMED: list[int | str] = [TAG, POS, LEMMA, DEP]
_MOST_STRINGS = 300_000
_strings: dict[int, str] = {}


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
    """Parse texts that are one sentence each."""
    return map(read_out, annotate(texts, nlp))


def annotate(texts: Iterable[str], nlp: Language) -> Iterator[SpacyDoc]:
    """Tag and parse texts that are one sentence each, as spaCy has them; the parser may not split them further."""
    return nlp.pipe((_whole(_tokenised(text, nlp)) for text in texts), batch_size=64)


def read_out(doc: SpacyDoc) -> Doc:
    """Return a sentence of spaCy's as plain values."""
    text, strings = doc.text, _known_strings(doc)
    rows = doc.to_array(_ATTRIBUTES).astype(np.int64).tolist()
    found = Doc(text, [row[0] for row in rows], tagged=doc.has_annotation("TAG"), parsed=doc.has_annotation("DEP"))
    ends = [*(row[1] for row in rows[1:]), len(text)]
    for i, (end, (_, idx, space, *hashes, head)) in enumerate(zip(ends, rows, strict=False)):
        word = text[idx : end - space]
        tag, pos, lemma, dep = (strings[number] for number in hashes)
        found.tokens.append(Token(found, i, idx, word, word.lower(), " " * space, tag, pos, lemma, dep, i + head))
    return found


def _known_strings(doc: SpacyDoc) -> dict[int, str]:
    """Return the strings of spaCy's hashes, with all of a sentence's tags and lemmas among them."""
    if len(_strings) > _MOST_STRINGS:
        _strings.clear()
    for number in set(doc.to_array(_NAMED).astype(np.int64).ravel().tolist()):
        if number not in _strings:
            _strings[number] = doc.vocab.strings[number % 2**64]
    return _strings


def _tokenised(text: str, nlp: Language) -> SpacyDoc:
    """Tokenise a sentence; one with a chunk that no language has is cut by plain rule.

    spaCy's tokeniser takes quadratic time on a long run without spaces.
    """
    if _CHUNK.search(text) is None:
        return nlp.make_doc(text)
    pieces = _PIECES.findall(text)
    words = [piece.rstrip(" ") or " " for piece in pieces]
    return SpacyDoc(nlp.vocab, words=words, spaces=[piece != " " and piece.endswith(" ") for piece in pieces])


def _whole(doc: SpacyDoc) -> SpacyDoc:
    starts = np.full((len(doc), 1), -1, dtype=np.int64)
    starts[:1] = 1
    return doc.from_array([SENT_START], starts.astype(np.uint64))  # type: ignore[arg-type]  # the stub knows thinc's own
