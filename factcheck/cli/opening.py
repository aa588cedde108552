"""What a run works with: the configuration file, with what the command line says in its place."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import Given, require_paths
from factcheck.cli.output import split_list, talk

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.domain import Result
    from factcheck.pipeline import Settings
    from factcheck.rulebook import Rulebook


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
