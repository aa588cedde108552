"""What is known and stays untold: the findings that entries of an ignore file name, and the entries that name none."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

from factcheck.articleids import from_root
from factcheck.domain import Finding, Location, Result, Suppressed
from factcheck.findings import sides
from factcheck.ignorefile import Ignore
from factcheck.rulebook import Rulebook

_WILD = re.compile(r"[*?\[]")


def without_ignored(
    result: Result, ignores: Sequence[Ignore], *, rulebook: Rulebook, root: Path, today: dt.date | None
) -> Result:
    """Return the result with what the entries name among its suppressed findings, and the entries that name nothing.

    `today` is needed only where an entry has a last day: after it the entry hides nothing and is reported. Paths of
    entries are relative to `root`. An entry whose rules don't run, or whose articles were not read, is not unused.
    """
    told, hidden = [], []
    used: set[Ignore] = set()
    for finding in result.findings:
        fitting = [entry for entry in ignores if _fits(entry, finding, root)]
        used.update(fitting)
        live = next((entry for entry in fitting if not _is_over(entry, today)), None)
        if live is None:
            told.append(finding)
        else:
            hidden.append(Suppressed(finding, by="ignore", reason=live.reason, place=live.place))
    articles = [from_root(record.path, str(root)) for record in result.articles]
    unused = (_idle(entry, articles, root) for entry in ignores if entry not in used and entry.codes & rulebook.enabled)
    over = (
        f"{entry.place}: this entry ended on {entry.until}, and what it hid is told again: mend it or set a new date"
        for entry in ignores
        if entry in used and _is_over(entry, today)
    )
    return replace(
        result,
        findings=tuple(told),
        suppressed=(*result.suppressed, *hidden),
        unused=(*result.unused, *over, *(line for line in unused if line)),
    )


def _is_over(entry: Ignore, today: dt.date | None) -> bool:
    return entry.until is not None and today is not None and today > entry.until


def _fits(entry: Ignore, finding: Finding, root: Path) -> bool:
    """Tell whether one place of a finding is in a path and has the words that an entry names."""
    return finding.rule in entry.codes and any(_names(entry, place, root) for place in sides(finding))


def _names(entry: Ignore, place: Location, root: Path) -> bool:
    if entry.path is not None and not _lies_in(from_root(place.path, str(root)), entry.path):
        return False
    return entry.match is None or any(_folded(entry.match) in _folded(text) for text in (place.text, place.sentence))


def _lies_in(article: str, path: str) -> bool:
    """Tell whether an article is what a path names, or lies in a folder of that name."""
    named = path.removeprefix("./")
    return fnmatchcase(article, named) or fnmatchcase(article, f"{named.rstrip('/')}/*")


def _folded(text: str) -> str:
    return " ".join(text.split())


def _idle(entry: Ignore, articles: Sequence[str], root: Path) -> str | None:
    """Return what to say of an entry that hides nothing; None when its articles were simply not read in this run."""
    if entry.path is not None and not any(_lies_in(article, entry.path) for article in articles):
        if _WILD.search(entry.path) or (root / entry.path).exists():
            return None
        return f"{entry.place}: this entry hides nothing, there is no {entry.path}: remove it"
    return f"{entry.place}: this entry hides nothing: remove it"
