import json

import pytest
from asread import article_in, articles_in, file_of, refusal, source_of

from factcheck.config import JsonFields
from factcheck.domain import Unread
from factcheck.errors import UnreadableArticleError
from factcheck.readers.sniff import is_json_news

BODY = "The river rose by three metres."


def one(**fields):
    return article_in(json.dumps(fields), "a.json")


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        ({"title": "River", "text": BODY}, ["a.json"]),
        ([{"title": "River", "text": BODY}], ["a.json#1"]),
        ([{"title": "River", "text": BODY, "id": "x 1"}, {"title": "River", "text": BODY}], ["a.json#x_1", "a.json#2"]),
        ({"articles": [{"title": "River", "content": BODY, "url": "http://x/1"}]}, ["a.json#http://x/1"]),
        ({"response": {"docs": [{"headline": {"main": "River"}, "lead_paragraph": BODY, "_id": "n1"}]}}, ["a.json#n1"]),
        ({"hits": {"hits": [{"_source": {"headline": "River", "body": BODY}}]}}, ["a.json#1"]),
        (
            {
                "version": "https://jsonfeed.org/version/1.1",
                "items": [{"id": "7", "title": "R", "content_html": f"<p>{BODY}"}],
            },
            ["a.json#7"],
        ),
        ([{"title": "R", "text": BODY, "id": "x"}] * 2, ["a.json#x", "a.json#x~2"]),
        ([{"title": "R", "text": BODY, "id": "y" * 200}], ["a.json#1"]),
        ({"data": {"article": {"webTitle": "R", "fields": {"bodyText": BODY}}}}, ["a.json"]),
        ([{"date": "2025-02-04", "text": BODY}], ["a.json#1"]),
    ],
)
def test_articles_are_found_wherever_they_are(value, ids):
    articles = articles_in(json.dumps(value), "a.json")
    assert [article.id for article in articles] == ids
    assert all(BODY in article.text for article in articles)


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        {"name": "x", "description": "a b c d"},
        {"title": "River"},
        {"title": "R", "text": "two words"},
        3,
        "a",
        None,
    ],
)
def test_what_holds_no_article_is_said_to(value):
    with pytest.raises(UnreadableArticleError, match="holds no article") as caught:
        articles_in(json.dumps(value), "a.json")
    assert "json-fields" in (caught.value.hint or "")


def test_the_configurations_fields_come_first_and_may_lead_into_objects():
    value = {
        "kopf": {"titel": "River"},
        "inhalt": BODY,
        "text": "something else here",
        "vom": "2025-02-04",
        "haus": "Post",
    }
    fields = JsonFields(title=("kopf.titel",), text=("inhalt",), published=("vom",), source=("haus",))
    article = article_in(json.dumps(value), "a.json", fields=fields)
    assert article.text == f"River\n\n{BODY}"
    assert (article.source, article.published.value) == ("Post", "2025-02-04")
    assert is_json_news(file_of(json.dumps(value), "a.json", fields=fields))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r"It \"rose\" by 3\u00a0m\/h\t\n\nfast", 'It "rose" by 3 m/h\t\n\nfast'),
        (r"a \ud83d\ude97 b \u20ac5 \\n", "a 🚗 b €5 \\n"),
        (r"lone \ud83d half \ude97 pairs", "lone \ufffd half \ufffd pairs"),
        (r"<p>It rose.<\/p><p>It fell &amp; rose.<\/p>", "It rose.\n\nIt fell & rose."),
        (r"Rain &amp; wind\nrose AT&T", "Rain & wind\nrose AT&T"),
        (r"It rose to … [+12 chars]", "It rose to"),
        ("It rose\nby far", "It rose\nby far"),
    ],
)
def test_strings_are_read_with_their_escapes(text, read):
    source = f'{{"title": "River", "text": "{text}"}}'
    article = article_in(source, "a.json")
    assert article.text == f"River\n\n{read}"
    for segment in article.segments:
        place = article.locate(segment.start, segment.start + segment.length)
        assert place.source_text == source_of(article)[slice(*place.in_source)]


@pytest.mark.parametrize(
    ("date", "value"),
    [
        ("2025-02-04T10:15:00.000+0200", "2025-02-04T10:15+02:00"),
        ("20250204T101500Z", "2025-02-04T10:15Z"),
        ("20250204", "2025-02-04"),
        ("2025-02-04 10:15:00", "2025-02-04T10:15"),
        ("Tue, 04 Feb 2025 10:15:00 GMT", "2025-02-04T10:15Z"),
        ("February 4th, 2025", "2025-02-04"),
        ("04.02.2025", "2025-02-04"),
        ("04/02/2025", None),
        ("2025-02-30", None),
        ("yesterday", None),
        ("1738663200", None),
        ("2025", None),
    ],
)
def test_dates_are_read_as_metadata_writes_them(date, value):
    article = one(title="River", text=BODY, date=date)
    assert (article.published.value if article.published else None) == value


def test_the_name_of_a_file_of_many_dates_none_of_them():
    (article,) = articles_in(json.dumps([{"title": "River", "text": BODY}]), "2025-02-04.json")
    assert article.published is None
    assert article_in(json.dumps({"title": "River", "text": BODY}), "2025-02-04.json").published is not None


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", "is empty"),
        ('{"title": "a" 1}', "is not JSON: Expecting ',' delimiter (line 1, column 15)"),
        ('[{"title": "River",\n "text" "x"}]', "is not JSON: Expecting ':' delimiter (line 2, column 9)"),
        ("[" * 100_000, "is nested too deeply"),
        ("The river rose.", "is not JSON: Expecting value (line 1, column 1)"),
        ("{} {}", "is not JSON: Extra data"),
    ],
)
def test_a_malformed_file_is_unreadable_with_the_reason(source, reason):
    assert refusal(source, "a.json").startswith(reason)


def test_a_bad_line_loses_only_itself():
    good = json.dumps({"title": "River", "text": BODY})
    articles = articles_in(f"{good}\r\n{{\r\n\r\n[1]\r\n{'[' * 5000}\r\n{good}", "a.jsonl")
    assert [article.id for article in articles] == [f"a.jsonl#{number}" for number in (1, 2, 4, 5, 6)]
    reasons = [article.reason for article in articles if isinstance(article, Unread)]
    assert [reason.partition(":")[0] for reason in reasons] == [
        "is not JSON",
        "holds no article",
        "is nested too deeply",
    ]


def test_a_file_of_bad_lines_alone_has_an_entry_for_each():
    assert all(isinstance(article, Unread) for article in articles_in("x\ny\n", "a.jsonl"))


def test_the_text_of_ninjs_is_the_plain_body_and_its_dates_those_of_the_item():
    item = {"uri": "urn:1", "type": "text", "headline": "River", "body_xhtml": "<p>Other text.</p>", "body_text": BODY}
    article = one(**item, firstcreated="2025-02-04T10:00:00+01:00", versioncreated="2025-02-05T10:00:00+01:00")
    assert article.text == f"River\n\n{BODY}"
    assert [(str(date.basis), date.value) for date in article.stated] == [
        ("metadata", "2025-02-04T10:00+01:00"),
        ("updated", "2025-02-05T10:00+01:00"),
    ]


def test_a_ninjs_item_of_a_picture_is_no_article():
    with pytest.raises(UnreadableArticleError, match="holds no article"):
        one(uri="urn:1", type="picture", versioncreated="2025-02-04", headline="River", body_xhtml="<p>A b</p>")
