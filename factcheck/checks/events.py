"""Checks of when events are told to have been (D101, D102, D201)."""

from collections.abc import Iterator, Sequence

from factcheck.checks.sides import conflict_hit, side
from factcheck.compare.context import scoped
from factcheck.domain import ArticleClaims, Basis, Claim, Hit, Kind, Modality, Pair, Published, Related, Role, Verdict

DATED = frozenset({"weekday", "date"})
"""What differs in two copies of a sentence when they give one event two dates."""
_YEARLESS_BACK = 31  # days; an older day without a year may be next year's
_ONE_JOURNEY = 30  # days


def event_after_publication(article: ArticleClaims) -> Iterator[Hit]:
    """Yield events told as past whose explicit date lies wholly after the day of publication."""
    published = article.published
    if published is None or published.days is None or published.basis is Basis.INFERRED:
        return
    for claim in article.of_kind(Kind.EVENT):
        if _told_as_past_on_a_date(claim) and claim.when and claim.when.days:
            days = claim.when.days.days_after(published.days)
            if days > 0:
                yield _beside(claim, published, days, variant="one_day_ahead" if days == 1 else "days_ahead")


def event_before_publication_in_future(article: ArticleClaims) -> Iterator[Hit]:
    """Yield events told as still to come whose explicit date lies wholly before the day of publication."""
    published = article.published
    if published is None or published.days is None or published.basis is Basis.INFERRED:
        return
    for claim in article.of_kind(Kind.EVENT):
        if _told_as_coming_on_a_date(claim) and claim.when and claim.when.days:
            days = published.days.days_after(claim.when.days)
            if days > 0 and (claim.when.year_written or days <= _YEARLESS_BACK):
                yield _beside(claim, published, days, variant=None)


def _told_as_coming_on_a_date(claim: Claim) -> bool:
    told = _on_a_date(claim, Modality.PLANNED, {"adverbial", "future"}, spoiled_by={"quoted", "reported"})
    return told and not claim.in_title


def _told_as_past_on_a_date(claim: Claim) -> bool:
    return _on_a_date(claim, Modality.HAPPENED, {"adverbial", "past"}, spoiled_by={"quoted", "prospective"})


def _on_a_date(claim: Claim, modality: Modality, scope: set[str], *, spoiled_by: set[str]) -> bool:
    """Tell whether an event is affirmed in a modality, on an explicit day, with all of a scope."""
    explicit = claim.when is not None and claim.when.explicit and claim.when.form == "date"
    entries = set(claim.scope)
    return claim.modality is modality and claim.affirmed and explicit and scope <= entries and not spoiled_by & entries


def _beside(claim: Claim, published: Published, days: int, *, variant: str | None) -> Hit:
    related = (Related(Role.PUBLISHED, published.place),) if published.place else ()
    return Hit(
        primary=claim.place,
        related=related,
        variant=variant,
        values={"event": claim.place.text, "published": published.value, "days": days},
        sides=(side(claim), (claim.place.article, "published", published.basis, published.value)),
    )


def event_date_conflict(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield pairs of reports that put one event on days that have none in common."""
    conflicts = [pair for pair in pairs if pair.verdict is Verdict.CONFLICT]
    events = [pair for pair in conflicts if pair.kind is Kind.EVENT and pair.variant != "headline"]
    told = {_sentences(pair) for pair in events}
    for pair in events:
        yield conflict_hit(pair, event=pair.attribute)
    for pair in conflicts:
        if pair.kind is Kind.SENTENCE and pair.variant in DATED and _sentences(pair) not in told:
            yield conflict_hit(pair, variant="takes", event=pair.why)


def _sentences(pair: Pair) -> tuple[tuple[str, int], ...]:
    return tuple((place.article, place.sentence_start) for place in (pair.a_place, pair.b_place))


def event_order(article: ArticleClaims) -> Iterator[Hit]:
    """Yield a departure from a place that is dated before the same traveller's arrival there, within a month."""
    legs = [claim for claim in article.of_kind(Kind.EVENT) if _told_as_past_on_a_date(claim)]
    for arrival in (claim for claim in legs if claim.attribute == "arrival"):
        for departure in (claim for claim in legs if claim.attribute == "departure"):
            days = _days_before(departure, arrival)
            one_leg = scoped(arrival, "place") & scoped(departure, "place")
            if one_leg and arrival.subjects and arrival.subjects == departure.subjects and 0 < days <= _ONE_JOURNEY:
                yield Hit(
                    primary=departure.place,
                    related=(Related(Role.CONFLICTS, arrival.place),),
                    values={"first": arrival.place.text, "last": departure.place.text, "days": days},
                    sides=(side(departure), side(arrival)),
                )


def _days_before(departure: Claim, arrival: Claim) -> int:
    if departure.when is None or arrival.when is None or departure.when.days is None or arrival.when.days is None:
        return 0
    return arrival.when.days.days_after(departure.when.days)
