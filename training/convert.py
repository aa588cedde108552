"""Convert CoNLL-U treebanks to spaCy's training format, one document a sentence.

The parser is trained on and run over single sentences, so that the analysis of a sentence
depends on nothing around it. Source of the format: https://universaldependencies.org/format.html
"""

import argparse
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.lang.en import English
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, _, MISC = range(10)


def sentences(path: Path) -> Iterator[list[list[str]]]:
    """Yield the word and multiword-token rows of each sentence; comments and empty nodes are left out."""
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in map(str.rstrip, lines):
            if not line:
                if rows:
                    yield rows
                rows = []
            elif not line.startswith("#"):
                row = line.split("\t")
                if "." not in row[ID]:
                    rows.append(row)
    if rows:
        yield rows


def spaced(rows: list[list[str]]) -> tuple[list[list[str]], list[bool]]:
    """Return the syntactic words and whether a space follows each, as the surface text has it."""
    words: list[list[str]] = []
    spaces: list[bool] = []
    inside, after = 0, True
    for row in rows:
        space = "SpaceAfter=No" not in row[MISC]
        if "-" in row[ID]:
            inside, after = int(row[ID].split("-")[1]), space
            continue
        number = int(row[ID])
        words.append(row)
        spaces.append(space if number > inside else (after if number == inside else False))
    return words, spaces


def to_doc(vocab: Vocab, rows: list[list[str]]) -> Doc:
    """Build the gold document of one sentence."""
    words, spaces = spaced(rows)
    heads = [int(word[HEAD]) - 1 for word in words]
    return Doc(
        vocab,
        words=[word[FORM] for word in words],
        spaces=spaces,
        tags=[word[XPOS] for word in words],
        pos=[word[UPOS] for word in words],
        morphs=["" if word[FEATS] == "_" else word[FEATS] for word in words],
        lemmas=[word[LEMMA] for word in words],
        heads=[index if head < 0 else head for index, head in enumerate(heads)],
        deps=["ROOT" if word[DEPREL] == "root" else word[DEPREL] for word in words],
        sent_starts=[index == 0 for index in range(len(words))],
    )


def convert(sources: Iterable[Path], target: Path, *, shuffle_seed: int | None = None) -> int:
    """Write the sentences of the sources to one .spacy file and return how many there are."""
    vocab = English().vocab
    docs = [to_doc(vocab, rows) for source in sources for rows in sentences(source)]
    if shuffle_seed is not None:
        random.Random(shuffle_seed).shuffle(docs)
    target.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(target)
    return len(docs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path, help="folder with {ewt,gum}-{train,dev,test}.conllu and pud-test.conllu")
    parser.add_argument("target", type=Path, help="folder for the .spacy files")
    options = parser.parse_args()
    for name, parts in {
        "train": ["gum-train", "ewt-train"],
        "dev": ["gum-dev", "ewt-dev"],
        "gum-test": ["gum-test"],
        "ewt-test": ["ewt-test"],
        "pud-test": ["pud-test"],
    }.items():
        paths = [options.treebank / f"{part}.conllu" for part in parts]
        count = convert(paths, options.target / f"{name}.spacy", shuffle_seed=1 if name == "train" else None)
        print(f"{name}: {count} sentences")


if __name__ == "__main__":
    main()
