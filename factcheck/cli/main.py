"""The program: runs a command and turns whatever goes wrong into one message and an exit code."""

import gc
import os
import sys
from collections.abc import Sequence

import click

from factcheck.cli.group import factcheck
from factcheck.cli.output import EXIT_BROKEN, EXIT_INTERRUPTED, talk

_SELDOM = (500_000, 20, 50)
"""How rarely cycles are looked for: articles leave few behind, and each search walks over all claims that are held."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `factcheck ARGUMENTS` (those of the process by default) and return its exit code.

    0: nothing at or above --fail-on. 1: findings. 2: usage, configuration, rules, model, or a fault of the program
    itself. 130: interrupted. The environment variable FACTCHECK_DEBUG=1 shows the traceback of unexpected faults.
    """
    gc.set_threshold(*_SELDOM)
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = factcheck.main(args=words, prog_name="factcheck", standalone_mode=False)
    except click.exceptions.Exit as exit_:
        code = exit_.exit_code
    except click.UsageError as error:
        _say_usage(error)
        return EXIT_BROKEN
    except (KeyboardInterrupt, click.Abort):
        talk("factcheck: interrupted")
        return EXIT_INTERRUPTED
    except Exception as error:  # one place for whatever else goes wrong: exit code 1 is for findings alone
        return _say_fault(error)
    return code if isinstance(code, int) else 0


def _say_usage(error: click.UsageError) -> None:
    talk(f"factcheck: error: {error.format_message()}")
    context = error.ctx
    if context is not None:
        talk(f"Try '{context.command_path} --help'.")


def _say_fault(error: Exception) -> int:
    from factcheck.errors import FactcheckError

    if isinstance(error, FactcheckError):
        talk(f"factcheck: error: {error}")
    elif os.environ.get("FACTCHECK_DEBUG") == "1":
        import traceback

        talk("".join(traceback.format_exception(error)))
    else:
        talk(f"factcheck: error: unexpected {type(error).__name__}: {error} (FACTCHECK_DEBUG=1 shows where)")
    return EXIT_BROKEN
