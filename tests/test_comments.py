from factcheck.cli import main
from factcheck.comments import sift
from factcheck.domain import Finding, Location, Related, Role, Severity, Suppression

NAMES = {"event-after-publication": "D101", "number-conflict": "N201"}


def place(article, start, end):
    return Location(article, article, start, end, 3, 1, 3, 2, "words", span=(start, end))


def finding(primary, *related, rule="D101", name="event-after-publication"):
    return Finding(rule, name, None, Severity.ERROR, None, "message", f"fc1:{primary.start}", primary, related)


def comment(article, covers, *codes, reason="known", at=0):
    return Suppression(codes, reason, place(article, at, at + 9), covers)


def sifted(findings, *comments, running=("D101", "N201"), checked=("a.md", "b.md")):
    return sift(findings, comments, names=NAMES, running=running, checked=checked)


def test_a_comment_of_an_article_read_before_is_not_called_unused():
    old = comment("old.md", ((10, 20),), "D101")
    assert sifted([], old).unused == ()
    assert sifted([], old, checked=("old.md",)).unused


def test_a_comment_keeps_a_finding_of_its_rule_in_what_it_speaks_of():
    inside, outside = finding(place("a.md", 12, 15)), finding(place("a.md", 30, 35))
    result = sifted([inside, outside], comment("a.md", ((10, 20),), "D101"))
    assert result.told == (outside,)
    (suppressed,) = result.suppressed
    assert (suppressed.finding, suppressed.by, suppressed.reason, suppressed.place) == (
        inside,
        "comment",
        "known",
        "a.md:3",
    )
    assert result.unused == ()


def test_a_rules_name_is_as_good_as_its_code():
    result = sifted([finding(place("a.md", 12, 15))], comment("a.md", ((10, 20),), "event-after-publication"))
    assert (result.told, result.unused) == ((), ())


def test_the_place_on_the_other_side_counts_and_a_place_of_context_does_not():
    other = place("b.md", 12, 15)
    conflict = finding(place("a.md", 1, 2), Related(Role.CONFLICTS, other))
    context = finding(place("a.md", 1, 2), Related(Role.CONTEXT, other))
    note = comment("b.md", ((10, 20),), "D101")
    assert sifted([conflict], note).told == ()
    assert sifted([context], note).told == (context,)


def test_other_rules_other_articles_and_touching_places_are_told():
    findings = [
        finding(place("a.md", 12, 15), rule="N201", name="number-conflict"),
        finding(place("b.md", 12, 15)),
        finding(place("a.md", 20, 25)),
        finding(place("a.md", 5, 10)),
    ]
    result = sifted(findings, comment("a.md", ((10, 20),), "D101"))
    assert result.told == tuple(findings)
    assert result.unused == ("a.md:3: the comment suppresses no D101",)


def test_a_comment_without_a_code_suppresses_nothing_and_is_told_of():
    result = sifted([finding(place("a.md", 12, 15))], comment("a.md", ((10, 20),)))
    assert len(result.told) == 1
    assert result.unused == ("a.md:3: the comment names no rule, so it suppresses nothing: name one, such as D101",)


def test_each_code_is_used_or_unused_by_itself_and_unknown_ones_are_named():
    result = sifted([finding(place("a.md", 12, 15))], comment("a.md", ((10, 20),), "D101", "N201", "X9"))
    assert result.unused == (
        "a.md:3: the comment names X9, and there is no such rule",
        "a.md:3: the comment suppresses no N201",
    )


def test_a_comment_of_a_rule_that_did_not_run_is_not_called_unused():
    assert sifted([], comment("a.md", ((10, 20),), "N201"), running=("D101",)).unused == ()


def test_a_point_in_what_a_comment_speaks_of_is_covered():
    assert sifted([finding(place("a.md", 10, 10))], comment("a.md", ((10, 20),), "D101")).told == ()


def test_a_comment_in_a_file_changes_the_exit_code_and_an_unused_one_is_told_of(tmp_path, capsys):
    text = (
        "---\ndate: 2025-03-03\n---\nThe ministers met in Riga on March 6. {}\n\nThey did not meet again in that year."
    )
    file = tmp_path / "a.md"
    file.write_text(text.format(""))
    assert main([str(file)]) == 1
    file.write_text(text.format("<!-- factcheck: ignore D101 -- moved -->"))
    assert main([str(file)]) == 0
    assert "factcheck: warning" not in capsys.readouterr().err
    file.write_text(text.format("<!-- factcheck: ignore D103 -->"))
    assert main([str(file)]) == 1
    assert f"factcheck: warning: {file}:4: the comment suppresses no D103" in capsys.readouterr().err
