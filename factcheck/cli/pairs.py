"""`factcheck pairs`: the claims that were compared, and how they relate."""

from dataclasses import replace
from pathlib import Path

import click

from factcheck.cli import options
from factcheck.cli.check import interrupted
from factcheck.cli.output import EXIT_CLEAN, write


@click.command("pairs")
@options.paths
@options.short_form
@click.option("--show", multiple=True, metavar="VERDICTS", help="Only pairs of these verdicts: agree,explained.")
@options.reading
def command(
    paths: tuple[Path, ...],
    form: str | None,
    show: tuple[str, ...],
    given: options.Given,
) -> int:
    """List the pairs of claims that speak of the same thing, each with its verdict and the reason."""
    verdicts = options.given_verdicts(show)
    config, settings = options.opened(given, paths)

    from factcheck.domain import Verdict
    from factcheck.pipeline import check
    from factcheck.reports.formats import render_pairs

    result = check(paths, replace(settings, shown=verdicts or frozenset(Verdict)))
    write(render_pairs(result.pairs, options.given_format(form, config), options.plain_layout()))
    return interrupted(result) if result.unread else EXIT_CLEAN
