"""How every claim is made: its place and its id."""

from typing import Any

from factcheck.articleids import claim_id
from factcheck.domain import Claim, Kind, Mention, Operand, Quantity
from factcheck.language.analysis import Analysis


def make_claim(
    analysis: Analysis, kind: Kind, attribute: str, start: int, end: int, sentence: int, **fields: Any
) -> Claim:
    """Return a claim about text[start:end]; its id is a hash of article, kind, attribute and span."""
    return Claim(
        id=claim_id(analysis.article.id, kind, attribute, start, end),
        kind=kind,
        attribute=attribute,
        place=analysis.locate(start, end, sentence, fields.get("value")),
        in_title=analysis.in_title(start),
        **fields,
    )


def quantity_operand(analysis: Analysis, role: str, mention: Mention) -> Operand:
    """Return a quantity in its role in a calculation."""
    quantity = mention.detail
    assert isinstance(quantity, Quantity)
    place = analysis.locate(mention.start, mention.end, mention.sentence, mention.value)
    return Operand(role, place, quantity=quantity, value=mention.value)
