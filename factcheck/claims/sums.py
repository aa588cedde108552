"""Claims that figures of one sentence make a balance, a multiple or an average: exports, imports and the surplus."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import msgspec

from factcheck.claims.arithmetic import Figures, comparable
from factcheck.domain import Claim, MentionKind, Name, NameKind, Operand, QuantityKind
from factcheck.language.quantities_moves import move_lemma
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
    multiples: Mapping[str, float]
    softened: frozenset[str]
    each: frozenset[str]
    of_the_total: frozenset[tuple[str, ...]]
    rates_counted: Mapping[str, frozenset[str]]


@cache
def sum_words(lexicon: Lexicon) -> SumWords:
    """Return sums.yml; raises RuleError when it is broken."""
    return lexicon.load("sums", SumWords)


def sum_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attributes "balance", "multiple" and "average".

    A balance has the roles exports and imports, or revenue and spending, balance, and other for further figures of the
    sentence; its value is surplus or deficit.
    A multiple has from, to and verb; its value is the factor, its scope "softened" when the text says almost or more
    than. An average has count, each and total.
    """
    yield from _balances(figures)
    yield from _averages(figures)
    yield from _multiples(figures)


def _balances(figures: Figures) -> Iterator[Claim]:
    """Read one sum of money each for two sides and their balance, of one currency, partner and period.

    The sides are exports and imports, or a budget's revenue and spending.
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


def _averages(figures: Figures) -> Iterator[Claim]:
    """Read "12 firms got 5 million each, 50 million in all": a count, the amount for each, and the closed total."""
    words = sum_words(figures.analysis.lexicon)
    for at in range(len(figures.mentions) - 2):
        count, amount, total = (figures.quantity(at + step) for step in range(3))
        between = figures.between(at + 1, at + 2)
        each = bool(between) and between[0] in words.each
        closed = figures.words.closed_by - {"all"} & set(between) or figures.behind(at + 2)[:2] in {
            ("in", "all"),
            ("in", "total"),
        }
        if count.kind is not QuantityKind.COUNT or count.unit is None or not each or not closed:
            continue
        if not comparable(amount, total) or len(between) > 6 or "and" in between or len(figures.mentions) > 3:
            continue
        operands = [figures.operand(role, at + step) for step, role in enumerate(("count", "each", "total"))]
        yield figures.claim("average", figures.mentions[at].start, figures.mentions[at + 2].end, operands)


def _multiples(figures: Figures) -> Iterator[Claim]:
    """Read "doubled from 12 to 25" and "doubled to 25 from 12"."""
    words = sum_words(figures.analysis.lexicon)
    for at in range(len(figures.mentions) - 1):
        opening, between = figures.before(at), figures.plain(at, at + 1)
        if not comparable(figures.quantity(at), figures.quantity(at + 1)):
            continue
        forward = opening[-1:] == ("from",) and between == ("to",)
        if not forward and not (opening[-1:] == ("to",) and between in {("from",), (",", "from")}):
            continue
        whole = figures.analysis.sentences[figures.sentence]
        end = figures.mentions[at].start - whole.start
        before_pair = [token for token in whole.doc if token.idx < end and token.lower_ not in {"from", "to"}]
        verb = before_pair[-1] if before_pair else None
        factor = words.multiples.get(move_lemma(verb)) if verb is not None and verb.pos_ == "VERB" else None
        if verb is None or factor is None:
            continue
        place = figures.analysis.locate(whole.start + verb.idx, whole.start + verb.idx + len(verb), figures.sentence)
        before, after = (at, at + 1) if forward else (at + 1, at)
        operands = (
            figures.operand("from", before),
            figures.operand("to", after),
            Operand("verb", place, value=verb.lower_),
        )
        softened = set(opening[-5:-1]) & words.softened
        claim = figures.claim("multiple", place.start, figures.mentions[at + 1].end, operands, f"{factor:g}")
        yield replace(claim, scope=("softened",) if softened else ())
