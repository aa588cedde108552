"""Plant contradictions into clean articles, one at a time, and tell how many of them the checks find.

Every plant has a control, the same edit made so that nothing contradicts, in which nothing may be found. The planter
has its own plain patterns and words (benchmarks/planting/) and knows nothing of how the checker reads. The same seed
plants the same. Exit code 1 when a bar is missed.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from planting.kinds import KINDS, plants_of
from planting.plants import Plant, drafts_of
from planting.report import as_json, missed_bars, table, wordings
from planting.run import Checker, Outcome

from factcheck.pipeline import KNOWN_CHECKS, Settings
from factcheck.rulebook import load_rulebook


def main(arguments: Sequence[str] | None = None) -> int:
    """Plant, check, and print what was found; return the exit code."""
    parser = _parser()
    given = parser.parse_args(arguments)
    chosen = {code.strip() for listed in given.check or () for code in listed.split(",")} - {""}
    unknown = sorted(chosen - {kind.code for kind in KINDS})
    if unknown:
        parser.error(
            f"nothing is planted for {', '.join(unknown)}; there are {', '.join(sorted({k.code for k in KINDS}))}"
        )
    texts = ((path.name, path.read_text(encoding="utf-8")) for path in sorted(given.folder.rglob("*.txt")))
    drafts = drafts_of(texts)
    settings = Settings(load_rulebook(known_checks=KNOWN_CHECKS))
    codes = dict.fromkeys(kind.code for kind in KINDS if not chosen or kind.code in chosen)
    stable = {rule.code for rule in settings.rulebook.rules if rule.status == "stable"}
    checker = Checker(settings, frozenset(code for code in codes if code in stable))
    outcomes: list[Outcome] = []
    for code in codes:
        if code not in stable:
            continue
        for plant in plants_of(code, drafts, each=given.each, seed=given.seed):
            outcome = checker.outcome(plant)
            outcomes.append(outcome)
            if given.show and (not outcome.found or outcome.false):
                print("\n".join(_shown(plant, outcome)), file=sys.stderr)
    if given.show:
        print(f"\n{wordings(outcomes)}\n", file=sys.stderr)
    planned = [code for code in codes if code not in stable]
    print(json.dumps(as_json(outcomes, planned), indent=1) if given.json else table(outcomes, planned))
    return 1 if missed_bars(outcomes) else 0


def _shown(plant: Plant, outcome: Outcome) -> Iterator[str]:
    if not outcome.found:
        said = ", ".join(f"{finding.rule}: {finding.message}" for finding in outcome.others) or "nothing"
        yield f"{plant.code} {plant.kind}, {plant.article}: not found, said {said}\n    {plant.passage()}"
    for finding in outcome.false:
        yield f"{plant.code} {plant.kind}, {plant.article}: false on the control, {finding.rule}: {finding.message}"
        yield f"    {plant.passage(control=True)}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("folder", type=Path, help="a folder of clean .txt articles")
    parser.add_argument("--seed", type=int, default=23, help="what the plants are drawn by (default: %(default)s)")
    parser.add_argument("--each", type=int, default=40, help="how many plants a check (default: %(default)s)")
    parser.add_argument(
        "--check", nargs="+", metavar="CODE,CODE", help="plant only for these checks: D101 D103, or D101,D103"
    )
    parser.add_argument("--show", action="store_true", help="print what was missed, and what was false, to stderr")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
