"""Offices as claims: who holds which office in which jurisdiction."""

from collections.abc import Iterator

from factcheck.claims.build import make_claim
from factcheck.claims.successions import Succession, successions
from factcheck.domain import Claim, Kind, Mention, MentionKind, Office
from factcheck.language.analysis import Analysis
from factcheck.language.officewords import is_unique, office_words

_BESIDE = 30  # characters from one office to another of the same person


def office_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield who holds an office, and successions: attribute is the office, subject and value its holder.

    The scope names the jurisdiction, a qualifier (acting, former), for a succession its aspect (began or ended), and
    "joint" where the holder is given another office in the same breath. Offices that one person holds at a time meet
    under their jurisdiction, and posts of state under their holder.
    """
    for mention in analysis.of_kind(MentionKind.OFFICE):
        office = mention.detail
        if isinstance(office, Office) and office.holder:
            told = Succession(mention.start, mention.end, mention.sentence, office, office.holder)
            yield _claim(analysis, told, joint=_joint(analysis, mention))
    for succession in successions(analysis):
        yield _claim(analysis, succession)


def _joint(analysis: Analysis, mention: Mention) -> bool:
    """Tell whether another office stands beside one and names nobody: "Deputy Premier and Finance Minister"."""
    return any(
        other is not mention
        and isinstance(other.detail, Office)
        and other.detail.holder is None
        and max(other.start - mention.end, mention.start - other.end) <= _BESIDE
        for other in analysis.of_kind(MentionKind.OFFICE, sentence=mention.sentence)
    )


def _claim(analysis: Analysis, told: Succession, *, joint: bool = False) -> Claim:
    office = told.office
    scope = [f"jurisdiction:{office.jurisdiction}"] if office.jurisdiction else []
    if office.qualifier:
        scope.append(f"qualifier:{office.qualifier}")
    if told.aspect:
        scope.append(f"aspect:{told.aspect}")
    if joint:
        scope.append("joint")
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
        keys=tuple(_keys(analysis, told)),
    )


def _keys(analysis: Analysis, told: Succession) -> Iterator[str]:
    office, words = told.office, office_words(analysis.lexicon)
    if office.jurisdiction and is_unique(office.office, analysis.lexicon):
        yield f"office:{office.office}|{office.jurisdiction}"
    if office.office in words.posts and office.qualifier not in words.other_time:
        full = " " in told.holder
        yield f"holder:{told.holder}" if full else f"holder:{told.holder}|@{analysis.article.id}"
