"""Claims that figures of one sentence make a balance: exports, imports and the surplus."""

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from factcheck.claims.arithmetic import Figures, comparable
from factcheck.domain import Claim, MentionKind, Name, NameKind, QuantityKind
from factcheck.lexicon import Lexicon

_NEAR = 3  # words behind a figure that may name what it is of
_TRADE, _BUDGET = ("exports", "imports"), ("revenue", "spending")
_MONTHS = 1  # dates of a sentence whose figures are of one period


class SumWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of sums.yml."""

    balance: Mapping[str, frozenset[str]]
    whole_budget: frozenset[str]
    earlier: frozenset[str]
    several: frozenset[str]
    several_of_trade: frozenset[str]
    several_of_budget: frozenset[str]
    majority: tuple[str, ...]
    of_the_vote: tuple[str, ...]
    of_the_whole: tuple[str, ...]
    distributing: tuple[str, ...]
    remaining: frozenset[str]
    backing: tuple[str, ...]
    other_question: frozenset[str]
    between_shares: frozenset[str]
    behind_answers: frozenset[str]
    answers: Mapping[str, tuple[str, ...]]
    each: frozenset[str]
    for_each: tuple[tuple[str, ...], ...]
    behind_noun: frozenset[str]
    compared: frozenset[str]
    of_the_total: frozenset[tuple[str, ...]]
    rates_counted: Mapping[str, frozenset[str]]


@cache
def sum_words(lexicon: Lexicon) -> SumWords:
    """Return sums.yml; raises RuleError when it is broken."""
    return lexicon.load("sums", SumWords)


def balance_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attribute "balance"; the value is surplus or deficit.

    The roles are exports and imports, or revenue and spending, and balance: one sum of money each, of one currency,
    partner and period. Further figures of the sentence have the role other.
    """
    words = sum_words(figures.analysis.lexicon)
    every_word = figures.all_words()
    if every_word & words.several or _several_places_or_times(figures) or _turns_elsewhere(figures):
        return
    found = _roles(figures)
    kind = "surplus" if "surplus" in found else "deficit"
    sides = _TRADE if "exports" in found else _BUDGET
    others = words.several_of_trade if sides is _TRADE else words.several_of_budget
    if found.keys() != {*sides, kind} or every_word & others:
        return
    if sides is _BUDGET and not _whole_budget(figures):
        return
    every = [found[sides[0]], found[sides[1]], found[kind]]
    if not all(comparable(figures.quantity(one), figures.quantity(other)) for one in every for other in every):
        return
    if "when" in figures.between(min(every), max(every)):
        return
    operands = [figures.operand(role, at) for role, at in zip((*sides, "balance"), every, strict=True)]
    operands += [figures.operand("other", at) for at in range(len(figures.mentions)) if at not in every]
    start, end = figures.mentions[min(every)].start, figures.mentions[max(every)].end
    yield figures.claim("balance", start, end, operands, kind)


def _roles(figures: Figures) -> dict[str, int]:
    """Return the sums of money by what each is of; empty when two are of one thing."""
    found: dict[str, int] = {}
    for at in range(len(figures.mentions)):
        if not _is_money(figures, at):
            continue
        quantity, role = figures.quantity(at), _role(figures, at)
        if role is None or quantity.change or quantity.per:
            continue
        if role in found:
            return {}
        found[role] = at
    return found


def _turns_elsewhere(figures: Figures) -> bool:
    """Tell whether a "while" brings in anything but the other side: "while imports stood at" goes on."""
    words = sum_words(figures.analysis.lexicon)
    sides = {name for role in (*_TRADE, *_BUDGET) for name in words.balance[role]}
    told = (*figures.before(0), *figures.behind(0))
    return any(word == "while" and not set(told[at + 1 : at + 2]) & sides for at, word in enumerate(told))


def _whole_budget(figures: Figures) -> bool:
    """Tell whether revenue and spending are all there is, not "tax revenue" or "military spending"."""
    words = sum_words(figures.analysis.lexicon)
    sides = {name for role in _BUDGET for name in words.balance[role]}
    told = (*figures.before(0), *figures.behind(0))
    return all(at == 0 or told[at - 1] in words.whole_budget for at, word in enumerate(told) if word in sides)


def _is_money(figures: Figures, at: int) -> bool:
    quantity = figures.quantity(at)
    return quantity.kind is QuantityKind.MONEY or (quantity.unit is None and quantity.step > 1)


def _role(figures: Figures, at: int) -> str | None:
    """Return what a sum is of: the last word of balance between it and the sum before, else the first behind it."""
    words = sum_words(figures.analysis.lexicon)
    money = [other for other in range(at) if _is_money(figures, other)]
    before = figures.between(max(money), at) if money else figures.before(at)
    if before[-1:] and before[-1] in words.earlier:
        return None
    roles = {word: role for role, names in words.balance.items() for word in names}
    told = [roles[word] for word in before if word in roles]
    behind = [roles[word] for word in figures.behind(at)[:_NEAR] if word in roles]
    if figures.behind(at)[:1] and figures.behind(at)[0] in roles:
        return behind[0]
    return told[-1] if told else (behind[0] if behind else None)


def _several_places_or_times(figures: Figures) -> bool:
    dates = {time.value for time in figures.analysis.of_kind(MentionKind.TIME, sentence=figures.sentence)}
    places = {
        name.detail.key
        for name in figures.analysis.of_kind(MentionKind.NAME, sentence=figures.sentence)
        if isinstance(name.detail, Name) and name.detail.kind is NameKind.PLACE
    }
    return len(dates) > _MONTHS or len(places) > 2
