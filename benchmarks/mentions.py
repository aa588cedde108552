"""Measure how fast times and quantities are found, side by side with spaCy's tokenizer, dateparser and quantulum3.

One process; the measures take turns, so that whatever else the machine does falls on all of them alike; medians count.
Every speed is in words a second, words being what white space parts. Only ratios are compared with a bar.
"""

import argparse
import importlib
import re
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy
from generate import articles
from spacy.tokens import Doc

from factcheck.domain import Article
from factcheck.language.annotation import read_out
from factcheck.language.english import Sentence, analyse, pipeline, split
from factcheck.language.numerals import holds_number, number_words, numbers
from factcheck.language.pieces import pieces
from factcheck.language.quantities_parts import parts
from factcheck.language.quantities_ranges import figures_of
from factcheck.language.times import recognise, time_mentions
from factcheck.lexicon import Lexicon
from factcheck.readers.plain import read_plain

FOLDER = Path(__file__).parents[2] / "shared" / "bench" / "wire-1997"
SUBSET = 4
"""The slow public tools read one sentence of so many, spread over the text."""
TOKENIZER_BAR, DATES_BAR, FIGURES_BAR, WORST_BAR = 0.25, 30.0, 10.0, 5.0
CHARACTERS = 20_000
HOSTILE = ("9-9-9-", "the the ", "1 1 1 ", "January ", "123456789", "$ ", "( ", "[[(", "1, ", "9/9/9/", "1 a ")
LONG = 50
"""How many times longer the longest hostile line is: 1 MB."""
Job = Callable[[], int]


def texts(folder: Path | None) -> tuple[str, list[str]]:
    """Return what the text is and the text of each article: those of a folder, or generated ones without a folder."""
    if folder is not None and folder.is_dir():
        return f"{folder.name}, articles of others", [
            path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("*.txt"))
        ]
    return "generated text", articles(200)


def words_in(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)


def found_times_and_figures(docs: Sequence[Doc], lines: Sequence[str], lexicon: Lexicon) -> int:
    """Recognise times, then figures with units, ordinals, fractions and ratios, as for an article; no parse is used."""
    return found_times(docs, lexicon) + found_figures(lines, lexicon)


def found_figures(lines: Sequence[str], lexicon: Lexicon) -> int:
    spelled = number_words(lexicon)
    number = 0
    for line in lines:
        if holds_number(line, lexicon):
            text = pieces(line)
            every = numbers(text, spelled)
            number += len(list(figures_of(text, every, lexicon)))
            number += len(list(parts(text, every, {}, spelled, lexicon)))
    return number


def found_times(docs: Sequence[Doc], lexicon: Lexicon) -> int:
    return sum(len(recognise(doc, lexicon)) for doc in docs)


def public_dates(lines: Sequence[str]) -> int:
    from dateparser.search import search_dates

    return sum(len(search_dates(line, languages=["en"]) or ()) for line in lines)


def public_figures() -> Callable[[Sequence[str]], int] | None:
    """Return quantulum3's parser over lines, None where it is not installed."""
    warnings.simplefilter("ignore")
    try:
        parser = importlib.import_module("quantulum3.parser")
        importlib.import_module("quantulum3.classifier").USE_CLF = False
        parser.parse("He walked 3 miles.")
    except ImportError:
        return None
    return lambda lines: sum(len(parser.parse(line)) for line in lines)


def medians(jobs: dict[str, tuple[Job, int]], rounds: int) -> dict[str, float]:
    """Return each job's words (or characters) a second, the median over rounds after one that warms the caches."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for number in range(rounds + 1):
        for name, (job, _) in jobs.items():
            began = time.perf_counter()
            job()
            if number:
                taken[name].append(time.perf_counter() - began)
    return {name: amount / statistics.median(taken[name]) for name, (_, amount) in jobs.items()}


def resolving(bodies: Sequence[str], lexicon: Lexicon) -> tuple[Job, int]:
    """Return resolution with its recognition, on a few parsed articles, and how many words they hold."""
    nlp = pipeline()
    parsed: list[tuple[Article, list[Sentence]]] = []
    for text in bodies:
        article = read_plain(text.encode(), article_id="a", path="a.txt", lexicon=lexicon)
        parsed.append((article, analyse(article, nlp, lexicon)))
    return lambda: sum(len(time_mentions(*one, lexicon)) for one in parsed), words_in(bodies)


def bar(name: str, ratio: float, least: float) -> bool:
    print(f"{name}: {ratio:.2f} (bar: at least {least:g}){'' if ratio >= least else '  MISSED'}")
    return ratio >= least


def speeds(bodies: Sequence[str], lexicon: Lexicon, rounds: int) -> bool:
    """Print every speed and ratio; tell whether all bars hold."""
    blank = spacy.blank("en")
    lines = []
    for text in bodies:
        article = read_plain(text.encode(), article_id="a", path="a.txt", lexicon=lexicon)
        lines += [article.text[start:end] for _, start, end in split(article, lexicon)]
    docs = [read_out(blank.make_doc(line)) for line in lines]
    some = lines[::SUBSET]
    few = bodies[:: max(1, len(bodies) // 20)][:20]
    total = words_in(lines)
    figures = public_figures()
    jobs: dict[str, tuple[Job, int]] = {
        "tokenizer": (lambda: sum(len(blank.make_doc(line)) for line in lines), total),
        "recognition": (lambda: found_times_and_figures(docs, lines, lexicon), total),
        "of times alone": (lambda: found_times(docs, lexicon), total),
        "with resolution": resolving(few, lexicon),
        "search_dates": (lambda: public_dates(some), words_in(some)),
    }
    if figures is not None:
        jobs["quantulum3"] = (lambda: figures(some), words_in(some))
    found = medians(jobs, rounds)
    print(f"{total} words, {len(some)} sentences for the public tools, {len(few)} articles for resolution")
    for name, speed in found.items():
        print(f"{name:<16}{speed:12,.0f} words/s")
    alone = 1 / (1 / found["with resolution"] - 1 / found["of times alone"])
    print(f"resolution of times apart, by difference: {alone:,.0f} words/s")
    good = bar("recognition / tokenizer", found["recognition"] / found["tokenizer"], TOKENIZER_BAR)
    print(f"times alone / search_dates: {found['of times alone'] / found['search_dates']:.2f}")
    good &= bar("recognition / search_dates", found["recognition"] / found["search_dates"], DATES_BAR)
    if figures is None:
        print("recognition / quantulum3: not measured, see benchmarks/requirements.txt")
        return good
    return bar("recognition / quantulum3", found["recognition"] / found["quantulum3"], FIGURES_BAR) and good


def worst(bodies: Sequence[str], lexicon: Lexicon, rounds: int) -> bool:
    """Print how much longer a character of hostile lines takes than of ordinary text; tell whether the bar holds."""
    blank = spacy.blank("en")

    def job(line: str) -> tuple[Job, int]:
        words = re.findall(r"\d+|\w+|[^\w\s]", line)
        doc = read_out(Doc(blank.vocab, words=words))
        return lambda: found_times_and_figures([doc], [line], lexicon), len(line)

    ordinary = "\n".join(bodies)[:CHARACTERS]
    lines = {"ordinary": ordinary} | {text: (text * CHARACTERS)[:CHARACTERS] for text in HOSTILE}
    lines |= {f"{text} x{LONG}": (text * CHARACTERS * LONG)[: LONG * CHARACTERS] for text in HOSTILE}
    found = medians({name: job(line) for name, line in lines.items()}, rounds)
    ratios = {name: found["ordinary"] / speed for name, speed in found.items() if name != "ordinary"}
    for name, ratio in ratios.items():
        print(f"{name!r:<16} {ratio:6.2f} times ordinary text{'' if ratio <= WORST_BAR else '  MISSED'}")
    return max(ratios.values()) <= WORST_BAR


def main() -> int:
    """Print the figures; end with exit code 1 when a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER, help="a folder of .txt articles")
    parser.add_argument("--rounds", type=int, default=3, help="how often each measure is taken (default: 3)")
    parser.add_argument("--generated", action="store_true", help="generated text, whatever folder there is")
    options = parser.parse_args()
    what, bodies = texts(None if options.generated else options.folder)
    print(f"text: {what}")
    lexicon = Lexicon()
    good = speeds(bodies, lexicon, options.rounds)
    good &= worst(bodies, lexicon, options.rounds)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
