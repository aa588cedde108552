"""From CoNLL-U to spaCy's documents: multiword tokens, empty nodes, spaces, roots."""

from pathlib import Path

import pytest
from convert import convert, sentences, spaced, to_doc
from spacy.tokens import DocBin
from spacy.vocab import Vocab

CONLLU = """\
# sent_id = one
# text = They don't pay, do they?
1\tThey\tthey\tPRON\tPRP\tCase=Nom|Number=Plur\t4\tnsubj\t4:nsubj\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\tVerbForm=Fin\t4\taux\t4:aux\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t4:advmod\t_
4\tpay\tpay\tVERB\tVB\tVerbForm=Inf\t0\troot\t0:root\tSpaceAfter=No
4.1\tpay\tpay\tVERB\tVB\t_\t_\t_\t4:conj\t_
5\t,\t,\tPUNCT\t,\t_\t6\tpunct\t6:punct\t_
6\tdo\tdo\tAUX\tVBP\tVerbForm=Fin\t4\tparataxis\t4:parataxis\t_
7\tthey\tthey\tPRON\tPRP\tCase=Nom|Number=Plur\t6\tnsubj\t6:nsubj\tSpaceAfter=No
8\t?\t?\tPUNCT\t.\t_\t4\tpunct\t4:punct\tSpaceAfter=No

# sent_id = two
# text = Rain
1\tRain\train\tNOUN\tNN\tNumber=Sing\t0\troot\t0:root\t_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return path


def test_empty_nodes_and_comments_are_left_out(treebank: Path) -> None:
    first, second = sentences(treebank)
    assert [row[0] for row in first] == ["1", "2-3", "2", "3", "4", "5", "6", "7", "8"]
    assert [row[1] for row in second] == ["Rain"]


def test_the_text_is_that_of_the_treebank(treebank: Path) -> None:
    first, _ = sentences(treebank)
    words, spaces = spaced(first)
    assert [word[1] for word in words] == ["They", "do", "n't", "pay", ",", "do", "they", "?"]
    assert spaces == [True, False, True, False, True, True, False, False]
    assert to_doc(Vocab(), first).text == "They don't pay, do they?"


def test_a_document_is_one_annotated_sentence(treebank: Path) -> None:
    doc = to_doc(Vocab(), next(sentences(treebank)))
    assert [token.head.text for token in doc] == ["pay", "pay", "pay", "pay", "do", "pay", "do", "pay"]
    assert [token.dep_ for token in doc][3] == "ROOT"
    assert [token.tag_ for token in doc][:4] == ["PRP", "VBP", "RB", "VB"]
    assert [token.lemma_ for token in doc][:4] == ["they", "do", "not", "pay"]
    assert str(doc[0].morph) == "Case=Nom|Number=Plur"
    assert len(list(doc.sents)) == 1


def test_the_same_seed_gives_the_same_file(treebank: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "a" / "one.spacy", tmp_path / "two.spacy"
    assert convert([treebank, treebank], one, shuffle_seed=1) == 4
    assert convert([treebank, treebank], two, shuffle_seed=1) == 4
    assert one.read_bytes() == two.read_bytes()
    assert len(list(DocBin().from_disk(one).get_docs(Vocab()))) == 4
