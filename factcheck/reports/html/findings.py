"""The list of findings, and the controls that choose among them."""

from collections.abc import Sequence

from factcheck.domain import Severity
from factcheck.reports.html.cards import finding_card, pair_card
from factcheck.reports.html.markup import Html, element, joined
from factcheck.reports.html.numbering import Numbered, places_of, story_name
from factcheck.reports.layout import Layout, counted, cut
from factcheck.reports.words import shown

_LABEL = 70  # columns of an option
_NOTHING = "Nothing was found that cannot all be true. What was not looked at is told below."


def findings_section(page: Numbered, layout: Layout) -> Html:
    """Return all findings; the passages of notes are folded unless the layout lists notes."""
    heading = element("h2", "Findings")
    if not page.findings:
        return element("section", heading, element("p", _NOTHING), id="findings")
    cards = [
        finding_card(number, finding, page, folded=finding.severity is Severity.NOTE and not layout.notes)
        for number, finding in enumerate(page.findings, 1)
    ]
    number = counted(len(cards), "finding")
    return element(
        "section",
        heading,
        _filters(page),
        element("p", number, id="count", role="status"),
        element("div", joined(cards, "\n"), id="list"),
        id="findings",
    )


def pairs_section(page: Numbered, layout: Layout) -> Html | None:
    """Return the pairs that --show asks for, None when it asks for none."""
    pairs = shown(page.result.pairs, layout)
    if not pairs:
        return None
    return element("section", element("h2", "Compared"), *(pair_card(pair, page) for pair in pairs), id="compared")


def _filters(page: Numbered) -> Html:
    """Return the controls; they are hidden until the script that they need runs."""
    rules = sorted({(finding.rule, f"{finding.rule} {finding.name}") for finding in page.findings})
    named = {place.article for finding in page.findings for place in places_of(finding)}
    articles = [
        (str(page.articles[record.id]), f"{record.path}: {record.title}" if record.title else record.path)
        for record in page.records.values()
        if record.id in named
    ]
    told = [
        (str(number), f"{number}: {story_name(page.result.stories[number - 1], page.records)}")
        for number in page.stories_of(named)
    ]
    return element(
        "form",
        _severities(page),
        _choice("rule", "Rule", "all rules", rules),
        _choice("articles", "Article", "all articles", articles),
        _choice("stories", "Story", "all stories", told) if told else None,
        element("button", "Show all", type="reset"),
        id="filters",
        hidden=True,
        aria_label="Filter the findings",
    )


def _severities(page: Numbered) -> Html:
    boxes = [
        element("label", element("input", type="checkbox", name="severity", value=severity, checked=True), severity)
        for severity in Severity
        if any(finding.severity is severity for finding in page.findings)
    ]
    return element("fieldset", element("legend", "Severity"), *boxes)


def _choice(name: str, label: str, every: str, options: Sequence[tuple[str, str]]) -> Html:
    chosen = [element("option", cut(words, _LABEL), value=value) for value, words in options]
    return element(
        "label", element("span", label), element("select", element("option", every, value=""), *chosen, name=name)
    )
