"""The baseline: findings that were there before, known by their fingerprints, so that only new ones are told."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from factcheck.articleids import from_root
from factcheck.domain import Finding, Result, Suppressed
from factcheck.errors import ConfigError
from factcheck.rulebook import Rulebook

BASELINE_FILE = "factcheck-baseline.json"
SCHEMA_VERSION = 1
_FINGERPRINT = re.compile(r'"fingerprint": ?"([^"\\]+)"')


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A known finding: its fingerprint counts; rule, place, articles and message tell a reader what it was.

    Articles are ids relative to the root; `place` is the first of them with the line on which it was found.
    """

    fingerprint: str
    rule: str
    place: str
    articles: tuple[str, ...]
    message: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema_version: int
    findings: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a file; `shown` is how messages name it, `lines` has the line of each fingerprint."""

    entries: tuple[Entry, ...]
    shown: str
    lines: dict[str, int]

    def place(self, fingerprint: str) -> str:
        """Return where a fingerprint stands, as "file:line"."""
        line = self.lines.get(fingerprint)
        return self.shown if line is None else f"{self.shown}:{line}"


def read_baseline(path: Path, *, shown: str) -> Baseline:
    """Return a baseline; raise ConfigError for a file that is missing, no JSON, or not of this form."""
    if not path.is_file():
        raise ConfigError("there is no such baseline", path=path, hint="`factcheck baseline create` makes it")
    data = path.read_bytes()
    try:
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        at = re.search(r"\(byte ([0-9]+)\)", str(error))
        line = data.count(b"\n", 0, int(at.group(1))) + 1 if at else None
        hint = "`factcheck baseline create --force` makes it anew"
        raise ConfigError(f"is no baseline: {error}", path=path, line=line, hint=hint) from error
    if file.schema_version != SCHEMA_VERSION:
        message = f"has schema version {file.schema_version}, not {SCHEMA_VERSION}"
        raise ConfigError(message, path=path, hint="it was made by another version of factcheck")
    lines: dict[str, int] = {}
    for number, text in enumerate(data.decode().split("\n"), 1):
        for fingerprint in _FINGERPRINT.findall(text):
            lines.setdefault(fingerprint, number)
    return Baseline(file.findings, shown, lines)


def entries_of(findings: Iterable[Finding], root: Path) -> tuple[Entry, ...]:
    """Return the entries of findings, by article, rule and fingerprint."""
    return _in_order(_entry(finding, str(root)) for finding in findings)


def without_known(result: Result, baseline: Baseline, *, rulebook: Rulebook, root: Path) -> Result:
    """Return the result with what the baseline knows among its suppressed findings, and with its stale entries."""
    known = {entry.fingerprint for entry in baseline.entries}
    hidden = (
        Suppressed(finding, by="baseline", place=baseline.place(finding.fingerprint))
        for finding in result.findings
        if finding.fingerprint in known
    )
    stale = stale_entries(baseline, result, rulebook=rulebook, root=root)
    return replace(
        result,
        findings=tuple(finding for finding in result.findings if finding.fingerprint not in known),
        suppressed=(*result.suppressed, *hidden),
        unused=(
            *result.unused,
            *(
                f"{baseline.place(entry.fingerprint)}: {entry.rule} of {entry.place} is found no more: "
                "`factcheck baseline prune` removes it"
                for entry in stale
            ),
        ),
    )


def stale_entries(baseline: Baseline, result: Result, *, rulebook: Rulebook, root: Path) -> tuple[Entry, ...]:
    """Return the entries that are known to be found no more, neither told nor suppressed.

    What a run does not look at, it knows nothing of: an entry is stale only when its rule runs or exists no more, and
    each of its articles was read or exists no more.
    """
    found = {finding.fingerprint for finding in (*result.findings, *(one.finding for one in result.suppressed))}
    read = {from_root(record.id, str(root)) for record in result.articles if record.fault is None}
    exist = {rule.code for rule in rulebook.rules}

    def is_stale(entry: Entry) -> bool:
        if entry.fingerprint in found or (entry.rule in exist and entry.rule not in rulebook.enabled):
            return False
        return entry.rule not in exist or all(name in read or _is_gone(name, root) for name in entry.articles)

    return tuple(entry for entry in baseline.entries if is_stale(entry))


def pruned(baseline: Baseline, stale: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries without the stale ones; those that stay are as they were, so that a diff shows what went."""
    gone = {entry.fingerprint for entry in stale}
    kept = {entry.fingerprint: entry for entry in baseline.entries if entry.fingerprint not in gone}
    return _in_order(kept.values())


def updated(baseline: Baseline, stale: Iterable[Entry], findings: Iterable[Finding], root: Path) -> tuple[Entry, ...]:
    """Return the entries without the stale ones, and with those of findings that are new."""
    kept = pruned(baseline, stale)
    known = {entry.fingerprint for entry in kept}
    new = (finding for finding in findings if finding.fingerprint not in known)
    return _in_order((*kept, *entries_of(new, root)))


def _entry(finding: Finding, root: str) -> Entry:
    places = (finding.primary, *(related.place for related in finding.related))
    return Entry(
        fingerprint=finding.fingerprint,
        rule=finding.rule,
        place=f"{from_root(finding.primary.path, root)}:{finding.primary.line}",
        articles=tuple(sorted({from_root(place.article, root) for place in places})),
        message=finding.message,
    )


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    # by article and not by line, so that entries keep their order when lines move
    return tuple(sorted(entries, key=lambda entry: (entry.place.rpartition(":")[0], entry.rule, entry.fingerprint)))


def _is_gone(article: str, root: Path) -> bool:
    if "://" in article:
        return False
    return not any((root / name).exists() for name in (article, article.partition("#")[0]))
