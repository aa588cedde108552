"""Checks of one moment told by two clocks (D111)."""

from collections.abc import Iterator, Sequence

from factcheck.checks.sides import conflict_hit, side
from factcheck.compare.clocks import ahead, operand, zones
from factcheck.domain import ArticleClaims, Claim, Hit, Kind, Pair, Related, Role, Verdict

_HALF_DAY = 720  # minutes
_DAY = 1440
_FEWEST_WITNESSES = 2
_LEAST_SLIP = 60  # minutes; half an hour may be a zone's history
_EASTERNMOST = 840  # minutes; farther ahead is behind


def clock_zone_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield local times whose time in GMT beside them is not theirs (D111).

    Variants: nowhere (no place on earth has such a zone), outlier (all other pairs of the article have another
    difference), place (no place that is named has that difference).
    """
    pairs = [claim for claim in article.of_kind(Kind.CLOCK) if claim.attribute == "zone"]
    for claim in pairs:
        hit = _nowhere(claim) or _outlier(claim, _witnesses(claim, pairs)) or _of_no_place(claim, pairs)
        if hit is not None:
            yield hit


def _nowhere(claim: Claim) -> Hit | None:
    return _hit(claim, "nowhere", ()) if "nowhere" in claim.scope else None


def _witnesses(claim: Claim, pairs: Sequence[Claim]) -> list[Claim]:
    """Return the other pairs of the article that leave their zone to the place, one for each two clock times."""
    others = {
        other.value: other for other in reversed(pairs) if other.value != claim.value and "own" not in other.scope
    }
    return sorted(others.values(), key=lambda other: other.place.start)


def _outlier(claim: Claim, witnesses: Sequence[Claim]) -> Hit | None:
    """Return the hit of a pair that all others contradict, unless a place named explains it alone."""
    usual = {ahead(witness) for witness in witnesses}
    if "own" in claim.scope or len(witnesses) < _FEWEST_WITNESSES or len(usual) != 1 or ahead(claim) in usual:
        return None
    if ahead(claim) in zones(claim, "article") and not usual <= zones(claim, "article"):
        return None
    if ahead(claim) in zones(claim, "here"):
        return None
    places = [witness.place for witness in witnesses]
    return _hit(
        claim,
        "outlier",
        tuple(Related(Role.CONFLICTS, place) for place in places),
        zone=frozenset(usual),
        count=len(places),
    )


def _of_no_place(claim: Claim, pairs: Sequence[Claim]) -> Hit | None:
    """Return the hit of a pair that fits no place: none of the sentence if one is beside it, else of the article."""
    if any(other.value != claim.value and ahead(other) == ahead(claim) for other in pairs):
        return None
    roles = (("local", "here"),) if "own" in claim.scope else ()
    for role, where in (*roles, ("beside", "here"), ("here", "article"), ("dateline", "article"), ("first", "article")):
        place, known = operand(claim, role), zones(claim, where)
        if place is not None and known:
            if any(_apart(ahead(claim), zone) < _LEAST_SLIP for zone in known):
                return None
            related = (Related(Role.CONFLICTS, place.place),) if role != "local" else ()
            return _hit(claim, "place", related, zone=known, place=place.place.text)
    return None


def _hit(
    claim: Claim, variant: str, related: tuple[Related, ...], *, zone: frozenset[int] = frozenset(), **values: object
) -> Hit:
    local, stated = operand(claim, "local"), operand(claim, "stated")
    assert local is not None
    assert stated is not None
    half_day = any(_apart(ahead(claim), minutes) == _HALF_DAY for minutes in zone)
    return Hit(
        primary=claim.place,
        related=related,
        variant=variant,
        values={
            "local": local.place.text,
            "stated": stated.place.text,
            "difference": _zone(ahead(claim)),
            "usual": " or ".join(_zone(minutes) for minutes in sorted(zone, key=_signed)),
            "hint": "exactly twelve hours off, as when a.m. and p.m. are exchanged" if half_day else "",
            **values,
        },
        sides=(side(claim),),
    )


def _apart(a: int, b: int) -> int:
    """Return the minutes between two differences on the circle of a day, 0 to 720."""
    return abs((a - b + _HALF_DAY) % _DAY - _HALF_DAY)


def _signed(minutes: int) -> int:
    return minutes if minutes <= _EASTERNMOST else minutes - _DAY


def _zone(minutes: int) -> str:
    """Return minutes ahead of UTC as hours with a sign: +5:30."""
    hours, rest = divmod(abs(_signed(minutes)), 60)
    return f"{'-' if _signed(minutes) < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"


def clock_conflict(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield two reports that tell one moment with one half of its clock times the same and the other not (D111).

    Variants: copies (in nearly the same sentence), reports.
    """
    for pair in pairs:
        if pair.kind is Kind.CLOCK and pair.verdict is Verdict.CONFLICT:
            yield conflict_hit(pair)
