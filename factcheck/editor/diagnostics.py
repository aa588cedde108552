"""Findings as the diagnostics of one document, each with the other side's place."""

from collections.abc import Iterable, Mapping

from lsprotocol import types

from factcheck.domain import Finding, Related, Result, Severity
from factcheck.editor.positions import PageOf, UriOf, range_in
from factcheck.reports.escape import visible_words
from factcheck.reports.layout import Layout, cut
from factcheck.reports.places import by_place, with_other_places
from factcheck.reports.words import ROLES
from factcheck.rule import Rule

SOURCE = "factcheck"
_SEVERITIES: Mapping[Severity, types.DiagnosticSeverity] = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
_LONGEST = 160  # columns of the other side's words


def findings_in(result: Result, path: str) -> list[Finding]:
    """Return the findings whose first place is in a document, by place."""
    return by_place(finding for finding in result.findings if finding.primary.path == path)


def diagnostics(
    findings: Iterable[Finding],
    rules: Iterable[Rule],
    *,
    page_of: PageOf,
    uri_of: UriOf,
    without_related: Layout | None = None,
) -> list[types.Diagnostic]:
    """Return findings as diagnostics (LSP 3.17), in their order.

    For an editor that shows no related information, `without_related` is the layout by which messages name the other
    places.
    """
    urls = {rule.code: rule.url for rule in rules if rule.url}
    return [_diagnostic(finding, urls.get(finding.rule), page_of, uri_of, without_related) for finding in findings]


def _diagnostic(
    finding: Finding, url: str | None, page_of: PageOf, uri_of: UriOf, without_related: Layout | None
) -> types.Diagnostic:
    message = finding.message if without_related is None else with_other_places(finding, without_related)
    return types.Diagnostic(
        range=range_in(finding.primary, page_of),
        message=visible_words(message),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(href=url) if url else None,
        source=SOURCE,
        related_information=None
        if without_related is not None
        else [_related(other, page_of, uri_of) for other in finding.related],
        data={"fingerprint": finding.fingerprint},
    )


def _related(other: Related, page_of: PageOf, uri_of: UriOf) -> types.DiagnosticRelatedInformation:
    words = cut(visible_words(other.place.text), _LONGEST)
    return types.DiagnosticRelatedInformation(
        location=types.Location(uri=uri_of(other.place.path), range=range_in(other.place, page_of)),
        message=f"{ROLES[other.role]}: {words}" if words else ROLES[other.role],
    )
