"""The rules as a table or JSON, and one rule explained from its YAML."""

from collections.abc import Iterator, Sequence

from factcheck.domain import Severity
from factcheck.reports.escape import visible, visible_words
from factcheck.reports.json import document
from factcheck.reports.layout import Layout, counted, wrap
from factcheck.rule import Example, Expectation, Rule

_INDENT = "  "


def rules_json(rules: Sequence[Rule], enabled: frozenset[str]) -> str:
    """Return the rules as JSON, by code; `enabled` says which of them run with the given configuration."""
    return document(
        rules=[
            {
                "code": rule.code,
                "name": rule.name,
                "severity": rule.severity,
                "default": rule.default,
                "status": rule.status,
                "enabled": rule.code in enabled,
                "summary": rule.summary.strip(),
            }
            for rule in rules
        ]
    )


def rules_table(rules: Sequence[Rule], layout: Layout) -> str:
    """Return the rules as a table, then how many of them work."""
    from factcheck.reports.grid import Cell, grid, words

    table: list[list[Cell]] = [
        [
            words(rule.code),
            words(rule.name),
            words(_severities(rule)),
            words(rule.default),
            words(rule.status),
            words(visible_words(rule.summary)),
        ]
        for rule in rules
    ]
    planned = sum(rule.status == "planned" for rule in rules)
    body = grid(("code", "name", "severity", "default", "status", "summary"), table, layout.width)
    some = f", {planned} of them planned" if planned else ""
    return f"{body}\n\n{counted(len(rules), 'rule')}{some}\n"


def explain(rule: Rule, layout: Layout) -> str:
    """Return all that a rule's YAML says, for a reader: summary, why, when it is silent, severities, examples."""
    return "\n".join(line.rstrip() for line in _explained(rule, layout.width)) + "\n"


def _explained(rule: Rule, width: int) -> Iterator[str]:
    yield f"{rule.code} {rule.name}"
    yield from wrap(visible_words(rule.summary), width)
    if rule.status == "planned":
        yield from ("", "Planned: it does not run yet.")
    elif rule.default == "off":
        yield from ("", f"Off by default; --select {rule.code} runs it.")
    if rule.severity is not None:
        yield from ("", "Severity", *_by_variant(rule.severity, width))
    if rule.message is not None:
        yield from ("", "Says", *_by_variant(rule.message, width))
    if rule.why.strip():
        yield from ("", "Why", *_paragraph(rule.why, width))
    if any(rule.guards):
        yield from ("", "Silent when")
        for guard in rule.guards:
            yield from _paragraph(guard, width, mark="- ")
    if rule.options:
        yield from ("", "Options", *(f"{_INDENT}{name}: {value}" for name, value in sorted(rule.options.items())))
    if rule.url is not None:
        yield from ("", f"See {rule.url}")
    for number, example in enumerate(rule.examples):
        yield from (["", "Examples"] if number == 0 else [""])
        yield from _example(example, width)


def _severities(rule: Rule) -> str:
    severity = rule.severity
    if severity is None:
        return ""
    if not isinstance(severity, dict):
        return severity
    return ", ".join(grade for grade in Severity if grade in severity.values())


def _by_variant(value: str | dict[str, Severity] | dict[str, str], width: int) -> Iterator[str]:
    if isinstance(value, str):
        yield from _paragraph(value, width)
        return
    for variant, said in value.items():
        yield from _paragraph(f"{variant}: {said}", width)


def _paragraph(text: str, width: int, *, mark: str = "") -> Iterator[str]:
    first, *more = wrap(visible_words(text), width - len(_INDENT) - len(mark))
    yield f"{_INDENT}{mark}{first}"
    yield from (f"{_INDENT}{' ' * len(mark)}{line}" for line in more)


def _example(example: Example, width: int) -> Iterator[str]:
    for article in example.articles:
        marks = _INDENT + "| "
        for line in article.strip().splitlines():
            yield from (marks + part for part in wrap(visible(line), width - len(marks)))
        if article is not example.articles[-1]:
            yield marks.rstrip()
    if example.facts:
        yield from _paragraph(example.facts, width, mark="with the facts ")
    for expectation in example.expect:
        yield from _paragraph(_expected(expectation), width)
    if not example.expect:
        yield f"{_INDENT}silent"


def _expected(expectation: Expectation) -> str:
    related = (expectation.related,) if isinstance(expectation.related, str) else expectation.related
    words = [f"fires on “{expectation.primary}”", *(f"against “{text}”" for text in related)]
    grade = [str(part) for part in (expectation.severity, expectation.variant) if part]
    return " ".join(words) + (f" ({', '.join(grade)})" if grade else "")
