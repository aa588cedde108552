"""`factcheck stories`: which articles tell one story."""

from dataclasses import replace
from pathlib import Path

import click

from factcheck.cli import options
from factcheck.cli.check import interrupted
from factcheck.cli.output import EXIT_CLEAN, write


@click.command("stories")
@options.paths
@options.short_form
@options.reading
def command(
    paths: tuple[Path, ...],
    form: str | None,
    given: options.Given,
) -> int:
    """List the articles that are linked by claims of the same thing, story by story."""
    config, settings = options.opened(given, paths)

    from factcheck.pipeline import check
    from factcheck.reports.formats import render_stories

    result = check(paths, replace(settings, shown=frozenset()))
    write(render_stories(result.stories, options.given_format(form, config), options.plain_layout()))
    return interrupted(result) if result.unread else EXIT_CLEAN
