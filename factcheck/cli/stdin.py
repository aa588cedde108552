"""An article from standard input: `-` among the paths, and the name that --stdin-filename gives it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from factcheck.readers.discover import Source

MARK = Path("-")


def named(articles: tuple[Path, ...], name: Path | None) -> tuple[Path, ...]:
    """Return the paths with the name of the article from standard input in place of its mark.

    Raises a usage error when the mark stands twice, or a name is given and the mark is not.
    """
    marks = articles.count(MARK)
    if marks > 1:
        raise click.UsageError("- stands twice: standard input is one article", click.get_current_context())
    if name is not None and not marks:
        raise click.UsageError(
            "--stdin-filename names the article from standard input: give - as a path too", click.get_current_context()
        )
    return tuple(name if path == MARK and name is not None else path for path in articles)


def draft(articles: tuple[Path, ...], name: Path | None, *, max_size: int) -> "Source | None":
    """Read standard input when its mark is among the paths, never more than max_size + 1 bytes."""
    if MARK not in articles:
        return None
    from factcheck.readers.discover import unsaved

    data = sys.stdin.buffer.read(max_size + 1)
    return unsaved(data, name or MARK, max_size=max_size)
