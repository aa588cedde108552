"""Options that several commands share, and the settings that they and the configuration file make together."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.output import split_list, talk

if TYPE_CHECKING:
    from factcheck.config import Config, FailOn, Format
    from factcheck.domain import Result, Severity, Verdict
    from factcheck.pipeline import Settings
    from factcheck.reports.layout import Layout
    from factcheck.rulebook import Rulebook

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

# Written out here, and compared with the enums in the tests, so that --help imports none of what the work needs.
FORMATS = ("table", "text", "json", "jsonl", "csv", "markdown", "sarif", "github", "gitlab", "junit", "rdjson", "html")
GRAVITIES = ("error", "warning", "note", "never")
ENGINES = ("local", "spark")
KINDS = ("time", "quantity", "name", "office", "quote")


def together(*options: Callable[[F], F]) -> Callable[[F], F]:
    """Return the decorator that adds several options, in their order."""
    return lambda function: reduce(lambda done, option: option(done), reversed(options), function)


paths = click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(path_type=Path))
form = click.option(
    "--format",
    "form",
    metavar="FORMAT",
    type=click.Choice(FORMATS),
    help=f"How to write the result: {', '.join(FORMATS)}; table by default.",
)
outputs = click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT[:FILE]",
    help="Write the result in this format to a file, or to stdout; repeatable.",
)
short_form = click.option(
    "--format", "form", type=click.Choice(("table", "json")), help="How to write the result; table by default."
)
rule_packs = click.option(
    "--rules",
    multiple=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Add the rules and lexicon of a folder; repeatable.",
)
config_file = together(
    click.option(
        "--config",
        "config_path",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Use this configuration, not the nearest factcheck.toml or pyproject.toml.",
    ),
    click.option("--no-config", is_flag=True, help="Use no configuration file."),
)
cache_folder = click.option(
    "--cache-dir", metavar="DIR", type=click.Path(path_type=Path), help="Keep what was read there."
)
_reading = together(
    rule_packs,
    click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes that read; one a core by default."),
    click.option("--no-cache", is_flag=True, help="Read all anew, and keep nothing for the next run."),
    cache_folder,
    click.option("--model", metavar="NAME_OR_PATH", help="Use another spaCy pipeline than the built-in one."),
    click.option("--max-size", metavar="SIZE", help="Leave larger files unread, such as 500kB; 20MB by default."),
    click.option(
        "--stdin-filename",
        "stdin_name",
        metavar="NAME",
        type=click.Path(path_type=Path),
        help="The name of the article from standard input, which the path - stands for.",
    ),
    config_file,
)


def reading(function: Callable[..., T]) -> Callable[..., T]:
    """Add the options of every command that reads articles; the command is given them together, as `given`."""

    @wraps(function)
    def collected(
        *,
        rules: tuple[Path, ...],
        model: str | None,
        max_size: str | None,
        jobs: int | None,
        no_cache: bool,
        cache_dir: Path | None,
        stdin_name: Path | None,
        config_path: Path | None,
        no_config: bool,
        **others: Any,
    ) -> T:
        given = Given(
            config_path,
            no_config,
            rules,
            model=model,
            max_size=max_size,
            stdin_name=stdin_name,
            jobs=jobs,
            no_cache=no_cache,
            cache_dir=cache_dir,
        )
        return function(given=given, **others)

    return _reading(collected)


against = click.option("--against", metavar="FILE_OR_URL", help="Compare with the articles of an archive too.")
fail_on = click.option("--fail-on", type=click.Choice(GRAVITIES), help="What makes the exit code 1; error by default.")
engine = click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default=ENGINES[0],
    help="Where to run: in this process, or on Spark (docs/cluster.md).",
)
spark = together(
    click.option("--master", metavar="MASTER", help="Spark's master, such as local[4]; what Spark's settings say."),
    click.option("--work", metavar="DIR", help="Where Spark keeps its stages: a folder that all its workers see."),
)
facts_files = click.option(
    "--facts",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Hold articles against what the desk knows; repeatable.",
)
choosing = together(
    click.option("--select", multiple=True, metavar="CODES", help="Run only these rules: D101, or D for all D rules."),
    click.option("--ignore", multiple=True, metavar="CODES", help="Leave these rules out."),
)


@dataclass(frozen=True, slots=True)
class Given:
    """What stands on the command line, before the configuration fills in the rest; None is not given."""

    config_path: Path | None = None
    no_config: bool = False
    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    model: str | None = None
    max_size: str | None = None
    stdin_name: Path | None = None
    facts: tuple[Path, ...] = ()
    jobs: int | None = None
    no_cache: bool = False
    cache_dir: Path | None = None


def given_config(given: Given, articles: tuple[Path, ...] = (), *, folder: Path | None = None) -> "Config":
    """Return the configuration with what the command line says in its place, `folder` as the working directory."""
    import msgspec

    from factcheck.config import parse_size

    config = _found_config(given, articles, folder)
    said: dict[str, Any] = {
        "rules": given.rules,
        "select": split_list(given.select),
        "ignore": split_list(given.ignore),
        "model": given.model,
        "max_size": parse_size(given.max_size) if given.max_size is not None else None,
        "facts": given.facts,
        "jobs": given.jobs,
        "cache": False if given.no_cache else None,
        "cache_dir": given.cache_dir,
    }
    return msgspec.structs.replace(config, **{name: value for name, value in said.items() if value not in (None, ())})


def opened(given: Given, articles: tuple[Path, ...]) -> "tuple[Config, Settings]":
    """Return the configuration and what the pipeline needs, for articles of which there must be some."""
    require_paths(articles)
    return settled(given, articles)


def settled(given: Given, articles: tuple[Path, ...]) -> "tuple[Config, Settings]":
    """Return the configuration and what the pipeline needs."""
    from factcheck.cli import stdin
    from factcheck.readers.table import plugins

    config = given_config(given, stdin.named(articles, given.stdin_name))
    draft = stdin.draft(articles, given.stdin_name, max_size=config.max_size)
    settings = replace(given_settings(config), draft=draft)
    for fault in plugins().faults:
        talk(f"factcheck: warning: {fault}")
    return config, settings


def given_rulebook(config: "Config") -> "Rulebook":
    """Return the rules that a configuration asks for, each bound to a check that exists."""
    from factcheck.checks.table import KNOWN_CHECKS
    from factcheck.rulebook import load_rulebook

    return load_rulebook(config.rules, select=config.select, ignore=config.ignore, known_checks=KNOWN_CHECKS)


def given_settings(config: "Config") -> "Settings":
    """Return what the pipeline needs."""
    from factcheck.engines.workers import cores
    from factcheck.pipeline import Settings

    return Settings(
        rulebook=given_rulebook(config),
        model=config.model,
        max_size=config.max_size,
        root=config.root,
        jobs=config.jobs or cores(),
        cache=given_cache(config) if config.cache else None,
        fields=config.json_fields,
    )


def given_cache(config: "Config") -> Path:
    """Return the folder of the cache that is asked for, else the user's own."""
    from factcheck.archive.cache import cache_folder

    return config.cache_dir or cache_folder()


def with_facts(settings: "Settings", config: "Config") -> "Settings":
    """Return the settings with the facts of the files that a configuration names."""
    from dataclasses import replace

    if not config.facts:
        return settings
    from factcheck.facts.load import load_facts  # needs the language stage

    return replace(settings, facts=load_facts(config.facts, settings.rulebook.lexicon))


def given_format(form: str | None, config: "Config") -> "Format":
    """Return the format that is asked for, else that of the configuration."""
    from factcheck.config import Format

    return config.format if form is None else Format(form)


def is_json(form: str | None, config: "Config") -> bool:
    """Tell whether JSON is asked for, by the option or else by the configuration."""
    from factcheck.config import Format

    return given_format(form, config) is Format.JSON


def given_verdicts(words: tuple[str, ...]) -> "frozenset[Verdict]":
    """Return the verdicts named in --show; raise a usage error for one that there is not."""
    from factcheck.domain import Verdict

    known = [str(verdict) for verdict in Verdict]
    for word in split_list(words):
        if word not in known:
            raise click.BadParameter(f"{word!r} is no verdict; there are {', '.join(known)}", param_hint="--show")
    return frozenset(Verdict(word) for word in split_list(words))


def plain_layout() -> "Layout":
    """Return the layout for the terminal that stdout is."""
    from factcheck.cli.output import wants_colour, wants_links, width
    from factcheck.reports.layout import WIDTH, Layout

    return Layout(width=width(WIDTH), colour=wants_colour(), links=wants_links(), folder=str(Path.cwd()))


def require_paths(articles: tuple[Path, ...]) -> None:
    """Raise a usage error when no path is given."""
    if not articles:
        raise click.UsageError("no articles given: name files or folders", click.get_current_context())


def require_one_config(given: Given) -> None:
    """Raise a usage error when a configuration is both named and refused."""
    if given.config_path is not None and given.no_config:
        raise click.UsageError("--config and --no-config exclude each other", click.get_current_context())


def _found_config(given: Given, articles: tuple[Path, ...], folder: Path | None) -> "Config":
    from factcheck.config import Config, load_config, read_config

    require_one_config(given)
    if given.no_config:
        return Config(root=folder or Path.cwd())
    if given.config_path is None:
        return load_config(articles, folder=folder)
    return read_config(given.config_path)


def on_spark(
    articles: tuple[Path, ...], settings: "Settings", archive: str | None, *, master: str | None, work: str | None
) -> "Result":
    """Check articles on Spark; an archive can't be asked by a cluster's workers."""
    if archive is not None:
        raise click.UsageError("--engine spark and --against exclude each other", click.get_current_context())
    from factcheck.pipeline import check_on_spark

    return check_on_spark(articles, settings, master=master, work=work)


def failing_at(limit: "FailOn") -> "frozenset[Severity]":
    """Return the severities that are as grave as the limit, or graver."""
    from factcheck.config import FailOn
    from factcheck.domain import Severity

    by_gravity = list(Severity)
    return frozenset() if limit is FailOn.NEVER else frozenset(by_gravity[: by_gravity.index(Severity(limit)) + 1])
