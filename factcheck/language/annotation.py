"""What spaCy's pipeline finds out about sentences, read out of it once as plain values.

The tagger runs over every sentence, the parser only over those that need it, and a word's lemma, which depends on its
form, part of speech and morphology alone, is looked up once. Each article is a batch of its own: what is found in it
depends on nothing beside it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from spacy.attrs import DEP, HEAD, IDX, LEMMA, MORPH, ORTH, POS, SENT_START, SPACY, TAG
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token as SpacyToken

from factcheck.language.tokens import Doc, Token

_CHUNK = re.compile(r"[^\s]{120}|[^\w\s]{40}")
_PIECES = re.compile(r"\w{1,40} ?|[^\w ]{1,40} ?| ")
_TOKENS: list[int | str] = [ORTH, IDX, SPACY, TAG, POS, MORPH, LEMMA]
_TREE: list[int | str] = [DEP, HEAD]
_BATCH = 64
_MOST = 300_000  # words and strings that are remembered
_strings: dict[int, str] = {}
_words: dict["Kind", "Word"] = {}
Kind = tuple[int, int, int, int, int, bool]
"""A token's form, tag, part of speech, morphology and lemma as spaCy's numbers, and whether it has its lemma yet."""


class Word(NamedTuple):
    """What a kind of token says wherever it stands: its form, also in lower case, tag, part of speech and lemma."""

    text: str
    lower: str
    tag: str
    pos: str
    lemma: str


def annotate(texts: Iterable[str], nlp: Language) -> Iterator[SpacyDoc]:
    """Tag and parse texts that are one sentence each, as spaCy has them; the parser may not split them further."""
    return nlp.pipe((_whole(_tokenised(text, nlp)) for text in texts), batch_size=_BATCH)


def parse(texts: Iterable[str], nlp: Language, needs: Callable[[Doc], bool] | None = None) -> list[Doc]:
    """Tag texts that are one sentence each, and parse those that need it by their tokens and tags; all by default.

    `needs` is asked once for each sentence, in their order.
    """
    ruled = _has_rules_for_lemmas(nlp)
    tagged = list(
        nlp.pipe(
            (_whole(_tokenised(text, nlp)) for text in texts),
            batch_size=_BATCH,
            disable=["parser", *(["lemmatizer"] if ruled else [])],
        )
    )
    found = [read_out(doc, nlp if ruled else None) for doc in tagged]
    chosen = [at for at, doc in enumerate(found) if needs is None or needs(doc)]
    parsed = nlp.get_pipe("parser").pipe((tagged[at] for at in chosen), batch_size=_BATCH)  # type: ignore[attr-defined]
    for at, doc in zip(chosen, parsed, strict=True):
        _hang(found[at], doc)
    return found


def read_out(doc: SpacyDoc, lemmatiser: Language | None = None) -> Doc:
    """Return a sentence of spaCy's as plain values; its lemmas by rule, where they have not been looked up yet."""
    rows = doc.to_array(_TOKENS).astype(np.int64).tolist()
    found = Doc("", [row[0] for row in rows], tagged=doc.has_annotation("TAG"))
    for i, (orth, idx, space, tag, pos, morph, lemma) in enumerate(rows):
        kind = (orth, tag, pos, morph, lemma, lemmatiser is None)
        word = _words.get(kind) or _word(kind, doc, i, lemmatiser)
        behind = " " if space else ""
        found.tokens.append(Token(found, i, idx, word.text, word.lower, behind, word.tag, word.pos, word.lemma, "", i))
    found.text = "".join([token.text + token.whitespace_ for token in found.tokens])
    if doc.has_annotation("DEP"):
        _hang(found, doc)
    return found


def _hang(found: Doc, doc: SpacyDoc) -> None:
    """Give the tokens of a sentence the dependencies that the parser has found."""
    rows: Sequence[tuple[int, int]] = doc.to_array(_TREE).astype(np.int64).tolist()
    for token, (dep, head) in zip(found.tokens, rows, strict=True):
        token.dep_ = _string(dep, doc)
        token.at_head = token.i + head
    found.parsed = True


def _string(number: int, doc: SpacyDoc) -> str:
    """Return the string of one of spaCy's hashes, which array arithmetic has given a sign."""
    found = _strings.get(number)
    if found is None:
        if len(_strings) > _MOST:
            _strings.clear()
        found = _strings[number] = doc.vocab.strings[number % 2**64]
    return found


def _word(kind: Kind, doc: SpacyDoc, at: int, lemmatiser: Language | None) -> Word:
    """Return what a kind of token says, of which a sentence has one at a place."""
    if len(_words) > _MOST:
        _words.clear()
    orth, tag, pos, _, lemma, _ = kind
    text = _string(orth, doc)
    base = _string(lemma, doc) if lemmatiser is None else _lemma(doc[at], lemmatiser)
    found = _words[kind] = Word(text, text.lower(), _string(tag, doc), _string(pos, doc), base)
    return found


def _lemma(token: SpacyToken, nlp: Language) -> str:
    return str(nlp.get_pipe("lemmatizer").lemmatize(token)[0])  # type: ignore[attr-defined]


def _has_rules_for_lemmas(nlp: Language) -> bool:
    """Tell whether lemmas come from rules on a word's form, part of speech and morphology, and from nothing else."""
    lemmatiser = nlp.get_pipe("lemmatizer")
    return isinstance(lemmatiser, Lemmatizer) and lemmatiser.mode == "rule" and nlp.pipe_names[-1] == "lemmatizer"


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
