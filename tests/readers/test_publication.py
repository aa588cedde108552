import datetime as dt
import subprocess
import sys

import pytest

from factcheck.domain import Basis
from factcheck.lexicon import Lexicon
from factcheck.readers.plain import read_plain
from factcheck.readers.publication import filename_date


def article_of(text, path="article.txt"):
    return read_plain(text.encode(), article_id=path, path=path, lexicon=Lexicon())


def published(text, path="article.txt"):
    date = article_of(text, path).published
    return date and (date.value, str(date.basis))


BODY = "The dykes held.\n\nNobody was hurt on 9 March 2024."


@pytest.mark.parametrize(
    ("head", "value"),
    [
        (" date 2025-02-07 ", "2025-02-07"),
        ("date: 2025-02-07 ", "2025-02-07"),
        ("Date: 7 February 2025\n", "2025-02-07"),
        ("Date: Friday, 7 February 2025\n\n", "2025-02-07"),
        ("Published: Feb. 7, 2025\n", "2025-02-07"),
        ("Published on February 7th, 2025\n", "2025-02-07"),
        ("Published on 7 Feb 2025 by Ana Lima\n", "2025-02-07"),
        ("PUBLISHED: 7 FEBRUARY 2025\r\n", "2025-02-07"),
        ("Publication date: 07.02.2025\n", "2025-02-07"),
        ("Date: 25/02/2025\n", "2025-02-25"),
        ("Date: 02/25/2025\n", "2025-02-25"),
        ("Date: 05/05/2025\n", "2025-05-05"),
        ("Published: 2025-02-07T09:05:00+03:00\n", "2025-02-07T09:05+03:00"),
        ("Published: 2025-02-07 21:05 GMT\n", "2025-02-07T21:05Z"),
        ("Published: 7 February 2025, 9:05 p.m.\n", "2025-02-07T21:05"),
        ("Published: 7 February 2025 12:10 am\n", "2025-02-07T00:10"),
        ("Published: 7 February 2025 at 25:70\n", "2025-02-07"),
        ("7 February 2025\n\n", "2025-02-07"),
        ("Dykes hold\n\n7 February 2025\n\n", "2025-02-07"),
        ("Published: Fri 07 Feb 10:15:00 2025\n", "2025-02-07"),
    ],
)
def test_a_header_gives_the_date(head, value):
    assert published(head + BODY) == (value, "header")


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("Updated at 13:35,15-07-2024\n\n", "2024-07-15T13:35"),
        ("Updated: 15 July 2024\n", "2024-07-15"),
        ("Last updated on July 15, 2024 at 1:35 pm\n", "2024-07-15T13:35"),
        ("Last updated: 13:35 GMT, 15 July 2024\n", "2024-07-15T13:35Z"),
        ("(Updated 15.07.2024 13:35)\n", "2024-07-15T13:35"),
        ("[Last updated: July 15, 2024]\n", "2024-07-15"),
        ("Dykes hold\n\nUpdated at 13:35, 15-07-2024\n\n", "2024-07-15T13:35"),
    ],
)
def test_an_updated_line_gives_date_and_time(head, value):
    assert published(head + BODY) == (value, "updated")


@pytest.mark.parametrize(
    ("head", "value", "source"),
    [
        ("PARIS, March 3, 2025 (AFP) - ", "2025-03-03", "AFP"),
        ("PARIS, March 3, 2025 (AFP) -- ", "2025-03-03", "AFP"),
        ("MOSCOW, January 23, 2025. /TASS/. ", "2025-01-23", "TASS"),
        ("GENEVA/NEW YORK, 3 March 2025 – ", "2025-03-03", None),
        ("OSLO, 4 March (NTB) - ", "XXXX-03-04", "NTB"),
        ("BERLIN, Germany, Mar 3 (Reuters) — ", "XXXX-03-03", "Reuters"),
        ("KYIV. March 3 (Interfax-Ukraine) ", "XXXX-03-03", "Interfax-Ukraine"),
        ("MAR DEL PLATA, Argentina, Nov. 5 (Xinhua) -- ", "XXXX-11-05", "Xinhua"),
        ("Riga, 4 March (LETA) - ", "XXXX-03-04", "LETA"),
        ("March 3 (Reuters) - ", "XXXX-03-03", "Reuters"),
        ("WASHINGTON, D.C., Mon 3 March (AP) _ ", "XXXX-03-03", "AP"),
        ("LONDON, 29 February (Reuters) - ", "XXXX-02-29", "Reuters"),
        ("KYIV. March 3. Harbour News - ", "XXXX-03-03", "Harbour News"),
        ("TALLINN, 3 March. /Baltic Press/. ", "XXXX-03-03", "Baltic Press"),
    ],
)
def test_a_dateline_gives_date_and_agency(head, value, source):
    article = article_of(head + BODY)
    assert article.published is not None
    assert (article.published.value, article.published.basis) == (value, Basis.DATELINE)
    assert (article.published.days is None) == value.startswith("XXXX")
    assert article.source == source
    assert article.text[article.body :] == BODY


def test_a_dateline_may_stand_below_title_and_byline():
    article = article_of(f"Dykes hold in storm\n\nBy Ana Lima\n\nOSLO, 4 March (NTB) - {BODY}")
    assert article.published is not None
    assert article.published.value == "XXXX-03-04"


@pytest.mark.parametrize(
    "head", ["LONDON (Reuters) - ", "OSLO (NTB) — ", "London (Reuters) - ", "LONDON, Monday (AFP) - "]
)
def test_a_dateline_without_a_date_names_the_agency_only(head):
    article = article_of(head + BODY)
    assert article.published is None
    assert article.source in {"Reuters", "NTB", "AFP"}
    assert article.text[article.body :] == BODY


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "On 7 February 2025 the dykes held.",
        "Published on 7 February 2025, the report says that dykes held.",
        "Updated on 7 February 2025, the list now names twelve banks.",
        "Updated rules of 7 February 2025 apply.",
        "The dykes held.\n\nOSLO, 4 March (NTB) - Nobody was hurt.",
        "IMF (International Monetary Fund) - it lends.",
        "Date: 30 February 2025\n" + BODY,
        "date 2025-02-30 " + BODY,
        "date 2025-13-01 " + BODY,
        "date 0000-00-00 " + BODY,
        "Date: 05/02/2025\n" + BODY,
        "Date: yesterday\n" + BODY,
        "Date: 7 February\n" + BODY,
        "Date: 7 Feb 25\n" + BODY,
        "Published: today, in the year 2025\n" + BODY,
        "MINSK, 31 June (BelTA) - " + BODY,
        "March 3 was cold. The dykes held.",
        "NATO (AP) said that dykes held.",
        f"OSLO, 4 March {'very ' * 60}- (NTB) {BODY}",
    ],
)
def test_what_is_no_publication_date_is_none(text):
    assert published(text) is None


def test_a_bad_header_is_left_out_of_the_body():
    article = article_of("date 2025-02-30 " + BODY)
    assert article.text[article.body :] == BODY


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("2025-02-07-summit.txt", dt.date(2025, 2, 7)),
        ("in/20250207_x.txt", dt.date(2025, 2, 7)),
        ("AFP_ENG_19970401.0099.txt", dt.date(1997, 4, 1)),
        ("APW19980501.0480.txt", dt.date(1998, 5, 1)),
        ("summit_2025_02_07.txt", dt.date(2025, 2, 7)),
        ("000_00a2d7fa4a6e86f8.txt", None),
        ("0a20250207f.txt", None),
        ("20251307.txt", None),
        ("30250207.txt", None),
        ("120250207.txt", None),
        ("2025-02-30.txt", None),
        ("2025-02-07/summit.txt", None),
        ("in\\2025-02-07.txt", dt.date(2025, 2, 7)),
    ],
)
def test_a_file_name_gives_a_plausible_date(path, date):
    assert filename_date(path) == date


def test_the_strongest_date_counts_and_all_are_stated():
    text = "Published: 7 February 2025 | Updated: 8 February 2025 10:00\n\nOSLO, 6 February (NTB) - The dykes held."
    article = article_of(text, "2025-02-09.txt")
    stated = [(str(date.basis), date.value) for date in article.stated]
    assert stated == [
        ("header", "2025-02-07"),
        ("updated", "2025-02-08T10:00"),
        ("filename", "2025-02-09"),
        ("dateline", "XXXX-02-06"),
    ]
    assert article.published == article.stated[0]


def test_a_yearless_dateline_takes_the_year_nearest_to_the_header():
    article = article_of("date 2025-01-02 OSLO, 30 December (NTB) - The dykes held.")
    dateline = article.stated[1]
    assert dateline.days is not None
    assert dateline.days.first == dt.date(2024, 12, 30)
    assert dateline.value == "XXXX-12-30"


def test_a_file_name_is_stronger_than_a_dateline_without_year_and_weaker_than_one_with():
    assert published("OSLO, 6 February (NTB) - It held.", "2025-02-07.txt") == ("2025-02-07", "filename")
    assert published("OSLO, 6 February 2025 (NTB) - It held.", "2025-02-07.txt") == ("2025-02-06", "dateline")


def test_a_date_of_two_readings_is_stated_with_its_year_only():
    stated = article_of("Date: 05/02/2025\n" + BODY).stated
    assert [(date.value, date.precision) for date in stated] == [("2025", "year")]
    assert stated[0].days is not None
    assert (stated[0].days.first, stated[0].days.last) == (dt.date(2025, 2, 5), dt.date(2025, 5, 2))


def test_an_updated_line_at_the_foot_counts():
    text = "date 2025-03-03 The dykes held.\n\nNobody was hurt.\n\nMore rain is due.\n\nIt may snow.\n\nAll is well.\n"
    article = article_of(text + "Updated at 10:15, 27-02-2025\n")
    assert [str(date.basis) for date in article.stated] == ["header", "updated"]


def test_dateparser_is_not_imported_for_usual_headers():
    code = (
        "import sys; from factcheck.readers.plain import read_plain; from factcheck.lexicon import Lexicon\n"
        "read_plain(b'Date: 7 February 2025\\nIt held.', article_id='a', path='a', lexicon=Lexicon())\n"
        "assert 'dateparser' not in sys.modules and 'spacy' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Tuesday 4 March 2025", "2025-03-04"),
        ("Lyon, 4 March 2025", "2025-03-04"),
        ("Lyon, Tuesday 4 March 2025, 18:40 local time", "2025-03-04T18:40"),
        ("The Valley Post & Mail, March 4, 2025", "2025-03-04"),
        ("LYON | 4 March 2025 | From our court reporter", "2025-03-04"),
        ("By Ana Lima | 4 March 2025", "2025-03-04"),
        ("By Ana Lima, Lyon, 4 March 2025", "2025-03-04"),
        ("Published at 16:05 on 4 March 2025", "2025-03-04"),
        ("date 2025-03-04 LYON", "2025-03-04"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_line_of_where_when_and_who_under_the_title_gives_the_date(line, value, gap):
    article = article_of(f"The dykes hold at last{gap}{line}\n\n{BODY}")
    assert article.published is not None
    assert article.published.value == value
    assert article.title is not None
    assert article.text[slice(*article.title)] == "The dykes hold at last"


@pytest.mark.parametrize(
    "line",
    [
        "Born: 4 March 1936",
        "Remembering the great floods of March 4, 1953",
        "The Floods of March 4, 1953",
        "Lyon, 4 March",
        "Two hundred years after 4 March 1825, a museum opens",
    ],
)
def test_a_line_that_says_more_than_when_and_who_gives_no_date(line):
    assert published(f"The dykes hold at last\n\n{line}\n\n{BODY}") is None


@pytest.mark.parametrize(
    "dateline",
    [
        "Lyon, 4 March 2025 – ",
        "LYON, 4 March 2025. ",
        "Lyon, March 4, 2025: ",
        "Lyon, 4 March 2025 (Rhone News) - ",
        "Lyon, March 4, 2025 /RHONE NEWS/. ",
    ],
)
def test_a_dateline_with_a_whole_date_needs_no_known_agency(dateline):
    assert published(f"The dykes hold\n\n{dateline}{BODY}") == ("2025-03-04", "dateline")


def test_a_first_scene_of_long_ago_is_no_dateline():
    text = f"The day the wall fell\n\nLyon, 4 March 1953. The river rose. Today, in 2025, few know.\n\n{BODY}"
    assert published(text) is None
