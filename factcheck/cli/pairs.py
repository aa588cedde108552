"""`factcheck pairs`: the claims that were compared, and how they relate."""

from pathlib import Path

import click

from factcheck.cli import options
from factcheck.cli.output import write


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
) -> None:
    """List the pairs of claims that speak of the same thing, each with its verdict and the reason."""
    verdicts = options.given_verdicts(show)
    config, settings = options.opened(given, paths)

    from factcheck.pipeline import check
    from factcheck.reports.formats import render_pairs

    pairs = [pair for pair in check(paths, settings).pairs if not verdicts or pair.verdict in verdicts]
    write(render_pairs(pairs, options.given_format(form, config), options.plain_layout()))
