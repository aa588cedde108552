"""What checks that recompute figures share: the operands of a calculation, their values, and the hit made of them."""

from collections.abc import Iterator, Mapping, Sequence

from factcheck.checks.sides import side
from factcheck.compare.intervals import widened
from factcheck.domain import ArticleClaims, Claim, Hit, Interval, Kind, Location, Operand, Quantity, Related, Role

SLACK = 1e-9
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def calculations(article: ArticleClaims, attribute: str) -> Iterator[Claim]:
    """Yield the calculations of one kind that an article makes."""
    return (claim for claim in article.of_kind(Kind.CALCULATION) if claim.attribute == attribute)


def roles(claim: Claim, role: str) -> list[Operand]:
    """Return the operands of a calculation in one role, in the order of the claim."""
    return [operand for operand in claim.operands if operand.role == role]


def first(claim: Claim, role: str) -> Operand | None:
    """Return the first operand in a role, None when there is none."""
    return next(iter(roles(claim, role)), None)


def figure(operand: Operand) -> Quantity:
    """Return the quantity of an operand that has one."""
    assert operand.quantity is not None, operand
    return operand.quantity


def interval(operand: Operand) -> Interval:
    """Return all values that an operand's figure may stand for."""
    return widened(figure(operand))


def middle(operand: Operand) -> float:
    """Return the middle of a figure as written."""
    quantity = figure(operand)
    return ((quantity.low or 0.0) + (quantity.high or 0.0)) / 2


def meet(a: Interval, b: Interval) -> bool:
    """Tell whether two intervals share a number, but for the noise of binary fractions."""
    return a.meets(Interval(minus(b.low, SLACK), plus(b.high, SLACK)))


def minus(value: float | None, by: float) -> float | None:
    """Return a bound made smaller; an open one stays open."""
    return None if value is None else value - by


def plus(value: float | None, by: float) -> float | None:
    """Return a bound made larger; an open one stays open."""
    return None if value is None else value + by


def rounded(value: float) -> str:
    """Return a percentage with one decimal, none when that is 0; never "-0"."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def amount(value: float) -> str:
    """Return a number as news writes it: "1.2 million", "4,500"."""
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return f"{value / scale:.10g} {word}"
    return f"{value:,.10g}"


def calculation_hit(
    claim: Claim,
    primary: Location,
    related: Sequence[Operand],
    values: Mapping[str, object],
    variant: str | None = None,
) -> Hit:
    """Return the hit of a claim: the place that is wrong, beside it the figures it was recomputed from."""
    return Hit(
        primary=primary,
        related=tuple(Related(Role.CONFLICTS, operand.place) for operand in related),
        variant=variant,
        values=dict(values),
        sides=(side(claim),),
    )
