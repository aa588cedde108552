"""Findings in the order of the articles, and their places as other programs want them: relative to one folder."""

import os
from collections.abc import Iterable
from pathlib import Path

from factcheck.domain import ArticleRecord, Finding, Location, Role
from factcheck.reports.escape import visible
from factcheck.reports.layout import Layout
from factcheck.reports.words import ROLES


def by_place(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by path and place, as every format for programs has them."""
    return sorted(findings, key=place_order)


def place_order(finding: Finding) -> tuple[str, int, str, str]:
    """Return what findings are put in order by: path and place, then rule and fingerprint."""
    return finding.primary.path, finding.primary.start, finding.rule, finding.fingerprint


def from_root(path: str, layout: Layout) -> str:
    """Return an article's path relative to the layout's root, with forward slashes.

    A path outside the root is absolute, an address stays as it is.
    """
    if not layout.root or "://" in path:
        return path
    root = os.path.normpath(layout.root)
    whole = os.path.normpath(Path(layout.folder) / path)
    inside = whole.startswith(root.rstrip(os.sep) + os.sep)
    return (os.path.relpath(whole, root) if inside else whole).replace(os.sep, "/")


def with_other_places(finding: Finding, layout: Layout) -> str:
    """Return a message that names its other places, for formats in which a finding has only one."""
    others = sorted(finding.related, key=lambda other: other.role is not Role.CONFLICTS)
    named = dict.fromkeys(f"{ROLES[other.role]} {where(other.place, layout)}" for other in others)
    return f"{finding.message} [{'; '.join(named)}]" if named else finding.message


def why_unchecked(record: ArticleRecord) -> str | None:
    """Return why an article was not checked, None when it was."""
    if record.fault_check == "unsupported_language":
        return f"not checked: its language is {record.language}"
    return None if record.fault is None else f"not checked: {record.fault}"


def where(place: Location, layout: Layout) -> str:
    """Return "path:line" from the root, with nothing in it that could steer a terminal."""
    return f"{visible(from_root(place.path, layout))}:{place.line}"
