"""Facts files: what is read from them, and what is wrong in them, with its place."""

from pathlib import Path

import pytest

from factcheck.errors import FactsError
from factcheck.facts.load import examine_facts, facts_of, load_facts
from factcheck.facts.read import read_facts
from factcheck.facts.schema import days_of
from factcheck.lexicon import Lexicon

GOVERNOR = "{office: governor, of: Khabarovsk Krai, holder: Pyotr Lisin, from: 2024-09-20}"


@pytest.fixture
def facts_file(tmp_path: Path) -> Path:
    return tmp_path / "facts.yml"


def faults(path: Path, text: str) -> list[str]:
    """Return the faults of a file's text, without its path."""
    path.write_text(text, encoding="utf-8")
    _, found = examine_facts([path], Lexicon())
    return [str(fault).removeprefix(f"{path}:") for fault in found]


def refused(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        load_facts([path], Lexicon())
    return str(caught.value).removeprefix(f"{path}:")


def test_a_fact_has_the_keys_that_articles_have() -> None:
    facts = facts_of(
        f"offices: [{GOVERNOR}]\n"
        "events: [{event: signed, who: [Norway, Ingrid Halvorsen], what: a treaty, on: 2025-02-03}]\n"
        "figures: [{measure: jobless rate, of: Chile, value: 8.5, unit: '%', when: 2024}]\n".replace("signed", "sign"),
        Lexicon(),
    )
    assert {key for key in facts.by_key if not key.startswith("spelling:")} == {
        "office:regional_head|khabarovsk territory",
        "event:signing|norway",
        "event:signing|ingrid halvorsen",
        "figure:unemployment|percent|chile",
    }


def test_a_place_counts_characters_and_keeps_the_lines_as_they_are(facts_file: Path) -> None:
    facts_file.write_bytes("\ufeffnames:\r\n  - {source: Łódź 😀, name: Пётр Лисин}\r\n".encode())
    (placed,) = read_facts(facts_file)
    assert not isinstance(placed, FactsError)
    place = placed.place
    assert (place.text, place.line, place.column) == ("Пётр Лисин", 2, 28)
    assert facts_file.read_bytes().decode("utf-8-sig")[place.start : place.end] == "Пётр Лисин"


@pytest.mark.parametrize(
    ("section", "entry", "fault"),
    [
        (
            "offices",
            "{office: govenor, of: Chile, holder: A B, from: 2024}",
            "2:14: there is no office 'govenor' (did you mean governor",
        ),
        (
            "offices",
            "{office: mayor, of: Chile, holder: A B, from: 2024}",
            "2:14: 'mayor' is an office of a city, and Chile is a country",
        ),
        (
            "offices",
            "{office: ambassador, of: Chile, holder: A B, from: 2024}",
            "2:14: 'ambassador' is an office that several",
        ),
        (
            "offices",
            "{office: president, of: Chille, holder: A B, from: 2024}",
            "2:29: there is no country 'Chille' (did you mean chile",
        ),
        (
            "offices",
            "{office: president, of: Chile, holder: A B, form: 2024}",
            "2:49: Object contains unknown field `form` (did you mean from?)",
        ),
        ("offices", "{office: president, of: Chile, holder: A B}", "2:5: Object missing required field `from`"),
        (
            "offices",
            "{office: president, of: Chile, holder: '', from: 2024}",
            "2:44: holder: Expected `str` of length >= 1",
        ),
        ("offices", "{office: president, of: Chile, holder: A B, from: 2024-02-30}", "2:5: there is no day 2024-02-30"),
        (
            "offices",
            "{office: president, of: Chile, holder: A B, from: May}",
            "2:5: 'May' is not a date; a date is 2025-02-03",
        ),
        (
            "offices",
            "{office: president, of: Chile, holder: A B, from: 2024, to: 2023-05}",
            "2:5: from 2024 is after to 2023-05",
        ),
        (
            "offices",
            "{office: president, of: Chile, holder: '...', from: 2024}",
            "2:44: '...' is no name (a name has letters)",
        ),
        ("names", "{name: ʼ}", "2:12: 'ʼ' is no name (a name has letters)"),
        ("names", "Ingrid Halvorsen", "2:5: Expected `object`, got `str` (an entry of names has name, kind,"),
        ("names", "{name: Ingrid, not: [Ingrid]}", "2:25: 'Ingrid' is both a right and a wrong spelling (remove"),
        ("names", "{name: Ingrid, kind: people}", "2:26: kind: Invalid enum value 'people'"),
        (
            "events",
            "{event: meeting, who: [A B], on: 2024-02-03}",
            "2:13: 'meeting' may happen again to the same people",
        ),
        ("events", "{event: sign, who: [A B], on: 2024-02-03}", "2:13: who and 'sign' alone may be another event"),
        (
            "events",
            "{event: sign it, who: [A B], on: 2024-02-03}",
            "2:13: there is no kind of event 'sign it' (did you mean",
        ),
        ("events", "{event: die, who: [], on: 2024-02-03}", "2:23: who: Expected `array` of length >= 1"),
        (
            "figures",
            "{measure: inflaton, of: Chile, value: 4.5}",
            "2:15: there is no measure 'inflaton' (did you mean inflation",
        ),
        (
            "figures",
            "{measure: inflation, of: Chile, value: 4.5, unit: perzent}",
            "2:55: there is no unit 'perzent' (did you mean percent",
        ),
        (
            "figures",
            "{measure: inflation, of: Chile, value: [5, 4]}",
            "2:5: the least value 5 is greater than the greatest, 4",
        ),
        ("figures", "{measure: inflation, of: Chile, value: 1e400}", "2:5: value is greater than 1e+30"),
    ],
)
def test_a_fault_of_an_entry_has_its_place_and_a_remedy(facts_file: Path, section: str, entry: str, fault: str) -> None:
    text = f"{section}:\n  - {entry}"
    (found,) = faults(facts_file, text)
    assert found.startswith(fault)
    assert found.endswith(")") or "2025-02-03" in found
    assert refused(facts_file, text) == found


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("figurs: []", "1:1: unknown key 'figurs' (did you mean figures?)"),
        ("figures: {}", "1:10: figures is not a list of entries (begin each entry with a hyphen)"),
    ],
)
def test_a_fault_of_a_list_has_its_place_and_a_remedy(facts_file: Path, text: str, fault: str) -> None:
    assert faults(facts_file, text) == [fault]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- a\n", "1:1: is not a mapping (its keys are offices, names, events, figures"),
        ("names: [{name: a", "is not YAML"),
        ("names: []\nnames: []\n", "2:1: is not YAML: found duplicate key 'names'"),
        ("names: &all [{name: Ingrid}]", "1:8: has an anchor or alias (& or *), which are not allowed here"),
        ("names: *all", "1:8: has an anchor or alias"),
        ("names: !!python/object/apply:os.getcwd []", "1:8: has a tag (!), which is not allowed here"),
        ("names: [[[[[[[[[[[]]]]]]]]]]]", "1:15: is nested more than 8 deep"),
        (f"figures: [{{measure: inflation, of: Chile, value: {'9' * 5000}}}]", "1:50: has a value of more than 4000"),
        ("[" * 100_000, "nest"),
        ("{a: b}: c", "is not YAML"),
    ],
)
def test_what_is_no_facts_file_is_refused(facts_file: Path, text: str, fault: str) -> None:
    assert fault in refused(facts_file, text)


def test_a_file_that_is_missing_or_no_text_or_too_large_is_named(
    facts_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FactsError, match="can't be read: No such file"):
        load_facts([facts_file], Lexicon())
    facts_file.write_bytes(b"names: [{name: caf\xe9}]")
    with pytest.raises(FactsError, match="is not UTF-8 text"):
        load_facts([facts_file], Lexicon())
    monkeypatch.setattr("factcheck.facts.read.MOST_BYTES", 10)
    with pytest.raises(FactsError, match="is larger than"):
        load_facts([facts_file], Lexicon())


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "offices: []\nnames: []\n"])
def test_a_file_may_have_no_facts(facts_file: Path, text: str) -> None:
    assert faults(facts_file, text) == []
    assert load_facts([facts_file], Lexicon()).by_key == {}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (f"offices: [{GOVERNOR}, {GOVERNOR.replace('Pyotr Lisin', 'Anton Rybin')}]", "has two holders at one time"),
        (f"offices: [{GOVERNOR}, {GOVERNOR.replace('Krai', 'Territory')}]", "is told twice"),
        ("names:\n  - {name: Ingrid}\n  - {name: Ingrid}", "is told twice"),
        ("names:\n  - {name: Ingrid}\n  - {name: Ingryd, not: [Ingrid]}", "is a wrong spelling there"),
        ("events:\n  - {event: die, who: [A B], on: 2024}\n  - {event: death, who: [A B], on: 2025}", "has another"),
        ("figures: [{measure: trade, of: Chile, value: 4}, {measure: trade, of: Chile, value: 5}]", "has another"),
    ],
)
def test_entries_that_contradict_each_other_are_told(facts_file: Path, text: str, fault: str) -> None:
    (found,) = faults(facts_file, text)
    assert fault in found
    assert f"{facts_file}:" in found  # the other entry's place
    load_facts([facts_file], Lexicon())  # a run goes on: it holds an article against none that it agrees with


def test_a_jurisdiction_that_is_nearly_one_of_the_lexicon_is_told(facts_file: Path) -> None:
    (found,) = faults(facts_file, f"offices: [{GOVERNOR.replace('Khabarovsk', 'Khabarovk')}]")
    assert found.endswith("the lexicon has no Khabarovk Territory (did you mean Khabarovsk Territory?)")
    assert faults(facts_file, f"offices: [{GOVERNOR.replace('Khabarovsk', 'Varenka')}]") == []


def test_holders_may_follow_each_other_on_a_day(facts_file: Path) -> None:
    before = "{office: governor, of: Khabarovsk Krai, holder: Anton Rybin, from: 2018, to: 2024-09-20}"
    assert faults(facts_file, f"offices:\n  - {GOVERNOR}\n  - {before}") == []


def test_files_are_examined_together(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yml", tmp_path / "other.yml"
    one.write_text(f"offices: [{GOVERNOR}]", encoding="utf-8")
    other.write_text(f"offices: [{GOVERNOR.replace('Pyotr Lisin', 'Anton Rybin')}]", encoding="utf-8")
    sound, found = examine_facts([one, other], Lexicon())
    assert (sound, len(found)) == (2, 1)
    assert found[0].path == str(other)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        (2024, "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-03", "2024-02-03", "2024-02-03"),
    ],
)
def test_a_date_is_the_days_it_covers(date: str | int, first: str, last: str) -> None:
    days = days_of(date)
    assert (days.first.isoformat(), days.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "date", ["0000", "2024-13", "2024-00", "2024-02-30", "24", "2024-2-3", "２０２４", -5, 20240203]
)
def test_what_is_no_date_is_refused(date: str | int) -> None:
    with pytest.raises(ValueError, match="date"):
        days_of(date)
