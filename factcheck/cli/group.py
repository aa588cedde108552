"""The commands, each loaded when it is called; `factcheck PATH...` is `factcheck check PATH...`."""

from importlib import import_module
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from factcheck import __version__

COMMANDS = {
    "check": "Check articles and list what cannot all be true (the default).",
    "mentions": "List the times, quantities, names, offices and quotations of articles.",
    "claims": "List what articles claim.",
    "pairs": "List the claims that were compared, and how they relate.",
    "stories": "List the articles that tell one story.",
    "baseline": "Keep a list of the findings that are known.",
    "archive": "Keep what articles claim, for checks against all that was published.",
    "cache": "Tell what is kept of articles that were read before, or remove it.",
    "lsp": "Check while one writes: the language server that editors start.",
    "spark": "Check very many articles on a Spark cluster.",
    "rules": "List the rules.",
    "explain": "Explain a rule.",
    "facts": "Examine files of reference facts, or make one from a Wikidata query's result.",
    "test-rules": "Run the examples of the built-in rules, or of a pack.",
}
DEFAULT = "check"
HELP_OPTIONS = ["-h", "--help"]


class Commands(click.Group):
    """A group whose commands are imported when they are called, with one that is called when none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command in front of whatever is no command and no option of the group."""
        if ctx.resilient_parsing and not args:  # a shell asks what may stand here
            return super().parse_args(ctx, args)
        if not args:
            raise click.UsageError("no articles given: name files or folders, such as `factcheck articles/`", ctx)
        first = args[0]
        if first not in COMMANDS and first not in (*HELP_OPTIONS, "--version"):
            if not ctx.resilient_parsing:
                _forbid_misspelled_command(first, ctx)
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, the most used first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command's file and return the command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"factcheck.cli.{cmd_name.replace('-', '_')}")
        command = module.command
        if not isinstance(command, click.Command):
            raise TypeError(f"factcheck.cli.{cmd_name} holds no command")
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return what may stand first: the options of the default command, a path, a command."""
        own = super().shell_complete(ctx, incomplete)
        default = self.get_command(ctx, DEFAULT)
        if default is None:
            return own
        if incomplete.startswith("-"):
            known = {item.value for item in own}
            return own + [item for item in default.shell_complete(ctx, incomplete) if item.value not in known]
        # the path first: bash keeps what comes after it, and completes paths where nothing else fits
        return [CompletionItem(incomplete, type="file"), *own]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with a line each, without importing any but the default, whose options follow."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))
        default = self.get_command(ctx, DEFAULT)
        if default is not None:
            records = [record for parameter in default.get_params(ctx) if (record := parameter.get_help_record(ctx))]
            with formatter.section(f"Options of {DEFAULT}"):
                formatter.write_dl(records)


def _forbid_misspelled_command(word: str, ctx: click.Context) -> None:
    if not word.isascii() or not word.replace("-", "").isalpha() or word.startswith("-") or Path(word).exists():
        return
    from difflib import get_close_matches

    near = get_close_matches(word, COMMANDS, n=1, cutoff=0.75)
    if near:
        raise click.UsageError(f"there is no path and no command {word!r}; did you mean {near[0]}?", ctx)


@click.command(
    cls=Commands,
    context_settings={"help_option_names": HELP_OPTIONS, "max_content_width": 100},
    subcommand_metavar="PATH... | COMMAND ...",
    epilog="Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 something is wrong with the command, "
    "the configuration, the rules or the articles as a whole.",
)
@click.version_option(__version__, message="factcheck %(version)s")
def factcheck() -> None:
    """Find what cannot all be true within news articles and across overlapping reports.

    PATH is an article or a folder of articles. A command's name wins over a folder of that name: ./rules is the folder.
    """
