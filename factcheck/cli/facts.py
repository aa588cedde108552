"""`factcheck facts`: files of what a desk knows, examined and made."""

from pathlib import Path

import click

from factcheck.cli import opening, options
from factcheck.cli.output import EXIT_CLEAN, EXIT_FINDINGS, talk, write


@click.group("facts")
def command() -> None:
    """Examine files of reference facts (--facts), or make one."""


@command.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@options.rule_packs
@options.config_file
def check(files: tuple[Path, ...], rules: tuple[Path, ...], config_path: Path | None, no_config: bool) -> int:
    """List what is wrong in facts files: their form, unknown offices or measures, entries that contradict each other.

    Exit 1 when there is something.
    """
    from factcheck.facts.load import examine_facts
    from factcheck.reports.escape import visible
    from factcheck.reports.layout import counted

    config = opening.given_config(options.Given(config_path, no_config, rules), files)
    sound, faults = examine_facts(files, opening.given_rulebook(config).lexicon)
    lines = [visible(str(fault)) for fault in faults]
    write("\n".join([*lines, f"{counted(sound, 'fact')}, {counted(len(faults), 'fault')}"]) + "\n")
    return EXIT_FINDINGS if faults else EXIT_CLEAN


@command.command("from-wikidata")
@click.argument("result", metavar="RESULT.json", type=click.Path(path_type=Path))
def from_wikidata(result: Path) -> int:
    """Write the office holders of a Wikidata query's result as a facts file; docs/facts.md has the query."""
    from factcheck.facts.wikidata import facts_from_wikidata
    from factcheck.lexicon import Lexicon
    from factcheck.reports.layout import counted

    text, left_out = facts_from_wikidata(result, Lexicon())
    write(text)
    for reason, number in left_out.items():
        talk(f"factcheck: left out: {counted(number, 'row')}, {reason}")
    return EXIT_CLEAN
