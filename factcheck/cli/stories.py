"""`factcheck stories`: which articles tell one story."""

from pathlib import Path

import click

from factcheck.cli import options
from factcheck.cli.output import write


@click.command("stories")
@options.paths
@options.short_form
@options.reading
def command(
    paths: tuple[Path, ...],
    form: str | None,
    given: options.Given,
) -> None:
    """List the articles that are linked by claims of the same thing, story by story."""
    config, settings = options.opened(given, paths)

    from factcheck.pipeline import check
    from factcheck.reports.formats import render_stories

    write(render_stories(check(paths, settings).stories, options.given_format(form, config), options.plain_layout()))
