"""How every claim is made: its place and its id."""

from hashlib import blake2b
from typing import Any

from factcheck.domain import Claim, Kind, Mention, Operand, Quantity
from factcheck.language.analysis import Analysis


def make_claim(
    analysis: Analysis, kind: Kind, attribute: str, start: int, end: int, sentence: int, **fields: Any
) -> Claim:
    """Return a claim about text[start:end]; its id is a hash of article, kind, attribute and span."""
    name = "\x1f".join((analysis.article.id, kind, attribute, str(start), str(end)))
    return Claim(
        id=blake2b(name.encode(), digest_size=8).hexdigest(),
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
