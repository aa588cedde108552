"""The lexicon: YAML and tables of the built-in rules, and of packs, which add to them."""

import pickle
from pathlib import Path

import pytest

from factcheck.errors import RuleError
from factcheck.lexicon import Lexicon, rules_root


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Return the root of a pack whose lexicon has a list, a mapping and a table."""
    folder = tmp_path / "lexicon" / "en"
    folder.mkdir(parents=True)
    (folder / "desk.yml").write_text("- ledger\n- audit\n", encoding="utf-8")
    (folder / "desk_map.yml").write_text("money: [krone]\n", encoding="utf-8")
    (folder / "desk.tsv").write_text('# places\nname\tpart of\n\nÅlesund\t"Møre"\n# end\n', encoding="utf-8")
    return tmp_path


def second(tmp_path: Path, name: str, text: str) -> Path:
    folder = tmp_path / "second" / "lexicon" / "en"
    folder.mkdir(parents=True)
    (folder / name).write_text(text, encoding="utf-8")
    return tmp_path / "second"


def test_the_built_in_rules_stand_beside_the_package() -> None:
    assert (rules_root() / "checks" / "dates.yml").is_file()
    assert (rules_root() / "lexicon" / "en").is_dir()


def test_a_table_has_its_rows_by_the_names_of_its_first_line(pack: Path) -> None:
    assert Lexicon((pack,)).table("desk") == ({"name": "Ålesund", "part of": '"Møre"'},)


def test_lists_of_a_later_pack_are_added(pack: Path, tmp_path: Path) -> None:
    other = second(tmp_path, "desk.yml", "- balance\n")
    assert Lexicon((pack, other)).load("desk", list[str]) == ["ledger", "audit", "balance"]


def test_mappings_of_a_later_pack_are_added_key_by_key(pack: Path, tmp_path: Path) -> None:
    other = second(tmp_path, "desk_map.yml", "money: [rand]\ntime: [fortnight]\n")
    joined = Lexicon((pack, other)).load("desk_map", dict[str, list[str]])
    assert joined == {"money": ["krone", "rand"], "time": ["fortnight"]}


def test_a_file_is_read_once(pack: Path) -> None:
    assert Lexicon((pack,)).load("desk", list[str]) is Lexicon((pack,)).load("desk", list[str])


def test_a_missing_file_is_named(pack: Path) -> None:
    with pytest.raises(RuleError, match=r"lexicon file nothing\.yml is missing"):
        Lexicon((pack,)).load("nothing", list[str])


def test_a_file_of_another_shape_is_named(pack: Path) -> None:
    with pytest.raises(RuleError, match=r"desk\.yml:1:3: Expected `int`, got `str`"):
        Lexicon((pack,)).load("desk", list[int])


@pytest.mark.parametrize("row", ["Bergen", "Bergen\tVestland\tNorway"])
def test_a_row_that_is_too_short_or_too_long_is_named(pack: Path, tmp_path: Path, row: str) -> None:
    other = second(tmp_path, "desk.tsv", f"name\tpart of\n{row}\n")
    with pytest.raises(RuleError, match="row 'Bergen' has not as many fields as the first line"):
        Lexicon((pack, other)).table("desk")


def test_a_lexicon_can_be_sent_to_another_process(pack: Path) -> None:
    lexicon = Lexicon((pack,))
    assert pickle.loads(pickle.dumps(lexicon)) == lexicon


def test_every_built_in_table_is_whole() -> None:
    tables = sorted(path.stem for path in (rules_root() / "lexicon" / "en").glob("*.tsv"))
    for name in tables:
        assert Lexicon().table(name), name
