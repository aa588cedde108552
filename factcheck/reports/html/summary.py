"""The numbers of a run: what was claimed, compared and found, and what was not looked at."""

from collections import Counter
from collections.abc import Iterable, Mapping

from factcheck.domain import ArticleRecord, Severity, Suppressed, Verdict
from factcheck.reports.html.markup import Html, element, path_words
from factcheck.reports.html.numbering import Numbered, places_of
from factcheck.reports.html.passages import published_words
from factcheck.reports.layout import counted


def numbers(page: Numbered) -> Html:
    """Return the three numbers that say what a run was worth: claims, pairs compared, findings."""
    result = page.result
    unread = sum(record.fault is not None for record in result.articles)
    read = f"in {counted(len(result.articles), 'article')}" + (f", {unread} of them not read" if unread else "")
    told = f"in {counted(len(result.stories), 'story', 'stories')}" if result.stories else ""
    grave = Counter(finding.severity for finding in result.findings)
    found = ", ".join(counted(grave[severity], severity) for severity in Severity)
    return element(
        "ul",
        _number(result.number_of_claims, "claim", "claims", read),
        _number(result.number_of_pairs, "pair compared", "pairs compared", told),
        _number(len(result.findings), "finding", "findings", found),
        class_="numbers",
    )


def not_looked_at(page: Numbered) -> Html:
    """Return what was left out and skipped, how the pairs relate, and what is kept from being told."""
    result = page.result
    return element(
        "section",
        element("h2", "What was looked at, and what was not"),
        _counts("Left out of the articles", result.left_out) or element("p", "Nothing was left out of the articles."),
        _counts("Files passed over", result.skipped),
        _counts("How the pairs relate", {verdict: result.verdicts.get(verdict, 0) for verdict in Verdict}),
        _suppressed(result.suppressed),
        id="looked-at",
    )


def articles_section(page: Numbered) -> Html:
    """Return a table of the articles: when they were published, and what was found in each."""
    findings = Counter(
        article for finding in page.findings for article in {place.article for place in places_of(finding)}
    )
    head = ("Article", "Published", "Story", "Findings")
    rows = [
        element(
            "tr",
            element("th", path_words(record.path), _about(record), scope="row"),
            element("td", published_words(record.published), class_="day"),
            element("td", _story(page, record), class_="day"),
            element("td", str(findings[record.id]), class_="number"),
        )
        for record in page.records.values()
    ]
    return element("section", element("h2", "Articles"), _scrolling("Articles", _table(head, rows)), id="articles")


def _number(number: int, one: str, many: str, more: str) -> Html:
    value = element("strong", f"{number:,}")
    about = element("small", more) if more else None
    return element("li", value, " ", element("span", one if number == 1 else many), " ", about)


def _counts(title: str, counts: Mapping[str, int]) -> Html | None:
    rows = [
        element("li", element("span", f"{number:,}", class_="number"), " ", reason)
        for reason, number in counts.items()
        if number
    ]
    return element("div", element("h3", title), element("ul", *rows, class_="counts")) if rows else None


def _suppressed(suppressed: Iterable[Suppressed]) -> Html | None:
    rows = [
        element(
            "tr",
            element("th", f"{kept.finding.rule} {kept.finding.name}", scope="row"),
            element("td", kept.finding.message),
            element("td", kept.by),
            element("td", kept.reason, element("small", f" {kept.place}") if kept.place else None),
        )
        for kept in suppressed
    ]
    if not rows:
        return None
    title = f"{counted(len(rows), 'finding')} kept from being told"
    table = _table(("Rule", "Finding", "Kept by", "Reason"), rows)
    return element("details", element("summary", title), _scrolling(title, table))


def _about(record: ArticleRecord) -> Html | None:
    words = ", ".join(
        word for word in (record.title, record.source, record.fault and f"not read: {record.fault}") if word
    )
    return element("small", words) if words else None


def _story(page: Numbered, record: ArticleRecord) -> Html | None:
    number = page.story_of.get(record.id)
    return element("a", f"story {number}", href=f"#story-{number}") if number is not None else None


def _table(head: Iterable[str], rows: Iterable[Html]) -> Html:
    titles = element("tr", *(element("th", title, scope="col") for title in head))
    return element("table", element("thead", titles), element("tbody", *rows))


def _scrolling(title: str, table: Html) -> Html:
    """Return a table that can be moved sideways, by the keyboard too, where it is wider than the screen."""
    return element("div", table, class_="scrolling", role="region", tabindex=0, aria_label=title)
