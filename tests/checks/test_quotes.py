"""Q201 from pairs of quotations; Q202 from texts."""

import pytest

from factcheck.checks.quotes import quotation_altered
from factcheck.domain import Article, Claim, Kind, Pair, Role, Verdict
from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rulebook import load_rulebook


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


SAID = '"The harbour will stay closed until every crane has been inspected by our engineers,"'
OTHER_SPEAKERS = ["Jakob Lindqvist said.", "said Jakob Lindqvist.", "Jakob Lindqvist told reporters."]
PERHAPS_THE_SAME = [
    "she said.",
    "officials said.",
    "a spokesman said.",
    "Prado said.",
    "Elena Pardo said.",
    "Helena Prado said.",
    "Jakob Lindqvist quoted Elena Prado as saying.",
    "Jakob Lindqvist, an aide to Elena Prado, said.",
    "the governor said.",
]


def _speakers(attribution: str) -> list[str]:
    settings = Settings(load_rulebook(select=["Q202"], known_checks=KNOWN_CHECKS))
    texts = [f"date 2025-03-03 {SAID} {who}" for who in ("Mayor Elena Prado said.", attribution)]
    return [str(finding.severity) for finding in check_texts(texts, settings).findings]


@pytest.mark.parametrize("attribution", OTHER_SPEAKERS)
def test_the_same_words_of_two_named_people_are_found(attribution: str) -> None:
    assert _speakers(attribution) == ["warning"]


@pytest.mark.parametrize("attribution", PERHAPS_THE_SAME)
def test_a_speaker_who_may_be_the_same_is_silent(attribution: str) -> None:
    assert _speakers(attribution) == []


ALTERED = [
    ("We will buy 20 new buses for our schools next year", "20", "30"),
    ("The company lost three contracts and will close its oldest plant", "three", "five"),
    ("More than 4,500 families are still waiting for tents here", "4,500", "5,400"),
    ("Our union can accept a rise of 3.5 percent but no more", "3.5", "5.3"),
    ("Every second school in this district needs a new roof", "second", "third"),
    ("We found eighty graves behind the old mill near here", "eighty", "eighteen"),
    ("We have signed the contract and the work can begin", "have signed", "have not signed"),
    ("I don't think that the strike will end before winter", "don't think", "think"),
    ("Nobody expected the river to rise within one single night", "Nobody", "Everybody"),
    ("The hospital is still able to take in the wounded", "still able", "no longer able"),
    ("There were 15 people on the bridge when it fell", "15 people", "no people"),
    ("These prices are fair and farmers can live with them", "are fair", "aren't fair"),
]
NOT_ALTERED = [
    ("We will buy 20 new buses for our schools next year", "20", "twenty"),
    ("More than 4,500 families are still waiting for tents here", "4,500", "4500"),
    ("I don't think that the strike will end before winter", "don't", "do not"),
    ("We have signed the contract and the work can begin", "have signed", "have already signed"),
    ("Nobody expected the river to rise within one single night", "Nobody", "No one"),
]


def _altered(said: str, ours: str, theirs: str) -> list[str]:
    settings = Settings(load_rulebook(select=["Q201"], known_checks=KNOWN_CHECKS))
    texts = [f'date 2025-03-03 "{words}," Governor Elena Prado said.' for words in (said, said.replace(ours, theirs))]
    return [str(each.severity) for each in check_texts(texts, settings).findings if each.severity != "note"]


@pytest.mark.parametrize(("said", "ours", "theirs"), ALTERED)
def test_a_changed_number_or_negation_is_an_error(said: str, ours: str, theirs: str) -> None:
    assert _altered(said, ours, theirs) == ["error"]


@pytest.mark.parametrize(("said", "ours", "theirs"), NOT_ALTERED)
def test_another_way_of_writing_is_no_error(said: str, ours: str, theirs: str) -> None:
    assert _altered(said, ours, theirs) == []
