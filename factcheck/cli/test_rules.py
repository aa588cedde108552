"""`factcheck test-rules`: the examples of rules, run as tests."""

from collections.abc import Sequence
from pathlib import Path

import click

from factcheck.cli.output import EXIT_CLEAN, EXIT_FINDINGS, write


@click.command("test-rules")
@click.argument("pack", required=False, metavar="[DIR]", type=click.Path(path_type=Path))
@click.option("--model", metavar="NAME_OR_PATH", help="Use another spaCy pipeline than the built-in one.")
def command(pack: Path | None, model: str | None) -> int:
    """Run the examples of the built-in rules, or of the pack in DIR; exit 1 when one is not met."""
    from dataclasses import replace

    from factcheck.checks.table import KNOWN_CHECKS
    from factcheck.domain import Finding
    from factcheck.facts.load import facts_of
    from factcheck.pipeline import Settings, check_texts
    from factcheck.reports.escape import visible
    from factcheck.reports.layout import counted
    from factcheck.rulebook import Example, load_rulebook
    from factcheck.ruletests import run_examples

    built_in = load_rulebook(known_checks=KNOWN_CHECKS)
    rulebook = built_in if pack is None else load_rulebook([pack], known_checks=KNOWN_CHECKS)
    known = frozenset() if pack is None else frozenset(rule.code for rule in built_in.rules)
    tested = tuple(rule for rule in rulebook.rules if rule.code not in known)
    settings = Settings(rulebook=rulebook.with_all_rules(), model=model)

    def findings(example: Example) -> Sequence[Finding]:
        facts = facts_of(example.facts, rulebook.lexicon)
        return check_texts(example.articles, replace(settings, facts=facts)).findings

    failures = run_examples(replace(rulebook, rules=tested), findings)
    working = [rule for rule in tested if rule.status == "stable"]
    examples = counted(sum(len(rule.examples) for rule in working), "example")
    lines = [visible(str(failure)) for failure in failures]
    outcome = f"{len(failures)} not met" if failures else "all met"
    write("\n".join([*lines, f"{counted(len(working), 'rule')}, {examples}: {outcome}"]) + "\n")
    return EXIT_FINDINGS if failures else EXIT_CLEAN
