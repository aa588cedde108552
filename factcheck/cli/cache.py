"""`factcheck cache`: what is kept of articles that were read before, so that they need not be read again."""

from pathlib import Path

import click

from factcheck.cli import options
from factcheck.cli.output import EXIT_CLEAN, write


@click.group("cache", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Tell what is kept of articles that were read before, or remove it.

    The cache is in FACTCHECK_CACHE_DIR, else where the system keeps a user's caches; it can be removed at any time.
    """


@command.command("status")
@options.cache_folder
@options.short_form
@options.config_file
def status(cache_dir: Path | None, form: str | None, config_path: Path | None, no_config: bool) -> int:
    """Tell where the cache is, how many files it knows, and how large it is."""
    from factcheck.archive.cache import held
    from factcheck.reports.cache import cache_json, cache_lines

    config = options.given_config(options.Given(config_path, no_config, cache_dir=cache_dir))
    found = held(options.given_cache(config))
    write(cache_json(found) if options.is_json(form, config) else cache_lines(found))
    return EXIT_CLEAN


@command.command("clear")
@options.cache_folder
@options.config_file
def clear(cache_dir: Path | None, config_path: Path | None, no_config: bool) -> int:
    """Remove all that is kept."""
    from factcheck.archive.cache import clear
    from factcheck.reports.escape import visible
    from factcheck.reports.layout import counted

    folder = options.given_cache(options.given_config(options.Given(config_path, no_config, cache_dir=cache_dir)))
    write(f"{counted(clear(folder), 'byte')} removed from {visible(str(folder))}\n")
    return EXIT_CLEAN
