"""What a comparison of two claims says."""

from dataclasses import dataclass

from factcheck.domain import Location, Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason; the places are those of the words compared, where they are not the claims' own."""

    verdict: Verdict
    why: str
    variant: str | None = None
    a_place: Location | None = None
    b_place: Location | None = None
    explained_by: tuple[Location, ...] = ()
