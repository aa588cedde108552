"""Every place that is printed can be found again: its text is the slice of the decoded file that it names."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import main
from factcheck.readers.decode import decode

ROOT = Path(__file__).parent.parent
FOLDERS = [ROOT / "seeds", *sorted((ROOT / "tests" / "articles").iterdir())]
BODY = "Riga’s mayor said:\r\n“We paid 3 percent.”\r\nOn 6 March the council met; it owns 12 buses.\r\n"


def places(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every LOC in a JSON document."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from places(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from places(inner)


def assert_found_again(document: Any) -> int:
    count = 0
    for place in places(document):
        text = decode(Path(place["path"]).read_bytes(), path=place["path"])
        assert place["text"] == text[place["start"] : place["end"]]
        before = text[: place["start"]].replace("\r\n", "\n ").replace("\r", "\n")
        assert place["line"] == before.count("\n") + 1
        count += 1
    return count


@pytest.mark.parametrize("command", ["check", "mentions", "claims", "pairs"])
def test_places_over_the_seeds_and_our_articles(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    counts = 0
    for folder in FOLDERS if command == "check" else FOLDERS[:1]:
        main([command, str(folder), "--format", "json"])
        counts += assert_found_again(json.loads(capsys.readouterr().out))
    assert counts > 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_places_in_every_encoding(
    encoding: str, newline: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(("date 2025-03-03 " + BODY).replace("\r\n", newline).encode(encoding))
    main(["check", str(file), "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    assert [finding["rule"] for finding in found["findings"]] == ["D101"]
    assert assert_found_again(found) >= 2
