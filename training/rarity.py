"""Count in how many passages of the treebanks each content word stands: how rare a word is, for rules/lexicon.

usage: python training/rarity.py TREEBANKS > rules/lexicon/en/rarity.tsv

A passage is 15 sentences on end. Only words that two or more passages have are listed; any other is as rare as one that
a single passage has. The first line holds the number of passages.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from convert import LEMMA, UPOS, sentences

PASSAGE = 15
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV"})


def passages(path: Path) -> Iterator[frozenset[str]]:
    """Yield the lemmas of the content words of each passage of a CoNLL-U file, in lower case."""
    rows = sentences(path)
    while block := list(islice(rows, PASSAGE)):
        yield frozenset(
            word[LEMMA].lower()
            for sentence in block
            for word in sentence
            if word[UPOS] in CONTENT and word[LEMMA].isalpha()
        )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path)
    folder = parser.parse_args().treebanks
    counts: Counter[str] = Counter()
    total = 0
    for path in sorted((*folder.glob("*-train.conllu"), *folder.glob("*-dev.conllu"))):
        for passage in passages(path):
            counts.update(passage)
            total += 1
    print("# In how many of the passages (15 sentences each) of the open treebanks EWT and GUM a content word stands.")
    print(
        "# Made by training/rarity.py. The row with an empty word is the number of passages; words of one are left out."
    )
    print("word\tpassages")
    print(f"\t{total}")
    for word, count in sorted(counts.items()):
        if count > 1:
            print(f"{word}\t{count}")


if __name__ == "__main__":
    main()
