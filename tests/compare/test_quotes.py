"""Two quoted sentences: the same, reworded, altered, or nothing to do with each other."""

import pytest

from factcheck.compare.quotes import compare_quotes
from factcheck.domain import Article, Claim, Kind, Verdict


def quoted(text, speaker=None, article="a.txt", scope=()):
    source = Article(id=article, path=article, text=text)
    words = tuple(word.strip("\"'.,;:!?()[]").replace("’", "'").lower() for word in text.split())
    return Claim(
        id=article + text,
        kind=Kind.QUOTE,
        attribute="quotation",
        place=source.locate(0, len(text)),
        speaker=speaker,
        words=tuple(word for word in words if word),
        scope=scope,
    )


@pytest.fixture
def judged(lexicon):
    def judge(ours, theirs, *, ours_by=None, theirs_by=None):
        return compare_quotes(quoted(ours, ours_by), quoted(theirs, theirs_by, "b.txt"), lexicon)

    return judge


ALTERED = [
    (
        "number",
        "We will buy 20 electric buses for the city next spring.",
        "We will buy 200 electric buses for the city next spring.",
    ),
    (
        "number",
        "The mine employs two million tonnes of steel in its new shafts.",
        "The mine employs two billion tonnes of steel in its new shafts.",
    ),
    (
        "number",
        "The blast went off at 1:40 p.m. near the old market in town.",
        "The blast went off at 1:40 a.m. near the old market in town.",
    ),
    (
        "negation",
        "We will close the harbour to foreign fishing boats this year.",
        "We will not close the harbour to foreign fishing boats this year.",
    ),
    (
        "negation",
        "We do not support the new tax on exported timber at all.",
        "We support the new tax on exported timber at all.",
    ),
    (
        "name",
        "I shall meet the delegation from Norway before the vote on Friday.",
        "I shall meet the delegation from Sweden before the vote on Friday.",
    ),
    (
        "name",
        "The embargo against Iran must be lifted by all of us in spring.",
        "The embargo against Iraq must be lifted by all of us in spring.",
    ),
    (
        "name",
        "The team will fly home to Lagos on Tuesday after the last match.",
        "The team will fly home to Lagos on Thursday after the last match.",
    ),
]


@pytest.mark.parametrize(("variant", "ours", "theirs"), ALTERED)
def test_an_altered_number_negation_or_name_is_a_conflict(judged, variant, ours, theirs):
    judgement = judged(ours, theirs, ours_by="marta lind", theirs_by="marta lind")
    assert judgement is not None
    assert (judgement.verdict, judgement.variant) == (Verdict.CONFLICT, variant)
    assert judgement.a_place.text in ours
    assert judgement.b_place.text in theirs


OTHER_WORDS = [
    (
        "modality",
        "The dam could break before the end of this wet spring.",
        "The dam will break before the end of this wet spring.",
    ),
    (
        "modality",
        "The crew must repair the old lighthouse before the winter storms.",
        "The crew can repair the old lighthouse before the winter storms.",
    ),
    (
        "modality",
        "We shall inspect every bridge of the valley before the winter.",
        "We have inspected every bridge of the valley before the winter.",
    ),
    (
        "word",
        "The new ferry is the safest that this yard has ever built.",
        "The new ferry is the dearest that this yard has ever built.",
    ),
    (
        "word",
        "Our orchestra lost two violins and a drum on the ship.",
        "Our orchestra lost two cellos and a drum on the ship.",
    ),
]


@pytest.mark.parametrize(("variant", "ours", "theirs"), OTHER_WORDS)
def test_another_word_in_reports_of_one_event_is_a_conflict(lexicon, variant, ours, theirs):
    judgement = compare_quotes(quoted(ours), quoted(theirs, article="b.txt"), lexicon, one_event=True)
    assert (judgement.verdict, judgement.variant) == (Verdict.CONFLICT, variant)
    of_two_events = compare_quotes(quoted(ours), quoted(theirs, article="b.txt"), lexicon)
    parallel = quoted(theirs, article="b.txt", scope=("parallel",))
    beside_a_parallel = compare_quotes(quoted(ours), parallel, lexicon, one_event=True)
    for other in (of_two_events, beside_a_parallel):
        assert other is None or other.variant == "rewording"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "The dam could break before the end of this wet spring.",
            "The dam might break before the end of this wet spring.",
        ),
        (
            "The new theatre is the pride of everybody in our old town.",
            "The new theater is the pride of everybody in our old town.",
        ),
        (
            "The ferry had been late on every day of the last week.",
            "The ferry has been late on every day of the last week.",
        ),
        (
            "The dam will break in spring and flood the old mill there.",
            "The dam could break in autumn and flood the old mill there.",
        ),
    ],
)
def test_what_says_the_same_and_two_changes_are_no_conflict(lexicon, ours, theirs):
    judgement = compare_quotes(quoted(ours), quoted(theirs, article="b.txt"), lexicon, one_event=True)
    assert judgement is None or judgement.verdict is not Verdict.CONFLICT


def test_a_changed_person_is_told_apart_from_other_rewording(judged):
    judgement = judged(
        "Although you have lost the vote, you are still our partners in this.",
        "Although we have lost the vote, we are still our partners in this.",
    )
    assert (judgement.verdict, judgement.variant) == (Verdict.REWORDING, "person")
    assert (judgement.a_place.value, judgement.b_place.value) == ("you", "we")
    assert judgement.a_place.text == "Although you have lost the vote"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "Our harvest was poor because of the long drought in spring.",
            "our harvest was poor, because of the long drought in spring",
        ),
        (
            "We can't accept the offer, it's far too low for us.",
            "We cannot accept the offer, it is far too low for us.",
        ),
        (
            "The dam (in Ostrava) held through the whole night of the storm.",
            "The dam held through the whole night of the storm.",
        ),
        (
            "The the dam held through the whole night of the storm.",
            "The dam held through the whole night of the storm.",
        ),
        (
            "We sold twenty ferries to the islands last summer alone.",
            "We sold 20 ferries to the islands last summer alone.",
        ),
        (
            "The dam held through the whole night of the storm, and nobody was hurt.",
            "The dam held through the whole night of the storm",
        ),
    ],
)
def test_the_same_words_agree(judged, ours, theirs):
    assert judged(ours, theirs).verdict is Verdict.AGREE


def test_two_translations_of_one_statement_are_a_rewording(judged):
    judgement = judged(
        "It is sad that only the drought made farmers think about saving water and planting other crops.",
        "It's a pity that only this drought has made our farmers think of how to save water and plant different crops.",
        ours_by="marta lind",
        theirs_by="marta lind",
    )
    assert (judgement.verdict, judgement.variant) == (Verdict.REWORDING, "rewording")


SILENT = [
    ("We are ready to supply equipment to your region.", "We are ready to supply food and clothing to your region."),
    ("We are ready to work with you in all areas.", "We are ready to talk to you about new roads."),
    ("We want peace.", "We want a fair trial."),
    (
        "The economy grew in the first quarter, and we expect more.",
        "The deficit grew in the second half, and we expect less.",
    ),
    ("I would like to thank all of you for your support.", "I would like to ask all of you for your patience."),
    ("Our team played well.", "Our team played badly in the second half."),
]


@pytest.mark.parametrize(("ours", "theirs"), SILENT)
def test_stock_phrases_of_one_speaker_do_not_pair(judged, ours, theirs):
    assert judged(ours, theirs, ours_by="marta lind", theirs_by="marta lind") is None


def test_other_speakers_words_are_not_a_rewording(judged):
    assert judged(
        "It is sad that only the drought made farmers think about saving water and planting other crops.",
        "It's a pity that only this drought has made our farmers think of how to save water and plant different crops.",
        ours_by="marta lind", theirs_by="oskar brandt",
    ) is None  # fmt: skip
    assert judged(*ALTERED[0][1:], ours_by="marta lind", theirs_by="oskar brandt") is None


def test_one_article_is_never_held_against_itself(lexicon):
    assert compare_quotes(quoted(ALTERED[0][1]), quoted(ALTERED[0][2]), lexicon) is None


def test_fewer_than_eight_words_make_no_conflict(judged):
    judgement = judged("We will buy 20 buses soon.", "We will buy 30 buses soon.")
    assert judgement is None or judgement.verdict is not Verdict.CONFLICT


def test_a_rounded_number_is_no_conflict(judged):
    judgement = judged(
        "Our sales grew by 6.8 percent in the whole of last year.",
        "Our sales grew by 7 percent in the whole of last year.",
    )
    assert judgement is None or judgement.verdict is not Verdict.CONFLICT


def test_a_formula_used_of_two_guests_is_no_altered_name(lexicon):
    ours = quoted(
        "We are ready to build new trade ties with Chile in every field.", "marta lind", scope=("elsewhere:chile",)
    )
    theirs = quoted(
        "We are ready to build new trade ties with Ghana in every field.", "marta lind", "b.txt", ("elsewhere:ghana",)
    )
    judgement = compare_quotes(ours, theirs, lexicon)
    assert judgement is None or judgement.verdict is not Verdict.CONFLICT


def test_titles_and_short_forms_of_a_country_are_no_altered_name(judged):
    for ours, theirs in (
        (
            "I spoke to President Novak for an hour about the grain deal.",
            "I spoke to Mister Novak for an hour about the grain deal.",
        ),
        (
            "The trade with Britain has doubled in the past four years here.",
            "The trade with British has doubled in the past four years here.",
        ),
    ):
        judgement = judged(ours, theirs)
        assert judgement is None or judgement.verdict is not Verdict.CONFLICT
