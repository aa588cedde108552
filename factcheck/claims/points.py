"""Which figure may be the share of a change: one in percent, or of a percentage one in points."""

from dataclasses import replace

from factcheck.claims.arithmetic import Figures
from factcheck.domain import Quantity, QuantityKind
from factcheck.units import in_unit


def is_share(figures: Figures, at: int, level: int) -> bool:
    """Tell whether a figure may be the share of a level's change: in percent, or of a percentage in points."""
    return figures.quantity(at).kind is QuantityKind.PERCENT or in_points(figures, at, level) is not None


def in_points(figures: Figures, at: int, level: int) -> Quantity | None:
    """Return a figure as percentage points when it is a change in points, of a percentage; else None."""
    quantity = figures.quantity(at)
    if figures.quantity(level).kind is not QuantityKind.PERCENT or not quantity.change:
        return None
    if quantity.kind is QuantityKind.POINTS:
        return quantity if quantity.unit == "points" else in_unit(quantity, "points", figures.analysis.lexicon)
    bare = quantity.kind is QuantityKind.MEASURE and quantity.unit == "point"
    return replace(quantity, kind=QuantityKind.POINTS, unit="points") if bare else None
