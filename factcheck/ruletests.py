"""The examples of rules as tests: every rule of a pack fires where its examples say so, and nowhere else."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.domain import Finding
from factcheck.rule import Example, Expectation, Rule
from factcheck.rulebook import Rulebook

CheckExample = Callable[[Example], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """An example that a rule does not meet: its number within the rule, from 1, and what came instead.

    The number is None when the rule itself lacks an example that fires or one that is silent.
    """

    rule: str
    name: str
    example: int | None
    reason: str
    articles: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return "D101 event-after-publication, example 2: reason"."""
        place = "" if self.example is None else f", example {self.example}"
        return f"{self.rule} {self.name}{place}: {self.reason}"


def run_examples(rulebook: Rulebook, check_example: CheckExample) -> tuple[ExampleFailure, ...]:
    """Check the articles of every example of every stable rule, and return what differs from what it expects.

    `check_example` checks an example's articles together, each named a.txt, b.txt and so on, against its facts, by a
    rulebook in which all rules run (`Rulebook.with_all_rules`). An example lists all findings of its own rule; those
    of other rules do not count.
    """
    return tuple(
        failure for rule in rulebook.rules if rule.status == "stable" for failure in _failures(rule, check_example)
    )


def _failures(rule: Rule, check_example: CheckExample) -> Iterator[ExampleFailure]:
    if not any(example.expect for example in rule.examples):
        yield ExampleFailure(rule.code, rule.name, None, "has no example that fires")
    if all(example.expect for example in rule.examples):
        yield ExampleFailure(rule.code, rule.name, None, "has no example that stays silent")
    for number, example in enumerate(rule.examples, 1):
        findings = [finding for finding in check_example(example) if finding.rule == rule.code]
        for reason in _differences(example, findings):
            yield ExampleFailure(rule.code, rule.name, number, reason, example.articles)


def _differences(example: Example, findings: Iterable[Finding]) -> Iterator[str]:
    left = list(findings)
    missing: list[Expectation] = []
    for expectation in example.expect:
        met = next((finding for finding in left if _meets(finding, expectation)), None)
        if met is None:
            missing.append(expectation)
        else:
            left.remove(met)
    for expectation in missing:
        yield f"expected {_wanted(expectation)}, got {_given(left)}"
    if left and not missing:
        yield f"expected nothing more, got {_given(left)}"


def _meets(finding: Finding, expectation: Expectation) -> bool:
    places = [related.place.text for related in finding.related]
    return (
        expectation.primary in finding.primary.text
        and expectation.variant in (None, finding.variant)
        and expectation.severity in (None, finding.severity)
        and all(any(text in place for place in places) for text in _related(expectation))
    )


def _related(expectation: Expectation) -> tuple[str, ...]:
    return (expectation.related,) if isinstance(expectation.related, str) else expectation.related


def _wanted(expectation: Expectation) -> str:
    parts = [f"{expectation.primary!r}", *(str(part) for part in (expectation.variant, expectation.severity) if part)]
    return " ".join((*parts, *(f"against {text!r}" for text in _related(expectation))))


def _given(findings: Iterable[Finding]) -> str:
    return "; ".join(_described(finding) for finding in findings) or "nothing"


def _described(finding: Finding) -> str:
    against = "".join(f" against {related.place.text!r}" for related in finding.related)
    return " ".join((f"{finding.primary.text!r}", finding.variant or "-", finding.severity)) + against
