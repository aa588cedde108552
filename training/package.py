"""Make the shipped model out of a trained pipeline: add the rule lemmatizer, drop what loading needs not, describe it.

The lemmatizer's tables come from spacy-lookups-data (MIT), which is needed here only: the packaged model holds them.
"""

import argparse
import json
import shutil
from pathlib import Path

import spacy
from lemmas import fit
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.strings import StringStore
from spacy.tokens import DocBin

MAX_BYTES = 9_000_000
CARD = Path(__file__).parent / "model_card.md"
META = {
    "name": "news_en",
    "version": "0.1.0",
    "description": "Tagger, morphologizer, parser and rule lemmatizer for single sentences of English news",
    "author": "The factcheck contributors",
    "email": "",
    "url": "",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8,<3.9",
    "sources": [
        {
            "name": "Georgetown University Multilayer corpus (GUM): academic, bio, court, interview, news, voyage",
            "url": "https://gucorpling.org/gum/",
            "author": "Amir Zeldes and others",
            "license": "annotations CC BY 4.0",
        },
        {
            "name": "Universal Dependencies English Web Treebank (EWT)",
            "url": "https://github.com/UniversalDependencies/UD_English-EWT",
            "author": "Natalia Silveira and others",
            "license": "annotations CC BY-SA 4.0",
        },
        {
            "name": "spacy-lookups-data: English lemma rules, exceptions and index",
            "url": "https://github.com/explosion/spacy-lookups-data",
            "author": "Explosion",
            "license": "MIT",
        },
    ],
}


def with_lemmatizer(nlp: Language, corpus: Path) -> Language:
    """Add the rule lemmatizer, its tables filled from spacy-lookups-data and mended from the training corpus."""
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    assert isinstance(lemmatizer, Lemmatizer)
    lemmatizer.initialize(list, nlp=nlp)
    fit(lemmatizer, DocBin().from_disk(corpus).get_docs(spacy.blank("en").vocab))
    return nlp


def needed_strings(nlp: Language) -> list[str]:
    """Return the strings that must be known before the first text: the components' labels and the parts of features.

    All else that the vocabulary has picked up while training are words of the corpora; the components work with hashes.
    """
    labels = {label for labels in nlp.pipe_labels.values() for label in labels}
    features = {feature for label in labels if "=" in label for feature in label.split("|")}
    parts = {part for feature in features for part in feature.split("=")}
    values = {value for part in parts for value in part.split(",")}
    return sorted(labels | features | parts | values)


def slim(nlp: Language, target: Path) -> None:
    """Write the pipeline without the words of its corpora, the scores of its training and the paths of this machine."""
    strings = needed_strings(nlp)
    nlp.meta.update(META)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
    StringStore(strings).to_disk(target / "vocab" / "strings.json")
    meta = json.loads((target / "meta.json").read_text(encoding="utf-8"))
    for key in ("performance", "vectors", "labels", "spacy_git_version"):
        meta.pop(key, None)
    (target / "meta.json").write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")


def folder_size(folder: Path) -> int:
    """Return the bytes of all files under a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path, help="folder of the trained pipeline (model-best)")
    parser.add_argument("corpus", type=Path, help="the .spacy file that it was trained on")
    parser.add_argument("target", type=Path, help="folder of the shipped model; replaced")
    options = parser.parse_args()
    slim(with_lemmatizer(spacy.load(options.trained), options.corpus), options.target)
    shutil.copy(CARD, options.target / "README.md")
    size = folder_size(options.target)
    print(f"{options.target}: {size / 1e6:.2f} MB")
    if size > MAX_BYTES:
        parser.exit(1, f"{options.target} is larger than {MAX_BYTES / 1e6:.0f} MB\n")


if __name__ == "__main__":
    main()
