"""Draw quantities at random from a folder of articles, for a reader to judge each by hand.

One line a mention: its number, value and unit as read, hedge and head noun, and then the sentence with the mention
between ⟦ and ⟧. The same seed and articles give the same draw. Articles are not part of the project.
"""

import argparse
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.domain import Location, Mention, Quantity, QuantityKind, Time
from factcheck.language.analysis import Analysis
from factcheck.language.english import pipeline
from factcheck.language.understand import understand
from factcheck.lexicon import Lexicon
from factcheck.readers.plain import read_plain

KINDS = {
    "percent": {QuantityKind.PERCENT, QuantityKind.POINTS},
    "money": {QuantityKind.MONEY},
    "count": {QuantityKind.COUNT},
    "measure": {QuantityKind.MEASURE, QuantityKind.AGE},
}
"""What is drawn under each name; durations, which are times, are drawn with the measures."""


def analyses(folder: Path) -> Iterator[Analysis]:
    """Yield the .txt articles of a folder understood, in the order of their names."""
    lexicon, nlp = Lexicon(), pipeline()
    for path in sorted(folder.glob("*.txt")):
        article = read_plain(path.read_bytes(), article_id=path.name, path=path.name, lexicon=lexicon)
        yield understand(article, nlp, lexicon)


def kind_of(mention: Mention) -> str | None:
    """Return under which name a mention is drawn, None for one that is not."""
    detail = mention.detail
    if isinstance(detail, Time):
        return "measure" if detail.type == "DURATION" else None
    if isinstance(detail, Quantity):
        return next((name for name, kinds in KINDS.items() if detail.kind in kinds), None)
    return None


def line(analysis: Analysis, mention: Mention) -> str:
    """Return a mention with what was read in it, and its sentence with the mention marked."""
    detail = mention.detail
    place: Location = analysis.locate(mention.start, mention.end, mention.sentence)
    text, sentence = analysis.article.text, analysis.sentences[mention.sentence]
    marked = f"{text[sentence.start : place.start]}⟦{place.text}⟧{text[place.end : sentence.end]}"
    read = f"{mention.value or detail}"
    if isinstance(detail, Quantity):
        head = f" head={text[detail.head[0] : detail.head[1]]}" if detail.head else ""
        read = f"{read} [{detail.hedge}{' change' if detail.change else ''}]{head}"
    return f"{read} | {' '.join(marked.split())}"


def draw(
    found: Iterable[Analysis], kinds: list[str], *, seed: int, number: int, beyond: list[int]
) -> dict[str, list[str]]:
    """Return for each kind the lines of up to `number` mentions in random order, without those that `beyond` draw."""
    lines: dict[str, list[str]] = {kind: [] for kind in kinds}
    for analysis in found:
        for mention in analysis.mentions:
            kind = kind_of(mention)
            if kind in lines:
                lines[kind].append(line(analysis, mention))
    return {kind: _sample(every, seed, number, beyond) for kind, every in lines.items()}


def _sample(lines: list[str], seed: int, number: int, beyond: list[int]) -> list[str]:
    taken = {line for earlier in beyond for line in _sample(lines, earlier, number, [])}
    fresh = [line for line in lines if line not in taken]
    return random.Random(seed).sample(fresh, min(number, len(fresh)))


def main() -> int:
    """Print the draw; end with exit code 2 when the folder is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kind", action="append", choices=sorted(KINDS), help="may be given again; every kind without")
    parser.add_argument("--seed", type=int, default=23)
    parser.add_argument("--beyond", type=int, action="append", default=[], help="leave out what this seed draws")
    parser.add_argument("--number", type=int, default=100)
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"{options.folder}: no such folder; the articles are not part of this project", file=sys.stderr)
        return 2
    kinds = options.kind or list(KINDS)
    drawn = draw(analyses(options.folder), kinds, seed=options.seed, number=options.number, beyond=options.beyond)
    for kind, lines in drawn.items():
        for at, text in enumerate(lines, start=1):
            print(f"{kind} {at:3} {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
