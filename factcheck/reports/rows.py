"""What the stages before the checks give, as tables for people or as JSON: mentions, claims, pairs and stories."""

from collections.abc import Sequence

from factcheck.domain import Claim, Location, Mention, Pair, Quantity, Story
from factcheck.reports.escape import visible, visible_words
from factcheck.reports.grid import Cell, PathWords, grid, words
from factcheck.reports.json import claim_value, document, mention_value, number, pair_value, story_value
from factcheck.reports.layout import Layout, counted, cut, path_line_column
from factcheck.reports.table import pairs_table
from factcheck.reports.words import in_order

_LONGEST = 160  # columns of a verbatim place in one cell


def mentions_json(found: Sequence[tuple[Location, Mention]]) -> str:
    """Return mentions as JSON, by path and place."""
    return document(mentions=[mention_value(place, mention) for place, mention in _by_place(found)])


def claims_json(claims: Sequence[Claim]) -> str:
    """Return claims as JSON, by path and place."""
    return document(claims=[claim_value(claim) for claim in _claims_in_order(claims)])


def pairs_json(pairs: Sequence[Pair]) -> str:
    """Return judged pairs as JSON, by verdict and place."""
    return document(pairs=[pair_value(pair) for pair in in_order(pairs)])


def stories_json(stories: Sequence[Story]) -> str:
    """Return stories as JSON, by their first day."""
    return document(stories=[story_value(story) for story in _stories_in_order(stories)])


def mentions_rows(found: Sequence[tuple[Location, Mention]], layout: Layout) -> str:
    """Return mentions as a table: place, kind, the words, and their normalised value."""
    rows: list[list[Cell]] = [
        [
            [PathWords(path_line_column(place), layout.target(place))],
            words(mention.kind),
            words(_verbatim(place)),
            words(_value(mention)),
        ]
        for place, mention in _by_place(found)
    ]
    return _table(("place", "kind", "text", "value"), rows, layout, "mention")


def claims_rows(claims: Sequence[Claim], layout: Layout) -> str:
    """Return claims as a table: place, what is claimed of whom, its value and time, and the words."""
    rows: list[list[Cell]] = [
        [
            [PathWords(path_line_column(claim.place), layout.target(claim.place))],
            words(f"{claim.kind} {visible_words(claim.attribute)}"),
            words(visible_words(", ".join(claim.subjects))),
            words(visible_words(claimed(claim))),
            words(visible_words(claim.when.value) if claim.when else ""),
            words(_verbatim(claim.place)),
        ]
        for claim in _claims_in_order(claims)
    ]
    return _table(("place", "claim", "subjects", "value", "when", "text"), rows, layout, "claim")


def pairs_rows(pairs: Sequence[Pair], layout: Layout) -> str:
    """Return judged pairs as a table: verdict, what they are about, both places, and why."""
    body = f"{pairs_table(in_order(pairs), layout)}\n\n" if pairs else ""
    return f"{body}{counted(len(pairs), 'pair')}\n"


def stories_rows(stories: Sequence[Story], layout: Layout) -> str:
    """Return stories as a table: their first and last day and their articles."""
    rows: list[list[Cell]] = [
        [
            words(visible(story.id)),
            words(story.first or ""),
            words(story.last or ""),
            [PathWords(visible(article)) for article in story.articles],
        ]
        for story in _stories_in_order(stories)
    ]
    return _table(("story", "first", "last", "articles"), rows, layout, "story", "stories")


def _table(
    headers: Sequence[str], rows: Sequence[Sequence[Cell]], layout: Layout, one: str, many: str | None = None
) -> str:
    body = f"{grid(headers, rows, layout.width)}\n\n" if rows else ""
    return f"{body}{counted(len(rows), one, many)}\n"


def _verbatim(place: Location) -> str:
    return cut(visible_words(place.text), _LONGEST)


def _value(mention: Mention) -> str:
    value = visible_words(mention.value)
    detail = mention.detail
    if not isinstance(detail, Quantity) or detail.hedge == "exact":
        return value
    return f"{value} ({detail.hedge.replace('_', ' ')})"


def claimed(claim: Claim) -> str:
    """Return a claim's value in short: as it is normalised, else its number or range with the unit."""
    said = claim.value if claim.value is not None else claim.place.value
    quantity = claim.quantity
    if said is None and quantity is not None:
        low, high = number(quantity.low), number(quantity.high)
        said = f"{low}" if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
        said = f"{said} {quantity.unit}" if quantity.unit else said
    marks = [mark for mark in ("not" if not claim.affirmed else "", claim.modality) if mark and mark != "happened"]
    return " ".join([*marks, said or ""]).strip()


def _by_place(found: Sequence[tuple[Location, Mention]]) -> list[tuple[Location, Mention]]:
    return sorted(
        found, key=lambda item: (item[0].path, item[0].article, item[0].start, item[0].end, item[1].kind, item[1].value)
    )


def _claims_in_order(claims: Sequence[Claim]) -> list[Claim]:
    return sorted(
        claims, key=lambda claim: (claim.place.path, claim.place.article, claim.place.start, claim.place.end, claim.id)
    )


def _stories_in_order(stories: Sequence[Story]) -> list[Story]:
    return sorted(stories, key=lambda story: (story.first or "9999", story.last or "9999", story.articles, story.id))
