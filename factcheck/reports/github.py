"""A result for the log of GitHub Actions: the text for people, then workflow commands that annotate the articles."""

from collections.abc import Sequence
from hashlib import blake2b

from factcheck.domain import Finding, Result, Severity
from factcheck.reports.escape import visible, visible_words
from factcheck.reports.layout import Layout, counted
from factcheck.reports.places import from_root, with_other_places
from factcheck.reports.text import render_text
from factcheck.reports.words import listed

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
# GitHub shows ten annotations of a kind of a step and drops the rest without a word. One notice is the last word.
_MOST = {Severity.ERROR: 10, Severity.WARNING: 10, Severity.NOTE: 9}


def render_github(result: Result, layout: Layout) -> str:
    """Return the text report, ten annotations each of errors, warnings and (when listed) notes, and what is left out.

    An article could hold workflow commands of its own, so none is obeyed within the text: a token that only the whole
    text yields ends it.
    """
    text = render_text(result, layout)
    token = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    findings = listed(result.findings, layout)
    lines = [
        *([f"::stop-commands::{token}", *text.rstrip("\n").split("\n"), f"::{token}::"] if text else []),
        *_annotations(findings, layout),
    ]
    return "".join(f"{line}\n" for line in lines)


def _annotations(findings: Sequence[Finding], layout: Layout) -> list[str]:
    told = [
        finding
        for severity, most in _MOST.items()
        for finding in [finding for finding in findings if finding.severity is severity][:most]
    ]
    lines = [_annotation(finding, layout) for finding in told]
    left = len(findings) - len(told)
    if left:
        lines.append(f"::notice title=factcheck::{counted(left, 'more finding')} in the log of this step")
    return lines


def _annotation(finding: Finding, layout: Layout) -> str:
    place = finding.primary
    properties: dict[str, str | int] = {
        "file": from_root(place.path, layout),
        "line": place.line,
        "endLine": place.end_line,
    }
    if place.line == place.end_line:  # with columns GitHub leaves out an annotation of several lines
        properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = f"{finding.rule} {finding.name}"
    listing = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listing}::{_data(visible_words(with_other_places(finding, layout)))}"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
