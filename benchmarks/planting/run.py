"""Check plants and their controls, and tell what was found where."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.domain import Finding, Role, Severity
from factcheck.pipeline import Settings, check_texts
from planting.plants import Place, Plant


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the checker said of a plant: whether it was found, what else was said, and what was said of the control."""

    plant: Plant
    found: bool
    others: tuple[Finding, ...]
    false: tuple[Finding, ...]


class Checker:
    """A rulebook and its model, with what they find in the articles as they were."""

    def __init__(self, settings: Settings, tested: frozenset[str]) -> None:
        self._settings = settings
        self._tested = tested
        self._before: dict[tuple[str, ...], frozenset[str]] = {}

    def outcome(self, plant: Plant) -> Outcome:
        """Check a plant and its control; what was found before the edit counts for nothing."""
        codes = {plant.code, *plant.found_by}
        said = self._new(plant.texts, plant.before)
        hits = [finding for finding in said if finding.rule in codes and _at(finding, plant.where)]
        others = tuple(finding for finding in said if finding not in hits)
        false = tuple(finding for finding in self._new(plant.control, plant.before) if finding.rule in self._tested)
        return Outcome(plant, bool(hits), others, false)

    def _new(self, texts: tuple[str, ...], before: tuple[str, ...]) -> list[Finding]:
        """Return the errors and warnings that the articles did not have before the edit."""
        if before not in self._before:
            findings = check_texts(before, self._settings).findings
            self._before[before] = frozenset(finding.fingerprint for finding in findings)
        return [
            finding
            for finding in check_texts(texts, self._settings).findings
            if finding.severity is not Severity.NOTE and finding.fingerprint not in self._before[before]
        ]


def _at(finding: Finding, where: Sequence[Place]) -> bool:
    """Tell whether a finding's primary or a conflicting place touches one of the planted places."""
    places = [finding.primary, *(other.place for other in finding.related if other.role is Role.CONFLICTS)]
    return any(
        place.article == f"{'abcdefgh'[there.text]}.txt" and place.start < there.end and there.start < place.end
        for place in places
        for there in where
    )
