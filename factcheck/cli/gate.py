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
    from factcheck.config import Config
    from factcheck.domain import Result
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


def aimed(settings: "Settings", paths: tuple[Path, ...], chosen: Gate) -> "Settings":
    """Return the settings that know which articles are new, when only those are asked for."""
    if not chosen.changed and chosen.since is None:
        return settings
    from factcheck.changes import changed_paths
    from factcheck.readers.discover import discover

    sources = discover(paths, max_size=settings.max_size, draft=settings.draft).sources
    return replace(settings, changed=changed_paths(sources, since=chosen.since))


def told(found: "Result", config: "Config", settings: "Settings", chosen: Gate) -> "Result":
    """Return the result without what is known already, and with only what is new, when that is asked for."""
    from factcheck.baseline import read_baseline, without_known
    from factcheck.changes import only_new

    result = without_ignored(found, config, settings, chosen)
    file = chosen.baseline or config.baseline
    if file is not None:
        baseline = read_baseline(file, shown=shown(file))
        result = without_known(result, baseline, rulebook=settings.rulebook, root=settings.root)
    return result if settings.changed is None else only_new(result, settings.changed)


def without_ignored(result: "Result", config: "Config", settings: "Settings", chosen: Gate) -> "Result":
    """Return the result without what the ignore file names: the given one, that of the configuration, or the root's."""
    from factcheck import suppression
    from factcheck.ignorefile import read_ignores

    file = chosen.ignore_file or config.ignore_file
    if file is None:
        return result
    ignores = read_ignores(file, settings.rulebook, shown=shown(file))
    today = _today(chosen.today) if any(entry.until for entry in ignores) else None
    return suppression.without_ignored(result, ignores, rulebook=settings.rulebook, root=settings.root, today=today)


def shown(file: Path) -> str:
    """Return a file's path as messages show it: as given, or from the working directory when that is shorter."""
    if not file.is_absolute():
        return file.as_posix()
    try:
        return min(Path(os.path.relpath(file)).as_posix(), file.as_posix(), key=len)
    except ValueError:  # on another drive
        return file.as_posix()


def _today(given: str | None) -> dt.date:
    """Return the day given, else that of SOURCE_DATE_EPOCH, else the system's, in UTC.

    The one place in factcheck where a clock is read, and only when an entry of an ignore file has a last day.
    """
    if given is not None:
        try:
            return dt.date.fromisoformat(given)
        except ValueError as error:
            raise click.BadParameter(f"{given!r} is no date such as 2026-12-31", param_hint="--today") from error
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return dt.datetime.now(dt.UTC).date()
    try:
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise click.UsageError(f"SOURCE_DATE_EPOCH is no number of seconds: {seconds!r}") from error
