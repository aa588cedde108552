"""`factcheck baseline`: the findings that are known, in a file, so that `check --baseline` tells only of others."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import options
from factcheck.cli.gate import Gate, ignoring, shown, without_ignored
from factcheck.cli.output import EXIT_CLEAN, write

if TYPE_CHECKING:
    from factcheck.baseline import Entry
    from factcheck.domain import Result
    from factcheck.pipeline import Settings

_paths = click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
_file = click.option(
    "--baseline",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The file; by default that of the configuration, else factcheck-baseline.json beside the configuration.",
)


def _checking(function: Callable[..., int]) -> Callable[..., int]:
    return options.together(_paths, _file, options.choosing, ignoring, options.reading)(function)


@click.group("baseline", no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Keep the findings that are known in a file; `factcheck check --baseline FILE` tells only of others.

    Without a PATH the whole folder of the configuration is checked.
    """


@command.command("create")
@_checking
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def create(paths: tuple[Path, ...], file: Path | None, force: bool, **checking: Any) -> int:
    """Write all that is found into a new file."""
    from factcheck.baseline import entries_of
    from factcheck.errors import UsageError

    result, settings, file = _checked(paths, file, **checking)
    if file.exists() and not force:
        hint = "`factcheck baseline update` keeps it up to date, --force writes over it"
        raise UsageError("is there already", path=shown(file), hint=hint)
    entries = entries_of(result.findings, settings.root)
    return _written(file, entries, f"use it with --baseline, or with baseline = {_quoted(file, settings)}")


@command.command("update")
@_checking
def update(paths: tuple[Path, ...], file: Path | None, **checking: Any) -> int:
    """Add what is found anew, and remove what is found no more."""
    from factcheck import baseline

    result, settings, file = _checked(paths, file, **checking)
    old = baseline.read_baseline(file, shown=shown(file))
    stale = baseline.stale_entries(old, result, rulebook=settings.rulebook, root=settings.root)
    entries = baseline.updated(old, stale, result.findings, settings.root)
    added = len(entries) - len(baseline.pruned(old, stale))
    return _written(file, entries, f"{added} added, {len(stale)} removed")


@command.command("prune")
@_checking
def prune(paths: tuple[Path, ...], file: Path | None, **checking: Any) -> int:
    """Remove what is found no more, and add nothing."""
    from factcheck import baseline

    result, settings, file = _checked(paths, file, **checking)
    old = baseline.read_baseline(file, shown=shown(file))
    stale = baseline.stale_entries(old, result, rulebook=settings.rulebook, root=settings.root)
    return _written(file, baseline.pruned(old, stale), f"{len(stale)} removed")


def _checked(
    paths: tuple[Path, ...],
    file: Path | None,
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    ignore_file: Path | None,
    today: str | None,
    given: options.Given,
) -> "tuple[Result, Settings, Path]":
    """Return what is found and not ignored, the settings, and the file that is meant."""
    from factcheck.baseline import BASELINE_FILE
    from factcheck.pipeline import check

    given = replace(given, select=select, ignore=ignore)
    if not paths:
        paths = (Path(os.path.relpath(options.given_config(given).root)),)
    config, settings = options.opened(given, paths)
    result = without_ignored(check(paths, settings), config, settings, Gate(ignore_file=ignore_file, today=today))
    return result, settings, file or config.baseline or config.root / BASELINE_FILE


def _written(file: Path, entries: "Iterable[Entry]", outcome: str) -> int:
    """Write the file, as a whole or not at all, and say what it holds."""
    from factcheck.errors import UsageError
    from factcheck.reports.baseline import render_baseline
    from factcheck.reports.escape import visible
    from factcheck.reports.layout import counted

    known = tuple(entries)
    beside = file.with_name(f"{file.name}.new")
    try:
        beside.write_text(render_baseline(known), encoding="utf-8", newline="\n")
        beside.replace(file)
    except OSError as error:
        raise UsageError(f"can't be written: {error.strerror or error}", path=shown(file)) from error
    write(f"{visible(shown(file))}: {counted(len(known), 'finding')}; {visible(outcome)}\n")
    return EXIT_CLEAN


def _quoted(file: Path, settings: "Settings") -> str:
    """Return the file as a value of the configuration, whose paths are relative to the root."""
    from factcheck.findings import relative_id

    return f'"{relative_id(str(file.absolute()), str(settings.root))}" in factcheck.toml'
