"""Quotations to claims."""

import re

from factcheck.claims.quotes import quote_claims
from factcheck.domain import Article, Kind, Mention, Quote
from factcheck.language.analysis import Analysis
from factcheck.language.english import analyse


def claims(text, nlp, lexicon, speaker=None):
    """Return the claims of a text whose parts of one quotation stand in double angle brackets."""
    bare, parts, at = "", [], 0
    for piece in re.split(r"(<<|>>)", text):
        if piece == "<<":
            at = len(bare)
        elif piece == ">>":
            parts.append((at, len(bare)))
        else:
            bare += piece
    article = Article(id="a.txt", path="a.txt", text=bare)
    mention = Mention(parts[0][0], parts[-1][1], 0, "", Quote(tuple(parts), speaker))
    sentences = tuple(analyse(article, nlp, lexicon))
    return list(quote_claims(Analysis(article, sentences, (mention,), lexicon)))


def test_each_quoted_sentence_is_a_claim(nlp, lexicon):
    found = claims('"<<The flood took two bridges. We’ll rebuild them all.>>" Lind said.', nlp, lexicon, "marta lind")
    assert [claim.place.text for claim in found] == ["The flood took two bridges.", "We’ll rebuild them all."]
    assert found[1].words == ("we'll", "rebuild", "them", "all")
    assert {claim.kind for claim in found} == {Kind.QUOTE}
    assert found[0].speaker == "marta lind"
    assert found[0].subjects == ("marta lind",)


def test_fewer_than_four_words_give_none(nlp, lexicon):
    assert claims('"<<We will rebuild.>>" Lind said.', nlp, lexicon) == []


def test_a_sentence_broken_by_attribution_is_one_claim_of_two_parts(nlp, lexicon):
    [claim] = claims('"<<The flood>>," Lind said, "<<took two old bridges>>."', nlp, lexicon)
    assert claim.words == ("the", "flood", "took", "two", "old", "bridges")
    assert [part.place.text for part in claim.operands] == ["The flood", "took two old bridges"]


def test_two_sentences_that_differ_in_one_word_are_parallel(nlp, lexicon):
    text = '"<<The north bank will flood this week. The south bank will flood this week. We are ready for both.>>"'
    assert ["parallel" in claim.scope for claim in claims(text, nlp, lexicon)] == [True, True, False]


def test_a_full_stop_in_the_attribution_makes_two_claims(nlp, lexicon):
    found = claims('"<<The flood took two bridges>>," Lind said. "<<We will rebuild both soon>>."', nlp, lexicon)
    assert [claim.place.text for claim in found] == ["The flood took two bridges", "We will rebuild both soon"]


def test_reworded_copies_share_a_key_and_keys_are_few(nlp, lexicon):
    [first] = claims('"<<The regional hospital needs forty more nurses before winter.>>"', nlp, lexicon)
    [second] = claims('"<<Before the winter, our regional hospital will need nurses, forty of them.>>"', nlp, lexicon)
    assert set(first.keys) & set(second.keys)
    assert len(first.keys) <= 12
    assert all(key.startswith("quote:") for key in first.keys)


def test_keys_with_the_speaker_use_the_surname(nlp, lexicon):
    [claim] = claims('"<<The regional hospital needs forty more nurses.>>"', nlp, lexicon, "marta lind")
    assert any(key.startswith("quote:lind:") for key in claim.keys)
    assert len(claim.keys) <= 12
