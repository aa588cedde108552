"""Two values of one kind, to a verdict."""

import pytest
from builders import event, figure, on

from factcheck.compare.values import near_values, value_relation
from factcheck.domain import Claim, Hedge, Kind, Time, Verdict


def lasting(value: str, amount: float | None, unit: str, mod: str | None = None) -> Claim:
    time = Time("DURATION", value, form="duration", amount=amount, unit=unit, mod=mod)
    return event("a", time)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (on("2025-03-03"), on("2025-03-03"), Verdict.AGREE),
        (on("2025-03-03"), on("2025-03-01", "2025-03-31"), Verdict.VAGUE),
        (on("2025-03-03"), on("2025-03-04"), Verdict.CONFLICT),
    ],
)
def test_times(one: Time, other: Time, verdict: Verdict) -> None:
    assert value_relation(event("a", one), event("b", other)) is verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (lasting("P3Y", 3, "year"), lasting("P36M", 36, "month"), Verdict.AGREE),
        (lasting("P2W", 2, "week"), lasting("P14D", 14, "day"), Verdict.AGREE),
        (lasting("P8D", 8, "day"), lasting("P3D", 3, "day"), Verdict.CONFLICT),
        (lasting("PXM", None, "month"), lasting("P3M", 3, "month"), Verdict.VAGUE),
        (lasting("PXM", None, "month"), lasting("P3Y", 3, "year"), None),
    ],
)
def test_lengths(one: Claim, other: Claim, verdict: Verdict | None) -> None:
    assert value_relation(one, other) is verdict


def test_values_that_can_both_be_true_need_not_be_one() -> None:
    few = figure("a", 4, kind=Kind.COUNT, detail={"hedge": Hedge.AT_LEAST, "step": 0})
    assert not near_values(few, figure("b", 20_000, kind=Kind.COUNT))
    assert near_values(few, figure("b", 5, kind=Kind.COUNT))
    assert near_values(figure("a", 100, 1000), figure("b", 300))
