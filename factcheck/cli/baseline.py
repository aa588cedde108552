"""`factcheck baseline`: the findings that are known, in a file, so that `check --baseline` tells only of others."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import options
from factcheck.cli.check import checked
from factcheck.cli.gate import Known, ignored, ignoring, shown, told
from factcheck.cli.output import EXIT_CLEAN, write
from factcheck.cli.outputs import write_file

if TYPE_CHECKING:
    from factcheck.baseline import Baseline, Entry
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
    return options.together(_paths, _file, options.choosing, options.against, ignoring, options.reading)(function)


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

    run = _opened(paths, file, **checking)
    if run.file.exists() and not force:
        hint = "`factcheck baseline update` keeps it up to date, --force writes over it"
        raise UsageError("is there already", path=shown(run.file), hint=hint)
    entries = entries_of(run.result().findings, run.settings.root)
    return _written(run.file, entries, f"use it with --baseline, or with baseline = {run.quoted_file()}")


@command.command("update")
@_checking
def update(paths: tuple[Path, ...], file: Path | None, **checking: Any) -> int:
    """Add what is found anew, and remove what is found no more."""
    from factcheck.baseline import pruned, updated

    run = _opened(paths, file, **checking)
    old, result, stale = run.compared()
    entries = updated(old, stale, result.findings, run.settings.root)
    return _written(run.file, entries, f"{len(entries) - len(pruned(old, stale))} added, {len(stale)} removed")


@command.command("prune")
@_checking
def prune(paths: tuple[Path, ...], file: Path | None, **checking: Any) -> int:
    """Remove what is found no more, and add nothing."""
    from factcheck.baseline import pruned

    run = _opened(paths, file, **checking)
    old, _, stale = run.compared()
    return _written(run.file, pruned(old, stale), f"{len(stale)} removed")


@dataclass(frozen=True, slots=True)
class _Run:
    """A check whose findings a baseline is made of: the paths, the settings, what is ignored, the archive, the file."""

    paths: tuple[Path, ...]
    settings: "Settings"
    known: Known
    against: str | None
    file: Path

    def result(self) -> "Result":
        """Check the articles; what the ignore file names is no finding."""
        found = checked(self.paths, self.settings, self.against)
        if found.unread:
            raise KeyboardInterrupt  # a baseline is of all articles or not written
        return told(found, self.settings, self.known)

    def compared(self) -> "tuple[Baseline, Result, tuple[Entry, ...]]":
        """Return the baseline as it is, what is found now, and which of its entries are stale."""
        from factcheck.baseline import read_baseline, stale_entries

        old = read_baseline(self.file, shown=shown(self.file))
        result = self.result()
        return old, result, stale_entries(old, result, rulebook=self.settings.rulebook, root=self.settings.root)

    def quoted_file(self) -> str:
        """Return the file as a value of the configuration, whose paths are relative to the root."""
        from factcheck.articleids import from_root

        return f'"{from_root(str(self.file.absolute()), str(self.settings.root))}" in factcheck.toml'


def _opened(
    paths: tuple[Path, ...],
    file: Path | None,
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    against: str | None,
    ignore_file: Path | None,
    today: str | None,
    given: options.Given,
) -> _Run:
    """Return the run that the command line and the configuration ask for."""
    from factcheck.baseline import BASELINE_FILE

    given = replace(given, select=select, ignore=ignore)
    if not paths:
        paths = (Path(os.path.relpath(options.given_config(given).root)),)
    config, settings = options.opened(given, paths)
    known = ignored(config, settings, ignore_file, today)
    archive = config.against if against is None else against
    return _Run(paths, settings, known, archive, file or config.baseline or config.root / BASELINE_FILE)


def _written(file: Path, entries: "Iterable[Entry]", outcome: str) -> int:
    """Write the file, as a whole or not at all, and say what it holds."""
    from factcheck.reports.baseline import render_baseline
    from factcheck.reports.escape import visible
    from factcheck.reports.layout import counted

    known = tuple(entries)
    write_file(file, render_baseline(known))
    write(f"{visible(shown(file))}: {counted(len(known), 'finding')}; {visible(outcome)}\n")
    return EXIT_CLEAN
