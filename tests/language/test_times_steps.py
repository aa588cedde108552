"""The work of finding times grows with the text alone: counted in steps, not on the clock."""

import re

import pytest
import spacy
from spacy.tokens import Doc

from factcheck.language import times
from factcheck.language.annotation import read_out
from factcheck.language.times_words import grammar
from factcheck.lexicon import Lexicon

_BLANK = spacy.blank("en")
_MOST = 30  # patterns tried at a token
_HOSTILE = ["9 -", "the", "1", "January", "9", "$", "(", "[ [ (", "in the", "a", "2025 -", "one hundred", "Monday ,"]


def _steps(words: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    tried = 0
    compile_pattern = times.matcher

    def counting(expression: str) -> re.Pattern[str]:
        nonlocal tried
        tried += 1
        return compile_pattern(expression)

    with monkeypatch.context() as patch:
        patch.setattr(times, "matcher", counting)
        times.recognise(read_out(Doc(_BLANK.vocab, words=words)), Lexicon())
    return tried


@pytest.mark.parametrize("text", _HOSTILE)
def test_steps_grow_with_the_line_alone(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = text.split()
    short, long = (_steps(words * number, monkeypatch) for number in (200, 400))
    assert long <= 2 * short + _MOST
    assert short <= _MOST * 200 * len(words)


def test_no_pattern_repeats_without_bound(lexicon: Lexicon) -> None:
    for rule in grammar(lexicon).rules:
        assert not re.search(r"[*+]|\{\d+,\}", rule.expression), rule.form
