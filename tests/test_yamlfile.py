"""YAML files as typed values, and where a fault in one is said to be."""

from pathlib import Path

import msgspec
import pytest

from factcheck.errors import RuleError
from factcheck.yamlfile import read_yaml


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    measure: str
    words: tuple[str, ...]
    weights: dict[str, float] = {}


@pytest.fixture
def yaml_file(tmp_path: Path) -> Path:
    return tmp_path / "measures.yml"


def wrong(path: Path, shape: type[object] = list[Measure]) -> RuleError:
    with pytest.raises(RuleError) as caught:
        read_yaml(path, shape)
    assert caught.value.path == str(path)
    return caught.value


def test_a_file_becomes_a_value_of_its_type(yaml_file: Path) -> None:
    yaml_file.write_text(
        "# tolls\n- measure: killed\n  words: [dead, killed]\n  weights: {dead: 1}\n", encoding="utf-8"
    )
    assert read_yaml(yaml_file, list[Measure]) == [Measure("killed", ("dead", "killed"), {"dead": 1.0})]


def test_words_of_yaml_1_1_are_words(yaml_file: Path) -> None:
    yaml_file.write_text("[on, off, yes, no, 12:30, NO]\n", encoding="utf-8")
    assert read_yaml(yaml_file, list[str]) == ["on", "off", "yes", "no", "12:30", "NO"]


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("- measure: [a\n", 2, 1, "is not YAML"),
        ("- measure: a\n  measure: b\n", 2, 3, "duplicate key"),
        ("- measure: a\n  words: *none\n", 2, 10, "undefined alias"),
        ("- measure: 3\n  words: [a]\n", 1, 12, "Expected `str`, got `int`"),
        ("- measure: a\n  words: [b, 4]\n", 2, 14, "Expected `str`, got `int`"),
        ("- measure: a\n  words: [b]\n- measure: c\n", 3, 3, "missing required field `words`"),
        ("- measure: a\n  words: [b]\n  wrods: [c]\n", 3, 3, "unknown field `wrods`"),
        ("- measure: a\n  words: [b]\n  weights: {b: heavy}\n", 3, 12, "Expected `float`, got `str`"),
        ("measure: a\n", 1, 1, "Expected `array`, got `object`"),
    ],
)
def test_a_fault_has_a_line_and_a_column(yaml_file: Path, text: str, line: int, column: int, words: str) -> None:
    yaml_file.write_text(text, encoding="utf-8")
    error = wrong(yaml_file)
    assert (error.line, error.column) == (line, column)
    assert words in error.message


def test_a_missing_file_is_named(yaml_file: Path) -> None:
    assert "can't be read: No such file or directory" in str(wrong(yaml_file))


def test_a_file_in_another_encoding_is_named(yaml_file: Path) -> None:
    yaml_file.write_bytes("- café".encode("latin-1"))
    assert str(wrong(yaml_file)) == f"{yaml_file}: is not UTF-8 text (save it as UTF-8)"


def test_control_characters_are_a_fault_of_the_file(yaml_file: Path) -> None:
    yaml_file.write_text("- \x07bell\n", encoding="utf-8")
    assert "is not YAML" in str(wrong(yaml_file))


def test_no_tag_makes_an_object(yaml_file: Path) -> None:
    yaml_file.write_text("- !!python/object/apply:os.getcwd []\n", encoding="utf-8")
    assert "is not YAML" in str(wrong(yaml_file))


def test_words_that_older_yaml_took_for_truth_values_stay_words(tmp_path: Path) -> None:
    file = tmp_path / "words.yml"
    file.write_text("[no, off, Yes, on, 12:30, 2025-02-03, 0o7, true, null, 3, -2.5, 1e3]")
    assert read_yaml(file, list[object]) == [
        "no", "off", "Yes", "on", "12:30", "2025-02-03", "0o7", True, None, 3, -2.5, 1000.0
    ]  # fmt: skip
