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
    known = {record.id: record for record in result.articles}
    root = ET.Element("testsuites", name="factcheck")
    for article in sorted({*known, *of_article}):
        suite = ET.SubElement(root, "testsuite", name=_name(article, layout))
        suite.extend(_cases(article, of_article[article], known.get(article), layout))
        _count(suite)
    _count(root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _cases(
    article: str, findings: Sequence[Finding], record: ArticleRecord | None, layout: Layout
) -> Iterator[ET.Element]:
    seen = Counter[str]()
    for finding in findings:
        name = f"{finding.rule} {finding.name}"
        if finding.primary.text:
            name = f"{name}: {cut(visible_words(finding.primary.text).strip(), _LONGEST)}"
        seen[name] += 1
        yield _finding(finding, f"{name} ({seen[name]})" if seen[name] > 1 else name, layout)
    if not findings:
        case = _case(article, "no findings", layout)
        reason = why_unchecked(record) if record is not None else None
        if reason is not None:
            ET.SubElement(case, "skipped", message=_text(reason))
        yield case


def _finding(finding: Finding, name: str, layout: Layout) -> ET.Element:
    place = finding.primary
    case = _case(place.article, name, layout)
    case.set("line", str(place.line))
    message = _text(visible_words(with_other_places(finding, layout)))
    told = f"{where(place, layout)}: {finding.severity} {finding.rule} {finding.name}: {message}"
    if finding.severity in layout.fails:
        ET.SubElement(case, "failure", message=message, type=finding.severity).text = _text(told)
    else:
        ET.SubElement(case, "system-out").text = _text(told)
    return case


def _case(article: str, name: str, layout: Layout) -> ET.Element:
    path = _name(article, layout)
    return ET.Element("testcase", classname=path, name=_text(name), file=path.partition("#")[0], time="0")


def _count(element: ET.Element) -> None:
    element.set("tests", str(len(element.findall(".//testcase"))))
    element.set("failures", str(len(element.findall(".//failure"))))
    element.set("errors", "0")
    element.set("skipped", str(len(element.findall(".//skipped"))))
    element.set("time", "0")


def _name(article: str, layout: Layout) -> str:
    path, mark, member = article.partition("#")
    return _text(from_root(path, layout) + mark + member)


def _text(text: str) -> str:
    return _NO_CHARACTERS.sub(lambda found: f"\\u{ord(found[0]):04x}", visible(text))
