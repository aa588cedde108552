"""factcheck-ignore.toml: what an entry hides, when it no longer does, and what is refused."""

import datetime as dt
from pathlib import Path

import pytest

from factcheck.domain import ArticleRecord, Finding, Location, Related, Result, Role, Severity
from factcheck.errors import ConfigError
from factcheck.ignorefile import read_ignores
from factcheck.rulebook import Rulebook, load_rulebook
from factcheck.suppression import without_ignored

TODAY = dt.date(2026, 6, 1)


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


def place(path: str, words: str) -> Location:
    return Location(path, path, 0, len(words), 1, 1, 1, 2, words, sentence=f"It is said: {words}.")


def finding(root: Path, path: str, words: str, *, rule: str = "D201", against: str | None = None) -> Finding:
    related = (Related(Role.CONFLICTS, place(str(root / against), "other words")),) if against else ()
    severity = Severity.ERROR
    return Finding(
        rule, "a-name", None, severity, None, "differs", f"fc1:{path}", place(str(root / path), words), related
    )


def hidden(root: Path, rulebook: Rulebook, entries: str, *findings: Finding, today: dt.date | None = TODAY) -> Result:
    file = root / "factcheck-ignore.toml"
    file.write_text(entries, encoding="utf-8")
    paths = {side.path for one in findings for side in (one.primary, *(other.place for other in one.related))}
    articles = tuple(ArticleRecord(path, path) for path in sorted(paths))
    ignores = read_ignores(file, rulebook, shown=file.name)
    return without_ignored(Result(articles, (), (), findings), ignores, rulebook=rulebook, root=root, today=today)


def test_an_entry_hides_a_rule_in_a_path_and_says_why(tmp_path: Path, rulebook: Rulebook) -> None:
    entries = '\n[[ignore]]\nrule = "D201"\npath = "wire/*.txt"\nreason = "wire copy"\n'
    wire, own = finding(tmp_path, "wire/a.txt", "March 4"), finding(tmp_path, "own/a.txt", "March 4")
    other_rule = finding(tmp_path, "wire/b.txt", "March 4", rule="D101")
    result = hidden(tmp_path, rulebook, entries, wire, own, other_rule)
    assert result.findings == (own, other_rule)
    (one,) = result.suppressed
    assert (one.finding, one.by, one.reason, one.place) == (wire, "ignore", "wire copy", "factcheck-ignore.toml:2")
    assert result.unused == ()


def test_either_side_of_a_finding_may_be_named(tmp_path: Path, rulebook: Rulebook) -> None:
    entries = '[[ignore]]\nrule = "event-date-conflict"\npath = "wire/b.txt"\nreason = "wire copy"\n'
    result = hidden(tmp_path, rulebook, entries, finding(tmp_path, "own/a.txt", "March 4", against="wire/b.txt"))
    assert result.findings == ()


@pytest.mark.parametrize(
    ("where", "hides"),
    [
        ('match = "March 4"', True),
        ('match = "said:  March\\n4"', True),
        ('match = "march 4"', False),
        ('match = "March 5"', False),
        ('path = "wire/a.txt"\nmatch = "March 4"', True),
        ('path = "wire/b.txt"\nmatch = "March 4"', False),
        ('path = "wire/[ab].txt"\nmatch = "other words"', True),
        ('path = "*.txt"', True),
        ('path = "a.txt"', False),
        ('path = "wire"', True),
        ('path = "./wire/"', True),
        ('path = "wir"', False),
    ],
)
def test_path_and_match_are_of_one_place(tmp_path: Path, rulebook: Rulebook, where: str, hides: bool) -> None:
    entries = f'[[ignore]]\nrule = ["D101", "D201"]\n{where}\nreason = "known"\n'
    result = hidden(tmp_path, rulebook, entries, finding(tmp_path, "wire/a.txt", "March 4", against="wire/b.txt"))
    assert (result.findings == ()) is hides


def test_an_entry_ends_with_its_last_day_and_is_reported(tmp_path: Path, rulebook: Rulebook) -> None:
    entries = '[[ignore]]\nrule = "D201"\npath = "a.txt"\nreason = "known"\nuntil = 2026-06-01\n'
    one = finding(tmp_path, "a.txt", "March 4")
    on_the_day = hidden(tmp_path, rulebook, entries, one, today=TODAY)
    assert (on_the_day.findings, on_the_day.unused) == ((), ())
    after = hidden(tmp_path, rulebook, entries, one, today=TODAY + dt.timedelta(days=1))
    assert after.findings == (one,)
    assert after.suppressed == ()
    (line,) = after.unused
    assert line.startswith("factcheck-ignore.toml:1: this entry ended on 2026-06-01, and what it hid is told again: ")


def test_another_entry_goes_on_when_one_has_ended(tmp_path: Path, rulebook: Rulebook) -> None:
    entries = (
        '[[ignore]]\nrule = "D201"\npath = "a.txt"\nreason = "known"\nuntil = 2026-05-31\n'
        '[[ignore]]\nrule = "D201"\nmatch = "March"\nreason = "months"\n'
    )
    result = hidden(tmp_path, rulebook, entries, finding(tmp_path, "a.txt", "March 4"))
    assert [(one.reason, one.place) for one in result.suppressed] == [("months", "factcheck-ignore.toml:6")]


def test_two_entries_for_one_finding_are_both_in_use(tmp_path: Path, rulebook: Rulebook) -> None:
    entry = '[[ignore]]\nrule = "D201"\npath = "a.txt"\nreason = "known"\n'
    assert hidden(tmp_path, rulebook, entry + entry, finding(tmp_path, "a.txt", "March 4")).unused == ()


def test_what_hides_nothing_is_reported_unless_it_was_not_looked_at(tmp_path: Path, rulebook: Rulebook) -> None:
    (tmp_path / "there.txt").write_text("")
    wheres = ['path = "a.txt"', 'match = "April"', 'path = "gone.txt"', 'path = "there.txt"', 'path = "archive/*"']
    entries = "".join(f'[[ignore]]\nrule = "D101"\n{where}\nreason = "known"\n' for where in wheres)
    off = '[[ignore]]\nrule = "D110"\npath = "a.txt"\nreason = "a rule that does not run"\n'
    result = hidden(tmp_path, rulebook, entries + off, finding(tmp_path, "a.txt", "March 4"))
    assert result.unused == (
        "factcheck-ignore.toml:1: this entry hides nothing: remove it",
        "factcheck-ignore.toml:5: this entry hides nothing: remove it",
        "factcheck-ignore.toml:9: this entry hides nothing, there is no gone.txt: remove it",
    )


GOOD = '[[ignore]]\nrule = "D101"\npath = "a.txt"\nreason = "known"\n\n'


@pytest.mark.parametrize(
    ("entry", "line", "words"),
    [
        ('[[ignore]]\npath = "a.txt"\nreason = "x"', 6, 'rule is missing (an entry has a rule = "D101"'),
        ('[[ignore]]\nrule = "D101"\npath = "a.txt"', 6, "reason is missing"),
        ('[[ignore]]\nrule = "D101"\npath = "a.txt"\nreason = " "', 9, "reason is empty"),
        ('[[ignore]]\nrule = "D101"\nreason = "x"', 6, "needs a path or a match"),
        ('[[ignore]]\nrule = "D101"\nmatch = "  "\nreason = "x"', 8, "match is empty"),
        ('[[ignore]]\nrule = "D101"\npath = ""\nmatch = "x"\nreason = "x"', 8, "path is empty"),
        (
            '[[ignore]]\nrule = "event-date-conflit"\npath = "a.txt"\nreason = "x"',
            7,
            "(did you mean event-date-conflict?)",
        ),
        ('[[ignore]]\nrule = "D"\npath = "a.txt"\nreason = "x"', 7, "there is no rule 'D'"),
        ('[[ignore]]\nrule = []\npath = "a.txt"\nreason = "x"', 7, "rule names no rule"),
        ('[[ignore]]\nrule = 7\npath = "a.txt"\nreason = "x"', 7, "rule: Expected `str | array`, got `int`"),
        ('[[ignore]]\nrule = "D101"\nreson = "x"\npath = "a.txt"', 8, "unknown key 'reson' (did you mean reason?)"),
        (
            '[[ignore]]\nrule = "D101"\nmatch = "x"\nreason = "x"\nuntil = "soon"',
            10,
            "a date such as until = 2026-12-31",
        ),
        ('[[ignores]]\nrule = "D101"', 6, "unknown key 'ignores' (did you mean ignore?)"),
        ('[[ignore]\nrule = "D101"', 6, "is not TOML"),
    ],
)
def test_a_fault_is_named_with_file_line_and_remedy(
    tmp_path: Path, rulebook: Rulebook, entry: str, line: int, words: str
) -> None:
    file = tmp_path / "factcheck-ignore.toml"
    file.write_text(f"{GOOD}{entry}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read_ignores(file, rulebook, shown="x")
    assert (caught.value.path, caught.value.line) == (str(file), line)
    assert words in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path, rulebook: Rulebook) -> None:
    with pytest.raises(ConfigError, match="can't be read: No such file"):
        read_ignores(tmp_path / "none.toml", rulebook, shown="x")


def test_entries_in_another_form_have_no_line(tmp_path: Path, rulebook: Rulebook) -> None:
    file = tmp_path / "x.toml"
    file.write_text('ignore = [{rule = "D101", path = "a.txt", reason = "known", until = "2026-01-02"}]\n')
    (entry,) = read_ignores(file, rulebook, shown="x.toml")
    assert (entry.place, entry.until) == ("x.toml", dt.date(2026, 1, 2))
