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
    rules: tuple[Path, ...],
    model: str | None,
    max_size: str | None,
    config_path: Path | None,
    no_config: bool,
) -> None:
    """List the articles that are linked by claims of the same thing, story by story."""
    options.require_paths(paths)
    config = options.given_config(options.Given(config_path, no_config, rules, model=model, max_size=max_size), paths)
    settings = options.given_settings(config)

    from factcheck.pipeline import check
    from factcheck.reports.formats import render_stories

    write(render_stories(check(paths, settings).stories, options.given_format(form, config), options.plain_layout()))
