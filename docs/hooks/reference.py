"""The reference of rules and commands, made from the rulebook and from click each time that MkDocs builds the site."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

import click

from factcheck.cli.group import COMMANDS, DEFAULT, factcheck
from factcheck.reports.escape import visible
from factcheck.rule import Example, Expectation, Rule, message_fields
from factcheck.rulebook import load_rulebook

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_MARKED = re.compile(r"([\\`*_{}\[\]|#])")
_BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n")


def on_files(files: "Files", *, config: "MkDocsConfig") -> "Files":
    """Add the two pages to those that MkDocs found in docs/."""
    from mkdocs.structure.files import File

    files.append(File.generated(config, "reference/rules.md", content=rules_page(load_rulebook().rules)))
    files.append(File.generated(config, "reference/commands.md", content=commands_page()))
    return files


# Rules


def rules_page(rules: Sequence[Rule]) -> str:
    """Return every rule in Markdown: a table of all, then each with its words, messages, silences and examples."""
    lines = [
        "# Rules",
        "",
        "`factcheck explain CODE` prints the same of one rule, and `factcheck test-rules` runs the examples.",
        "[How to write a rule pack](../rules.md) says what the fields mean.",
        "",
        "| rule | name | severity | runs | finds |",
        "|---|---|---|---|---|",
        *(_row(rule) for rule in rules),
    ]
    for family, members in groupby(rules, key=lambda rule: rule.code[:-3]):
        lines += ["", f"## Rules {family} {{#{family.lower()}}}"]
        for rule in members:
            lines += _rule(rule)
    return "\n".join(lines) + "\n"


def _row(rule: Rule) -> str:
    severities = rule.severity.values() if isinstance(rule.severity, dict) else [rule.severity]
    shown = ", ".join(dict.fromkeys(str(severity) for severity in severities if severity)) or "-"
    return f"| [{rule.code}](#{rule.code.lower()}) | {rule.name} | {shown} | {_runs(rule)} | {escaped(rule.summary)} |"


def _runs(rule: Rule) -> str:
    if rule.status == "planned":
        return "not yet"
    return "by default" if rule.default == "on" else "when selected"


def _rule(rule: Rule) -> Iterator[str]:
    yield from ("", f"### {rule.code} {rule.name} {{#{rule.code.lower()}}}", "", escaped(rule.summary))
    if rule.why:
        yield from ("", f"**Why it matters.** {escaped(rule.why)}")
    if rule.check:
        yield from ("", f"Check `{rule.check}`; runs {_runs(rule)}.", "", *_messages(rule))
    if rule.guards:
        yield from ("", "**Silent when**", "", *(f"- {escaped(guard)}" for guard in rule.guards))
    for firing, title in ((True, "**Found**"), (False, "**Not found**")):
        examples = [example for example in rule.examples if bool(example.expect) is firing]
        if examples:
            yield from ("", title)
        for example in examples:
            yield from _example(example)


def _messages(rule: Rule) -> Iterator[str]:
    severities = rule.severity if isinstance(rule.severity, dict) else {"": rule.severity}
    yield from ("| variant | severity | message | values |", "|---|---|---|---|")
    for variant, severity in severities.items():
        message = rule.message.get(variant, "") if isinstance(rule.message, dict) else rule.message or ""
        values = ", ".join(dict.fromkeys(message_fields(message)))
        yield f"| {escaped(variant) or '-'} | {severity} | {escaped(message)} | {escaped(values) or '-'} |"


def _example(example: Example) -> Iterator[str]:
    texts = [*example.articles, *([f"facts:\n{example.facts}"] if example.facts else [])]
    shown = "\n--\n".join("\n".join(map(visible, text.strip("\n").split("\n"))) for text in texts)
    fence = "~" * (3 + max(map(len, re.findall("~+", shown)), default=0))
    yield from ("", f"{fence}text", shown, fence)
    if example.expect:
        yield from ("", "; ".join(_expected(expectation) for expectation in example.expect))


def _expected(expectation: Expectation) -> str:
    related = (expectation.related,) if isinstance(expectation.related, str) else expectation.related
    against = " and ".join(f"“{escaped(text)}”" for text in related if text)
    kind = ", ".join(word for word in (expectation.variant, expectation.severity) if word)
    found = f"“{escaped(expectation.primary)}”" + (f" against {against}" if against else "")
    return f"{found} ({escaped(kind)})" if kind else found


# Commands


def commands_page() -> str:
    """Return every command in Markdown with what it does, its arguments and its options."""
    context = click.Context(factcheck, info_name="factcheck", **factcheck.context_settings)
    lines = [
        "# Commands",
        "",
        *_paragraphs(factcheck.help or ""),
        f"`factcheck PATH...` is `factcheck {DEFAULT} PATH...`.",
        "",
        *_options(factcheck, context),
        *_paragraphs(factcheck.epilog or ""),
    ]
    for name in COMMANDS:
        command = factcheck.get_command(context, name)
        if command is not None:
            lines += _command(command, click.Context(command, info_name=name, parent=context))
    return "\n".join(lines) + "\n"


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    path = context.command_path
    level = "#" * (1 + path.count(" "))
    usage = " ".join([path, *command.collect_usage_pieces(context)])
    yield from ("", f"{level} {path} {{#{path.replace(' ', '-')}}}", "", f"    {usage}", "")
    yield from _paragraphs(command.help or "")
    yield from _options(command, context)
    yield from _paragraphs(command.epilog or "")
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            member = command.get_command(context, name)
            if member is not None:
                yield from _command(member, click.Context(member, info_name=name, parent=context))


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in _BETWEEN_PARAGRAPHS.split(text.strip()):
        if paragraph:
            yield from (escaped(paragraph), "")


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    records = [record for parameter in command.get_params(context) if (record := parameter.get_help_record(context))]
    if records:
        yield from ("| option | meaning |", "|---|---|")
        yield from (f"| `{option}` | {escaped(meaning)} |" for option, meaning in records if meaning)
        yield ""


def escaped(text: str) -> str:
    """Return text so that Markdown shows it as it stands: no mark, tag, link or cell's end is made of it."""
    return escape(_MARKED.sub(r"\\\1", visible(" ".join(text.split()))), quote=False)
