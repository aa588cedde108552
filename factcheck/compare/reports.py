"""What two reports of one event tell in much the same words, or one article twice: values aligned, with verdicts.

Words find such pairs and don't decide a conflict: a value that differs here is an update (see digits.py for figures
whose digits are exchanged). What cannot both be true is found by mechanisms of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.compare.digits import exchanged
from factcheck.compare.judgement import Judgement
from factcheck.compare.values import group_of, near_values, value_relation
from factcheck.domain import UNFRAMED, Claim, Kind, QuantityKind, Verdict
from factcheck.lexicon import Lexicon
from factcheck.rarity import weight

_COPY = 0.8
_TEN = 10
_BARE = frozenset({"weekday", "relative"})
_MEASURED = frozenset({Kind.PERCENTAGE, Kind.MONEY, Kind.MEASURE})


@dataclass(frozen=True, slots=True)
class Told:
    """A value with the words of its sentence and those near it, each with the sum of their rarities."""

    claim: Claim
    words: frozenset[str]
    weight: float
    near: frozenset[str]
    near_weight: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two values are told, 0 to 1: by their sentences as a whole and by the words near them.

    `common` is the rarity of all the words that both sentences have, `shared` that of those near the values.
    """

    whole: float
    near: float
    common: float
    shared: float

    @property
    def score(self) -> float:
        """Return both together."""
        return self.whole + self.near


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    a: Told
    b: Told
    verdict: Verdict


def told_values(claims: Iterable[Claim], lexicon: Lexicon) -> Mapping[str, Sequence[Told]]:
    """Return the values that claims tell, by what they can be held against."""
    found: dict[str, list[Told]] = defaultdict(list)
    for claim in claims:
        context = claim.context
        if context is not None:
            words = frozenset(context.words)
            near = context.near
            found[group_of(claim)].append(Told(claim, words, weight(words, lexicon), near, weight(near, lexicon)))
    return found


def likeness(a: Told, b: Told, lexicon: Lexicon) -> Likeness:
    """Return how alike two values are told."""
    whole, near = weight(a.words & b.words, lexicon), weight(a.near & b.near, lexicon)
    return Likeness(
        2 * whole / (a.weight + b.weight) if whole else 0.0,
        near / min(a.near_weight, b.near_weight) if near else 0.0,
        whole,
        near,
    )


def compare_reports(
    ours: Mapping[str, Sequence[Told]], theirs: Mapping[str, Sequence[Told]], lexicon: Lexicon
) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Yield the values that two reports (or an article with itself) tell alike, each at most once, with verdicts."""
    for group in sorted(ours.keys() & theirs.keys()):
        yield from _aligned(list(_candidates(ours[group], theirs[group], lexicon)))


def _candidates(ours: Sequence[Told], theirs: Sequence[Told], lexicon: Lexicon) -> Iterator[_Candidate]:
    alone = _told_once(ours) & _told_once(theirs)
    for a in ours:
        for b in theirs:
            if ours is theirs and not a.claim.place.start < b.claim.place.start:
                continue
            if a.claim.place.article == b.claim.place.article and _one_sentence(a.claim, b.claim):
                continue
            if a.words.isdisjoint(b.words):
                continue
            alike, verdict = likeness(a, b, lexicon), value_relation(a.claim, b.claim)
            if verdict is None or not _speak_of_one_thing(a.claim, b.claim, alike, verdict, a.claim.value in alone):
                continue
            equal = verdict is Verdict.AGREE
            yield _Candidate(alike.score + equal, a, b, Verdict.UPDATE if verdict is Verdict.CONFLICT else verdict)


def _told_once(values: Sequence[Told]) -> frozenset[str | None]:
    """Return the values that an article tells once: that another tells the same says more of them."""
    counts = Counter(told.claim.value for told in values)
    return frozenset(value for value, count in counts.items() if count == 1)


def _aligned(candidates: list[_Candidate]) -> Iterator[tuple[Claim, Claim, Judgement]]:
    """Take the most alike first; a value is aligned once, but for copies of it told in the same words."""
    taken: set[str] = set()
    for each in sorted(candidates, key=lambda each: (-each.score, each.a.claim.place.start, each.b.claim.place.start)):
        a, b = each.a.claim, each.b.claim
        if (a.id in taken or b.id in taken) and each.verdict is not Verdict.AGREE:
            continue
        taken |= {a.id, b.id}
        yield a, b, Judgement(each.verdict, f"{a.place.text!r} and {b.place.text!r}, told in much the same words")


def _one_sentence(a: Claim, b: Claim) -> bool:
    return a.place.sentence_start == b.place.sentence_start


def _speak_of_one_thing(a: Claim, b: Claim, alike: Likeness, verdict: Verdict, alone: bool) -> bool:
    """Tell whether two values are told so much alike that they are of one thing: more is asked when they differ."""
    if _same_head(a, b) is False and alike.whole < _COPY:
        return False
    if verdict is Verdict.AGREE:
        return _agree(a, b, alike, alone)
    within = a.place.article == b.place.article
    if within and verdict is Verdict.VAGUE and a.in_title == b.in_title:
        return False
    if verdict in {Verdict.ROUNDING, Verdict.VAGUE}:
        least = 0.6 if within or a.quantity is None else 0.4
        return alike.near >= least and alike.shared >= 5 and _same_measure(a, b) and near_values(a, b)
    if within:
        return False  # what one article tells differently of one thing is no update
    if a.quantity is None:
        return alike.whole >= 0.7 and bool(a.context and b.context and a.context.verbs & b.context.verbs)
    if exchanged(a, b) and alike.near >= 0.3 and alike.shared >= 5:
        return _same_measure(a, b)
    return ((alike.near >= 0.5 and alike.whole >= 0.3) or alike.whole >= 0.7) and _same_measure(a, b)


def _agree(a: Claim, b: Claim, alike: Likeness, alone: bool) -> bool:
    """Tell whether two equal values are of one thing: a telling value needs few words beside it, a weekday many."""
    if a.quantity is None and a.when is not None and a.when.type == "DATE" and a.when.form in _BARE:
        return (alike.near >= 0.35 and alike.shared >= 5) or alike.whole >= 0.4 or (alone and alike.shared >= 5)
    return (
        alike.near >= 0.3
        or alike.whole >= 0.35
        or (alike.near >= 0.2 and alike.shared >= 4)
        or (alone and (alike.shared >= 3 or alike.common >= 5))
        or (alike.common >= 4 and (_is_telling(a) or _counts_alike(a, b)))
    )


def _counts_alike(a: Claim, b: Claim) -> bool:
    """Tell whether two equal counts name the same things, a number of ten or more or things with one attribute."""
    if a.kind is not Kind.COUNT or a.quantity is None or b.quantity is None or not _same_head(a, b):
        return False
    return (a.quantity.low or 0) >= _TEN or bool(set(a.quantity.modifiers) & set(b.quantity.modifiers))


def _same_measure(a: Claim, b: Claim) -> bool:
    """Tell whether two figures are of one measure, as far as both name theirs."""
    named = a.kind in _MEASURED and UNFRAMED not in {*a.scope, *b.scope}
    return not named or a.attribute == b.attribute


def _same_head(a: Claim, b: Claim) -> bool | None:
    """Tell whether two counts count things of one name; None where a noun is left out or nothing is counted."""
    if a.kind not in {Kind.COUNT, Kind.RANK} or a.quantity is None or b.quantity is None:
        return None
    ours, theirs = a.quantity.unit, b.quantity.unit
    return ours == theirs if ours and theirs else None


def _is_telling(claim: Claim) -> bool:
    """Tell whether a value is one of few: a sum of money, a figure of three digits, a full date."""
    quantity, time = claim.quantity, claim.when
    if quantity is not None and quantity.low:
        digits = len(f"{abs(quantity.low):g}".replace(".", "").rstrip("0").split("e")[0])
        return digits >= 3 or (quantity.kind is QuantityKind.MONEY and digits >= 2)
    return time is not None and time.form == "date" and claim.kind is not Kind.DURATION
