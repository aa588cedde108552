"""What is told of what was found: only what is new (--changed, --since), not what is known (baseline, ignore file)."""

import datetime as dt
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli import options

if TYPE_CHECKING:
    from factcheck.baseline import Baseline
    from factcheck.config import Config
    from factcheck.domain import Result
    from factcheck.ignorefile import Ignore
    from factcheck.pipeline import Settings

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands on the command line of what is to be told; None is not given."""

    changed: bool = False
    since: str | None = None
    baseline: Path | None = None
    ignore_file: Path | None = None
    today: str | None = None


_only_new = options.together(
    click.option("--changed", is_flag=True, help="Tell only what has a side that is new: not in git's last commit."),
    click.option("--since", metavar="REF", help="The same, for all that differs from a commit, a tag or a branch."),
)
baseline_file = click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Leave out the findings that this file knows; `factcheck baseline` makes it.",
)
ignoring = options.together(
    click.option(
        "--ignore-file",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Leave out the findings that this file names; factcheck-ignore.toml by default.",
    ),
    click.option(
        "--today", metavar="DATE", help="The day by which entries of the ignore file end; the system's date by default."
    ),
)


def gate(function: Callable[..., T]) -> Callable[..., T]:
    """Add the options that choose what is told; the command is given them together, as `chosen`."""

    @wraps(function)
    def collected(
        *,
        changed: bool,
        since: str | None,
        baseline: Path | None,
        ignore_file: Path | None,
        today: str | None,
        **others: Any,
    ) -> T:
        return function(chosen=Gate(changed, since, baseline, ignore_file, today), **others)

    return options.together(_only_new, baseline_file, ignoring)(collected)


@dataclass(frozen=True, slots=True)
class Known:
    """What need not be told: the entries of the ignore file, the day by which they end, and the baseline."""

    ignores: "tuple[Ignore, ...]" = ()
    today: dt.date | None = None
    baseline: "Baseline | None" = None


def prepared(config: "Config", settings: "Settings", paths: tuple[Path, ...], chosen: Gate) -> "tuple[Settings, Known]":
    """Return the settings that know which articles are new, when only those are asked for, and what is known.

    All of it is read before the articles are, so that what is wrong with it is said at once.
    """
    from factcheck.baseline import read_baseline

    known = ignored(config, settings, chosen.ignore_file, chosen.today)
    file = chosen.baseline or config.baseline
    if file is not None:
        known = replace(known, baseline=read_baseline(file, shown=shown(file)))
    if not chosen.changed and chosen.since is None:
        return settings, known
    from factcheck.changes import changed_paths
    from factcheck.pipeline import sources

    found = sources(paths, settings).sources
    return replace(settings, changed=changed_paths(found, since=chosen.since)), known


def ignored(config: "Config", settings: "Settings", file: Path | None, today: str | None) -> Known:
    """Return what the ignore file names: the given one, that of the configuration, or that of the root."""
    from factcheck.ignorefile import read_ignores

    given = None if today is None else _date(today)
    file = file or config.ignore_file
    if file is None:
        return Known()
    ignores = read_ignores(file, settings.rulebook, shown=shown(file))
    return Known(ignores, (given or _system_date()) if any(entry.until for entry in ignores) else None)


def told(found: "Result", settings: "Settings", known: Known) -> "Result":
    """Return the result without what is known already, and with only what is new, when that is asked for."""
    from factcheck.baseline import without_known
    from factcheck.changes import only_new
    from factcheck.suppression import without_ignored

    rulebook, root = settings.rulebook, settings.root
    result = without_ignored(found, known.ignores, rulebook=rulebook, root=root, today=known.today)
    if known.baseline is not None:
        result = without_known(result, known.baseline, rulebook=rulebook, root=root)
    return result if settings.changed is None else only_new(result, settings.changed)


def shown(file: Path) -> str:
    """Return a file's path as messages show it: as given, or from the working directory when that is shorter."""
    if not file.is_absolute():
        return file.as_posix()
    try:
        return min(Path(os.path.relpath(file)).as_posix(), file.as_posix(), key=len)
    except ValueError:  # on another drive
        return file.as_posix()


def _date(given: str) -> dt.date:
    try:
        return dt.date.fromisoformat(given)
    except ValueError as error:
        raise click.BadParameter(f"{given!r} is no date such as 2026-12-31", param_hint="--today") from error


def _system_date() -> dt.date:
    """Return the day of SOURCE_DATE_EPOCH, else the system's, in UTC.

    The one place in factcheck where a clock is read, and only when an entry of an ignore file has a last day.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return dt.datetime.now(dt.UTC).date()
    try:
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise click.UsageError(f"SOURCE_DATE_EPOCH is no number of seconds: {seconds!r}") from error
