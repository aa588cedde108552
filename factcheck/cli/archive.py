"""`factcheck archive`: keep what articles claim, so that new articles can be checked against all that was published."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import opening, options
from factcheck.cli.output import EXIT_CLEAN, EXIT_FINDINGS, talk, write
from factcheck.cli.progress import progress

if TYPE_CHECKING:
    from factcheck.archive.connection import Connection
    from factcheck.engines.keeping import Means
    from factcheck.pipeline import Settings

_archive = click.option(
    "--archive",
    "address",
    metavar="FILE_OR_URL",
    help="The archive: a SQLite file, or postgresql://...; that of the configuration by default.",
)
_paths = click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(path_type=Path))


@click.group("archive", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Keep what articles claim, so that `factcheck check --against` finds what new articles contradict."""


@command.command("add")
@_paths
@_archive
@options.reading
def add(paths: tuple[Path, ...], address: str | None, given: options.Given) -> int:
    """Add articles; what is in the archive and has not changed is not read again."""
    options.require_paths(paths)
    with _writing(paths, address, given) as (connection, archive, settings):
        from factcheck.engines.keeping import add
        from factcheck.pipeline import sources

        found = sources(paths, settings).sources
        with _means(settings) as means:
            done = add(found, connection, archive, means)
    _say(done.files, ("added", "changed", "unchanged"), done.unreadable)
    return EXIT_CLEAN


@command.command("update")
@_paths
@_archive
@options.reading
def update(paths: tuple[Path, ...], address: str | None, given: options.Given) -> int:
    """Add what is new or changed below the paths and take out what is gone; without paths, of all that is kept."""
    with _writing(paths, address, given) as (connection, archive, settings):
        from factcheck.engines.keeping import update

        with _means(settings) as means:
            done = update(paths, connection, archive, means)
    _say(done.files, ("added", "changed", "unchanged", "removed"), done.unreadable)
    return EXIT_CLEAN


@command.command("remove")
@_paths
@_archive
@options.config_file
def remove(paths: tuple[Path, ...], address: str | None, config_path: Path | None, no_config: bool) -> int:
    """Take articles, or all of a folder, out of the archive; their files are left alone."""
    options.require_paths(paths)
    given = options.Given(config_path, no_config)
    with _writing(paths, address, given) as (connection, archive, settings):
        from factcheck.archive.writing import remove
        from factcheck.engines.keeping import names_below

        done = remove(connection, archive, names_below(paths, connection, str(settings.root)))
    _say({"removed": done}, ("removed",))
    return EXIT_CLEAN


@command.command("status")
@_archive
@options.short_form
@options.reading
def status(address: str | None, form: str | None, given: options.Given) -> int:
    """Tell how much the archive holds."""
    from factcheck.archive.checking import status
    from factcheck.archive.opening import to_read
    from factcheck.reports.archive import status_json, status_lines

    config, settings = opening.settled(given, ())
    archive = _named(address, config.against)
    with to_read(archive) as connection:
        found = status(connection, settings.extractor_version())
    write(status_json(found) if options.is_json(form, config) else status_lines(found))
    return EXIT_CLEAN


@command.command("verify")
@_archive
@options.short_form
@options.config_file
def verify(address: str | None, form: str | None, config_path: Path | None, no_config: bool) -> int:
    """Read all that the archive holds, and list what does not fit together; exit code 1 when there is something."""
    from factcheck.archive.checking import verify
    from factcheck.archive.opening import to_read
    from factcheck.reports.archive import verified_json, verified_lines

    config = opening.given_config(options.Given(config_path, no_config))
    with to_read(_named(address, config.against)) as connection:
        found = verify(connection)
    write(verified_json(found) if options.is_json(form, config) else verified_lines(found))
    return EXIT_FINDINGS if found.faults else EXIT_CLEAN


@contextmanager
def _writing(
    paths: tuple[Path, ...], address: str | None, given: options.Given
) -> "Iterator[tuple[Connection, str, Settings]]":
    from factcheck.archive.opening import to_write

    config, settings = opening.settled(given, paths)
    archive = _named(address, config.against)
    with to_write(archive) as connection:
        yield connection, archive, settings


@contextmanager
def _means(settings: "Settings") -> "Iterator[Means]":
    from factcheck.engines.gathering import opened_cache
    from factcheck.engines.keeping import Means

    extractor = settings.extractor()
    with opened_cache(settings.cache, extractor) as cache, progress(quiet=False) as observe:
        yield Means(extractor, str(settings.root), settings.jobs, cache, observe)


def _named(address: str | None, configured: str | None) -> str:
    """Return the archive that is named, else that of the configuration."""
    found = configured if address is None else address
    if found is None:
        raise click.UsageError("no archive given: name one with --archive FILE_OR_URL", click.get_current_context())
    return found


def _say(done: Mapping[str, int], words: Sequence[str], unreadable: Sequence[tuple[str, str]] = ()) -> None:
    for path, reason in unreadable:
        talk(f"factcheck: warning: {path}: {reason}")
    write(f"{', '.join(f'{done.get(word, 0):,} {word}' for word in words)}\n")
