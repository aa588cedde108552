"""`factcheck lsp`: the language server that editors start."""

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from factcheck.cli import opening, options
from factcheck.cli.gate import Gate, prepared, told
from factcheck.cli.output import EXIT_BROKEN, EXIT_CLEAN, talk

if TYPE_CHECKING:
    from factcheck.editor.folder import Desk

MOST = 1000


@click.command("lsp")
@options.choosing
@options.config_file
@click.option(
    "--most",
    type=click.IntRange(min=0),
    default=MOST,
    show_default=True,
    metavar="N",
    help="Compare with at most so many articles of a folder; not with an archive (against).",
)
def command(
    select: tuple[str, ...], ignore: tuple[str, ...], config_path: Path | None, no_config: bool, most: int
) -> int:
    """Speak with an editor over stdin and stdout: the Language Server Protocol (docs/editor.md)."""
    given = options.Given(config_path, no_config, select=select, ignore=ignore)
    opening.require_one_config(given)
    try:
        from factcheck.editor.server import make_server, serve
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] not in {"pygls", "lsprotocol", "cattrs", "attrs"}:
            raise
        talk(f"factcheck: error: the language server needs {error.name}: pip install 'factcheck-news[lsp]'")
        return EXIT_BROKEN
    if sys.stdin.isatty():
        talk("factcheck: waiting for an editor on stdin; docs/editor.md says how to set one up")
    serve(make_server(partial(desk, given), most=most), sys.stdin.buffer, _stdout_of_its_own())
    return EXIT_CLEAN


def desk(given: options.Given, folder: Path) -> "Desk":
    """Return what the articles of a folder are checked with, by the same doors as `factcheck check`."""
    from factcheck.config import IGNORE_FILE
    from factcheck.editor.folder import Desk

    config = opening.given_config(given, folder=folder)
    settings = opening.with_facts(opening.given_settings(config), config)
    settings, known = prepared(config, settings, (), Gate())
    return Desk(
        settings=settings,
        ignore_file=None if given.no_config else config.ignore_file or config.root / IGNORE_FILE,
        told=partial(told, settings=settings, known=known),
        against=config.against,
    )


def _stdout_of_its_own() -> BinaryIO:
    """Return stdout for the protocol alone; whatever else is written there goes to stderr."""
    stdout = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return stdout
