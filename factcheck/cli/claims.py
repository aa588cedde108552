"""`factcheck claims`: what articles claim."""

from pathlib import Path

import click

from factcheck.cli import options
from factcheck.cli.output import write


@click.command("claims")
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
    """List what articles claim, with the values, and in JSON the keys, by which claims are compared."""
    options.require_paths(paths)
    config = options.given_config(options.Given(config_path, no_config, rules, model=model, max_size=max_size), paths)
    settings = options.given_settings(config)

    from factcheck.pipeline import claims
    from factcheck.reports.formats import render_claims

    write(render_claims(claims(paths, settings), options.given_format(form, config), options.plain_layout()))
