"""`factcheck explain`: a rule in words, from the YAML that also runs it."""

from pathlib import Path

import click

from factcheck.cli import opening, options
from factcheck.cli.output import write

_READABLE = 100


@click.command("explain")
@click.argument("rule", metavar="CODE_OR_NAME")
@options.rule_packs
@options.config_file
def command(rule: str, rules: tuple[Path, ...], config_path: Path | None, no_config: bool) -> None:
    """Explain a rule: what it finds and why, when it is silent, its severity, and examples of both."""
    from dataclasses import replace

    from factcheck.reports.rules import explain
    from factcheck.rulebook import load_rulebook

    config = opening.given_config(options.Given(config_path, no_config, rules))
    layout = options.plain_layout()
    write(explain(load_rulebook(config.rules).find(rule), replace(layout, width=min(layout.width, _READABLE))))
