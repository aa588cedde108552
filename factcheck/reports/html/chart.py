"""The drawing of one figure: its value against the time of report, with bars for what its words leave open."""

from factcheck.domain import Interval
from factcheck.reports.escape import visible_words
from factcheck.reports.excerpt import first_words, last_words, parts
from factcheck.reports.html.figures import Report, Series
from factcheck.reports.html.markup import Html, element, path_words
from factcheck.reports.html.scales import Scale, day_words, spread, value_ticks, value_words
from factcheck.reports.layout import counted, cut

_WIDTH, _HEIGHT = 360.0, 210.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 78.0, 24.0, 16.0, 30.0
_RADIUS = 9.0
_TICKS = 4
_PADDING = 0.15  # of the values' range, above and below
_CAP = 5.0
_SAID, _BEFORE, _AFTER = 40, 20, 40  # columns of the words of a figure, and of those around them


def chart(series: Series) -> Html:
    """Return a figure: the drawing as SVG and, below, each report with its words and place."""
    title = visible_words(series.title)
    caption = [title, element("span", "conflict", class_="badge error") if series.conflict else None]
    return element(
        "figure",
        element("figcaption", *caption),
        _drawing(series, title),
        element("ol", *(_report_words(report) for report in series.reports)),
        element("p", f"{counted(series.undated, 'more report')} without a date at hand") if series.undated else None,
        class_="chart",
    )


def _drawing(series: Series, title: str) -> Html:
    reports = series.reports
    bottom = _HEIGHT - _BOTTOM
    ends = [
        end for report in reports for end in (report.value, report.bounds.low, report.bounds.high) if end is not None
    ]
    low, high = min(ends), max(ends)
    padding = (high - low or abs(high) or 1.0) * _PADDING
    up = Scale(low - padding, high + padding, bottom, _TOP)
    across = Scale(reports[0].when, reports[-1].when, _LEFT + 2 * _RADIUS, _WIDTH - _RIGHT - 2 * _RADIUS)
    places = spread([across.at(report.when) for report in reports], 2 * _RADIUS + 2)
    points = [(x, up.at(report.value)) for x, report in zip(places, reports, strict=True)]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return element(
        "svg",
        *(_value_tick(value, up.at(value)) for value in value_ticks(up.low, up.high, _TICKS)),
        *_day_ticks(reports, places),
        element("path", d=path, class_="course"),
        *(_bar(x, report.bounds, up) for x, report in zip(places, reports, strict=True)),
        *(_point(number, at) for number, at in enumerate(points, 1)),
        viewBox=f"0 0 {_WIDTH:.0f} {_HEIGHT:.0f}",
        class_="conflict" if series.conflict else None,
        role="img",
        aria_label=f"{title}: {', '.join(cut(visible_words(report.claim.place.text), _SAID) for report in reports)}",
    )


def _value_tick(value: float, y: float) -> Html:
    return element(
        "g",
        element("line", x1=_LEFT, x2=_WIDTH - _RIGHT, y1=y, y2=y, class_="grid"),
        element("text", value_words(value), x=_LEFT - 8, y=y + 4, class_="value"),
    )


def _day_ticks(reports: tuple[Report, ...], places: list[float]) -> list[Html]:
    """Name the first and the last day; days between them are told in the list below."""
    ends = {reports[0].day: places[0], reports[-1].day: places[-1]}
    if len(ends) == 1:
        ends = {reports[0].day: (places[0] + places[-1]) / 2}
    return [
        element("text", day_words(day, year=number == 0), x=x, y=_HEIGHT - 8, class_="tick")
        for number, (day, x) in enumerate(ends.items())
    ]


def _bar(x: float, bounds: Interval, up: Scale) -> Html | None:
    """Return the bar over all values that the words may stand for; an arrow where they have no bound."""
    if bounds.low == bounds.high:
        return None
    top = _TOP if bounds.high is None else up.at(bounds.high)
    bottom = _HEIGHT - _BOTTOM if bounds.low is None else up.at(bounds.low)
    ends = [_arrow(x, top, 1) if bounds.high is None else _cap(x, top)]
    ends.append(_arrow(x, bottom, -1) if bounds.low is None else _cap(x, bottom))
    return element("path", d=f"M{x:.1f} {top:.1f}V{bottom:.1f}{''.join(ends)}", class_="bar")


def _cap(x: float, y: float) -> str:
    return f"M{x - _CAP:.1f} {y:.1f}h{2 * _CAP:.1f}"


def _arrow(x: float, y: float, down: int) -> str:
    return f"M{x - _CAP:.1f} {y + down * _CAP:.1f}L{x:.1f} {y:.1f}L{x + _CAP:.1f} {y + down * _CAP:.1f}"


def _point(number: int, at: tuple[float, float]) -> Html:
    x, y = at
    return element(
        "g",
        element("circle", cx=x, cy=y, r=_RADIUS),
        element("text", str(number), x=x, y=y + 3.8),
        class_="told",
    )


def _report_words(report: Report) -> Html:
    place = report.claim.place
    before, said, after = parts(place)
    return element(
        "li",
        element("q", last_words(before, _BEFORE), element("b", cut(said, _SAID)), first_words(after, _AFTER)),
        f" {day_words(report.day, year=False)}, ",
        element("cite", path_words(place.path), f":{place.line}"),
    )
