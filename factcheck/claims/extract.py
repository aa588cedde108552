"""The claims stage on one page: every kind of claim that an article makes."""

from collections.abc import Callable, Iterator

from factcheck.claims.ages import age_claims
from factcheck.claims.allotments import allotment_claims
from factcheck.claims.anniversaries import anniversary_claims
from factcheck.claims.attributes import attribute_claims
from factcheck.claims.births import birth_claims
from factcheck.claims.calculations import calculation_claims
from factcheck.claims.clocks import clock_claims
from factcheck.claims.contexts import with_contexts
from factcheck.claims.dates import date_claims
from factcheck.claims.descriptors import descriptor_claims
from factcheck.claims.directions import direction_claims
from factcheck.claims.elapsed import elapsed_claims
from factcheck.claims.events import event_claims
from factcheck.claims.figures import figure_claims
from factcheck.claims.growth import growth_claims
from factcheck.claims.headlines import with_untold
from factcheck.claims.heads import head_claims
from factcheck.claims.lengths import length_claims
from factcheck.claims.names import name_claims
from factcheck.claims.offices import office_claims
from factcheck.claims.quotes import quote_claims
from factcheck.claims.ranks import rank_claims
from factcheck.claims.rolls import roll_claims
from factcheck.claims.sentences import sentence_claims
from factcheck.claims.spans import span_claims
from factcheck.claims.surnames import surname_claims
from factcheck.claims.tolls import toll_claims
from factcheck.claims.weekdays import weekday_claims
from factcheck.domain import Claim
from factcheck.language.analysis import Analysis

EXTRACTORS: tuple[Callable[[Analysis], Iterator[Claim]], ...] = (
    date_claims,
    weekday_claims,
    length_claims,
    span_claims,
    anniversary_claims,
    elapsed_claims,
    birth_claims,
    age_claims,
    event_claims,
    clock_claims,
    figure_claims,
    calculation_claims,
    roll_claims,
    allotment_claims,
    growth_claims,
    attribute_claims,
    direction_claims,
    office_claims,
    head_claims,
    descriptor_claims,
    name_claims,
    surname_claims,
    rank_claims,
    quote_claims,
    sentence_claims,
    toll_claims,
)


def extract(analysis: Analysis) -> tuple[Claim, ...]:
    """Return the claims of an article in the order of the text."""
    framed = [claim for extractor in EXTRACTORS for claim in extractor(analysis)]
    found = with_untold(analysis, with_contexts(analysis, framed))
    return tuple(
        sorted(found, key=lambda claim: (claim.place.start, claim.place.end, claim.kind, claim.attribute, claim.id))
    )
