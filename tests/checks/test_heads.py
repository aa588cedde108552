"""Heads of one institution in two reports, from texts (P201)."""

import pytest

HERE = (
    "Storm takes roof of Arden theatre\n\nThe storm took the roof of the Veldhuis Theatre in Arden on Sunday night. {}"
)
THERE = "Arden theatre under open sky\n\nThe Veldhuis Theatre in Arden lost its roof in the storm of Sunday night. {}"

ONE_BODY = [
    ("The theatre's director, Ines Calder, wept.", "Martin Lindqvist, director of the Veldhuis Theatre, wept."),
    (
        "Ines Calder, 54, the chief executive of the Veldhuis Theatre, wept.",
        "Theatre chief executive Martin Lindqvist wept.",
    ),
    ("Veldhuis Theatre chairman Ines Calder wept.", "The theatre's chairman, Martin Lindqvist, wept."),
]
SILENT = [
    ("The theatre's director, Ines Calder, wept.", "The theatre's technical director, Martin Lindqvist, wept."),
    ("The theatre's director, Ines Calder, wept.", "The theatre's former director, Martin Lindqvist, wept."),
    ("The theatre's director, Ines Calder, wept.", "The theatre's chairman, Martin Lindqvist, wept."),
    ("The theatre's director, Ines Calder, wept.", "The director of the Arden Opera, Martin Lindqvist, wept."),
    ("The theatre's director, Ines Calder, wept.", "The theatre's director, Martin Lindqvist, succeeded Ines Calder."),
    (
        "The theatre's director, Ines Calder, wept.",
        "The theatre's director, Martin Lindqvist, was appointed on Monday.",
    ),
    ("The theatre's director, Ines Calder, wept.", "The theatre's director, Ines Caldera, wept."),
    ("Ines Calder, a director of the Veldhuis Theatre, wept.", "Martin Lindqvist, director of Operations, wept."),
    (
        "The theatre's director, Ines Calder, wept.",
        "Two people wept: Martin Lindqvist, the harbour director, and his wife.",
    ),
]


@pytest.mark.parametrize(("here", "there"), ONE_BODY)
def test_two_heads_of_one_body_are_a_conflict(found, here, there):
    assert len(found("P201", HERE.format(here), THERE.format(there))) == 1


@pytest.mark.parametrize(("here", "there"), SILENT)
def test_other_posts_bodies_and_times_are_silent(found, here, there):
    assert found("P201", HERE.format(here), THERE.format(there)) == []


def test_a_title_alone_is_that_of_the_body_the_article_is_about(found):
    here = "Nordlund Bank in the red\n\nNordlund Bank lost $40 million. Chief executive Ines Calder blamed the storm."
    there = "Storm costs Arden bank dear\n\nNordlund Bank lost $40 million, said Nordlund Bank chief executive {}."
    assert len(found("P201", here, there.format("Martin Lindqvist"))) == 1
    assert found("P201", here, there.format("Ines Calder")) == []
    assert found("P201", here.replace("lost", "of the Arden Group lost"), there.format("Martin Lindqvist")) == []
