"""`factcheck claims`: what articles claim."""

from pathlib import Path

import click

from factcheck.cli import opening, options
from factcheck.cli.output import write


@click.command("claims")
@options.paths
@options.short_form
@options.reading
def command(
    paths: tuple[Path, ...],
    form: str | None,
    given: options.Given,
) -> None:
    """List what articles claim, with the values, and in JSON the keys, by which claims are compared."""
    config, settings = opening.opened(given, paths)

    from factcheck.pipeline import claims
    from factcheck.reports.formats import render_claims

    write(render_claims(claims(paths, settings), options.given_format(form, config), options.plain_layout()))
