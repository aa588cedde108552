"""The shipped model: it loads, analyses, and sees one sentence at a time."""

import json

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc

from factcheck.domain import Article
from factcheck.errors import ModelError
from factcheck.language.annotation import annotate, parse
from factcheck.language.english import SHIPPED, analyse, pipeline
from factcheck.lexicon import Lexicon

SENTENCES = [
    "The river burst its banks on Tuesday, flooding 300 homes in the old town.",
    "“We have never seen so much water,” said the mayor, Ingrid Solheim.",
    "The company's profits fell 6.8% to $1.2 million in 2023.",
    "Two days after the vote, the prime minister resigned.",
    "Who will pay?",
    "12 May",
]
MAX_BYTES = 9_000_000


def analysis(doc: SpacyDoc) -> list[tuple[str, str, str, str, str, int, str]]:
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.dep_, t.head.i, t.lemma_) for t in doc]


def test_the_shipped_model_tags_parses_and_lemmatises(nlp: Language) -> None:
    [doc] = parse(["Rescuers have recovered nine bodies."], nlp)
    assert [token.tag_ for token in doc] == ["NNS", "VBP", "VBN", "CD", "NNS", "."]
    assert [token.pos_ for token in doc] == ["NOUN", "AUX", "VERB", "NUM", "NOUN", "PUNCT"]
    assert [token.dep_ for token in doc] == ["nsubj", "aux", "ROOT", "nummod", "obj", "punct"]
    assert [token.lemma_ for token in doc] == ["rescuer", "have", "recover", "nine", "body", "."]


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("The bridge was opened.", "was", "be"),
        ("It has risen.", "has", "have"),
        ("It did not rain.", "did", "do"),
        ("It won't rain.", "wo", "will"),
        ("It didn’t rain.", "n’t", "not"),
        ("They were hoping for rain.", "hoping", "hope"),
        ("The firm was fined.", "fined", "fine"),
        ("The firm stopped work.", "stopped", "stop"),
        ("Prices fell.", "fell", "fall"),
        ("Politics moved them.", "them", "they"),
    ],
)
def test_lemmas_of_closed_classes_and_irregular_verbs(nlp: Language, sentence: str, word: str, lemma: str) -> None:
    [doc] = parse([sentence], nlp)
    assert next(token.lemma_ for token in doc if token.text == word) == lemma


def test_the_model_has_no_entity_recogniser_and_no_sentence_splitter(nlp: Language) -> None:
    assert nlp.pipe_names == ["tok2vec", "tagger", "morphologizer", "parser", "lemmatizer"]


def test_a_sentence_depends_on_nothing_around_it(nlp: Language) -> None:
    together = [analysis(doc) for doc in annotate(SENTENCES, nlp)]
    alone = [analysis(doc) for sentence in SENTENCES for doc in annotate([sentence], nlp)]
    backwards = [analysis(doc) for doc in annotate(reversed(SENTENCES), nlp)][::-1]
    assert together == alone == backwards


@settings(max_examples=15)
@given(st.permutations(SENTENCES * 3))
def test_the_order_and_number_of_sentences_change_nothing(sentences: list[str]) -> None:
    nlp = pipeline()
    expected = dict(zip(SENTENCES, map(analysis, annotate(SENTENCES, nlp)), strict=True))
    assert [analysis(doc) for doc in annotate(sentences, nlp)] == [expected[sentence] for sentence in sentences]


def test_a_sentence_is_never_split(nlp: Language) -> None:
    [doc] = annotate(["He came. He saw! Did he win? (He did.)"], nlp)
    assert len(list(doc.sents)) == 1
    assert sum(token.head == token for token in doc) == 1


@pytest.mark.parametrize("text", ["", " ", "\n", "—", "....", "\u200b", "😀" * 50, "a" * 5000, "1 " * 500])
def test_hostile_sentences_are_parsed(nlp: Language, text: str) -> None:
    [doc] = parse([text], nlp)
    assert doc.text == text


def test_sentences_of_an_article_keep_their_places(nlp: Language, lexicon: Lexicon) -> None:
    text = "Flood in the valley\n\nThe river rose on Monday. It fell on Tuesday.\n\nNobody was hurt."
    sentences = analyse(Article(id="a", path="a.txt", text=text), nlp, lexicon)
    assert [text[sentence.start : sentence.end] for sentence in sentences] == [
        "Flood in the valley",
        "The river rose on Monday.",
        "It fell on Tuesday.",
        "Nobody was hurt.",
    ]
    assert [sentence.paragraph for sentence in sentences] == [0, 1, 1, 2]
    assert [sentence.index for sentence in sentences] == [0, 1, 2, 3]
    for sentence in sentences:
        for token in sentence.doc:
            start = sentence.start + token.idx
            assert text[start : start + len(token)] == token.text


def test_the_model_is_loaded_once() -> None:
    assert pipeline() is pipeline()


@pytest.mark.parametrize("name", ["en_no_such_model", "./no/such/folder", "de"])
def test_an_unknown_model_is_an_error_with_a_hint(name: str) -> None:
    with pytest.raises(ModelError) as caught:
        pipeline(name)
    assert name in caught.value.message
    assert caught.value.hint is not None
    assert "--model" in caught.value.hint


def test_a_pipeline_without_a_parser_is_an_error_with_a_hint(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("blank")
    spacy.blank("en").to_disk(folder)
    with pytest.raises(ModelError, match="has no parser") as caught:
        pipeline(str(folder))
    assert caught.value.hint is not None


def test_another_pipeline_may_be_named_by_its_path(nlp: Language) -> None:
    other = pipeline(str(SHIPPED))
    assert [analysis(doc) for doc in annotate(SENTENCES, other)] == [analysis(doc) for doc in annotate(SENTENCES, nlp)]


def test_the_model_is_small_and_says_what_it_is_made_of() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file()) <= MAX_BYTES
    meta = json.loads((SHIPPED / "meta.json").read_text(encoding="utf-8"))
    assert meta["name"] == "news_en"
    assert meta["license"] == "CC BY-SA 4.0"
    assert len(meta["sources"]) == 3
    card = (SHIPPED / "README.md").read_text(encoding="utf-8")
    for part in ("GUM", "EWT", "PUD", "CC BY-SA 4.0", "| LAS |"):
        assert part in card


def test_the_vocabulary_holds_no_words_of_the_corpora() -> None:
    strings = json.loads((SHIPPED / "vocab" / "strings.json").read_text(encoding="utf-8"))
    assert len(strings) < 1500
    assert not {"the", "The", "and", "Washington"} & set(strings)


def test_a_run_without_spaces_is_tokenised_in_linear_time_and_keeps_its_text() -> None:
    texts = ["He paid " + "(" * 3000 + " then left", "x" * 4000, '"' * 2000 + " b", "a  " + "-=" * 300 + "  b"]
    docs = list(annotate(texts, pipeline()))
    assert [doc.text for doc in docs] == texts
    assert max(len(token) for doc in docs for token in doc) <= 40
