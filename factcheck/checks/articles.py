"""Checks of the articles themselves: whether they can be read, and what they say of their own publication."""

from collections.abc import Iterator, Sequence

from factcheck.domain import ArticleClaims, ArticleRecord, Basis, Hit, Location, Published, Related, Role

_HEADERS = frozenset({Basis.HEADER, Basis.METADATA})
_FAR_BEFORE, _FAR_AFTER = 7, 2
# A day without a year is explicit only within this many days of publication.
_EXPLICIT_DAYS = 90
_MOST_LISTED = 5


def no_publication_date(articles: Sequence[ArticleClaims]) -> Iterator[Hit]:
    """Yield one hit for all articles that state no publication date; checks that need one are off for them.

    Articles that could not be read or understood have their own findings.
    """
    undated = [article.record for article in articles if _undated(article.record) and article.record.fault is None]
    if undated:
        names = _listed([record.id for record in undated])
        yield _for_all(undated, [_place(record) for record in undated], {"count": len(undated), "articles": names})


def dateline_without_year(articles: Sequence[ArticleClaims]) -> Iterator[Hit]:
    """Yield one hit for all articles whose only date is a dateline without a year, with the year inferred for each."""
    yearless = [article.record for article in articles if _yearless(article.record) is not None]
    if yearless:
        places = [_dateline_place(record) for record in yearless]
        yield _for_all(yearless, places, {"count": len(yearless), "inferred": _inferred(yearless)})


def _undated(record: ArticleRecord) -> bool:
    return (record.published is None or record.published.basis is Basis.INFERRED) and _yearless(record) is None


def _yearless(record: ArticleRecord) -> Published | None:
    """Return the dateline without a year that is an article's strongest stated date."""
    first = record.stated[0] if record.stated else None
    return first if first and first.basis is Basis.DATELINE and first.days is None else None


def _dateline_place(record: ArticleRecord) -> Location:
    dateline = _yearless(record)
    assert dateline is not None
    assert dateline.place is not None
    return dateline.place


def _inferred(records: Sequence[ArticleRecord]) -> str:
    """Return the dates inferred from other reports, each with its article, in one line."""
    dates = [
        f"{record.published.value} for {record.id} from {_listed(record.published.inferred_from)}"
        for record in records
        if record.published is not None and record.published.basis is Basis.INFERRED
    ]
    return f"inferred {_listed(dates)}" if dates else "none could be inferred"


def _listed(items: Sequence[str]) -> str:
    more = len(items) - _MOST_LISTED
    return ", ".join(items[:_MOST_LISTED]) + (f" and {more} more" if more > 0 else "")


def _for_all(records: Sequence[ArticleRecord], places: Sequence[Location], values: dict[str, object]) -> Hit:
    """Return one hit for a run: the first article's place, the others beside it."""
    return Hit(
        primary=places[0],
        related=tuple(Related(Role.CONTEXT, place) for place in places[1:]),
        verdict=None,
        values=values,
        sides=tuple((record.id, "article", "published", "") for record in records),
    )


def dateline_header_mismatch(article: ArticleClaims) -> Iterator[Hit]:
    """Yield a header's date that is two or more days from the dateline's.

    Variant `far` is a dateline more than 7 days before the header or 2 and more days after it, both explicit; a
    dateline without a year is so only within 90 days. All else is `near`.
    """
    header = next((date for date in article.record.stated if date.basis in _HEADERS), None)
    dateline = next((date for date in article.record.stated if date.basis is Basis.DATELINE), None)
    if header is None or dateline is None or header.days is None or dateline.days is None:
        return
    days = dateline.days.days_after(header.days)
    if abs(days) < 2 or dateline.place is None:
        return
    explicit = not dateline.value.startswith("XXXX") or abs(days) <= _EXPLICIT_DAYS
    far = explicit and (days >= _FAR_AFTER or -days > _FAR_BEFORE)
    yield _two_dates(
        article.record,
        dateline,
        header,
        variant="far" if far else "near",
        values={"dateline": dateline.days.first.isoformat(), "header": header.value, "days": abs(days)},
    )


def updated_before_published(article: ArticleClaims) -> Iterator[Hit]:
    """Yield an update that is dated at least a day before the publication."""
    updated = next((date for date in article.record.stated if date.basis is Basis.UPDATED), None)
    published = next((date for date in article.record.stated if date.basis in _HEADERS), None)
    if updated is None or published is None or updated.days is None or published.days is None or updated.place is None:
        return
    if not published.days.starts_after(updated.days):
        return
    # Of a date with two readings, both of them earlier, the words are shown.
    shown = updated.place.text if updated.precision == "year" else updated.value
    values: dict[str, object] = {"updated": shown, "published": published.value}
    yield _two_dates(article.record, updated, published, variant=None, values=values)


def _two_dates(
    record: ArticleRecord, one: Published, other: Published, *, variant: str | None, values: dict[str, object]
) -> Hit:
    assert one.place is not None
    return Hit(
        primary=one.place,
        related=(Related(Role.PUBLISHED, other.place),) if other.place else (),
        variant=variant,
        verdict=None,
        values=values,
        sides=tuple((record.id, "article", date.basis.value, date.value) for date in (one, other)),
    )


def unreadable_article(article: ArticleClaims) -> Iterator[Hit]:
    """Yield an article that could not be read, with the reason."""
    yield from _fault(article.record, "unreadable_article", "reason")


def unsupported_language(article: ArticleClaims) -> Iterator[Hit]:
    """Yield an article in a language that is not understood; there are no claims of it."""
    yield from _fault(article.record, "unsupported_language", "language")


def _fault(record: ArticleRecord, check: str, name: str) -> Iterator[Hit]:
    if record.fault is None or record.fault_check != check:
        return
    value = record.language if name == "language" else record.fault
    yield Hit(
        primary=_place(record),
        verdict=None,
        values={name: value},
        sides=((record.id, "article", check, value),),
    )


def _place(record: ArticleRecord) -> Location:
    """Return an article's place; the very beginning for one of which nothing could be read."""
    if record.place is not None:
        return record.place
    return Location(record.id, record.path, start=0, end=0, line=1, column=1, end_line=1, end_column=1, text="")
