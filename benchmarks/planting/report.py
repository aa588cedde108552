"""The result of a run as a table and as JSON, and the bars it is held to."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from tabulate import tabulate

from planting.run import Outcome

_EXACT, _ACROSS = 0.95, 0.80
BARS = dict.fromkeys(
    ("D101", "D103", "D104", "D105", "D106", *(f"N10{number}" for number in range(1, 10)), "N110", "A103", "A104"),
    _EXACT,
) | dict.fromkeys(("D111", "D113", "D201", "N203", "P101", "Q201", "A201"), _ACROSS)
"""The share of plants of each check that must be found; on their controls nothing may be."""


def as_json(outcomes: Sequence[Outcome], planned: Sequence[str]) -> dict[str, Any]:
    """Return the counts of each check, the bars missed, and the checks that are planned."""
    return {
        "checks": [_row(code, outcomes) for code in _codes(outcomes)],
        "missed_bars": missed_bars(outcomes),
        "planned": list(planned),
    }


def missed_bars(outcomes: Sequence[Outcome]) -> list[str]:
    """Return the codes of the checks that found too few plants, or anything on a control."""
    rows = [_row(code, outcomes) for code in _codes(outcomes) if code in BARS]
    return [row["code"] for row in rows if row["found"] < BARS[row["code"]] * row["planted"] or row["false"]]


def table(outcomes: Sequence[Outcome], planned: Sequence[str]) -> str:
    """Return the counts of each kind as a table, with what other checks said, and a line on bars and planned checks."""
    kinds = dict.fromkeys((outcome.plant.code, outcome.plant.kind) for outcome in outcomes)
    rows = []
    for code, kind in kinds:
        row = _row(code, [outcome for outcome in outcomes if outcome.plant.kind == kind])
        said = ", ".join(f"{other} {count}" for other, count in row["others"].items())
        bar = f"{BARS[code]:.0%}" if code in BARS else ""
        share = f"{row['found'] / row['planted']:.0%}"
        rows.append((code, kind, row["planted"], row["edited"], row["found"], share, bar, row["false"], said))
    headers = ("check", "kind", "planted", "edited", "found", "share", "bar", "false on controls", "others said")
    lines = [tabulate(rows, headers)]
    missed = missed_bars(outcomes)
    lines.append("bars missed: " + (", ".join(missed) if missed else "none"))
    if planned:
        lines.append("planned, not run: " + ", ".join(planned))
    return "\n\n".join(lines)


def wordings(outcomes: Sequence[Outcome]) -> str:
    """Return a table of the wordings that were missed, with how often each was planted and found."""
    planted = Counter((outcome.plant.code, outcome.plant.kind, outcome.plant.wording) for outcome in outcomes)
    found = Counter(
        (outcome.plant.code, outcome.plant.kind, outcome.plant.wording) for outcome in outcomes if outcome.found
    )
    rows = [(key[0], found[key], count, key[2]) for key, count in planted.items() if found[key] < count]
    return tabulate(rows, ("check", "found", "planted", "wording"))


def _codes(outcomes: Sequence[Outcome]) -> list[str]:
    return list(dict.fromkeys(outcome.plant.code for outcome in outcomes))


def _row(code: str, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    mine = [outcome for outcome in outcomes if outcome.plant.code == code]
    return {
        "code": code,
        "planted": len(mine),
        "edited": sum(outcome.plant.edited for outcome in mine),
        "found": sum(outcome.found for outcome in mine),
        "false": sum(bool(outcome.false) for outcome in mine),
        "others": dict(sorted(Counter(finding.rule for outcome in mine for finding in outcome.others).items())),
    }
