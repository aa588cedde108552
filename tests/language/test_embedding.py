"""What makes the pipeline faster than spaCy's own changes nothing of what it finds."""

import numpy as np
import pytest
import spacy
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, NORM, ORTH, POS, PREFIX, SHAPE, SUFFIX, TAG
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, use_ops
from thinc.types import Ragged

from factcheck.language.annotation import annotate
from factcheck.language.embedding import embed_forms_once
from factcheck.language.english import SHIPPED, pipeline

TEXTS = (
    "The ferry left the harbour at 6:40 a.m., and the harbour master left with the ferry.",
    "Ms. Halvorsen said 38 of the 41 boats had been found; boats had been missing since Friday.",
    "It's the £2.4m question: who pays?",
    "Yes.",
)
FOUND = [ORTH, NORM, PREFIX, SUFFIX, SHAPE, TAG, POS, MORPH, DEP, HEAD]


@pytest.fixture(scope="module")
def plain() -> Language:
    with use_ops("numpy", use_blis=False):
        return spacy.load(SHIPPED)


def vectors(nlp: Language, docs: list[Doc]) -> list[np.ndarray]:
    return nlp.get_pipe("tok2vec").model.get_ref("embed").predict(docs)


def test_each_token_has_the_vector_that_spacy_gives_it(plain: Language) -> None:
    docs = [plain.make_doc(text) for text in TEXTS]
    for ours, theirs in zip(vectors(pipeline(), docs), vectors(plain, docs), strict=True):
        assert ours.shape == theirs.shape
        assert np.allclose(ours, theirs, atol=1e-4)


def test_each_form_is_embedded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = pipeline()
    embedding = nlp.get_pipe("tok2vec").model.get_ref("embed").layers[0].layers[-2]
    rows: list[int] = []
    forward = embedding._func

    def counted(model: Model, given: Ragged, is_train: bool) -> object:
        rows.append(len(given.data))
        return forward(model, given, is_train)

    monkeypatch.setattr(embedding, "_func", counted)
    vectors(nlp, [nlp.make_doc("boats and boats"), nlp.make_doc("and boats and")])
    assert rows == [4]  # of six tokens: each of the two words with a space behind it and without


def test_tags_lemmas_and_parse_are_those_of_spacy(plain: Language) -> None:
    ours, theirs = list(annotate(TEXTS, pipeline())), list(annotate(TEXTS, plain))
    for mine, other in zip(ours, theirs, strict=True):
        assert mine.to_array(FOUND).tolist() == other.to_array(FOUND).tolist()
        assert mine.to_array([LEMMA]).tolist() == other.to_array([LEMMA]).tolist()


def test_sentences_without_a_token_have_no_vectors() -> None:
    nlp = pipeline()
    assert [len(found) for found in vectors(nlp, [nlp.make_doc(""), nlp.make_doc("Yes.")])] == [0, 2]
    assert [len(found) for found in vectors(nlp, [nlp.make_doc("")])] == [0]


def test_a_pipeline_without_a_shared_embedding_stays_as_it_is() -> None:
    embed_forms_once(spacy.blank("en"))
