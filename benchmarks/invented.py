"""Check invented articles: consistent ones, on which nothing may be found, and ones with a slip each, told in gold.tsv.

Usage: python benchmarks/invented.py [GROUP ...] [--show]
"""

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.domain import Finding, Result, Severity
from factcheck.pipeline import KNOWN_CHECKS, Settings, check
from factcheck.rulebook import load_rulebook

ROOT = Path(__file__).parent / "invented"
_TOLD = frozenset({Severity.ERROR, Severity.WARNING})
_FEWEST = 4  # words that a finding's sentence and the gold's passages have in a row
_QUOTES = str.maketrans("“”‘’", "\"\"''")


def main() -> int:
    """Print what was found, group by group; exit 1 where anything was in a consistent article."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("groups", nargs="*", help="only these groups (folders of benchmarks/invented)")
    parser.add_argument("--show", action="store_true", help="list what was missed, and what was found otherwise")
    given = parser.parse_args()
    settings = Settings(load_rulebook(known_checks=KNOWN_CHECKS), root=ROOT)
    print("| group | consistent articles | found there | slips | found | share |\n|---|--:|--:|--:|--:|--:|")
    total = [0, 0, 0, 0]
    for group in sorted(folder for folder in ROOT.iterdir() if folder.is_dir()):
        if given.groups and group.name not in given.groups:
            continue
        consistent = check([group / "clean"], settings)
        false = list(told(consistent))
        slips = list(_slips(group / "faulty", settings))
        found = sum(hit for _, hit, _ in slips)
        counts = [len(consistent.articles), len(false), len(slips), found]
        total = [one + other for one, other in zip(total, counts, strict=True)]
        print(_row(group.name, counts), flush=True)
        for finding in false:
            print(f"  false: {_line(finding)}", file=sys.stderr)
        if given.show:
            _show(slips)
    print(_row("all", total))
    return 1 if total[1] else 0


def told(result: Result) -> Iterator[Finding]:
    """Yield the errors and warnings of a result."""
    return (finding for finding in result.findings if finding.severity in _TOLD)


def _slips(folder: Path, settings: Settings) -> Iterator[tuple[dict[str, str], bool, list[Finding]]]:
    """Yield each slip of gold.tsv, whether a finding touches its passages, and what else was found."""
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.glob("*.txt")):
        files[path.name.partition(".")[0]].append(path)
    with (folder / "gold.tsv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            findings = list(told(check(files[row["case"]], settings)))
            touching = [finding for finding in findings if _touches(finding, row["passages"])]
            yield row, bool(touching), [finding for finding in findings if finding not in touching]


def _touches(finding: Finding, passages: str) -> bool:
    """Tell whether a place of a finding, or some words of its sentence in a row, stand in the passages."""
    gold = " ".join(_words(passages))
    return any(
        f" {' '.join(_words(place.text))} " in f" {gold} "
        or any(run in gold for run in _runs(_words(place.sentence or place.text)))
        for place in (finding.primary, *(related.place for related in finding.related))
    )


def _words(text: str) -> list[str]:
    words = (word.strip(".,;:!?\"'()|/") for word in text.translate(_QUOTES).lower().split())
    return [word for word in words if word]


def _runs(words: list[str]) -> Iterable[str]:
    return (" ".join(words[at : at + _FEWEST]) for at in range(len(words) - _FEWEST + 1))


def _row(name: str, counts: list[int]) -> str:
    articles, false, slips, found = counts
    return f"| {name} | {articles} | {false} | {slips} | {found} | {100 * found / max(slips, 1):.0f}% |"


def _line(finding: Finding) -> str:
    return f"{finding.primary.article}:{finding.primary.line} {finding.rule} {finding.message}"


def _show(slips: Iterable[tuple[dict[str, str], bool, list[Finding]]]) -> None:
    for row, hit, others in slips:
        if not hit:
            print(f"  missed: {row['case']} ({row['kind']}): {row['why']}")
        for finding in others:
            print(f"  otherwise: {_line(finding)}")


if __name__ == "__main__":
    sys.exit(main())
