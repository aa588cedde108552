"""A result made by hand: two reports on a flood and one on a company, with every kind of finding."""

from collections.abc import Callable

import pytest

from factcheck.domain import (
    Article,
    ArticleRecord,
    Basis,
    Claim,
    Finding,
    Kind,
    Location,
    Pair,
    Published,
    Quantity,
    QuantityKind,
    Related,
    Result,
    Role,
    Severity,
    Story,
    Verdict,
)
from factcheck.readers.lines import line_starts

MORNING = (
    "date 2025-03-03 Flood cuts off the Alder valley\n"
    "\n"
    "The river Alder burst its banks on Sunday, and 340 people in the villages of Upper and Lower Wending had to leave "
    "their houses, the fire service said. “We will bring them 20 boats before nightfall,” said its chief, Ines Prado.\n"
    "The ministers met in Riga on March 6.\n"
)
EVENING = (
    "date 2025-03-03 Villages wait for boats\n"
    "\n"
    "In Upper and Lower Wending 430 people had to leave their houses, the fire service said. “We will bring them 200 "
    "boats before nightfall,” its chief Ines Prado promised.\n"
)


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    """Return a function from a path and a text to an article."""

    def make(path: str, text: str) -> Article:
        return Article(id=path, path=path, text=text, line_starts=line_starts(text))

    return make


@pytest.fixture(scope="session")
def place(article: Callable[..., Article]) -> Callable[..., Location]:
    """Return a function that finds words in a text, with the sentence they stand in."""

    def find(path: str, text: str, words: str, *, sentence: str | None = None, value: str | None = None) -> Location:
        made = article(path, text)
        start = text.index(words)
        around = None
        if sentence is not None:
            begin = text.index(sentence)
            around = (begin, begin + len(sentence))
        return made.locate(start, start + len(words), value=value, sentence=around)

    return find


@pytest.fixture(scope="session")
def result(place: Callable[..., Location]) -> Result:
    """Return two errors, two warnings, three notes, three pairs, a story, and something not looked at."""
    morning, evening = "desk/flood-morning.txt", "desk/flood-evening.txt"
    header = place(morning, MORNING, "2025-03-03", value="2025-03-03")
    published = Published("2025-03-03", "day", Basis.HEADER, None, header)
    figures = (place(morning, MORNING, "340 people", value="340"), place(evening, EVENING, "430 people", value="430"))
    quotes = (
        place(morning, MORNING, "We will bring them 20 boats before nightfall"),
        place(evening, EVENING, "We will bring them 200 boats before nightfall"),
    )
    chiefs = (place(morning, MORNING, "its chief, Ines Prado"), place(evening, EVENING, "its chief Ines Prado"))
    findings = (
        _finding(
            "A101",
            "no-publication-date",
            Severity.NOTE,
            "no date of publication",
            place("desk/undated.txt", "A text.", "A"),
        ),
        _finding(
            "D101",
            "event-after-publication",
            Severity.ERROR,
            "told as past, but 2025-03-06 is 3 days after the article was published (2025-03-03)",
            place(morning, MORNING, "March 6", value="2025-03-06"),
            Related(Role.PUBLISHED, header),
            variant="days_ahead",
        ),
        _finding(
            "N202",
            "count-conflict",
            Severity.WARNING,
            "340 and 430 people had to leave their houses in Wending: digits swapped?",
            figures[0],
            Related(Role.CONFLICTS, figures[1]),
        ),
        _finding(
            "Q201",
            "quotation-altered",
            Severity.ERROR,
            "one statement of Ines Prado in two wordings: “20” and “200” boats",
            quotes[0],
            Related(Role.CONFLICTS, quotes[1]),
            variant="number",
        ),
        _finding(
            "P101",
            "name-spelled-two-ways",
            Severity.NOTE,
            "Wending and Wendig",
            place(evening, EVENING, "Lower Wending"),
        ),
        _finding(
            "P101", "name-spelled-two-ways", Severity.NOTE, "Prado and Prada", place(evening, EVENING, "Ines Prado")
        ),
    )
    return Result(
        articles=(
            ArticleRecord(evening, evening, title="Villages wait for boats", published=published),
            ArticleRecord(morning, morning, title="Flood cuts off the Alder valley", source="AVN", published=published),
            ArticleRecord("desk/photo.txt", "desk/photo.txt", fault="binary", fault_check="unreadable_article"),
            ArticleRecord("desk/undated.txt", "desk/undated.txt"),
        ),
        claims=tuple(_claim(where, Kind.COUNT) for where in figures),
        pairs=(
            _pair("p1", Verdict.AGREE, Kind.OFFICE, "both name Ines Prado chief of the fire service", *chiefs),
            _pair("p2", Verdict.CONFLICT, Kind.COUNT, "340 and 430 have no number in common", *figures),
            _pair("p3", Verdict.CONFLICT, Kind.QUOTE, "20 became 200", *quotes),
        ),
        findings=findings,
        stories=(Story("s1", (evening, morning), "2025-03-03", "2025-03-03"),),
        left_out={"sentences too long to parse": 1},
        skipped={"unknown suffix": 2},
    )


# What an article could hold to break out of a format, or to make it do something.
HOSTILE = (
    "\x1b[2J\x00 two\r\nlines\u2028\u202e",
    "<script>alert(1)</script> <!-- & &amp; -->",
    "]]> <![CDATA[",
    "::error::taken\n::stop-commands::x",
    "  ::add-mask::the ##[add-mask]and",
    "100%0A%25, a:b",
    "|a|b`c``|``d\\|e\\\\| ~~gone~~ **bold** _it_ {{x}} {0}",
    "[link](http://evil.example) ![image](http://evil.example/i.png) <http://evil.example>",
    "http://evil.example www.evil.example a@evil.example @user #12 :smile: $x$",
    "=HYPERLINK(1)",
    "+1 @-=",
    ' ="quoted", "twice"',
    "\ufffe\uffff\x85",
    "Fe\u0301lix \U0001f600 \u4e2d",
    "x" * 20_000,
    "",
)


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request: pytest.FixtureRequest) -> str:
    """Return words that mean harm, one after the other."""
    return str(request.param)


@pytest.fixture(scope="session")
def told(article: Callable[..., Article]) -> Callable[..., Result]:
    """Return a function to a result with one error, whose two places, message and title are the given words."""

    def make(words: str, path: str = "desk/a.txt") -> Result:
        written = f"He saw {words} there."
        here, there = (
            article(name, written).locate(7, 7 + len(words), sentence=(0, len(written)))
            for name in (path, "desk/b.txt")
        )
        finding = _finding("Q201", "quotation-altered", Severity.ERROR, words, here, Related(Role.CONFLICTS, there))
        return Result((ArticleRecord(path, path, title=words),), (), (), (finding,), left_out={words or "none": 1})

    return make


def _finding(
    rule: str,
    name: str,
    severity: Severity,
    message: str,
    primary: Location,
    *related: Related,
    variant: str | None = None,
) -> Finding:
    verdict = Verdict.CONFLICT if related else None
    fingerprint = f"fc1:{rule.lower()}{primary.start:04x}"
    return Finding(rule, name, variant, severity, verdict, message, fingerprint, primary, related)


def _claim(where: Location, kind: Kind) -> Claim:
    low = float(where.value) if where.value else None
    quantity = Quantity(QuantityKind.COUNT, low, low, "person") if low is not None else None
    return Claim(
        f"c{where.start}", kind, "leave", where, ("wending",), quantity, value=where.value, keys=("count:leave",)
    )


def _pair(name: str, verdict: Verdict, kind: Kind, why: str, a: Location, b: Location) -> Pair:
    return Pair(name, verdict, kind, "leave", why, _claim(a, kind), _claim(b, kind), a, b)
