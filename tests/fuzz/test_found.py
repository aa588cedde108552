"""Inputs that fuzzing found hold now, and what the fuzzer is made of does what it says."""

from pathlib import Path

import pytest
from targets import FOUND, TARGETS, bytes_of, stretched, text_of, too_slow, words

INPUTS = [path for path in sorted(FOUND.rglob("*")) if path.is_file()]


@pytest.mark.parametrize("path", INPUTS, ids=[f"{path.parent.name}-{path.name}" for path in INPUTS])
def test_what_fuzzing_found_holds(path: Path) -> None:
    data = path.read_bytes()
    assert not too_slow(TARGETS[path.parent.name].run(data), len(data))


@pytest.mark.parametrize("name", TARGETS)
def test_the_inputs_to_begin_with_hold(name: str) -> None:
    inputs = list(TARGETS[name].seeds())
    assert inputs
    for data in inputs[:12]:
        assert not too_slow(TARGETS[name].run(data), len(data))


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\u202f", "\u3000", "\u2029", "\x85", "\x0b", "\x0c", "\x1d"])
def test_white_space_is_no_noun(space: str) -> None:
    for text in ("Police held 3 {0} there.", "About 12 {0} {0} were killed.", "It rose 3 {0} and 4 {0}."):
        TARGETS["recognisers"].run(bytes_of(text.format(space)))


def test_an_input_stands_for_a_text() -> None:
    assert text_of(bytes_of("“€3 million”, on 6 March – a Monday")) == "“€3 million”, on 6 March – a Monday"
    assert {"million", "March", "Monday"} <= set(words())
    assert text_of(bytes([0x60, 0, 0x60, 1, 0])) == f"{words()[0]} {words()[1]} "


def test_a_piece_is_repeated_to_the_length_that_is_limited() -> None:
    longer = stretched(b"<a>b</a>", 3, 1)
    assert longer.startswith(b"<a>bbb")
    assert longer.endswith(b"b</a>")
    assert len(longer) == 100_000
    assert stretched(b"", 0, 4) == b""
    assert (too_slow(1.1, 10), too_slow(1.1, 200_000), too_slow(2.1, 200_000)) == (True, False, True)
