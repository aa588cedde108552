"""A result as a GitLab Code Quality report, which a merge request shows beside the changed lines."""

import json

from factcheck.domain import Finding, Result, Severity
from factcheck.reports.escape import visible_json, visible_words
from factcheck.reports.layout import Layout
from factcheck.reports.places import by_place, from_root, with_other_places

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render_gitlab(result: Result, layout: Layout) -> str:
    """Return a JSON array with an object for every finding, notes too.

    GitLab drops what has the fingerprint of another finding; ours are unique, and without line numbers. Type and
    categories are for other readers of Code Climate's format, which GitLab's is a part of.
    """
    findings = [_finding(finding, layout) for finding in by_place(result.findings)]
    return visible_json(json.dumps(findings, ensure_ascii=False, indent=1) + "\n")


def _finding(finding: Finding, layout: Layout) -> dict[str, object]:
    place = finding.primary
    return {
        "type": "issue",
        "categories": ["Bug Risk"],
        "description": visible_words(f"{finding.name}: {with_other_places(finding, layout)}"),
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": from_root(place.path, layout),
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }
