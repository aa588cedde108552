"""How a pair of claims becomes a hit: the two places, the values of the message and the sides of the fingerprint."""

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
