"""Figures to plant within an article: changes, directions and balances that their own figures contradict."""

import random

from planting.amounts import SUBJECTS, Unit, direction, money, percent
from planting.plants import Draft, Slots
from planting.texts import sentence

_PERCENT = (" percent", " percent", " per cent", "%")
_MARGIN = 1.5  # percentage points that a wrong percentage lies outside all that rounding allows


def years(draft: Draft) -> Slots:
    """Return the two years before publication, which in an article without a date are 2023 and 2024."""
    year = draft.published.year if draft.published else 2025
    return {"y1": str(year - 2), "y2": str(year - 1)}


def _moved(drawn: random.Random) -> tuple[str, Unit, float, float]:
    """Return what moved, its unit, and from and to what, by five percent at least."""
    subject, fixed = drawn.choice(SUBJECTS)
    unit = fixed or money(drawn)
    before = unit.draw(drawn)
    factor = 1 + drawn.choice((-1, 1)) * drawn.uniform(0.08, 0.6)
    return subject, unit, before, unit.rounded(before * factor)


def _lowered(subject: str) -> str:
    return subject[0].lower() + subject[1:]


def change_wrong(draft: Draft, drawn: random.Random, _: str) -> tuple[Slots, Slots]:
    """Return a change with a percentage that is not its own: on the wrong base, with digits turned round, ten off."""
    subject, unit, before, after = _moved(drawn)
    share = abs(after / before - 1) * 100
    decimals, style = drawn.choice((0, 1)), drawn.choice(_PERCENT)
    slack = 100 * (unit.slack / before) * (1 + after / before) + 0.5 * 10**-decimals + _MARGIN
    digits = f"{share:.{decimals}f}"
    turned = float(digits[1] + digits[0] + digits[2:]) if digits[1:2].isdigit() else share * 10
    candidates = [abs(after - before) / after * 100, turned, share + 10, share / 10, share - 5, share * 2]
    most = 900 if after > before else 97
    wrong = drawn.choice([value for value in candidates if 0.5 < value < most and abs(value - share) > slack])
    slots = {
        **years(draft),
        "subject": subject,
        "subject_": _lowered(subject),
        "a": unit.write(before),
        "b": unit.write(after),
        **direction(drawn, up=after > before),
    }
    return {**slots, "pct": percent(wrong, style, decimals)}, {**slots, "pct": percent(share, style, decimals)}


def direction_wrong(draft: Draft, drawn: random.Random, _: str) -> tuple[Slots, Slots]:
    """Return a change told with a word of the other direction, and with one of its own."""
    subject, unit, before, after = _moved(drawn)
    slots = {"subject": subject, "subject_": _lowered(subject), "a": unit.write(before), "b": unit.write(after)}
    slots |= years(draft)
    up = after > before
    return {**slots, **direction(drawn, up=not up)}, {**slots, **direction(drawn, up=up)}


def balance_wrong(draft: Draft, drawn: random.Random, _: str) -> tuple[Slots, Slots]:
    """Return exports and imports with a balance that is off or has the wrong sign, and with their own."""
    unit = money(drawn)
    exports = unit.draw(drawn)
    imports = unit.rounded(exports * (1 + drawn.choice((-1, 1)) * drawn.uniform(0.15, 0.7)))
    balance = abs(exports - imports)
    slots = {"x": unit.write(exports), "m": unit.write(imports), "bal": unit.write(balance)}
    right = {**slots, "surplus": "surplus" if exports > imports else "deficit"}
    if drawn.random() < 0.5:
        return {**right, "surplus": "deficit" if exports > imports else "surplus"}, right
    off = balance + 8 * unit.slack + balance * drawn.uniform(0.2, 0.9)
    return {**right, "bal": unit.write(off)}, right


KINDS = (
    sentence("N101", "percentage recomputed wrong", change_wrong),
    sentence("N107", "direction against figures", direction_wrong),
    sentence("N108", "balance off", balance_wrong),
)
