"""The drawing of a story's days: a row an article, with its publication, its days and contradictions."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.domain import ArticleRecord, Basis, Published
from factcheck.reports.html.days import Contradiction, StoryDays, ToldDay, published_day
from factcheck.reports.html.markup import Html, element
from factcheck.reports.html.numbering import article_name
from factcheck.reports.html.scales import Scale, day_ticks, day_words
from factcheck.reports.layout import cut

_WIDTH, _MARGIN, _TOP = 760.0, 44.0, 30.0
_LABEL, _LANE, _BELOW = 24.0, 26.0, 8.0  # heights in a row: the article's name, each lane of marks, room below
_BOW = 16.0  # further room where a contradiction within the article bows below its marks
_RADIUS = 10.0
_TICKS = 10
_NAME = 90  # columns of an article's name

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Row:
    """An article's row: where it begins, its height, and where its publication and its marks stand."""

    record: ArticleRecord
    top: float
    height: float
    published: Point | None
    marks: tuple[tuple[ToldDay, Point, float], ...]  # the mark, its left end, and the width of its period


def timeline(days: StoryDays, name: str) -> Html:
    """Return the drawing as SVG; it is one image to a screen reader, the table beside it says the same."""
    scale = Scale(days.first.toordinal(), days.last.toordinal(), _MARGIN, _WIDTH - _MARGIN)
    rows: list[_Row] = []
    top = _TOP
    bowed = {line.told.article for line in days.contradictions if line.told.article == line.article}
    for record in days.records:
        row = _row(record, [mark for mark in days.told if mark.article == record.id], scale, top)
        rows.append(row)
        top += row.height + (_BOW if record.id in bowed else 0)
    places = {mark.number: (at[0] + width / 2, at[1]) for row in rows for mark, at, width in row.marks}
    published = {row.record.id: row.published for row in rows if row.published is not None}
    against = {line.told.number for line in days.contradictions}
    against |= {line.other.number for line in days.contradictions if line.other is not None}
    return element(
        "svg",
        *_axis(days, scale, top),
        *(element("line", x1=0.0, x2=_WIDTH, y1=row.top, y2=row.top, class_="rule") for row in rows),
        *(line for each in days.contradictions for line in _line(each, places, published)),
        *(_row_words(row) for row in rows),
        *(_publication(row) for row in rows),
        *(_mark(mark, at, width, mark.number in against) for row in rows for mark, at, width in row.marks),
        viewBox=f"0 0 {_WIDTH:.0f} {top:.0f}",
        class_="timeline",
        role="img",
        aria_label=f"Days told in {name}, from {day_words(days.first)} to {day_words(days.last)}",
    )


def _row(record: ArticleRecord, told: Sequence[ToldDay], scale: Scale, top: float) -> _Row:
    """Set an article's marks in as many lanes as keep them apart; the publication stands in the first."""
    day = published_day(record)
    level = top + _LABEL + _LANE / 2
    published = (scale.at(day.toordinal()), level) if day is not None else None
    lanes: list[list[tuple[float, float]]] = [[(published[0], published[0])] if published else []]
    marks = []
    for mark in told:
        left, right = scale.at(mark.days.first.toordinal()), scale.at(mark.days.last.toordinal())
        lane = next((at for at, taken in enumerate(lanes) if _free(taken, left, right)), len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append((left, right))
        marks.append((mark, (left, level + lane * _LANE), right - left))
    return _Row(record, top, _LABEL + len(lanes) * _LANE + _BELOW, published, tuple(marks))


def _free(taken: Sequence[tuple[float, float]], left: float, right: float) -> bool:
    apart = 2 * _RADIUS + 2
    return all(right + apart <= start or end + apart <= left for start, end in taken)


def _axis(days: StoryDays, scale: Scale, bottom: float) -> list[Html]:
    drawn = []
    for day, words in day_ticks(days.first, days.last, _TICKS):
        x = scale.at(day.toordinal())
        drawn.append(element("line", x1=x, x2=x, y1=_TOP - 6, y2=bottom, class_="grid"))
        drawn.append(element("text", words, x=x, y=16.0, class_="tick"))
    return drawn


def _row_words(row: _Row) -> Html:
    published = row.record.published
    about = "no date" if row.published is None else "date inferred" if _inferred(published) else ""
    name = cut(article_name(row.record), _NAME)
    more = element("tspan", about, dx=8.0) if about else None
    return element("text", name, more, x=4.0, y=row.top + 17, class_="row")


def _publication(row: _Row) -> Html | None:
    published = row.record.published
    if row.published is None or published is None:
        return None
    inferred = " inferred" if _inferred(published) else ""
    return _diamond(row.published, f"published{inferred}", element("title", f"published {published.value}"))


def _inferred(published: Published | None) -> bool:
    return published is not None and published.basis is Basis.INFERRED


def _diamond(at: Point, kind: str, *content: Html) -> Html:
    x, y = at
    return element("path", *content, d=f"M{x:.1f} {y - 9:.1f}l9 9l-9 9l-9 -9z", class_=kind)


def _mark(mark: ToldDay, at: Point, width: float, against: bool) -> Html:
    kind = "told ahead" if mark.ahead else "told"
    return element(
        "g",
        element("title", f"{mark.number}: {day_words(mark.days.first)}"),
        element(
            "rect", x=at[0] - _RADIUS, y=at[1] - _RADIUS, width=width + 2 * _RADIUS, height=2 * _RADIUS, rx=_RADIUS
        ),
        element("text", str(mark.number), x=at[0] + width / 2, y=at[1] + 3.8),
        class_=f"{kind} against" if against else kind,
    )


def _line(line: Contradiction, places: dict[int, Point], published: dict[str, Point]) -> list[Html]:
    start = places[line.told.number]
    end = places[line.other.number] if line.other is not None else published.get(line.article)
    if end is None:
        return []
    (x, y), (to_x, to_y) = sorted([start, end], key=lambda at: at[1])
    if y == to_y:
        drop = y + 2 * _RADIUS + 8
        path = f"M{x:.1f} {y:.1f}C{x:.1f} {drop:.1f} {to_x:.1f} {drop:.1f} {to_x:.1f} {to_y:.1f}"
        label = ((x + to_x) / 2, drop - 4)
    else:
        path = f"M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}"
        part = min((_LANE / 2 + _BELOW) / (to_y - y), 0.5)  # between two rows, where no name stands
        label = (x + (to_x - x) * part, y + (to_y - y) * part + 4)
    return [
        element("path", d=path, class_="contradiction"),
        element("text", line.rule, x=label[0], y=label[1], class_="contradiction-rule"),
    ]


def legend(days: StoryDays) -> Html:
    """Return what the marks mean, those that the drawing has."""
    at, disc = (10.0, 10.0), element("circle", cx=10.0, cy=10.0, r=7.0)
    published = [record for record in days.records if published_day(record) is not None]
    inferred = {_inferred(record.published) for record in published}
    ahead = {mark.ahead for mark in days.told}
    entries = [
        (False in inferred, _diamond(at, "published"), "published"),
        (True in inferred, _diamond(at, "published inferred"), "published, date inferred"),
        (False in ahead, element("g", disc, class_="told"), "told as past"),
        (True in ahead, element("g", disc, class_="told ahead"), "planned or expected"),
        (bool(days.contradictions), element("path", d="M0 10h20", class_="contradiction"), "contradiction"),
    ]
    items = [
        element("li", element("svg", mark, viewBox="0 0 20 20", aria_hidden="true"), words)
        for drawn, mark, words in entries
        if drawn
    ]
    return element("ul", *items, class_="legend")
