"""Q201 from pairs of quotations."""

from factcheck.checks.quotes import quotation_altered
from factcheck.domain import Article, Claim, Kind, Pair, Role, Verdict


def pair(verdict, variant, kind=Kind.QUOTE):
    sides = []
    for name, text in (("a.txt", "We will buy 20 buses."), ("b.txt", "We will buy 200 buses.")):
        place = Article(id=name, path=name, text=text).locate(0, len(text))
        sides.append(Claim(id=name, kind=kind, attribute="quotation", place=place, words=("we", "will", "buy")))
    a, b = sides
    return Pair("p", verdict, kind, "quotation", '"20" / "200"', a, b, a.place, b.place, variant)


def test_an_altered_number_is_a_hit_with_both_places():
    [hit] = quotation_altered([pair(Verdict.CONFLICT, "number")])
    assert (hit.variant, hit.verdict) == ("number", Verdict.CONFLICT)
    assert hit.primary.article == "a.txt"
    assert [(related.role, related.place.article) for related in hit.related] == [(Role.CONFLICTS, "b.txt")]
    assert hit.values == {"ours": "We will buy 20 buses.", "theirs": "We will buy 200 buses.", "what": '"20" / "200"'}


def test_a_changed_person_and_a_rewording_keep_their_variants():
    hits = quotation_altered([pair(Verdict.REWORDING, "person"), pair(Verdict.REWORDING, "rewording")])
    assert [(hit.variant, hit.verdict) for hit in hits] == [
        ("person", Verdict.REWORDING),
        ("rewording", Verdict.REWORDING),
    ]


def test_agreement_and_other_kinds_give_nothing():
    assert list(quotation_altered([pair(Verdict.AGREE, None), pair(Verdict.CONFLICT, "number", Kind.COUNT)])) == []
