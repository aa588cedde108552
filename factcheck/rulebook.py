"""The rulebook: every rule, read from YAML, the lexicon beside it, and which of the rules are to run.

The built-in rules come in by the same door as those of the user (`--rules DIR`) and of third parties (entry points of
the group "factcheck.rules", each a function that returns its pack's folder).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.errors import RuleError, UsageError
from factcheck.lexicon import Lexicon, rules_root
from factcheck.rule import Example, Expectation, Rule
from factcheck.yamlfile import place_in, read_yaml

__all__ = ["Example", "Expectation", "Rule", "Rulebook", "load_rulebook"]

ENTRY_POINTS = "factcheck.rules"
_RULES: Any = list[Rule] | None
_PREFIX = re.compile(r"([A-Z]+)([0-9]*)")
_CHOICES = "a severity is error, warning or note; default is on or off; status is stable or planned"


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules by code, the lexicon they share, and the codes of those that run."""

    rules: tuple[Rule, ...]
    lexicon: Lexicon
    enabled: frozenset[str]

    def find(self, code_or_name: str) -> Rule:
        """Return the rule of a code or name; raise UsageError with the nearest one when there is none."""
        for rule in self.rules:
            if code_or_name in (rule.code, rule.name):
                return rule
        raise _unknown_rule(code_or_name, self.rules)

    def is_enabled(self, code_or_name: str) -> bool:
        """Tell whether a rule runs."""
        return self.find(code_or_name).code in self.enabled

    def running(self) -> tuple[Rule, ...]:
        """Return the rules that run, by code."""
        return tuple(rule for rule in self.rules if rule.code in self.enabled)

    def with_all_rules(self) -> "Rulebook":
        """Return the rulebook with every rule that has a check switched on, as the tests of examples need it."""
        return replace(self, enabled=frozenset(rule.code for rule in self.rules if rule.status == "stable"))


class _Entry(NamedTuple):
    """A rule with the file it stands in and its number there, from 0."""

    rule: Rule
    path: Path
    number: int


def load_rulebook(
    packs: Sequence[Path] = (),
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    known_checks: Collection[str] | None = None,
) -> Rulebook:
    """Read the built-in rules, those of third parties, then the given packs, and decide which rules run.

    A pack is a folder: DIR/checks/*.yml or DIR/*.yml, and DIR/lexicon/en/*. `select` and `ignore` take codes, names and
    beginnings of codes (D, N2). Rules with `default: off` run only when their own code or name is selected.
    Raises RuleError for what is wrong in a rule file, UsageError for an unknown folder or an unknown or planned rule.
    """
    roots = (*_third_party_packs(), *(_pack_folder(pack) for pack in packs))
    entries = [*_built_in(), *(entry for root in roots for entry in _read_pack(root))]
    _require_unique(entries)
    if known_checks is not None:
        _require_known_checks(entries, known_checks)
    rules = tuple(sorted((entry.rule for entry in entries), key=lambda rule: rule.code))
    return Rulebook(rules, Lexicon(roots), _enabled(rules, select, ignore))


@cache
def _built_in() -> tuple[_Entry, ...]:
    return tuple(_read_pack(rules_root()))


def _read_pack(root: Path) -> Iterator[_Entry]:
    paths = sorted(path for folder in (root / "checks", root) for path in _yaml_files(folder))
    if not paths and not (root / "lexicon").is_dir():
        raise RuleError("holds no rules", path=root, hint="a pack has checks/*.yml or lexicon/en/*")
    for path in paths:
        for number, rule in enumerate(_read_rules(path)):
            yield _Entry(rule, path, number)


def _read_rules(path: Path) -> list[Rule]:
    try:
        rules: list[Rule] | None = read_yaml(path, _RULES)
    except RuleError as error:
        error.hint = error.hint or _hint(error.message)
        raise
    if rules is None:
        raise RuleError("is empty", path=path, line=1, column=1, hint="a rule file is a list of rules: - code: ...")
    return rules


def _hint(message: str) -> str | None:
    if message.startswith("Invalid enum value"):
        return _CHOICES
    unknown = re.search(r"unknown field `([^`]*)`", message)
    if unknown is None:
        return None
    fields = [field for struct in (Rule, Example, Expectation) for field in struct.__struct_fields__]
    return _nearest(unknown.group(1), fields) or f"a rule's fields are {', '.join(Rule.__struct_fields__)}"


def _yaml_files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (
            path for path in folder.iterdir() if path.suffix in {".yml", ".yaml"} and not path.name.startswith(".")
        )


def _pack_folder(pack: Path) -> Path:
    if not pack.is_dir():
        raise UsageError("is not a folder of rules", path=pack, hint="--rules takes a folder with checks/*.yml")
    return pack


def _third_party_packs() -> Iterator[Path]:
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group=ENTRY_POINTS), key=lambda entry: (entry.name, entry.value)):
        try:
            folder = Path(entry.load()())
        except Exception as error:  # a third party's code may raise anything
            owner = f" of {entry.dist.name} {entry.dist.version}" if entry.dist else ""
            raise RuleError(
                f"rule pack {entry.name}{owner} can't be loaded: {type(error).__name__}: {error}",
                hint=f"entry point {entry.value}",
            ) from error
        if not folder.is_dir():
            raise RuleError(f"rule pack {entry.name} is not a folder", path=folder, hint=f"entry point {entry.value}")
        yield folder


def _require_unique(entries: Iterable[_Entry]) -> None:
    seen: dict[str, _Entry] = {}
    for entry in entries:
        for field, value in (("code", entry.rule.code), ("name", entry.rule.name)):
            first = seen.setdefault(value, entry)
            if first is not entry:
                line, _ = _line_and_column(first, field)
                raise _entry_error(
                    entry,
                    field,
                    f"{field} {value} is taken by {first.path}:{line}",
                    "a pack can add rules, not replace them",
                )


def _require_known_checks(entries: Iterable[_Entry], known_checks: Collection[str]) -> None:
    for entry in entries:
        check = entry.rule.check
        if check is not None and check not in known_checks:
            hint = _nearest(check, known_checks) or f"known checks: {', '.join(sorted(known_checks))}"
            raise _entry_error(entry, "check", f"there is no check {check}", hint)


def _entry_error(entry: _Entry, field: str, message: str, hint: str) -> RuleError:
    line, column = _line_and_column(entry, field)
    return RuleError(message, path=entry.path, line=line, column=column, hint=hint)


def _line_and_column(entry: _Entry, field: str) -> tuple[int, int]:
    source = entry.path.read_text(encoding="utf-8")
    return place_in(source, f"$[{entry.number}].{field}", unknown_field=None)


def _enabled(rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    on = {rule.code for rule in rules if rule.status == "stable" and rule.default == "on"}
    chosen = {code for selector in select for code in _selected(selector, rules)} if select else on
    left_out = {rule.code for selector in ignore for rule in _matching(selector, rules)}
    return frozenset(chosen - left_out)


def _selected(selector: str, rules: Sequence[Rule]) -> set[str]:
    matching = _matching(selector, rules)
    if len(matching) == 1 and selector in (matching[0].code, matching[0].name):
        if matching[0].status == "planned":
            raise UsageError(
                f"{selector} is planned: it can't be selected yet", hint="`factcheck rules` lists what works"
            )
        return {matching[0].code}
    stable = [rule for rule in matching if rule.status == "stable"]
    if not stable:
        raise UsageError(f"all rules of {selector} are planned", hint="`factcheck rules` lists what works")
    return {rule.code for rule in stable if rule.default == "on"}


def _matching(selector: str, rules: Sequence[Rule]) -> list[Rule]:
    """Return the rule of a code or name, else the rules whose code begins so: the same letters, then these digits."""
    for rule in rules:
        if selector in (rule.code, rule.name):
            return [rule]
    prefix = _PREFIX.fullmatch(selector)
    begun = [rule for rule in rules if prefix and _begins(rule.code, *prefix.groups())]
    if not begun:
        raise _unknown_rule(selector, rules)
    return begun


def _begins(code: str, letters: str, digits: str) -> bool:
    return code[:-3] == letters and code[-3:].startswith(digits)


def _unknown_rule(wanted: str, rules: Iterable[Rule]) -> UsageError:
    known = [word for rule in rules for word in (rule.code, rule.name)]
    near = _nearest(wanted.upper(), known) or _nearest(wanted.lower(), known)
    return UsageError(f"there is no rule {wanted!r}", hint=near or "`factcheck rules` lists them")


def _nearest(word: str, known: Iterable[str]) -> str | None:
    near = get_close_matches(word, sorted(known), n=1)
    return f"did you mean {near[0]}?" if near else None
