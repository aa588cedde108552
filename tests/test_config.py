"""The configuration: which file counts, what its keys mean, and what is said of a wrong one."""

from pathlib import Path

import msgspec
import pytest

from factcheck.config import Config, FailOn, Format, Output, load_config, parse_output, parse_size
from factcheck.domain import Verdict
from factcheck.errors import ConfigError, UsageError

EVERY_KEY = """\
select = ["D", "figure-conflict"]
ignore = ["D106"]
fail-on = "warning"
rules = ["desk-rules", "/opt/agency"]
facts = ["desk-rules/facts.yml"]
model = "en_core_web_sm"
max-size = "5 MB"
strict = true
notes = true
show = ["agree", "explained"]
format = "json"
output = ["text", "sarif:reports/facts.sarif", "junit:/opt/facts.xml"]
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def wrong(folder: Path) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        load_config(folder=folder)
    return caught.value


def test_without_a_file_the_defaults_hold_and_the_working_directory_is_the_root(tmp_path: Path) -> None:
    assert load_config(folder=tmp_path) == Config(root=tmp_path)
    assert Config(root=tmp_path).fail_on is FailOn.ERROR
    assert Config(root=tmp_path).max_size == 20_000_000


def test_every_key_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "factcheck.toml", EVERY_KEY)
    assert load_config(folder=tmp_path) == Config(
        root=tmp_path,
        path=path,
        select=("D", "figure-conflict"),
        ignore=("D106",),
        fail_on=FailOn.WARNING,
        rules=(tmp_path / "desk-rules", Path("/opt/agency")),
        facts=(tmp_path / "desk-rules" / "facts.yml",),
        model="en_core_web_sm",
        max_size=5_000_000,
        strict=True,
        notes=True,
        show=(Verdict.AGREE, Verdict.EXPLAINED),
        format=Format.JSON,
        output=(
            Output(Format.TEXT),
            Output(Format.SARIF, tmp_path / "reports" / "facts.sarif"),
            Output(Format.JUNIT, Path("/opt/facts.xml")),
        ),
    )


def test_a_table_of_pyproject_is_read_with_the_same_keys(tmp_path: Path) -> None:
    table = "".join(f"{line}\n" for line in EVERY_KEY.splitlines())
    path = write(tmp_path / "pyproject.toml", f'[project]\nname = "desk"\n\n[tool.factcheck]\n{table}')
    other = write(tmp_path / "other" / "factcheck.toml", EVERY_KEY.replace("desk-rules", "../desk-rules"))
    by_table, by_file = load_config(folder=tmp_path), load_config(folder=other.parent)
    assert by_table.path == path
    assert by_table.rules == (tmp_path / "desk-rules", Path("/opt/agency"))
    assert by_table.facts == (tmp_path / "desk-rules" / "facts.yml",)
    same = {"rules": by_table.rules, "output": by_table.output, "facts": by_table.facts}
    assert msgspec.structs.replace(by_file, root=tmp_path, path=path, **same) == by_table


# Which file counts


def test_the_nearest_file_above_the_first_path_counts(tmp_path: Path) -> None:
    write(tmp_path / "factcheck.toml", "strict = true")
    near = write(tmp_path / "news" / "factcheck.toml", "notes = true")
    article = write(tmp_path / "news" / "march" / "flood.txt", "The river rose.")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    config = load_config([article, elsewhere], folder=elsewhere)
    assert (config.path, config.root, config.notes, config.strict) == (near, near.parent, True, False)


def test_a_relative_path_starts_in_the_working_directory(tmp_path: Path) -> None:
    near = write(tmp_path / "news" / "factcheck.toml", "notes = true")
    assert load_config([Path("news/flood.txt")], folder=tmp_path).path == near


def test_a_path_that_does_not_exist_is_no_fault_of_the_configuration(tmp_path: Path) -> None:
    near = write(tmp_path / "factcheck.toml", "notes = true")
    assert load_config([tmp_path / "no" / "such" / "place"], folder=tmp_path).path == near


def test_the_working_directory_counts_when_there_is_nothing_above_the_path(tmp_path: Path) -> None:
    desk, archive = tmp_path / "desk", tmp_path / "archive"
    archive.mkdir()
    path = write(desk / "factcheck.toml", "notes = true")
    assert load_config([archive], folder=desk).path == path


def test_a_pyproject_without_the_table_is_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path / "factcheck.toml", "notes = true")
    write(tmp_path / "news" / "pyproject.toml", '[tool.ruff]\nline-length = 100\n[project]\nname = "factcheck-news"\n')
    assert load_config(folder=tmp_path / "news").path == path


def test_an_empty_table_of_pyproject_ends_the_search(tmp_path: Path) -> None:
    write(tmp_path / "factcheck.toml", "notes = true")
    near = write(tmp_path / "news" / "pyproject.toml", "[tool.factcheck]\n")
    assert load_config(folder=near.parent) == Config(root=near.parent, path=near)


def test_factcheck_toml_wins_over_pyproject_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.factcheck]\nstrict = true\n")
    write(tmp_path / "factcheck.toml", "notes = true")
    config = load_config(folder=tmp_path)
    assert (config.notes, config.strict) == (True, False)


def test_a_broken_pyproject_of_another_tool_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.other\n")
    assert load_config(folder=tmp_path).path is None


def test_the_fields_of_json_are_read(tmp_path: Path) -> None:
    write(tmp_path / "factcheck.toml", '[json-fields]\ntitle = ["kopf.titel"]\ntext = ["inhalt"]\n')
    fields = load_config(folder=tmp_path).json_fields
    assert (fields.title, fields.text, fields.published) == (("kopf.titel",), ("inhalt",), ())


# Wrong files


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('selct = ["D"]', ":1: unknown key 'selct' (did you mean select?)"),
        ('notes = true\nfail_on = "error"', ":2: unknown key 'fail_on' (did you mean fail-on?)"),
        (
            "colour = true",
            "unknown key 'colour' (the keys are against, baseline, cache, cache-dir, facts, fail-on, format,",
        ),
        ('select = "D"', ":1: select: Expected `array`, got `str`"),
        ("select = [1]", ":1: select: Expected `str`, got `int`"),
        ('strict = "yes"', ":1: strict: Expected `bool`, got `str`"),
        ("notes = 1", ":1: notes: Expected `bool`, got `int`"),
        ('fail-on = "eror"', ":1: fail-on: Invalid enum value 'eror' (one of error, warning, note, never)"),
        ('format = "xml"', ":1: format: Invalid enum value 'xml' (one of table, text, json, jsonl,"),
        ('output = ["xml:a"]', ":1: output: there is no format 'xml' (the formats are table, text, json, jsonl,"),
        ('notes = true\noutput = ["json:"]', ":2: output: 'json:' names no file (such as json:report, or json alone"),
        ('output = "json"', ":1: output: Expected `array`, got `str`"),
        ('show = ["agreed"]', ":1: show: Invalid enum value 'agreed' (one of agree, rounding,"),
        ('max-size = "big"', ":1: max-size: 'big' is not a file size (such as 20MB or 500kB, or a number of bytes)"),
        ("max-size = -1", ":1: max-size: -1 is not a file size"),
        ("max-size = 1.5", ":1: max-size: Expected `int | str`, got `float`"),
        ("[json-fields]\ntitel = ['kopf']", ":2: unknown key 'titel' (did you mean title?)"),
        ("[json-fields]\ntitle = 'kopf'", "json-fields: Expected `array`, got `str`"),
        ("[rules]\ndesk = 1", "rules: Expected `array`, got `object`"),
        ("notes = true\nnotes = false", ":2:"),
        ("notes =", ":1:"),
        ("notes = true false", "is not TOML"),
    ],
)
def test_a_wrong_key_or_value_is_named_with_file_and_line(tmp_path: Path, text: str, words: str) -> None:
    path = write(tmp_path / "factcheck.toml", f"{text}\n")
    error = wrong(tmp_path)
    assert error.path == str(path)
    assert words in str(error)


def test_a_wrong_key_of_pyproject_is_found_below_its_table(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.other]\nselct = 1\n\n[tool.factcheck]\nselct = []\n")
    assert wrong(tmp_path).line == 5


def test_a_setting_in_place_of_the_table_is_named(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool]\nfactcheck = 3\n")
    assert "tool.factcheck is not a table" in str(wrong(tmp_path))


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_bytes("model = 'café'".encode("latin-1"))
    assert "can't be read" in str(wrong(tmp_path))


# Values


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("en_core_web_sm", "en_core_web_sm"),
        ("./model", "{root}/model"),
        ("models/en", "{root}/models/en"),
        ("/m", "/m"),
    ],
)
def test_a_model_is_a_package_name_or_a_path_from_the_file(tmp_path: Path, model: str, expected: str) -> None:
    write(tmp_path / "factcheck.toml", f'model = "{model}"')
    assert load_config(folder=tmp_path).model == expected.format(root=tmp_path)


@pytest.mark.parametrize(
    ("size", "expected"),
    [(0, 0), (512, 512), ("512", 512), ("20MB", 20_000_000), ("500 kB", 500_000), ("1.5gb", 1_500_000_000), ("7b", 7)],
)
def test_sizes_are_bytes_or_powers_of_a_thousand(size: str | int, expected: int) -> None:
    assert parse_size(size) == expected


@pytest.mark.parametrize(
    ("words", "form", "file"),
    [
        ("json", Format.JSON, None),
        ("sarif:-", Format.SARIF, None),
        ("sarif:facts.sarif", Format.SARIF, "facts.sarif"),
        ("junit:reports/a:b.xml", Format.JUNIT, "reports/a:b.xml"),
        ("json:C:\\reports\\x.json", Format.JSON, "C:\\reports\\x.json"),
    ],
)
def test_an_output_is_a_format_up_to_the_first_colon_and_a_file(words: str, form: Format, file: str | None) -> None:
    assert parse_output(words) == Output(form, Path(file) if file else None)


@pytest.mark.parametrize("size", ["", "MB", "20 MiB", "-3", "1e9", "twenty", "1,5MB", "9" * 100_000])
def test_what_is_not_a_size_is_refused(size: str) -> None:
    with pytest.raises(UsageError, match="is not a file size"):
        parse_size(size)
