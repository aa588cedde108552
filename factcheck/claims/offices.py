"""Offices as claims: who holds which office in which jurisdiction."""

from collections.abc import Iterator

from factcheck.claims.build import make_claim
from factcheck.claims.successions import Succession, successions
from factcheck.domain import Claim, Kind, MentionKind, Office
from factcheck.language.analysis import Analysis
from factcheck.language.officewords import is_unique


def office_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield who holds an office, and successions: attribute is the office, subject and value its holder.

    The scope names the jurisdiction, a qualifier (acting, former) and, for a succession, its aspect: began or ended.
    Only offices that one person holds at a time have a key.
    """
    for mention in analysis.of_kind(MentionKind.OFFICE):
        office = mention.detail
        if isinstance(office, Office) and office.holder and office.jurisdiction:
            yield _claim(analysis, Succession(mention.start, mention.end, mention.sentence, office, office.holder))
    for succession in successions(analysis):
        yield _claim(analysis, succession)


def _claim(analysis: Analysis, told: Succession) -> Claim:
    office = told.office
    scope = [f"jurisdiction:{office.jurisdiction}"]
    if office.qualifier:
        scope.append(f"qualifier:{office.qualifier}")
    if told.aspect:
        scope.append(f"aspect:{told.aspect}")
    return make_claim(
        analysis,
        Kind.OFFICE,
        office.office,
        told.start,
        told.end,
        told.sentence,
        subjects=(told.holder,),
        value=told.holder,
        when=told.when,
        scope=tuple(scope),
        keys=(f"office:{office.office}|{office.jurisdiction}",) if is_unique(office.office, analysis.lexicon) else (),
    )
