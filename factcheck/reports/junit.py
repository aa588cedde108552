"""A result as JUnit XML: an article a suite, a finding a case, red for what makes the exit code 1."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from factcheck.domain import ArticleRecord, Finding, Result
from factcheck.reports.escape import visible, visible_words
from factcheck.reports.layout import Layout, cut
from factcheck.reports.places import by_place, from_root, where, why_unchecked, with_other_places

_LONGEST = 60  # columns of an article's words in the name of a case
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")  # XML 1.0 has none of them; of what else it lacks `visible` leaves none


def render_junit(result: Result, layout: Layout) -> str:
    """Return a suite for every article.

    A finding that reaches `layout.fails` is a failed case, another one a passed case that tells it in its output; an
    article without findings has one passed case, one that could not be read a skipped one. Names hold no line numbers,
    so that a case stays the same when lines move.
    """
    of_article: dict[str, list[Finding]] = defaultdict(list)
    for finding in by_place(result.findings):
        of_article[finding.primary.article].append(finding)
    places = [finding.primary for finding in result.findings]
    records = {place.article: ArticleRecord(place.article, place.path) for place in places}
    records |= {record.id: record for record in result.articles}
    root = ET.Element("testsuites", name="factcheck")
    for _, record in sorted(records.items()):
        suite = ET.SubElement(root, "testsuite", name=_name(record, layout))
        suite.extend(_cases(record, of_article[record.id], layout))
        _count(suite)
    _count(root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _cases(record: ArticleRecord, findings: Sequence[Finding], layout: Layout) -> Iterator[ET.Element]:
    seen = Counter[str]()
    for finding in findings:
        name = f"{finding.rule} {finding.name}"
        if finding.primary.text:
            name = f"{name}: {cut(visible_words(finding.primary.text).strip(), _LONGEST)}"
        seen[name] += 1
        case = _case(record, f"{name} ({seen[name]})" if seen[name] > 1 else name, layout)
        _tell(case, finding, layout)
        yield case
    if not findings:
        case = _case(record, "no findings", layout)
        if (reason := why_unchecked(record)) is not None:
            ET.SubElement(case, "skipped", message=_text(reason))
        yield case


def _tell(case: ET.Element, finding: Finding, layout: Layout) -> None:
    place = finding.primary
    case.set("line", str(place.line))
    message = _text(visible_words(with_other_places(finding, layout)))
    told = f"{where(place, layout)}: {finding.severity} {finding.rule} {finding.name}: {message}"
    if finding.severity in layout.fails:
        ET.SubElement(case, "failure", message=message, type=finding.severity).text = _text(told)
    else:
        ET.SubElement(case, "system-out").text = _text(told)


def _case(record: ArticleRecord, name: str, layout: Layout) -> ET.Element:
    file = _text(from_root(record.path, layout))
    return ET.Element("testcase", classname=_name(record, layout), name=_text(name), file=file, time="0")


def _count(element: ET.Element) -> None:
    element.set("tests", str(len(element.findall(".//testcase"))))
    element.set("failures", str(len(element.findall(".//failure"))))
    element.set("errors", "0")
    element.set("skipped", str(len(element.findall(".//skipped"))))
    element.set("time", "0")


def _name(record: ArticleRecord, layout: Layout) -> str:
    """Return the path of an article from the root, with what tells it from others in the file."""
    return _text(from_root(record.path, layout) + record.id.removeprefix(record.path))


def _text(text: str) -> str:
    return _NO_CHARACTERS.sub(lambda found: f"\\u{ord(found[0]):04x}", visible(text))
