"""A result as CSV (RFC 4180): a finding a row, its two sides side by side, nothing that a spreadsheet would run."""

import csv
from io import StringIO

from factcheck.domain import Finding, Location, Result, Role
from factcheck.reports.escape import visible, visible_words
from factcheck.reports.layout import Layout
from factcheck.reports.places import by_place, from_root, where
from factcheck.reports.words import ROLES

_PLACE = ("path", "line", "column", "end_line", "end_column", "text", "value")
_HEADER = (
    *("rule", "name", "variant", "severity", "verdict", "message", "fingerprint"),
    *_PLACE,
    "other_role",
    *(f"other_{name}" for name in _PLACE),
    "further",
)
# A cell that begins so is a formula to spreadsheets, also behind blanks or in the wide characters of East Asia.
_FORMULA = tuple("=+-@＝＋－＠")


def render_csv(result: Result, layout: Layout) -> str:
    """Return a header line and a row for every finding, notes too, each row a line that ends in CR LF.

    A finding with several other places has the first that conflicts (else the first) in columns of their own and the
    rest, as "role path:line", in the last column.
    """
    written = StringIO()
    writer = csv.writer(written)  # the default dialect is RFC 4180's: commas, doubled quotes, CR LF
    writer.writerow(_HEADER)
    writer.writerows([_harmless(cell) for cell in _row(finding, layout)] for finding in by_place(result.findings))
    return written.getvalue()


def _row(finding: Finding, layout: Layout) -> list[str]:
    others = sorted(finding.related, key=lambda other: other.role is not Role.CONFLICTS)
    first, further = others[:1], others[1:]
    return [
        finding.rule,
        finding.name,
        finding.variant or "",
        finding.severity,
        finding.verdict or "",
        finding.message,
        finding.fingerprint,
        *_place(finding.primary, layout),
        *([first[0].role, *_place(first[0].place, layout)] if first else [""] * (len(_PLACE) + 1)),
        "; ".join(f"{ROLES[other.role]} {where(other.place, layout)}" for other in further),
    ]


def _place(place: Location, layout: Layout) -> list[str]:
    numbers = (place.line, place.column, place.end_line, place.end_column)
    return [visible(from_root(place.path, layout)), *map(str, numbers), place.text, place.value or ""]


def _harmless(cell: str) -> str:
    """Return a cell's words on one line; an apostrophe in front makes what would be a formula a text."""
    said = visible_words(cell)
    return f"'{said}" if said.lstrip().startswith(_FORMULA) or cell[:1] in {"\t", "\r"} else said
