"""Figures of two reports whose digits are exchanged, from texts (N201, N202)."""

import pytest

REPORT = "Tarn bridge opens\n\nThe bridge over the Tarn was opened by engineer Ines Calder and people of Arden. {}"
OTHER = "Arden has a bridge\n\nMany came to Arden for the bridge over the Tarn, which engineer Ines Calder built. {}"


@pytest.mark.parametrize(
    ("code", "here", "there"),
    [
        ("N201", "The steel of the bridge weighs 4,120 tonnes.", "The steel of the bridge weighs 4,210 tonnes."),
        ("N201", "Arden paid $57.4 million for the bridge.", "The bridge, for which Arden paid $54.7 million, is new."),
        ("N202", "The bridge stands on 128 oak piles.", "The bridge stands on 182 oak piles."),
    ],
)
def test_exchanged_digits_of_what_does_not_move_are_a_conflict(found, code, here, there):
    assert len(found(code, REPORT.format(here), OTHER.format(there))) == 1


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("The steel of the bridge weighs 4,120 tonnes.", "The steel of the bridge weighs 4,130 tonnes."),
        ("The steel of the bridge weighs 41 tonnes.", "The steel of the bridge weighs 14 tonnes."),
        ("The steel of the bridge weighs about 4,120 tonnes.", "The steel of the bridge weighs 4,210 tonnes."),
        ("Shares of the bridge company rose to $57.4.", "Shares of the bridge company rose to $54.7."),
        ("The old bridge killed 128 people.", "The old bridge killed 182 people."),
        ("The bridge got 1,280 votes in the poll.", "The bridge got 1,820 votes in the poll."),
        (
            "The steel of the bridge weighs 4,120 tonnes, that of the old one 4,210 tonnes.",
            "The steel of the old bridge weighs 4,210 tonnes.",
        ),
    ],
)
def test_figures_that_may_have_moved_or_are_of_two_things_are_silent(found, here, there):
    texts = REPORT.format(here), OTHER.format(there)
    assert found("N201", *texts) == found("N202", *texts) == []
