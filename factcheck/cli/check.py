"""`factcheck check`: the findings of articles, and an exit code that a build can stop at."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import options
from factcheck.cli.gate import Gate, gate, prepared, told
from factcheck.cli.output import EXIT_BROKEN, EXIT_CLEAN, EXIT_FINDINGS, EXIT_INTERRUPTED, talk
from factcheck.cli.outputs import given_outputs, layout_of, outer, require_no_article, write_outputs
from factcheck.cli.progress import progress

if TYPE_CHECKING:
    from factcheck.config import Output
    from factcheck.domain import Result
    from factcheck.pipeline import Settings


@click.command("check")
@options.paths
@options.form
@options.outputs
@options.choosing
@click.option("--notes/--no-notes", default=None, help="List notes too.")
@click.option("--show", multiple=True, metavar="VERDICTS", help="List pairs of these verdicts too: agree,explained.")
@options.fail_on
@click.option("--strict/--no-strict", default=None, help="Exit 2 when an article can't be read.")
@options.against
@options.engine
@options.spark
@gate
@options.facts_files
@options.reading
@click.option("-q", "--quiet", is_flag=True, help="Write findings only: no counts, no summary.")
def command(
    paths: tuple[Path, ...],
    form: str | None,
    outputs: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    notes: bool | None,
    show: tuple[str, ...],
    fail_on: str | None,
    strict: bool | None,
    against: str | None,
    engine: str,
    master: str | None,
    work: str | None,
    chosen: Gate,
    facts: tuple[Path, ...],
    given: options.Given,
    quiet: bool,
) -> int:
    """Check articles and list what cannot all be true."""
    verdicts = options.given_verdicts(show)
    config, settings = options.opened(replace(given, select=select, ignore=ignore, facts=facts), paths)
    places = given_outputs(outputs, form, config)

    from factcheck.config import FailOn, Format
    from factcheck.reports.formats import render

    shown = verdicts or frozenset(config.show)
    settings, known = prepared(config, options.with_facts(settings, config), paths, chosen)
    if all(output.form is not Format.HTML for output in places):
        settings = replace(settings, shown=shown)  # the HTML report draws claims and pairs
    archive = config.against if against is None else against
    if engine == "spark":
        found = options.on_spark(paths, settings, archive, master=master, work=work)
    else:
        found = checked(paths, settings, archive, quiet=quiet)
    result = told(found, settings, known)
    require_no_article(places, (record.path for record in result.articles))
    failing = options.failing_at(config.fail_on if fail_on is None else FailOn(fail_on))
    layout = replace(
        options.plain_layout(),
        notes=config.notes if notes is None else notes,
        show=shown,
        quiet=quiet,
        fails=failing,
        root=str(outer(Path.cwd(), config.root)),
    )

    def rendered(output: "Output") -> str:
        return render(result, output.form, layout_of(output, layout), settings.rulebook.rules)

    write_outputs(places, rendered)
    for line in () if quiet else result.unused:
        talk(f"factcheck: warning: {line}")
    if result.unread:
        return interrupted(result)
    if (config.strict if strict is None else strict) and (unread := _unread(result)):
        talk(f"factcheck: error: {', '.join(unread)}: can't be read (--strict)")
        return EXIT_BROKEN
    return EXIT_FINDINGS if any(finding.severity in failing for finding in result.findings) else EXIT_CLEAN


def checked(paths: tuple[Path, ...], settings: "Settings", against: str | None, *, quiet: bool = False) -> "Result":
    """Check the articles, beside those of an archive where there is one."""
    if against is None:
        return _watched(paths, settings, quiet=quiet)
    from factcheck.archive.connection import shown_address
    from factcheck.archive.opening import opened

    with opened(against, root=str(settings.root), extractor=settings.extractor_version()) as archive:
        if stale := archive.stale():
            talk(
                f"factcheck: warning: {shown_address(against)}: {stale:,} files were read by another program, lexicon "
                "or model and are left out; `factcheck archive update` reads them again"
            )
        return _watched(paths, replace(settings, against=archive), quiet=quiet)


def _watched(paths: tuple[Path, ...], settings: "Settings", *, quiet: bool) -> "Result":
    """Check the articles, and show on a terminal how far that is."""
    from factcheck.pipeline import check

    with progress(quiet=quiet) as on_read:
        return check(paths, settings, on_read=on_read)


def interrupted(result: "Result") -> int:
    """Say that an interrupt kept files from being read, and how many; return the exit code of that."""
    from factcheck.reports.layout import counted

    talk(f"factcheck: interrupted: {counted(result.unread, 'file')} not read, the report is of the others")
    return EXIT_INTERRUPTED


def _unread(result: "Result") -> list[str]:
    return [record.path for record in result.articles if record.fault_check == "unreadable_article"]
