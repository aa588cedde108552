"""Paths as programs want them: from the root, with forward slashes, and the other side's place in a message."""

import pytest

from factcheck.domain import Result
from factcheck.reports.layout import Layout
from factcheck.reports.places import from_root, with_other_places


@pytest.mark.parametrize(
    ("path", "folder", "root", "expected"),
    [
        ("a.txt", "/desk/news", "/desk/news", "a.txt"),
        ("a.txt", "/desk/news/march", "/desk/news", "march/a.txt"),
        ("../a.txt", "/desk/news/march", "/desk/news", "a.txt"),
        ("./b/../a.txt", "/desk/news", "/desk/news", "a.txt"),
        ("/desk/news/a.txt", "/desk/news/march", "/desk/news", "a.txt"),
        ("/desk/newspaper/a.txt", "/desk/news", "/desk/news", "/desk/newspaper/a.txt"),
        ("../../a.txt", "/desk/news", "/desk/news", "/a.txt"),
        ("a.txt", "/", "/", "a.txt"),
        ("https://desk.example/a", "/desk", "/desk", "https://desk.example/a"),
        ("./a.txt", "", "", "./a.txt"),
    ],
)
def test_from_root(path: str, folder: str, root: str, expected: str) -> None:
    assert from_root(path, Layout(folder=folder, root=root)) == expected


def test_a_message_names_the_other_places_once_and_conflicts_first(result: Result) -> None:
    d101, n202 = result.findings[1], result.findings[2]
    assert with_other_places(d101, Layout()) == f"{d101.message} [published desk/flood-morning.txt:1]"
    assert with_other_places(n202, Layout(folder="/desk/news", root="/desk")).endswith(
        "digits swapped? [conflicts with news/desk/flood-evening.txt:3]"
    )
    assert with_other_places(result.findings[0], Layout()) == "no date of publication"
