"""The day of which an article's lead tells, against the day on which the article is dated (D113)."""

from collections.abc import Iterator

from factcheck.checks.dates import WEEKDAYS
from factcheck.checks.sides import side
from factcheck.domain import ArticleClaims, Basis, Claim, Days, Hit, Kind, Modality, Related, Role, Time

# News tells of today and yesterday, after a weekend of three days back. A report is told as news at once; an event
# may be told some days later.
_RECENT, _REPORTED_LATE, _TOLD_LATE, _NEXT_DAY = 3, 4, 5, 6  # days back
_LEAD = frozenset({"title", "first", "second"})


def reporting_weekday_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield the bare weekday on which the lead says its news was, where the article's date makes it no recent day.

    Variants: both_ways when the weekday of the next day is told as past in one sentence and as to come in another;
    weekday; header when all other weekdays told agree with the lead's and not with the article's date;
    next_day when that puts the article on the day after its date, as with copy filed near midnight.
    """
    published = article.published
    if published is None or published.days is None or published.basis is Basis.INFERRED:
        return
    if published.days.first != published.days.last:
        return
    told = [claim for claim in article.of_kind(Kind.DATE) if claim.attribute == "told"]
    late = next((claim for claim in told if _is_late_news(claim, told, article, published.days)), None)
    if late is None:
        yield from _both_ways(article, told, published.value, published.days)
        return
    others = [claim for claim in told if claim is not late]
    doubtful = bool(others) and all(_back(claim, published.days) >= _REPORTED_LATE for claim in others)
    back = _back(late, published.days)
    related = [Related(Role.CONFLICTS, claim.place) for claim in others if doubtful]
    if published.place is not None:
        related.append(Related(Role.PUBLISHED, published.place))
    yield Hit(
        primary=late.place,
        related=tuple(related),
        variant="weekday" if not doubtful else "next_day" if back == _NEXT_DAY else "header",
        values={
            "weekday": WEEKDAYS[_weekday(late)],
            "published": published.value,
            "actual": WEEKDAYS[published.days.first.weekday()],
            "days": back,
        },
        sides=(side(late), (late.place.article, "published", published.basis, published.value)),
    )


def _both_ways(article: ArticleClaims, told: list[Claim], dated: str, published: Days) -> Iterator[Hit]:
    """Yield the weekday after publication when it is told as past in one sentence and as to come in another."""
    past = next((claim for claim in told if _back(claim, published) == _NEXT_DAY), None)
    if past is None:
        return
    for claim in article.of_kind(Kind.EVENT):
        when = claim.when
        ahead = when is not None and when.weekday == _weekday(past) and when.form == "weekday" and when.days is not None
        if ahead and claim.modality is not Modality.HAPPENED and _is_next_day(claim, published):
            yield Hit(
                primary=past.place,
                related=(Related(Role.CONFLICTS, claim.place),),
                variant="both_ways",
                values={"weekday": WEEKDAYS[_weekday(past)], "published": dated},
                sides=(side(past), side(claim)),
            )
            return


def _is_next_day(claim: Claim, published: Days) -> bool:
    days = claim.when.days if claim.when else None
    return days is not None and days.days_after(published) == 1


def _is_late_news(claim: Claim, told: list[Claim], article: ArticleClaims, published: Days) -> bool:
    """Tell whether a claim of the lead is its news and lies too many days back to be news.

    The first sentence's main verb of saying is always its news; all else is it only where nothing more recent is told.
    """
    if not _LEAD & set(claim.scope):
        return False
    report = "report" in claim.scope
    if _back(claim, published) < (_REPORTED_LATE if report else _TOLD_LATE):
        return False
    if report and "first" in claim.scope:
        return True
    near = [*told, *article.of_kind(Kind.EVENT)]
    if "main" in claim.scope and "second" not in claim.scope:
        near = [other for other in near if other.place.sentence_start == claim.place.sentence_start]
    return not any(_is_recent(other, published) for other in near)


def _is_recent(claim: Claim, published: Days) -> bool:
    """Tell whether a claim's day is that of publication or a few days before; of a bare weekday, whether it may be."""
    if claim.when is not None and claim.when.weekday is not None:
        return _back(claim, published) <= _RECENT
    days = claim.when.days if claim.when else None
    return days is not None and days.first == days.last and 0 <= published.days_after(days) <= _RECENT


def _back(claim: Claim, published: Days) -> int:
    """Return how many days before publication a weekday was last."""
    return (published.first.weekday() - _weekday(claim)) % 7


def _weekday(claim: Claim) -> int:
    assert isinstance(claim.when, Time)
    assert claim.when.weekday is not None
    return claim.when.weekday
