"""The command line: a command a file; the only place that prints or exits."""

from factcheck.cli.main import main

__all__ = ["main"]
