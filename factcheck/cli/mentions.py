"""`factcheck mentions`: the times, quantities, names, offices and quotations of articles."""

from pathlib import Path

import click

from factcheck.cli import opening, options
from factcheck.cli.output import write


@click.command("mentions")
@options.paths
@options.short_form
@click.option("--kind", multiple=True, type=click.Choice(options.KINDS), help="Only mentions of this kind; repeatable.")
@options.reading
def command(
    paths: tuple[Path, ...],
    form: str | None,
    kind: tuple[str, ...],
    given: options.Given,
) -> None:
    """List the times, quantities, names, offices and quotations of articles, with their normalised values."""
    config, settings = opening.opened(given, paths)

    from factcheck.pipeline import mentions
    from factcheck.reports.formats import render_mentions

    found = [(place, mention) for place, mention in mentions(paths, settings) if not kind or mention.kind in kind]
    write(render_mentions(found, options.given_format(form, config), options.plain_layout()))
