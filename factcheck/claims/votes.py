"""Claims of a majority told beside the votes for and against: "by 98 votes to 12, a majority of 86"."""

from collections.abc import Iterator

from factcheck.claims.arithmetic import Figures
from factcheck.claims.sums import sum_words
from factcheck.domain import Claim, QuantityKind
from factcheck.language.pieces import pieces


def majority_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attribute "majority" and the roles for, against and majority."""
    joints = {pieces(joint).words for joint in sum_words(figures.analysis.lexicon).majority}
    for at in range(len(figures.mentions) - 2):
        quantities = [figures.quantity(at + step) for step in range(3)]
        if any(quantity.kind is not QuantityKind.COUNT for quantity in quantities):
            continue
        units = {quantity.unit for quantity in quantities[:2]}
        led = figures.before(at)[-1:] in {("by",), ("of",), ("voted",)}
        told = led and units <= {None, "vote"} and figures.between(at, at + 1) in {("to",), ("votes", "to")}
        majority = figures.between(at + 1, at + 2)
        if told and (majority in joints or (majority[:1] == ("votes",) and majority[1:] in joints)):
            operands = [figures.operand(role, at + step) for step, role in enumerate(("for", "against", "majority"))]
            yield figures.claim("majority", figures.mentions[at].start, figures.mentions[at + 2].end, operands)
