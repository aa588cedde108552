"""The patterns of times_patterns.yml as regular expressions over signs, sorted by the signs that they may start with.

A sign stands for a set of classes of words. So recognition costs a look-up a token, and matches where one may begin.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from msgspec import Struct

from factcheck.errors import RuleError
from factcheck.lexicon import Lexicon

CLASSLESS = "."
_PIECE = re.compile(r"[a-z_]+|[A-Z]+|\{\d*,\d*\}|\(\?<?[=!]|[^a-zA-Z_\s]")


class _Pattern(Struct, forbid_unknown_fields=True):
    form: str
    match: str


class _Patterns(Struct, forbid_unknown_fields=True):
    macros: dict[str, str]
    patterns: list[_Pattern]


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of times_patterns.yml, its regular expression over signs, and the signs that it may start with."""

    form: str
    expression: str
    first: frozenset[str]


@cache
def matcher(expression: str) -> re.Pattern[str]:
    """Compile an expression when it is first needed: most texts need few of them."""
    return re.compile(expression)


def compiled(lexicon: Lexicon, signs: Mapping[frozenset[str], str]) -> list[Rule]:
    """Return the patterns of a lexicon in their order; raises RuleError for a class or macro that there is not."""
    rules = lexicon.load("times_patterns", _Patterns)
    by_class: dict[str, str] = {}
    for classes, sign in signs.items():
        for name in classes:
            by_class[name] = by_class.get(name, "") + sign
    return [_rule(rule, rules.macros, by_class) for rule in rules.patterns]


def starting(rules: list[Rule]) -> dict[str, tuple[Rule, ...]]:
    """Return for each sign the rules that may start with it, in their order."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for sign in sorted(rule.first):
            found.setdefault(sign, []).append(rule)
    return {sign: tuple(there) for sign, there in found.items()}


def _rule(rule: _Pattern, macros: Mapping[str, str], by_class: Mapping[str, str]) -> Rule:
    pieces = _pieces(rule.match, macros, by_class)
    first, _, _ = _first(pieces, 0)
    return Rule(rule.form, "".join("(?:" if piece == "(" else piece for piece in pieces), frozenset(first))


def _pieces(rule: str, macros: Mapping[str, str], by_class: Mapping[str, str]) -> list[str]:
    """Return a pattern's pieces, macros put in and classes turned into sets of signs."""
    pieces: list[str] = []
    for piece in _PIECE.findall(rule):
        if piece.isalpha() and piece.isupper():
            if piece not in macros:
                raise RuleError(
                    f"times_patterns.yml: there is no macro {piece}", hint=f"macros: {', '.join(sorted(macros))}"
                )
            pieces += ["(", *_pieces(macros[piece], macros, by_class), ")"]
        elif piece[0].isalpha():
            if piece not in by_class:
                raise RuleError(f"times_patterns.yml: there is no class {piece!r} in times.tsv")
            pieces.append(f"[{by_class[piece]}]")
        else:
            pieces.append(piece)
    return pieces


def _first(pieces: list[str], at: int) -> tuple[set[str], bool, int]:
    """Return the signs that an alternation may start with, whether it may be empty, and where it ends."""
    found: set[str] = set()
    empty, open_still = False, True  # whether any branch may be empty; whether this branch has been empty so far
    while at < len(pieces) and pieces[at] != ")":
        piece = pieces[at]
        if piece == "|":
            empty, open_still, at = empty or open_still, True, at + 1
            continue
        inside, skippable, at = _item(pieces, at)
        if open_still:
            found |= inside
        open_still = open_still and skippable
    return found, empty or open_still, at + 1


def _item(pieces: list[str], at: int) -> tuple[set[str], bool, int]:
    piece = pieces[at]
    if piece.startswith("(?"):  # a look around takes up nothing
        _, _, at = _first(pieces, at + 1)
        return set(), True, at
    if piece == "(":
        inside, skippable, at = _first(pieces, at + 1)
    else:
        inside, skippable, at = set(piece[1:-1]), piece in {"^", "$"}, at + 1
    if at < len(pieces) and (pieces[at] == "?" or pieces[at].startswith("{0")):
        return inside, True, at + 1
    return inside, skippable, at + (at < len(pieces) and pieces[at].startswith("{"))
