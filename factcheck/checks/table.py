"""Every check by the name its rule's YAML calls it: those of an article, of judged pairs, of facts, of a whole run."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from factcheck.checks.articles import (
    dateline_header_mismatch,
    dateline_without_year,
    no_publication_date,
    unreadable_article,
    unsupported_language,
    updated_before_published,
)
from factcheck.checks.clocks import clock_conflict, clock_zone_mismatch
from factcheck.checks.copies import near_duplicate_differs
from factcheck.checks.dates import impossible_date, range_reversed, relative_date_mismatch, weekday_mismatch
from factcheck.checks.durations import duration_mismatch, period_label_mismatch
from factcheck.checks.events import (
    event_after_publication,
    event_before_publication_in_future,
    event_date_conflict,
    event_order,
)
from factcheck.checks.facts import contradicts_reference_fact, name_not_as_in_reference
from factcheck.checks.figures import (
    count_conflict,
    figure_conflict,
    figure_with_other_attribute,
    headline_body_conflict,
    toll_falls,
)
from factcheck.checks.numbers import (
    count_list_mismatch,
    direction_mismatch,
    part_exceeds_whole,
    percent_change_mismatch,
    ratio_mismatch,
    total_mismatch,
)
from factcheck.checks.people import (
    descriptor_conflict,
    name_spelled_two_ways,
    name_spelled_two_ways_across,
    office_holder_conflict,
    office_of_person_conflict,
    surname_without_first_reference,
)
from factcheck.checks.places import place_conflict
from factcheck.checks.quotes import quotation_altered, quotation_speaker_conflict, quotation_spliced
from factcheck.checks.ranks import rank_conflict
from factcheck.checks.rates import conversion_mismatch, exchange_rate_mismatch, exchange_rate_outlier
from factcheck.checks.sums import (
    average_mismatch,
    balance_mismatch,
    growth_outside_parts,
    multiplier_mismatch,
    percent_or_points,
    shares_exceed_whole,
    vote_arithmetic,
)
from factcheck.checks.weekdays import reporting_weekday_mismatch
from factcheck.checks.years import age_birth_year_mismatch, anniversary_mismatch, elapsed_time_mismatch
from factcheck.domain import ArticleClaims, FactPair, Hit, Kind, Pair, Verdict

ARTICLE_CHECKS: Mapping[str, Callable[[ArticleClaims], Iterator[Hit]]] = {
    check.__name__: check
    for check in (
        event_after_publication,
        event_order,
        event_before_publication_in_future,
        clock_zone_mismatch,
        weekday_mismatch,
        impossible_date,
        range_reversed,
        relative_date_mismatch,
        reporting_weekday_mismatch,
        duration_mismatch,
        period_label_mismatch,
        anniversary_mismatch,
        elapsed_time_mismatch,
        age_birth_year_mismatch,
        percent_change_mismatch,
        total_mismatch,
        count_list_mismatch,
        part_exceeds_whole,
        ratio_mismatch,
        direction_mismatch,
        shares_exceed_whole,
        balance_mismatch,
        growth_outside_parts,
        conversion_mismatch,
        percent_or_points,
        multiplier_mismatch,
        average_mismatch,
        vote_arithmetic,
        exchange_rate_mismatch,
        surname_without_first_reference,
        dateline_header_mismatch,
        updated_before_published,
        unreadable_article,
        unsupported_language,
    )
}
PAIR_CHECKS: Mapping[str, Callable[[Sequence[Pair]], Iterator[Hit]]] = {
    check.__name__: check
    for check in (
        event_date_conflict,
        figure_conflict,
        count_conflict,
        headline_body_conflict,
        toll_falls,
        figure_with_other_attribute,
        name_spelled_two_ways,
        name_spelled_two_ways_across,
        office_holder_conflict,
        office_of_person_conflict,
        descriptor_conflict,
        place_conflict,
        rank_conflict,
        quotation_altered,
        quotation_speaker_conflict,
        quotation_spliced,
        near_duplicate_differs,
        exchange_rate_outlier,
    )
} | {clock_zone_mismatch.__name__: clock_conflict}
OF_A_CLAIM: Mapping[str, Kind] = {exchange_rate_outlier.__name__: Kind.CALCULATION}
"""Checks of pairs that look at all pairs of a claim, of this kind; all others look at those of two articles."""
RUN_CHECKS: Mapping[str, Callable[[Sequence[ArticleClaims]], Iterator[Hit]]] = {
    check.__name__: check for check in (no_publication_date, dateline_without_year)
}
FACT_CHECKS: Mapping[str, Callable[[Sequence[FactPair]], Iterator[Hit]]] = {
    check.__name__: check for check in (contradicts_reference_fact, name_not_as_in_reference)
}
KNOWN_CHECKS: frozenset[str] = frozenset({*ARTICLE_CHECKS, *PAIR_CHECKS, *RUN_CHECKS, *FACT_CHECKS})

_SEEN_WHATEVER = frozenset({Kind.RANK, Kind.DESCRIPTOR})
_SEEN_UNLESS_ALIKE = frozenset({Kind.NAME, Kind.QUOTE})
_FOR_ONE_CHECK: Mapping[str | None, str] = {"falls": toll_falls.__name__}
"""Variants that one check alone looks at: where it does not run, nothing does."""
_UNSEEN = frozenset({Verdict.AGREE, Verdict.ROUNDING, Verdict.VAGUE, Verdict.UPDATE})


def is_looked_at(pair: Pair, checks: Collection[str]) -> bool:
    """Tell whether any of the checks that run looks at a pair: a run of many articles holds no others.

    The many that agree, are rounded, vague or updates tell a check nothing, but for ranks and descriptors (what agrees
    decides), those with a variant, and names and quotations that are not alike. Context is looked at besides.
    """
    if pair.variant in _FOR_ONE_CHECK:
        return _FOR_ONE_CHECK[pair.variant] in checks
    if pair.verdict not in _UNSEEN or pair.variant is not None or pair.kind in _SEEN_WHATEVER:
        return True
    return pair.verdict is not Verdict.AGREE and pair.kind in _SEEN_UNLESS_ALIKE
