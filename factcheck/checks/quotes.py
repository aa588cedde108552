"""Checks of quotations across articles (Q201, Q202, Q203)."""

from collections.abc import Iterator, Sequence

from factcheck.checks.sides import conflict_hit
from factcheck.domain import Claim, Hit, Kind, Pair, Related, Role, Verdict

_ALTERATIONS = frozenset({"number", "negation", "name", "person", "modality", "word", "rewording"})


def quotation_altered(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield quotations that two articles give in different words.

    Variants: a number, a negation or a name that differs (`number`, `negation`, `name`), a modal verb or another word
    that does alone (`modality`, `word`), all of them conflicts; a changed person (`person`) and any other wording
    (`rewording`).
    """
    for pair in pairs:
        if pair.kind is not Kind.QUOTE or pair.variant not in _ALTERATIONS:
            continue
        if pair.verdict not in {Verdict.CONFLICT, Verdict.REWORDING}:
            continue
        yield Hit(
            primary=pair.a_place,
            related=(Related(Role.CONFLICTS, pair.b_place),),
            variant=pair.variant,
            verdict=pair.verdict,
            values={"ours": pair.a_place.text, "theirs": pair.b_place.text, "what": pair.why},
            sides=tuple(
                (claim.place.article, claim.kind.value, claim.attribute, " ".join(claim.words))
                for claim in (pair.a, pair.b)
            ),
        )


def quotation_spliced(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield quoted sentences that another report has as two separate statements (Q203)."""
    for pair in pairs:
        if pair.kind is Kind.QUOTE and pair.variant == "spliced":
            sentence, statements = (pair.b, pair.a) if _is_joint(pair.a) else (pair.a, pair.b)
            first, second = (operand.place for operand in statements.operands)
            yield Hit(
                primary=sentence.place,
                related=(Related(Role.CONFLICTS, first), Related(Role.CONFLICTS, second)),
                verdict=pair.verdict,
                values={"ours": sentence.place.text, "first": first.text, "last": second.text},
                sides=tuple(
                    (claim.place.article, claim.kind.value, claim.attribute, " ".join(claim.words))
                    for claim in (sentence, statements)
                ),
            )


def _is_joint(claim: Claim) -> bool:
    """Tell whether a side of a spliced pair is the two statements together; the one sentence has no parts."""
    return bool(claim.operands)


def quotation_speaker_conflict(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield the same quoted words that two articles give to two named persons, once for each two (Q202)."""
    told: set[tuple[str | None, ...]] = set()
    for pair in pairs:
        if pair.kind is Kind.QUOTE and pair.variant == "speaker":
            seen = (pair.a.place.article, pair.b.place.article, pair.a.speaker, pair.b.speaker)
            if seen not in told:
                told.add(seen)
                yield conflict_hit(pair, what=pair.why.partition(",")[0])
