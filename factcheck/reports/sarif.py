"""A result as SARIF 2.1.0 (OASIS Standard), which code scanning on GitHub, GitLab, Azure and editors read."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from factcheck import __version__
from factcheck.domain import ArticleRecord, Finding, Location, Result, Severity, Suppressed
from factcheck.reports.escape import visible_json, visible_words
from factcheck.reports.layout import Layout
from factcheck.reports.markdown import plain
from factcheck.reports.places import by_place, from_root, why_unchecked
from factcheck.reports.words import ROLES
from factcheck.rule import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_FINGERPRINT = "factcheck/v1"
_RESERVED = ":/?#[]@!$&'()*+,;=%"  # what an address keeps as it is (RFC 3986)


def render_sarif(result: Result, layout: Layout, rules: Sequence[Rule]) -> str:
    """Return a log of one run: the rules that found something, then every finding, notes and suppressed ones too.

    Columns count characters. Paths are URIs relative to the root that the layout names, absolute outside it.
    """
    suppressed = {told.finding.fingerprint: told for told in result.suppressed}
    findings = by_place([*result.findings, *(told.finding for told in result.suppressed)])
    used = _rules(findings, rules)
    numbers = {rule["id"]: number for number, rule in enumerate(used)}
    run = {
        "tool": {"driver": {"name": "factcheck", "semanticVersion": __version__, "rules": used}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that the articles' paths start from."}}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _unread(result.articles, layout)}],
        "results": [
            _result(finding, numbers[finding.rule], suppressed.get(finding.fingerprint), layout) for finding in findings
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return visible_json(json.dumps(log, ensure_ascii=False, indent=1) + "\n")


def _rules(findings: Iterable[Finding], rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """Return the descriptors of the rules that found something, by code."""
    by_code = {rule.code: rule for rule in rules}
    names = {finding.rule: finding.name for finding in findings}
    return [
        {"id": code, "name": name, **(_descriptor(by_code[code]) if code in by_code else {})}
        for code, name in sorted(names.items())
    ]


def _descriptor(rule: Rule) -> dict[str, Any]:
    summary, why = (visible_words(text).strip() for text in (rule.summary, rule.why))
    guards = [visible_words(guard).strip() for guard in rule.guards if guard.strip()]
    return {
        "shortDescription": {"text": _quoted(summary)},
        "fullDescription": {"text": _quoted(why or summary)},
        "help": {
            "text": _quoted(_help(summary, why, "Silent when", guards)),
            "markdown": _help(plain(summary), plain(why), "**Silent when**", [plain(guard) for guard in guards]),
        },
        **({"helpUri": rule.url} if rule.url is not None else {}),
        "defaultConfiguration": {"level": _gravest(rule)},
    }


def _help(summary: str, why: str, silent: str, guards: Sequence[str]) -> str:
    listed = "\n".join(f"- {guard}" for guard in guards)
    return "\n\n".join(part for part in (summary, why, *((silent, listed) if guards else ())) if part)


def _gravest(rule: Rule) -> Severity:
    grades = rule.severity.values() if isinstance(rule.severity, Mapping) else [rule.severity]
    return next((severity for severity in Severity if severity in grades), Severity.WARNING)


def _result(finding: Finding, rule: int, told: Suppressed | None, layout: Layout) -> dict[str, Any]:
    words = [_quoted(visible_words(finding.message))]
    # GitHub lists a related place only when the message links to it
    words += [f"[{ROLES[other.role]}]({number})" for number, other in enumerate(finding.related, 1)]
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": words[0] + (f" ({', '.join(words[1:])})" if words[1:] else "")},
        "locations": [{"physicalLocation": _physical(finding.primary, layout)}],
        "relatedLocations": [
            {
                "id": number,
                "physicalLocation": _physical(other.place, layout),
                "message": {"text": ROLES[other.role]},
                "properties": {"role": other.role},
            }
            for number, other in enumerate(finding.related, 1)
        ],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "suppressions": [_suppression(told)] if told is not None else [],
        "properties": {"variant": finding.variant, "verdict": finding.verdict},
    }


def _suppression(told: Suppressed) -> dict[str, Any]:
    place = {} if told.place is None else {"place": visible_words(told.place)}
    return {
        "kind": "inSource" if told.by == "comment" else "external",
        "status": "accepted",
        **({} if told.reason is None else {"justification": visible_words(told.reason)}),
        "properties": {"by": told.by, **place},
    }


def _physical(place: Location, layout: Layout) -> dict[str, Any]:
    return {
        "artifactLocation": _artifact(place.path, layout),
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
            "snippet": {"text": place.source_text if place.source_text is not None else place.text},
        },
    }


def _artifact(path: str, layout: Layout) -> dict[str, str]:
    """Return a path as a percent-encoded URI reference (RFC 3986), relative to the root where it lies below it."""
    rooted = from_root(path, layout)
    if "://" in rooted:
        return {"uri": quote(rooted, safe=_RESERVED, errors="replace")}
    encoded = quote(rooted, safe="/", errors="replace")
    if rooted.startswith("/"):
        return {"uri": f"file://{encoded}"}
    if rooted[1:3] == ":/":  # a drive of Windows
        return {"uri": f"file:///{rooted[0]}:{encoded[4:]}"}
    return {"uri": encoded, "uriBaseId": _ROOT}


def _unread(articles: Iterable[ArticleRecord], layout: Layout) -> list[dict[str, Any]]:
    """Return a notification for every article that was not checked."""
    return [
        {
            "level": "warning",
            "message": {"text": _quoted(visible_words(reason))},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(record.path, layout)}}],
        }
        for record in sorted(articles, key=lambda record: record.id)
        if (reason := why_unchecked(record)) is not None
    ]


def _quoted(text: str) -> str:
    """Return words as a message has them (SARIF 3.11.5 and 3.11.6): no placeholder and no link in them."""
    return text.replace("{", "{{").replace("}", "}}").replace("[", "\\[").replace("]", "\\]")
