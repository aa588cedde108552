"""A finding or a judged pair: what it is, the reason with the computed values, and its passages side by side."""

from collections.abc import Sequence

from factcheck.domain import Finding, Pair, Role
from factcheck.reports.html.markup import Html, element
from factcheck.reports.html.numbering import Numbered, places_of
from factcheck.reports.html.passages import Side, sides
from factcheck.reports.layout import counted
from factcheck.reports.words import ROLES

_SEEN = 4  # passages of one finding that are seen at once
_CLAIM = "claim"


def finding_card(number: int, finding: Finding, page: Numbered, *, folded: bool) -> Html:
    """Return a finding under its number; `folded` passages are opened by the reader."""
    name = f"finding-{number}"
    articles = sorted({place.article for place in places_of(finding)} & page.articles.keys())
    badge = element("span", finding.severity, class_=f"badge {finding.severity}")
    called = [element("span", finding.rule, class_="rule"), " ", element("span", finding.name, class_="name")]
    passages = _passages(finding, page)
    if folded:
        passages = [element("details", element("summary", _passages_word(len(finding.related) + 1)), *passages)]
    return element(
        "article",
        element("h3", element("a", badge, " ", *called, href=f"#{name}")),
        element("p", finding.message, class_="why"),
        *passages,
        class_=f"card {finding.severity}",
        id=name,
        data_severity=finding.severity,
        data_rule=finding.rule,
        data_articles=" ".join(str(page.articles[article]) for article in articles),
        data_stories=" ".join(map(str, page.stories_of(articles))),
    )


def pair_card(pair: Pair, page: Numbered) -> Html:
    """Return a judged pair: its verdict, what it is about, and both places."""
    about = pair.kind if pair.attribute == pair.kind else f"{pair.kind}: {pair.attribute}"
    others = [("compared with", pair.b_place), *((ROLES[Role.EXPLAINS], place) for place in pair.explained_by)]
    return element(
        "article",
        element(
            "h3", element("span", pair.verdict, class_="badge verdict"), " ", element("span", about, class_="name")
        ),
        element("p", pair.why, class_="why"),
        sides((_CLAIM, pair.a_place), others, 1, page.records),
        class_="card",
    )


def _passages(finding: Finding, page: Numbered) -> list[Html]:
    related = sorted(finding.related, key=lambda other: other.role is not Role.CONFLICTS)
    others: Sequence[Side] = [(ROLES[other.role], other.place) for other in related]
    seen, further = others[: _SEEN - 1], others[_SEEN - 1 :]
    against = sum(other.role is Role.CONFLICTS for other in related[: _SEEN - 1])
    passages = [sides((_CLAIM, finding.primary), seen, against, page.records)]
    if further:
        summary = element("summary", counted(len(further), "more passage"))
        passages.append(element("details", summary, sides(further[0], further[1:], 0, page.records)))
    return passages


def _passages_word(number: int) -> str:
    return {1: "The passage", 2: "Both passages"}.get(number, f"The {number} passages")
