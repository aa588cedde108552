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
        self._before: dict[tuple[str, ...], tuple[Finding, ...]] = {}

    def outcome(self, plant: Plant) -> Outcome:
        """Check a plant and its control; what was found before the edit, if about other words, counts for nothing."""
        if plant.before not in self._before:
            self._before[plant.before] = self._findings(plant.before)
        before = self._before[plant.before]
        codes = {plant.code, *plant.found_by}
        said = _new(self._findings(plant.texts), before)
        hits = [finding for finding in said if finding.rule in codes and _at(finding, plant.where)]
        others = tuple(finding for finding in said if finding not in hits)
        control = self._findings(plant.control)
        reworded = {finding.rule for finding in _new(before, control)}
        false = [finding for finding in _new(control, before) if finding.rule in self._tested - reworded]
        return Outcome(plant, bool(hits), others, tuple(false))

    def _findings(self, texts: tuple[str, ...]) -> tuple[Finding, ...]:
        """Return the errors and warnings of articles."""
        found = check_texts(texts, self._settings).findings
        return tuple(finding for finding in found if finding.severity is not Severity.NOTE)


def _new(findings: Sequence[Finding], known: Sequence[Finding]) -> list[Finding]:
    prints = {finding.fingerprint for finding in known}
    return [finding for finding in findings if finding.fingerprint not in prints]


def _at(finding: Finding, where: Sequence[Place]) -> bool:
    """Tell whether a finding's primary or a conflicting place touches one of the planted places."""
    places = [finding.primary, *(other.place for other in finding.related if other.role is Role.CONFLICTS)]
    return any(
        place.article == f"{'abcdefgh'[there.text]}.txt" and place.start < there.end and there.start < place.end
        for place in places
        for there in where
    )
