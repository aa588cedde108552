"""Score the packaged model on raw text, by the same route as the product takes: sentence by sentence, own tokens.

TAG, UPOS, UAS, LAS and LEMMA are spaCy's Scorer's, in percent; words that the tokeniser cuts otherwise than the
treebank count as wrong, punctuation is left out of UAS and LAS. Speed is words a second on one core, the best of
some rounds.
"""

import argparse
import re
import sys
import time
from pathlib import Path

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from factcheck.language.annotation import annotate
from factcheck.language.english import pipeline

TESTS = {"gum-test": "GUM test", "ewt-test": "EWT test", "pud-test": "PUD"}
MEASURES = {"tag_acc": "TAG", "pos_acc": "UPOS", "dep_uas": "UAS", "dep_las": "LAS", "lemma_acc": "LEMMA"}
BARS = {
    "gum-test": {"tag_acc": 95.0, "dep_las": 80.5},
    "ewt-test": {"dep_las": 81.0},
    "pud-test": {"tag_acc": 95.0, "dep_las": 83.7},
}
Scores = dict[str, dict[str, float]]


def gold(path: Path, nlp: Language) -> list[Doc]:
    """Read the documents of a .spacy file; spaCy's Scorer wants gold and guess to share a vocabulary."""
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def score(nlp: Language, docs: list[Doc]) -> dict[str, float]:
    """Score the analysis of the documents' raw text against them, in percent, with the number of gold words."""
    parsed = annotate((doc.text.rstrip() for doc in docs), nlp)
    examples = [Example(guess, doc) for guess, doc in zip(parsed, docs, strict=True)]
    found = Scorer(nlp).score(examples)
    return {name: 100 * float(found[name]) for name in MEASURES} | {"words": float(sum(map(len, docs)))}


def speed(nlp: Language, docs: list[Doc], rounds: int = 5) -> float:
    """Return the words a second of the best round; a busy machine makes the others slower, nothing makes one faster."""
    texts = [doc.text.rstrip() for doc in docs]
    best = 0.0
    for _ in range(rounds):
        began = time.perf_counter()
        words = sum(map(len, annotate(texts, nlp)))
        best = max(best, words / (time.perf_counter() - began))
    return best


def overall(scores: Scores, measure: str) -> float:
    """Return a measure over all tests, each weighed by its words."""
    words = sum(part["words"] for part in scores.values())
    return sum(part[measure] * part["words"] for part in scores.values()) / words


def table(scores: Scores) -> str:
    """Return the scores as a Markdown table, a line a test."""
    lines = ["| test | words | " + " | ".join(MEASURES.values()) + " |", "|---|--:|" + "--:|" * len(MEASURES)]
    for test, title in TESTS.items():
        cells = " | ".join(f"{scores[test][measure]:.1f}" for measure in MEASURES)
        lines.append(f"| {title} | {scores[test]['words']:,.0f} | {cells} |")
    cells = " | ".join(f"{overall(scores, measure):.1f}" for measure in MEASURES)
    lines.append(f"| all | {sum(part['words'] for part in scores.values()):,.0f} | {cells} |")
    return "\n".join(lines)


def below(scores: Scores) -> list[str]:
    """Return a line for each score that misses its bar."""
    return [
        f"{MEASURES[measure]} on {TESTS[test]} is {scores[test][measure]:.2f}, the bar is {bar}"
        for test, bars in BARS.items()
        for measure, bar in bars.items()
        if scores[test][measure] < bar
    ]


def write_card(card: Path, scores: str) -> None:
    """Put the scores between their marks in the model card."""
    text = card.read_text(encoding="utf-8")
    block = f"<!-- scores -->\n{scores}\n<!-- end of scores -->"
    filled = re.sub(r"<!-- scores -->.*<!-- end of scores -->", lambda _: block, text, flags=re.DOTALL)
    card.write_text(filled, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="folder of the packaged model")
    parser.add_argument("corpus", type=Path, help="folder with gum-test.spacy, ewt-test.spacy, pud-test.spacy")
    parser.add_argument("--card", action="store_true", help="write the scores into the model's README.md")
    options = parser.parse_args()
    nlp = pipeline(str(options.model))
    tests = {name: gold(options.corpus / f"{name}.spacy", nlp) for name in TESTS}
    scores = {name: score(nlp, docs) for name, docs in tests.items()}
    report = table(scores)
    print(report)
    print(f"{speed(nlp, [doc for docs in tests.values() for doc in docs]):,.0f} words a second")
    size = sum(path.stat().st_size for path in options.model.rglob("*") if path.is_file())
    print(f"{size / 1e6:.2f} MB")
    if options.card:
        write_card(options.model / "README.md", report)
    missed = below(scores)
    for line in missed:
        print(line, file=sys.stderr)
    parser.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
