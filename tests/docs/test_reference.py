"""The reference has every rule and every command with all that the rulebook and click say of them."""

import re
from collections.abc import Iterator
from html import unescape
from types import ModuleType

import click
import pytest

from factcheck.cli.group import factcheck
from factcheck.domain import Severity
from factcheck.rule import Example, Expectation, Rule
from factcheck.rulebook import load_rulebook

RULES = load_rulebook().rules


def plain(page: str) -> str:
    """Return Markdown without its escapes."""
    return unescape(re.sub(r"\\([\\`*_{}\[\]|#])", r"\1", page))


def section(page: str, anchor: str) -> str:
    """Return the part of a page under one heading of its third or second level."""
    return re.split(r"^##+ ", page.split(f"{{#{anchor}}}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def walk(command: click.Command, context: click.Context) -> Iterator[tuple[str, click.Command, click.Context]]:
    yield context.command_path, command, context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            member = command.get_command(context, name)
            assert member is not None
            yield from walk(member, click.Context(member, info_name=name, parent=context))


COMMANDS = list(walk(factcheck, click.Context(factcheck, info_name="factcheck", **factcheck.context_settings)))[1:]


@pytest.fixture(scope="module")
def rules(reference: ModuleType) -> str:
    return str(reference.rules_page(RULES))


@pytest.fixture(scope="module")
def commands(reference: ModuleType) -> str:
    return str(reference.commands_page())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_stands_with_its_words_messages_silences_and_examples(rule: Rule, rules: str) -> None:
    part = plain(section(rules, rule.code.lower()))
    for words in (rule.summary, rule.why, *rule.guards, *rule.messages):
        assert " ".join(words.split()) in part
    assert part.count("~~~text") == len(rule.examples)
    assert f"| [{rule.code}](#{rule.code.lower()}) | {rule.name} |" in rules


@pytest.mark.parametrize(("path", "command", "context"), COMMANDS, ids=[path for path, _, _ in COMMANDS])
def test_every_command_stands_with_its_help_and_options(
    path: str, command: click.Command, context: click.Context, commands: str
) -> None:
    part = section(commands, path.replace(" ", "-"))
    assert f"    {path}" in part
    assert " ".join((command.help or "").split("\n\n")[0].split()) in plain(part)
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if isinstance(parameter, click.Option) and record is not None:
            assert f"| `{record[0]}` |" in part


def test_the_help_option_is_the_one_of_the_program(commands: str) -> None:
    assert "| `-h, --help` |" in commands
    assert "| `--help` |" not in commands


HOSTILE = "<script>alert(1)</script> | [x](http://x) *a* \x1b `b`"


def test_what_a_rule_says_makes_no_markup(reference: ModuleType) -> None:
    rule = Rule(
        code="X101",
        name="hostile",
        check="toll",
        severity=Severity.NOTE,
        message="x",
        summary=HOSTILE,
        examples=(Example((f"{HOSTILE}\n~~~~\nsecond",), (Expectation(HOSTILE),)),),
    )
    page = reference.rules_page([rule])
    assert "\x1b" not in page
    assert "\\x1b" in page
    outside = re.sub(r"^(~~~+)text\n.*?^\1$", "", page, flags=re.MULTILINE | re.DOTALL)
    assert "<script" not in outside
    assert "[x](" not in outside
    assert "~~~~~text\n" in page


def test_a_planned_rule_is_said_not_to_run(reference: ModuleType) -> None:
    page = reference.rules_page([Rule(code="X102", name="later", summary="x", status="planned")])
    assert "| [X102](#x102) | later | - | not yet | x |" in page
