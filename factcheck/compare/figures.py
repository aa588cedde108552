"""Two figures of one frame, to a verdict."""

from factcheck.compare.context import adjacent, one_sentence, other_source, scoped
from factcheck.compare.intervals import relation
from factcheck.compare.judgement import Judgement
from factcheck.compare.values import near_values
from factcheck.domain import ArticleRecord, Claim, Hedge, Kind, Quantity, Verdict
from factcheck.pairing.overlap import same_event

_FACTORS = (10.0, 100.0, 1000.0, 1e6)


def compare_figures(a: Claim, b: Claim, record_a: ArticleRecord, record_b: ArticleRecord) -> Judgement | None:
    """Return how two figures of one measure relate; None when their frames differ or are not clear.

    Agreement needs frames that are compatible, a conflict frames that match wholly.
    """
    if "named" in a.scope or "named" in b.scope:
        return _stated_against_named(a, b)
    if a.quantity is None or b.quantity is None or a.quantity.unit != b.quantity.unit:
        return None
    if not _same_measure(a, b) or a.kind is not b.kind or not _compatible(a, b):
        return None
    if not (a.when and b.when) and record_a.id != record_b.id and not same_event(record_a, record_b):
        return None  # a figure without its period is of its own event only
    verdict = relation(a.quantity, b.quantity)
    if verdict is Verdict.VAGUE and not (near_values(a, b) and _told_again(a, b)):
        return None
    why = f"{a.place.text!r} and {b.place.text!r}"
    if verdict is not Verdict.CONFLICT:
        return Judgement(verdict, why)
    headline = _headline_against_body(a, b)
    if headline is None and not _matching(a, b, record_a, record_b):
        return None
    if headline is None and a.speaker != b.speaker:
        both = a.speaker is not None and b.speaker is not None
        return Judgement(Verdict.ATTRIBUTED, f"{why}, as two people give it") if both else None
    variant = headline or _variant(record_a, record_b)
    return Judgement(Verdict.CONFLICT, f"{why}{hint(a.quantity, b.quantity)}", variant)


def _told_again(a: Claim, b: Claim) -> bool:
    """Tell whether a second figure tells the first again: in another article, or in the text under its headline."""
    return a.place.article != b.place.article or a.in_title != b.in_title


def hint(a: Quantity, b: Quantity) -> str:
    """Return what kind of slip may lie behind two different values: a factor of ten, or digits swapped."""
    if not a.low or not b.low or a.low != a.high or b.low != b.high:
        return ""
    ratio = max(abs(a.low), abs(b.low)) / min(abs(a.low), abs(b.low))
    for factor in _FACTORS:
        if abs(ratio - factor) < 1e-9 * factor:
            return f"; factor {factor:,.0f}"
    digits_a, digits_b = f"{a.low:g}".replace(".", ""), f"{b.low:g}".replace(".", "")
    if len(digits_a) > 1 and digits_a != digits_b and sorted(digits_a) == sorted(digits_b):
        return "; digits swapped"
    return ""


def _variant(record_a: ArticleRecord, record_b: ArticleRecord) -> str:
    return "within" if record_a.id == record_b.id else "across"


def _stated_against_named(a: Claim, b: Claim) -> Judgement | None:
    """A stated count of office holders against those the same article names: only agreement says anything."""
    stated, named = (a, b) if "named" in b.scope else (b, a)
    if "named" in stated.scope or stated.place.article != named.place.article:
        return None
    if stated.quantity is None or named.quantity is None or stated.quantity.low != named.quantity.low:
        return None
    return Judgement(Verdict.AGREE, f"{stated.place.text!r}; {named.value}")


def _same_measure(a: Claim, b: Claim) -> bool:
    """Measures are the same by name; a headline may leave out what the body adds ("profit" for "net profit")."""
    if a.attribute == b.attribute or a.in_title == b.in_title:
        return a.attribute == b.attribute
    title, body = (a, b) if a.in_title else (b, a)
    return body.attribute.endswith(f" {title.attribute}")


def _compatible(a: Claim, b: Claim) -> bool:
    """Nothing that is told of both figures differs."""
    assert a.quantity is not None
    assert b.quantity is not None
    if one_sentence(a, b) or a.quantity.change != b.quantity.change or a.quantity.per != b.quantity.per:
        return False
    if a.modality is not b.modality or a.affirmed != b.affirmed:
        return False
    if a.when is not None and b.when is not None and a.when.value != b.when.value:
        return False
    subjects_a, subjects_b = frozenset(a.subjects), frozenset(b.subjects)
    if subjects_a and subjects_b and not (subjects_a <= subjects_b or subjects_b <= subjects_a):
        return False
    modifiers_a, modifiers_b = scoped(a, "modifier"), scoped(b, "modifier")
    if "open" in (*a.scope, *b.scope):
        return False
    return modifiers_a == modifiers_b or (
        a.in_title != b.in_title and (modifiers_a <= modifiers_b or modifiers_b <= modifiers_a)
    )


def _matching(a: Claim, b: Claim, record_a: ArticleRecord, record_b: ArticleRecord) -> bool:
    """Every part of the two frames is known and equal."""
    assert a.quantity is not None
    assert b.quantity is not None
    if any(claim.in_title or "crowded" in claim.scope for claim in (a, b)):
        return False
    if a.quantity.hedge is not Hedge.EXACT or b.quantity.hedge is not Hedge.EXACT:
        return False
    if not a.subjects or a.subjects != b.subjects or scoped(a, "verb") != scoped(b, "verb"):
        return False
    if scoped(a, "object") != scoped(b, "object") or (a.when is None) != (b.when is None):
        return False
    if record_a.id == record_b.id:
        return a.kind is not Kind.COUNT or bool(scoped(a, "modifier"))
    if a.when is None or not adjacent(record_a, record_b) or other_source(record_a, record_b):
        return False
    return a.value not in record_b.values and b.value not in record_a.values


def _headline_against_body(a: Claim, b: Claim) -> str | None:
    """Tell whether one figure stands in the headline alone and the other is the body's only one of its kind."""
    if a.place.article != b.place.article or a.in_title == b.in_title:
        return None
    assert a.quantity is not None
    assert b.quantity is not None
    if a.quantity.hedge is not Hedge.EXACT or b.quantity.hedge is not Hedge.EXACT:
        return None
    title, body = (a, b) if a.in_title else (b, a)
    return "headline" if "untold" in title.scope and "only" in body.scope else None
