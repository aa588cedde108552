"""Checks of lengths of time against the dates that stand beside them (D107, D109)."""

from collections.abc import Iterator

from factcheck.checks.sides import operand_of, side
from factcheck.domain import ArticleClaims, Claim, Hit, Kind, Related, Role, Time

# By unit: how many days it has, and how many a length may be off (inclusive, exclusive, working weeks, rounded).
_UNITS = {"day": (1, 1), "week": (7, 4), "month": (30.44, 16), "year": (365.25, 200)}
_MONTHS = 12


def duration_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield lengths ("a three-day visit") that differ by more than one unit from the dates beside them (D107)."""
    for claim in article.of_kind(Kind.DURATION):
        if claim.attribute != "dated" or claim.when is None or claim.when.amount is None or claim.when.unit is None:
            continue
        stated = operand_of(claim, "length")
        span = _span(claim)
        if stated is None or span is None:
            continue
        counted, yearly = span
        size, slack = (1, 1) if yearly else _UNITS[claim.when.unit]
        if abs(claim.when.amount * size - counted) > slack:
            dates = [operand for operand in claim.operands if operand.role in {"from", "to"}]
            yield Hit(
                primary=stated.place,
                related=tuple(Related(Role.CONFLICTS, operand.place) for operand in dates),
                values={
                    "length": stated.place.text,
                    "first": dates[0].place.text,
                    "last": dates[-1].place.text,
                    "counted": counted,
                    "unit": "years" if yearly else "days",
                },
                sides=(side(claim),),
            )


def _span(claim: Claim) -> tuple[int, bool] | None:
    """Return the days of a range, both ends included, or its calendar years and that they are years.

    None for a range that is reversed, or of years where the length is in other units.
    """
    first, last = operand_of(claim, "from"), operand_of(claim, "to")
    if first is None or last is None or first.time is None or last.time is None or claim.when is None:
        return None
    one, two = first.time, last.time
    yearly = one.form == "year"
    if one.days is None or two.days is None or one.days.first > two.days.first:
        return None
    if yearly:
        return (two.days.first.year - one.days.first.year + 1, True) if claim.when.unit == "year" else None
    return two.days.days_after(one.days) + 1, False


def period_label_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield quarters and halves of a year whose months, written beside them, are too few or too many (D109)."""
    for claim in article.of_kind(Kind.DURATION):
        label, first, last = (operand_of(claim, role) for role in ("label", "from", "to"))
        if claim.attribute != "period" or label is None or first is None or last is None or claim.value is None:
            continue
        counted = _months(first.time, last.time)
        months = int(claim.value)
        # "From January to July" may mean the six months between the two.
        slack = 0 if "bracketed" in claim.scope else 1
        if counted is not None and abs(counted - months) > slack:
            yield Hit(
                primary=label.place,
                related=(Related(Role.CONFLICTS, first.place), Related(Role.CONFLICTS, last.place)),
                values={
                    "label": label.place.text,
                    "first": first.place.text,
                    "last": last.place.text,
                    "counted": counted,
                    "recomputed": months,
                },
                sides=(side(claim),),
            )


def _months(first: Time | None, last: Time | None) -> int | None:
    """Return how many months a range of months has, over the turn of a year too."""
    months = [time.value[5:7] for time in (first, last) if time is not None]
    if len(months) < 2 or not all(month.isdigit() for month in months):
        return None
    return (int(months[1]) - int(months[0])) % _MONTHS + 1
