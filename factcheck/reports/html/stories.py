"""The stories: when each article was published, the days it tells of, and the figures that differ between reports."""

from collections.abc import Mapping, Sequence

from factcheck.domain import Claim, Modality, Pair, Story, Verdict
from factcheck.reports.excerpt import excerpt
from factcheck.reports.html.chart import chart
from factcheck.reports.html.days import StoryDays, ToldDay, story_days
from factcheck.reports.html.figures import figures
from factcheck.reports.html.markup import Html, element, path_words
from factcheck.reports.html.numbering import Numbered, story_name
from factcheck.reports.html.scales import day_words
from factcheck.reports.html.timeline import legend, timeline
from factcheck.reports.layout import counted
from factcheck.reports.words import in_order

_CHARTS = 6  # charts of a story that are seen at once
_SENTENCE = 110  # columns of a sentence in the table of days


def stories_section(page: Numbered) -> Html | None:
    """Return every story with its drawings, None when no two articles tell one."""
    if not page.result.stories:
        return None
    claims: dict[str, list[Claim]] = {}
    for claim in page.result.claims:
        claims.setdefault(claim.place.article, []).append(claim)
    pairs: dict[int, list[Pair]] = {}
    for pair in in_order(page.result.pairs):
        pairs.setdefault(page.story_of.get(pair.a.place.article, 0), []).append(pair)
    told = [
        _story(number, story, page, claims, pairs.get(number, ()))
        for number, story in enumerate(page.result.stories, 1)
    ]
    return element("section", element("h2", "Stories"), *told, id="stories")


def _story(
    number: int, story: Story, page: Numbered, claims: Mapping[str, Sequence[Claim]], pairs: Sequence[Pair]
) -> Html:
    name = story_name(story, page.records)
    days = story_days(story, page, claims)
    drawings = [element("p", "No article of this story has a date.")] if days is None else _days(days, name)
    return element(
        "section",
        element("h3", element("span", f"Story {number}", class_="rule"), " ", name),
        _findings(story, page),
        *drawings,
        *_figures(pairs, page),
        class_="story",
        id=f"story-{number}",
    )


def _findings(story: Story, page: Numbered) -> Html | None:
    links = [
        element("li", element("a", f"{finding.rule} {finding.name}", href=f"#finding-{number}"))
        for number, finding in page.findings_of(story)
        if finding.verdict is Verdict.CONFLICT
    ]
    return element("ul", *links, class_="links", aria_label="Findings of this story") if links else None


def _days(days: StoryDays, name: str) -> list[Html]:
    drawing = element(
        "div", timeline(days, name), class_="scrolling", role="region", tabindex=0, aria_label=f"Timeline of {name}"
    )
    far = (
        f"Not drawn: {counted(days.left_out, 'time')} further away, or longer than a month." if days.left_out else None
    )
    figure = element("figure", drawing, element("figcaption", legend(days), element("p", far) if far else None))
    if not days.told:
        return [figure]
    head = element("tr", *(element("th", title, scope="col") for title in ("Mark", "Day", "What is told", "Place")))
    rows = [_told_row(mark, claim) for mark in days.told for claim in mark.claims]
    table = element("table", element("thead", head), element("tbody", *rows))
    words = element("div", table, class_="scrolling", role="region", tabindex=0, aria_label=f"Days told in {name}")
    return [figure, element("details", element("summary", "The days in words"), words)]


def _told_row(mark: ToldDay, claim: Claim) -> Html:
    period = [day_words(mark.days.first)]
    period += [day_words(mark.days.last)] if mark.days.last != mark.days.first else []
    told = claim.modality if claim.modality is not Modality.HAPPENED else None
    place = claim.place
    return element(
        "tr",
        element("td", str(mark.number), class_="number"),
        element("th", " to ".join(period), scope="row"),
        element("td", excerpt(place, _SENTENCE).line, element("small", told) if told else None),
        element("td", element("cite", path_words(place.path), f":{place.line}")),
    )


def _figures(pairs: Sequence[Pair], page: Numbered) -> list[Html]:
    series, alike = figures(pairs, page)
    charts = [chart(one) for one in series]
    seen, further = charts[:_CHARTS], charts[_CHARTS:]
    written = [element("h4", "Figures that differ"), element("div", *seen, class_="charts")] if seen else []
    if further:
        summary = element("summary", counted(len(further), "more figure"))
        written.append(element("details", summary, element("div", *further, class_="charts")))
    if alike:
        written.append(
            element(
                "p", f"{counted(alike, 'figure')} told alike by all reports that give {'it' if alike == 1 else 'them'}."
            )
        )
    return written
