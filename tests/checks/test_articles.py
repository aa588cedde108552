from dataclasses import replace

from factcheck.checks.articles import (
    dateline_header_mismatch,
    dateline_without_year,
    no_publication_date,
    unreadable_article,
    unsupported_language,
    updated_before_published,
)
from factcheck.domain import ArticleClaims, ArticleRecord, Basis, Role
from factcheck.lexicon import Lexicon
from factcheck.readers.plain import read_plain


def read(text, path="a.txt"):
    article = read_plain(text.encode(), article_id=path, path=path, lexicon=Lexicon())
    return ArticleClaims(
        ArticleRecord(
            path,
            path,
            published=article.published,
            stated=article.stated,
            place=article.locate(article.body, article.body + 3),
        ),
        (),
    )


def inferred(article, year):
    published = article.record.published
    value = published.value.replace("XXXX", year)
    return replace(
        article,
        record=replace(
            article.record, published=replace(published, value=value, basis=Basis.INFERRED, inferred_from=("c.txt",))
        ),
    )


def faulty(check, fault, language="en"):
    return ArticleClaims(ArticleRecord("x.txt", "x.txt", fault=fault, fault_check=check, language=language), ())


DATED = "date 2025-03-03 The river rose."
UNDATED = "The river rose."
YEARLESS = "OSLO, 4 March (NTB) - The river rose."


def test_undated_articles_are_one_hit_a_run():
    articles = [read(UNDATED, "a.txt"), read(DATED, "b.txt"), read(UNDATED, "c.txt"), read(YEARLESS, "d.txt")]
    (hit,) = no_publication_date(articles)
    assert hit.values == {"count": 2, "articles": "a.txt, c.txt"}
    assert hit.primary.article == "a.txt"
    assert [(related.role, related.place.article) for related in hit.related] == [(Role.CONTEXT, "c.txt")]
    assert hit.verdict is None


def test_many_undated_articles_are_counted_and_a_few_named():
    (hit,) = no_publication_date([read(UNDATED, f"{number}.txt") for number in range(8)])
    assert hit.values == {"count": 8, "articles": "0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 3 more"}


def test_dated_and_unreadable_articles_are_not_undated():
    assert list(no_publication_date([read(DATED), faulty("unreadable_article", "is empty")])) == []


def test_a_date_of_two_readings_does_not_date_an_article():
    (hit,) = no_publication_date([read("Date: 05/02/2025\nThe river rose.")])
    assert hit.values["count"] == 1


def test_a_dateline_without_year_is_told_with_the_inferred_year():
    (hit,) = dateline_without_year([read(YEARLESS, "a.txt"), inferred(read(YEARLESS, "b.txt"), "2025")])
    assert hit.values == {"count": 2, "inferred": "inferred 2025-03-04 for b.txt from c.txt"}
    assert hit.primary.text == "4 March"
    assert [related.place.article for related in hit.related] == ["b.txt"]


def test_a_dateline_whose_year_nothing_gives_is_told_so():
    (hit,) = dateline_without_year([read(YEARLESS)])
    assert hit.values == {"count": 1, "inferred": "none could be inferred"}


def test_a_year_from_header_or_file_name_is_enough():
    articles = [read(f"date 2025-03-04 {YEARLESS}"), read(YEARLESS, "2025-03-05.txt"), read(UNDATED), read(DATED)]
    assert list(dateline_without_year(articles)) == []


def mismatch(header, dateline):
    return [
        (hit.variant, hit.values["days"])
        for hit in dateline_header_mismatch(read(f"date {header} OSLO, {dateline} (NTB) - It rose."))
    ]


def test_the_distance_of_dateline_and_header_decides_the_variant():
    assert mismatch("2025-03-04", "4 March") == []
    assert mismatch("2025-03-05", "4 March") == []
    assert mismatch("2025-03-03", "4 March") == []
    assert mismatch("2025-03-06", "4 March") == [("near", 2)]
    assert mismatch("2025-03-11", "4 March") == [("near", 7)]
    assert mismatch("2025-03-12", "4 March") == [("far", 8)]
    assert mismatch("2025-03-02", "4 March") == [("far", 2)]
    assert mismatch("2025-01-01", "31 December") == []
    assert mismatch("2025-03-04", "4 March 2024") == [("far", 365)]


def test_a_yearless_dateline_months_away_is_not_explicit():
    assert mismatch("2025-08-20", "4 March") == [("near", 169)]


def test_a_mismatch_shows_both_places():
    (hit,) = dateline_header_mismatch(read("date 2025-03-14 OSLO, 4 March (NTB) - It rose."))
    assert hit.primary.text == "4 March"
    assert [(related.role, related.place.text) for related in hit.related] == [(Role.PUBLISHED, "2025-03-14")]
    assert hit.values == {"dateline": "2025-03-04", "header": "2025-03-14", "days": 10}


def test_an_update_before_publication_is_found():
    (hit,) = updated_before_published(read("date 2025-03-03 The river rose.\nUpdated at 10:15, 27-02-2025"))
    assert hit.primary.text == "10:15, 27-02-2025"
    assert hit.values == {"updated": "2025-02-27T10:15", "published": "2025-03-03"}


def test_an_update_both_of_whose_readings_are_earlier_is_found():
    (hit,) = updated_before_published(read("date 2025-03-03 The river rose.\nUpdated at 10:15, 03-02-2025"))
    assert hit.values["updated"] == "10:15, 03-02-2025"


def test_an_update_on_the_day_or_later_or_perhaps_later_is_silent():
    for updated in ("10:15, 03-03-2025", "10:15, 30-03-2025", "10:15, 01-04-2025", "04-03-2025"):
        assert list(updated_before_published(read(f"date 2025-03-03 The river rose.\nUpdated at {updated}"))) == []
    assert list(updated_before_published(read(DATED))) == []


def test_each_fault_belongs_to_one_check():
    unreadable, foreign = faulty("unreadable_article", "is empty"), faulty("unsupported_language", "es", "es")
    assert [hit.values for hit in unreadable_article(unreadable)] == [{"reason": "is empty"}]
    assert [hit.values for hit in unsupported_language(foreign)] == [{"language": "es"}]
    assert list(unreadable_article(foreign)) == []
    assert list(unsupported_language(unreadable)) == []
    assert list(unreadable_article(read(DATED))) == []
