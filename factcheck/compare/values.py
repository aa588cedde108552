"""Two values of one kind, to a verdict that knows nothing of what is told of them."""

from factcheck.compare.intervals import relation
from factcheck.domain import Claim, Kind, Quantity, Time, Verdict

_GROUPS = {Kind.EVENT: "time", Kind.DATE: "time"}
_NEAR = 0.25
_MONTH = 31
_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.4, "quarter": 91.3, "year": 365.25, "decade": 3652.5}


def group_of(claim: Claim) -> str:
    """Return what a value can be held against: times, lengths of time, and each kind of figure by its unit."""
    if claim.kind is Kind.COUNT:
        return "count"
    unit = f"|{claim.quantity.unit}|{claim.quantity.kind}" if claim.quantity else ""
    return f"{_GROUPS.get(claim.kind, claim.kind.value)}{unit}"


def value_relation(a: Claim, b: Claim) -> Verdict | None:
    """Return how two values of one group relate: agree, rounding, vague or conflict; None when that can't be told."""
    if a.quantity is not None and b.quantity is not None:
        if a.quantity.change != b.quantity.change and a.quantity.kind == b.quantity.kind:
            return None if a.value != b.value else Verdict.AGREE
        return relation(a.quantity, b.quantity)
    if a.when is None or b.when is None:
        return None
    return _lengths(a.when, b.when) if a.when.type == "DURATION" else _times(a.when, b.when)


def near_values(a: Claim, b: Claim) -> bool:
    """Tell whether two values that can both be true are near enough to be one: "at least 4" and 20,000 are not.

    Figures are within a quarter of each other, or one's range holds the other; of times the broader is a month at most.
    """
    if a.quantity is not None and b.quantity is not None:
        bounds = a.quantity.low, a.quantity.high, b.quantity.low, b.quantity.high
        low, high, other_low, other_high = (abs(bound) if bound is not None else 0.0 for bound in bounds)
        return max(high, other_high) - min(low, other_low) <= _NEAR * max(high, other_high) or (
            _ranged(a.quantity) != _ranged(b.quantity)
            and (low <= other_low <= other_high <= high or other_low <= low <= high <= other_high)
        )
    if a.when is not None and b.when is not None and a.when.days is not None and b.when.days is not None:
        return max((days.last - days.first).days for days in (a.when.days, b.when.days)) <= _MONTH
    return True


def _ranged(quantity: Quantity) -> bool:
    return quantity.low != quantity.high


def _times(a: Time, b: Time) -> Verdict | None:
    """Times agree when their values or days are the same; one that holds the other is vague."""
    if a.value == b.value:
        return Verdict.AGREE
    if a.type == b.type == "TIME" and _clock(a) and _clock(b):
        return Verdict.CONFLICT if a.offset == b.offset else None
    if a.days is None or b.days is None or _clock(a) != _clock(b):
        return None
    if a.days == b.days:
        return Verdict.AGREE
    return Verdict.VAGUE if a.days.meets(b.days) else Verdict.CONFLICT


def _clock(time: Time) -> bool:
    return ":" in time.value.partition("T")[2]


def _lengths(a: Time, b: Time) -> Verdict | None:
    """Lengths agree when they are as many days; "a year" is a dozen months."""
    if a.value == b.value:
        return Verdict.AGREE
    ours, theirs = _in_days(a), _in_days(b)
    if ours is None or theirs is None:
        return Verdict.VAGUE if a.unit == b.unit and (a.amount is None or b.amount is None) else None
    if abs(ours - theirs) <= 0.02 * max(ours, theirs):
        return Verdict.AGREE
    hedged = a.mod is not None or b.mod is not None
    return Verdict.VAGUE if hedged and abs(ours - theirs) <= 0.1 * max(ours, theirs) else Verdict.CONFLICT


def _in_days(time: Time) -> float | None:
    if time.amount is None or time.unit not in _DAYS:
        return None
    return time.amount * _DAYS[time.unit]
