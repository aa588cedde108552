"""Packaging keeps what the components need and nothing of their training; scores are held against bars."""

import json
from pathlib import Path

import pytest
import spacy
from evaluate import BARS, MEASURES, TESTS, below, overall, score, table, write_card
from package import MAX_BYTES, folder_size, needed_strings, slim
from spacy.language import Language

from factcheck.language.annotation import annotate
from factcheck.language.english import SHIPPED

GOOD = {test: dict.fromkeys(MEASURES, 99.0) | {"words": 100.0} for test in TESTS}


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packed") / "model"
    slim(spacy.load(SHIPPED), folder)
    return folder


def test_packing_again_changes_nothing(packed: Path, nlp: Language) -> None:
    names = {path.relative_to(SHIPPED) for path in SHIPPED.rglob("*") if path.is_file()} - {Path("README.md")}
    assert names == {path.relative_to(packed) for path in packed.rglob("*") if path.is_file()}
    assert (packed / "vocab/strings.json").read_bytes() == (SHIPPED / "vocab/strings.json").read_bytes()
    assert (packed / "meta.json").read_bytes() == (SHIPPED / "meta.json").read_bytes()


def test_nothing_of_the_training_is_kept(packed: Path) -> None:
    meta = json.loads((packed / "meta.json").read_text(encoding="utf-8"))
    assert not {"performance", "labels", "vectors"} & set(meta)
    config = (packed / "config.cfg").read_text(encoding="utf-8")
    paths = config.partition("[paths]")[2].partition("\n[")[0]
    assert "/" not in paths
    assert folder_size(packed) <= MAX_BYTES


def test_the_labels_are_all_among_the_strings(nlp: Language) -> None:
    strings = set(needed_strings(nlp))
    assert {"nsubj", "obl:agent", "ROOT", "VBD", "Number=Plur", "Number", "Plur"} <= strings


def test_scores_below_a_bar_are_named() -> None:
    assert below(GOOD) == []
    bad = {**GOOD, "pud-test": {**GOOD["pud-test"], "dep_las": BARS["pud-test"]["dep_las"] - 0.01}}
    assert len(below(bad)) == 1
    assert "LAS on PUD" in below(bad)[0]


def test_the_whole_is_weighed_by_words() -> None:
    scores = {**GOOD, "pud-test": {**GOOD["pud-test"], "dep_las": 90.0, "words": 200.0}}
    assert overall(scores, "dep_las") == pytest.approx(94.5)


def test_the_card_takes_new_scores_in_place_of_old(tmp_path: Path) -> None:
    card = tmp_path / "README.md"
    card.write_text("a\n<!-- scores -->\nold\n<!-- end of scores -->\nz\n", encoding="utf-8")
    write_card(card, table(GOOD))
    text = card.read_text(encoding="utf-8")
    assert "old" not in text
    assert "| PUD | 100 | 99.0 |" in text
    assert text.startswith("a\n")
    assert text.endswith("\nz\n")


def test_a_model_agrees_with_itself_on_raw_text(nlp: Language) -> None:
    docs = list(annotate(["The river rose on Monday.", "They don't pay."], nlp))
    assert all(share == 100 for measure, share in score(nlp, docs).items() if measure != "words")
