"""`factcheck check`: the findings of articles, and an exit code that a build can stop at."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import options
from factcheck.cli.output import EXIT_BROKEN, EXIT_CLEAN, EXIT_FINDINGS, talk, write

if TYPE_CHECKING:
    from factcheck.config import FailOn
    from factcheck.domain import Finding, Result
    from factcheck.pipeline import Settings


@click.command("check")
@options.paths
@options.form
@options.choosing
@click.option("--notes/--no-notes", default=None, help="List notes too.")
@click.option("--show", multiple=True, metavar="VERDICTS", help="List pairs of these verdicts too: agree,explained.")
@click.option("--fail-on", type=click.Choice(options.GRAVITIES), help="What makes the exit code 1; error by default.")
@click.option("--strict/--no-strict", default=None, help="Exit 2 when an article can't be read.")
@click.option("--against", metavar="FILE_OR_URL", help="Compare with the articles of an archive too.")
@options.reading
@click.option("-q", "--quiet", is_flag=True, help="Write findings only: no counts, no summary.")
def command(
    paths: tuple[Path, ...],
    form: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    notes: bool | None,
    show: tuple[str, ...],
    fail_on: str | None,
    strict: bool | None,
    against: str | None,
    given: options.Given,
    quiet: bool,
) -> int:
    """Check articles and list what cannot all be true."""
    verdicts = options.given_verdicts(show)
    config, settings = options.opened(replace(given, select=select, ignore=ignore), paths)

    from factcheck.config import FailOn
    from factcheck.reports.formats import render

    result = _checked(paths, settings, config.against if against is None else against)
    layout = replace(
        options.plain_layout(),
        notes=config.notes if notes is None else notes,
        show=verdicts or frozenset(config.show),
        quiet=quiet,
    )
    write(render(result, options.given_format(form, config), layout))
    if (config.strict if strict is None else strict) and (unread := _unread(result)):
        talk(f"factcheck: error: {', '.join(unread)}: can't be read (--strict)")
        return EXIT_BROKEN
    limit = config.fail_on if fail_on is None else FailOn(fail_on)
    return EXIT_FINDINGS if _reaches(result.findings, limit) else EXIT_CLEAN


def _checked(paths: tuple[Path, ...], settings: "Settings", against: str | None) -> "Result":
    """Check the articles, beside those of an archive where there is one."""
    from factcheck.pipeline import check

    if against is None:
        return check(paths, settings)
    from factcheck.archive.connection import shown_address
    from factcheck.archive.opening import opened

    with opened(against, root=str(settings.root), extractor=settings.extractor_version()) as archive:
        if stale := archive.stale():
            talk(
                f"factcheck: warning: {shown_address(against)}: {stale:,} files were read by another program, lexicon "
                "or model and are left out; `factcheck archive update` reads them again"
            )
        return check(paths, replace(settings, against=archive))


def _unread(result: "Result") -> list[str]:
    return [record.path for record in result.articles if record.fault_check == "unreadable_article"]


def _reaches(findings: "Iterable[Finding]", limit: "FailOn") -> bool:
    """Tell whether a finding is as grave as the limit, or graver."""
    from factcheck.config import FailOn
    from factcheck.domain import Severity

    if limit is FailOn.NEVER:
        return False
    by_gravity = list(Severity)
    grave = by_gravity[: by_gravity.index(Severity(limit)) + 1]
    return any(finding.severity in grave for finding in findings)
