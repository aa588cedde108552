"""The patterns of times_patterns.yml as regular expressions over signs, sorted by the signs that they may start with.

A sign stands for a set of classes of words. So recognition costs a look-up a token, and matches where one may begin.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
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
    """A form of times_patterns.yml, its regular expression over signs, and how it may start."""

    form: str
    expression: str
    start: "_Start"


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


def beginning(rules: Sequence[Rule], signs: str) -> tuple[Rule, ...]:
    """Return the rules that may match where a sign and the next one stand (or the last sign alone), in their order."""
    sign, following = signs[0], signs[1:]
    return tuple(
        rule
        for rule in rules
        if sign in rule.start.first and (sign in rule.start.alone or following in rule.start.second)
    )


def _rule(rule: _Pattern, macros: Mapping[str, str], by_class: Mapping[str, str]) -> Rule:
    pieces = _pieces(rule.match, macros, by_class)
    start, _ = _start(pieces, 0)
    return Rule(rule.form, "".join("(?:" if piece == "(" else piece for piece in pieces), start)


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


@dataclass(frozen=True, slots=True)
class _Start:
    """The signs that a part of a pattern may start with, go on with, and consist of alone; whether it may be empty."""

    first: frozenset[str]
    second: frozenset[str]
    alone: frozenset[str]
    empty: bool


_NOTHING = _Start(frozenset(), frozenset(), frozenset(), empty=True)


def _before(one: _Start, two: _Start) -> _Start:
    """Return the start of two parts that follow each other."""
    first = one.first | two.first if one.empty else one.first
    second = one.second | (two.first if one.alone else frozenset()) | (two.second if one.empty else frozenset())
    alone = (one.alone if two.empty else frozenset()) | (two.alone if one.empty else frozenset())
    return _Start(first, second, alone, one.empty and two.empty)


def _start(pieces: list[str], at: int) -> tuple[_Start, int]:
    """Return the start of an alternation, and where it ends."""
    branches = [_NOTHING]
    while at < len(pieces) and pieces[at] != ")":
        if pieces[at] == "|":
            branches.append(_NOTHING)
            at += 1
            continue
        item, at = _item(pieces, at)
        branches[-1] = _before(branches[-1], item)
    found = branches[0]
    for other in branches[1:]:
        found = _Start(
            found.first | other.first,
            found.second | other.second,
            found.alone | other.alone,
            found.empty or other.empty,
        )
    return found, at + 1


def _item(pieces: list[str], at: int) -> tuple[_Start, int]:
    piece = pieces[at]
    if piece.startswith("(?"):  # a look around takes up nothing
        return _NOTHING, _start(pieces, at + 1)[1]
    if piece == "(":
        item, at = _start(pieces, at + 1)
    else:
        signs = frozenset(piece[1:-1])
        item, at = _Start(signs, frozenset(), signs, empty=piece in {"^", "$"}), at + 1
    if at < len(pieces) and pieces[at] == "?":
        return replace(item, empty=True), at + 1
    if at < len(pieces) and pieces[at].startswith("{"):
        again = _before(item, item)
        return replace(again, alone=item.alone | again.alone, empty=pieces[at].startswith("{0")), at + 1
    return item, at
