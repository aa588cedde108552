"""How a pair of claims becomes a hit: the two places, the values of the message and the sides of the fingerprint."""

from collections.abc import Mapping
from dataclasses import replace

from factcheck.domain import Claim, Hit, Operand, Pair, Related, Role


def side(claim: Claim) -> tuple[str, str, str, str]:
    """Return one side of a fingerprint: article id, kind, attribute and value, without any line number."""
    return claim.place.article, claim.kind, claim.attribute, claim.value or claim.place.text


def operand_of(claim: Claim, role: str) -> Operand | None:
    """Return the figure, date or name that has a role in a claim; None when there is none."""
    return next((operand for operand in claim.operands if operand.role == role), None)


def conflict_hit(pair: Pair, *, variant: str | None = None, **values: object) -> Hit:
    """Return the hit of a pair: its first place primary, its second related, what explains it as context."""
    return Hit(
        primary=pair.a_place,
        related=(
            Related(Role.CONFLICTS, pair.b_place),
            *(Related(Role.EXPLAINS, place) for place in pair.explained_by),
        ),
        variant=variant or pair.variant,
        verdict=pair.verdict,
        values={"ours": pair.a_place.text, "theirs": pair.b_place.text, **values},
        sides=(side(pair.a), side(pair.b)),
    )


def facing(hit: Hit, changed: frozenset[str]) -> Hit:
    """Return the hit with a side of a changed path as primary; as it is when it has none, or its primary is one.

    The place that was primary takes the other's, and "ours" and "theirs" of the message change with them. The
    fingerprint's sides have no order, so it stays.
    """
    if not changed or hit.primary.path in changed:
        return hit
    for number, other in enumerate(hit.related):
        if other.role is Role.CONFLICTS and other.place.path in changed:
            related = (*hit.related[:number], Related(other.role, hit.primary), *hit.related[number + 1 :])
            return replace(hit, primary=other.place, related=related, values=_turned(hit.values))
    return hit


def _turned(values: Mapping[str, object]) -> Mapping[str, object]:
    if "ours" not in values or "theirs" not in values:
        return values
    return {**values, "ours": values["theirs"], "theirs": values["ours"]}
