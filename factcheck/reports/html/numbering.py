"""What the page calls articles, stories and findings, so that its parts can lead to each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.domain import ArticleRecord, Finding, Location, Result, Story
from factcheck.reports.layout import Layout, counted
from factcheck.reports.words import listed


@dataclass(frozen=True, slots=True)
class Numbered:
    """A result with its findings in the page's order, the gravest first, and the numbers that the page gives.

    `records` are in the order of their ids. `articles` and `story_of` go by article id and count from 1, as findings
    do; `findings_in` are the numbers of the findings that have a place in an article.
    """

    result: Result
    findings: tuple[Finding, ...]
    records: Mapping[str, ArticleRecord]
    articles: Mapping[str, int]
    story_of: Mapping[str, int]
    findings_in: Mapping[str, Sequence[int]]

    def findings_of(self, story: Story) -> list[tuple[int, Finding]]:
        """Return the findings that have a place in a story, with their numbers."""
        found = {number for article in story.articles for number in self.findings_in.get(article, ())}
        return [(number, self.findings[number - 1]) for number in sorted(found)]

    def stories_of(self, articles: Iterable[str]) -> list[int]:
        """Return the numbers of the stories that articles are of."""
        return sorted({self.story_of[name] for name in articles if name in self.story_of})


def numbered(result: Result) -> Numbered:
    """Number the articles, stories and findings of a result."""
    findings = tuple(listed(result.findings, Layout(notes=True)))
    records = sorted(result.articles, key=lambda record: record.id)
    findings_in: dict[str, list[int]] = {}
    for number, finding in enumerate(findings, 1):
        for article in {place.article for place in places_of(finding)}:
            findings_in.setdefault(article, []).append(number)
    return Numbered(
        result=result,
        findings=findings,
        records={record.id: record for record in records},
        articles={record.id: number for number, record in enumerate(records, 1)},
        story_of={article: number for number, story in enumerate(result.stories, 1) for article in story.articles},
        findings_in=findings_in,
    )


def places_of(finding: Finding) -> list[Location]:
    """Return every place of a finding, its primary one first."""
    return [finding.primary, *(other.place for other in finding.related)]


def article_name(record: ArticleRecord) -> str:
    """Return an article's title, or the name of its file where it has none."""
    return record.title or record.path.rpartition("/")[2]


def story_name(story: Story, records: Mapping[str, ArticleRecord]) -> str:
    """Return what a story is called: the title of its first article that has one, and how many others there are."""
    told = [records[name] for name in story.articles if name in records]
    titled = next((record for record in told if record.title), None) or next(iter(told), None)
    first = article_name(titled) if titled is not None else story.id
    return f"{first}, and {counted(len(story.articles) - 1, 'other report')}"
