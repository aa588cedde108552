"""The lemmatizer's tables, mended from gold documents; its stock tables are stood in for by a few words."""

import pytest
from lemmas import fit, reordered
from spacy.lang.en import English
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

RULES = {"verb": [["s", ""], ["ed", "e"], ["ed", ""], ["ing", "e"], ["ing", ""]], "noun": [["s", ""]]}
INDEX = {"verb": ["hop", "hope", "need", "nee", "stop"], "noun": ["politic", "mile"]}
EXCEPTIONS: dict[str, dict[str, list[str]]] = {"verb": {"stopped": ["stop"]}, "noun": {}}


@pytest.fixture
def nlp() -> Language:
    nlp = English()
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    assert isinstance(lemmatizer, Lemmatizer)
    tables = Lookups()
    tables.add_table("lemma_rules", RULES)
    tables.add_table("lemma_index", INDEX)
    tables.add_table("lemma_exc", EXCEPTIONS)
    lemmatizer.lookups = tables
    return nlp


def gold(nlp: Language, *words: tuple[str, str, str], features: str = "") -> Doc:
    """Return a document of (word, part of speech, lemma)."""
    return Doc(
        nlp.vocab,
        words=[word for word, _, _ in words],
        pos=[pos for _, pos, _ in words],
        lemmas=[lemma for _, _, lemma in words],
        morphs=[features for _ in words],
    )


def lemma(nlp: Language, word: str, pos: str) -> str:
    lemmatizer = nlp.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    return str(lemmatizer.rule_lemmatize(gold(nlp, (word, pos, ""))[0])[0])


def fitted(nlp: Language, *docs: Doc) -> int:
    lemmatizer = nlp.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    return fit(lemmatizer, docs)


def test_a_verb_in_e_wins_and_a_known_verb_stays() -> None:
    assert reordered(RULES["verb"]) == [["s", ""], ["ed", ""], ["ing", ""], ["ed", "e"], ["ing", "e"], ["", ""]]


@pytest.mark.parametrize(
    ("form", "expected"), [("hoping", "hope"), ("hoped", "hope"), ("stopped", "stop"), ("need", "need")]
)
def test_lemmas_of_verbs(nlp: Language, form: str, expected: str) -> None:
    fitted(nlp)
    assert lemma(nlp, form, "VERB") == expected


def test_closed_classes_are_learned_with_both_apostrophes(nlp: Language) -> None:
    doc = gold(nlp, *[("was", "AUX", "be"), ("'ll", "AUX", "will"), ("Them", "PRON", "they")] * 3)
    assert fitted(nlp, doc) == 4
    for form, pos, expected in [
        ("was", "AUX", "be"),
        ("Was", "AUX", "be"),
        ("’ll", "AUX", "will"),
        ("them", "PRON", "they"),
    ]:
        assert lemma(nlp, form, pos) == expected


def test_irregular_forms_of_open_classes_are_learned_when_frequent(nlp: Language) -> None:
    doc = gold(nlp, *[("politics", "NOUN", "politics")] * 3, ("miles", "NOUN", "mile"), ("gas", "NOUN", "gas"))
    assert fitted(nlp, doc) == 1
    assert lemma(nlp, "politics", "NOUN") == "politics"
    assert lemma(nlp, "miles", "NOUN") == "mile"


def test_misspelt_and_short_forms_are_not_learned(nlp: Language) -> None:
    typos = gold(nlp, *[("were", "AUX", "where")] * 3, features="Typo=Yes")
    short = gold(nlp, *[("km", "NOUN", "kilometer"), ("pm", "NOUN", "p.m.")] * 3)
    assert fitted(nlp, typos, short) == 0
