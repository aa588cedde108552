"""`factcheck rules`: every rule with its severity, and whether it runs."""

from pathlib import Path

import click

from factcheck.cli import opening, options
from factcheck.cli.output import write


@click.command("rules")
@options.short_form
@options.choosing
@options.rule_packs
@options.config_file
def command(
    form: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    rules: tuple[Path, ...],
    config_path: Path | None,
    no_config: bool,
) -> None:
    """List the rules: code, name, severity, whether they run by default, and what they find."""
    from factcheck.config import Format
    from factcheck.reports.rules import rules_json, rules_table
    from factcheck.rulebook import load_rulebook

    config = opening.given_config(options.Given(config_path, no_config, rules, select, ignore))
    rulebook = load_rulebook(config.rules, select=config.select, ignore=config.ignore)
    if options.given_format(form, config) is Format.JSON:
        write(rules_json(rulebook.rules, rulebook.enabled))
    else:
        write(rules_table(rulebook.rules, options.plain_layout()))
