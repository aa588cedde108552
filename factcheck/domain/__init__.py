"""The words of factcheck: Article, Location, Mention, Claim, Pair, Finding and the intervals they hold.

All are frozen values with no behaviour beyond their own data. Offsets count characters of an article's
text, and in `span` of its decoded source, 0-based, end exclusive; lines and columns are 1-based.
"""

from factcheck.domain.articles import Article, ArticleRecord, Location, Published, Suppression, Unread
from factcheck.domain.claims import ArticleClaims, Claim, Context, Operand, Pair, Reading
from factcheck.domain.facts import Fact, FactPair, Facts
from factcheck.domain.findings import Finding, Hit, Related, Result, Story, Suppressed, Totals
from factcheck.domain.intervals import Days, Interval
from factcheck.domain.mentions import Mention, Name, Office, Quantity, Quote, Time
from factcheck.domain.sources import Segment
from factcheck.domain.vocabulary import (
    UNFRAMED,
    Basis,
    Hedge,
    Kind,
    MentionKind,
    Modality,
    NameKind,
    QuantityKind,
    Role,
    Severity,
    Verdict,
)

__all__ = [
    "UNFRAMED",
    "Article",
    "ArticleClaims",
    "ArticleRecord",
    "Basis",
    "Claim",
    "Context",
    "Days",
    "Fact",
    "FactPair",
    "Facts",
    "Finding",
    "Hedge",
    "Hit",
    "Interval",
    "Kind",
    "Location",
    "Mention",
    "MentionKind",
    "Modality",
    "Name",
    "NameKind",
    "Office",
    "Operand",
    "Pair",
    "Published",
    "Quantity",
    "QuantityKind",
    "Quote",
    "Reading",
    "Related",
    "Result",
    "Role",
    "Segment",
    "Severity",
    "Story",
    "Suppressed",
    "Suppression",
    "Time",
    "Totals",
    "Unread",
    "Verdict",
]
