"""Where the command line meets the terminal: data to stdout in UTF-8, talk to stderr, colours and width."""

import io
import os
import shutil
import sys
from collections.abc import Iterable
from typing import TextIO

EXIT_CLEAN = 0
EXIT_FINDINGS = 1
EXIT_BROKEN = 2
EXIT_INTERRUPTED = 130

_LINKING_VTE = 5000  # version 0.50 of the library under GNOME Terminal and its kin
_LINKING_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "mintty", "Hyper"})
_LINKING_TERMS = frozenset({"xterm-kitty", "xterm-ghostty", "alacritty", "foot", "foot-extra", "wezterm"})
_LINKING_VARIABLES = ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM")


def write(data: str) -> None:
    """Write a report to stdout, in UTF-8 and with its own line ends whatever the system's are.

    A reader that has gone away is no fault.
    """
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    try:
        stream.write(data)
        stream.flush()
    except BrokenPipeError:
        # `factcheck ... | head`: the rest goes nowhere, so that the interpreter's own flush at exit does not complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def talk(message: str) -> None:
    """Write a line to stderr, with nothing in it that could steer the terminal."""
    from factcheck.reports.escape import visible

    stream = sys.stderr
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    for line in message.splitlines():
        stream.write(f"{visible(line)}\n")


def wants_colour(stream: TextIO | None = None) -> bool:
    """Tell whether to write in colours: NO_COLOR forbids them, FORCE_COLOR asks for them, else a terminal gets them."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return os.environ["FORCE_COLOR"] != "0"
    return (stream or sys.stdout).isatty() and os.environ.get("TERM") != "dumb"


def wants_links(stream: TextIO | None = None) -> bool:
    """Tell whether to make places hyperlinks: only on a terminal, where it is known to have them.

    Terminals can't be asked; these say what they are. FORCE_HYPERLINK=0 forbids links, any other value allows them.
    """
    if not (stream or sys.stdout).isatty():
        return False
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced:
        return forced != "0"
    vte = os.environ.get("VTE_VERSION", "")
    return (
        (vte.isdecimal() and int(vte) >= _LINKING_VTE)
        or os.environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS
        or os.environ.get("TERM") in _LINKING_TERMS
        or any(os.environ.get(name) for name in _LINKING_VARIABLES)
    )


def width(most: int) -> int:
    """Return the columns of the terminal, or of COLUMNS, but at most `most`; `most` where there is neither."""
    if not sys.stdout.isatty() and not os.environ.get("COLUMNS"):
        return most
    return min(shutil.get_terminal_size((most, 24)).columns, most)


def split_list(values: Iterable[str]) -> tuple[str, ...]:
    """Return the words of repeated options with commas: `--select D,N101 --select P` is D, N101, P."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())
