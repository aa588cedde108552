"""From what a check yields to a finding: severity and words from the rule, a fingerprint from the sides."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b
from itertools import chain

from factcheck.articleids import from_root
from factcheck.domain import Days, Finding, Hit, Interval, Location, Role, Severity
from factcheck.errors import RuleError
from factcheck.rule import Rule, message_fields

FINGERPRINT = "fc1:"
_DANGLING = " ;:,"  # what an empty value at the end, such as a hint, leaves behind
_LONGEST_VALUE = 120  # characters of a value in a message; an article may hold a "word" of any length


def make_finding(rule: Rule, hit: Hit, *, root: str) -> Finding:
    """Return the finding of a hit: severity and message by its variant, the fingerprint with ids relative to `root`.

    Raises RuleError when the rule has no severity or message for the variant, or the message names a missing value.
    """
    return Finding(
        rule=rule.code,
        name=rule.name,
        variant=hit.variant,
        severity=severity_of(rule, hit.variant),
        verdict=hit.verdict,
        message=_filled(rule, hit),
        fingerprint=_fingerprint(rule, hit, root),
        primary=hit.primary,
        related=hit.related,
    )


def sides(finding: Finding) -> tuple[Location, ...]:
    """Return the places of a finding that can't all be true: the primary one and those that conflict with it."""
    return finding.primary, *(related.place for related in finding.related if related.role is Role.CONFLICTS)


def severity_of(rule: Rule, variant: str | None) -> Severity:
    """Return a rule's severity for a variant; raise RuleError when it has none for it."""
    severity = rule.severity
    if isinstance(severity, Mapping):
        severity = severity.get(variant or "")
    if severity is None:
        raise RuleError(f"{rule.code} {rule.name} has no severity for the variant {variant!r}")
    return severity


def shown(value: object) -> str:
    """Return a value as a message shows it, on one line: days as ISO 8601, numbers without a float's last noise."""
    match value:
        case Days(first=first, last=last):
            text = first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
        case dt.date():
            text = value.isoformat()
        case Interval(low=None, high=None):
            text = "any number"
        case Interval(low=low, high=None):
            text = f"{shown(low)} or more"
        case Interval(low=None, high=high):
            text = f"{shown(high)} or less"
        case Interval(low=low, high=high):
            text = shown(low) if low == high else f"{shown(low)} to {shown(high)}"
        case float():
            text = f"{value:.12g}"
        case tuple() | list():
            text = ", ".join(shown(item) for item in value)
        case _:
            text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1].rstrip()}…"


def with_ordinals(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in the order of path, start and rule, with an ordinal on fingerprints that are not unique.

    Ordinals follow the places of a finding whichever of them is primary, so that they stay when two sides change roles.
    """
    ordered = sorted(findings, key=_order)
    alike: dict[str, list[Finding]] = defaultdict(list)
    for finding in ordered:
        alike[finding.fingerprint].append(finding)
    for group in alike.values():
        group.sort(key=_places)
    ordinals = {id(finding): ordinal for group in alike.values() for ordinal, finding in enumerate(group)}
    return tuple(_numbered(finding, ordinals[id(finding)]) for finding in ordered)


def _numbered(finding: Finding, ordinal: int) -> Finding:
    return finding if ordinal == 0 else replace(finding, fingerprint=f"{finding.fingerprint}:{ordinal + 1}")


def _order(finding: Finding) -> tuple[str, int, str, str, int, str, str, list[tuple[str, int, int]]]:
    place = finding.primary
    return (
        place.path,
        place.in_source[0],
        finding.rule,
        place.article,
        place.in_source[1],
        finding.variant or "",
        finding.message,
        _places(finding),
    )


def _places(finding: Finding) -> list[tuple[str, int, int]]:
    places = (finding.primary, *(related.place for related in finding.related))
    return sorted((place.article, *place.in_source) for place in places)


def _filled(rule: Rule, hit: Hit) -> str:
    message = rule.message
    if isinstance(message, Mapping):
        message = message.get(hit.variant or "")
    if message is None:
        raise RuleError(f"{rule.code} {rule.name} has no message for the variant {hit.variant!r}")
    fields = message_fields(message)
    missing = sorted(set(fields) - set(hit.values))
    if missing:
        raise RuleError(
            f"the message of {rule.code} {rule.name} names {{{missing[0]}}}, which {rule.check} does not give",
            hint=f"it gives {', '.join(sorted(hit.values)) or 'no values'}",
        )
    filled = message.format_map({field: shown(hit.values[field]) for field in fields})
    return filled.rstrip(_DANGLING)


def _fingerprint(rule: Rule, hit: Hit, root: str) -> str:
    told = hit.sides or _sides(hit)
    relative = sorted((from_root(article, root), *side) for article, *side in told)
    name = "\x1e".join((rule.code, *("\x1f".join(side) for side in relative)))
    return FINGERPRINT + blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _sides(hit: Hit) -> tuple[tuple[str, str, str, str], ...]:
    """Return what a hit without sides is known by: its places that conflict, with their values or words."""
    conflicting = (related.place for related in hit.related if related.role is Role.CONFLICTS)
    return tuple(_side(place) for place in chain((hit.primary,), conflicting))


def _side(place: Location) -> tuple[str, str, str, str]:
    return place.article, "", "", place.text if place.value is None else place.value
